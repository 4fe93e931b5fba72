import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, LabTest, Measurement, SleRecord, Statement, TestId } from "../../criteria/types.ts";
import { crc32 } from "../../lib/share/crc32.ts";
import { deflate } from "../../lib/share/deflate.ts";
import { isShareFragment } from "../../lib/share/fragment.ts";
import { openFragment, shareFragment } from "../../lib/share/link.ts";
import { format } from "../support/assess.ts";
import { growth, repeated } from "../support/growth.ts";

const open = (fragment: string) => openFragment(fragment, format);

const text = fc.string({ unit: "grapheme", maxLength: 40 });
const date = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2049-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));

const statement: fc.Arbitrary<Statement> = fc.record(
  {
    status: fc.constantFrom("present", "absent", "unknown"),
    explainedBy: fc.record(
      { cause: fc.constantFrom("drug", "infection", "malignancy", "metabolic", "other-disease", "other"), text },
      { requiredKeys: ["cause"] },
    ),
    date,
    note: text,
  },
  { requiredKeys: ["status"] },
);

const measurement: fc.Arbitrary<Measurement> = fc
  .constantFrom(...(Object.entries(definitions.tests) as [TestId, LabTest][]))
  .chain(([id, test]) =>
    fc.record(
      {
        test: fc.constant(id),
        value: number,
        unit: fc.constantFrom(...test.units.map(({ unit }) => unit)),
        comparator: fc.constantFrom("<", ">"),
        date,
        low: number,
        high: number,
        p99: number,
        method: text,
      },
      { requiredKeys: ["test", "value", "unit"] },
    ),
  );

const record: fc.Arbitrary<SleRecord> = fc.record(
  {
    format: fc.constant("sle-record/1"),
    label: text,
    findings: fc.dictionary(
      fc.constantFrom(...(Object.keys(definitions.findings) as FindingId[])),
      fc.oneof(fc.constantFrom("present", "absent", "unknown"), statement),
    ) as fc.Arbitrary<NonNullable<SleRecord["findings"]>>,
    measurements: fc.array(measurement, { maxLength: 12 }),
  },
  { requiredKeys: ["format"] },
);

test("a shared record opens as it was, with unknowns, explanations, notes and dates", async () => {
  await fc.assert(
    fc.asyncProperty(record, async (shared) => {
      expect(await open(await shareFragment(shared))).toEqual({ kind: "record", record: shared });
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("a link that was cut off anywhere is damaged, and loads nothing", async () => {
  const fragment = await shareFragment({ format: "sle-record/1", findings: { "malar-rash": "present" } });
  for (let length = 0; length < fragment.length; length += 1) {
    expect(await open(fragment.slice(0, length))).toEqual({ kind: "damaged" });
  }
});

test("a link with any one bit flipped loads nothing", async () => {
  const fragment = await shareFragment({
    format: "sle-record/1",
    findings: { "malar-rash": { status: "present", date: "2024-03-02" }, seizure: "absent" },
  });
  for (let at = 0; at < fragment.length; at += 1) {
    for (let bit = 0; bit < 7; bit += 1) {
      const flipped = String.fromCharCode(fragment.charCodeAt(at) ^ (1 << bit));
      expect(await open(fragment.slice(0, at) + flipped + fragment.slice(at + 1))).toEqual({ kind: "damaged" });
    }
  }
});

test("a link with a few characters changed loads nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      record,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(..."abcXYZ019-_.")), { minLength: 1, maxLength: 4 }),
      async (shared, changes) => {
        const whole = await shareFragment(shared);
        const characters = [...whole];
        for (const [at, character] of changes) characters[at % whole.length] = character;
        const changed = characters.join("");
        fc.pre(changed !== whole);
        expect(await open(changed)).toEqual({ kind: "damaged" });
      },
    ),
    { seed: 2, numRuns: 300 },
  );
});

describe("versions are told apart", () => {
  const linked = (checked: string) => `#${checked}.${crc32(checked)}`;

  test("a whole link of a later version is newer, whatever is in it", async () => {
    expect(await open(linked("r2.anything"))).toEqual({ kind: "newer", version: 2 });
  });

  test("a whole link of an earlier version is older", async () => {
    expect(await open(linked("r0.anything"))).toEqual({ kind: "older", version: 0 });
  });

  test("a damaged link of a later version is damaged", async () => {
    expect(await open("#r2.anything.00000000")).toEqual({ kind: "damaged" });
  });

  test("a whole link whose body is no record is damaged or refused, never half loaded", async () => {
    expect(await open(linked("r1.AAAA"))).toEqual({ kind: "damaged" });
    const body = Buffer.from(await deflate('{"format":"sle-record/1","findings":{"gout":"present"}}')).toString(
      "base64url",
    );
    expect(await open(linked(`r1.${body}`))).toMatchObject({ kind: "refused", issues: [{ code: "unknown-finding" }] });
  });

  test("a link that would unpack into a flood is refused before it does", async () => {
    const body = Buffer.from(await deflate(" ".repeat(50_000_000))).toString("base64url");
    expect(await open(linked(`r1.${body}`))).toEqual({ kind: "damaged" });
  });
});

test("a place on the page is no shared record", () => {
  expect(["", "#", "#finding-malar-rash", "#r", "#result"].filter(isShareFragment)).toEqual([]);
  expect(isShareFragment("#r1.abc")).toBe(true);
  expect(isShareFragment("#r12.abc")).toBe(true);
});

test("a record of thirty answers fits into an address that mail and chat programs carry", async () => {
  const ids = (Object.keys(definitions.findings) as FindingId[]).slice(0, 30);
  const findings = Object.fromEntries(ids.map((id) => [id, { status: "present", date: "2024-03-02" }]));
  const fragment = await shareFragment({ format: "sle-record/1", findings } as SleRecord);
  expect(fragment.length).toBeLessThan(1500);
});

describe("a link that is whole", () => {
  const shared = { format: "sle-record/1", findings: { "malar-rash": "present", seizure: "absent" } } as const;
  const percent = (text: string) =>
    [...text].map((one) => (/[a-z0-9]/i.test(one) ? one : `%${one.charCodeAt(0).toString(16).toUpperCase()}`)).join("");
  const decorations: Readonly<Record<string, (fragment: string) => string>> = {
    "percent codes for its dots": (fragment) => `#${fragment.replaceAll(".", "%2E")}`,
    "percent codes in small letters": (fragment) => `#${fragment.replaceAll(".", "%2e")}`,
    "percent codes for every sign": (fragment) => `#${percent(fragment)}`,
    "percent codes twice": (fragment) => `#${percent(percent(fragment))}`,
    "percent codes for every character": (fragment) =>
      `#${[...fragment].map((one) => `%${one.charCodeAt(0).toString(16)}`).join("")}`,
    "the dot of a sentence": (fragment) => `#${fragment}.`,
    "parentheses and a comma": (fragment) => `#(${fragment}),`,
    "angle brackets": (fragment) => `#<${fragment}>`,
    "quotation marks": (fragment) => `#"${fragment}"`,
    "the codes of quotation marks": (fragment) => `#%22${fragment}%22`,
    "a campaign's mark": (fragment) => `#${fragment}&utm_source=mail`,
    "a broken line": (fragment) => `#${fragment.slice(0, 12)}\r\n ${fragment.slice(12)}`,
    "the codes of a broken line": (fragment) => `#${fragment.slice(0, 12)}%0D%0A${fragment.slice(12)}`,
    "blanks around it": (fragment) => `# ${fragment} %20`,
    "a soft hyphen and a mark of direction": (fragment) => `#${fragment.slice(0, 9)}\u00ad${fragment.slice(9)}\u200e`,
    "a place to break the line, encoded twice": (fragment) =>
      `#${fragment.slice(0, 9)}${percent("%E2%80%8B")}${fragment.slice(9)}`,
    "a byte of another coding": (fragment) => `#${fragment.slice(0, 9)}%AD%0A${fragment.slice(9)}`,
    "curly quotation marks": (fragment) => `#\u201c${fragment}\u201d`,
    "a slash, as routers write it": (fragment) => `#/${fragment}`,
    "an ellipsis": (fragment) => `#${fragment}\u2026`,
    "the break of a mail's line": (fragment) => `#${fragment.slice(0, 9)}=\r\n${fragment.slice(9)}`,
    "the mark of a reply": (fragment) => `#${fragment.slice(0, 9)}\r\n> ${fragment.slice(9)}`,
    "the text that a search points to": (fragment) => `#${fragment}:~:text=rash`,
  };

  /** The fragment that a browser gives of such an address: what is not ASCII, blanks and quotes become codes in it. */
  const asAddress = (fragment: string) => new URL(`https://app.example/${fragment}`).hash;

  test.each(Object.entries(decorations))("opens with %s", async (_, decorated) => {
    const fragment = decorated(await shareFragment(shared));
    for (const one of [fragment, asAddress(fragment)]) {
      expect(isShareFragment(one)).toBe(true);
      expect(await open(one)).toEqual({ kind: "record", record: shared });
    }
  });

  test("opens with its dashes and low lines as programs that set text write them", async () => {
    const records = Array.from({ length: 300 }, (_, place): SleRecord => ({ ...shared, label: `Patient ${place}` }));
    const links = await Promise.all(records.map(shareFragment));
    const place = links.findIndex((link) => /[^-]--[^-]/.test(link) && link.includes("_"));
    const link = links[place] ?? "";
    expect(link).toMatch(/--.*_|_.*--/);
    for (const changed of [
      link.replaceAll("--", "\u2014"),
      link.replaceAll("-", "\u2011"),
      link.replaceAll("-", "\u2013"),
      link.replaceAll("-", "\u2212"),
      link.replaceAll("_", "\\_"),
    ]) {
      expect(changed).not.toBe(link);
      for (const one of [changed, asAddress(`#${changed}`)]) {
        expect(await open(one)).toEqual({ kind: "record", record: records[place] });
      }
    }
  });

  test.each(Object.entries(decorations))("is called damaged with %s and a sign less", async (_, decorated) => {
    const whole = await shareFragment(shared);
    const fragment = decorated(`${whole.slice(0, 20)}${whole.slice(21)}`);
    expect(isShareFragment(fragment)).toBe(true);
    expect(await open(fragment)).toEqual({ kind: "damaged" });
  });

  test.each(["%25", "%", " ", "r1.", "<", "\u200b"])(
    "is told from a place on the page in a time that grows with the address: %j",
    (part) => {
      expect(growth(isShareFragment, repeated(part), 8000)).toBeLessThan(8);
    },
  );
});
