import { SaxesParser } from "saxes";

/** Who hears the tags and texts of XML; names are without what stands for their namespace. */
export interface XmlHearer {
  /** `path` is the tags that are open, this one the last. */
  readonly open?: (path: readonly string[], attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (path: readonly string[]) => void;
  readonly text?: (text: string, path: readonly string[]) => void;
}

/**
 * Goes through XML, and stops after each piece, so that what was heard can be passed on.
 * @throws Error where it is not well formed, to its end.
 */
export async function* heardXml(pieces: AsyncIterable<Uint8Array>, hear: XmlHearer): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const path: string[] = [];
  const text = (said: string): void => hear.text?.(said, path);
  parser.on("error", (cause) => {
    throw cause;
  });
  parser.on("doctype", () => {
    throw new Error("it declares texts of its own (DOCTYPE), as no workbook does");
  });
  parser.on("opentag", ({ name, attributes }) => {
    path.push(localName(name));
    hear.open?.(path, attributes);
  });
  parser.on("closetag", () => {
    hear.close?.(path);
    path.pop();
  });
  parser.on("text", text);
  parser.on("cdata", text);
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.write(decoder?.decode() ?? "").close();
  yield;
}

export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The encoding of XML: by its mark, as it says itself, or UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const begins = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const [, said = "utf-8"] = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)/.exec(begins) ?? [];
  return said;
}
