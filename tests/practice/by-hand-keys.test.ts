import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import { recordOf } from "../../lib/practice/case.ts";
import { readingsOf } from "../../lib/practice/defensible.ts";

/**
 * What the published rules come to, worked out by hand before the engine was asked: the total by each set, with a plus
 * where it classifies as assessed, and behind it what the other readings that can be defended come to.
 */
const KEYS: readonly (readonly [id: string, eular: string, slicc: string, acr: string, slerpi: string])[] = [
  ["pupil-tired", "18+", "5+", "3", "9.5+"],
  ["swimmer-young", "10+", "4+", "4+", "8.5+"],
  ["girl-slapped-cheeks", "0", "2 | 1", "3 | 2 2 1", "3"],
  ["girl-swollen-eyes", "8", "2+", "1", "7.5+"],
  ["typist-knuckles", "3", "3 | 2", "3 | 2 2 1", "4.5"],
  ["printer-two-diseases", "20+", "6+ | 5+", "4+ | 3", "15+"],
  ["pianist-tight-fingers", "8", "4+ | 3", "3 | 2", "6 | 5"],
  ["baker-dry-eyes", "10+ | 7", "4+ | 3", "1", "6.5 | 5"],
  ["choir-heavy-thighs", "10+", "3", "4+ | 3", "9.5+"],
  ["student-acne", "0", "2 | 1 1 0", "1 | 0", "0"],
  ["machinist-infusions", "3", "3 | 2 2 1", "3 | 2 2 2 1 1 1 0", "0"],
  ["gardener-stomach", "0", "1", "1", "3"],
  ["officer-lung-tablets", "0", "2 | 1 1 0", "1 | 0", "0"],
  ["fisherman-years-after", "9", "4+", "4+", "8+"],
  ["judge-three-years", "4", "3", "2", "9+"],
  ["surveyor-urines", "13+", "4+", "2", "9.5+"],
  ["electrician-titers", "9", "4+", "3", "7"],
  ["porter-chart", "11+", "3", "3", "9+"],
  ["organist-two-winters", "10+", "3", "2", "7"],
  ["gamekeeper-hair", "2", "4+", "3", "8+"],
  ["grocer-sugar", "10+ | 6", "3 | 2", "2", "9.5+ | 5"],
  ["driver-always-low", "9 | 6", "3 | 2", "3 | 2", "7.5+ | 6"],
  ["mother-hair", "11+ | 9", "4+ | 3", "2", "6.5 | 5"],
  ["clerk-fever-urine", "10+ | 8", "3", "3", "8.5+"],
  ["carpenter-thyroid", "11+ | 6", "4+ | 3", "2 | 1", "6 | 4.5"],
  ["dancer-old-epilepsy", "6 | 11+", "3 | 2", "3 | 2", "5 | 6.5"],
  ["caretaker-sore-all-over", "0", "1", "1", "3"],
  ["sexton-night-sweats", "0", "2 | 1", "2 | 1", "3"],
  ["roadie-hepatitis", "0", "3 | 2 2 1", "3 | 2 2 1", "3"],
  ["cook-night-cough", "0", "0", "1 | 0", "0"],
];

const SETS = ["eular-acr-2019", "slicc-2012", "acr-1997", "slerpi"] as const;

test.each(KEYS)("%s", (id, ...keys) => {
  const practiceCase = practice.cases.find((one) => one.id === id) ?? fail();
  const found = SETS.map((setId) => {
    const set = definitions.sets.find((one) => one.id === setId) ?? fail();
    const all = readingsOf(practiceCase, recordOf(practiceCase, definitions), set, definitions);
    const [letter = "", ...others] = all.map(({ answer }) => `${answer.total}${answer.classified ? "+" : ""}`);
    return others.length > 0 ? `${letter} | ${others.join(" ")}` : letter;
  });
  expect(found).toEqual(keys);
});

test("each case in which two judgments can be defended turns on it in some set", () => {
  const arguable = practice.cases.filter((one) => one.arguable);
  expect(arguable.length).toBeGreaterThanOrEqual(6);
  for (const one of arguable) {
    const differ = definitions.sets.some((set) => {
      const verdicts = readingsOf(one, recordOf(one, definitions), set, definitions).map(
        ({ answer }) => answer.classified,
      );
      return new Set(verdicts).size > 1;
    });
    expect(differ, one.id).toBe(true);
  }
});

function fail(): never {
  throw new Error("not there");
}
