import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type {
  FindingId,
  ReferenceCriterion,
  ReferenceDefinitions,
  ReferenceLabTest,
  ReferenceSet,
} from "../../criteria/types.ts";
import { lint } from "../../lib/check/lint.ts";

/** A finding id that does not exist; the compiler would not let it into the data. */
const missing = "no-such-finding" as FindingId;

function changeSet(id: string, change: (set: ReferenceSet) => ReferenceSet): ReferenceDefinitions {
  return { ...definitions, sets: definitions.sets.map((set) => (set.id === id ? change(set) : set)) };
}

function changeCriterion(set: string, id: string, change: Partial<ReferenceCriterion>): ReferenceDefinitions {
  return changeSet(set, (one) => ({
    ...one,
    domains: one.domains.map((domain) => ({
      ...domain,
      criteria: domain.criteria.map((criterion) => (criterion.id === id ? { ...criterion, ...change } : criterion)),
    })),
  }));
}

function changeFinding(id: FindingId, change: object): ReferenceDefinitions {
  return { ...definitions, findings: { ...definitions.findings, [id]: { ...definitions.findings[id], ...change } } };
}

const errors = (broken: ReferenceDefinitions) => lint(broken).filter(({ level }) => level === "error");
const codes = (broken: ReferenceDefinitions) => errors(broken).map(({ code, path }) => `${code} at ${path}`);

describe("the definitions", () => {
  test("have no fault", () => {
    expect(errors(definitions)).toEqual([]);
  });

  test("take from a score in two places, which are reported", () => {
    expect(lint(definitions).map(({ code, path }) => `${code} at ${path}`)).toEqual([
      "mixed-polarity at sets.slicc-2012.hemolytic-anemia",
      "subtracts at sets.slerpi.interstitial-lung-disease",
    ]);
  });
});

describe("the lint finds", () => {
  test.each<[string, ReferenceDefinitions, string]>([
    [
      "a criterion that reads a finding that does not exist",
      changeCriterion("slicc-2012", "renal", { when: { kind: "present", finding: missing } }),
      "dangling-id at sets.slicc-2012",
    ],
    [
      "an attribution of a finding that does not exist",
      changeSet("acr-1997", (set) => ({
        ...set,
        attribution: { ...set.attribution, kind: "as-printed", excludes: { [missing]: "any" } },
      })),
      "dangling-id at sets.acr-1997",
    ],
    [
      "a source that does not exist",
      changeCriterion("slerpi", "arthritis", { source: ["no-such-source" as never] }),
      "dangling-id at sets.slerpi.arthritis",
    ],
    [
      "a criterion without a source",
      changeCriterion("slerpi", "leukopenia", { source: [] }),
      "missing-source at sets.slerpi.leukopenia",
    ],
    [
      "a check that is open without a word",
      changeCriterion("slerpi", "leukopenia", { checked: "partly" }),
      "missing-check at sets.slerpi.leukopenia",
    ],
    [
      "two criteria with one id",
      changeCriterion("slicc-2012", "renal", { id: "synovitis" }),
      "duplicate-id at sets.slicc-2012.synovitis",
    ],
    [
      "two sets with one id",
      { ...definitions, sets: [...definitions.sets, ...definitions.sets.slice(0, 1)] },
      "duplicate-id at sets.eular-acr-2019",
    ],
    [
      "a finding that a set reads and says that it does not",
      changeSet("acr-1997", (set) => ({ ...set, notItems: { ...set.notItems, "malar-rash": "not read" } })),
      "read-and-not-read at sets.acr-1997.notItems.malar-rash",
    ],
    [
      "a threshold that nobody can reach",
      changeSet("acr-1997", (set) => ({ ...set, classifiedWhen: { kind: "scoreAtLeast", score: 12 } })),
      "unreachable-threshold at sets.acr-1997.classifiedWhen",
    ],
    [
      "a threshold that everybody reaches",
      changeSet("acr-1997", (set) => ({ ...set, classifiedWhen: { kind: "scoreAtLeast", score: 0 } })),
      "unreachable-threshold at sets.acr-1997.classifiedWhen",
    ],
    [
      "a criterion on which no verdict depends",
      changeCriterion("eular-acr-2019", "fever", { when: { kind: "any", of: [] } }),
      "never-decides at sets.eular-acr-2019.fever",
    ],
    [
      "a weight that is no multiple of a half",
      changeCriterion("slerpi", "arthritis", { weight: 1.3 }),
      "uneven-weight at sets.slerpi.arthritis",
    ],
    [
      "a criterion without weight",
      changeCriterion("slerpi", "arthritis", { weight: 0 }),
      "no-weight at sets.slerpi.arthritis",
    ],
    [
      "a limit that no believable value meets",
      changeFinding("fever", { decidedBy: [{ test: "temperature", is: ">", value: 101, unit: "Cel" }] }),
      "implausible-limit at findings.fever.decidedBy.0",
    ],
    [
      "a limit in a unit that the test does not accept",
      changeFinding("fever", { decidedBy: [{ test: "temperature", is: ">", value: 311.45, unit: "K" }] }),
      "unaccepted-unit at findings.fever.decidedBy.0",
    ],
    [
      "a method that the test does not list",
      changeFinding("anti-dsdna", { decidedBy: [{ test: "anti-dsdna", is: ">", limit: "high", methods: ["guess"] }] }),
      "unaccepted-method at findings.anti-dsdna.decidedBy.0",
    ],
    [
      "a laboratory's limit that nobody is asked for",
      changeFinding("low-c3", { decidedBy: [{ test: "c3", is: "<", limit: "p99" }] }),
      "limit-not-asked at findings.low-c3.decidedBy.0",
    ],
    [
      "a group that does not exist",
      changeFinding("fever", { group: "weather" }),
      "dangling-id at findings.fever.group",
    ],
    [
      "an implication that comes back to itself",
      {
        ...definitions,
        implications: [...definitions.implications, { from: "leukopenia", to: "leukopenia-twice", why: "a mistake" }],
      },
      "implication-cycle at relations.leukopenia",
    ],
    [
      "an assumption about a finding that something else implies",
      {
        ...definitions,
        implications: [...definitions.implications, { from: "fever", to: "nonerosive-arthritis", why: "a mistake" }],
      },
      "assumed-and-implied at relations.nonerosive-arthritis",
    ],
    [
      "a relation to a finding that does not exist",
      { ...definitions, implications: [...definitions.implications, { from: missing, to: "fever", why: "a mistake" }] },
      "dangling-id at relations",
    ],
    [
      "an example of a set that does not exist",
      {
        ...definitions,
        examples: definitions.examples.map((example, position) =>
          position === 0
            ? { ...example, id: "lost", expect: { "no-such-set": { asAssessed: "classified", value: 1 } } }
            : example,
        ),
      },
      "dangling-id at examples.lost",
    ],
    [
      "findings that are tied together in a knot",
      changeSet("slicc-2012", (set) => ({
        ...set,
        domains: [
          { id: "all", title: "All", group: "clinical", criteria: set.domains.flatMap(({ criteria }) => criteria) },
        ],
      })),
      "tied-together at sets.slicc-2012",
    ],
    [
      "an empty believable range",
      {
        ...definitions,
        tests: {
          ...definitions.tests,
          platelets: { ...definitions.tests.platelets, plausible: [5, 1] } as ReferenceLabTest,
        },
      },
      "empty-range at tests.platelets.plausible",
    ],
    [
      "a value that is lost as JSON",
      changeFinding("fever", { label: () => "Fever" }),
      "not-json at findings.fever.label",
    ],
  ])("%s", (_, broken, fault) => {
    expect(codes(broken)).toContain(fault);
  });
});
