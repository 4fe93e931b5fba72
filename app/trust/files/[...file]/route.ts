import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hazards } from "../../../../lib/trust/hazards.ts";
import { threats } from "../../../../lib/trust/threats.ts";

/** The project's documents that a reviewer asks for. */
const DOCUMENTS = [
  "fuzz.json",
  "hazards.md",
  "intended-use.md",
  "licenses.md",
  "load.json",
  "mutation.json",
  "threats.md",
  "traceability.md",
] as const;

/** The tests that the controls name. */
const tests = [...hazards, ...threats].flatMap(({ controls }) => controls.map(({ provedBy }) => provedBy.file));

/** By the last part of their address: where they lie in the repository. */
const files: ReadonlyMap<string, string> = new Map([
  ...DOCUMENTS.map((file) => [file, `docs/${file}`] as const),
  ...tests.map((file) => [file, file] as const),
]);

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () => [...files.keys()].map((file) => ({ file: file.split("/") }));

/** As it lies in the repository, read when the app is built. As plain text: a browser would offer others for saving. */
export async function GET(_: Request, { params }: { params: Promise<{ file: readonly string[] }> }): Promise<Response> {
  const { file } = await params;
  const path = files.get(file.join("/"));
  if (path === undefined) return new Response("There is no such file.\n", { status: 404 });
  const text = await readFile(join(process.cwd(), path), "utf8");
  return new Response(text, {
    headers: { "Content-Type": path.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8" },
  });
}
