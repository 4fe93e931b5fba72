import { describe, expect, test } from "vitest";
import type { SleRecord } from "../../criteria/types.ts";
import { assessFigures } from "../../lib/assess.ts";
import { timelineOf } from "../../lib/scoring/timeline.ts";
import { plan } from "../support/assess.ts";

const timeline = timelineOf.bind(undefined, plan);
const figures = assessFigures.bind(undefined, plan);

const record: SleRecord = {
  format: "sle-record/1",
  findings: {
    "malar-rash": { status: "present", date: "2021-05-01" },
    "synovitis-2-joints": { status: "present", date: "2022-02-01" },
    "oral-ulcers": "present",
    seizure: "absent",
  },
  measurements: [
    { test: "ana-titer", value: 320, unit: "{titer}", date: "2021-05-03" },
    { test: "white-cells", value: 3.2, unit: "10*9/L", date: "2021-05-03" },
    { test: "white-cells", value: 3.4, unit: "10*9/L", date: "2023-01-10" },
    { test: "platelets", value: 90, unit: "10*9/L" },
  ],
};

describe("a timeline", () => {
  test("has a point for every date and adds what became present on it", () => {
    const points = timeline(record)?.points ?? [];
    expect(points.map(({ date }) => date)).toEqual(["2021-05-01", "2021-05-03", "2022-02-01", "2023-01-10"]);
    expect(points[3]?.added).toEqual(["leukopenia-twice"]);
    expect(points.map((point) => point.figures["eular-acr-2019"]?.value)).toEqual([6, 9, 15, 15]);
  });

  test("gives the first date on which each set classified", () => {
    expect(timeline(record)?.firstClassified).toEqual({
      "eular-acr-2019": "2022-02-01",
      "acr-1997": "2023-01-10",
      "slicc-2012": "2022-02-01",
      slerpi: "2021-05-03",
    });
  });

  test("lists what has no date and never places it", () => {
    const found = timeline(record);
    expect(found?.undatedFindings).toEqual(["oral-ulcers"]);
    expect(found?.undatedMeasurements).toEqual([3]);
    expect(found?.points.flatMap(({ added }) => added)).not.toContain("oral-ulcers");
    expect(found?.points.flatMap(({ added }) => added)).not.toContain("thrombocytopenia");
  });

  test("takes a finding whose answer is taken back, and whose name is still there, for one that is not answered", () => {
    const { "malar-rash": _, seizure: __, ...findings } = record.findings ?? {};
    // No record that is read has this, and its type does not allow it.
    const emptied = { ...findings, "malar-rash": undefined, seizure: undefined } as typeof findings;
    expect(timeline({ ...record, findings: emptied })).toEqual(timeline({ ...record, findings }));
    expect(figures({ ...record, findings: emptied })).toEqual(figures({ ...record, findings }));
  });

  test("ends at the figures of the whole record when everything is dated", () => {
    const { "oral-ulcers": _, ...findings } = record.findings ?? {};
    const dated = { ...record, findings, measurements: record.measurements?.slice(0, 3) ?? [] };
    expect(timeline(dated)?.points.at(-1)?.figures).toEqual(figures(dated));
  });

  test("keeps an explanation that is stated without a date on what a dated value shows", () => {
    const explained: SleRecord = {
      format: "sle-record/1",
      findings: { thrombocytopenia: { status: "present", explainedBy: { cause: "drug", text: "heparin" } } },
      measurements: [{ test: "platelets", value: 80, unit: "10*9/L", date: "2024-03-01" }],
    };
    const found = timeline(explained);
    expect(found?.points[0]?.figures["eular-acr-2019"]?.value).toBe(0);
    expect(found?.undatedFindings).toEqual([]);
  });

  test("is withheld when the record has an error", () => {
    expect(timeline({ ...record, findings: { ...record.findings, leukopenia: "absent" } })).toBeUndefined();
  });

  test("says since when a score is enough, and that what meets the entry criterion has no date", () => {
    const undatedEntry: SleRecord = {
      format: "sle-record/1",
      findings: {
        fever: { status: "present", date: "2024-01-05" },
        "synovitis-2-joints": { status: "present", date: "2024-02-01" },
        "malar-rash": { status: "present", date: "2024-03-11" },
      },
      measurements: [{ test: "ana-titer", value: 640, unit: "{titer}" }],
    };
    const { heldBack, firstClassified } = timeline(undatedEntry) ?? {};
    expect(firstClassified).not.toHaveProperty("eular-acr-2019");
    expect(heldBack?.["eular-acr-2019"]).toMatchObject({
      since: "2024-03-11",
      lacks: [{ clause: { kind: "entry", met: "unknown" }, metWithoutDate: true }],
    });
    const negative = { ...undatedEntry, measurements: [{ ...ANA, value: 40, date: "2024-01-01" }] };
    expect(timeline(negative)?.heldBack["eular-acr-2019"]?.lacks).toMatchObject([
      { clause: { kind: "entry", met: "false" }, metWithoutDate: false },
    ]);
  });

  test("holds nothing back that has classified, or whose score is not enough", () => {
    expect(timeline(record)?.heldBack).toEqual({});
  });
});

const ANA = { test: "ana-titer", value: 640, unit: "{titer}" } as const;
