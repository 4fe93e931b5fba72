/** The CRC-32 of a text's UTF-8 bytes, as eight hexadecimal digits (ISO 3309, the polynomial of zip and PNG). */
export function crc32(text: string): string {
  let remainder = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  }
  return (~remainder >>> 0).toString(16).padStart(8, "0");
}
