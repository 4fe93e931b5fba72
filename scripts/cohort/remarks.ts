/** What is said of a cohort at its end. */
export function remarksOn({
  refused,
  formulas,
}: {
  readonly refused: number;
  readonly formulas: number;
}): readonly string[] {
  const count = (number: number) => number.toLocaleString("en-US");
  return [
    ...(refused > 0 ? [`${count(refused)} rows have an error and no figures: see the column "issues".`] : []),
    ...(formulas > 0
      ? [
          `${count(formulas)} ids or kept cells begin as a formula does, and are kept as they are: import the file into a spreadsheet as text.`,
        ]
      : []),
  ];
}
