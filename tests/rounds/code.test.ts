import { describe, expect, it } from "vitest";
import { CODE_BYTES, newCode, readCode, writtenCode } from "../../lib/rounds/code.ts";

const bytes = (seed: number) => Uint8Array.from({ length: CODE_BYTES }, (_, at) => (seed * 31 + at * 97) % 256);

describe("room codes", () => {
  it("are written in two groups of signs that are not taken for one another, and read back however they are typed", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const code = newCode(bytes(seed));
      expect(code).toMatch(/^[ACDEFGHJKMNPQRTWXY234679]{8}$/);
      expect(writtenCode(code)).toMatch(/^.{4}-.{4}$/);
      for (const typed of [
        code,
        writtenCode(code),
        ` ${code.toLowerCase().split("").join(" ")} `,
        code.replace(/(.{4})/, "$1 – "),
      ]) {
        expect(readCode(typed)).toBe(code);
      }
    }
  });

  it("have each sign as often as any other: bytes beyond the last multiple are passed over", () => {
    const counts = new Map<string, number>();
    const tooFew: number[] = [];
    for (let byte = 0; byte < 256; byte += 1) {
      // Exactly as many bytes as a code has signs.
      const random = Uint8Array.from({ length: 8 }, (_, at) => (at === 0 ? byte : 0));
      if (byte >= 240) {
        expect(() => newCode(random), `${byte}`).toThrow("too few random bytes for a code");
        tooFew.push(byte);
        continue;
      }
      const [sign = ""] = newCode(random);
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array(24).fill(10));
    expect(tooFew).toHaveLength(256 % 24);
    const passedOver = Uint8Array.from([255, 250, 0, 1, 2, 3, 240, 4, 5, 6, 7, 8]);
    expect(newCode(passedOver)).toBe(newCode(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7])));
  });

  it("are read from as much as somebody types between the signs, and from no more", () => {
    const typed = (length: number) => `ACDE${" ".repeat(length - 8)}FGHJ`;
    expect(readCode(typed(40))).toBe("ACDEFGHJ");
    expect(readCode(typed(41))).toBeUndefined();
  });

  it("have at least 30 bits", () => {
    expect(8 * Math.log2(24)).toBeGreaterThan(30);
  });

  it.each(["", "ACDEFGH", "ACDEFGHJK", "ACDEFGH0", "ACDEFGHI", "<script>", "A".repeat(100_000)])(
    "are not read from %.20s",
    (typed) => {
      expect(readCode(typed)).toBeUndefined();
    },
  );
});
