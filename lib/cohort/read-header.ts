import type { Definitions } from "../../criteria/types.ts";
import { type Suggestions, suggestionsFrom } from "../record/suggest.ts";
import { type ColumnFault, type Layout, type Meaning, meaningOf, readColumns } from "./columns.ts";
import { recordCells } from "./csv.ts";
import { CohortFault, type FileParts } from "./file-parts.ts";
import { lineEndsIn, lineOfCell } from "./line-ends.ts";

/** A column that is none of the contract's, and what its name is near to. */
export interface ForeignColumn {
  readonly name: string;
  /** Names that would be accepted and are near, the likeliest first. */
  readonly near: readonly string[];
}

/** What the first line of a file says. */
export interface ReadHeader {
  /** How many columns hold what: findings, values of tests, their limits. */
  readonly counts: Readonly<Record<Meaning["kind"], number>>;
  /** Columns that are neither: they can be copied through. */
  readonly foreign: readonly ForeignColumn[];
  /** What keeps the file from being read, whatever is copied through. */
  readonly faults: readonly ColumnFault[];
}

/** A suggestion for each of these; a file of something else has thousands of columns. */
const MOST_SUGGESTED = 200;

/**
 * Reads the first line of a file.
 * @throws CohortFault when it is none.
 */
export async function readHeader(parts: FileParts, definitions: Definitions): Promise<ReadHeader> {
  const header = cellsOf((await parts.header()).bytes);
  const meanings = header.map((name) => meaningOf(name, definitions));
  const suggestions = suggestionsFrom(definitions);
  const names = [...new Set(header.filter((_, column) => meanings[column] === undefined))];
  const foreign = names.map((name, position) => ({
    name,
    near: position < MOST_SUGGESTED ? nearTo(name, definitions, suggestions) : [],
  }));
  const read = readColumns(header, definitions, names);
  const count = (kind: Meaning["kind"]): number => meanings.filter((meaning) => meaning?.kind === kind).length;
  return {
    counts: {
      id: count("id"),
      finding: count("finding"),
      value: count("value"),
      limit: count("limit"),
      kept: names.length,
    },
    foreign,
    faults: "faults" in read ? read.faults : [],
  };
}

/**
 * The cells of a file's first record.
 * @throws CohortFault when they are none.
 */
export function cellsOf(header: Uint8Array): readonly string[] {
  const read = recordCells(header);
  if ("cells" in read) return read.cells;
  const { column, at, message } = read.fault;
  throw new CohortFault(message, 1 + lineEndsIn(header, 0, at), column + 1);
}

/** The layout of a file of which everything foreign that is not kept is a fault. */
export function layoutOf(header: readonly string[], definitions: Definitions, keep: readonly string[]): Layout {
  const read = readColumns(header, definitions, keep);
  if ("layout" in read) return read.layout;
  const [first] = read.faults;
  if (!first) throw new CohortFault("The columns cannot be read.", 1);
  throw new CohortFault(first.message, lineOfCell(1, header, first.column), first.column + 1);
}

function nearTo(name: string, { tests }: Definitions, { finding, test }: Suggestions): readonly string[] {
  const bare = name.replace(/ .*/, "");
  const named = [...new Set([...(Object.hasOwn(tests, bare) ? [bare as keyof typeof tests] : []), ...test(bare)])];
  const values = named.flatMap((id) => tests[id].units.map(({ unit }) => `${id} [${unit}]`));
  return [...finding(name), ...values].slice(0, 3);
}
