/** A text says the same however it was set: for which width it was broken, quoted, in bold, with other signs. */
import { expect, test } from "vitest";
import type { Proposal } from "../../lib/reading/types.ts";
import { goldTexts, readingOf } from "./evaluate.ts";

const COLLECTIONS =
  "shared own held-out second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
/** Broken for its width already, and a line of two lists of which nothing tells that it goes on. */
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

/** Changes the lines of a text that are no rows of a table. */
const inProse = (change: (line: string) => string) => (text: string) =>
  text
    .split("\n")
    .map((line) => (/ {2,}|\t|\|/.test(line.trim()) ? line : change(line)))
    .join("\n");
const onLines = (change: (line: string) => string) => (text: string) => text.split("\n").map(change).join("\n");

const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  ["broken at 60", (text) => wrapped(text, 60, "\n")],
  ["broken at 72", (text) => wrapped(text, 72, "\n")],
  ["broken at 72 behind a blank, as mail programs do", (text) => wrapped(text, 72, " \r\n")],
  ["broken at 78 with lines that hang", (text) => wrapped(text, 78, "\n  ")],
  ["broken at 90", (text) => wrapped(text, 90, "\n")],
  ["quoted in a reply", onLines((line) => `> ${line}`)],
  ["quoted in a reply to a reply", onLines((line) => `>> ${line}`)],
  ["with labels in bold", onLines((line) => line.replace(/^([A-Z][A-Za-z ]{2,20}):/, "**$1:**"))],
  ["with numbers in bold", inProse((line) => line.replaceAll(/(?<= )\d+\.\d+(?= [a-zA-Z])/g, "**$&**"))],
  ["indented", onLines((line) => (line ? `    ${line}` : line))],
  ["indented by tabs", onLines((line) => (line ? `\t${line}` : line))],
  ["two blanks behind a sentence", inProse((line) => line.replaceAll(/([.?!:]) (?=[A-Z])/g, "$1  "))],
  ["blanks that do not break", (text) => text.replaceAll(/(?<=\d) (?=[a-zA-Z%])/g, "\u00a0")],
  ["dashes for ranges", (text) => text.replaceAll(/(?<=\d)-(?=\d)/g, "–")],
  ["round quotation marks", (text) => text.replaceAll("'", "’").replaceAll(/"([^"\n]*)"/g, "“$1”")],
  ["hyphens that are not seen", (text) => text.replaceAll(/([a-z]{5})([a-z])/g, "$1\u00ad$2")],
  ["ligatures", (text) => text.replaceAll("fi", "\ufb01").replaceAll("fl", "\ufb02")],
  ["powers of ten as a product sign and raised digits", (text) => text.replaceAll(/x ?10\^9/g, "×10⁹")],
  ["powers of ten as in programs", (text) => text.replaceAll(/x ?10\^9/g, "x10**9")],
];

/** Of a text that none of these ways changes, nothing is compared; each changes many. */
const FEWEST_COMPARED = 150;

test.each(WAYS)("%s", (_, set) => {
  let [said, same] = [0, 0];
  const turned: string[] = [];
  const misplaced: string[] = [];
  for (const { id, text } of TEXTS) {
    const other = set(text);
    if (other === text) continue;
    const [one, two] = [saidIn(text), saidIn(other)];
    for (const [name, words] of one) {
      said += 1;
      if (two.has(name)) same += 1;
      const found = (two.get(name) ?? words).replaceAll(/\*\*|\u00ad/g, "");
      if (!isPartOf(words, found) && !isPartOf(found, words)) misplaced.push(`${id}: ${words} | ${found}`);
      const opposite = name.replace(
        / (present|absent) .*/,
        (_, status: keyof typeof OPPOSITE) => ` ${OPPOSITE[status]}`,
      );
      if (!two.has(name) && [...two.keys()].some((told) => told.startsWith(opposite))) turned.push(`${id}: ${name}`);
    }
  }
  expect(said).toBeGreaterThan(FEWEST_COMPARED);
  expect(turned).toEqual([]);
  // The same may be said twice in a text.
  expect(misplaced.length, misplaced.join("\n")).toBeLessThanOrEqual(1);
  expect(same / said).toBeGreaterThanOrEqual(0.98);
});

/** Whether words are among others, whatever signs they are written with. */
function isPartOf(words: string, others: string): boolean {
  const letters = (text: string) => text.normalize("NFKD").replaceAll(/[^\p{L}\p{N}]|x/gu, "");
  return letters(others).includes(letters(words));
}
