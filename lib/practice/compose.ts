import type { FactForm, FactTemplate, Stage, Story } from "../../criteria/practice/types.ts";
import type { FindingId, Measurement, SleRecord, Statement, Status } from "../../criteria/types.ts";

/** A fact in the form in which it stands in one case. */
export interface ChosenFact {
  readonly template: FactTemplate;
  readonly form: FactForm;
}

export interface Composed {
  readonly story: { readonly [S in Stage]?: Story };
  readonly record: SleRecord;
}

/** Story and record of the chosen facts, in their order: each sentence brings exactly its own part of the record. */
export function compose(chosen: readonly ChosenFact[], opening = ""): Composed {
  const sentences = new Map<Stage, string[]>(opening ? [["history", [opening]]] : []);
  const measurements: Measurement[] = [];
  let findings: { [F in FindingId]?: Status | Statement } = {};
  for (const { template, form } of chosen) {
    const first = measurements.length;
    const says = form.says.replaceAll(/\{(\d+)\}/g, (_, position: string) => `{${first + Number(position)}}`);
    sentences.set(template.stage, [...(sentences.get(template.stage) ?? []), says]);
    measurements.push(...(form.measurements ?? []));
    findings = { ...findings, ...form.findings };
  }
  const story = Object.fromEntries([...sentences].map(([stage, said]) => [stage, said.join(" ")]));
  return { story, record: { format: "sle-record/1", findings, measurements } };
}
