import type { Origin } from "../record/facts.ts";
import { type Context, inSentence, writeMeasurement } from "./values.ts";

/** How an answer is known: the values, the finding that implies it, or why it is assumed. Empty for a plain answer. */
export function originPhrase(origin: Origin, { definitions, measurements }: Context): string {
  switch (origin.kind) {
    case "not-answered":
    case "stated":
      return "";
    case "measured":
      return origin.by
        .flatMap((position) => measurements[position] ?? [])
        .map((measurement) => writeMeasurement(measurement, definitions))
        .join("; ");
    case "implied":
      return `follows from ${inSentence(definitions.findings[origin.by].label)}`;
    case "assumed":
      return `assumed: ${origin.why}`;
  }
}
