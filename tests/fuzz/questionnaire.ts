/** Random patients in the Questionnaire of the whole record, worked out by LHC-Forms in a browser: slow, so a few. */
import type { Page } from "playwright-core";
import { definitions } from "../../criteria/index.ts";
import { questionnaire } from "../../lib/fhir/questionnaire.ts";
import { response } from "../../lib/fhir/response.ts";
import { calculatedIn, compute, engine } from "../browser/support/lhc-forms.ts";
import { type Random, randomRecord } from "../scoring/support/random-records.ts";
import { assess } from "../support/assess.ts";
import type { Compared } from "./agreement.ts";

const FORM = "sle-record";

export async function compareByQuestionnaire(random: Random, count: number, page: Page): Promise<Compared> {
  const form = questionnaire(FORM, definitions, "0.0.0");
  if (!form) throw new Error(`there is no Questionnaire ${FORM}`);
  const records = Array.from({ length: count }, () => randomRecord(random, random()));
  // A form has no results where the record contradicts itself.
  const scored = records.filter((record) => assess(record).results);
  const answers = scored.map((record) => response(record, definitions, "0.0.0", { to: FORM }));
  const computed = await compute(page, form, answers);
  const faults = scored.flatMap((record, position) => {
    const own = computed[position];
    const said = own ? Object.fromEntries(calculatedIn(own)) : {};
    const expected = engine(record);
    const other = Object.keys(expected).find((linkId) => said[linkId] !== expected[linkId]);
    if (other === undefined) return [];
    const why = `${other}: LHC-Forms ${said[other]}, the engine ${expected[other]}`;
    return [{ what: "the Questionnaire", input: JSON.stringify(record), why }];
  });
  return { inputs: scored.length, faults };
}
