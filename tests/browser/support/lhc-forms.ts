import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Questionnaire, QuestionnaireResponse, QuestionnaireResponseItem } from "@medplum/fhirtypes";
import type { Browser, Page } from "playwright-core";
import { definitions } from "../../../criteria/index.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { assess } from "../../support/assess.ts";

const built = join(import.meta.dirname, "../../../node_modules/lforms/dist/lforms");
const scripts = ["assets/lib/zone.min.js", "runtime.js", "polyfills.js", "main.js"].map(
  (name) => `webcomponent/${name}`,
);
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>LHC-Forms</title>
<link rel="stylesheet" href="/webcomponent/styles.css"><div id="form"></div>
${[...scripts, "fhir/R4/lformsFHIR.min.js"].map((path) => `<script src="/${path}"></script>`).join("\n")}</html>`;

/** The parts of LHC-Forms that are used here, as its documentation names them. */
interface LhcForms {
  readonly Util: {
    convertFHIRQuestionnaireToLForms(questionnaire: Questionnaire, version: "R4"): object;
    mergeFHIRDataIntoLForms(kind: string, response: QuestionnaireResponse, form: object, version: "R4"): Saved;
    addFormToPage(form: object, element: string, options: { fhirVersion: "R4" }): Promise<void>;
    getFormFHIRData(kind: string, version: "R4", form?: object): QuestionnaireResponse;
  };
  readonly LFormsData: new (
    form: object,
  ) => { _expressionProcessor: { runCalculations(initial: boolean): Promise<void> } };
  readonly FHIR?: unknown;
}
interface Saved {
  hasSavedData: boolean;
}
declare global {
  interface Window {
    LForms?: LhcForms;
  }
}

/** A page with nothing but LHC-Forms, as its package ships it. Nothing is fetched from anywhere. */
export async function openLhcForms(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  // How long it takes says how busy the machine is: a run of an hour is not to end for that.
  page.setDefaultTimeout(600_000);
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: html });
    const path = join(built, pathname);
    return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
  });
  await page.goto("http://lhc-forms.test/");
  await page.waitForFunction(() => window.LForms?.FHIR !== undefined && "addFormToPage" in window.LForms.Util);
  return page;
}

/** Draws a Questionnaire with these answers, and gives the response once its results are worked out. */
export function draw(page: Page, questionnaire: Questionnaire, answers: QuestionnaireResponse) {
  return page.evaluate(
    async ({ questionnaire, answers }) => {
      const util = window.LForms?.Util;
      if (!util) throw new Error("LHC-Forms is not there");
      const form = util.convertFHIRQuestionnaireToLForms(questionnaire, "R4");
      const filled = util.mergeFHIRDataIntoLForms("QuestionnaireResponse", answers, form, "R4");
      // Else it would keep the results that the answers came with, which are none.
      filled.hasSavedData = false;
      await util.addFormToPage(filled, "form", { fhirVersion: "R4" });
      for (;;) {
        const drawn = util.getFormFHIRData("QuestionnaireResponse", "R4");
        if (drawn.item?.some(({ linkId }) => linkId === "results")) return drawn;
        await new Promise((resume) => setTimeout(resume, 100));
      }
    },
    { questionnaire, answers },
  );
}

/** The same without drawing: LHC-Forms' own engine in the same browser, for many patients one after the other. */
export function compute(page: Page, questionnaire: Questionnaire, patients: readonly QuestionnaireResponse[]) {
  return page.evaluate(
    async ({ questionnaire, patients }) => {
      const forms = window.LForms;
      if (!forms) throw new Error("LHC-Forms is not there");
      const computed: QuestionnaireResponse[] = [];
      for (const answers of patients) {
        const form = forms.Util.convertFHIRQuestionnaireToLForms(questionnaire, "R4");
        const filled = forms.Util.mergeFHIRDataIntoLForms("QuestionnaireResponse", answers, form, "R4");
        filled.hasSavedData = false;
        const data = new forms.LFormsData(filled);
        await data._expressionProcessor.runCalculations(true);
        computed.push(forms.Util.getFormFHIRData("QuestionnaireResponse", "R4", data));
      }
      return computed;
    },
    { questionnaire, patients },
  );
}

/** What LHC-Forms saves of the form that is drawn, as it stands now. */
export function saved(page: Page): Promise<QuestionnaireResponse> {
  return page.evaluate(() => {
    const util = window.LForms?.Util;
    if (!util) throw new Error("LHC-Forms is not there");
    return util.getFormFHIRData("QuestionnaireResponse", "R4");
  });
}

/** Chooses an answer in the drawn form as a person does, from the list that opens under its field. */
export async function chooseAnswer(page: Page, id: string, words: string): Promise<void> {
  await page.locator(`[id="${id}"]`).click();
  await page.locator("#completionOptions li", { hasText: words }).click();
  await page.keyboard.press("Tab");
}

/** The calculated answers of a response by linkId. */
export function calculatedIn({ item = [] }: QuestionnaireResponse): ReadonlyMap<string, number | boolean> {
  const found = new Map<string, number | boolean>();
  const visit = ({ linkId, answer, item: inner = [] }: QuestionnaireResponseItem): void => {
    const value = answer?.[0]?.valueDecimal ?? answer?.[0]?.valueBoolean;
    if (value !== undefined) found.set(linkId, value);
    for (const one of inner) visit(one);
  };
  for (const one of item) if (one.linkId === "results") visit(one);
  return found;
}

/** What the engine makes of a record, under the linkIds of the calculated items. */
export function engine(record: SleRecord, sets = definitions.sets): Record<string, number | boolean> {
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
