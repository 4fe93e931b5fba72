/**
 * The exact verdict and bounds of a record, by trying out every way of answering its unknown findings.
 *
 * `bruteForce` tries all of them together and is as plain as it can be, so it stops at 22 unknown findings.
 * `byParts` tries all answers of one part of the body at a time (no criterion reads across two parts) and then adds the
 * parts up in every combination that can occur. It is exact for any record and is held against `bruteForce` in the tests.
 */

import { acr1997 } from "./acr-1997.ts";
import { eularAcr } from "./eular-acr-2019.ts";
import type { Derived, SleRecord } from "./record.ts";
import {
  ABSENT,
  ASSUMES,
  derive,
  type Entries,
  enter,
  FINDINGS,
  IMPLIES,
  numberOf,
  PRESENT,
  UNKNOWN,
} from "./record.ts";
import { slerpi } from "./slerpi.ts";
import { slicc } from "./slicc-2012.ts";

export type SetId = "eular-acr-2019" | "slicc-2012" | "acr-1997" | "slerpi";
export type Verdict = "classified" | "not-classified" | "undetermined";
export type Answer = "absent" | "present" | { readonly explainedBy: string };
export type World = Record<string, Answer | undefined>;
export interface Reading {
  readonly score: number;
  readonly classified: boolean;
  readonly criteria: Readonly<Record<string, boolean>>;
}
export interface Outcome {
  readonly verdict: Verdict;
  readonly lower: number;
  readonly upper: number;
  readonly asAssessed: "classified" | "not-classified";
  readonly value: number;
  /** The unknown findings whose answer alone can change the classification, in the order of the findings. */
  readonly open: string[];
}

export const SET_IDS: readonly SetId[] = ["eular-acr-2019", "slicc-2012", "acr-1997", "slerpi"];

export const SETS: Readonly<Record<SetId, (world: World) => Reading>> = {
  "eular-acr-2019": eularAcr,
  "slicc-2012": slicc,
  "acr-1997": acr1997,
  slerpi,
};

/**
 * Each set cut into parts that nothing crosses: a part holds the findings that its criteria read and the findings
 * from which one of those can follow.
 */
const PLEURA_AND_PERICARDIUM_BY_HISTORY: readonly string[] = [
  "pleuritic-pain",
  "pleurisy-over-1-day",
  "pleural-rub",
  "pleural-effusion",
  "pericarditis-ecg",
  "pericardial-rub",
  "pericardial-effusion",
  "pericardial-effusion-new",
  "acute-pericarditis",
];
const SEVEN_NERVOUS_CONDITIONS: readonly string[] = [
  "seizure",
  "psychosis",
  "mononeuritis-multiplex",
  "myelitis",
  "peripheral-neuropathy",
  "cranial-neuropathy",
  "delirium",
];
export const PARTS: Readonly<Record<SetId, readonly (readonly string[])[]>> = {
  "eular-acr-2019": [
    ["ana-1-80"],
    ["fever"],
    [
      "leukopenia",
      "leukopenia-twice",
      "thrombocytopenia",
      "hemolysis",
      "hemolytic-anemia",
      "hemolytic-anemia-with-reticulocytosis",
      "direct-coombs",
    ],
    ["delirium", "psychosis", "seizure"],
    [
      "non-scarring-alopecia",
      "oral-ulcers",
      "subacute-cutaneous-lupus",
      "discoid-lupus",
      "malar-rash",
      "maculopapular-rash",
    ],
    [
      "pleural-effusion",
      "pericardial-effusion",
      "pericardial-effusion-new",
      "acute-pericarditis",
      "pericardial-pain",
      "pericardial-pain-over-1-day",
      "pericardial-rub",
      "pericarditis-ecg",
    ],
    ["synovitis-2-joints", "tender-joints-with-stiffness"],
    ["proteinuria", "biopsy-class-2-or-5", "biopsy-class-3-or-4"],
    ["anticardiolipin-medium-high", "anti-beta2gp1", "lupus-anticoagulant"],
    ["low-c3", "low-c4"],
    ["anti-dsdna-specific", "anti-sm"],
  ],
  "slicc-2012": [
    [
      "malar-rash",
      "maculopapular-rash",
      "photosensitive-lupus-rash",
      "bullous-lupus",
      "ten-variant-lupus",
      "subacute-cutaneous-lupus",
    ],
    ["discoid-lupus", "other-chronic-cutaneous-lupus"],
    ["oral-ulcers", "nasal-ulcers"],
    ["non-scarring-alopecia"],
    ["synovitis-2-joints", "tender-joints-with-stiffness"],
    [
      "pleurisy-over-1-day",
      "pleural-effusion",
      "pleural-rub",
      "pericardial-pain-over-1-day",
      "pericardial-effusion",
      "pericardial-effusion-new",
      "pericardial-rub",
      "pericarditis-ecg",
      "acute-pericarditis",
    ],
    ["proteinuria", "proteinuria-500", "red-cell-casts"],
    SEVEN_NERVOUS_CONDITIONS,
    ["hemolytic-anemia", "hemolytic-anemia-with-reticulocytosis", "direct-coombs"],
    ["leukopenia", "leukopenia-twice", "lymphopenia-1000"],
    ["thrombocytopenia"],
    ["ana-1-80", "ana-above-reference"],
    ["anti-dsdna-slicc"],
    ["anti-sm"],
    [
      "lupus-anticoagulant",
      "false-positive-rpr",
      "false-positive-syphilis-6-months",
      "anticardiolipin-medium-high",
      "anti-beta2gp1",
    ],
    ["low-c3", "low-c4", "low-ch50"],
    ["biopsy-lupus-nephritis", "biopsy-class-2-or-5", "biopsy-class-3-or-4"],
  ],
  "acr-1997": [
    ["malar-rash"],
    ["discoid-lupus"],
    ["photosensitivity", "photosensitive-lupus-rash"],
    ["oral-ulcers", "nasal-ulcers"],
    ["nonerosive-arthritis", "synovitis-2-joints", "tender-joints-with-stiffness"],
    PLEURA_AND_PERICARDIUM_BY_HISTORY,
    ["proteinuria-persistent", "red-cell-casts", "other-cellular-casts"],
    ["seizure", "psychosis"],
    ["hemolytic-anemia-with-reticulocytosis", "leukopenia-twice", "lymphopenia-1500-twice", "thrombocytopenia"],
    [
      "anti-dsdna",
      "anti-dsdna-specific",
      "anti-dsdna-slicc",
      "anti-sm",
      "anticardiolipin-igg-igm-abnormal",
      "lupus-anticoagulant",
      "false-positive-syphilis-6-months",
    ],
    ["ana-1-80", "ana-above-reference"],
  ],
  slerpi: [
    ["malar-rash", "maculopapular-rash"],
    ["subacute-cutaneous-lupus", "discoid-lupus"],
    ["non-scarring-alopecia"],
    ["oral-ulcers", "nasal-ulcers"],
    ["nonerosive-arthritis", "synovitis-2-joints", "tender-joints-with-stiffness"],
    PLEURA_AND_PERICARDIUM_BY_HISTORY,
    ["leukopenia", "leukopenia-twice"],
    ["thrombocytopenia", "hemolysis", "hemolytic-anemia", "hemolytic-anemia-with-reticulocytosis", "direct-coombs"],
    SEVEN_NERVOUS_CONDITIONS,
    ["proteinuria"],
    ["ana-1-80", "ana-above-reference"],
    ["low-c3", "low-c4"],
    [
      "anti-dsdna",
      "anti-dsdna-specific",
      "anti-dsdna-slicc",
      "anti-sm",
      "anticardiolipin-igg-igm-abnormal",
      "lupus-anticoagulant",
      "false-positive-syphilis-6-months",
      "anti-beta2gp1",
    ],
    ["interstitial-lung-disease"],
  ],
};

/** The findings that can matter for a set: those of its parts, and whatever one of them can follow from. */
export function relevantFindings(set: SetId): string[] {
  const relevant = new Set(PARTS[set].flat());
  for (;;) {
    const before = relevant.size;
    for (const [from, to] of IMPLIES) if (relevant.has(to)) relevant.add(from);
    for (const [from, to] of ASSUMES) if (relevant.has(to)) relevant.add(from);
    if (relevant.size === before) return FINDINGS.filter((finding) => relevant.has(finding));
  }
}

const IMPLIES_NUMBERS = IMPLIES.map(([from, to]) => [numberOf(from), numberOf(to)] as const);

/** A complete world out of what was derived: an unknown finding is not met. */
function worldOf(derived: Derived, findings: readonly string[], numbers: readonly number[], world: World): World {
  for (let index = 0; index < findings.length; index += 1) {
    const number = numbers[index] ?? 0;
    const cause = derived.cause[number];
    const answer =
      derived.status[number] !== PRESENT ? "absent" : cause === undefined ? "present" : { explainedBy: cause };
    world[findings[index] ?? ""] = answer;
  }
  return world;
}

function entriesWithoutContradiction(record: SleRecord): { entries: Entries; derived: Derived } {
  const entries = enter(record);
  const derived = derive(entries);
  if (derived.contradictions.length > 0) throw new Error("contradiction: the record has no result");
  return { entries, derived };
}

/** Calls back with every consistent way of answering the unknown findings and with what then follows. */
function forEachCompletion(
  entries: Entries,
  unknown: readonly number[],
  each: (answers: number, derived: Derived) => void,
): void {
  const stated = entries.stated.slice();
  const completed: Entries = { ...entries, stated };
  const pairs = IMPLIES_NUMBERS.map(([from, to]) => [unknown.indexOf(from), unknown.indexOf(to)] as const).filter(
    ([from, to]) => from >= 0 && to >= 0,
  );
  for (let answers = 0; answers < 2 ** unknown.length; answers += 1) {
    const present = (index: number): boolean => (answers & (1 << index)) !== 0;
    if (pairs.some(([from, to]) => present(from) && !present(to))) continue;
    unknown.forEach((number, index) => {
      stated[number] = present(index) ? PRESENT : ABSENT;
    });
    const derived = derive(completed);
    if (derived.contradictions.length > 0) throw new Error("an answer to an unknown finding contradicts the record");
    each(answers, derived);
  }
}

/** Throws when more than 22 unknown findings matter for the set, and for a record that contradicts itself. */
export function bruteForce(record: SleRecord, set: SetId): Outcome {
  const { entries, derived } = entriesWithoutContradiction(record);
  const findings = relevantFindings(set);
  const numbers = findings.map(numberOf);
  const unknown = numbers.filter((number) => derived.status[number] === UNKNOWN);
  if (unknown.length > 22) throw new Error(`${unknown.length} unknown findings are too many to try out`);

  const assessed = SETS[set](worldOf(derived, findings, numbers, {}));
  const NOT_CLASSIFIED = 1;
  const CLASSIFIED = 2;
  const classes = new Uint8Array(2 ** unknown.length);
  let lower = Number.POSITIVE_INFINITY;
  let upper = Number.NEGATIVE_INFINITY;
  const scratch: World = {};
  forEachCompletion(entries, unknown, (answers, completed) => {
    const reading = SETS[set](worldOf(completed, findings, numbers, scratch));
    classes[answers] = reading.classified ? CLASSIFIED : NOT_CLASSIFIED;
    lower = Math.min(lower, reading.score);
    upper = Math.max(upper, reading.score);
  });

  const open = unknown.filter((_, index) => {
    const bit = 1 << index;
    for (let answers = 0; answers < classes.length; answers += 1) {
      if ((answers & bit) !== 0) continue;
      const without = classes[answers];
      const withIt = classes[answers | bit];
      if (without !== 0 && withIt !== 0 && without !== withIt) return true;
    }
    return false;
  });
  const some = classes.includes(CLASSIFIED);
  const others = classes.includes(NOT_CLASSIFIED);
  return {
    verdict: some && others ? "undetermined" : some ? "classified" : "not-classified",
    lower,
    upper,
    asAssessed: assessed.classified ? "classified" : "not-classified",
    value: assessed.score,
    open: open.map((number) => FINDINGS[number] ?? ""),
  };
}

/**
 * What one part contributes: its points in halves, and the facts that the rule of the set asks for beside the total.
 * Contributions of different parts add up: points by addition, facts by "or".
 */
interface Contribution {
  readonly halves: number;
  readonly clinical: boolean;
  readonly immunologic: boolean;
  readonly entry: boolean;
  readonly biopsy: boolean;
  readonly anaOrDsdna: boolean;
}

const EULAR_IMMUNOLOGIC: readonly string[] = [
  "antiphospholipid-antibodies",
  "low-c3-or-c4",
  "low-c3-and-c4",
  "anti-dsdna-or-anti-sm",
];
const SLICC_IMMUNOLOGIC: readonly string[] = [
  "ana",
  "anti-dsdna",
  "anti-sm",
  "antiphospholipid-antibodies",
  "low-complement",
  "direct-coombs",
];

function contributionOf(set: SetId, world: World): Contribution {
  const reading = SETS[set](world);
  const met = Object.keys(reading.criteria).filter((criterion) => reading.criteria[criterion] === true);
  const halves = reading.score * 2;
  const none = { halves, clinical: false, immunologic: false, entry: false, biopsy: false, anaOrDsdna: false };
  if (set === "eular-acr-2019") {
    const ana = world["ana-1-80"];
    return {
      ...none,
      clinical: met.some((criterion) => !EULAR_IMMUNOLOGIC.includes(criterion)),
      entry: ana !== undefined && ana !== "absent",
    };
  }
  if (set === "slicc-2012") {
    return {
      ...none,
      clinical: met.some((criterion) => !SLICC_IMMUNOLOGIC.includes(criterion)),
      immunologic: met.some((criterion) => SLICC_IMMUNOLOGIC.includes(criterion)),
      biopsy: world["biopsy-lupus-nephritis"] === "present",
      anaOrDsdna: met.includes("ana") || met.includes("anti-dsdna"),
    };
  }
  return none;
}

function classifies(set: SetId, sum: Contribution): boolean {
  if (set === "eular-acr-2019") return sum.entry && sum.clinical && sum.halves >= 20;
  if (set === "slicc-2012") {
    return (sum.halves >= 8 && sum.clinical && sum.immunologic) || (sum.biopsy && sum.anaOrDsdna);
  }
  if (set === "acr-1997") return sum.halves >= 8;
  return sum.halves > 14;
}

const NOTHING: Contribution = {
  halves: 0,
  clinical: false,
  immunologic: false,
  entry: false,
  biopsy: false,
  anaOrDsdna: false,
};

function plus(a: Contribution, b: Contribution): Contribution {
  return {
    halves: a.halves + b.halves,
    clinical: a.clinical || b.clinical,
    immunologic: a.immunologic || b.immunologic,
    entry: a.entry || b.entry,
    biopsy: a.biopsy || b.biopsy,
    anaOrDsdna: a.anaOrDsdna || b.anaOrDsdna,
  };
}

function keyOf(c: Contribution): number {
  const facts = [c.clinical, c.immunologic, c.entry, c.biopsy, c.anaOrDsdna];
  return facts.reduce((key, fact) => key * 2 + (fact ? 1 : 0), c.halves + 100);
}

function distinct(contributions: Iterable<Contribution>): Contribution[] {
  const byKey = new Map<number, Contribution>();
  for (const contribution of contributions) byKey.set(keyOf(contribution), contribution);
  return [...byKey.values()];
}

function sums(parts: readonly (readonly Contribution[])[]): Contribution[] {
  let reached: Contribution[] = [NOTHING];
  for (const part of parts) reached = distinct(reached.flatMap((sum) => part.map((one) => plus(sum, one))));
  return reached;
}

/** Exact for any number of unknown findings; throws for a record that contradicts itself. */
export function byParts(record: SleRecord, set: SetId): Outcome {
  const { entries, derived } = entriesWithoutContradiction(record);

  const possible: Contribution[][] = [];
  const flips: { readonly finding: number; readonly part: number; readonly pairs: [Contribution, Contribution][] }[] =
    [];
  let asAssessed = NOTHING;
  PARTS[set].forEach((findings, part) => {
    const numbers = findings.map(numberOf);
    const unknown = numbers.filter((number) => derived.status[number] === UNKNOWN);
    const assessed = contributionOf(set, worldOf(derived, findings, numbers, {}));
    asAssessed = plus(asAssessed, assessed);
    if (unknown.length === 0) {
      possible.push([assessed]);
      return;
    }
    const byAnswers = new Map<number, Contribution>();
    forEachCompletion(entries, unknown, (answers, completed) => {
      byAnswers.set(answers, contributionOf(set, worldOf(completed, findings, numbers, {})));
    });
    possible.push(distinct(byAnswers.values()));
    unknown.forEach((finding, index) => {
      const pairs = new Map<string, [Contribution, Contribution]>();
      for (const [answers, without] of byAnswers) {
        const withIt = (answers & (1 << index)) === 0 ? byAnswers.get(answers | (1 << index)) : undefined;
        if (withIt === undefined || keyOf(without) === keyOf(withIt)) continue;
        pairs.set(`${keyOf(without)} ${keyOf(withIt)}`, [without, withIt]);
      }
      flips.push({ finding, part, pairs: [...pairs.values()] });
    });
  });

  const all = sums(possible);
  const some = all.some((sum) => classifies(set, sum));
  const others = all.some((sum) => !classifies(set, sum));
  const open: number[] = [];
  if (some && others) {
    const withoutPart = possible.map((_, part) => sums(possible.filter((_part, other) => other !== part)));
    for (const { finding, part, pairs } of flips) {
      const rest = withoutPart[part] ?? [];
      const changes = pairs.some(([without, withIt]) =>
        rest.some((sum) => classifies(set, plus(sum, without)) !== classifies(set, plus(sum, withIt))),
      );
      if (changes) open.push(finding);
    }
  }
  return {
    verdict: some && others ? "undetermined" : some ? "classified" : "not-classified",
    lower: Math.min(...all.map((sum) => sum.halves)) / 2,
    upper: Math.max(...all.map((sum) => sum.halves)) / 2,
    asAssessed: classifies(set, asAssessed) ? "classified" : "not-classified",
    value: asAssessed.halves / 2,
    open: open.sort((a, b) => a - b).map((number) => FINDINGS[number] ?? ""),
  };
}
