/** The bars of the reader on the gold texts: the shared ones and those of this project, each collection on its own. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { parseRecord, recordFormatOf } from "../../lib/record/parse.ts";
import { type GoldText, goldTexts, precision, readingOf, recall, scoreOf } from "./evaluate.ts";

const format = recordFormatOf(definitions);
const COLLECTIONS = [
  "shared",
  "own",
  "held-out",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
  "twentieth",
  "twenty-first",
  "twenty-second",
  "twenty-third",
] as const;

/**
 * What the reader is known to get wrong, so that whatever else it gets wrong is new. None of it is a finding or a value
 * that somebody does not have, except where the line says "wrong". A line goes once it is read well.
 */
const KNOWN: Readonly<Partial<Record<(typeof COLLECTIONS)[number], readonly string[]>>> = {
  second: ["c-second-opinion: missed value white-cells 5.2", "c-second-opinion: missed value white-cells 6"],
  third: ["d-short-notes: missed finding oral-ulcers present"],
  ninth: [
    "ice-uk-chain: missed value lymphocytes 0.7",
    "attribution-problem-list: wrong finding pericardial-effusion present",
    "attribution-problem-list: missed finding pericardial-effusion present",
    "discharge-neuro-2: wrong value anticardiolipin-igg 88",
    "discharge-neuro-2: missed value anticardiolipin-igg 88",
  ],
  tenth: ["letter-headache-cluster: missed finding malar-rash present"],
  eleventh: [
    "immunology-verbose: missed value anti-dsdna 96",
    "vignette-short-answer: missed finding synovitis-2-joints present",
  ],
  twelfth: [
    "ward-round-note: wrong finding pericardial-rub absent",
    "ward-round-note: missed finding pericardial-rub present",
  ],
  fourteenth: ["vignette-pregnancy: missed value urine-protein-creatinine-ratio 0.3"],
  fifteenth: ["referral-boxes-c: missed value temperature 38.6"],
  seventeenth: [
    "us-epic-progress: missed finding hemolytic-anemia-with-reticulocytosis present",
    "india-discharge-neuro: missed value white-cells 3.8",
  ],
  eighteenth: [
    "uk-combined-clinic: missed finding leukopenia present",
    "ch-cumulative: missed value urine-protein-creatinine-ratio 74",
    "ch-cumulative: missed value urine-protein-creatinine-ratio 31",
    "au-paediatric: missed value swollen-joints 3",
    "au-paediatric: missed finding photosensitivity present",
    "obstetric-medicine-day-unit: missed finding anti-ro absent",
  ],
  nineteenth: [
    "referral-patient-quotes: missed value ana-titer 640",
    "referral-patient-quotes: missed finding oral-ulcers present",
    "referral-patient-quotes: missed finding tender-joints-with-stiffness present",
    "then-and-now-serology: missed value c3 1.05",
    "then-and-now-serology: missed value white-cells 2.1",
    "then-and-now-serology: missed finding anti-dsdna present",
    "then-and-now-serology: missed finding direct-coombs present",
    "translated-decimal-commas: missed value urine-protein-24h 1.8",
    "obstetric-antiphospholipid: missed finding false-positive-rpr present",
    "timeline-summary: missed value ana-titer 2560",
    "patients-own-list: wrong value c3 70",
    "patients-own-list: missed value c3 70",
    "ena-panel-indices: missed finding anti-dsdna-specific absent",
    "vitals-flowsheet: missed value temperature 99.4",
    "vitals-flowsheet: missed value temperature 102.2",
    "vitals-flowsheet: missed value temperature 101.1",
    "vitals-flowsheet: missed value temperature 98.8",
  ],
  twentieth: [
    "ddx-list: missed value c3 1.1",
    "ddx-list: missed value c4 0.25",
    "ddx-list: missed finding malar-rash absent",
    "checklist-ticks: missed value ana-titer 640",
    "portal-message: missed finding arthralgia present",
    "portal-message: missed finding synovitis-2-joints absent",
    "spanish-style-summary: missed value anticardiolipin-igg 24",
    "kind-transfer-sister: missed finding fatigue present",
    "kind-previous-dx-revised: missed value ana-titer 40",
    "kind-insurance: missed finding anti-sm present",
  ],
  "twenty-first": [
    "letter-hands-and-nose: missed value white-cells 3.4",
    "email-second-look-biopsy: missed finding biopsy-class-2-or-5 present",
    "ward-note-day-four: missed finding pleural-effusion present",
    "consult-neuro: missed finding cranial-neuropathy absent",
    "dialogue-phone: missed value platelets 168",
    "dialogue-phone: missed finding thrombosis present",
  ],
  "twenty-second": [
    "us-discharge-by-problem: missed value platelets 91",
    "us-discharge-by-problem: missed finding pericardial-pain present",
    "kidney-biopsy-outside-read: missed finding biopsy-class-3-or-4 absent",
    "ed-chest-pain: missed finding arthralgia present",
    "proforma-with-boxes: missed value swollen-joints 3",
    "proforma-with-boxes: missed finding lupus-anticoagulant absent",
    "liaison-psychiatry: missed finding anti-dsdna absent",
    "circled-answers: missed finding oral-ulcers present",
    "nurse-triage: missed finding pleurisy-over-1-day present",
    "skin-clinic-second-thoughts: missed finding oral-ulcers present",
    "viva-station: missed finding synovitis-2-joints absent",
  ],
  "twenty-third": [
    "vascular-clinic: missed finding anti-beta2gp1 present",
    "vascular-clinic: missed finding valve-disease absent",
    "case-report: missed value anti-dsdna 400",
    "south-africa: missed finding weight-loss present",
    "south-africa: missed finding anorexia present",
    "registrar-clerking: missed finding thrombosis present",
    "registrar-clerking: missed finding acute-pericarditis present",
    "canada-note: missed finding leg-edema present",
  ],
};

/** "letter-long-one: missed finding pleurisy-over-1-day present". */
function inShort(fault: string): string {
  const [, what = "", json = "{}"] = /^(.*?) (\{.*)$/s.exec(fault) ?? [];
  const one = JSON.parse(json) as Readonly<Partial<Record<"test" | "value" | "finding" | "status", string | number>>>;
  return [what, one.test ?? one.finding, one.value ?? one.status].join(" ");
}

describe.each(COLLECTIONS)("%s", (collection) => {
  const score = scoreOf(goldTexts(collection));

  test("nothing is read wrongly but what is known", () => {
    expect(score.faults.map(inShort)).toEqual(KNOWN[collection] ?? []);
  });

  test("values", () => {
    expect(precision(score.measurements), score.faults.join("\n")).toBeGreaterThanOrEqual(0.99);
    expect(recall(score.measurements), score.faults.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  test("findings", () => {
    expect(precision(score.findings), score.faults.join("\n")).toBeGreaterThanOrEqual(0.97);
    expect(recall(score.findings), score.faults.join("\n")).toBeGreaterThanOrEqual(0.9);
  });

  test("traps", () => {
    expect(score.traps.of).toBeGreaterThan(0);
    expect(score.traps.sprung / score.traps.of, score.faults.join("\n")).toBeLessThanOrEqual(0.01);
  });
});

describe("every gold text", () => {
  const all: readonly GoldText[] = COLLECTIONS.flatMap(goldTexts);

  test("there are as many as were asked for", () => {
    expect(goldTexts("shared")).toHaveLength(25);
    expect(goldTexts("own").length).toBeGreaterThanOrEqual(60);
    expect(goldTexts("held-out").length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test.each(all.map((gold) => [gold.id, gold] as const))(
    "%s: what is proposed is a record, and each place holds it",
    (_, gold) => {
      const { proposals, notTaken } = readingOf(gold.text);
      const measurements = proposals.flatMap((one) => {
        if (one.kind !== "measurement") return [];
        const { kind: _kind, from: _from, sureness: _sureness, ...measurement } = one;
        return [measurement];
      });
      const findings = Object.fromEntries(
        proposals.flatMap((one) =>
          one.kind === "finding"
            ? [
                [
                  one.finding,
                  {
                    status: one.status,
                    ...(one.explainedBy && { explainedBy: one.explainedBy }),
                    ...(one.date && { date: one.date }),
                  },
                ],
              ]
            : [],
        ),
      );
      expect(parseRecord(format, { format: "sle-record/1", measurements, findings }).issues ?? []).toEqual([]);
      for (const { from } of [...proposals, ...notTaken]) {
        const [start, end] = from;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(gold.text.length);
      }
    },
  );

  test("a place holds the number of its value", () => {
    for (const { text } of all) {
      for (const one of readingOf(text).proposals) {
        if (one.kind !== "measurement") continue;
        expect(text.slice(...one.from)).toMatch(/\d/);
      }
    }
  });
});
