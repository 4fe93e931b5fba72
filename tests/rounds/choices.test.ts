/** What can be answered, and what each answer says of the record. */
import { describe, expect, test } from "vitest";
import type { Misreading } from "../../criteria/practice/types.ts";
import type { FindingId, SleRecord, Statement } from "../../criteria/types.ts";
import { assess } from "../../lib/assess.ts";
import { inSentence, list, writeCause } from "../../lib/explain/values.ts";
import { keptPlanOf } from "../../lib/practice/kept-plan.ts";
import { CAUSES } from "../../lib/record/causes.ts";
import { interpret } from "../../lib/record/interpret.ts";
import {
  answersMisread,
  causeIn,
  findingChoices,
  pointsChoices,
  recordReadAs,
  verdictChoices,
} from "../../lib/rounds/choices.ts";
import { definitions, planFor, practice, prepared, RECORD } from "./support.ts";

const FINDINGS = Object.keys(definitions.findings) as readonly FindingId[];

test("a finding counts, is explained by one of the causes, is absent, or cannot be told", () => {
  for (const finding of FINDINGS) {
    const choices = findingChoices(finding, definitions);
    const causes = CAUSES.map((cause) => `explained:${cause}`);
    expect(choices.map(({ key }) => key)).toEqual(["counts", ...causes, "absent", "cannot-tell"]);
    expect(choices.map(({ key }) => causeIn(key))).toEqual([undefined, ...CAUSES, undefined, undefined]);
    for (const cause of CAUSES) {
      const label = choices.find(({ key }) => key === `explained:${cause}`)?.label;
      const plain = `Present, but ${writeCause(cause)} explains it`;
      const named = definitions.findings[finding].otherExplanations.filter((one) => one.cause === cause);
      const such = list(
        named.map((one) => inSentence(one.label)),
        "or",
      );
      expect(label, finding).toBe(named.length === 0 ? plain : `${plain} (such as ${such})`);
    }
  }
});

test("a verdict is given in the words of its set, or as open", () => {
  for (const set of definitions.sets)
    expect(verdictChoices(set)).toEqual([
      { key: "classified", label: set.outcome.met },
      { key: "not-classified", label: set.outcome.notMet },
      { key: "undetermined", label: "Cannot be said yet" },
    ]);
});

describe("the points of a domain", () => {
  const MISREADINGS: readonly Misreading[] = [
    ["doubled", "slerpi", 6],
    ["doubled as well", "slerpi", 6],
    ["as always", "slerpi", 3],
    ["taken off", "slerpi", -2.5],
    ["of another set", "slicc-2012", 9],
  ].map(([title, set, weight]) => ({
    id: `${title}`,
    title: `${title}`,
    rule: "",
    sets: [`${set}`],
    changes: [{ kind: "weights", weights: { "malar-or-maculopapular-rash": Number(weight) } }],
  }));

  const slerpi = definitions.sets.find(({ id }) => id === "slerpi");
  if (!slerpi) throw new Error("SLERPI is registered");
  const read = answersMisread(RECORD, slerpi, definitions, MISREADINGS);

  test("are misread only by what misreads the set", () => {
    expect(read.map(({ misreading }) => misreading.title)).toEqual([
      "doubled",
      "doubled as well",
      "as always",
      "taken off",
    ]);
  });

  test("are none, each weight, what is right and what each misreading makes of them, in their order", () => {
    const of = (domain: string, right: number) =>
      pointsChoices({ kind: "points", set: "slerpi", domain }, slerpi, right, read).map(
        ({ key, label, points, misreadings }) => [key, label, points, ...misreadings.map(({ title }) => title)],
      );
    expect(of("malar-or-maculopapular-rash", 3)).toEqual([
      ["points:-2.5", "−2.5", -2.5, "taken off"],
      ["points:0", "0", 0],
      ["points:3", "3", 3],
      ["points:6", "6", 6, "doubled", "doubled as well"],
    ]);
    // What is right is offered whatever the weights, and nobody has misread it.
    expect(of("malar-or-maculopapular-rash", 6).map(([key, , , ...titles]) => [key, ...titles])).toEqual([
      ["points:-2.5", "taken off"],
      ["points:0"],
      ["points:3", "as always"],
      ["points:6"],
    ]);
    expect(of("alopecia", 7).map(([key]) => key)).toEqual(["points:0", "points:1.5", "points:7"]);
    expect(of("interstitial-lung-disease", 0).map(([key, label]) => [key, label])).toEqual([
      ["points:-1", "−1"],
      ["points:0", "0"],
    ]);
  });

  test("of every domain of every set hold each of its weights once, in order", () => {
    for (const set of definitions.sets)
      for (const { id: domain, criteria } of set.domains) {
        const offered = pointsChoices({ kind: "points", set: set.id, domain }, set, 0, []).map(({ points }) => points);
        expect(offered).toEqual([...new Set([0, ...criteria.map(({ weight }) => weight)])].toSorted((a, b) => a - b));
      }
  });
});

describe("a record as somebody reads it", () => {
  const kept = keptPlanOf(definitions);
  const factsOf = (record: SleRecord) => {
    const { facts } = interpret(kept.record, record);
    if (!facts) throw new Error("a record that can be read");
    return facts;
  };
  const readAs = (key: string, finding: FindingId, record: SleRecord) =>
    recordReadAs(key, finding, record, definitions);
  const asked = (statement: Statement | undefined, finding: FindingId): SleRecord => ({
    format: "sle-record/1",
    findings: { "low-c3": "present", fever: "absent", ...(statement && { [finding]: statement }) },
  });

  test("says of the finding what was answered, whatever the record says, and of the others the same", () => {
    const before: readonly (Statement | undefined)[] = [
      undefined,
      { status: "present" },
      { status: "absent" },
      { status: "present", explainedBy: { cause: "drug", text: "hydralazine" } },
    ];
    for (const statement of before) {
      const record = asked(statement, "malar-rash");
      for (const { key } of findingChoices("malar-rash", definitions)) {
        const { "malar-rash": fact, ...others } = factsOf(readAs(key, "malar-rash", record));
        const status = key === "absent" ? "absent" : key === "cannot-tell" ? "unknown" : "present";
        expect([fact.status, fact.explainedBy?.cause], `${key} of ${JSON.stringify(statement)}`).toEqual([
          status,
          causeIn(key),
        ]);
        const { "malar-rash": _, ...same } = factsOf(record);
        expect(others).toEqual(same);
      }
    }
    expect(readAs("no-such-key", "malar-rash", RECORD)).toEqual(RECORD);
  });

  /** One ANA titer, which decides both; SLERPI and EULAR/ACR read one of them, ACR the other. */
  const titer = (explained: readonly (readonly [FindingId, Statement["explainedBy"]])[]): SleRecord => ({
    format: "sle-record/1",
    findings: {
      "malar-rash": "present",
      ...Object.fromEntries(explained.map(([finding, explainedBy]) => [finding, { status: "present", explainedBy }])),
    },
    measurements: [{ test: "ana-titer", value: 160, unit: "{titer}" }],
  });
  const ANA = ["ana-1-80", "ana-above-reference"] as const;
  const explanationsOf = (record: SleRecord) => ANA.map((finding) => factsOf(record)[finding].explainedBy?.cause);

  test("explains all that a result decides, if what explains it is corrected too", () => {
    const drug = { cause: "drug", text: "hydralazine" } as const;
    const both = titer(ANA.map((finding) => [finding, drug]));
    for (const finding of ANA) {
      for (const cause of CAUSES) {
        expect(explanationsOf(readAs(`explained:${cause}`, finding, titer([])))).toEqual([cause, cause]);
        expect(explanationsOf(readAs(`explained:${cause}`, finding, both))).toEqual([cause, cause]);
      }
      expect(explanationsOf(readAs("counts", finding, both))).toEqual([undefined, undefined]);
      expect(explanationsOf(readAs("counts", finding, titer([])))).toEqual([undefined, undefined]);
    }
  });

  test("leaves what was taken out of an explanation out of it, and what has another its own", () => {
    const one = titer([["ana-above-reference", { cause: "drug" }]]);
    expect(explanationsOf(readAs("explained:infection", "ana-above-reference", one))).toEqual([undefined, "infection"]);
    expect(explanationsOf(readAs("counts", "ana-above-reference", one))).toEqual([undefined, undefined]);
    const two = titer([
      ["ana-1-80", { cause: "other-disease" }],
      ["ana-above-reference", { cause: "drug" }],
    ]);
    expect(explanationsOf(readAs("explained:infection", "ana-above-reference", two))).toEqual([
      "other-disease",
      "infection",
    ]);
    // Whoever says that the result counts says it of each.
    expect(explanationsOf(readAs("counts", "ana-1-80", two))).toEqual([undefined, undefined]);
  });

  test("another cause than the record's is right only where it comes to the same in every set", () => {
    const record = titer(ANA.map((finding) => [finding, { cause: "drug" }]));
    const round = prepared([{ kind: "finding", finding: "ana-1-80" }], { record });
    // ACR leaves the ANA of a drug out, and no other.
    expect(planFor(round).questions[0]?.key.right).toEqual(["explained:drug"]);
    const result = (cause: string) => assess(kept, readAs(`explained:${cause}`, "ana-1-80", record)).results;
    expect(result("drug")?.["acr-1997"]?.score.value).toBe(1);
    expect(result("infection")?.["acr-1997"]?.score.value).toBe(2);
    const alone = titer([["ana-above-reference", { cause: "infection" }]]);
    const about = prepared([{ kind: "finding", finding: "ana-above-reference" }], { record: alone });
    // Only what the question is about is put down to something else.
    const others = CAUSES.filter((cause) => cause !== "drug").map((cause) => `explained:${cause}`);
    expect(planFor(about).questions[0]?.key.right).toEqual(others);
  });
});

test("every misreading that is known of a set is tried on a record, and no other", () => {
  for (const set of definitions.sets) {
    const tried = answersMisread(RECORD, set, definitions, practice.misreadings);
    expect(tried.map(({ misreading }) => misreading.id)).toEqual(
      practice.misreadings.filter(({ sets }) => sets.includes(set.id)).map(({ id }) => id),
    );
  }
});
