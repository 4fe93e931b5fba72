import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import type { FindingId, NamedFinding } from "../../criteria/types.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { written } from "./written.ts";

/**
 * Lines that were written down before the reader was looked at: what a registrar types in clinic, with what is right
 * by the definitions. What Enter takes of them is exactly that; where the line is not certain, it is asked.
 */
const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));
const TODAY = "2026-11-26";
const findings = Object.entries(definitions.findings) as [FindingId, NamedFinding][];

/** What Enter takes, as a short line; undefined where it takes nothing. */
function taken(line: string): string | undefined {
  const { certain, offers } = ask(line, TODAY);
  return certain && offers[0] ? written(offers[0]) : undefined;
}

function offered(line: string): readonly string[] {
  return ask(line, TODAY).offers.map(written);
}

describe("a name of one kind of a finding", () => {
  const kinds = findings.flatMap(([finding, { namesKind = [], namesWider = [] }]) =>
    namesKind.map((name) => [name, finding, namesWider.includes(name)] as const),
  );

  test.each(kinds)(
    "%s says %s where it is there, and its denial leaves the other kinds open",
    (name, finding, isWider) => {
      expect(taken(name)).toBe(isWider ? undefined : `${finding} present`);
      for (const line of [`no ${name}`, `denies ${name}`, `${name} absent`, `never had ${name}`]) {
        expect(taken(line), line).toBeUndefined();
        expect(offered(line).join(" "), line).toContain(`${finding} absent`);
      }
      expect(taken(`no fever or ${name}`)).toBeUndefined();
    },
  );

  test("is one of the finding's own names", () => {
    for (const [finding, { synonyms, namesKind = [] }] of findings) {
      expect(synonyms, finding).toEqual(expect.arrayContaining([...namesKind]));
    }
  });

  test.each(["no butterfly rash", "denies mouth ulcers", "no Raynaud's", "no blood clot", "no kidney failure"])(
    "is none where the name is the finding itself: %s",
    (line) => expect(taken(line)).toMatch(/ absent$/),
  );
});

describe("the beginning of a label", () => {
  test.each([
    ["malar", "malar-rash"],
    ["discoid", "discoid-lupus"],
    ["subacute cutaneous", "subacute-cutaneous-lupus"],
    ["bullous", "bullous-lupus"],
    ["delirium", "delirium"],
    ["seiz", "seizure"],
    ["thrombocyto", "thrombocytopenia"],
  ])("says it where what is left out says little: %s", (line, finding) => {
    expect(taken(line)).toBe(`${finding} present`);
    expect(taken(`no ${line}`)).toBe(`${finding} absent`);
  });

  test.each([
    ["evidence", "hemolysis"],
    ["persistent", "proteinuria-persistent"],
    ["pericardial pain", "pericardial-pain"],
    ["oral", "oral-ulcers"],
    ["nasal", "nasal-ulcers"],
    ["muscle", "myalgia"],
    ["head", "headache"],
    ["toxic", "ten-variant-lupus"],
    ["peripheral", "peripheral-neuropathy"],
    ["cranial", "cranial-neuropathy"],
    ["leukopenia on two", "leukopenia-twice"],
    ["family", "family-history"],
    ["mononeuritis", "mononeuritis-multiplex"],
  ])("is asked about where it names no finding, or a wider one: %s", (line, finding) => {
    expect(taken(line)).toBeUndefined();
    expect(taken(`${line} 2024-05-02`)).toBeUndefined();
    expect(offered(line).join(" ")).toContain(`${finding} present`);
  });

  test.each(["no evidence", "no family", "no muscle", "no head", "no oral", "negative evidence", "no persistent"])(
    "denies nothing unasked: %s",
    (line) => expect(taken(line)).toBeUndefined(),
  );
});

describe("a dash that stands apart", () => {
  test.each(["- malar rash", "– oral ulcers", "− seizure"])(
    "denies, or begins a list, and is asked about: %s",
    (line) => {
      expect(taken(line)).toBeUndefined();
      const [present, absent] = offered(line);
      expect([present, absent]).toEqual([expect.stringMatching(/ present$/), expect.stringMatching(/ absent$/)]);
    },
  );

  test("denies where it stands at the name", () => expect(taken("-malar rash")).toBe("malar-rash absent"));
});

test("a parenthesis that holds a limit and a cause leaves none of its signs in the cause", () => {
  expect(offered("c3 0.6 (0.9, cirrhosis)")[0]).toBe(
    "c3 0.6 g/L, low 0.9 + low-c3 present, explained by other-disease cirrhosis",
  );
});
