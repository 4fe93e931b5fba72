/** What a folder consists of, written down while it is whole, so that it can be told later whether it still is. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

function* filesUnder(folder, isLeftOut, inner = "") {
  for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
    const path = inner ? `${inner}/${entry.name}` : entry.name;
    if (isLeftOut(path)) continue;
    if (entry.isDirectory()) yield* filesUnder(folder, isLeftOut, path);
    else if (entry.isFile()) yield path;
  }
}

/** The length of a file: enough to find what was cut off or never written, and quick for tens of thousands of files. */
export const lengthOf = (path) => String(statSync(path).size);

/** The hash of a file's content, which finds every change. */
export const contentOf = (path) => createHash("sha256").update(readFileSync(path)).digest("base64url");

/** Each file of a folder, by its path there, with what `measure` says of it. */
export function listFiles(folder, measure, isLeftOut = () => false) {
  return Object.fromEntries([...filesUnder(folder, isLeftOut)].map((path) => [path, measure(join(folder, path))]));
}

/** Whether every file of a list is still there and as it was. Others may have come. */
export function isWhole(folder, list, measure) {
  const files = typeof list === "object" && list !== null ? Object.entries(list) : [];
  try {
    return files.length > 0 && files.every(([path, said]) => measure(join(folder, path)) === said);
  } catch {
    return false;
  }
}
