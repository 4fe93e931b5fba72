import type { Difficulty, PracticeCase, PracticeMaterial } from "../../criteria/practice/types.ts";
import type { Definitions, FindingId } from "../../criteria/types.ts";
import { oneLine } from "../record/one-line.ts";
import { misreadingNamed } from "./derived.ts";
import { generate, generationPlanOf } from "./generate.ts";
import { type Misled, madeFor, misledIn } from "./made.ts";
import { isPracticed } from "./misread.ts";
import { randomFrom } from "./random.ts";
import { allRules, type PracticeRule, rulesOf, rulesReading } from "./rules.ts";

/** Which cases a sitting or a sheet is made of. An address holds it, so that a class can work on the same paper. */
export type SittingWish = {
  /** The set to score by. */
  readonly set: string;
} & (
  | { readonly kind: "written"; readonly cases: readonly string[] }
  /** Cases whose answer a misreading changes: written ones, then generated ones. */
  | { readonly kind: "misreading"; readonly misreading: string; readonly count: number }
  /** `count` generated cases on any rule of the set. */
  | { readonly kind: "seed"; readonly seed: string; readonly count: number; readonly difficulty: Difficulty }
  /** `count` generated cases on these rules in turn. */
  | {
      readonly kind: "rules";
      readonly rules: readonly string[];
      readonly seed: string;
      readonly count: number;
      readonly difficulty: Difficulty;
    }
);

export interface SittingCase {
  readonly practiceCase: PracticeCase;
  /** The set to score by; a rule of another set brings its own. */
  readonly set: string;
  /** The rule that the case was made for. */
  readonly rule?: string;
  /** The same patient but for one fact, who is classified differently. */
  readonly twin?: PracticeCase;
}

/** At most this many cases in one sitting or on one sheet. */
const MOST_CASES = 50;

/** A number or an id in an address is read up to this many characters, because it is kept with each answer. */
const LONGEST = 80;

/** Makes one case of a sitting when it is its turn; undefined where none can be made. */
export type Deal = () => SittingCase | undefined;

/** The cases of a wish, in order; the same for the same wish. What does not exist is left out. */
export function casesOf(
  wish: SittingWish,
  material: PracticeMaterial,
  definitions: Definitions,
): readonly SittingCase[] {
  return deckOf(wish, material, definitions).flatMap((deal) => deal() ?? []);
}

/** As `casesOf`, each case made when it is asked for: a generated one takes a while. */
export function deckOf(wish: SittingWish, material: PracticeMaterial, definitions: Definitions): readonly Deal[] {
  if (wish.kind === "written") {
    return wish.cases.slice(0, MOST_CASES).flatMap((id) => {
      const practiceCase = material.cases.find((one) => one.id === id);
      return practiceCase ? [() => ({ practiceCase, set: wish.set })] : [];
    });
  }
  if (wish.kind === "misreading") return misreadDeck(wish, material, definitions);
  const plan = generationPlanOf(material, definitions);
  const known = allRules(definitions);
  const set = definitions.sets.find(({ id }) => id === wish.set);
  const rules =
    wish.kind === "rules"
      ? wish.rules.flatMap((id) => known.filter((rule) => rule.id === id))
      : randomFrom(wish.seed).shuffle(set ? rulesOf(set) : []);
  if (rules.length === 0) return [];
  return Array.from({ length: Math.min(wish.count, MOST_CASES) }, (_, position) => {
    const rule = rules[position % rules.length];
    const seed = `${wish.seed}.${position + 1}`;
    return once(() => {
      const twins = rule && generate(plan, { seed, difficulty: wish.difficulty, rule });
      return twins && { practiceCase: twins.shown, set: rule.set.id, rule: rule.id, twin: twins.twin };
    });
  });
}

/**
 * The case of this id: a written one, or one that is generated, whose id holds what it was asked for by. Undefined where
 * there is none.
 */
export function caseById(id: string, material: PracticeMaterial, definitions: Definitions): PracticeCase | undefined {
  const written = material.cases.find((one) => one.id === id);
  if (written) return written;
  const [, number, setId, name] = /^(.*)~([^~]+)~([^~]+)~made$/s.exec(id) ?? [];
  const set = definitions.sets.find((one) => one.id === setId);
  const misreading = set && name !== undefined && misreadingNamed(name, set.id, definitions, material);
  if (number !== undefined && set && misreading) {
    return madeFor(misreading, set, generationPlanOf(material, definitions), number);
  }
  // The number of a paper is typed by people and may hold the sign between the parts, so it is what the rest leaves.
  const [, seed, hard, ruleId] = /^(.*)~([123])~([^~]+)~[ab]$/s.exec(id) ?? [];
  const rule = allRules(definitions).find((one) => one.id === ruleId);
  if (seed === undefined || hard === undefined || !rule) return undefined;
  const twins = generate(generationPlanOf(material, definitions), { seed, difficulty: difficultyOf(hard), rule });
  return [twins?.shown, twins?.twin].find((one) => one?.id === id);
}

function once(deal: Deal): Deal {
  let dealt: { readonly one: SittingCase | undefined } | undefined;
  return () => {
    dealt ??= { one: deal() };
    return dealt.one;
  };
}

/**
 * The cases in which a misreading, written or derived, leads to another answer: of the written ones first those in which
 * the number is another, then those in which only the verdict is; where there is none, one that is made for it.
 */
function misreadDeck(
  wish: Extract<SittingWish, { kind: "misreading" }>,
  material: PracticeMaterial,
  definitions: Definitions,
): readonly Deal[] {
  const set = definitions.sets.find(({ id }) => id === wish.set);
  const misreading = misreadingNamed(wish.misreading, wish.set, definitions, material);
  if (!set || !misreading || !isPracticed(misreading)) return [];
  const count = Math.min(wish.count, MOST_CASES);
  const found: { readonly [M in Misled]: PracticeCase[] } = { number: [], verdict: [], nothing: [] };
  for (const practiceCase of material.cases) {
    if (found.number.length === count) break;
    found[misledIn(practiceCase, set, misreading, definitions)].push(practiceCase);
  }
  const written = [...found.number, ...found.verdict].slice(0, count);
  if (written.length > 0) return written.map((practiceCase) => () => ({ practiceCase, set: set.id }));
  const made = madeFor(misreading, set, generationPlanOf(material, definitions), "1");
  return made ? [() => ({ practiceCase: made, set: set.id })] : [];
}

/** The query of an address that holds the wish, without the question mark. */
export function queryOf(wish: SittingWish): string {
  const query = new URLSearchParams({ set: wish.set });
  if (wish.kind === "written") query.set("cases", wish.cases.join(","));
  else if (wish.kind === "misreading") {
    query.set("misreading", wish.misreading);
    query.set("n", String(wish.count));
  } else {
    if (wish.kind === "rules") query.set("rule", wish.rules.join(","));
    query.set("seed", wish.seed);
    query.set("n", String(wish.count));
    query.set("difficulty", String(wish.difficulty));
  }
  // Commas and slashes may stand in a query as they are, which is easier to read on paper.
  return query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
}

/**
 * The wish in the query of an address. `rule` alone is enough, as is `finding`, which means every rule that reads it.
 * Undefined when the query names no cases.
 */
export function wishOf(query: URLSearchParams, definitions: Definitions): SittingWish | undefined {
  const firstSet = definitions.sets[0]?.id ?? "";
  const named = query.get("set");
  const set = definitions.sets.find(({ id }) => id === named)?.id ?? firstSet;
  const cases = query.get("cases");
  if (cases) return { kind: "written", set, cases: cases.split(",", MOST_CASES).map((id) => id.slice(0, LONGEST)) };
  const misreading = query.get("misreading");
  if (misreading) return { kind: "misreading", set, misreading, count: countOf(query.get("n")) };
  // It is in the title of each case, on paper and on cards.
  const seed = oneLine((query.get("seed") ?? "").slice(0, LONGEST));
  const common = {
    seed: seed || "1",
    count: countOf(query.get("n")),
    difficulty: difficultyOf(query.get("difficulty")),
  };
  const rules = rulesAsked(query, named, definitions);
  const [rule] = rules;
  if (rule) return { kind: "rules", set: rule.set.id, rules: rules.map(({ id }) => id), ...common };
  return seed ? { kind: "seed", set, ...common } : undefined;
}

function rulesAsked(query: URLSearchParams, set: string | null, definitions: Definitions): readonly PracticeRule[] {
  const ids = (query.get("rule") ?? "").split(",");
  const byId = ids.flatMap((id) => allRules(definitions).filter((rule) => rule.id === id));
  const finding = query.get("finding");
  if (finding === null || !(finding in definitions.findings)) return byId;
  const reading = rulesReading(finding as FindingId, definitions);
  return [...byId, ...reading.filter((rule) => set === null || rule.set.id === set)];
}

function countOf(text: string | null): number {
  const count = Math.trunc(Number(text ?? 10));
  return Number.isFinite(count) && count >= 1 ? Math.min(count, MOST_CASES) : 10;
}

function difficultyOf(text: string | null): Difficulty {
  return text === "1" ? 1 : text === "3" ? 3 : 2;
}
