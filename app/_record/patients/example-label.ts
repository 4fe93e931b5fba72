const MARK = "Example: ";

/** The label of a loaded example: it marks the record in the list, in notes and on paper. */
export function exampleLabel(title: string): string {
  return MARK + title;
}

/** The title of the example that a label marks. */
export function exampleTitle(label: string | undefined): string | undefined {
  return label?.startsWith(MARK) ? label.slice(MARK.length) : undefined;
}
