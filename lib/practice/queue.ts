import { type Card, createEmptyCard, fsrs, type Grade, Rating } from "ts-fsrs";
import type { Definitions } from "../../criteria/types.ts";
import type { Attempt, Progress } from "./progress.ts";
import { allRules, type PracticeRule } from "./rules.ts";

/** When a rule should be practiced again. */
export interface Due {
  readonly rule: PracticeRule;
  readonly due: Date;
}

/** Spaced repetition without a random part: the same history gives the same queue on every device. */
const scheduler = fsrs({ enable_fuzz: false });

/**
 * When each rule that was ever tried is due, the earliest first. The schedule is computed from the attempts anew
 * each time, so that an imported history needs nothing else. Clocks are set back, and forward for a while: whatever
 * times the attempts bear, there is a schedule, and with `now` none of it rests on a day that has not come yet.
 */
export function schedule({ attempts }: Progress, definitions: Definitions, now?: Date): readonly Due[] {
  const cards = new Map<string, Card>();
  for (const { attempt, at } of inOrder(attempts, now)) {
    for (const { rule, right } of attempt.rules) {
      const card = cards.get(rule) ?? createEmptyCard<Card>(at);
      cards.set(rule, scheduler.next(card, at, gradeOf(right, attempt)).card);
    }
  }
  return allRules(definitions)
    .flatMap((rule) => {
      const card = cards.get(rule.id);
      return card ? [{ rule, due: card.due }] : [];
    })
    .sort((a, b) => a.due.getTime() - b.due.getTime());
}

interface Placed {
  readonly attempt: Attempt;
  readonly at: Date;
}

/** A clock that is set to another zone, or by hand, may be ahead by this much and still be meant. */
const DAY = 86_400_000;

/** The scheduler takes the first hundred years for the last century, and no date goes on without end. */
const EARLIEST = 0;
const LATEST = Date.UTC(9999, 0, 1);

/**
 * The attempts in the order of their times, so that the scheduler never sees time run backwards. One from a time that
 * cannot be read or has not come yet was given when the one stored before it was, or else the one after it.
 */
function inOrder(attempts: readonly Attempt[], now: Date | undefined): readonly Placed[] {
  const latest = now === undefined || Number.isNaN(now.getTime()) ? Number.POSITIVE_INFINITY : now.getTime() + DAY;
  const times = attempts.map(({ at }) => {
    const time = Date.parse(at);
    return time <= latest ? Math.min(Math.max(time, EARLIEST), LATEST) : undefined;
  });
  let before = times.find((time) => time !== undefined) ?? now?.getTime() ?? 0;
  return attempts
    .map((attempt, position) => {
      before = times[position] ?? before;
      return { attempt, at: new Date(before) };
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function gradeOf(right: boolean, { sure }: Attempt): Grade {
  if (!right) return Rating.Again;
  return sure <= 60 ? Rating.Hard : sure === 100 ? Rating.Easy : Rating.Good;
}

/**
 * The next rules to practice by these sets: those due at `now`, then those never tried, then the rest by due date.
 * Neighbors come from different domains where that is possible, because mixing is what makes rules stick.
 */
export function nextRules(
  progress: Progress,
  definitions: Definitions,
  sets: readonly string[],
  count: number,
  now: Date,
): readonly PracticeRule[] {
  const planned = schedule(progress, definitions, now).filter(({ rule }) => sets.includes(rule.set.id));
  const tried = new Set(planned.map(({ rule }) => rule.id));
  const due = planned.filter((one) => one.due <= now).map(({ rule }) => rule);
  const later = planned.filter((one) => one.due > now).map(({ rule }) => rule);
  const untried = allRules(definitions).filter(({ id, set }) => sets.includes(set.id) && !tried.has(id));
  return interleaved([...interleaved(due), ...interleaved(untried), ...later].slice(0, count));
}

/** When the next rule that was tried is due, after `now`; undefined when none was tried. */
export function nextDue(progress: Progress, definitions: Definitions, now: Date): Date | undefined {
  return schedule(progress, definitions, now).find(({ due }) => due > now)?.due;
}

/** How many rules are due at `now`. */
export function dueCount(progress: Progress, definitions: Definitions, now: Date): number {
  return schedule(progress, definitions, now).filter(({ due }) => due <= now).length;
}

function interleaved(rules: readonly PracticeRule[]): readonly PracticeRule[] {
  const left = [...rules];
  const mixed: PracticeRule[] = [];
  while (left.length > 0) {
    const before = mixed.at(-1);
    const other = left.findIndex((rule) => !before || domainOf(rule) !== domainOf(before));
    mixed.push(...left.splice(Math.max(other, 0), 1));
  }
  return mixed;
}

function domainOf({ set, criterion }: PracticeRule): string {
  const domain = set.domains.find(({ criteria }) => criteria.some(({ id }) => id === criterion));
  return `${set.id} ${domain?.id ?? "gate"}`;
}
