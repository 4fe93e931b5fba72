import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { definitions } from "../../../criteria/index.ts";
import { answerCall, cdsPlanOf } from "../../../lib/fhir/cds.ts";
import { importPlanOf, readImport } from "../../../lib/fhir/import/import.ts";
import { convertUcum } from "../../../lib/fhir/ucum.ts";
import { takenTogether, withConfirmed } from "../../../lib/reading/confirm.ts";
import { EMPTY_RECORD } from "../../../lib/record/edit.ts";
import { identity } from "../../../scripts/identity.ts";
import { problemsOf } from "./validate.ts";

const UCUM = "http://unitsofmeasure.org";
const read = readImport.bind(undefined, importPlanOf(definitions));
const respond = answerCall.bind(undefined, cdsPlanOf(definitions, identity));

/** The day on which the tests take place. */
const TODAY = "2026-06-30";

export function realWorld(name: string): object {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../realworld", `${name}.json`), "utf8")) as object;
}

export const loinc = (...codes: string[]) => ({
  coding: codes.map((code) => ({ system: "http://loinc.org", code })),
});
export const quantity = (value: number, unit: string, more: object = {}) => ({
  valueQuantity: { value, unit, system: UCUM, code: unit, ...more },
});

/** A final platelet count of 10 February 2024 of Patient/1; `rest` says what is otherwise. */
export const platelets = (value: number, rest: object = {}) => ({
  resourceType: "Observation",
  status: "final",
  code: loinc("777-3"),
  subject: { reference: "Patient/1" },
  effectiveDateTime: "2024-02-10",
  ...quantity(value, "10*9/L"),
  ...rest,
});

/** The same without a value, but for what `rest` gives, and of the test with this code. */
export function wordless(code: string, rest: object = {}): object {
  const { valueQuantity: _, ...result } = platelets(0, { code: loinc(code) });
  return { ...result, ...rest };
}

/** What the laboratory calls a result, by a code of HL7 and in words. */
export const flag = (code: string, words: { readonly text?: string } = {}) => ({
  interpretation: [
    { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", code }], ...words },
  ],
});

type Entry = { readonly resource: object; readonly fullUrl?: string };
const isEntry = (one: object): one is Entry => "resource" in one;

/** A bundle of resources, or of entries where the address matters. */
export const bundle = (...resources: readonly object[]) => ({
  resourceType: "Bundle",
  type: "collection",
  entry: resources.map((one) => (isEntry(one) ? one : { resource: one })),
});

/** Reads what is right by the definitions of FHIR: a test that means to send something else says so. */
export function readValid(...resources: readonly object[]) {
  for (const one of resources) expect(problemsOf(isEntry(one) ? one.resource : one)).toEqual([]);
  return readAny(...resources);
}

export function readAny(...resources: readonly object[]) {
  return read(JSON.stringify(bundle(...resources)), convertUcum, TODAY);
}

export const readText = (value: object) => read(JSON.stringify(value), convertUcum, TODAY);

export type Report = ReturnType<typeof readAny>;

export const measurementsIn = ({ proposals }: Report) =>
  proposals.flatMap((one) => (one.kind === "measurement" ? [one.measurement] : []));
export const valuesIn = (report: Report) => measurementsIn(report).map(({ value }) => value);
/** The values that are taken when all that is certain is confirmed at once. */
export const takenIn = ({ proposals }: Report) =>
  (withConfirmed(EMPTY_RECORD, takenTogether(proposals)).measurements ?? []).map(({ value }) => value);
export const remarksIn = ({ proposals }: Report) => proposals.flatMap(({ remarks }) => remarks).join(" ");
export const whysIn = ({ notTaken }: Report) => notTaken.map(({ why }) => why).join(" ");

/** Calls the service for Patient/1. */
export function callFor(observations: object, more: object = {}) {
  return respond(
    {
      hook: "patient-view",
      hookInstance: "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
      context: { userId: "Practitioner/1", patientId: "1" },
      prefetch: { observations },
      ...more,
    },
    "https://app.example",
    convertUcum,
    TODAY,
  );
}

/** What the one card says, or "" where there is none. */
export function cardFor(resources: readonly object[], more: object = {}): string {
  const answer = callFor(bundle(...resources), more);
  return answer.kind === "cards" ? (answer.cards[0]?.detail ?? "") : "";
}
