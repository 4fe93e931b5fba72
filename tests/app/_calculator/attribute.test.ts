import { describe, expect, it } from "vitest";
import { attribute } from "../../../app/_calculator/attribute.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { answer, EMPTY_RECORD } from "../../../lib/record/edit.ts";

const MEASURED: SleRecord = {
  format: "sle-record/1",
  measurements: [{ test: "white-cells", value: 3.2, unit: "10*9/L" }],
};

describe("an explanation that is taken back", () => {
  it("leaves a finding that a value decides to the value", () => {
    const explained = attribute(MEASURED, "leukopenia", "drug");
    expect(explained.findings).toEqual({ leukopenia: { status: "present", explainedBy: { cause: "drug" } } });
    expect(attribute(explained, "leukopenia", undefined).findings).toEqual({});
  });

  it("leaves a finding that was stated as it was stated", () => {
    const stated = answer(EMPTY_RECORD, "oral-ulcers", "present");
    const explained = attribute(stated, "oral-ulcers", "infection");
    expect(attribute(explained, "oral-ulcers", undefined).findings).toEqual({ "oral-ulcers": "present" });
  });

  it("keeps its text when only the kind of cause is corrected", () => {
    const explained: SleRecord = {
      format: "sle-record/1",
      findings: { "oral-ulcers": { status: "present", explainedBy: { cause: "other", text: "herpes" } } },
    };
    expect(attribute(explained, "oral-ulcers", "infection").findings).toEqual({
      "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes" } },
    });
  });
});
