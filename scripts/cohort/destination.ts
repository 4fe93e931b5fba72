/** Where the output of a cohort goes: a file that is there whole or not at all. */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { type FileHandle, lstat, open, readlink, realpath, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Source } from "./source.ts";

/** What ends the command, in words for whoever started it. */
export class Refusal extends Error {}

export interface Destination {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Puts what was written where it belongs. */
  readonly keep: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly discard: () => Promise<void>;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  EACCES: "it is not permitted",
  EPERM: "it is not permitted",
  EROFS: "it cannot be written to",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file became too large",
  EPIPE: "whoever reads has stopped",
};

/** What ended the command, in words. */
export function refusalFor(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const path = cause instanceof Error && "path" in cause ? `${cause.path}: ` : "";
  return new Refusal(`${path}${REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause))}.`);
}

/**
 * Opens where the output goes. It is written beside its place and moved there when it is whole; what is no file, such as
 * a pipe, is written to as it is.
 */
export async function openDestination(path: string, source: Source): Promise<Destination> {
  if (path === "-") return standardOutput();
  const there = await stat(path).catch(() => undefined);
  if (!there) await refuseLinkToNothing(path);
  if (there?.isDirectory()) throw new Refusal(`${path}: it is a folder; accepted: the name of a file.`);
  if (there && source.isSame(there)) {
    throw new Refusal(`${path}: the output would replace the file that is read; accepted: another name.`);
  }
  if (there && !there.isFile()) return inPlace(await open(path, "w"), path);
  // What a link leads to is replaced, and not the link.
  const target = there ? await realpath(path) : path;
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString("hex")}.part`);
  let isKept = false;
  const remove = (): void => {
    if (!isKept) rmSync(beside, { force: true });
  };
  const stop = (signal: NodeJS.Signals): void => {
    remove();
    process.stderr.write(`\nStopped by ${signal}; nothing was written to ${path}.\n`);
    process.exit(signal === "SIGINT" ? 130 : signal === "SIGHUP" ? 129 : 143);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.on("exit", remove);
  const file = await open(beside, "wx", there ? there.mode & 0o777 : 0o666).catch((cause: unknown) => {
    throw new Refusal(`${path}: ${refusalFor(Object.assign(new Error(), { code: codeOf(cause) })).message}`);
  });
  return {
    write: (bytes) => writeAll(file, bytes, path),
    keep: async () => {
      await named(path, file.sync());
      await file.close();
      await named(path, rename(beside, target));
      isKept = true;
      await syncFolder(dirname(target));
    },
    discard: async () => {
      await file.close().catch(() => undefined);
      remove();
    },
  };
}

/** What a link was meant to lead to is not known, and a file in the place of the link would hide that it leads nowhere. */
async function refuseLinkToNothing(path: string): Promise<void> {
  const own = await lstat(path).catch(() => undefined);
  if (!own?.isSymbolicLink()) return;
  const to = await readlink(path).catch(() => "a place that cannot be read");
  throw new Refusal(
    `${path}: it is a link to ${to}, where there is no file; accepted: the name of a file, or a link to one.`,
  );
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}

/** Says of a failure which file it is about. */
async function named<T>(path: string, doing: Promise<T>): Promise<T> {
  return doing.catch((cause: unknown) => {
    const why = REASONS[codeOf(cause)] ?? String(cause);
    throw new Refusal(`${path}: ${why}; nothing was kept.`);
  });
}

async function writeAll(file: FileHandle, bytes: Uint8Array, path: string): Promise<void> {
  for (let from = 0; from < bytes.length; ) {
    const { bytesWritten } = await named(path, file.write(bytes, from, bytes.length - from));
    from += bytesWritten;
  }
}

function inPlace(file: FileHandle, path: string): Destination {
  return {
    write: (bytes) => writeAll(file, bytes, path),
    keep: () => named(path, file.close()),
    discard: () => file.close().catch(() => undefined),
  };
}

function standardOutput(): Destination {
  // Said where it is written; without this, it would end the process as well.
  process.stdout.on("error", () => undefined);
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      process.stdout.write(bytes, (cause) => (cause ? reject(cause) : resolve()));
    });
  return { write, keep: async () => undefined, discard: async () => undefined };
}

/** Some file systems cannot, and have then nothing to lose by it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close().catch(() => undefined);
}
