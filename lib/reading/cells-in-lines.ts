/** How a heading names the columns of results: with its value, and with what is tested. */
const NAMES = /^(?:test|test name|analyte|analysis|component|parameter|investigation|name)$/i;
const VALUES = /^(?:value|your value|result|results|observed value)$/i;
const OTHERS =
  /^(?:unit|units|flag|flags|range|reference|reference range|reference interval|ref\.? range|ref\.?|normal range|standard range|status|date|collected|abnormal)$/i;
const IS_VALUE =
  /^(?:[<>]?=?\s?\d|1\s?:\s?\d|pos|neg|not? |non|detected|reactive|normal|low|high|see |pending|trace|clumped|[+-]|$)/i;
const MOST_COLUMNS = 7;

/**
 * A table that was pasted one cell to a line, as from a web page or a PDF, with its rows in lines again: a heading of three
 * column names or more, and below it as many lines for each row, empty ones too. Rows end where a line does not fit.
 */
export function cellsInRows(text: string): string {
  const lines = text.split("\n");
  const ends = lines.map(() => "\n");
  for (let at = 0; at < lines.length; at += 1) {
    const columns = headingAt(lines, at);
    if (columns === undefined) continue;
    const value = lines.slice(at, at + columns).findIndex((line) => VALUES.test(line.trim()));
    join(at, columns);
    at += columns;
    while (at + columns <= lines.length && isRow(lines.slice(at, at + columns), value)) {
      join(at, columns);
      at += columns;
    }
    at -= 1;
  }
  return lines.map((line, at) => (at < lines.length - 1 ? `${line}${ends[at]}` : line)).join("");

  function join(from: number, count: number): void {
    ends.fill("\t", from, from + count - 1);
  }
}

/** How many columns a heading has that begins at a line; undefined where none does. */
function headingAt(lines: readonly string[], at: number): number | undefined {
  if (!NAMES.test(lines[at]?.trim() ?? "")) return undefined;
  let count = 1;
  while (count < MOST_COLUMNS && isColumn(lines[at + count])) count += 1;
  const hasValue = lines.slice(at, at + count).some((line) => VALUES.test(line.trim()));
  return count >= 3 && hasValue ? count : undefined;
}

function isColumn(line = ""): boolean {
  return VALUES.test(line.trim()) || OTHERS.test(line.trim());
}

function isRow(cells: readonly string[], value: number): boolean {
  const [name = ""] = cells;
  return /^\s*[a-z][^:;!?]{1,59}$/i.test(name) && IS_VALUE.test(cells[value]?.trim() ?? "");
}
