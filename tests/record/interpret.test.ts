import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, Measurement, SleRecord, Statement, Status } from "../../criteria/types.ts";
import type { Fact } from "../../lib/record/facts.ts";
import { interpreter } from "../../lib/record/interpret.ts";

const interpret = interpreter(definitions);

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

describe("customary cuts", () => {
  const ratio = (value: number, unit: string, comparator?: "<" | ">") =>
    interpret(record({}, [{ test: "urine-protein-creatinine-ratio", value, unit, ...(comparator && { comparator }) }]))
      .notices.filter(({ code }) => code === "unit-convention")
      .map(({ finding }) => finding);

  test("from 50 mg/mmol up to the exact limit the difference is pointed out, in the two units that have the cut", () => {
    expect([49.99, 50, 56.5, 56.57].map((value) => ratio(value, "mg/mmol").length)).toEqual([0, 1, 1, 0]);
    expect([0.0499, 0.05, 0.0565, 0.0566].map((value) => ratio(value, "g/mmol").length)).toEqual([0, 1, 1, 0]);
    expect(ratio(50, "mg/mmol")).toEqual(["proteinuria"]);
    expect(ratio(450, "mg/g")).toEqual([]);
    expect(ratio(50, "mg/mmol", "<")).toEqual([]);
  });

  test("the finding is absent all the same", () => {
    const value: Measurement = { test: "urine-protein-creatinine-ratio", value: 52, unit: "mg/mmol" };
    expect(fact("proteinuria", {}, [value]).status).toBe("absent");
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
    const { facts } = interpreter({ ...definitions, implications })(record({ "biopsy-class-2-or-5": DRUG }));
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
