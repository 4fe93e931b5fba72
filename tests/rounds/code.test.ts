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
