import { expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import type { FindingId, NamedFinding } from "../../criteria/types.ts";
import { search as searchBy, searchIndexOf } from "../../lib/find/search.ts";
import { squeezed } from "../../lib/find/words.ts";

const search = searchBy.bind(undefined, searchIndexOf({ definitions, topics: context, notRead: testsNotRead }));
const findings = Object.entries(definitions.findings) as [FindingId, NamedFinding][];

/** The first findings for a query; measurements are left out. */
function found(query: string): readonly FindingId[] {
  return search(query).flatMap(({ target }) => (target.kind === "finding" ? [target.finding] : []));
}

function rank(query: string, finding: FindingId): number {
  const position = found(query).indexOf(finding);
  return position === -1 ? Number.POSITIVE_INFINITY : position + 1;
}

/** How many findings carry a name: "low complement" is said of three, and no order can put all of them first. */
function bearers(name: string): number {
  return findings.filter(([, { synonyms, related = [], label }]) =>
    [label, ...synonyms, ...related].some((one) => squeezed(one) === squeezed(name)),
  ).length;
}

test("every finding is the first hit for its own label", () => {
  expect(findings.filter(([id, { label }]) => rank(label, id) !== 1).map(([id]) => id)).toEqual([]);
});

test("every synonym and related word finds its finding among the first three, or among as many as share it", () => {
  const missed = findings.flatMap(([id, { synonyms, related = [] }]) =>
    [...synonyms, ...related]
      .filter((name) => rank(name, id) > Math.max(3, bearers(name)))
      .map((name) => `${name}: ${id}`),
  );
  expect(missed).toEqual([]);
});

test("every name of a measurement finds the measurement", () => {
  const missed = Object.entries(definitions.tests).flatMap(([id, { label, short, synonyms }]) =>
    [label, short, ...synonyms].filter(
      (name) => !search(name).some(({ target }) => target.kind === "test" && target.test === id),
    ),
  );
  expect(missed).toEqual([]);
});

/** The plain words of the public description that the app was asked from, and what each must find. */
const described: readonly (readonly [string, readonly FindingId[]])[] = [
  ["red rash made worse by the sun", ["photosensitivity", "photosensitive-lupus-rash"]],
  ["butterfly-shaped rash on the face", ["malar-rash"]],
  ["rashes that leave marks", ["discoid-lupus"]],
  ["psoriasis-like rash", ["subacute-cutaneous-lupus"]],
  ["subacute cutaneous", ["subacute-cutaneous-lupus"]],
  ["fatigue", ["fatigue"]],
  ["loss of appetite", ["anorexia"]],
  ["weight loss", ["weight-loss"]],
  ["fever", ["fever"]],
  ["fingertips whitening", ["raynaud"]],
  ["muscle pain", ["myalgia"]],
  ["joint pain", ["arthralgia"]],
  ["joint swelling", ["synovitis-2-joints"]],
  ["kidney protein loss", ["proteinuria"]],
  ["leg swelling", ["leg-edema"]],
  ["renal failure", ["renal-failure"]],
  ["dialysis", ["renal-failure"]],
  ["kidney biopsy", ["biopsy-lupus-nephritis"]],
  ["side pain with breathing", ["pleuritic-pain"]],
  ["side pain with coughing", ["pleuritic-pain"]],
  ["heart valve", ["valve-disease"]],
  ["headache", ["headache"]],
  ["seizures", ["seizure"]],
  ["psychosis", ["psychosis"]],
  ["weak hands and feet", ["peripheral-neuropathy"]],
  ["vasculitis", ["vasculitis"]],
  ["blood clot", ["thrombosis"]],
  ["low white cells", ["leukopenia"]],
  ["low platelets", ["thrombocytopenia"]],
  ["low lymphocytes", ["lymphopenia-1000"]],
  ["coombs", ["direct-coombs"]],
  ["low complement", ["low-c3", "low-c4"]],
  ["family history", ["family-history"]],
];

test.each(described)("the plain words %j find their finding among the first three", (words, wanted) => {
  expect(wanted.filter((finding) => rank(words, finding) > 3)).toEqual([]);
});

/** Documented subjects that are no finding: there is nothing to answer, but something to read. */
test.each([
  ["drug induced lupus", "drug-induced"],
  ["neonatal lupus", "newborns"],
  ["newborn", "newborns"],
  ["overlap", "overlap"],
  ["children", "children"],
  ["skin only", "skin-only"],
  ["diagnosis", "classification-and-diagnosis"],
])("%j finds what there is to read about it among the first three", (words, topic) => {
  const topics = search(words).slice(0, 3);
  expect(topics.some(({ target }) => target.kind === "topic" && target.topic.id === topic)).toBe(true);
});

test.each<[string, FindingId]>([
  ["mallar rash", "malar-rash"],
  ["buterfly", "malar-rash"],
  ["thrombocitopenia", "thrombocytopenia"],
  ["leucopenia", "leukopenia"],
  ["haemolytic anaemia", "hemolytic-anemia"],
  ["raynauds", "raynaud"],
  ["siezure", "seizure"],
  ["perif neuropathy", "peripheral-neuropathy"],
  ["ds DNA", "anti-dsdna"],
  ["antism", "anti-sm"],
  ["throm", "thrombocytopenia"],
  ["alop", "non-scarring-alopecia"],
])("%j is forgiven its spelling", (words, finding) => {
  expect(rank(words, finding)).toBeLessThanOrEqual(2);
});

test.each(["overlap syndrome", "overlap syndromes", "drug-induced lupus", "neonatal lupus"])(
  "%j, which is the name of a subject, finds it first",
  (name) => {
    expect(search(name)[0]?.target.kind).toBe("topic");
  },
);

test("the name of a measurement finds it before the findings that it decides", () => {
  expect(search("plt").slice(0, 2)).toMatchObject([
    { target: { kind: "test", test: "platelets" } },
    { target: { kind: "finding", finding: "thrombocytopenia" } },
  ]);
});

test("a word that is written so is not taken for a slip: fever is not ever", () => {
  expect(found("fever 3 days")[0]).toBe("fever");
});

test("words that name nothing find nothing", () => {
  expect(search("zzyzx")).toEqual([]);
  expect(search("  ...  ")).toEqual([]);
  expect(search("3.2")).toEqual([]);
});
