const RIGHT_TO_LEFT = "[\\p{sc=Hebr}\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Thaa}\\p{sc=Nkoo}\\p{sc=Adlm}]";

/** A date, or words that are written from right to left with what stands between them. */
const PART = new RegExp(`(\\d{4}-\\d{2}-\\d{2}|${RIGHT_TO_LEFT}(?:[^“”()]*${RIGHT_TO_LEFT})?)`, "u");

/**
 * Text in which no date is broken over two lines, and in which words from right to left keep to themselves: they do
 * not turn round what stands beside them, such as a date or a number.
 */
export function UnbrokenDates({ children }: { children: string }) {
  // Every second part is one that was looked for.
  return children.split(PART).map((part, position) =>
    position % 2 === 0 ? (
      part
    ) : /^\d/.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name, and never move
      <span key={position} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <bdi key={position}>{part}</bdi>
    ),
  );
}
