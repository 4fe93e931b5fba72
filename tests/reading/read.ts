import { readingOf } from "./evaluate.ts";

/** What is proposed of a text, each as a short line: "malar-rash present", "white-cells < 3.1 10*9/L (4-11) 2024-02-28". */
export function read(text: string): readonly string[] {
  return readingOf(text).proposals.map((one) => {
    if (one.kind === "finding") {
      return [
        one.finding,
        one.status,
        ...(one.explainedBy ? [one.explainedBy.cause] : []),
        ...(one.date ? [one.date] : []),
      ].join(" ");
    }
    const limits = one.low === undefined && one.high === undefined ? [] : [`(${one.low ?? ""}-${one.high ?? ""})`];
    return [
      one.test,
      ...(one.comparator ? [one.comparator] : []),
      one.value,
      one.unit,
      ...limits,
      ...(one.date ? [one.date] : []),
    ].join(" ");
  });
}

/** Why what was seen in a text was not taken. */
export function whys(text: string): readonly string[] {
  return readingOf(text).notTaken.map(({ why }) => why);
}
