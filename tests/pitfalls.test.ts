import { describe, expect, test } from "vitest";
import { definitions } from "../criteria/index.ts";
import type { FindingId, Measurement, SleRecord, Statement, Status } from "../criteria/types.ts";
import type { Result } from "../lib/assess.ts";
import { criteriaOf } from "../lib/definition/walk.ts";
import { answer, EMPTY_RECORD, explain } from "../lib/record/edit.ts";
import { parseRecordText } from "../lib/record/parse.ts";
import type { CriterionState, SetResult } from "../lib/scoring/result.ts";
import { assess, format, interpret, parse } from "./support/assess.ts";

/**
 * Mistakes found in calculators that people use, one test for each. Every test says what is right and works out the
 * wrong reading too, from the same data, to show that this record tells the two apart.
 */

type Answers = { readonly [F in FindingId]?: Status | Statement };

const record = (findings: Answers, measurements: readonly Measurement[] = []): SleRecord => ({
  format: "sle-record/1",
  findings,
  measurements,
});

function present(...findings: readonly FindingId[]): Answers {
  return Object.fromEntries(findings.map((finding) => [finding, "present" as const]));
}

type SetName = "eular-acr-2019" | "slicc-2012" | "acr-1997" | "slerpi";

function result(set: SetName, findings: Answers, measurements: readonly Measurement[] = []): SetResult {
  const assessed: Result = assess(record(findings, measurements));
  const found = assessed.results?.[set];
  if (!found) throw new Error(`refused: ${JSON.stringify(assessed.issues)}`);
  return found;
}

const eular = (findings: Answers, measurements?: readonly Measurement[]) =>
  result("eular-acr-2019", findings, measurements);

function statesOf({ domains }: SetResult): Record<string, CriterionState> {
  return Object.fromEntries(domains.flatMap(({ criteria }) => criteria.map(({ id, state }) => [id, state])));
}

/** The wrong reading that adds every met criterion up, heaviest or not. */
function addedUp({ domains }: SetResult): number {
  const met = domains
    .flatMap(({ criteria }) => criteria)
    .filter(({ state }) => state === "counted" || state === "outranked");
  return met.reduce((sum, { weight }) => sum + weight, 0);
}

function status(finding: FindingId, measurements: readonly Measurement[], findings: Answers = {}): Status {
  const { facts, issues } = interpret(record(findings, measurements));
  if (!facts) throw new Error(JSON.stringify(issues));
  return facts[finding].status;
}

const NEPHRITIS = present("ana-1-80", "biopsy-class-3-or-4");

describe("mistakes of other calculators", () => {
  test("1. items of one domain are not added up: low white cells, low platelets and hemolysis are 4, not 11", () => {
    const found = eular(present("ana-1-80", "leukopenia", "thrombocytopenia", "hemolysis", "direct-coombs"));
    expect(found.score.value).toBe(4);
    expect(addedUp(found)).toBe(11);
    expect(found.asAssessed).toBe("not-classified");
  });

  test("2. the entry criterion is read, the right way round, and carries no points", () => {
    const without = eular({ ...NEPHRITIS, "ana-1-80": "absent" });
    expect(without).toMatchObject({ asAssessed: "not-classified", verdict: "not-classified", entry: "not-met" });
    // Not read, it would classify; read the wrong way round, this one would not; as two points, the next would.
    expect(without.score.value).toBeGreaterThanOrEqual(10);
    expect(eular(NEPHRITIS)).toMatchObject({ asAssessed: "classified", entry: "met", score: { value: 10 } });
    const eight = eular(present("ana-1-80", "biopsy-class-2-or-5"));
    expect(eight).toMatchObject({ asAssessed: "not-classified", score: { value: 8 } });
    expect(eight.score.value + 2).toBe(10);
  });

  test("3. an ANA that nobody answered is neither positive nor negative", () => {
    const { "ana-1-80": _, ...unanswered } = NEPHRITIS;
    expect(eular(unanswered)).toMatchObject({
      entry: "unknown",
      asAssessed: "not-classified",
      verdict: "undetermined",
    });
    expect(eular(unanswered).open).toContain("ana-1-80");
    expect(eular({ ...unanswered, "ana-1-80": "present" }).verdict).toBe("classified");
    expect(eular({ ...unanswered, "ana-1-80": "absent" }).verdict).toBe("not-classified");
  });

  test("4. antibodies and complement alone reach 12 and still do not classify without a clinical criterion", () => {
    const found = eular(present("ana-1-80", "anti-sm", "lupus-anticoagulant", "low-c3", "low-c4"));
    expect(found.score.value).toBe(12);
    expect(found.asAssessed).toBe("not-classified");
    expect(eular({ ...present("ana-1-80", "anti-sm", "low-c3", "low-c4"), fever: "present" }).asAssessed).toBe(
      "classified",
    );
  });

  test("5. a record in which nothing is answered has no points and says nothing", () => {
    for (const [set, found] of Object.entries(assess(EMPTY_RECORD).results ?? {})) {
      expect(found, set).toMatchObject({ asAssessed: "not-classified", verdict: "undetermined", score: { value: 0 } });
      const states = new Set(Object.values(statesOf(found)));
      expect([...states], set).toEqual(["unknown"]);
    }
  });

  test("6. SLICC counts hemolytic anemia and leaves the direct Coombs test out", () => {
    const found = result("slicc-2012", present("hemolytic-anemia", "direct-coombs", "malar-rash", "low-c3"));
    expect(statesOf(found)).toMatchObject({ "hemolytic-anemia": "counted", "direct-coombs": "excluded" });
    expect(found).toMatchObject({ score: { value: 3 }, asAssessed: "not-classified" });
    // Both counted would be 4, with a clinical and an immunologic one: classified.
    const apart = result("slicc-2012", present("direct-coombs", "malar-rash", "low-c3", "discoid-lupus"));
    expect(apart).toMatchObject({ score: { value: 4 }, asAssessed: "classified" });
  });

  test("7. proteinuria is no biopsy: the SLICC route needs proven nephritis", () => {
    const answers = present("proteinuria", "ana-above-reference");
    expect(result("slicc-2012", { ...answers, "biopsy-lupus-nephritis": "absent" })).toMatchObject({
      asAssessed: "not-classified",
      score: { value: 2 },
    });
    expect(result("slicc-2012", { ...answers, "biopsy-lupus-nephritis": "present" }).asAssessed).toBe("classified");
  });

  test("8. a fact is asked once: the ANA of the list and the ANA of the biopsy route are one answer", () => {
    const biopsy = present("biopsy-lupus-nephritis");
    const yes = result("slicc-2012", { ...biopsy, "ana-above-reference": "present" });
    const no = result("slicc-2012", { ...biopsy, "ana-above-reference": "absent", "anti-dsdna-slicc": "absent" });
    expect([statesOf(yes)["ana"], yes.asAssessed]).toEqual(["counted", "classified"]);
    expect([statesOf(no)["ana"], no.asAssessed]).toEqual(["not-met", "not-classified"]);
    const twice = `{"format":"sle-record/1","findings":{"ana-above-reference":"present","ana-above-reference":"absent"}}`;
    expect(parseRecordText(twice, format).issues).toMatchObject([{ path: "findings.ana-above-reference" }]);
    // JSON alone drops the first of the two answers.
    expect(JSON.parse(twice).findings).toEqual({ "ana-above-reference": "absent" });
  });

  test("9. a few answers are enough for an exact verdict", () => {
    expect(eular(NEPHRITIS).verdict).toBe("classified");
    expect(result("acr-1997", present("malar-rash", "discoid-lupus", "oral-ulcers", "seizure")).verdict).toBe(
      "classified",
    );
    // With everything else required, nothing could be said: nearly all of the record is unknown.
    expect(Object.values(statesOf(eular(NEPHRITIS))).filter((state) => state === "unknown").length).toBeGreaterThan(15);
  });

  test("10. a titer is compared with the limit, not only asked for", () => {
    const titer = (value: number) => [{ test: "ana-titer", value, unit: "{titer}" } as const];
    expect(eular(present("biopsy-class-3-or-4"), titer(40))).toMatchObject({
      entry: "not-met",
      verdict: "not-classified",
    });
    expect(eular(present("biopsy-class-3-or-4"), titer(160))).toMatchObject({ entry: "met", verdict: "classified" });
  });

  test("11. fever above 38.3, proteinuria above 0.5 g, ANA from 1:80, ten points or more", () => {
    const temperature = (value: number) => status("fever", [{ test: "temperature", value, unit: "Cel" }]);
    // From 38.0 or 38.5 on would turn the first or the third around.
    expect([38.2, 38.3, 38.4, 38.6].map(temperature)).toEqual(["absent", "absent", "present", "present"]);
    const protein = (value: number) => status("proteinuria", [{ test: "urine-protein-24h", value, unit: "g/(24.h)" }]);
    expect([0.5, 0.51].map(protein)).toEqual(["absent", "present"]);
    const ana = (value: number) => status("ana-1-80", [{ test: "ana-titer", value, unit: "{titer}" }]);
    expect([40, 80, 160].map(ana)).toEqual(["absent", "present", "present"]);
    expect(eular(NEPHRITIS)).toMatchObject({ score: { value: 10 }, asAssessed: "classified" });
  });

  test("12. a number is never compared without its unit", () => {
    const platelets = (value: number, unit: string) => [{ test: "platelets", value, unit } as const];
    expect(status("thrombocytopenia", platelets(250, "10*9/L"))).toBe("absent");
    const slip = interpret(record({}, platelets(250, "/mm3")));
    expect(slip.facts).toBeUndefined();
    expect(slip.issues).toMatchObject([{ code: "implausible-value", path: "measurements.0.value" }]);
    expect(slip.issues[0]?.message).toContain("250 would fit 10*9/L");
    // Compared as bare numbers, 250 lies below 100,000 and 3500 above 4.
    expect(status("leukopenia", [{ test: "white-cells", value: 3500, unit: "/uL" }])).toBe("present");
    expect(interpret(record({}, [{ test: "white-cells", value: 3500, unit: "10*9/L" }])).facts).toBeUndefined();
  });

  test("13. anticardiolipin just above the range is not medium or high, and IgA counts", () => {
    const igg: Measurement = { test: "anticardiolipin-igg", value: 22, unit: "[GPL'U]", high: 20 };
    expect(status("anticardiolipin-igg-igm-abnormal", [igg])).toBe("present");
    expect(status("anticardiolipin-medium-high", [igg])).toBe("absent");
    expect(eular(present("ana-1-80"), [igg]).score.value).toBe(0);
    const iga: Measurement = { test: "anticardiolipin-iga", value: 41, unit: "[APL'U]" };
    expect(eular(present("ana-1-80"), [iga]).score.value).toBe(2);
  });

  test("14. ever means ever: normal values after treatment take nothing away", () => {
    const values: Measurement[] = [
      { test: "platelets", value: 60, unit: "10*9/L", date: "2021-03-01" },
      { test: "platelets", value: 210, unit: "10*9/L", date: "2024-03-01" },
      { test: "c3", value: 0.4, unit: "g/L", low: 0.9, date: "2021-03-01" },
      { test: "c3", value: 1.1, unit: "g/L", low: 0.9, date: "2024-03-01" },
    ];
    expect(eular(present("ana-1-80"), values).score.value).toBe(7);
    const latest = values.filter(({ date }) => date === "2024-03-01");
    expect(eular(present("ana-1-80"), latest).score.value).toBe(0);
    expect(eular({ ...present("ana-1-80"), thrombocytopenia: "present" }, latest).score.value).toBe(4);
  });

  test("15. malar, photosensitive and subacute rash are one SLICC criterion, not three", () => {
    const rashes = present(
      "malar-rash",
      "photosensitive-lupus-rash",
      "subacute-cutaneous-lupus",
      "ana-above-reference",
    );
    expect(result("slicc-2012", rashes)).toMatchObject({ score: { value: 2 }, asAssessed: "not-classified" });
    const separate = present("malar-rash", "discoid-lupus", "non-scarring-alopecia", "ana-above-reference");
    expect(result("slicc-2012", separate)).toMatchObject({ score: { value: 4 }, asAssessed: "classified" });
  });

  test("16. morning stiffness alone, one joint or joint pain is no joint involvement", () => {
    const one: Measurement = { test: "swollen-joints", value: 1, unit: "{count}" };
    const two: Measurement = { test: "swollen-joints", value: 2, unit: "{count}" };
    expect(eular(present("ana-1-80", "arthralgia"), [one]).score.value).toBe(0);
    expect(eular(present("ana-1-80"), [two]).score.value).toBe(6);
    const joint = definitions.sets
      .flatMap((set) => [...criteriaOf(set)])
      .find(({ criterion }) => criterion.id === "joint-involvement");
    expect(JSON.stringify(joint?.criterion.when)).not.toContain("arthralgia");
  });

  test("17. lymphopenia is no EULAR/ACR item, and one low count is not two for ACR 1997", () => {
    const low = (value: number, date: string): Measurement => ({ test: "lymphocytes", value, unit: "10*9/L", date });
    expect(eular(present("ana-1-80"), [low(0.6, "2024-01-01")]).score).toMatchObject({ value: 0 });
    const once = result("acr-1997", {}, [low(0.6, "2024-01-01")]);
    const twice = result("acr-1997", {}, [low(0.6, "2024-01-01"), low(1.2, "2024-02-01")]);
    expect([once.score.value, twice.score.value]).toEqual([0, 1]);
    expect(statesOf(once)["hematologic-disorder"]).toBe("unknown");
  });

  test("18. class III with class V is 10, not 18, and class V with proteinuria is 8, not 12", () => {
    const mixed = eular(present("ana-1-80", "biopsy-class-3-or-4", "biopsy-class-2-or-5"));
    expect([mixed.score.value, addedUp(mixed)]).toEqual([10, 18]);
    const membranous = eular(present("ana-1-80", "biopsy-class-2-or-5", "proteinuria"));
    expect([membranous.score.value, addedUp(membranous)]).toEqual([8, 12]);
    expect(membranous.asAssessed).toBe("not-classified");
  });

  test("19. classes III and IV weigh 10, II and V weigh 8, and both complements low weigh 4", () => {
    expect(eular(present("ana-1-80", "biopsy-class-3-or-4")).score.value).toBe(10);
    expect(eular(present("ana-1-80", "biopsy-class-2-or-5")).score.value).toBe(8);
    expect(eular(present("ana-1-80", "low-c3")).score.value).toBe(3);
    expect(eular(present("ana-1-80", "low-c3", "low-c4")).score.value).toBe(4);
    // A draft's 3 for both would leave this patient at 9.
    expect(eular(present("ana-1-80", "low-c3", "low-c4", "malar-rash"))).toMatchObject({
      asAssessed: "classified",
      score: { value: 10 },
    });
  });

  test("20. SLERPI classifies above 7, keeps half points, and lung disease takes one away", () => {
    const slerpi = (...findings: FindingId[]) => result("slerpi", present(...findings));
    const seven = slerpi("thrombocytopenia", "anti-sm");
    expect(seven).toMatchObject({ score: { value: 7, comparison: ">", threshold: 7 }, asAssessed: "not-classified" });
    expect(slerpi("thrombocytopenia", "ana-above-reference")).toMatchObject({
      score: { value: 7.5 },
      asAssessed: "classified",
    });
    expect(slerpi("thrombocytopenia", "ana-above-reference", "interstitial-lung-disease")).toMatchObject({
      score: { value: 6.5 },
      asAssessed: "not-classified",
    });
    // Rounded, 6.5 would be 7 and 7.5 would be 8 or 7.
    expect(slerpi("interstitial-lung-disease").score.value).toBe(-1);
  });

  test("21. nothing sticks to a corrected answer", () => {
    const explained = explain(answer(EMPTY_RECORD, "fever", "present"), "fever", { cause: "infection" });
    expect(eular(explained.findings ?? {}).score.value).toBe(0);
    const corrected = answer(answer(explained, "fever", "absent"), "fever", "present");
    expect(corrected.findings).toEqual({ fever: "present" });
    // With the explanation still stuck to it, fever would not count.
    expect(eular(corrected.findings ?? {}).score.value).toBe(2);
    expect(answer(explained, "fever", "unknown").findings).toEqual({});
  });

  test("22. a text is not taken for an answer because it is not empty", () => {
    // Any text but the empty one is true to a program; "false" then counts as fever, worth 2 points.
    expect(Boolean("false")).toBe(true);
    expect(eular(present("fever")).score.value).toBe(2);
    expect(parse({ format: "sle-record/1", findings: { fever: "false" } }).record).toBeUndefined();
  });

  test.each(["false", "true", "no", "yes", "0", "1", "Present", ""])('22. the text "%s" is not an answer', (text) => {
    const { record: read, issues } = parse({ format: "sle-record/1", findings: { fever: text } });
    expect(read).toBeUndefined();
    expect(issues).toMatchObject([{ code: "malformed", path: "findings.fever" }]);
  });

  test("24. no result holds a probability, a chance or a percentage", () => {
    const everything = Object.fromEntries(Object.keys(definitions.findings).map((id) => [id, "present" as const]));
    const text = JSON.stringify(assess(record(everything)));
    // The name of SLERPI itself speaks of a probability; no figure of the result may.
    expect(text).not.toMatch(/probab|likelihood|chance|percent|%/i);
    expect(Object.keys(result("slerpi", everything).score)).toEqual([
      "value",
      "lower",
      "upper",
      "threshold",
      "comparison",
    ]);
  });
});
