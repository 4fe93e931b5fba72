import type { Measurement } from "../../criteria/types.ts";
import { type Amount, measurementOf } from "./amounts.ts";
import { blockOf } from "./blocks.ts";
import { isCriterion } from "./criterion-boxes.ts";
import { dayAtBeginning, dayAtHead, type LineDay, lineDays } from "./day-scopes.ts";
import type { Line, Sentence } from "./document.ts";
import { labeledValues } from "./labeled-lines.ts";
import { looseValues } from "./loose-values.ts";
import type { Mention } from "./names.ts";
import { type NumberStyle, styleOf } from "./numbers.ts";
import { repeatOf } from "./prose/next-value.ts";
import type { ProseValue } from "./prose/value.ts";
import { valuesInSentence } from "./prose-values.ts";
import type { TextState } from "./reading-state.ts";
import { saysUnreliable } from "./rules/corrections.ts";
import { OTHER_FLUIDS } from "./rules/value-words.ts";
import { isShareOfGroup } from "./shares.ts";
import type { Passed } from "./statements.ts";
import { type Header, headerOf, isRowOfNumbers, rowOf, withRanges, withUnitsBelow } from "./tables.ts";

/** A value that a text gives for the patient. Positions are of tokens. */
export interface Value {
  readonly measurement: Measurement;
  readonly from: number;
  readonly to: number;
  readonly sentence: Sentence | undefined;
  readonly line: Line;
}

export interface Values {
  readonly values: readonly Value[];
  readonly passed: readonly Passed[];
  /** The last tokens of names that have a value. */
  readonly valued: ReadonlySet<number>;
}

/** A line of so many words is prose, and ends the table above it. */
const PROSE = 9;

/** Reads every value of a text: rows by their columns, everything else sentence by sentence. */
export function valuesIn(state: TextState, others: ReadonlySet<Line>): Values {
  const { lines, sentences, words, plain } = state;
  const style = styleOf(plain.text);
  const days = lineDays(state);
  const labeled = labeledValues(state, style);
  const found: Value[] = [];
  const passed: Passed[] = [];
  const valued = new Set<number>();
  let header: Header | undefined;
  let next = 0;
  let fluid = false;
  const take = (amount: Amount, mention: Mention, to: number, line: Line, sentence: Sentence | undefined): void => {
    let from = Math.min(mention.from, to);
    // "4 swollen joints": the number stands before the name.
    while (from > line.from && (state.tokens[from]?.start ?? 0) > amount.at) from -= 1;
    for (let index = mention.from; index < mention.to || isInCell(state, index, line); index += 1) valued.add(index);
    if (isCriterion(state.tokens, mention, amount, line)) {
      passed.push({ from, to, why: "what a box asks for, and no value" });
      return;
    }
    const read = measurementOf(amount, plain.text, style, words.definitions.tests[amount.test]);
    if ("why" in read) passed.push({ from, to, why: read.why });
    else found.push({ measurement: read, from, to, sentence, line });
  };
  let paragraph = -1;
  for (const [at, line] of lines.entries()) {
    if (line.paragraph !== paragraph) fluid = false;
    paragraph = line.paragraph;
    const own: Sentence[] = [];
    while (next < sentences.length && sentences[next]?.line === line) {
      const sentence = sentences[next];
      if (sentence) own.push(sentence);
      next += 1;
    }
    const mentions = own.flatMap((sentence) => state.mentionsOf(sentence));
    const [first] = own;
    const blocked = others.has(line) ? "the text says that it is not of this patient" : first && blockOf(state, first);
    const isTable = line.isRow;
    if (!isTable && line.to - line.from > PROSE && !isRule(state, line)) header = undefined;
    if (isTable) {
      const heading = headerOf(state, line, mentions);
      if (heading) {
        header = withRowsBelow(state, heading, lines, at, style);
        continue;
      }
      if (header && withRanges(state, header, line, style)) continue;
      const withUnits = header && withUnitsBelow(state, header, line);
      if (withUnits) {
        header = withUnits;
        continue;
      }
    }
    const single = blocked || fluid ? undefined : labeled.get(line);
    if (single) {
      take(withDay(single.amount, single.hasDay, days.get(line)), single.mention, single.to, line, first);
      continue;
    }
    if (isHeadOfFluid(state, line)) fluid = true;
    const row =
      isTable && !blocked && !fluid && line.section !== "other-fluid"
        ? rowOf(state, line, header, mentions, style, lines[at + 1])
        : undefined;
    if (row) {
      for (const { mention, amount, to, hasDay } of row.values) {
        if (line.section === "urine" && isOfCells(state, amount))
          passed.push({ from: mention.from, to, why: "of the urine, not of the blood" });
        else take(withDay(amount, hasDay, days.get(line)), mention, to, line, first);
      }
      for (const { mention, to, why } of row.none) {
        passed.push({ from: Math.min(mention.from, to), to: Math.max(mention.to, to), why });
        for (let index = mention.from; index < mention.to; index += 1) valued.add(index);
      }
      continue;
    }
    let day = days.get(line);
    let lastRead: ProseValue | undefined;
    for (const sentence of own) {
      day = sentence === first ? day : (dayAtHead(state, sentence) ?? day);
      lastRead = proseValues(state, sentence, others, style, day, fluid, take, passed, valued, lastRead);
    }
  }
  return { values: found, passed, valued };
}

/** "Komplement C3c / Complement C3   0.55": what names the test in its cell again has its value, too. */
function isInCell({ tokens }: TextState, index: number, { isRow, to }: Line): boolean {
  const gap = tokens[index]?.gap;
  return isRow && index < to && gap !== "cell" && gap !== "line" && tokens[index]?.kind !== "number";
}

/** A line drawn under a heading. */
function isRule({ tokens }: TextState, { from, to }: Line): boolean {
  return tokens.slice(from, to).every(({ kind }) => kind === "sign");
}

/** How far below a heading its row of ranges is looked for. */
const MOST_ROWS = 40;

/** The ranges of a table may stand below its values. */
function withRowsBelow(
  state: TextState,
  header: Header,
  lines: readonly Line[],
  at: number,
  style: NumberStyle,
): Header {
  if (!header.columns.some(({ test }) => test)) return header;
  const end = lines.findIndex((line, index) => index > at && !line.isRow);
  const rows = lines.slice(at + 1, Math.min(end < 0 ? lines.length : end, at + 1 + MOST_ROWS));
  const hasOneRow = rows.filter((line) => isRowOfNumbers(state, header, line)).length === 1;
  let whole: Header = { ...header, ...(hasOneRow && { hasOneRow }) };
  for (const line of rows) {
    const ranged = withRanges(state, whole, line, style);
    if (ranged) return ranged;
    whole = withUnitsBelow(state, whole, line) ?? whole;
  }
  return whole;
}

/** A line that says nothing but the name of another fluid, with its values on the lines below. */
function isHeadOfFluid({ tokens }: TextState, { from, to }: Line): boolean {
  return (
    to - from <= 6 &&
    tokens.slice(from, to).some(({ word }) => word === "csf" || word === "fluid" || word === "cerebrospinal")
  );
}

type Take = (amount: Amount, mention: Mention, to: number, line: Line, sentence: Sentence) => void;

/** Takes the values of a sentence; gives the last of them where a repeat in the next sentence can only be of its test. */
function proseValues(
  state: TextState,
  sentence: Sentence,
  others: ReadonlySet<Line>,
  style: NumberStyle,
  day: LineDay | undefined,
  fluid: boolean,
  take: Take,
  passed: Passed[],
  valued: Set<number>,
  lastRead: ProseValue | undefined,
): ProseValue | undefined {
  const { values: named, none } = valuesInSentence(state, sentence, style);
  const again =
    named.length === 0 && none.length === 0 && lastRead ? repeatOf(state, sentence, lastRead, style) : undefined;
  const values = again ? [again] : named;
  const blocked = others.has(sentence.line) ? "the text says that it is not of this patient" : blockOf(state, sentence);
  for (const { mention, to, why } of none) passed.push({ from: mention.from, to, why });
  const beginning = dayAtBeginning(state, sentence);
  if (!blocked) passed.push(...looseValues(state, sentence, style, [...values, ...none]));
  const dated = withSharedDays(state, sentence, values);
  let isTaken = false;
  for (const value of dated) {
    const why = blocked ?? notOfPatient(state, sentence, value, fluid);
    if (why) {
      passed.push({ from: value.mention.from, to: value.to, why });
      for (let index = value.mention.from; index < value.mention.to; index += 1) valued.add(index);
      continue;
    }
    const held = beginning
      ? { ...value.amount, day: value.amount.day ?? beginning }
      : withDay(
          value.amount,
          value.hasDay,
          isAtBedside(state, value.amount) && day?.by === "results" ? undefined : day,
        );
    take(value.hasDay ? value.amount : held, value.mention, value.to, sentence.line, sentence);
    isTaken = true;
  }
  // Only where one test was read is it clear which of them was done again.
  const tests = new Set(values.map(({ amount }) => amount.test));
  return isTaken && tests.size === 1 && none.length === 0 ? values.at(-1) : undefined;
}

/** A temperature is no result of the blood that a heading dates. */
function isAtBedside({ words }: TextState, { test }: Amount): boolean {
  return words.definitions.tests[test].units.some(({ unit }) => unit === "Cel");
}

function withDay(amount: Amount, hasDay: boolean, line: LineDay | undefined): Amount {
  return hasDay || !line?.day ? amount : { ...amount, day: line.day };
}

/** Words before a day that is not that of a value in the same sentence. */
const NOT_OF_VALUES = new Set([
  "due",
  "next",
  "repeat",
  "review",
  "appointment",
  "until",
  "since",
  "after",
  "before",
  "started",
  "born",
  "dob",
  "letter",
  "clinic",
  "from",
  "biopsy",
]);

/** "Her results from 14 May 2024 show ...". */
const OF_RESULTS = new Set(["result", "blood", "bloods", "lab", "labs", "test", "investigation", "panel", "sample"]);

const OF_EARLIER = new Set([
  "been",
  "from",
  "was",
  "were",
  "previously",
  "prior",
  "compared",
  "versus",
  "against",
  "earlier",
]);

/** "C3 0.9 g/L and C4 0.2 g/L on 5 April": the one day of a sentence is that of all its values, each test named once. */
function withSharedDays(
  { tokens }: TextState,
  sentence: Sentence,
  values: readonly ProseValue[],
): readonly ProseValue[] {
  const tests = new Set(values.map(({ amount }) => amount.test));
  if (tests.size < values.length) return values;
  const days = tokens
    .slice(sentence.from, sentence.to)
    .flatMap((token, at) => (token.kind === "day" ? [sentence.from + at] : []));
  const [only, ...more] = days;
  const day = only === undefined ? undefined : tokens[only]?.day;
  if (only === undefined || day === undefined || more.length > 0) return values;
  const before = tokens.slice(Math.max(sentence.from, only - 3), only).map(({ word }) => word);
  const isFrom = before.at(-1) === "from" && OF_RESULTS.has(before.at(-2) ?? "");
  if (!isFrom && before.some((word) => NOT_OF_VALUES.has(word))) return values;
  // "64 mg/mmol, compared with 180 in the spring, on 7 November": a day behind another number may be of that one.
  const end = values.at(-1)?.to ?? only;
  const between = tokens.slice(Math.min(end, only), only);
  if (between.some(({ kind }) => kind === "number") && between.some(({ word }) => OF_EARLIER.has(word))) return values;
  return values.map((value) => (value.hasDay ? value : { ...value, hasDay: true, amount: { ...value.amount, day } }));
}

/** Cells of the urine are counted in these; no laboratory counts them in thousands. */
const MAY_BE_OF_URINE: ReadonlySet<string> = new Set(["/uL", "/mm3"]);

const otherFluids = new Set(OTHER_FLUIDS);

function notOfPatient(state: TextState, sentence: Sentence, value: ProseValue, fluid: boolean): string | undefined {
  const { tokens } = state;
  const says = state.contextOf(sentence);
  for (const index of [value.mention.to - 1, value.from]) {
    const flags = says.at(index);
    if (flags.has("other-person")) return "another person, not the patient";
    if (flags.has("hypothetical")) return "what might be, not what is";
    if (flags.has("target")) return "a target, not a result";
  }
  if (says.behind(value.to) === "target") return "a target, not a result";
  if (isShareOfGroup(tokens, value.to)) return "a share of a group, not of the patient";
  if (isBound(tokens, value.to)) return "a limit, not a result";
  if (isUnreliable(tokens, value, sentence)) return "of a sample that was not reliable";
  if (isPutRight(tokens, value.to, sentence.to)) return "the text says what it should have been";
  if (says.isQuestion) return "a question";
  const isUrine = sentence.section === "urine";
  if (isUrine && isOfCells(state, value.amount) && MAY_BE_OF_URINE.has(value.amount.unit))
    return "of the urine, not of the blood";
  if (fluid || sentence.section === "other-fluid") return "of another fluid, not of the blood";
  for (let index = sentence.from; index < value.from; index += 1) {
    const word = tokens[index]?.word ?? "";
    const isFluid =
      otherFluids.has(word) ||
      (word === "fluid" &&
        /^(?:pleural|pericardial|joint|cerebrospinal|peritoneal|knee)$/.test(tokens[index - 1]?.word ?? ""));
    if (isFluid && !isOfUrine(state, value.amount)) return "of another fluid, not of the blood";
  }
  return undefined;
}

/** "0.6 g/L or less", "100 and above": what a value may come to, and not what it came to. */
function isBound(tokens: TextState["tokens"], to: number): boolean {
  return (
    /^(?:or|and)$/.test(tokens[to]?.word ?? "") &&
    /^(?:les|less|more|lower|higher|below|above|under|over|fewer|greater|beyond)$/.test(tokens[to + 1]?.word ?? "") &&
    !/^(?:than|the|his|her|a|those|that|what|normal)$/.test(tokens[to + 2]?.word ?? "")
  );
}

/** "52 x10^9/L; the sample was clumped": up to the next number, which may be of another sample. */
function isUnreliable(tokens: TextState["tokens"], { from, to }: ProseValue, sentence: Sentence): boolean {
  for (let index = from + 1; index < Math.min(sentence.line.to, to + PUT_RIGHT_WITHIN); index += 1) {
    const token = tokens[index];
    if (!token || (index >= to && token.kind === "number")) return false;
    // Another sentence may be of something else, unless it is cells that clumped.
    if (!saysUnreliable(token.word) || (index >= sentence.to && !token.word.startsWith("clump"))) continue;
    return !tokens.slice(from, index).some(({ word }) => NOT_OF_THIS.test(word));
  }
  return false;
}

const NOT_OF_THIS = /^(?:no|not|without|nil|never|earlier|previous|previously|prior|first|last|urine)$/;

/** "3.1 x10^9/L, should read 4.1", "(should have been 210)": a value that the text itself puts right. */
function isPutRight(tokens: TextState["tokens"], from: number, to: number): boolean {
  const behind = tokens.slice(from, Math.min(to, from + PUT_RIGHT_WITHIN)).map(({ word }) => word);
  return behind.some(
    (word, at) =>
      word === "should" &&
      (behind[at + 1] === "read" || (behind[at + 1] === "have" && /^(?:been|read)$/.test(behind[at + 2] ?? ""))),
  );
}

const PUT_RIGHT_WITHIN = 12;

function isOfUrine({ words }: TextState, { test }: Amount): boolean {
  return /urine/i.test(words.definitions.tests[test].label);
}

/** A count of cells, which the urine has, too. */
function isOfCells({ words }: TextState, { test }: Amount): boolean {
  return words.definitions.tests[test].units.some(({ unit }) => unit === "10*9/L");
}
