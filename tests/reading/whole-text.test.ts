/** Texts that are not to be read, or not at any cost: said, and nothing proposed that cannot be stood for. */
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { LONGEST_TEXT } from "../../lib/reading/longest-text.ts";
import { plainText } from "../../lib/reading/plain-text.ts";
import { readText } from "../../lib/reading/read-text.ts";
import { goldTexts, words } from "./evaluate.ts";
import { read, whys } from "./read.ts";

const FOUND = "\nPlatelets 44 x10^9/L. Malar rash.";

describe("nothing is proposed, and why is said", () => {
  test.each([
    ["German", `Die Patientin klagt über Müdigkeit, kein Fieber und keine Ulzera.${FOUND}`, /German/],
    ["French", `La patiente a une éruption et des arthralgies, sans convulsion, dans les mains.${FOUND}`, /French/],
    [
      "Spanish",
      `La paciente niega fiebre y no tiene llagas, con una erupción en las manos desde mayo.${FOUND}`,
      /Spanish/,
    ],
    [
      "Italian",
      `Il paziente non ha febbre e presenta una eruzione del viso con dolori, nessuna afta.${FOUND}`,
      /Italian/,
    ],
    [
      "Dutch",
      `De patiënte heeft geen koorts en niet veel pijn, met een uitslag op het gezicht door zon.${FOUND}`,
      /Dutch/,
    ],
    [
      "Portuguese",
      `O paciente nega febre e não tem aftas, com uma mancha que se apresenta em maio.${FOUND}`,
      /Portuguese/,
    ],
    [
      "Swedish",
      `En kvinna som har ingen feber och inga besvär, med utslag på kinden som är från i maj.${FOUND}`,
      /Swedish/,
    ],
    [
      "Polish",
      `Pacjentka nie ma temperatury, bez zmian w jamie ustnej, z bolami od maja po leczeniu.${FOUND}`,
      /Polish/,
    ],
    [
      "Turkish",
      `Hasta için bir sorun yok ve daha sonra olan ağrı da var, bu nedenle kontrol ile izlem.${FOUND}`,
      /Turkish/,
    ],
    ["Greek", `Η ασθενής έχει εξάνθημα και πυρετό από εβδομάδας${FOUND}`, /not in English/],
    ["two patients", `Patient 1: malar rash.\nPatient 2: no rash.${FOUND}`, /more than one patient/],
    ["a protocol", `Inclusion criteria: malar rash. Exclusion criteria: seizures.${FOUND}`, /protocol/],
    [
      "a cohort",
      `We studied 412 patients: malar rash in 58%, mean platelet count 214 x10^9/L, cohort of 2012.`,
      /group of patients/,
    ],
    ["a leaflet", `What is lupus? You may have a malar rash. Some people have seizures.`, /in general/],
    ["a program", `const plt = 12; if (plt < 100) { alert("malar rash"); }`, /program/],
    ["a binary file", `\u0000\u0001\u0002\u0003\u0004\u0005PNG${FOUND}`, /no text/],
    ["too much", "malar rash ".repeat(LONGEST_TEXT / 10), /more than 400,000 characters/],
    ["nothing of it", "Lemon cake: 225 g butter, 4 eggs.", /Nothing in the text/],
  ])("%s", (_, text, why) => {
    expect(read(text)).toEqual([]);
    expect(whys(text)).toHaveLength(1);
    expect(whys(text)[0]).toMatch(why);
  });

  test("an empty text has nothing to say", () => {
    expect(readText("", words)).toEqual({ format: "sle-reading/1", proposals: [], notTaken: [] });
  });
});

test("a block that says it is another patient's is passed over, and only that", () => {
  const text =
    "WBC 4.8 x10^9/L\n--- pasted in error, DIFFERENT PATIENT ---\nWBC 2.1 x10^9/L\nDirect Coombs positive\n--- end ---\nPlatelets 233 x10^9/L";
  expect(read(text)).toEqual(["white-cells 4.8 10*9/L", "platelets 233 10*9/L"]);
});

test("markup, comments and scripts are not read", () => {
  const text =
    '<html><script>var plt = 12; seizure</script><!-- psychosis --><p title="pericarditis">Malar rash</p></html>';
  expect(read(text)).toEqual(["malar-rash present"]);
});

test("places count UTF-16 code units of the text as it was read", () => {
  const text = "\uFEFF😀 ma\u200Blar ra\u00ADsh, W\u202EBC 3.1 ×10⁹/L";
  expect(readText(text, words).proposals.map(({ from }) => text.slice(...from))).toEqual([
    "ma\u200Blar ra\u00ADsh",
    "W\u202EBC 3.1 ×10⁹/L",
  ]);
});

test("a text is brought to one way of writing", () => {
  expect(plainText("ANÆMIA β2 ≥ 1–2 µL ☑ ☐").text).toBe("anæmia beta2 >= 1-2 ul [x] [ ]");
  expect(plainText("oral\u000Bulcers,\u0007fever\r\nmalar\trash").text).toBe("oral ulcers, fever\nmalar\trash");
});

describe("time grows with the length of a text, not faster", () => {
  const letter = goldTexts("shared").find(({ id }) => id === "attribution-letter")?.text ?? "";
  const used = (text: string): number => {
    const best = [0, 1, 2].map(() => {
      const before = process.cpuUsage().user;
      readText(text, words);
      return process.cpuUsage().user - before;
    });
    return Math.min(...best);
  };

  test.each([
    ["letters", `${letter}\n\n`],
    ["one finding", "malar rash "],
    ["values", "WBC 3.1 x10^9/L, "],
    ["cells", "WBC\t3.1\t"],
    ["classes", "class III "],
    ["denials", "no "],
    ["boxes", "[ ] malar rash "],
    ["opened tags", "<b"],
    ["entities", "&lt;"],
    ["dots", "1.1."],
    ["relatives", "her mother has lupus "],
    ["reagin", "VDRL reactive. "],
    ["values without a unit", "WBC 3.1, platelets 85, "],
    ["arrows", "platelets 88 -> "],
    ["signs", "+ fatigue, - fever, "],
    ["questions", "Seizures? No. "],
    ["labels", "Test: C3\nValue: 0.6\n"],
    ["headings of tables", "Date   C3 (g/L)   C4 (g/L)\n"],
    ["boxes with questions", "Anti-Sm:  [ ] neg [x] pos   "],
  ])("%s", (_, part) => {
    const [short, long] = [12_000, 96_000].map((length) => used(part.repeat(Math.ceil(length / part.length))));
    // Eight times as long: sixty-four times the time if it grew with the square.
    expect((long ?? 0) / Math.max(short ?? 0, 2_000)).toBeLessThan(30);
  });
});

describe("npm run read", () => {
  const run = (input: string | Buffer): unknown =>
    JSON.parse(execFileSync(process.execPath, ["scripts/read.mjs", "-"], { input, encoding: "utf8" }));

  test("prints what the contract names", () => {
    expect(run("Malar rash. WBC 3.1 x10^9/L (4.0-11.0)")).toEqual({
      format: "sle-reading/1",
      proposals: [
        { kind: "finding", finding: "malar-rash", status: "present", from: [0, 10] },
        { kind: "measurement", test: "white-cells", value: 3.1, unit: "10*9/L", low: 4, high: 11, from: [12, 38] },
      ],
      notTaken: [],
    });
  });

  test("says what is no text", () => {
    expect(run(Buffer.from([0xff, 0xfe, 0xff, 0x80]))).toMatchObject({
      proposals: [],
      notTaken: [{ why: expect.stringMatching(/not text in UTF-8/) }],
    });
  });
});
