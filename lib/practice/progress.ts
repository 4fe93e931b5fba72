import type { Definitions } from "../../criteria/types.ts";
import { z } from "../record/zod.ts";
import { type ReadEntry, readEntry } from "../store/read-entry.ts";
import type { Saves } from "../store/saves.ts";
import { fitting, jsonOf } from "./read-kept-json.ts";
import { allRules } from "./rules.ts";

const attemptSchema = z.strictObject({
  /** Date and time, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  case: z.string().min(1).max(400),
  set: z.string().min(1).max(80),
  /** Percent, from 50 to 100. */
  sure: z.number().min(50).max(100),
  /** Whether the verdict was right. */
  right: z.boolean(),
  rules: z.array(z.strictObject({ rule: z.string().min(1).max(200), right: z.boolean() })).max(100),
  /** Misreadings that would have given the answer, where it was wrong. */
  misreadings: z.array(z.string().max(80)).max(100),
});

/** The oldest answers go first. */
const MOST_KEPT = 20_000;

const progressSchema = z.strictObject({
  format: z.literal("sle-practice/1"),
  attempts: z.array(attemptSchema).max(MOST_KEPT),
});

/** One case that was answered by one set. */
export type Attempt = z.infer<typeof attemptSchema>;

/** Everything that was answered on this device. What is strong, weak or due is computed from it. */
export type Progress = z.infer<typeof progressSchema>;

export const NO_PROGRESS: Progress = { format: "sle-practice/1", attempts: [] };

/** Reads what lies on the device; what is damaged or of a later version says so. */
export function readKeptProgress(text: string): ReadEntry<Progress> {
  return readEntry(jsonOf(text), NO_PROGRESS.format, fitting(progressSchema));
}

/** Reads imported text; says in a sentence why it cannot be read, and then changes nothing. */
export function readProgress(text: string): { readonly progress: Progress } | { readonly problem: string } {
  const json = jsonOf(text);
  if ("issue" in json) return { problem: "This is not a practice file: it is not JSON. Nothing was changed." };
  const entry = readEntry(json, NO_PROGRESS.format, fitting(progressSchema));
  switch (entry.kind) {
    case "read":
      return { progress: entry.value };
    case "newer":
      return { problem: "This practice file comes from another version of the app. Nothing was changed." };
    case "unreadable":
      return { problem: "This is not a practice file, or it is damaged. Nothing was changed." };
  }
}

/** On the device with the saves that it holds; a file has none. */
export function writeProgress(progress: Progress, saves?: Saves): string {
  return JSON.stringify({ ...progress, saves });
}

/** Both histories as one: an attempt that both hold stays once. */
export function merged(one: Progress, other: Progress): Progress {
  const byKey = new Map(
    [...one.attempts, ...other.attempts].map((attempt) => [`${attempt.at} ${attempt.set} ${attempt.case}`, attempt]),
  );
  const inOrder = [...byKey.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { ...one, attempts: inOrder.slice(-MOST_KEPT) };
}

/**
 * The time of an answer, ISO 8601 in UTC, as the history holds it. A clock beyond the year 9999 would write a year of
 * six figures, and one that gives no time at all would write nothing: neither could be read back.
 */
export function momentOf(clock: Date): string {
  const time = clock.getTime();
  return new Date(Number.isNaN(time) ? 0 : Math.min(Math.max(time, FIRST), LAST)).toISOString();
}

const FIRST = Date.parse("0000-01-01T00:00:00.000Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

/** The history with one more answer. */
export function withAttempt(progress: Progress, attempt: Attempt): Progress {
  return { ...progress, attempts: [...progress.attempts, attempt].slice(-MOST_KEPT) };
}

/** How often a rule, or the rules of a domain, were applied rightly. */
export interface Tried {
  readonly id: string;
  readonly title: string;
  readonly set: string;
  readonly right: number;
  readonly tried: number;
}

/** By rule, the weakest first; rules that were never tried are left out. */
export function byRule({ attempts }: Progress, definitions: Definitions): readonly Tried[] {
  const outcomes = attempts.flatMap(({ rules }) => rules);
  return weakestFirst(
    allRules(definitions).map(({ id, title, set }) => ({
      id,
      title,
      set: set.id,
      ...count(outcomes.filter(({ rule }) => rule === id)),
    })),
  );
}

/** By domain, the weakest first. */
export function byDomain(progress: Progress, definitions: Definitions): readonly Tried[] {
  const outcomes = progress.attempts.flatMap(({ rules }) => rules);
  return weakestFirst(
    definitions.sets.flatMap((set) =>
      set.domains.map(({ id, title, criteria }) => {
        const rules = new Set(criteria.map((criterion) => `${set.id}/${criterion.id}`));
        return { id: `${set.id}/${id}`, title, set: set.id, ...count(outcomes.filter(({ rule }) => rules.has(rule))) };
      }),
    ),
  );
}

function count(outcomes: readonly { readonly right: boolean }[]): { right: number; tried: number } {
  return { right: outcomes.filter(({ right }) => right).length, tried: outcomes.length };
}

function weakestFirst(all: readonly Tried[]): readonly Tried[] {
  return all
    .filter(({ tried }) => tried > 0)
    .sort((a, b) => a.right / a.tried - b.right / b.tried || b.tried - a.tried);
}

/** Of the verdicts given with this certainty, how many were right. */
export interface Calibration {
  /** Percent. */
  readonly sure: number;
  readonly right: number;
  readonly given: number;
}

/** By certainty, from the least sure; only what was ever said. */
export function calibration({ attempts }: Progress): readonly Calibration[] {
  const levels = [...new Set(attempts.map(({ sure }) => sure))].sort((a, b) => a - b);
  return levels.map((sure) => {
    const given = attempts.filter((attempt) => attempt.sure === sure);
    return { sure, right: given.filter(({ right }) => right).length, given: given.length };
  });
}

/** How often a misreading of a set explains a wrong answer by that set. */
export interface TimesMisread {
  readonly set: string;
  readonly id: string;
  readonly times: number;
}

/**
 * The misreadings that explain the most wrong answers, the most frequent first: of each set by itself, since one name can
 * stand for another sentence in another set.
 */
export function frequentMisreadings({ attempts }: Progress): readonly TimesMisread[] {
  const counted = new Map<string, TimesMisread>();
  for (const { set, misreadings } of attempts) {
    for (const id of misreadings) {
      const key = JSON.stringify([set, id]);
      counted.set(key, { set, id, times: (counted.get(key)?.times ?? 0) + 1 });
    }
  }
  return [...counted.values()].sort((a, b) => b.times - a.times);
}
