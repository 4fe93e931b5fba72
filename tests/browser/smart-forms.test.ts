/**
 * Smart Forms, the SDC form filler of CSIRO, computes what the engine does. Its form is built as its renderer builds it,
 * without the page around it and without a browser: `buildForm` evaluates the calculated expressions, `getResponse`
 * gives what they came to. It is here since it takes as long as LHC-Forms does (fhir.test.ts).
 */
import type { Questionnaire, QuestionnaireResponse, QuestionnaireResponseItem } from "@medplum/fhirtypes";
import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { questionnaire } from "../../lib/fhir/questionnaire.ts";
import { response } from "../../lib/fhir/response.ts";
import { assess } from "../support/assess.ts";

/** The part of Smart Forms that is used here, as its documentation names it. */
interface SmartForms {
  buildForm(of: { questionnaire: Questionnaire; questionnaireResponse: QuestionnaireResponse }): Promise<void>;
  getResponse(): QuestionnaireResponse;
}

const FORM = "eular-acr-2019";
// The entry of the package loads its whole page. Its types want the types of packages that are left out.
const path: string = "@aehrc/smart-forms-renderer/lib/utils/manageForm.js";
const { buildForm, getResponse } = (await import(path)) as SmartForms;

function resultsIn(items: readonly QuestionnaireResponseItem[] = []): readonly (readonly [string, unknown])[] {
  return items.flatMap(({ linkId = "", answer = [], item }) => [
    ...answer.slice(0, linkId.startsWith(`${FORM}/`) ? 1 : 0).map((one) => [linkId, Object.values(one)[0]] as const),
    ...resultsIn(item),
  ]);
}

async function computed(record: SleRecord) {
  const form = questionnaire(FORM, definitions, "0.0.0");
  if (!form) throw new Error("no form");
  // Smart Forms computes nothing before the first answer: the label is one that scores nothing.
  const answers = response({ label: "A", ...record }, definitions, "0.0.0", { to: FORM });
  await buildForm({ questionnaire: form, questionnaireResponse: answers });
  return Object.fromEntries(resultsIn(getResponse().item));
}

function byEngine(record: SleRecord) {
  const result = assess(record).results?.[FORM];
  return {
    [`${FORM}/score`]: result?.score.value,
    [`${FORM}/classified`]: result?.asAssessed === "classified",
    ...Object.fromEntries((result?.domains ?? []).map(({ id, points }) => [`${FORM}/domain/${id}`, points])),
  };
}

test("Smart Forms computes the engine's EULAR/ACR score and domains for every worked example", async () => {
  // Examples with a contradiction have no score to agree on.
  const examples = definitions.examples.filter(({ record }) => assess(record).results);
  expect(examples.length).toBeGreaterThan(200);
  for (const { id, record } of examples) expect(await computed(record), id).toEqual(byEngine(record));
}, 600_000);
