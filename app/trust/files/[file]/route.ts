import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The project's documents that a reviewer asks for, as they lie in the repository. */
const FILES = [
  "fuzz.json",
  "hazards.md",
  "intended-use.md",
  "licenses.md",
  "load.json",
  "mutation.json",
  "threats.md",
  "traceability.md",
] as const;

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () => FILES.map((file) => ({ file }));

/** Read when the app is built. As plain text: a browser would offer Markdown for saving. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const text = await readFile(join(process.cwd(), "docs", file), "utf8");
  return new Response(text, {
    headers: { "Content-Type": file.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8" },
  });
}
