/** The questions that a patient lends itself to, best first, so that an educator ticks instead of writes. */
import type { Misreading } from "../../criteria/practice/types.ts";
import type { FindingId, NamedDefinitions, SleRecord } from "../../criteria/types.ts";
import { assess, type Result } from "../assess.ts";
import { keptPlanOf } from "../practice/kept-plan.ts";
import { interpret } from "../record/interpret.ts";
import { answersMisread, causeIn, findingChoices, pointsChoices, recordReadAs } from "./choices.ts";
import { type Asks, wordsFor } from "./round.ts";

export interface Candidate {
  readonly asks: Asks;
  readonly words: string;
  /** Why it is worth asking, in short phrases, the weightiest first. */
  readonly why: readonly string[];
}

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
  const result = assess(kept, record);
  if (!facts || !result.results) return [];
  const sets = definitions.sets.filter(({ id }) => setIds.includes(id));
  const present = (Object.keys(facts) as FindingId[]).filter((finding) => {
    const { status, origin } = facts[finding];
    return status === "present" && (origin.kind === "stated" || origin.kind === "measured");
  });
  const open = new Set(sets.flatMap(({ id }) => result.results?.[id]?.open.slice(0, 3) ?? []));
  const aboutFindings = [...present, ...open].map((finding) => ofFinding(finding, record, result, setIds, definitions));
  const misreadAs = new Map(sets.map((set) => [set, answersMisread(record, set, definitions, misreadings)]));
  const points = sets.flatMap((set) =>
    set.domains.map(({ id: domain }): Weighed => {
      const asks = { kind: "points", set: set.id, domain } as const;
      const given = result.results?.[set.id]?.domains.find(({ id }) => id === domain)?.points ?? 0;
      const wrong = pointsChoices(asks, set, given, misreadAs.get(set) ?? []).flatMap((choice) => choice.misreadings);
      const why = [...new Set(wrong.map(({ title }) => title))];
      return { asks, words: wordsFor(asks, definitions), why, weight: Math.min(why.length, 4) + (given === 0 ? 0 : 1) };
    }),
  );
  const verdicts = sets.map((set): Weighed => {
    const asks = { kind: "verdict", set: set.id } as const;
    const is = result.results?.[set.id]?.asAssessed === "classified";
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
  record: SleRecord,
  { results }: Result,
  setIds: readonly string[],
  definitions: NamedDefinitions,
): Weighed {
  const kept = keptPlanOf(definitions);
  const others = findingChoices(finding, definitions)
    .map(({ key }) => ({ key, read: assess(kept, recordReadAs(key, finding, record, definitions)).results }))
    .filter(({ read }) => read !== undefined);
  const changes = (key: "verdict" | "value") => (one: (typeof others)[number]) =>
    setIds.filter((id) => {
      const [a, b] = [results?.[id], one.read?.[id]];
      if (!a || !b) return false;
      return key === "verdict" ? a.asAssessed !== b.asAssessed : a.score.value !== b.score.value;
    });
  const flips = new Set(others.flatMap(changes("verdict")));
  const moves = new Set(others.flatMap(changes("value")));
  const attribution = others.filter(({ key }) => key === "counts" || causeIn(key) !== undefined);
  const argued = new Set(attribution.flatMap(changes("value")));
  // What the record itself says to be explained is what a room argues about.
  const explained = isExplained(record, finding, definitions);
  const short = (ids: ReadonlySet<string>) =>
    definitions.sets
      .filter(({ id }) => ids.has(id))
      .map((set) => set.short)
      .join(", ");
  const asks = { kind: "finding", finding } as const;
  return {
    asks,
    words: wordsFor(asks, definitions),
    why: [
      ...(explained ? ["something else is said to explain it"] : []),
      ...(flips.size > 0 ? [`decides the verdict of ${short(flips)}`] : []),
      ...(argued.size > 0 ? [`whether something else explains it changes ${short(argued)}`] : []),
      ...(moves.size > 0 && argued.size === 0 ? [`changes the score of ${short(moves)}`] : []),
    ],
    weight: (explained ? 100 : 0) + 4 * flips.size + 2 * argued.size + moves.size,
  };
}

function isExplained(record: SleRecord, finding: FindingId, definitions: NamedDefinitions): boolean {
  return interpret(keptPlanOf(definitions).record, record).facts?.[finding].explainedBy !== undefined;
}
