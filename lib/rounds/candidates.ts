/** The questions that a patient lends itself to, best first, so that an educator ticks instead of writes. */
import type { Misreading } from "../../criteria/practice/types.ts";
import type { CriteriaSet, FindingId, NamedDefinitions, SleRecord } from "../../criteria/types.ts";
import { assess } from "../assess.ts";
import { keptPlanOf } from "../practice/kept-plan.ts";
import type { Fact } from "../record/facts.ts";
import { interpret } from "../record/interpret.ts";
import type { SetResult } from "../scoring/result.ts";
import { answersMisread, causeIn, findingChoices, keyOf, pointsChoices, recordReadAs } from "./choices.ts";
import { type Asks, wordsFor } from "./round.ts";

export interface Candidate {
  readonly asks: Asks;
  readonly words: string;
  /** Why it is worth asking, in short phrases, the weightiest first. */
  readonly why: readonly string[];
}

/** Of what is not known and could change a set's verdict, only the first few are asked for each set. */
const MOST_OPEN = 3;

interface Weighed extends Candidate {
  readonly weight: number;
}

/**
 * Questions about a patient: what can be argued about or decides a verdict first, then what known misreadings get
 * wrong, then the other points and verdicts. Empty for a record that cannot be read.
 */
export function candidatesFor(
  record: SleRecord,
  setIds: readonly string[],
  definitions: NamedDefinitions,
  misreadings: readonly Misreading[],
): readonly Candidate[] {
  const kept = keptPlanOf(definitions);
  const { facts } = interpret(kept.record, record);
  const { results } = assess(kept, record);
  if (!facts || !results) return [];
  const sets = definitions.sets.filter(({ id }) => setIds.includes(id));
  const present = (Object.keys(facts) as FindingId[]).filter((finding) => {
    const { status, origin } = facts[finding];
    return status === "present" && (origin.kind === "stated" || origin.kind === "measured");
  });
  const open = new Set(sets.flatMap(({ id }) => results[id]?.open.slice(0, MOST_OPEN) ?? []));
  const aboutFindings = [...present, ...open].map((finding) =>
    ofFinding(finding, facts[finding], record, results, sets, definitions),
  );
  const misreadAs = new Map(sets.map((set) => [set, answersMisread(record, set, definitions, misreadings)]));
  const points = sets.flatMap((set) =>
    set.domains.map(({ id: domain }): Weighed => {
      const asks = { kind: "points", set: set.id, domain } as const;
      const given = results[set.id]?.domains.find(({ id }) => id === domain)?.points ?? 0;
      const wrong = pointsChoices(asks, set, given, misreadAs.get(set) ?? []).flatMap((choice) => choice.misreadings);
      const why = [...new Set(wrong.map(({ title }) => title))];
      return { asks, words: wordsFor(asks, definitions), why, weight: Math.min(why.length, 4) + (given === 0 ? 0 : 1) };
    }),
  );
  const verdicts = sets.map((set): Weighed => {
    const asks = { kind: "verdict", set: set.id } as const;
    const is = results[set.id]?.asAssessed === "classified";
    const wrong = (misreadAs.get(set) ?? []).filter(({ answer }) => answer.classified !== is);
    const why = wrong.map(({ misreading }) => misreading.title);
    return { asks, words: wordsFor(asks, definitions), why, weight: 3 + Math.min(why.length, 4) };
  });
  return [...aboutFindings, ...verdicts, ...points.filter(({ weight }) => weight > 0)]
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ asks, words, why }) => ({ asks, words, why }));
}

/** What another answer to a finding would change, in the sets that are spoken of. */
function ofFinding(
  finding: FindingId,
  fact: Fact,
  record: SleRecord,
  results: Readonly<Record<string, SetResult>>,
  sets: readonly CriteriaSet[],
  definitions: NamedDefinitions,
): Weighed {
  const kept = keptPlanOf(definitions);
  const right = keyOf(fact);
  const readings = findingChoices(finding, definitions).flatMap(({ key }) => {
    const read = key === right ? results : assess(kept, recordReadAs(key, finding, record, definitions)).results;
    return read ? [{ key, read }] : [];
  });
  const flips = sets.filter(({ id }) => readings.some(({ read }) => read[id]?.asAssessed !== results[id]?.asAssessed));
  const scores = (id: string, of = readings) => new Set(of.map(({ read }) => read[id]?.score.value));
  const moves = sets.filter(({ id }) => scores(id).size > 1);
  // Of those who take it as present: whether it matters if something else explains it, and what.
  const attributed = readings.filter(({ key }) => key === "counts" || causeIn(key) !== undefined);
  const argued = sets.filter(({ id }) => scores(id, attributed).size > 1);
  // What the record itself says to be explained is what a room argues about.
  const explained = fact.explainedBy !== undefined;
  const short = (some: readonly CriteriaSet[]) => some.map((set) => set.short).join(", ");
  const asks = { kind: "finding", finding } as const;
  return {
    asks,
    words: wordsFor(asks, definitions),
    why: [
      ...(explained ? ["something else is said to explain it"] : []),
      ...(flips.length > 0 ? [`decides the verdict of ${short(flips)}`] : []),
      ...(argued.length > 0 ? [`whether something else explains it changes ${short(argued)}`] : []),
      ...(moves.length > 0 && argued.length === 0 ? [`changes the score of ${short(moves)}`] : []),
    ],
    weight: (explained ? 100 : 0) + 4 * flips.length + 2 * argued.length + moves.length,
  };
}
