import { dequal } from "dequal/lite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { CriteriaSet, FindingId, SleRecord, TestId } from "../../criteria/types.ts";
import { tracedLeaves } from "../../lib/explain/reasons.ts";
import { type Worth, worthIn } from "../../lib/explain/worth.ts";
import { answer, explain, statementOf } from "../../lib/record/edit.ts";
import type { SetResult, Trace } from "../../lib/scoring/result.ts";
import { consistentRecord, FINDINGS } from "../scoring/support/arbitraries.ts";
import { assess, interpret, plan } from "../support/assess.ts";

const RUNS = { seed: 14, numRuns: 40 };

const setNamed = (id: string): CriteriaSet => {
  const found = definitions.sets.find((set) => set.id === id);
  if (!found) throw new Error(id);
  return found;
};

function resultIn(record: SleRecord, set: CriteriaSet): SetResult | undefined {
  return assess(record).results?.[set.id];
}

/** A record as it is read and assessed, with what its answers are worth in each set. */
function readingsOf(record: SleRecord) {
  const { facts } = interpret(record);
  const before = assess(record).results;
  if (!facts || !before) throw new Error(`refused: ${JSON.stringify(record)}`);
  return { facts, before, worths: definitions.sets.map((set) => ({ set, worth: worthIn(plan, set, record) })) };
}

/** The number that worth begins with, 0 where it begins with none. */
function amountOf(worth: Worth | undefined): number {
  return Number((worth?.amount ?? "0").replace("−", "-").replace("up to ", ""));
}

function said(worth: Worth | undefined): string | undefined {
  return worth && [worth.amount, worth.words].filter(Boolean).join(" ");
}

/** What each finding is said to be worth in a set. */
function saidIn(set: string, record: SleRecord): (finding: FindingId) => string | undefined {
  const worth = worthIn(plan, setNamed(set), record);
  return (finding) => said(worth.finding(finding));
}

function present(...findings: FindingId[]): SleRecord {
  return findings.reduce<SleRecord>((record, finding) => answer(record, finding, "present"), {
    format: "sle-record/1",
  });
}

/** Whether a trace reads a finding, under a `not` or not. */
function reads(trace: Trace, finding: FindingId): boolean {
  return tracedLeaves(trace, "with negated").some((leaf) => leaf.finding === finding);
}

describe("what an answer is worth is what the evaluator makes of it", () => {
  test("before it is given: the score moves by the number said, the entry and the outcome as said, or nothing moves", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(consistentRecord, (record) => {
        const { facts, before, worths } = readingsOf(record);
        for (const finding of FINDINGS) {
          const { status } = facts[finding];
          if (status === "present") continue;
          const after = status === "unknown" ? assess(answer(record, finding, "present")).results : undefined;
          for (const { set, worth } of worths) {
            const says = worth.finding(finding);
            const where = `${set.id} ${finding}: ${said(says)}\n${JSON.stringify(record)}`;
            const [was, is] = [before[set.id], after?.[set.id]];
            if (status === "absent") {
              if (says !== undefined) expect.fail(where);
              continue;
            }
            if (!was || !is) {
              expect(said(says), where).toMatch(/^contradicts .+, answered absent$/);
              continue;
            }
            seen.set(says?.kind ?? "", (seen.get(says?.kind ?? "") ?? 0) + 1);
            const opens = was.entry !== "met" && is.entry === "met";
            const turns = was.asAssessed !== is.asAssessed;
            const moves = was.domains.some(({ points }, at) => points !== is.domains[at]?.points);
            const outcome = is.asAssessed === "classified" ? set.outcome.met : set.outcome.notMet;
            const facts = {
              amount: amountOf(says),
              opens: says?.words.includes("opens the entry"),
              turns: says?.words.includes(`then ${outcome.toLowerCase()}`),
              adds: says?.kind === "adds",
            };
            const wanted = {
              amount: is.score.value - was.score.value,
              opens,
              turns,
              adds: moves || opens || turns,
            };
            if (!dequal(facts, wanted)) expect(facts, where).toEqual(wanted);
          }
        }
      }),
      RUNS,
    );
    expect(seen.get("adds")).toBeGreaterThan(500);
    expect(seen.get("adds-nothing")).toBeGreaterThan(500);
    expect(seen.get("not-read")).toBeGreaterThan(500);
  }, 120_000);

  test("once it is given: what counts is counted in the result, and taking back what does not count takes no point", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(consistentRecord, (record) => {
        const { facts, before, worths } = readingsOf(record);
        for (const finding of FINDINGS) {
          if (facts[finding].status !== "present") continue;
          const isStated = statementOf(record, finding).status === "present";
          const without = isStated ? assess(answer(record, finding, "unknown")).results : undefined;
          for (const { set, worth } of worths) {
            const says = worth.finding(finding);
            const where = `${set.id} ${finding}: ${said(says)}\n${JSON.stringify(record)}`;
            const result = before[set.id];
            if (!says || !result) expect.fail(where);
            seen.set(says.kind, (seen.get(says.kind) ?? 0) + 1);
            const criteria = result.domains.flatMap((domain) => domain.criteria);
            if (says.amount !== undefined) {
              const weights = criteria.flatMap(({ state, weight }) => (state === "counted" ? [weight] : []));
              if (!weights.includes(amountOf(says)) || says.kind !== "counted") expect.fail(where);
              continue;
            }
            if (says.words.startsWith("opens the entry") && result.entry !== "met") expect.fail(where);
            if (says.kind === "counted") continue;
            if (says.kind === "not-read" && criteria.some(({ trace }) => reads(trace, finding))) expect.fail(where);
            const left = without?.[set.id]?.score.value;
            // What takes another item out makes that one count once it is gone.
            if (left === undefined || says.words.startsWith("takes ")) continue;
            if (left < result.score.value) expect.fail(`${where}\n${left} without it`);
          }
        }
      }),
      RUNS,
    );
    expect(seen.get("counted")).toBeGreaterThan(200);
    expect(seen.get("not-counted")).toBeGreaterThan(200);
    expect(seen.get("not-read")).toBeGreaterThan(200);
  }, 120_000);

  test("an explained answer that a set leaves out never counts, and one that it counts says what explains it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FINDINGS), fc.constantFrom(...definitions.sets), (finding, set) => {
        const plain = answer({ format: "sle-record/1" }, finding, "present");
        const record = explain(plain, finding, { cause: "infection", text: "herpes" });
        const counts = resultIn(record, set)?.score.value !== 0;
        const says = worthIn(plan, set, record).finding(finding);
        const where = `${set.id} ${finding}: ${said(says)}`;
        const read = resultIn(plain, set)?.score.value !== 0;
        if (counts) expect(said(says), where).toMatch(/explained: herpes|^same as|^\S+ counted/);
        else if (read) expect(said(says), where).toMatch(/^explained(: herpes)?, not counted|^opens the entry/);
      }),
      { seed: 14, numRuns: 400 },
    );
  });

  test("the values of a test are worth at most what all that they decide would add", () => {
    const tests = Object.keys(definitions.tests) as TestId[];
    let seen = 0;
    fc.assert(
      fc.property(consistentRecord, (record) => {
        for (const set of definitions.sets) {
          const worthNow = worthIn(plan, set, record);
          for (const id of tests) {
            const decided = FINDINGS.filter((finding) =>
              definitions.findings[finding].decidedBy?.some((rule) => rule.test === id),
            );
            const most = worthNow.test(id);
            for (const finding of decided) {
              const one = worthNow.finding(finding);
              if (one?.kind !== "adds" || amountOf(one) <= 0) continue;
              seen += 1;
              expect(amountOf(most), `${set.id} ${id} ${finding}\n${JSON.stringify(record)}`).toBeGreaterThan(0);
            }
          }
        }
      }),
      { seed: 14, numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(100);
  }, 120_000);
});

describe("what an answer is worth, in words", () => {
  test("of a weighted set: its points, what it stands in place of, what outranks it, what opens", () => {
    const empty = saidIn("eular-acr-2019", present());
    expect(empty("ana-1-80")).toBe("opens the entry");
    expect(empty("malar-rash")).toBe("+6");
    expect(empty("photosensitivity")).toBe("not read by this set");
    const ulcers = saidIn("eular-acr-2019", present("ana-1-80", "oral-ulcers"));
    expect(ulcers("ana-1-80")).toBe("opens the entry");
    expect(ulcers("oral-ulcers")).toBe("+2 counted");
    expect(ulcers("malar-rash")).toBe("+4 (6 in place of 2)");
    expect(ulcers("non-scarring-alopecia")).toBe("adds nothing beside oral ulcers");
    const rash = saidIn("eular-acr-2019", present("ana-1-80", "malar-rash", "oral-ulcers"));
    expect(rash("malar-rash")).toBe("+6 counted");
    expect(rash("oral-ulcers")).toBe("outranked by acute cutaneous lupus");
    expect(rash("maculopapular-rash")).toBe("adds nothing beside malar rash");
    expect(rash("synovitis-2-joints")).toBe("+6 then classified");
    const both = saidIn("eular-acr-2019", present("malar-rash", "maculopapular-rash"));
    expect(both("maculopapular-rash")).toBe("same as malar rash");
  });

  test("of what needs something beside it, or is kept from counting", () => {
    const alone = saidIn("eular-acr-2019", present("hemolysis"));
    expect(alone("hemolysis")).toBe("needs direct Coombs test positive too");
    expect(alone("direct-coombs")).toBe("+4");
    expect(saidIn("eular-acr-2019", present())("direct-coombs")).toBe("needs evidence of hemolysis too");
    expect(saidIn("slerpi", present("ana-1-80"))("interstitial-lung-disease")).toBe("−1");
    const coombs = saidIn("slicc-2012", present("direct-coombs"));
    expect(coombs("hemolytic-anemia")).toBe("+1 hemolytic anemia, −1 direct Coombs test");
    expect(saidIn("slicc-2012", present("hemolytic-anemia"))("direct-coombs")).toBe(
      "adds nothing beside hemolytic anemia",
    );
  });

  test("of an answer that contradicts another, and of one that is absent", () => {
    const record = answer(present(), "anti-dsdna", "absent");
    const worth = saidIn("eular-acr-2019", record);
    expect(worth("anti-dsdna")).toBeUndefined();
    expect(saidIn("slicc-2012", answer(present(), "hemolysis", "absent"))("hemolysis")).toBeUndefined();
  });

  test("of an answer that is explained, by its own words where they are few", () => {
    const ulcers = (text: string) =>
      saidIn(
        "eular-acr-2019",
        explain(present("ana-1-80", "oral-ulcers"), "oral-ulcers", { cause: "infection", text }),
      )("oral-ulcers");
    expect(ulcers("herpes")).toBe("explained: herpes, not counted");
    expect(ulcers("herpes simplex ".repeat(9))).toBe("explained by an infection, not counted");
  });

  test("what a test has decided already does not make it one that a set does not read", () => {
    const tests = Object.keys(definitions.tests) as TestId[];
    let seen = 0;
    for (const id of tests) {
      const decides = FINDINGS.filter((finding) =>
        definitions.findings[finding].decidedBy?.some(({ test }) => test === id),
      );
      const records = decides.flatMap((finding) => [present(finding), answer(present(), finding, "absent")]);
      for (const set of definitions.sets) {
        if (worthIn(plan, set, present()).test(id)?.kind !== "adds") continue;
        for (const record of records) {
          seen += 1;
          expect(worthIn(plan, set, record).test(id)?.kind, `${set.id} ${id}`).not.toBe("not-read");
        }
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  test("of the values of a test: at most what they can add", () => {
    const worth = worthIn(plan, setNamed("eular-acr-2019"), present("ana-1-80"));
    expect(said(worth.test("c3"))).toBe("up to +3");
    expect(said(worthIn(plan, setNamed("eular-acr-2019"), present()).test("ana-titer"))).toBe("opens the entry");
  });
});
