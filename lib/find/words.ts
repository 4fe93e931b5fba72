/** Words that say nothing about which finding is meant. */
const FILLERS = new Set([
  "a",
  "an",
  "and",
  "at",
  "by",
  "for",
  "in",
  "is",
  "of",
  "on",
  "or",
  "than",
  "the",
  "to",
  "with",
]);

/**
 * The words of a text as they are compared: lower case, without accents, plural endings and the differences
 * between British and American spelling. Fillers are left out unless nothing else is there.
 */
export function wordsOf(text: string): readonly string[] {
  const words = plain(text).match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : words).map(singular);
}

/** A text without anything but its letters and digits, so that "ds-DNA", "ds DNA" and "dsDNA" are the same. */
export function squeezed(text: string): string {
  return plain(text).replaceAll(/[^a-z0-9]/g, "");
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("β", "beta")
    .replaceAll(/ae|oe/g, "e")
    .replaceAll("leuco", "leuko")
    .replaceAll(/tre\b/g, "ter");
}

function singular(word: string): string {
  return word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * How well a typed word stands for a written one, from 0 (not at all) to 1 (the same): the beginning of a word
 * counts nearly as much as the whole, and one slip of the fingers is forgiven from four letters on, two from eight.
 */
export function closeness(typed: string, written: string): number {
  if (typed === written) return 1;
  if (written.startsWith(typed)) return 0.7 + (0.2 * typed.length) / written.length;
  const forgiven = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  if (forgiven === 0 || /\d/.test(typed)) return 0;
  if (Math.abs(typed.length - written.length) <= forgiven) {
    const slips = slipsBetween(typed, written, forgiven);
    if (slips <= forgiven) return 0.75 - 0.1 * slips;
  }
  if (typed.length < 5 || written.length <= typed.length) return 0;
  return slipsBetween(typed, written.slice(0, typed.length), 1) <= 1 ? 0.5 : 0;
}

/** Letters to insert, leave out, change or swap to get from one word to the other; gives up beyond `most`. */
function slipsBetween(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let fewest = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) fewest = Math.min(fewest, (beforeLast[column - 2] ?? 0) + 1);
      current.push(fewest);
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
