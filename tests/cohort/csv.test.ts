import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { asCell, COMMA, CR, cellEnd, cellText, flawOf, LF, recordsEnd } from "../../lib/cohort/csv.ts";
import { pick, type Random, randomFrom } from "../scoring/support/random-records.ts";

/** Our reader's records, or what is wrong. Lines without anything are no records. */
function read(bytes: Uint8Array): string[][] | string {
  const records: string[][] = [];
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] === LF) at += 1;
    else if (bytes[at] === CR && bytes[at + 1] === LF) at += 2;
    else {
      const record: string[] = [];
      for (;;) {
        const end = cellEnd(bytes, at);
        if (end < 0) return flawOf(bytes, at);
        record.push(cellText(bytes, at, end));
        at = end + 1;
        if (bytes[end] === COMMA) continue;
        if (bytes[end] === CR) at += 1;
        break;
      }
      records.push(record);
    }
  }
  return records;
}

/** The same by csv-parse; undefined when it refuses. */
function byLibrary(bytes: Uint8Array): string[][] | undefined {
  try {
    return parse(Buffer.from(bytes), {
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch {
    return undefined;
  }
}

const PIECES = ["", "a", "1", "0", "present", ",", '"', '""', "\n", "\r\n", "é", "漢", "😀", " ", "=1+1", "\t", "'"];

const randomFile = (random: Random): string =>
  `${Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      const text = Array.from({ length: Math.floor(random() * 4) }, () => pick(random, PIECES)).join("");
      return random() < 0.2 ? `"${text.replaceAll('"', '""')}"` : asCell(text);
    }).join(","),
  ).join(pick(random, ["\n", "\r\n"]))}\n`;

describe("RFC 4180, held to csv-parse", () => {
  test("5,000 files of quotes, line ends in cells and letters of several bytes are read alike", () => {
    const random = randomFrom(4180);
    for (let round = 0; round < 5_000; round += 1) {
      const bytes = new TextEncoder().encode(randomFile(random));
      expect(read(bytes), JSON.stringify(new TextDecoder().decode(bytes))).toEqual(byLibrary(bytes));
    }
  });

  test("20,000 damaged files: what the library refuses is refused, what is read is read alike", () => {
    const random = randomFrom(7111);
    let refused = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const bytes = new TextEncoder().encode(randomFile(random));
      const at = Math.floor(random() * bytes.length);
      const damage = pick(random, [[], [0x22], [0x22, 0x22], [LF], [COMMA], [0x61]]);
      const damaged = Uint8Array.from([
        ...bytes.subarray(0, at),
        ...damage,
        ...bytes.subarray(at + (random() < 0.5 ? 1 : 0)),
        LF,
      ]);
      const ours = read(damaged);
      if (typeof ours !== "string")
        expect(ours, JSON.stringify(new TextDecoder().decode(damaged))).toEqual(byLibrary(damaged));
      else {
        refused += 1;
        // Half a letter is replaced by the library and refused here, as is a lone carriage return.
        if (!/UTF-8|carriage return/.test(ours))
          expect(byLibrary(damaged), `${ours} ${JSON.stringify(new TextDecoder().decode(damaged))}`).toBeUndefined();
      }
    }
    expect(refused).toBeGreaterThan(2_000);
  });

  test.each([
    ["a zero byte", "a\0b,1\n", "zero byte"],
    ["a zero byte in quotes", '"a\0b",1\n', "zero byte"],
    ["a quotation mark inside a cell", 'a"b,1\n', "inside a cell"],
    ["text behind a closing mark", '"a"b,1\n', "closes a cell"],
    ["a mark that is never closed", '"a,1\nb,0\n', "never closed"],
    ["a lone carriage return", "a\rb,1\n", "carriage return"],
  ])("%s is refused", (_, text, why) => {
    expect(read(new TextEncoder().encode(text))).toContain(why);
  });

  test("bytes that are no UTF-8 are refused, quoted or not", () => {
    for (const bytes of [Uint8Array.of(0xe9, LF), Uint8Array.of(0x22, 0xe9, 0x22, LF), Uint8Array.of(0xc3, 0x28, LF)]) {
      expect(read(bytes)).toContain("UTF-8");
    }
  });
});

test("parts end where records end: cut at any byte, the parts are the whole", () => {
  const random = randomFrom(8);
  for (let round = 0; round < 300; round += 1) {
    const bytes = new TextEncoder().encode(randomFile(random));
    const whole = read(bytes);
    if (typeof whole === "string") throw new Error(whole);
    for (let at = 0; at <= bytes.length; at += 1) {
      const end = recordsEnd(bytes.subarray(0, at));
      const [first, second] = [read(bytes.subarray(0, end)), read(bytes.subarray(end))];
      expect([...first, ...second]).toEqual(whole);
    }
  }
});
