import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId } from "../../criteria/types.ts";
import { readingsOf, relationsOfFinding, type SetReading } from "../../lib/definition/places.ts";
import { findingsRead } from "../../lib/definition/walk.ts";

const allFindings = Object.keys(definitions.findings) as FindingId[];

function reading(finding: FindingId, set: string): SetReading {
  const found = readingsOf(finding, definitions).find((one) => one.set.id === set);
  if (!found) throw new Error(`no set ${set}`);
  return found;
}

/** Sets in which the finding counts by itself or together with others, in the registry's order. */
function countsIn(finding: FindingId): readonly string[] {
  return readingsOf(finding, definitions)
    .filter(({ places, through }) => places.length + through.length > 0)
    .map(({ set }) => set.id);
}

describe("where the documented features count", () => {
  test.each<[FindingId, readonly string[]]>([
    ["malar-rash", ["eular-acr-2019", "slicc-2012", "acr-1997", "slerpi"]],
    ["photosensitivity", ["acr-1997"]],
    ["photosensitive-lupus-rash", ["slicc-2012", "acr-1997"]],
    ["discoid-lupus", ["eular-acr-2019", "slicc-2012", "acr-1997", "slerpi"]],
    ["other-chronic-cutaneous-lupus", ["slicc-2012"]],
    ["subacute-cutaneous-lupus", ["eular-acr-2019", "slicc-2012", "slerpi"]],
    ["fever", ["eular-acr-2019"]],
    ["seizure", ["eular-acr-2019", "slicc-2012", "acr-1997", "slerpi"]],
    ["psychosis", ["eular-acr-2019", "slicc-2012", "acr-1997", "slerpi"]],
    ["peripheral-neuropathy", ["slicc-2012", "slerpi"]],
    ["mononeuritis-multiplex", ["slicc-2012", "slerpi"]],
    ["cranial-neuropathy", ["slicc-2012", "slerpi"]],
    ["biopsy-class-3-or-4", ["eular-acr-2019", "slicc-2012"]],
  ])("%s: %s", (finding, sets) => {
    expect(countsIn(finding)).toEqual(sets);
  });

  test.each<[FindingId]>([
    ["fatigue"],
    ["anorexia"],
    ["weight-loss"],
    ["raynaud"],
    ["myalgia"],
    ["arthralgia"],
    ["leg-edema"],
    ["renal-failure"],
    ["valve-disease"],
    ["headache"],
    ["vasculitis"],
    ["thrombosis"],
    ["family-history"],
  ])("%s counts nowhere, and every set says why", (finding) => {
    expect(countsIn(finding)).toEqual([]);
    for (const { whyNot } of readingsOf(finding, definitions)) expect(whyNot).toMatch(/\.$/);
  });
});

test("a set that reads a finding shows a place for it, and one that does not says why or through what", () => {
  for (const finding of allFindings) {
    for (const { set, places, through, whyNot } of readingsOf(finding, definitions)) {
      const where = `${finding} in ${set.id}`;
      expect(places.length > 0, where).toBe(findingsRead(set).includes(finding));
      expect(places.length > 0 || through.length > 0 || whyNot !== undefined, where).toBe(true);
    }
  }
});

describe("what a finding does in a condition", () => {
  test("one sign of pericarditis needs any one of the other three", () => {
    const [place] = reading("pericardial-pain", "eular-acr-2019").places;
    expect(place?.part).toMatchObject({
      alone: false,
      companions: [["pericardial-rub"], ["pericarditis-ecg"], ["pericardial-effusion-new"]],
    });
  });

  test("hemolytic anemia counts and takes the Coombs test out, whatever explains it", () => {
    const places = reading("hemolytic-anemia", "slicc-2012").places;
    expect(places.map(({ part }) => [part.alone, part.takesOut, part.evenIfExplained])).toEqual([
      [true, false, false],
      [false, true, true],
    ]);
  });

  test("a biopsy needs an antibody on its route", () => {
    const [place] = reading("biopsy-lupus-nephritis", "slicc-2012").places;
    expect(place).toMatchObject({
      kind: "route",
      part: { companions: [["ana-above-reference"], ["anti-dsdna-slicc"]] },
    });
  });

  test("the entry criterion is read whatever explains it", () => {
    expect(reading("ana-1-80", "eular-acr-2019").places[0]).toMatchObject({
      kind: "entry",
      part: { alone: true, evenIfExplained: true },
    });
  });

  test("two low counts reach a set that asks for one through the finding that follows", () => {
    expect(reading("leukopenia-twice", "slerpi")).toMatchObject({ places: [], through: ["leukopenia"] });
  });
});

test("relations are found from both of their ends", () => {
  expect(relationsOfFinding("leukopenia-twice", definitions).follows.map(({ to }) => to)).toEqual(["leukopenia"]);
  expect(relationsOfFinding("leukopenia", definitions).followsFrom.map(({ from }) => from)).toEqual([
    "leukopenia-twice",
  ]);
  expect(relationsOfFinding("ana-1-80", definitions).assumes).toHaveLength(1);
  expect(relationsOfFinding("ana-above-reference", definitions).assumedFrom).toHaveLength(1);
});
