import { describe, expect, it } from "vitest";
import { attribute, attributeTo } from "../../../../app/_calculator/questions/attribute.ts";
import type { SleRecord } from "../../../../criteria/types.ts";
import { answer, EMPTY_RECORD } from "../../../../lib/record/edit.ts";

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

describe("an explanation of a result", () => {
  const antibodies: SleRecord = {
    format: "sle-record/1",
    measurements: [{ test: "anti-dsdna", value: 95, unit: "[IU]/mL", high: 10, method: "crithidia" }],
  };
  const all = ["anti-dsdna", "anti-dsdna-specific", "anti-dsdna-slicc"] as const;

  it("is of all that the result decides, in one step, and is taken out of each by itself", () => {
    for (const finding of all) {
      const together = attribute(antibodies, finding, "drug");
      const explained = { status: "present", explainedBy: { cause: "drug" } };
      expect(together.findings).toEqual(Object.fromEntries(all.map((one) => [one, explained])));
      for (const taken of all) {
        const others = all.filter((one) => one !== taken);
        const apart = attribute(together, taken, undefined);
        expect(apart.findings).toEqual(Object.fromEntries(others.map((one) => [one, explained])));
        const [kept] = others;
        if (kept)
          expect(attributeTo(apart, kept, { cause: "drug", text: "minocycline" }).findings?.[taken]).toBeUndefined();
      }
    }
  });

  it("leaves a twin that something else explains to that", () => {
    const own = attribute({ ...antibodies, measurements: [] }, "anti-dsdna", "infection");
    const together = attribute({ ...own, measurements: antibodies.measurements ?? [] }, "anti-dsdna-slicc", "drug");
    expect(together.findings?.["anti-dsdna"]).toEqual({ status: "present", explainedBy: { cause: "infection" } });
    expect(together.findings?.["anti-dsdna-specific"]).toEqual({ status: "present", explainedBy: { cause: "drug" } });
  });

  it("is of one finding alone where no result is behind it", () => {
    const stated = answer(answer(EMPTY_RECORD, "leukopenia", "present"), "leukopenia-twice", "present");
    expect(attribute(stated, "leukopenia", "drug").findings?.["leukopenia-twice"]).toBe("present");
  });
});
