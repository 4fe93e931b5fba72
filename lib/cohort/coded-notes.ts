import { shown } from "../record/issues.ts";
import type { CellNote } from "./coded-rows.ts";
import { hashOf, seenIds } from "./ids.ts";

/**
 * Gathers what is to be said of the rows of a file that were read: each kind once a column, with how often it occurs and
 * where first.
 */
export function notesOf(header: readonly string[], kept: readonly string[]) {
  const values = new Map<string, Counted & { readonly note: CellNote }>();
  const differing = new Map<number, Counted>();
  const [alike, totals, silent]: [Counted[], Counted[], Counted[]] = [[], [], []];
  const spellings = seenIds();
  return {
    value: (note: CellNote, line: number): void => {
      const key = `${note.column} ${note.about} ${note.about === "no-limit" ? note.why : ""}`;
      const known = values.get(key);
      if (known) known.count += 1;
      else {
        const what = note.about === "no-limit" ? "" : `: ${note.why}`;
        values.set(key, { count: 1, first: `the first in line ${line}${what}`, note });
      }
    },
    /** Of an id that no row before has. */
    id: (id: string, line: number): void => {
      const first = `the first ${shown(id)} in line ${line}`;
      if (spellings.add(hashOf(spelling(id)), 0)) counted(alike, first);
      if (TOTALS.test(id)) counted(totals, first);
    },
    /** Of a patient of whom nothing is said; a line of totals is said to be one. */
    silent: (id: string): void => {
      if (!TOTALS.test(id)) counted(silent, `the first ${shown(id)}`);
    },
    /** Of a kept column, by its place among them. */
    kept: (id: string, column: number, texts: string): void => {
      const known = differing.get(column);
      if (known) known.count += 1;
      else differing.set(column, { count: 1, first: `the first ${shown(id)}, with ${shown(texts)}` });
    },
    all: (): readonly string[] => [
      ...[...values.values()].map(
        ({ count, first, note }) => `${shown(header[note.column])}: ${valueWords(note)}: ${number(count)}, ${first}.`,
      ),
      ...[...differing].map(([column, { count, first }]) => {
        const name = kept[column] ?? "";
        return `${shown(name)}: patients whose rows say different things, which are all kept: ${number(count)}, ${first}.`;
      }),
      ...alike.map(
        ({ count, first }) =>
          `Ids that are like another but for case, blanks, zeros or signs, and are taken for other patients: ${number(count)}, ${first}.`,
      ),
      ...totals.map(
        ({ count, first }) =>
          `Ids that a line of totals or remarks has, of which each is scored as a patient: ${number(count)}, ${first}.`,
      ),
      ...silent.map(
        ({ count, first }) =>
          `Patients of whom no column that is read says anything, and who are scored all the same: ${number(count)}, ${first}.`,
      ),
    ],
  };
}

/** Something that occurs: how often, and where first. */
interface Counted {
  count: number;
  readonly first: string;
}

function counted(list: Counted[], first: string): void {
  const [known] = list;
  if (known) known.count += 1;
  else list.push({ count: 1, first });
}

/** What stands in the first cell of a line of totals, and hardly ever in that of a patient. */
const TOTALS = /^(((grand|sub) ?)?total|mean|average|median|std|std\.? ?dev\.?|sd|sum|count|n ?= ?\d+|.*:)$/i;

/** An id without what tells two spellings of it apart. */
function spelling(id: string): string {
  return id
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_./-]+/g, "-")
    .replace(/(^|\D)0+(?=\d)/g, "$1");
}

const number = (count: number): string => count.toLocaleString("en-US");

function valueWords({ about, why }: CellNote): string {
  switch (about) {
    case "no-limit":
      return `values without the laboratory's ${why} in their own row, which are not judged by one`;
    case "limit-refused":
      return "limits that cannot be those of the values beside them, which are not judged by them";
    case "limit-doubted":
      return "doubtful limits, by which the values beside them are judged all the same";
  }
}
