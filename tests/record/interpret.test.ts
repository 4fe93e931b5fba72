import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, Measurement, SleRecord, Statement, Status } from "../../criteria/types.ts";
import type { Fact } from "../../lib/record/facts.ts";
import { interpret as interpretBy, recordPlanOf } from "../../lib/record/interpret.ts";
import { interpret } from "../support/assess.ts";

type Answers = { readonly [F in FindingId]?: Status | Statement };

function record(findings: Answers, measurements: readonly Measurement[] = []): SleRecord {
  return { format: "sle-record/1", findings, measurements };
}

function fact(finding: FindingId, findings: Answers, measurements: readonly Measurement[] = []): Fact {
  const { facts, issues } = interpret(record(findings, measurements));
  if (!facts) throw new Error(JSON.stringify(issues));
  return facts[finding];
}

const cells = (value: number, date?: string): Measurement => ({
  test: "white-cells",
  value,
  unit: "10*9/L",
  ...(date && { date }),
});
const DRUG: Statement = { status: "present", explainedBy: { cause: "drug" } };
const INFECTION: Statement = { status: "present", explainedBy: { cause: "infection" } };

describe("occasions", () => {
  const twice = (...measurements: Measurement[]) => fact("leukopenia-twice", {}, measurements).status;

  test("two dates are two, one date or no date is one, and undated values add none to dated ones", () => {
    expect(twice(cells(3, "2024-01-01"), cells(3.5, "2024-02-01"))).toBe("present");
    expect(twice(cells(3, "2024-01-01"), cells(3.5, "2024-01-01"))).toBe("unknown");
    expect(twice(cells(3), cells(3.5))).toBe("unknown");
    expect(twice(cells(3, "2024-01-01"), cells(3.5))).toBe("unknown");
    expect(twice(cells(3), cells(3.5), cells(3.6, "2024-01-01"))).toBe("unknown");
  });

  test("only occasions that meet the limit count, and a normal value between them takes none away", () => {
    expect(twice(cells(3, "2024-01-01"), cells(5, "2024-02-01"))).toBe("unknown");
    expect(twice(cells(3, "2024-01-01"), cells(5, "2024-02-01"), cells(3.9, "2024-03-01"))).toBe("present");
    expect(twice(cells(5, "2024-01-01"), cells(6))).toBe("absent");
  });

  test("one of two is pointed out, unless the finding is answered or no value meets the limit", () => {
    const codes = (findings: Answers, ...measurements: Measurement[]) =>
      interpret(record(findings, measurements)).notices.map(({ code, finding }) => `${code} ${finding}`);
    expect(codes({}, cells(3))).toEqual(["needs-another-occasion leukopenia-twice"]);
    expect(codes({}, cells(5))).toEqual([]);
    expect(codes({}, { ...cells(5), comparator: "<" })).toEqual([]);
    expect(codes({ "leukopenia-twice": "present" }, cells(3))).toEqual([]);
    expect(codes({ "leukopenia-twice": "absent" }, cells(3))).toEqual([]);
    expect(codes({}, cells(3, "2024-01-01"), cells(3, "2024-02-01"))).toEqual([]);
  });
});

describe("a limit of its own for a unit", () => {
  const said = (value: number, unit: string, comparator?: "<" | ">") =>
    interpret(
      record({}, [{ test: "urine-protein-creatinine-ratio", value, unit, ...(comparator && { comparator }) }]),
    ).notices.filter(({ code }) => code === "unit-convention");
  const ratio = (...value: Parameters<typeof said>) => said(...value).map(({ finding }) => finding);
  const both = ["proteinuria", "proteinuria-500"];

  test("where exact conversion would not count it, the notice says so, for each finding that counts", () => {
    expect([49.99, 50, 50.01, 56.5, 56.57].map((value) => ratio(value, "mg/mmol"))).toEqual([
      [],
      ["proteinuria-500"],
      both,
      both,
      [],
    ]);
    expect([0.0499, 0.05, 0.0501, 0.0565, 0.0566].map((value) => ratio(value, "g/mmol").length)).toEqual([
      0, 1, 2, 2, 0,
    ]);
    expect(ratio(450, "mg/g")).toEqual([]);
    expect(ratio(52, "mg/mmol", "<")).toEqual([]);
    expect(ratio(52, "mg/mmol", ">")).toEqual(both);
  });

  test("what is above 52 may be far above, and 52 itself is not: converted, the one could lie below, and the other would", () => {
    const words = (comparator?: ">") => said(52, "mg/mmol", comparator).map(({ message }) => message);
    for (const message of words(">")) expect(message).toMatch(/ratio >52 .* it could lie below /);
    for (const message of words()) expect(message).toMatch(/ratio 52 .* it would lie below /);
    expect([words(">").length, words().length]).toEqual([2, 2]);
  });

  test("the other reading of the record has the findings as the conversion decides them", () => {
    const value: Measurement = { test: "urine-protein-creatinine-ratio", value: 52, unit: "mg/mmol" };
    expect(fact("proteinuria", {}, [value]).status).toBe("present");
    const { otherFacts = [] } = interpret(record({}, [value]));
    expect(otherFacts.map(({ code, findings }) => [code, findings])).toEqual([["unit-convention", both]]);
    expect(otherFacts[0]?.facts.proteinuria.status).toBe("absent");
    expect(otherFacts[0]?.facts["proteinuria-500"].status).toBe("absent");
    expect(interpret(record({}, [{ ...value, value: 60 }])).otherFacts).toBeUndefined();
  });
});

describe("a limit that cannot be that of its value", () => {
  const c3 = (value: number, limits: Partial<Measurement>, unit = "mg/dL"): Measurement => ({
    test: "c3",
    value,
    unit,
    ...limits,
  });
  const white: Measurement = { test: "white-cells", value: 2.8, unit: "10*9/L" };

  test.each<[string, Measurement, keyof Measurement]>([
    ["the value in g/L and the limit in mg/dL", c3(1.2, { low: 90 }), "low"],
    ["the same the other way round", c3(120, { low: 0.9 }), "low"],
    ["a range in reverse", c3(120, { low: 180, high: 90 }), "low"],
    ["nothing as a lower limit", c3(62, { low: 0 }), "low"],
    ["a placeholder for antibodies", { test: "anti-dsdna", value: 95, unit: "[IU]/mL", high: 9999 }, "high"],
  ])("%s is said, and judges nothing", (_, value, limit) => {
    const { issues, facts } = interpret(record({}, [value, white]));
    expect(issues).toMatchObject([{ severity: "warning", code: "doubtful-limit", path: `measurements.0.${limit}` }]);
    expect(facts?.["low-c3"].status).toBe("unknown");
    expect(facts?.["anti-dsdna"].status).toBe("unknown");
    // What stands beside it is not lost.
    expect(facts?.leukopenia.status).toBe("present");
  });

  test.each<[string, Measurement]>([
    ["a very low C3", c3(5, { low: 90, high: 180 })],
    ["a hardly measurable C4", { test: "c4", value: 1.5, unit: "mg/dL", low: 10 }],
    ["deficiency", c3(0.03, { low: 0.5 }, "g/L")],
    ["a very high antibody", { test: "anti-dsdna", value: 4000, unit: "[IU]/mL", high: 10 }],
    ["a range from nothing on", { test: "anticardiolipin-igg", value: 61, unit: "[GPL'U]", low: 0, high: 15 }],
    ["heavy proteinuria", { test: "urine-protein-creatinine-ratio", value: 8000, unit: "mg/g", low: 0, high: 150 }],
  ])("%s is taken as it is", (_, value) => {
    expect(interpret(record({}, [value])).issues).toEqual([]);
  });

  test("it makes no difference in which unit the two were entered", () => {
    for (const [value, unit, low] of [
      [1.2, "mg/dL", 90],
      [0.012, "g/L", 0.9],
    ] as const) {
      const { issues, facts } = interpret(record({}, [c3(value, { low }, unit)]));
      expect(issues, unit).toMatchObject([{ code: "doubtful-limit" }]);
      expect(facts?.["low-c3"].status, unit).toBe("unknown");
    }
  });

  test("an unusual limit is pointed out, and judges", () => {
    const { issues, facts } = interpret(record({}, [c3(22, { low: 25 })]));
    expect(issues).toMatchObject([{ severity: "warning", code: "doubtful-limit" }]);
    expect(facts?.["low-c3"].status).toBe("present");
  });
});

describe("a titer is a whole dilution", () => {
  test.each<[Measurement["test"], number]>([
    ["ana-titer", 2.5],
    ["ana-titer", 80.5],
    ["ana-titer", 0.8],
    ["anti-dsdna", 10.5],
    ["anti-dsdna", 0],
  ])("%s of %d is refused", (id, value) => {
    const { issues, facts } = interpret(record({}, [{ test: id, value, unit: "{titer}" }]));
    expect(issues).toMatchObject([{ severity: "error", code: "implausible-value", path: "measurements.0.value" }]);
    expect(facts).toBeUndefined();
  });

  test("and whoever has another method's result is told where it goes", () => {
    const [issue] = interpret(record({}, [{ test: "ana-titer", value: 2.5, unit: "{titer}" }])).issues;
    expect(issue?.message).toContain('answer "ANA at least 1:80" (an equivalent positive test, yes or no)');
    const [limit] = interpret(record({}, [{ test: "ana-titer", value: 80, unit: "{titer}", high: 1.1 }])).issues;
    expect(limit).toMatchObject({ code: "implausible-value", path: "measurements.0.high" });
  });
});

describe("days on which nothing was seen", () => {
  const TODAY = "2026-11-26";
  const issuesOf = (date: string) =>
    interpret(
      record({ "malar-rash": { status: "present", date } }, [
        { test: "white-cells", value: 3, unit: "10*9/L", date },
        { test: "white-cells", value: 3, unit: "10*9/L", date: "2024-02-10" },
      ]),
      TODAY,
    ).issues.map(({ severity, code, path }) => `${severity} ${code} ${path}`);

  test.each(["0001-01-01", "1800-01-01", "1899-12-31", "2026-11-27", "2031-01-01", "9999-12-31"])(
    "%s is no day of a finding and no occasion",
    (date) => {
      expect(issuesOf(date).toSorted()).toEqual([
        "error bad-date findings.malar-rash.date",
        "error bad-date measurements.0.date",
      ]);
    },
  );

  test("the first day that is believed, and today, are", () => {
    expect(issuesOf("1900-01-01")).toEqual([]);
    expect(issuesOf(TODAY)).toEqual([]);
  });
});

describe("where an answer comes from", () => {
  test("stated before measured, measured before implied, implied before assumed", () => {
    expect(fact("leukopenia", { leukopenia: "present" }, [cells(3)]).origin).toEqual({ kind: "stated" });
    expect(fact("leukopenia", {}, [cells(5), cells(3)]).origin).toEqual({ kind: "measured", by: [1] });
    expect(fact("leukopenia", { "leukopenia-twice": "present" }).origin).toEqual({
      kind: "implied",
      by: "leukopenia-twice",
    });
    expect(fact("nonerosive-arthritis", { "synovitis-2-joints": "present" }).origin).toMatchObject({
      kind: "assumed",
      by: "synovitis-2-joints",
    });
    expect(fact("fever", {}).origin).toEqual({ kind: "not-answered" });
  });

  test("a normal value beside a stated present answers no narrower finding that it cannot judge", () => {
    const dsdna: Measurement = { test: "anti-dsdna", value: 5, unit: "[IU]/mL", high: 10 };
    expect(fact("anti-dsdna", { "anti-dsdna": "present" }, [dsdna]).status).toBe("present");
    expect(fact("anti-dsdna-specific", { "anti-dsdna": "present" }, [dsdna]).status).toBe("unknown");
    expect(fact("anti-dsdna-specific", {}, [dsdna])).toMatchObject({ status: "absent", origin: { by: "anti-dsdna" } });
  });

  test("a stated present stands beside normal values, and a stated absent beside nothing that refutes it", () => {
    expect(fact("leukopenia", { leukopenia: "present" }, [cells(7)]).status).toBe("present");
    expect(fact("leukopenia", { leukopenia: "absent" }, [cells(7)]).status).toBe("absent");
  });
});

describe("contradictions", () => {
  const refused = (findings: Answers, ...measurements: Measurement[]) => {
    const { facts, issues } = interpret(record(findings, measurements));
    expect(facts).toBeUndefined();
    return issues.map(({ code, path, related }) => [code, path, related?.join() ?? ""]);
  };

  test("a value that meets the limit refutes absent, and both sides are named", () => {
    expect(refused({ leukopenia: "absent" }, cells(7), cells(3))).toEqual([
      ["contradiction", "findings.leukopenia", "measurements.1"],
    ]);
  });

  test("a narrower finding refutes an absent wider one, to the end of the chain", () => {
    expect(refused({ "leukopenia-twice": "present", leukopenia: "absent" })).toEqual([
      ["contradiction", "findings.leukopenia", "findings.leukopenia-twice"],
    ]);
    expect(refused({ "hemolytic-anemia-with-reticulocytosis": "present", hemolysis: "absent" })).toEqual([
      ["contradiction", "findings.hemolysis", "findings.hemolytic-anemia"],
    ]);
  });

  test("an explanation beside an absent finding has no effect, which is said and not refused", () => {
    const { facts, issues } = interpret(record({ fever: { status: "absent", explainedBy: { cause: "drug" } } }));
    expect(facts?.fever.status).toBe("absent");
    expect(issues).toMatchObject([{ severity: "warning", code: "explanation-without-finding" }]);
  });
});

describe("explanations that are handed on", () => {
  const cause = (finding: FindingId, findings: Answers, measurements: readonly Measurement[] = []) => {
    const { explainedBy, liftedBy } = fact(finding, findings, measurements);
    return [explainedBy?.cause, ...liftedBy];
  };

  test("with every route explained the finding is, and an unanswered route could lift it", () => {
    expect(cause("biopsy-lupus-nephritis", { "biopsy-class-2-or-5": DRUG })).toEqual(["drug", "biopsy-class-3-or-4"]);
    expect(cause("biopsy-lupus-nephritis", { "biopsy-class-2-or-5": DRUG, "biopsy-class-3-or-4": INFECTION })).toEqual([
      expect.stringMatching(/drug|infection/),
    ]);
    expect(cause("biopsy-lupus-nephritis", { "biopsy-class-2-or-5": DRUG, "biopsy-class-3-or-4": "absent" })).toEqual([
      "drug",
    ]);
  });

  test("one route without an explanation lifts it, and so does a value or an answer of its own", () => {
    expect(cause("biopsy-lupus-nephritis", { "biopsy-class-2-or-5": DRUG, "biopsy-class-3-or-4": "present" })).toEqual([
      undefined,
    ]);
    expect(cause("leukopenia", { "leukopenia-twice": DRUG }, [cells(3)])).toEqual([undefined]);
    expect(cause("leukopenia", { "leukopenia-twice": DRUG, leukopenia: "present" })).toEqual([undefined]);
  });

  test("through two steps, with what could lift it at either", () => {
    expect(cause("hemolysis", { "hemolytic-anemia-with-reticulocytosis": DRUG })).toEqual(["drug"]);
    expect(cause("hemolysis", { "hemolytic-anemia": DRUG })).toEqual(["drug"]);
    expect(cause("anti-dsdna", { "anti-dsdna-specific": DRUG })).toEqual(["drug", "anti-dsdna-slicc"]);
  });

  test("through a step that could itself be lifted", () => {
    // No finding of today's definitions follows from one with two routes, so one is added.
    const implications = [
      ...definitions.implications,
      { from: "biopsy-lupus-nephritis", to: "renal-failure", why: "" } as const,
    ];
    const { facts } = interpretBy(
      recordPlanOf({ ...definitions, implications }),
      record({ "biopsy-class-2-or-5": DRUG }),
    );
    expect(facts?.["renal-failure"]).toMatchObject({
      status: "present",
      explainedBy: { cause: "drug" },
      liftedBy: ["biopsy-class-3-or-4"],
    });
  });

  test("an assumption hands it on too, until another source has none", () => {
    expect(cause("nonerosive-arthritis", { "synovitis-2-joints": DRUG })).toEqual([
      "drug",
      "tender-joints-with-stiffness",
    ]);
    expect(
      cause("nonerosive-arthritis", { "synovitis-2-joints": DRUG, "tender-joints-with-stiffness": "present" }),
    ).toEqual([undefined]);
  });
});
