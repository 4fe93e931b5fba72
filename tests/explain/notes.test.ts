import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { fullNote } from "../../lib/explain/notes.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { assess } from "../support/assess.ts";

function subject(record: SleRecord) {
  return { record, result: assess(record), definitions, version: "9.9.9" };
}

describe("a full note", () => {
  test.each(definitions.examples)(
    "carries the sets, the version, the attributions and the statement: $title",
    ({ record }) => {
      const full = fullNote(subject(record));
      for (const set of definitions.sets) expect(full).toContain(set.title);
      expect(full).toContain(STATEMENT);
      expect(full).toContain("9.9.9");
      expect(full).not.toMatch(/undefined|NaN|\[object/);
      for (const answer of Object.values(record.findings ?? {})) {
        if (typeof answer === "object" && answer.explainedBy?.text) expect(full).toContain(answer.explainedBy.text);
      }
    },
  );

  test("names the unknown findings that could change an open verdict", () => {
    const record: SleRecord = {
      format: "sle-record/1",
      findings: { "ana-1-80": "present", "synovitis-2-joints": "present", "low-c4": "present" },
    };
    expect(fullNote(subject(record))).toMatch(
      /Not known and could change the verdict: class III or IV lupus nephritis, /,
    );
    expect(fullNote(subject(record))).toContain("9 points (10 or more asked for, 9 to 51 with the unknowns)");
  });

  test("says above 7 or not for SLERPI, and never classified", () => {
    const record: SleRecord = {
      format: "sle-record/1",
      findings: { "ana-1-80": "present", thrombocytopenia: "present" },
    };
    const { title } = definitions.sets.find(({ id }) => id === "slerpi") ?? { title: "" };
    const [, slerpi = ""] = fullNote(subject(record)).split(title);
    expect(slerpi).toMatch(/^: above 7/);
    expect(slerpi.split(STATEMENT)[0]).not.toContain("lassified");
  });

  test("says that nothing else is known, but for what follows: nothing of a record without an answer or a value", () => {
    const record: SleRecord = { format: "sle-record/1", findings: { fever: "unknown" } };
    const said = (one: SleRecord) => /^ {2}(No .*known.*)$/m.exec(fullNote(subject(one)))?.[1];
    expect([said({ format: "sle-record/1" }), said(record)]).toEqual(["No finding is known.", "No finding is known."]);
    for (const more of [
      { findings: { fever: "absent" } },
      { findings: { fever: "present" } },
      { measurements: [{ test: "white-cells", value: 3, unit: "10*9/L" }] },
    ] as const) {
      expect(said({ format: "sle-record/1", ...more })).toBe(
        "No other finding is known, except where it follows from these.",
      );
    }
  });

  test("gives no number when the record has an error", () => {
    const record: SleRecord = {
      format: "sle-record/1",
      findings: { leukopenia: "absent" },
      measurements: [{ test: "white-cells", value: 3, unit: "10*9/L" }],
    };
    const note = fullNote(subject(record));
    expect(note).toContain("No result");
    expect(note).toContain(STATEMENT);
    expect(note).not.toContain("points");
  });
});
