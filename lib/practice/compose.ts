import type { FactForm, FactTemplate, Stage, Story } from "../../criteria/practice/types.ts";
import type { FindingId, Measurement, SleRecord, Statement, Status } from "../../criteria/types.ts";
import { list } from "../definition/words.ts";

/** A fact in the form in which it stands in one case. */
export interface ChosenFact {
  readonly template: FactTemplate;
  readonly form: FactForm;
}

export interface Composed {
  readonly story: { readonly [S in Stage]?: Story };
  readonly record: SleRecord;
}

/**
 * Story and record of the chosen facts: each brings exactly its own part of the record. What is no sentence of its own
 * is told in a list of its stage: the values in one, in another what is there and then what is not.
 */
export function compose(chosen: readonly ChosenFact[], opening = ""): Composed {
  const told = new Map<Stage, Told>(opening ? [["history", { ...NOTHING, opening }]] : []);
  const measurements: Measurement[] = [];
  let findings: { [F in FindingId]?: Status | Statement } = {};
  for (const { template, form } of chosen) {
    const first = measurements.length;
    const says = form.says.replaceAll(/\{(\d+)\}/g, (_, position: string) => `{${first + Number(position)}}`);
    const before = told.get(template.stage) ?? NOTHING;
    const place = placeOf(form);
    told.set(template.stage, { ...before, [place]: [...before[place], says] });
    measurements.push(...(form.measurements ?? []));
    findings = { ...findings, ...form.findings };
  }
  const story = Object.fromEntries([...told].map(([stage, said]) => [stage, inWords(said)]));
  return { story, record: { format: "sle-record/1", findings, measurements } };
}

/** What one stage of a story tells. */
interface Told {
  readonly opening: string;
  readonly sentences: readonly string[];
  readonly values: readonly string[];
  readonly present: readonly string[];
  readonly missing: readonly string[];
}

const NOTHING: Told = { opening: "", sentences: [], values: [], present: [], missing: [] };

function placeOf({ says, kind, measurements = [] }: FactForm): "sentences" | "values" | "present" | "missing" {
  if (says.endsWith(".")) return "sentences";
  return measurements.length > 0 ? "values" : kind === "missed" ? "missing" : "present";
}

function inWords({ opening, sentences, values, present, missing }: Told): Story {
  const listed = [values, [...present, ...missing]].flatMap((parts) =>
    parts.length > 0 ? [`${begun(list(parts))}.`] : [],
  );
  // After an opening one goes on in sentences; values are dictated first.
  const rest = opening ? [...sentences, ...listed] : [...listed, ...sentences];
  return [opening, ...rest].filter((part) => part !== "").join(" ");
}

/** With a capital, inside of an anchor too. */
function begun(text: string): string {
  return text.replace(/^\[?[a-z]/, (start) => start.toUpperCase());
}
