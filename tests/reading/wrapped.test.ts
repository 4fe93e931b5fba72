/** A text says the same whatever width it was broken for: in an email, a PDF or the export of a record. */
import { expect, test } from "vitest";
import type { Proposal } from "../../lib/reading/types.ts";
import { goldTexts, readingOf } from "./evaluate.ts";

const COLLECTIONS =
  "shared own held-out second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
/** Broken for their width already, and a line of two lists of which nothing tells that it goes on. */
const LEFT_OUT = new Set(["c-wrapped-lines", "b-negation-two"]);
const TEXTS = COLLECTIONS.flatMap((name) => goldTexts(name)).filter(({ id }) => !LEFT_OUT.has(id));

/** Breaks the long lines of a text; a row of a table is left. */
function wrapped(text: string, width: number, between: string): string {
  return text
    .split("\n")
    .map((line) => (line.length <= width || / {2,}|\t|\|/.test(line.trim()) ? line : broken(line, width, between)))
    .join("\n");
}

function broken(line: string, width: number, between: string): string {
  const lines: string[] = [];
  for (const word of line.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(between);
}

/** What is proposed, and by which words of the text. */
function saidIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    readingOf(text).proposals.map((proposal) => [
      nameOf(proposal),
      text.slice(...proposal.from).replaceAll(/\s+/g, " "),
    ]),
  );
}

function nameOf(proposal: Proposal): string {
  return proposal.kind === "finding"
    ? `${proposal.finding} ${proposal.status} ${proposal.explainedBy?.cause ?? ""}`
    : `${proposal.test} ${proposal.comparator ?? ""}${proposal.value} ${proposal.unit} ${proposal.low}-${proposal.high}`;
}

const OPPOSITE = { present: "absent", absent: "present" } as const;

test.each([
  [60, "\n"],
  [72, "\n"],
  [72, " \r\n"],
  [78, "\n  "],
  [90, "\n"],
] as const)("broken at %i, by %j", (width, between) => {
  let [said, same] = [0, 0];
  const turned: string[] = [];
  const misplaced: string[] = [];
  for (const { id, text } of TEXTS) {
    const other = wrapped(text, width, between);
    if (other === text) continue;
    const [one, two] = [saidIn(text), saidIn(other)];
    for (const [name, words] of one) {
      said += 1;
      if (two.has(name)) same += 1;
      const found = two.get(name) ?? words;
      if (!words.includes(found) && !found.includes(words)) misplaced.push(`${id}: ${words} | ${found}`);
      const opposite = name.replace(
        / (present|absent) .*/,
        (_, status: keyof typeof OPPOSITE) => ` ${OPPOSITE[status]}`,
      );
      if (!two.has(name) && [...two.keys()].some((told) => told.startsWith(opposite))) turned.push(`${id}: ${name}`);
    }
  }
  expect(said).toBeGreaterThan(800);
  expect(turned).toEqual([]);
  // The same may be said twice in a text.
  expect(misplaced.length, misplaced.join("\n")).toBeLessThanOrEqual(1);
  expect(same / said).toBeGreaterThanOrEqual(0.98);
});
