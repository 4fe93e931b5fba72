import type { FindingId } from "../../criteria/types.ts";
import { compare } from "../record/rational.ts";
import { canonicalFrom } from "../record/units.ts";
import { linesOfOthers } from "./blocks.ts";
import { dayAtBeginning, type LineDay, lineDays } from "./day-scopes.ts";
import type { Line } from "./document.ts";
import { withUsualLineEnds } from "./line-ends.ts";
import { type Names, namesOf } from "./names.ts";
import { plainText } from "./plain-text.ts";
import { type TextState, textState } from "./reading-state.ts";
import type { Statement } from "./statements/item.ts";
import { saysOtherwise } from "./statements/wider-words.ts";
import { type Passed, statementsIn } from "./statements.ts";
import type {
  FindingProposal,
  MeasurementProposal,
  NotTaken,
  Proposal,
  ReadingWords,
  Span,
  TextReading,
} from "./types.ts";
import { type Value, valuesIn } from "./values.ts";
import { notForReading, unreadable } from "./whole-text.ts";

const compiled = new WeakMap<ReadingWords, Names>();

/**
 * Reads a clinical text and proposes what it says of one patient: values and findings, each with its place in the text
 * as it was read (positions of UTF-16 code units), and what was seen and not taken, with the reason. It decides
 * nothing, reads nothing else and takes time in proportion to the length of the text, so that it can run in a worker.
 */
export function readText(text: string, words: ReadingWords): TextReading {
  const why = unreadable(text);
  if (why) return nothing(text, why);
  const plain = plainText(withUsualLineEnds(text));
  const names = compiled.get(words) ?? namesOf(words);
  compiled.set(words, names);
  const state = textState(plain, words, names);
  const refused = notForReading(state, text);
  if (refused) return nothing(text, refused);
  const others = linesOfOthers(state);
  const values = valuesIn(state, others);
  const statements = statementsIn(state, values.valued, others);
  const days = lineDays(state);
  const proposals: readonly Proposal[] = [
    ...measurementProposals(state, values.values),
    ...findingProposals(state, statements.said, values.values, days, words),
  ];
  const passed = distinct(state, [...values.passed, ...statements.passed], proposals);
  if (proposals.length === 0 && passed.length === 0 && text.trim() !== "")
    return nothing(text, "Nothing in the text is a finding or a value that is asked for.");
  return {
    format: "sle-reading/1",
    proposals: [...proposals].sort((one, other) => one.from[0] - other.from[0]),
    notTaken: passed,
  };
}

function nothing(text: string, why: string): TextReading {
  return { format: "sle-reading/1", proposals: [], notTaken: [{ from: [0, text.length], why }] };
}

function spanOf({ tokens, plain }: TextState, from: number, to: number): Span {
  return plain.spanOf(tokens[from]?.start ?? 0, tokens[Math.max(from, to - 1)]?.end ?? 0);
}

/** Each value once: a second print of the same result, and one without the day that the other has, add nothing. */
function measurementProposals(state: TextState, values: readonly Value[]): readonly MeasurementProposal[] {
  const same = (one: Value, other: Value): boolean => {
    const [a, b] = [one.measurement, other.measurement];
    return a.test === b.test && a.value === b.value && a.unit === b.unit && a.comparator === b.comparator;
  };
  const keys = new Map<string, Value[]>();
  for (const value of values) {
    const key = `${value.measurement.test} ${value.measurement.value} ${value.measurement.unit}`;
    const there = keys.get(key) ?? [];
    const twin = there.findIndex(
      (other) =>
        same(other, value) &&
        (other.measurement.date === value.measurement.date || !other.measurement.date || !value.measurement.date),
    );
    const known = there[twin];
    if (!known) there.push(value);
    else if (!known.measurement.date && value.measurement.date) there[twin] = value;
    keys.set(key, there);
  }
  return [...keys.values()].flat().map(({ measurement, from, to }) => ({
    kind: "measurement",
    ...measurement,
    from: spanOf(state, from, to),
    sureness: "plain",
  }));
}

/** One answer for each finding: what was ever so is present, whatever else is said of another day. */
function findingProposals(
  state: TextState,
  said: readonly Statement[],
  values: readonly Value[],
  days: ReadonlyMap<Line, LineDay>,
  words: ReadingWords,
): readonly FindingProposal[] {
  const byFinding = new Map<FindingId, Statement[]>();
  for (const statement of said) {
    if (statement.status === "present" && !statement.explainedBy && isMeasuredBeside(statement, values, words))
      continue;
    const there = byFinding.get(statement.finding);
    if (there) there.push(statement);
    else byFinding.set(statement.finding, [statement]);
  }
  const isPresent = (finding: FindingId): boolean =>
    byFinding.get(finding)?.some(({ status }) => status === "present") ?? false;
  return [...byFinding].flatMap(([finding, statements]) => {
    if (words.inTexts.findings[finding]?.unless?.some(isPresent)) return [];
    const present = statements.filter(({ status }) => status === "present");
    const best = present.find(({ explainedBy }) => explainedBy) ?? present[0] ?? statements[0];
    if (best?.status === "absent" && saysOtherwise(state, finding)) return [];
    if (!best || (best.status === "absent" && isMeasuredPresent(finding, values, words))) return [];
    const date = best.status === "present" ? dayOf(state, best, days, words) : undefined;
    return [
      {
        kind: "finding" as const,
        finding,
        status: best.status,
        ...(best.explainedBy && { explainedBy: best.explainedBy }),
        ...(date && { date }),
        from: spanOf(state, best.from, best.to),
        sureness: best.isPlain ? ("plain" as const) : ("worked-out" as const),
      },
    ];
  });
}

/** A finding beside the value that decides it is the value's to decide. */
function isMeasuredBeside(
  { finding, sentence }: Statement,
  values: readonly Value[],
  { definitions }: ReadingWords,
): boolean {
  const rules = definitions.findings[finding].decidedBy ?? [];
  return (
    rules.length > 0 &&
    values.some((value) => value.sentence === sentence && rules.some(({ test }) => test === value.measurement.test))
  );
}

/** "Afebrile now" beside 38.9 °C: a value of the text that decides a finding says that it was there. */
function isMeasuredPresent(finding: FindingId, values: readonly Value[], { definitions }: ReadingWords): boolean {
  const rules = definitions.findings[finding].decidedBy ?? [];
  return rules.some((rule) => {
    if (!("value" in rule) || rule.occasions) return false;
    const test = definitions.tests[rule.test];
    const limit = canonicalFrom(rule.value, rule.unit, test);
    return values.some(({ measurement }) => {
      const value = measurement.test === rule.test && canonicalFrom(measurement.value, measurement.unit, test);
      if (!value || !limit || measurement.comparator) return false;
      const order = compare(value, limit);
      return rule.is === "<" ? order < 0 : rule.is === ">" ? order > 0 : rule.is === ">=" ? order >= 0 : false;
    });
  });
}

/** The one day of a sentence, or the day at the head of its line; for a result only a day directly behind it. */
function dayOf(
  state: TextState,
  { sentence, finding, to }: Statement,
  days: ReadonlyMap<Line, LineDay>,
  { inTexts }: ReadingWords,
): string | undefined {
  const { tokens } = state;
  if (inTexts.findings[finding]?.result) {
    const near = tokens.slice(to, Math.min(sentence.to, to + 8));
    const at = near.findIndex(({ kind }) => kind === "day");
    return at > 0 && near[at - 1]?.word === "on" ? near[at]?.day : undefined;
  }
  const own = tokens.slice(sentence.from, sentence.to).filter(({ kind }) => kind === "day");
  if (own.length > 0) return own.length === 1 ? own[0]?.day : dayAtBeginning(state, sentence);
  const line = days.get(sentence.line);
  return line?.by === "event" ? line.day : undefined;
}

/** What was passed over, each place once, and not where something was proposed. */
function distinct(state: TextState, passed: readonly Passed[], proposals: readonly Proposal[]): readonly NotTaken[] {
  const taken = new Set(proposals.map(({ from }) => from.join()));
  const seen = new Set<string>();
  const kept: NotTaken[] = [];
  for (const { from, to, why } of passed) {
    const span = spanOf(state, from, to);
    const key = `${span.join()} ${why}`;
    if (seen.has(key) || taken.has(span.join())) continue;
    seen.add(key);
    kept.push({ from: span, why });
  }
  return kept.sort((one, other) => one.from[0] - other.from[0]);
}
