import type { Misreading } from "../../criteria/practice/types.ts";
import type { CriteriaSet, Definitions, SleRecord } from "../../criteria/types.ts";
import { type Answer, answerOf, isSameAnswer } from "./answer.ts";
import { misread, type View } from "./misread.ts";

/** What somebody says that a patient comes to; parts that are not said are not compared. */
export interface Claim {
  readonly total?: number;
  /** Points by domain id; a domain that is left out has none. */
  readonly domains?: Readonly<Record<string, number>>;
  readonly classified?: boolean;
}

export interface Recognition {
  /** What the set as written comes to. */
  readonly correct: Answer;
  readonly agrees: boolean;
  /** The misreadings that give exactly the claim, each by itself. */
  readonly singles: readonly Misreading[];
  /** The pairs that give exactly the claim together, where neither gives it alone and each changes something. */
  readonly pairs: readonly (readonly [Misreading, Misreading])[];
  /**
   * Where neither a single misreading nor a pair gives the whole claim: the domains whose points are wrong and for
   * which some misreading gives exactly the points that were claimed. No points may just be a field left empty.
   */
  readonly parts: readonly RecognizedPart[];
}

export interface RecognizedPart {
  readonly domain: string;
  /** What was claimed for the domain. */
  readonly points: number;
  readonly misreadings: readonly Misreading[];
}

/**
 * Which known misreadings give exactly this claim: every single one and every pair is tried.
 * Undefined when the record itself cannot be read.
 */
export function recognize(
  claim: Claim,
  record: SleRecord,
  set: CriteriaSet,
  definitions: Definitions,
  misreadings: readonly Misreading[],
): Recognition | undefined {
  const start: View = { record, set, definitions };
  const correct = answerOf(record, set, definitions);
  if (!correct) return undefined;
  if (fits(claim, correct)) return { correct, agrees: true, singles: [], pairs: [], parts: [] };
  const tried = misreadings
    .filter(({ sets }) => sets.includes(set.id))
    .map((misreading) => {
      const view = misread(start, misreading);
      return { misreading, view, answer: answerOf(view.record, view.set, view.definitions) };
    });
  const singles = tried.filter(({ answer }) => answer && fits(claim, answer)).map(({ misreading }) => misreading);
  const rest = tried.filter(({ misreading }) => !singles.includes(misreading));
  const pairs: [Misreading, Misreading][] = [];
  for (const [position, first] of rest.entries()) {
    for (const second of rest.slice(position + 1)) {
      const view = misread(first.view, second.misreading);
      const answer = answerOf(view.record, view.set, view.definitions);
      if (!answer || !fits(claim, answer)) continue;
      if (isSameAnswer(answer, first.answer) || isSameAnswer(answer, second.answer)) continue;
      pairs.push([first.misreading, second.misreading]);
    }
  }
  const parts = singles.length === 0 && pairs.length === 0 ? partsOf(claim, correct, tried, set) : [];
  return { correct, agrees: false, singles, pairs, parts };
}

interface Tried {
  readonly misreading: Misreading;
  readonly answer: Answer | undefined;
}

function partsOf({ domains }: Claim, correct: Answer, tried: readonly Tried[], set: CriteriaSet): RecognizedPart[] {
  if (!domains) return [];
  return set.domains.flatMap(({ id: domain }) => {
    const points = domains[domain] ?? 0;
    if (points === 0 || points === correct.domains[domain]) return [];
    const giving = tried.filter(({ answer }) => answer && (answer.domains[domain] ?? 0) === points);
    return giving.length > 0 ? [{ domain, points, misreadings: giving.map(({ misreading }) => misreading) }] : [];
  });
}

function fits(claim: Claim, answer: Answer): boolean {
  if (claim.total !== undefined && claim.total !== answer.total) return false;
  if (claim.classified !== undefined && claim.classified !== answer.classified) return false;
  if (!claim.domains) return true;
  const { domains } = claim;
  return Object.keys({ ...domains, ...answer.domains }).every((id) => (domains[id] ?? 0) === (answer.domains[id] ?? 0));
}
