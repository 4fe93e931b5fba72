import { expect, test } from "vitest";
import { pointsByGroup } from "../../../../app/_calculator/questions/group-points.ts";
import { assessmentOf } from "../../../../app/_store/assessment.ts";
import { definitions } from "../../../../criteria/core.ts";
import type { SleRecord } from "../../../../criteria/types.ts";

const record: SleRecord = {
  format: "sle-record/1",
  findings: { "ana-1-80": "present", "malar-rash": "present" },
  measurements: [{ test: "white-cells", value: 3.1, unit: "10*9/L" }],
};
const contradicted: SleRecord = { ...record, findings: { ...record.findings, leukopenia: "absent" } };

test.for(definitions.sets)(
  "in $short a group has what its domains give, and nothing while there is no result",
  (set) => {
    const assessment = assessmentOf(record);
    const given = Object.values(pointsByGroup(set, assessment)).reduce((sum, points) => sum + points, 0);
    expect(given).toBe(assessment.result.results?.[set.id]?.domains.reduce((sum, { points }) => sum + points, 0));
    expect(assessmentOf(contradicted).result.results).toBeUndefined();
    expect(pointsByGroup(set, assessmentOf(contradicted))).toEqual({});
  },
);
