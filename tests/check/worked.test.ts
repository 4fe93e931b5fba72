/** Records that were worked out by hand, one finding and one limit at a time, against the engine and the second reading. */
import { describe, expect, test } from "vitest";
import { definitions, workedFindings, workedLimits } from "../../criteria/index.ts";
import type { FindingId, SleRecord, WorkedFinding, WorkedLimit } from "../../criteria/types.ts";
import { limitRecords, workedRecords } from "../../lib/check/worked.ts";
import { SETS, type SetId, type World } from "../oracles/completions.ts";
import { readRecord } from "../oracles/record.ts";
import { assess, interpret, parse } from "../support/assess.ts";

const sets = definitions.sets.map(({ id }) => id as SetId);
/** The second reading of a record, with what is unknown left open. */
function world(record: SleRecord): World {
  return Object.fromEntries(
    Object.entries(readRecord(record).facts).map(([finding, { status, explainedBy }]) => [
      finding,
      status === "unknown" ? undefined : explainedBy ? { explainedBy } : status,
    ]),
  );
}

const findings: readonly WorkedFinding[] = workedFindings;
const limits: readonly WorkedLimit[] = workedLimits;

describe("one finding at a time", () => {
  test("every finding is worked, and each way is told once", () => {
    const worked = new Set(findings.map(({ finding }) => finding));
    expect(Object.keys(definitions.findings).filter((id) => !worked.has(id as FindingId))).toEqual([]);
    const ids = findings.flatMap((one) => workedRecords(one, definitions.sets)).map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test("scores are told of sets that exist", () => {
    const told = findings.flatMap(({ present, absent, explained }) =>
      [present, absent, ...explained].flatMap(({ scores, classifies = [] }) => [...Object.keys(scores), ...classifies]),
    );
    expect(told.filter((id) => !sets.includes(id as SetId))).toEqual([]);
  });

  for (const worked of findings) {
    const beside = worked.with ? ` with ${worked.with.join(", ")}` : "";
    test(`${worked.finding}${beside}: present, absent and explained`, () => {
      for (const { id, record, expect: expected } of workedRecords(worked, definitions.sets)) {
        expect(parse(record).issues, id).toEqual([]);
        const { results } = assess(record);
        for (const set of sets) {
          const found = results?.[set];
          expect({ value: found?.score.value, asAssessed: found?.asAssessed }, `${id}, ${set}`).toEqual(expected[set]);
          const { score, classified } = SETS[set](world(record));
          const second = { value: score, asAssessed: classified ? "classified" : "not-classified" };
          expect(second, `${id}, ${set}, second reading`).toEqual(expected[set]);
        }
      }
    });
  }
});

describe("values around every limit", () => {
  for (const worked of limits) {
    const { finding, test: measured, unit, beside, occasions = 1, present, absent } = worked;
    const by = beside ? ` beside ${JSON.stringify(beside)}` : "";
    test(`${finding}: ${present.join(", ")} and not ${absent.join(", ")} ${unit} of ${measured}${by}`, () => {
      for (const { record, status, value } of limitRecords(worked)) {
        const { facts, issues } = interpret(record);
        expect(issues, `${value}`).toEqual([]);
        expect(facts?.[finding].status, `${value}`).toBe(status);
        expect(readRecord(record).facts[finding]?.status, `${value}, second reading`).toBe(status);
        // On one occasion of two, what would be present is open.
        if (occasions > 1 && status === "present") {
          const [once] = record.measurements ?? [];
          const measurements = once ? [once] : [];
          expect(interpret({ ...record, measurements }).facts?.[finding].status, `${value} once`).toBe("unknown");
        }
      }
    });
  }
});
