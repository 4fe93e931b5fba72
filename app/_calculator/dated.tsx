const DATE = /(\d{4}-\d{2}-\d{2})/;

/** Text in which no date is broken over two lines. */
export function Dated({ children }: { children: string }) {
  // Every second part is a date.
  return children.split(DATE).map((part, position) =>
    position % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name, and never move
      <span key={position} className="whitespace-nowrap">
        {part}
      </span>
    ),
  );
}
