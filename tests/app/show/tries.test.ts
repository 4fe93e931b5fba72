import { describe, expect, test } from "vitest";
import { triesFor } from "../../../app/show/_room/tries.ts";
import { definitions } from "../../../criteria/index.ts";
import type { FindingId, SleRecord } from "../../../criteria/types.ts";
import { assess, interpret } from "../../support/assess.ts";

const FINDINGS = Object.keys(definitions.findings) as FindingId[];
const patients = definitions.examples.filter(({ kind }) => kind === "patient");

const idsOf = (record: SleRecord, finding: FindingId) => triesFor(record, finding).map(({ id }) => id);
const recordOf = (findings: SleRecord["findings"], measurements: SleRecord["measurements"] = []): SleRecord => ({
  format: "sle-record/1",
  ...(findings && { findings }),
  measurements,
});

describe("what a room can try", () => {
  test("changes the finding, contradicts nothing, keeps the label and leaves the record as it is", () => {
    let tried = 0;
    for (const { record } of patients) {
      const before = structuredClone(record);
      const { facts } = interpret(record);
      for (const finding of FINDINGS.filter((_, position) => position % 4 === 0)) {
        const tries = triesFor(record, finding);
        expect(new Set(tries.map(({ id }) => id)).size).toBe(tries.length);
        for (const { record: other } of tries) {
          const then = interpret(other);
          expect(then.issues.filter(({ severity }) => severity === "error")).toEqual([]);
          expect(assess(other).results).toBeDefined();
          const said = (one: typeof facts) => [one?.[finding].status, one?.[finding].explainedBy];
          expect(said(then.facts)).not.toEqual(said(facts));
          expect(other.label).toBe(record.label);
          tried += 1;
        }
      }
      expect(record).toEqual(before);
    }
    expect(tried).toBeGreaterThan(400);
  });

  test("of a present finding: what could explain it, absent, not known; of an explained one, that nothing does", () => {
    expect(idsOf(recordOf({ "malar-rash": "present" }), "malar-rash")).toEqual(
      expect.arrayContaining(["other", "absent", "unknown"]),
    );
    const explained = recordOf({ "malar-rash": { status: "present", explainedBy: { cause: "infection" } } });
    expect(idsOf(explained, "malar-rash")).toContain("plain");
    expect(idsOf(explained, "malar-rash")).not.toContain("infection");
    expect(idsOf(recordOf({}), "malar-rash")).toEqual(["present", "absent"]);
    expect(idsOf(recordOf({ "malar-rash": "absent" }), "malar-rash")).toEqual(["present", "unknown"]);
  });

  test("of a measured finding says that its values are left out, and leaves out no others", () => {
    const low = { test: "platelets", value: 60, unit: "10*9/L" } as const;
    const c3 = { test: "c3", value: 62, unit: "mg/dL", low: 90 } as const;
    const tries = triesFor(recordOf({}, [low, c3]), "thrombocytopenia");
    const absent = tries.find(({ id }) => id === "absent");
    expect(absent?.words).toBe("Absent, its values left out");
    expect(absent?.record.measurements).toEqual([c3]);
  });

  test("of a finding that follows from another offers no answer that would contradict it", () => {
    const ids = idsOf(recordOf({ "biopsy-class-3-or-4": "present" }), "biopsy-lupus-nephritis");
    expect(ids).not.toContain("absent");
    expect(ids).not.toContain("unknown");
  });

  test("explains with a finding whatever the same results decide, as the calculator does", () => {
    const value = { test: "white-cells", unit: "10*9/L" } as const;
    const twice = recordOf({}, [
      { ...value, value: 3.1, date: "2024-03-04" },
      { ...value, value: 3.4, date: "2024-04-02" },
    ]);
    const drug = triesFor(twice, "leukopenia").find(({ id }) => id === "other");
    const { facts } = interpret(drug?.record ?? twice);
    expect(facts?.leukopenia.explainedBy?.cause).toBe("other");
    expect(facts?.["leukopenia-twice"].explainedBy?.cause).toBe("other");
  });
});
