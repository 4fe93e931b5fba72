import type { Review } from "./review.ts";
import type { Span } from "./types.ts";

/** A part of a text as it is shown: plain, a proposal's, or that of something that was not taken. */
export type Part =
  | { readonly kind: "plain"; readonly from: Span }
  | { readonly kind: "proposal"; readonly from: Span; readonly id: string }
  | { readonly kind: "passed"; readonly from: Span };

/** More places than a person looks at are not marked, so that a long text is shown quickly. */
const MOST_PASSED = 1000;

/** A text in parts, each position in one of them. Where places overlap, a proposal is marked before what was not taken. */
export function partsOf(text: string, { items, passed }: Pick<Review, "items" | "passed">): readonly Part[] {
  const proposals = items.flatMap(({ id, place }) =>
    place.kind === "text" ? [{ kind: "proposal" as const, from: place.from, id }] : [],
  );
  const others = passed
    .slice(0, MOST_PASSED)
    .flatMap(({ place }) => (place.kind === "text" ? [{ kind: "passed" as const, from: place.from }] : []));
  const marks = inRows(proposals.toSorted(byPlace), others.toSorted(byPlace));
  const parts: Part[] = [];
  let at = 0;
  for (const mark of marks) {
    const start = Math.max(mark.from[0], at);
    if (mark.from[1] <= start) continue;
    if (start > at) parts.push({ kind: "plain", from: [at, start] });
    parts.push({ ...mark, from: [start, mark.from[1]] });
    at = mark.from[1];
  }
  if (at < text.length) parts.push({ kind: "plain", from: [at, text.length] });
  return parts;
}

const byPlace = (one: { readonly from: Span }, other: { readonly from: Span }): number =>
  one.from[0] - other.from[0] || one.from[1] - other.from[1];

/** Both in the order of the text, those of the second left out where they touch one of the first. */
function inRows(first: readonly Part[], second: readonly Part[]): readonly Part[] {
  const kept: Part[] = [];
  let next = 0;
  for (const one of second) {
    while ((first[next]?.from[1] ?? Number.POSITIVE_INFINITY) <= one.from[0]) next += 1;
    if ((first[next]?.from[0] ?? Number.POSITIVE_INFINITY) >= one.from[1]) kept.push(one);
  }
  return [...first, ...kept].toSorted(byPlace);
}

/** Marks that turn the direction of text, or are not seen: shown as a sign, each in its place. */
const UNSEEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g;

/** A text as it is shown: as long as it is, with a sign for each mark that could make it look like another text. */
export function shownText(text: string): string {
  return text.replaceAll(UNSEEN, "\u2423");
}
