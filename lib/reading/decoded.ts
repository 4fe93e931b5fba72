/**
 * The text in the bytes of a file, or why it is none. UTF-16 says itself what it is by its first two bytes; anything
 * else must be UTF-8, since in another encoding a unit such as µL could be read as something else.
 */
export function decoded(bytes: Uint8Array): { readonly text: string } | { readonly why: string } {
  const [first, second] = bytes;
  const begins = String.fromCharCode(...bytes.subarray(0, 5));
  if (begins === "%PDF-") return { why: PDF };
  if (begins === "{\\rtf" || begins.startsWith("PK\u0003\u0004") || begins.startsWith("\u00D0\u00CF\u0011\u00E0")) {
    return { why: "This is a document of a word processor. Open it, copy its text and paste that. Nothing was read." };
  }
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes) };
  } catch {
    return {
      why: "This file is no text in UTF-8. Save it as plain text in UTF-8, or copy its text and paste that. Nothing was read.",
    };
  }
}

/** Said of a PDF, which holds drawn letters and not a text. */
const PDF = "This is a PDF. Open it, select its text, copy and paste that. Nothing was read.";
