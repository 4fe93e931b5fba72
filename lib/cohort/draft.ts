/**
 * A codebook while it is being made: the columns of which a person has said what they are, and what is still to be said
 * of each. Everything that goes into it was chosen or taken by a person.
 */
import type { Definitions } from "../../criteria/types.ts";
import { shown } from "../record/issues.ts";
import {
  type Codebook,
  type CodedAnswer,
  type CodedColumn,
  type FileReading,
  headerFaults,
  ownOf,
  readCodebook,
  untickedValues,
} from "./codebook.ts";
import { rowCoder } from "./coded-rows.ts";
import { type ColumnProfile, isUnread } from "./profile.ts";

/** What was said of columns so far, by name. */
export type Draft = ReadonlyMap<string, CodedColumn>;

/** A column of a finding or an item, whose values are answers. */
export type AnswerColumn = Extract<CodedColumn, { readonly is: "finding" | "criterion" }>;

/** What is still to be said of a column that something was said of. */
export interface Asked {
  /** The values of a box without a tick, of which a person has to say whether they mean absent or not asked. */
  readonly unticked: readonly string[];
  /** Values that occur and cannot be read: rows that have one are kept out. */
  readonly unsaid: readonly string[];
}

const NOTHING_ASKED: Asked = { unticked: [], unsaid: [] };

export function askedOf(
  profile: ColumnProfile,
  column: CodedColumn,
  file: FileReading,
  definitions: Definitions,
): Asked {
  if (column.is === "ignored" || column.is === "kept" || column.is === "id") return NOTHING_ASKED;
  const unticked = isAnswered(column) ? untickedIn(profile, column) : [];
  const { cell } = rowCoder(
    { format: "sle-codebook/1", file, columns: { [profile.name]: column } },
    [profile.name],
    definitions,
  );
  const texts = new Set([...profile.values.keys(), ...profile.words.keys()]);
  const unsaid = [...texts].filter((text) => !unticked.includes(text) && isUnread(cell(0, text)));
  return { unticked, unsaid };
}

function isAnswered(column: CodedColumn): column is AnswerColumn {
  return column.is === "finding" || column.is === "criterion";
}

/** The values that stand for a box without a tick, among those that occur and those that something was said of. */
function untickedIn({ values }: ColumnProfile, column: AnswerColumn): readonly string[] {
  const occurring = Object.fromEntries(
    [...values.keys()].map((value) => [value, ownOf(column.values, value) ?? "present"]),
  );
  return untickedValues({ ...occurring, ...column.values });
}

/** The column once something was said of one of its values; nothing takes back what was said. */
export function withAnswer<Column extends AnswerColumn>(
  column: Column,
  profile: ColumnProfile,
  value: string,
  says: CodedAnswer | undefined,
): Column {
  const { [value]: _, ...others } = column.values;
  const { unticked, ...bare } = column;
  const next = { ...bare, values: says === undefined ? others : { ...others, [value]: says } } as Column;
  // What a box without a tick means is no question any more where the values tell more.
  return unticked !== undefined && untickedIn(profile, next).length > 0 ? { ...next, unticked } : next;
}

/** The column once a person has said what a box without a tick means. */
export function withUnticked<Column extends AnswerColumn>(
  column: Column,
  values: readonly string[],
  unticked: "absent" | "not-asked",
): Column {
  const says: CodedAnswer = unticked === "absent" ? "absent" : "unknown";
  return {
    ...column,
    values: { ...column.values, ...Object.fromEntries(values.map((value) => [value, says])) },
    unticked,
  };
}

/**
 * The codebook of what was said, or what is wrong with it, in sentences: what a box without a tick means has to be said
 * of every column that holds nothing else, whatever was said of its values.
 */
export function codebookOf(
  file: FileReading,
  draft: Draft,
  profiles: readonly ColumnProfile[],
  definitions: Definitions,
): { readonly codebook: Codebook } | { readonly faults: readonly string[] } {
  const said = profiles.flatMap((profile) => {
    const column = draft.get(profile.name);
    return column ? [{ profile, column }] : [];
  });
  const columns = Object.fromEntries(said.map(({ profile, column }) => [profile.name, column]));
  const read = readCodebook({ format: "sle-codebook/1", file, columns }, definitions);
  const unanswered = said.flatMap(({ profile, column }) => {
    const values = isAnswered(column) && column.unticked === undefined ? untickedIn(profile, column) : [];
    const what = values.map((value) => (value === "" ? "a blank cell" : shown(value))).join(" or ");
    return values.length === 0 ? [] : [`Column ${shown(profile.name)}: does ${what} mean absent, or not asked?`];
  });
  const headers = profiles.map(({ name }) => name);
  const faults = [
    ...unanswered,
    ...("faults" in read
      ? read.faults.filter((fault) => unanswered.length === 0 || !fault.includes('"unticked"'))
      : headerFaults(read.codebook, headers)),
  ];
  return faults.length > 0 || "faults" in read ? { faults } : read;
}

/** A saved codebook as a draft for a file with these columns, or why it is none for it. */
export function draftFrom(
  codebook: Codebook,
  header: readonly string[],
): { readonly draft: Draft } | { readonly faults: readonly string[] } {
  const faults = headerFaults(codebook, header);
  return faults.length > 0 ? { faults } : { draft: new Map(Object.entries(codebook.columns)) };
}
