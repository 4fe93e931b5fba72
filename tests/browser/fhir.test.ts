import type { QuestionnaireResponse } from "@medplum/fhirtypes";
import { expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { assessor } from "../../lib/assess.ts";
import { questionnaire } from "../../lib/fhir/questionnaire.ts";
import { response } from "../../lib/fhir/response.ts";
import { calculatedIn, compute, draw, openLhcForms } from "./support/lhc-forms.ts";
import { test } from "./support/test.ts";

const assess = assessor(definitions);
/** Examples with a contradiction have no score to agree on. */
const examples = definitions.examples.filter(({ record }) => assess(record).results);

function form(id: string) {
  const made = questionnaire(id, definitions, "0.0.0");
  if (!made) throw new Error(`no Questionnaire ${id}`);
  return made;
}

function answersTo(id: string, record: SleRecord): QuestionnaireResponse {
  return response(record, definitions, "0.0.0", { to: id });
}

/** What the engine makes of a record, under the linkIds of the calculated items. */
function engine(record: SleRecord, sets = definitions.sets): Record<string, number | boolean> {
  const results = assess(record).results ?? {};
  return Object.fromEntries(
    sets.flatMap(({ id }) => {
      const result = results[id];
      return [
        [`${id}/score`, result?.score.value ?? Number.NaN],
        [`${id}/classified`, result?.asAssessed === "classified"],
        ...(result?.domains ?? []).map((domain) => [`${id}/domain/${domain.id}`, domain.points]),
      ];
    }),
  );
}

const eularAcr = definitions.sets.slice(0, 1);

test("LHC-Forms draws the EULAR/ACR form and computes the engine's score for whole patients", async ({ browser }) => {
  const page = await openLhcForms(browser);
  const patients = examples.filter(({ kind }) => kind === "patient");
  expect(patients.length).toBeGreaterThan(5);
  for (const { id, record } of patients) {
    const drawn = await draw(page, form("eular-acr-2019"), answersTo("eular-acr-2019", record));
    expect(Object.fromEntries(calculatedIn(drawn)), id).toEqual(engine(record, eularAcr));
  }
  expect(await page.textContent("#form")).toContain("It does not diagnose.");
  await page.close();
}, 300_000);

test("LHC-Forms computes the engine's EULAR/ACR score and domains for every worked example", async ({ browser }) => {
  const page = await openLhcForms(browser);
  expect(examples.length).toBeGreaterThan(200);
  const answers = examples.map(({ record }) => answersTo("eular-acr-2019", record));
  const computed = await compute(page, form("eular-acr-2019"), answers);
  for (const [position, { id, record }] of examples.entries()) {
    const own = computed[position];
    expect(own && Object.fromEntries(calculatedIn(own)), id).toEqual(engine(record, eularAcr));
  }
  await page.close();
}, 300_000);

test("LHC-Forms computes the engine's results of all sets from the combined form", async ({ browser }) => {
  const page = await openLhcForms(browser);
  const some = examples.filter(({ kind }, position) => kind === "patient" || position % 4 === 0);
  const computed = await compute(
    page,
    form("sle-record"),
    some.map(({ record }) => answersTo("sle-record", record)),
  );
  for (const [position, { id, record }] of some.entries()) {
    const own = computed[position];
    expect(own && Object.fromEntries(calculatedIn(own)), id).toEqual(engine(record));
  }
  await page.close();
}, 300_000);
