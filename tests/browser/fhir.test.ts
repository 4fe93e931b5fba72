import type { QuestionnaireResponse } from "@medplum/fhirtypes";
import { expect } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { questionnaire } from "../../lib/fhir/questionnaire.ts";
import { readResponse } from "../../lib/fhir/read-response.ts";
import { response } from "../../lib/fhir/response.ts";
import { assess, format } from "../support/assess.ts";
import { EVERY_KIND } from "./support/calculator.ts";
import { calculatedIn, chooseAnswer, compute, draw, engine, openLhcForms, saved } from "./support/lhc-forms.ts";
import { test } from "./support/test.ts";

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

/** The record in what LHC-Forms saved, as this project reads it. */
function readBack(response: QuestionnaireResponse): SleRecord {
  const { record, issues } = readResponse(response, definitions, format);
  if (!record) throw new Error(JSON.stringify(issues));
  return record;
}

/** The record with its measurements by test, since LHC-Forms keeps the order of the questions and not the record's. */
function byTest({ measurements, ...rest }: SleRecord): SleRecord {
  return { ...rest, ...(measurements && { measurements: measurements.toSorted((a, b) => order(a) - order(b)) }) };
}
const order = ({ test }: { readonly test: string }) => Object.keys(definitions.tests).indexOf(test);

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

test("LHC-Forms computes the engine's results of all sets from the combined form, and saves the same record", async ({
  browser,
}) => {
  const page = await openLhcForms(browser);
  const some = examples.filter(({ kind }, position) => kind === "patient" || position % 4 === 0);
  const computed = await compute(
    page,
    form("sle-record"),
    some.map(({ record }) => answersTo("sle-record", record)),
  );
  for (const [position, { id, record }] of some.entries()) {
    const own = computed[position];
    if (!own) throw new Error(`nothing computed for ${id}`);
    expect(Object.fromEntries(calculatedIn(own)), id).toEqual(engine(record));
    expect(byTest(readBack(own)), id).toEqual(byTest(record));
  }
  await page.close();
}, 300_000);

test.for([
  "patient-all-four-agree",
  "patient-infection-mimic",
  "patient-ana-pending",
  "patient-serial-findings",
  "every kind of answer",
])("a response that LHC-Forms saves from the drawn form is the same record: %s", async (id, { browser }) => {
  const record = examples.find((one) => one.id === id)?.record ?? EVERY_KIND;
  const page = await openLhcForms(browser);
  const back = byTest(readBack(await draw(page, form("sle-record"), answersTo("sle-record", record))));
  expect(back).toEqual(byTest(record));
  expect(assess(back)).toEqual(assess(byTest(record)));
  await page.close();
});

test("a form that a person fills in LHC-Forms is read as the record of these answers", async ({ browser }) => {
  const page = await openLhcForms(browser);
  await draw(page, form("eular-acr-2019"), answersTo("eular-acr-2019", { format: "sle-record/1" }));
  await chooseAnswer(page, "oral-ulcers/1/1", "Present, explained by");
  await chooseAnswer(page, "oral-ulcers/cause/1/1/1", "Infection");
  await page.locator('[id="oral-ulcers/explanation/1/1/1"]').fill("herpes simplex");
  await chooseAnswer(page, "seizure/1/1", "Not known");
  await chooseAnswer(page, "fever/1/1", "Absent");
  await page.locator('[id="test/platelets/value/1/1/1"]').fill("20");
  await chooseAnswer(page, "unit_test/platelets/value/1/1/1", "×10⁹/L");
  await chooseAnswer(page, "test/platelets/comparator/1/1/1", "less than");
  await page.locator('[id="test/platelets/date/1/1/1"] input').fill("02/10/2024");
  await page.keyboard.press("Enter");
  // LHC-Forms shows a choice some moments before it saves it.
  await expect
    .poll(async () => readBack(await saved(page)), { timeout: 10_000 })
    .toEqual({
      format: "sle-record/1",
      findings: {
        fever: "absent",
        "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes simplex" } },
        seizure: "unknown",
      },
      measurements: [{ test: "platelets", value: 20, unit: "10*9/L", comparator: "<", date: "2024-02-10" }],
    });
  await page.close();
});
