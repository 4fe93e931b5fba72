/** Text to bytes and back through the platform's own DEFLATE, which browsers and Node both have. */

export async function deflate(text: string): Promise<Uint8Array> {
  return collect(
    through(new TextEncoder().encode(text), new CompressionStream("deflate-raw")),
    Number.POSITIVE_INFINITY,
  );
}

/**
 * The text that was compressed. Rejects when the bytes are no DEFLATE stream of UTF-8 text, or when the text would
 * take more than `mostBytes`, so that a short link cannot fill the memory.
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<string> {
  const text = await collect(through(bytes, new DecompressionStream("deflate-raw")), mostBytes);
  return new TextDecoder("utf-8", { fatal: true }).decode(text);
}

type Transform = CompressionStream | DecompressionStream;

function through(bytes: Uint8Array<ArrayBuffer>, transform: Transform): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

async function collect(stream: ReadableStream<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > mostBytes) {
      await reader.cancel();
      throw new RangeError(`more than ${mostBytes} bytes`);
    }
    chunks.push(part.value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
