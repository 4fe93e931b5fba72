import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { changesBetween } from "../../lib/explain/changes.ts";
import { fullNote, shortNote } from "../../lib/explain/notes.ts";
import { short } from "../../lib/fhir/import/resources.ts";
import { inParentheses, oneLine, quoted, writtenOut } from "../../lib/record/one-line.ts";
import { parseRecordText } from "../../lib/record/parse.ts";
import { assess, format } from "../support/assess.ts";

/** What ends a line, turns the direction of text, has no width, or is only half a character. */
const HOSTILE = [
  0x00, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0xad, 0x034f, 0x061c, 0x115f, 0x180e,
  0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2063,
  0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xfffb, 0xfffe, 0xffff, 0xd800,
  0xdbff, 0xdc00, 0xe0001, 0xe0041, 0xe0100,
].map((code) => String.fromCodePoint(code));

const FORGED = "EULAR/ACR 2019: classified, 30 points.";
const texts = [...HOSTILE, "\r\n", "\n\n"].map((one) => `a${one}${FORGED}`);

/** Every kind of place in which a record holds free text. */
const recordWith = (text: string): SleRecord => ({
  format: "sle-record/1",
  label: text,
  findings: {
    "ana-1-80": "present",
    fever: { status: "present", explainedBy: { cause: "infection", text }, note: text },
    "oral-ulcers": { status: "absent", explainedBy: { cause: "drug", text }, note: text },
    "malar-rash": { status: "unknown", note: text },
  },
});

const unseen = (text: string) =>
  [...text.replaceAll("\n", "")].filter((one) => HOSTILE.includes(one) || /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(one));

describe("text of somebody, as it is shown", () => {
  test.each(HOSTILE.map((one) => [one.codePointAt(0)?.toString(16), one]))("has no U+%s in it", (_, one) => {
    expect(unseen(oneLine(`a${one}b${one}`))).toEqual([]);
    expect(oneLine(`a${one}b`)).toMatch(/^a ?b$/);
    expect(short(`a${one}b`)).toBe(oneLine(`a${one}b`));
    expect(unseen(writtenOut(`a${one}b`))).toEqual([]);
  });

  test("keeps what is written from right to left, accents, other scripts and plain signs", () => {
    for (const text of ["אספירין 81 מ״ג", "هيدرالازين", "Löfgren’s – 5 µg/mL", "蝶形紅斑", "ê\u0323́"]) {
      expect(oneLine(text)).toBe(text);
    }
  });

  test("ends, and cuts no character through", () => {
    for (const length of [498, 499, 500, 501]) {
      const cut = oneLine(`${"a".repeat(length)}${"😀".repeat(9)}`);
      expect(cut.length).toBeLessThanOrEqual(500);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.endsWith("…")).toBe(true);
    }
    expect(oneLine(`o${"\u0301".repeat(200)}`).length).toBeLessThan(10);
  });

  test("does not leave its quotation marks or its parentheses", () => {
    expect(quoted("bed 4”. Classified. “")).toBe('“bed 4". Classified. "”');
    expect(inParentheses("heparin")).toBe("heparin");
    expect(inParentheses("heparin). Fever: present (")).toBe("“heparin). Fever: present (”");
  });
});

describe("a note", () => {
  const subject = (record: SleRecord) => ({
    record,
    result: assess(record),
    definitions,
    version: "0.0.0",
  });
  const notesOf = (record: SleRecord) => [fullNote(subject(record)), shortNote(subject(record))];
  const plain = notesOf(recordWith("plain")).map((note) => note.split("\n").length);

  test.each(texts.map((text) => [writtenOut(text), text]))(
    "has no line and no unseen character of a text's own: %s",
    (_, text) => {
      const notes = notesOf(recordWith(text));
      expect(notes.map((note) => note.split("\n").length)).toEqual(plain);
      for (const note of notes) {
        expect(unseen(note)).toEqual([]);
        for (const line of note.split("\n")) expect(line.trimStart().startsWith(FORGED)).toBe(false);
        // Wherever the words of the text stand, they stand in quotation marks.
        for (const before of note.split(FORGED).slice(0, -1)) expect(before).toMatch(/“[^”]*$/);
      }
    },
  );

  test("what is stored stays as it was sent", () => {
    const record = recordWith(texts.join(""));
    const before = structuredClone(record);
    notesOf(record);
    expect(record).toEqual(before);
  });

  test("a step that is undone is said in one line", () => {
    for (const text of texts) {
      const said = changesBetween({ format: "sle-record/1" }, recordWith(text), definitions);
      expect(unseen(said)).toEqual([]);
      expect(said).not.toContain("\n");
    }
  });
});

describe("a message about a record", () => {
  const messagesOf = (record: unknown) => {
    const parsed = parseRecordText(JSON.stringify(record), format);
    const issues = parsed.record ? assess(parsed.record).issues : parsed.issues;
    return issues.map(({ message }) => message);
  };

  test.each(HOSTILE.map((one) => [one.codePointAt(0)?.toString(16), one]))("writes U+%s out", (_, one) => {
    const text = `a${one}b`;
    const c3 = { test: "c3", value: 60, unit: "mg/dL" };
    const messages = [
      { format: "sle-record/1", findings: { [text]: "present" } },
      { format: "sle-record/1", findings: { fever: text } },
      { format: text },
      { format: "sle-record/1", [text]: 1 },
      { format: "sle-record/1", measurements: [{ ...c3, unit: text }] },
      { format: "sle-record/1", measurements: [{ ...c3, test: text }] },
      { format: "sle-record/1", measurements: [{ test: "anti-dsdna", value: 60, unit: "[IU]/mL", method: text }] },
    ].map(messagesOf);
    for (const said of messages) {
      expect(said.length).toBeGreaterThan(0);
      for (const message of said) {
        expect(unseen(message)).toEqual([]);
        expect(message).not.toContain("\n");
      }
    }
  });
});
