import type { LabTest, TestId } from "../../criteria/types.ts";
import { entryOf } from "../record/entry-of.ts";
import { TITER } from "../record/titer.ts";
import type { Amount } from "./amounts.ts";
import type { Line } from "./document.ts";
import { type LimitsRead, limitsIn } from "./limits-in-text.ts";
import { methodNamed } from "./methods.ts";
import type { Mention } from "./names.ts";
import { type NumberStyle, numberAt } from "./numbers.ts";
import type { TextState } from "./reading-state.ts";
import { COLUMN_WORDS, type Role } from "./rules/columns.ts";
import { FLAGS } from "./rules/value-words.ts";
import { type UnitRead, unitAfter } from "./unit-after.ts";

/** A part of a row, between two gaps, by its characters. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Its place among the columns, where the gaps are tabs. */
  readonly column: number | undefined;
  readonly from: number;
  readonly to: number;
  /** Where its line begins, so that columns of two lines can be compared. */
  readonly lineStart: number;
}

interface Column {
  readonly cell: Cell;
  readonly role?: Role;
  readonly isDay: boolean;
  readonly day?: string;
  readonly test?: { readonly mention: Mention; readonly id: TestId; readonly unit?: UnitRead };
  /** It names two tests, so that which of them a value is of is not clear. */
  readonly isOfSeveral?: true;
  /** The range that a row of ranges gives for it. */
  readonly limits?: string;
}

/** The heading under which rows stand. */
export interface Header {
  readonly columns: readonly Column[];
  readonly days: readonly Column[];
  /** One row of numbers stands below it, so that none of them is of limits or of another day. */
  readonly hasOneRow?: true;
}

/** A value of a table, and the tokens of its row. */
export interface TableValue {
  readonly mention: Mention;
  readonly amount: Amount;
  readonly from: number;
  readonly to: number;
  readonly hasDay: boolean;
}

export interface RowRead {
  readonly values: readonly TableValue[];
  readonly none: readonly { readonly mention: Mention; readonly to: number; readonly why: string }[];
}

/** The cells of a line. */
function cellsOf({ tokens, plain: { text } }: TextState, line: Line): readonly Cell[] {
  const start = lineStart(text, tokens[line.from]?.start ?? 0, tokens[line.from - 1]?.end ?? 0);
  const end = tokens[line.to - 1]?.end ?? start;
  const written = text.slice(start, end);
  const gap = written.includes("\t") ? /\t/g : / {2,}/g;
  const cells: Cell[] = [];
  let at = 0;
  let token = line.from;
  const put = (to: number): void => {
    const part = written.slice(at, to);
    const text = part.trim();
    const first = start + at + (part.length - part.trimStart().length);
    const last = first + text.length;
    while (token < line.to && (tokens[token]?.end ?? 0) <= first) token += 1;
    let stop = token;
    while (stop < line.to && (tokens[stop]?.start ?? 0) < last) stop += 1;
    cells.push({
      start: first,
      end: last,
      text,
      column: written.includes("\t") ? cells.length : undefined,
      from: token,
      to: stop,
      lineStart: start,
    });
    token = stop;
  };
  for (const found of written.matchAll(gap)) {
    put(found.index);
    at = found.index + found[0].length;
  }
  put(written.length);
  return cells.filter(({ text, column }) => text !== "" || column !== undefined);
}

function lineStart(text: string, from: number, least: number): number {
  let at = from;
  while (at > least && text[at - 1] !== "\n") at -= 1;
  return at;
}

function roleOf(text: string): Role | undefined {
  const words = text.replaceAll(/[^a-z/ ]/g, " ").trim();
  return COLUMN_WORDS.find(([, names]) =>
    names.some((name) => words === name || words.split(/\s+/).includes(name)),
  )?.[0];
}

/** Days that say when a sample or a sheet went where, and head no column. */
const DAY_OF_PAPER =
  /\b(?:received|reported|printed|requested|issued|authori[sz]ed|specimen|sample|taken|admitted|dob|born|eingang|entnahme|abnahme|ausgang|druckdatum|befunddatum)\b/;

/** The heading that a line is: columns of days, of roles or of tests, without values of its own. */
export function headerOf(state: TextState, line: Line, mentions: readonly Mention[]): Header | undefined {
  const { tokens } = state;
  const cells = cellsOf(state, line);
  if (cells.length < 2) return undefined;
  const columns = cells.map((cell): Column => {
    const dayToken = tokens.slice(cell.from, cell.to).find(({ kind }) => kind === "day");
    const role = roleOf(cell.text);
    const test = testOf(state, cell, mentions);
    return {
      cell,
      isDay:
        dayToken !== undefined && !DAY_OF_PAPER.test(cell.text) && (role !== "previous" || dayToken.day !== undefined),
      ...(dayToken?.day && { day: dayToken.day }),
      ...(role && { role }),
      ...(test && { test }),
      ...(test && namesSeveral(state, mentions, cell) && { isOfSeveral: true }),
    };
  });
  // "Coll: 04-Apr-24   Recd: 04-Apr-24   Auth: 05-Apr-24": each day has a label of its own.
  const ofPaper = columns.filter(({ cell, isDay }) => isDay && /^[a-z][a-z' .]{1,20}:/.test(cell.text));
  const days = ofPaper.length > 1 ? [] : columns.filter(({ isDay }) => isDay);
  const roles = columns.filter(({ role }) => role !== undefined);
  const tests = columns.filter(({ test }) => test !== undefined);
  const hasNumbers = columns.some(({ cell, isDay, test }) => !isDay && !test && /^[<>]?\d/.test(cell.text));
  if (hasNumbers) return undefined;
  const isHeader =
    days.length >= 2 ||
    (days.length >= 1 && roles.some(({ role }) => role !== "day") && tests.length === 0) ||
    (roles.length >= 2 && tests.length <= 1) ||
    (tests.length >= 2 && tests.every(({ cell }) => !hasOwnNumber(state, cell)));
  return isHeader ? { columns, days } : undefined;
}

function hasOwnNumber({ tokens }: TextState, { from, to }: Cell): boolean {
  return tokens
    .slice(from, to)
    .some(({ kind, gap, word }, at) => kind === "number" && gap !== "none" && at > 0 && !/^10$/.test(word));
}

function testOf(state: TextState, cell: Cell, mentions: readonly Mention[]): Column["test"] {
  const mention = longestIn(mentions, cell);
  if (mention?.name.kind !== "test") return undefined;
  const id = mention.name.test;
  const unit = unitIn(state, cell, mention, state.words.definitions.tests[id]);
  return { mention, id, ...(unit && { unit }) };
}

/** The longest name with which a cell begins, past bullets and brackets. */
function longestIn(mentions: readonly Mention[], { from, to }: Cell): Mention | undefined {
  const own = mentions.filter((mention) => mention.from >= from && mention.to <= to && mention.from - from <= 3);
  return own.sort((one, other) => one.from - other.from || other.to - one.to || rank(one) - rank(other))[0];
}

/**
 * The name of a row's test: that with which its cell begins, or in a sheet in two languages the one behind the stroke,
 * "Lymphozyten abs. / Lymphocytes abs.".
 */
function nameIn({ tokens }: TextState, mentions: readonly Mention[], cell: Cell): Mention | undefined {
  const isLast = (to: number): boolean =>
    tokens.slice(to, cell.to).every(({ word }) => /^(?:[().]|abs|absolute|total|serum)$/.test(word));
  const translated = mentions
    .filter(
      ({ name, from, to }) =>
        (name.kind === "test" || name.kind === "classless") &&
        from > cell.from &&
        to <= cell.to &&
        tokens[from - 1]?.word === "/" &&
        tokens[from - 1]?.gap === "blank" &&
        tokens[from]?.gap === "blank" &&
        isLast(to),
    )
    .sort((one, other) => other.to - one.to || rank(one) - rank(other));
  return translated[0] ?? longestIn(mentions, cell);
}

/**
 * Whether a cell names two tests, "C3 / C4", "WBC & platelets": which of them a value is of, the row does not say. A name
 * in two languages is one test.
 */
function namesSeveral({ tokens }: TextState, mentions: readonly Mention[], cell: Cell): boolean {
  const own = mentions.filter(
    ({ name, from, to }) => name.kind !== "finding" && from >= cell.from && to <= cell.to && from < to,
  );
  const whole = own.filter(
    (one) =>
      !own.some((other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from),
  );
  const isAsked = ({ name }: Mention): boolean => name.kind === "test" || name.kind === "classless";
  const testOfName = ({ name }: Mention): string => (name.kind === "test" ? name.test : name.kind);
  // "Protein/Kreatinin-Quotient / Protein creatinine ratio": the first part of a ratio in another language.
  const isFirstOfRatio = ({ to }: Mention): boolean =>
    tokens[to]?.word === "/" && tokens[to]?.gap === "none" && !whole.some(({ from }) => from === to + 1);
  return whole.some(
    (other) =>
      JOINS_TESTS.has(tokens[other.from - 1]?.word ?? "") &&
      whole.some(
        (one) =>
          one.to < other.from &&
          !isFirstOfRatio(one) &&
          testOfName(one) !== testOfName(other) &&
          (isAsked(one) || (isAsked(other) && one.to === other.from - 1)),
      ),
  );
}

const JOINS_TESTS = new Set(["/", "&", "+", "and"]);
const SEVERAL_TESTS = "which of the tests of its row the value is of is not clear";

/** Of one place's names, those of tests first: a row is read for its value. */
function rank({ name }: Mention): number {
  return name.kind === "test" ? 0 : name.kind === "classless" ? 1 : name.kind === "other-test" ? 2 : 3;
}

function unitIn({ tokens, plain }: TextState, { to }: Cell, mention: Mention, test: LabTest): UnitRead | undefined {
  for (let index = mention.to; index < to; index += 1) {
    const token = tokens[index];
    if (!token || /^[()[\],]$/.test(token.word)) continue;
    // "10(3)/mcL" is not "/mcL".
    if (
      token.word === "/" &&
      token.gap === "none" &&
      tokens[index - 1]?.word === ")" &&
      tokens[index - 2]?.kind === "number"
    )
      continue;
    const read = unitAfter(plain.text, token.start, test);
    if (read && read !== "other") return read;
  }
  return undefined;
}

/** The heading with the units that stand in a row of their own below its tests; undefined where a line is no such row. */
export function withUnitsBelow(state: TextState, header: Header, line: Line): Header | undefined {
  const { plain, words } = state;
  const cells = cellsOf(state, line).filter(({ text }) => text !== "");
  if (cells.length < 2 || !header.columns.some(({ test }) => test)) return undefined;
  const units = new Map<Column, UnitRead>();
  for (const cell of cells) {
    const column = columnOf(header, cell);
    if (!column?.test) return undefined;
    const read = unitAfter(plain.text, cell.start, words.definitions.tests[column.test.id]);
    if (!read || read === "other" || read.end < cell.end) return undefined;
    units.set(column, read);
  }
  const columns = header.columns.map((column) => {
    const unit = units.get(column);
    return unit && column.test ? { ...column, test: { ...column.test, unit } } : column;
  });
  return { ...header, columns };
}

const RANGES = /^(?:ref|reference|normal|range|nr|rr|limits)\b/;

/**
 * The heading with the ranges that stand in a row of their own under its tests: "Reference   4.0-10.5   150-400";
 * undefined where a line is no such row.
 */
export function withRanges(state: TextState, header: Header, line: Line, style: NumberStyle): Header | undefined {
  const cells = cellsOf(state, line);
  const [first, ...more] = cells;
  if (!first || more.length === 0 || !RANGES.test(first.text) || !header.columns.some(({ test }) => test))
    return undefined;
  const sameCount = cells.length === header.columns.length;
  const limits = new Map<Column, string>();
  for (const [at, cell] of more.entries()) {
    const column = sameCount ? header.columns[at + 1] : columnOf(header, cell);
    const text = cell.text.replaceAll(/^[([]|[)\]]$/g, "");
    if (column?.test && limitsIn(text, style)) limits.set(column, text);
  }
  if (limits.size === 0) return undefined;
  const columns = header.columns.map((column) => {
    const text = limits.get(column);
    return text === undefined ? column : { ...column, limits: text };
  });
  return { ...header, columns };
}

interface Part {
  readonly cell: Cell;
  readonly role: Role | undefined;
  readonly header: Column | undefined;
}

/** Reads one row; undefined where it is none, and its sentences are to be read instead. */
export function rowOf(
  state: TextState,
  line: Line,
  header: Header | undefined,
  mentions: readonly Mention[],
  style: NumberStyle,
  below?: Line,
): RowRead | undefined {
  const cells = cellsOf(state, line);
  if (cells.length < 2) return undefined;
  if (header?.columns.some(({ test }) => test)) return rowOfDay(state, cells, header, style);
  const named = cells
    .map((cell) => ({ cell, mention: nameIn(state, mentions, cell) }))
    .filter(
      ({ mention }) =>
        mention &&
        (mention.name.kind === "test" || mention.name.kind === "classless" || mention.name.kind === "other-test"),
    );
  const [first, ...more] = named;
  if (!first?.mention) return undefined;
  if (more.some(({ mention }) => mention?.name.kind === "test" && mention.name !== first.mention?.name))
    return undefined;
  if (first.mention.name.kind === "other-test") return { values: [], none: [] };
  const { cell: nameCell, mention } = first;
  // "2009  Presented. ANA positive": what a year heads is told, and no row.
  if (cells[0] !== nameCell && /^(?:19|20)\d\d:?$/.test(cells[0]?.text ?? "")) return undefined;
  if (namesSeveral(state, mentions, nameCell))
    return { values: [], none: [{ mention, to: nameCell.to, why: SEVERAL_TESTS }] };
  if (/%|\brelative\b|\bpercent\b/.test(nameCell.text))
    return { values: [], none: [{ mention, to: nameCell.to, why: "a percentage" }] };
  const isWithdrawn = (header?.days.length ?? 0) < 2 && cells.some(({ text }) => WITHDRAWN_RESULT.test(text));
  if (isWithdrawn)
    return { values: [], none: [{ mention, to: nameCell.to, why: "its row says that it does not stand" }] };
  if (hasValue(state, nameCell, mention)) return undefined;
  const parts = cells
    .filter((cell) => cell !== nameCell)
    .map((cell): Part => {
      const column = header && columnOf(header, cell);
      return { cell, role: column?.role, header: column };
    });
  const range = below && rangeBelow(state, below);
  if (range) parts.push({ cell: range, role: "range", header: undefined });
  return readParts(state, nameCell, mention, parts, header, style);
}

const SAYS_RANGE = /^(?:ref|reference|normal|range|rr|nr)(?:\.| range| interval| values?)? ?: ?(?=[\d<>(])/;

/** What a line says that gives nothing but the range of the row above it: "Ref: 4.5-11.0 x10(3)/mcL". */
function rangeBelow({ tokens, plain: { text } }: TextState, line: Line): Cell | undefined {
  const lineStart = tokens[line.body]?.start ?? 0;
  const end = tokens[line.to - 1]?.end ?? lineStart;
  const label = SAYS_RANGE.exec(text.slice(lineStart, end));
  if (!label) return undefined;
  const start = lineStart + label[0].length;
  let from = line.body;
  while (from < line.to && (tokens[from]?.start ?? 0) < start) from += 1;
  return { start, end, text: text.slice(start, end).trim(), column: undefined, from, to: line.to, lineStart };
}

/** A cell that takes back the result of its row. */
const WITHDRAWN_RESULT =
  /^(?:test )?(?:cancell?ed|entered[ -]in[ -]error|in error|rejected|void(?:ed)?|invalid|retracted|withdrawn|wrong (?:tube|blood|patient|sample)|mislabell?ed|unlabell?ed)\b/;

/** Whether the cell of a name has its value, too: "WBC: 3.8 x 10^9/L". */
function hasValue(state: TextState, cell: Cell, mention: Mention): boolean {
  const { tokens, plain, words } = state;
  for (let index = mention.to; index < cell.to; index += 1) {
    const token = tokens[index];
    if (token?.kind !== "number") continue;
    if (
      mention.name.kind === "test" &&
      insideUnit(state, cell, mention, words.definitions.tests[mention.name.test], token.start)
    )
      continue;
    if (/hep|ro|ss|gp|[-(]$/.test(plain.text.slice(Math.max(0, token.start - 4), token.start))) continue;
    return true;
  }
  return false;
}

function insideUnit(state: TextState, cell: Cell, mention: Mention, test: LabTest, at: number): boolean {
  const { tokens, plain } = state;
  for (let index = mention.to; index < cell.to; index += 1) {
    const start = tokens[index]?.start ?? 0;
    if (start > at) return false;
    const read = unitAfter(plain.text, start, test);
    if (read && read !== "other" && at < read.end) return true;
  }
  return false;
}

/** The column that a cell stands under: by its number, or the nearest by its place. */
function columnOf(header: Header, cell: Cell): Column | undefined {
  if (cell.column !== undefined && header.columns[0]?.cell.column !== undefined)
    return header.columns.find((column) => column.cell.column === cell.column);
  let best: Column | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const column of header.columns) {
    const far = distance(cell, column.cell);
    if (far < least) {
      least = far;
      best = column;
    }
  }
  return best;
}

/** Characters between two cells of two lines, laid over each other; 0 where they overlap. */
function distance(one: Cell, other: Cell): number {
  const [from, to] = [one.start - one.lineStart, one.end - one.lineStart];
  const [otherFrom, otherTo] = [other.start - other.lineStart, other.end - other.lineStart];
  return Math.max(0, otherFrom - to, from - otherTo);
}

interface Gathered {
  readonly numbers: { readonly part: Part; readonly at: number }[];
  unit: UnitRead | undefined;
  otherUnit: boolean;
  limits: LimitsRead | undefined;
  limitsText: string | undefined;
  day: string | undefined;
  hasDay: boolean;
  missing: Part[];
}

function readParts(
  state: TextState,
  nameCell: Cell,
  mention: Mention,
  parts: readonly Part[],
  header: Header | undefined,
  style: NumberStyle,
): RowRead | undefined {
  const { words } = state;
  const unitTexts = parts.map(({ cell }) => cell);
  const id = testOfRow(state, mention, unitTexts);
  if (!id) return { values: [], none: [] };
  const test = words.definitions.tests[id];
  const gathered = gather(state, nameCell, mention, parts, test, style, header);
  const dated = header ? inDayColumns(gathered, parts, header) : undefined;
  const [first] = gathered.numbers;
  if (!first)
    return gathered.numbers.length === 0 && parts.every(({ cell }) => !/\d/.test(cell.text))
      ? { values: [], none: [] }
      : undefined;
  if (!dated && isLimitFirst(gathered, state.plain.text))
    return {
      values: [],
      none: [{ mention, to: first.part.cell.to, why: "which of its numbers is the value is not clear" }],
    };
  const chosen = dated ?? [{ ...first, day: gathered.day, hasDay: gathered.hasDay }];
  const values: TableValue[] = [];
  const none: { mention: Mention; to: number; why: string }[] = [];
  for (const one of chosen) {
    const read = amountOf(state, id, test, nameCell, one, gathered, style);
    if ("why" in read) none.push({ mention, to: one.part.cell.to, why: read.why });
    else values.push({ mention, amount: read, from: one.part.cell.from, to: one.part.cell.to, hasDay: one.hasDay });
  }
  return { values, none };
}

/** "dsDNA  <25  112": without a heading, what stands first is its limit, or a value with an earlier one behind it. */
function isLimitFirst({ numbers: [first, second] }: Gathered, text: string): boolean {
  if (!first || !second || first.part.role || second.part.role) return false;
  return /[<>]/.test(text[first.at] ?? "") && /\d/.test(text[second.at] ?? "");
}

function testOfRow({ words, tokens, plain }: TextState, mention: Mention, cells: readonly Cell[]): TestId | undefined {
  if (mention.name.kind === "test") return mention.name.test;
  const { tests } = words.inTexts.classless;
  const [near] = tokens.slice(mention.from, mention.to + 3).flatMap(({ word }) => entryOf(tests, word) ?? []);
  if (near !== undefined) return near;
  return Object.values(tests).find((test) =>
    cells.some(({ start, text }) => text !== "" && isUnit(plain.text, start, words.definitions.tests[test])),
  );
}

function isUnit(text: string, at: number, test: LabTest): boolean {
  const read = unitAfter(text, at, test);
  return read !== undefined && read !== "other";
}

const MISSING =
  /^(?:-+|n\/?a|n\.?\s?[dbr]\.?|pending|awaited|not (?:done|tested|requested|sent)|to follow|folgt|\*+|…|ins|insuff\w*|unsuitable|cancell?ed|h(?:a)?emolysed|h(?:a)?emolyzed|clotted|lipa?emic|see (?:note|comment)s?)$/;

/** Under a day a word alone, whichever it is, stands in the place of a value. */
const SHORT_WORD = /^[a-z]{2,12}$/;

function gather(
  state: TextState,
  nameCell: Cell,
  mention: Mention,
  parts: readonly Part[],
  test: LabTest,
  style: NumberStyle,
  header: Header | undefined,
): Gathered {
  const { plain, tokens } = state;
  const gathered: Gathered = {
    numbers: [],
    unit: unitIn(state, nameCell, mention, test),
    otherUnit: false,
    limits: undefined,
    limitsText: undefined,
    day: undefined,
    hasDay: false,
    missing: [],
  };
  for (const whole of parts) {
    if (whole.cell.text === "") continue;
    const dayToken = tokens.slice(whole.cell.from, whole.cell.to).find(({ kind }) => kind === "day");
    const before = dayToken && rangeBeforeDay(state, whole.cell, dayToken.start);
    if (before) {
      gathered.day = dayToken.day;
      gathered.hasDay = true;
    }
    const part = before ? { ...whole, cell: before } : whole;
    const { cell, role } = part;
    if (!before && dayToken && cell.text.length <= dayToken.end - dayToken.start + 8) {
      gathered.day = dayToken.day;
      gathered.hasDay = true;
      continue;
    }
    if (MISSING.test(cell.text) || (part.header?.isDay && SHORT_WORD.test(cell.text) && !FLAGS.has(cell.text))) {
      gathered.missing.push(part);
      continue;
    }
    if ((role === "previous" && !part.header?.isDay) || role === "flag") continue;
    if (FLAGS.has(cell.text.replaceAll(/[()]/g, ""))) continue;
    const wholeUnit = unitAfter(plain.text, cell.start, test);
    if (wholeUnit && wholeUnit !== "other" && wholeUnit.end >= cell.end) {
      gathered.unit = gathered.unit ?? wholeUnit;
      continue;
    }
    // "mg/g creat 0-200": the unit and the range, which only a blank parts.
    const behindUnit =
      wholeUnit && wholeUnit !== "other" && gathered.numbers.length > 0
        ? plain.text.slice(wholeUnit.end, cell.end).replace(/^\s?(?:creat\w*|cr)?\s+/, "")
        : "";
    if (wholeUnit && wholeUnit !== "other" && /^[([<]?\s?\d/.test(behindUnit) && limitsIn(behindUnit, style)) {
      gathered.unit = gathered.unit ?? wholeUnit;
      gathered.limitsText = gathered.limitsText ?? behindUnit;
      continue;
    }
    if (wholeUnit === "other") gathered.otherUnit = true;
    if (role === "low" || role === "high") {
      const number = numberAt(plain.text, cell.start, style);
      if (number) gathered.limits = { ...gathered.limits, [role]: number.value };
      continue;
    }
    const bare = cell.text.replaceAll(/^[([]|[)\]]$/g, "");
    const isRange = /^\d[\d.,]*\s?(?:-|to)\s?\d[\d.,]*/.test(bare);
    const isUnderDay = header !== undefined && header.days.length > 1;
    const isLimit = /^(?:[<>]|negative|neg|normal|up to|0\s?-)/.test(bare);
    if (
      role === "range" ||
      isRange ||
      /^[([]/.test(cell.text) ||
      (isLimit && gathered.numbers.length > 0 && !isUnderDay)
    ) {
      const text = bare.replace(/^(?:negative|neg|normal)\s*[:=]?\s*/, "");
      if (gathered.limitsText === undefined && limitsIn(text, style)) gathered.limitsText = text;
      const inside = unitIn(state, cell, { ...mention, to: cell.from }, test);
      gathered.unit = gathered.unit ?? inside;
      continue;
    }
    const at = numberStart(state, cell, test);
    if (at !== undefined) gathered.numbers.push({ part, at });
  }
  // Beside a column of results, the number of a row or of a patient is none.
  const ofResult = gathered.numbers.filter(({ part }) => part.role === "value");
  const isNumbered = ofResult.length > 0 && header?.days.length === 0;
  return isNumbered ? { ...gathered, numbers: ofResult } : gathered;
}

/** "0.80 - 3.65 K/uL 06/18/2024": of a range that only a blank parts from the day behind it, the cell without the day. */
function rangeBeforeDay({ tokens, plain }: TextState, cell: Cell, day: number): Cell | undefined {
  const text = plain.text.slice(cell.start, day).trim();
  if (!/^[([]?(?:[<>]=?\s?\d|\d[\d.,]*\s?(?:-|to)\s?\d)/.test(text)) return undefined;
  let to = cell.from;
  while (to < cell.to && (tokens[to]?.start ?? 0) < day) to += 1;
  return { ...cell, text, end: cell.start + text.length, to };
}

/** Where the number of a value's cell begins: at its beginning, or for a titer behind the word for its result. */
function numberStart({ plain }: TextState, cell: Cell, test: LabTest): number | undefined {
  if (/^[*_]{0,2}\s?(?:[<>]=?\s?)?[\d.,]/.test(cell.text))
    return cell.start + (/^[*_]{1,2}\s?/.exec(cell.text)?.[0].length ?? 0);
  const ratio = test.units.some(({ unit }) => unit === TITER)
    ? /(?:[<>]=?\s?)?1\s?[:/]\s?\d/.exec(plain.text.slice(cell.start, cell.end))
    : null;
  return ratio ? cell.start + ratio.index : undefined;
}

interface Chosen {
  readonly part: Part;
  readonly at: number;
  readonly day: string | undefined;
  readonly hasDay: boolean;
}

/** Each number under its day: in order where there are as many as days, else by their places. */
function inDayColumns(gathered: Gathered, parts: readonly Part[], { days }: Header): readonly Chosen[] | undefined {
  if (days.length === 0) return undefined;
  if (days.length === 1 && !gathered.numbers.some(({ part }) => part.header?.isDay)) return undefined;
  const inOrder = parts.filter(
    (part) => gathered.missing.includes(part) || gathered.numbers.some((number) => number.part === part),
  );
  const chosen: Chosen[] = [];
  const isInOrder = days.length > 1 && inOrder.length === days.length;
  for (const number of gathered.numbers) {
    const column = isInOrder ? days[inOrder.indexOf(number.part)] : number.part.header;
    // "188   97   INS   <15": what is further from the day than another cell is the limit, and no value.
    if (!isInOrder && column?.isDay && inOrder.some((part) => isNearer(part, number.part, column))) {
      if (/^[<>]/.test(number.part.cell.text)) gathered.limitsText ??= number.part.cell.text;
      continue;
    }
    if (column?.isDay) chosen.push({ ...number, day: column.day, hasDay: true });
    else if (days.length < 2 && column?.role === "value") chosen.push({ ...number, day: undefined, hasDay: false });
  }
  return chosen;
}

function isNearer(part: Part, other: Part, column: Column): boolean {
  return (
    part !== other && part.header === column && distance(part.cell, column.cell) < distance(other.cell, column.cell)
  );
}

function amountOf(
  state: TextState,
  id: TestId,
  test: LabTest,
  nameCell: Cell,
  { part, at, day }: Chosen,
  gathered: Gathered,
  style: NumberStyle,
): Amount | { readonly why: string } {
  const { plain, tokens } = state;
  const number = numberAt(plain.text, at, style);
  if (!number) return { why: "no number" };
  const accepts = (unit: string): boolean => test.units.some((accepted) => accepted.unit === unit);
  const bare = (unit: string): UnitRead => ({ unit, times: [1, 1], end: number.end });
  const rest = plain.text.slice(number.end, part.cell.end);
  if (/^\s?%/.test(rest)) return { why: "a percentage" };
  // "88 (90-180) mg/dL": the unit may stand behind the range.
  const bracket = /^\s?[([][^()[\]]{1,40}[)\]]\s?/.exec(rest)?.[0].length ?? 0;
  const own =
    number.end < part.cell.end
      ? (unitAfter(plain.text, behindFlag(plain.text, number.end, part.cell.end), test) ??
        (bracket > 0 && number.end + bracket < part.cell.end
          ? unitAfter(plain.text, number.end + bracket, test)
          : undefined))
      : undefined;
  const saysTiter = tokens.slice(nameCell.from, nameCell.to).some(({ word }) => word === "titer");
  const unit = number.ratio
    ? accepts(TITER) && bare(TITER)
    : accepts("{count}")
      ? bare("{count}")
      : own && own !== "other" && own.end <= part.cell.end
        ? own
        : (gathered.unit ??
          part.header?.test?.unit ??
          (saysTiter && accepts(TITER) && !gathered.otherUnit ? bare(TITER) : undefined));
  if (!unit)
    return {
      why:
        own === "other" || gathered.otherUnit
          ? "its unit is none that the record accepts for it"
          : "a number without its unit",
    };
  const inCell = /[([]([^()[\]]{1,60})[)\]]/.exec(rest)?.[1];
  const limitsText = gathered.limitsText ?? (inCell && limitsIn(inCell, style) ? inCell : undefined);
  const method = methodNamed(test, tokens, nameCell.from, nameCell.to);
  return {
    test: id,
    at,
    number,
    unit: unit.unit,
    times: unit.times,
    ...(gathered.limits ? { limitsRead: gathered.limits } : limitsText !== undefined && { limits: limitsText }),
    ...(method && { method }),
    ...(day && { day }),
  };
}

function behindFlag(text: string, from: number, to: number): number {
  const found = /^\s*[([]?([a-z]{1,8}|\*)[)\]]?\s/.exec(text.slice(from, to));
  return found && FLAGS.has(found[1] ?? "") ? from + found[0].length : from;
}

/** Whether a line has a number for each test of its heading and nothing else. */
export function isRowOfNumbers(state: TextState, header: Header, line: Line): boolean {
  return areNumbers(cellsOf(state, line), header);
}

function areNumbers(cells: readonly Cell[], { columns }: Header): boolean {
  return (
    cells.length === columns.length &&
    columns.every(({ test }) => test) &&
    cells.every(({ text }) => /^[<>]?\s?\d[\d.,:]*$/.test(text))
  );
}

/** A row under tests as columns: its first cell is its day, or it has a number for each test and nothing else. */
function rowOfDay(state: TextState, cells: readonly Cell[], header: Header, style: NumberStyle): RowRead | undefined {
  const { tokens, words, plain } = state;
  const first = cells.find(({ text }) => text !== "");
  const dayToken = tokens.slice(first?.from ?? 0, first?.to ?? 0).find(({ kind }) => kind === "day");
  if (!dayToken && !(header.hasOneRow && areNumbers(cells, header))) return undefined;
  const values: TableValue[] = [];
  const none: { mention: Mention; to: number; why: string }[] = [];
  const sameCount = cells.length === header.columns.length;
  for (const [at, cell] of cells.entries()) {
    const column = sameCount ? header.columns[at] : columnOf(header, cell);
    if (!column?.test || MISSING.test(cell.text) || !/^[<>]?\s?\d/.test(cell.text)) continue;
    const { mention, id, unit } = column.test;
    const test = words.definitions.tests[id];
    const number = numberAt(plain.text, cell.start, style);
    if (!number) continue;
    if (column.isOfSeveral) {
      none.push({ mention: { ...mention, from: cell.from, to: cell.to }, to: cell.to, why: SEVERAL_TESTS });
      continue;
    }
    const own = unitAfter(plain.text, number.end, test);
    const meant = number.ratio
      ? { unit: TITER, times: [1, 1] as const }
      : own && own !== "other" && own.end <= cell.end
        ? own
        : unit;
    if (!meant)
      none.push({
        mention: { ...mention, from: cell.from, to: cell.to },
        to: cell.to,
        why: "a number without its unit",
      });
    else
      values.push({
        mention: { ...mention, from: cell.from, to: cell.to },
        from: cell.from,
        to: cell.to,
        hasDay: dayToken !== undefined,
        amount: {
          test: id,
          at: cell.start,
          number,
          unit: meant.unit,
          times: meant.times,
          ...(column.limits !== undefined && { limits: column.limits }),
          ...(dayToken?.day && { day: dayToken.day }),
        },
      });
  }
  return values.length + none.length > 0 ? { values, none } : undefined;
}
