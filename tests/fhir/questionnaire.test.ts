import type { Questionnaire, QuestionnaireItem } from "@medplum/fhirtypes";
import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { findingsRead } from "../../lib/definition/walk.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { questionnaire, questionnaireIds } from "../../lib/fhir/questionnaire.ts";
import { problemsOf } from "./support/validate.ts";

function made(id: string): Questionnaire {
  const one = questionnaire(id, definitions, "0.0.0");
  if (!one) throw new Error(`no Questionnaire ${id}`);
  return one;
}

function* itemsOf(items: readonly QuestionnaireItem[] = []): Generator<QuestionnaireItem> {
  for (const item of items) {
    yield item;
    yield* itemsOf(item.item);
  }
}

const ids = questionnaireIds(definitions);

test("there is a Questionnaire for the record and for each set, and none for anything else", () => {
  expect(ids).toEqual(["sle-record", "eular-acr-2019", "slicc-2012", "acr-1997", "slerpi"]);
  expect(questionnaire("nothing", definitions, "0.0.0")).toBeUndefined();
});

test.each(ids)("the Questionnaire %s is valid against the structure definitions of FHIR R4", (id) => {
  expect(problemsOf(made(id))).toEqual([]);
});

test("the validator notices what R4 forbids", () => {
  expect(problemsOf({ ...made("slerpi"), status: undefined })).not.toEqual([]);
  expect(problemsOf({ ...made("slerpi"), nonsense: 1 })).not.toEqual([]);
  expect(
    problemsOf({ ...made("slerpi"), item: [{ linkId: "a", type: "display", text: "x", required: true }] }),
  ).not.toEqual([]);
});

test.each(ids)("in %s every linkId and every variable has a name of its own", (id) => {
  const linkIds = [...itemsOf(made(id).item)].map(({ linkId }) => linkId);
  expect(new Set(linkIds).size).toBe(linkIds.length);
  const names = (made(id).extension ?? []).map(({ valueExpression }) => valueExpression?.name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]{0,63}$/);
});

test("a variable refers only to variables before it", () => {
  for (const id of ids) {
    const known = new Set(["resource"]);
    for (const { valueExpression } of made(id).extension ?? []) {
      for (const [, name = ""] of valueExpression?.expression?.matchAll(/%(\w+)/g) ?? []) {
        expect(known, `${id}: ${valueExpression?.name}`).toContain(name);
      }
      known.add(valueExpression?.name ?? "");
    }
  }
});

test("each set asks for the findings that it reads, under their own ids, with the four answers", () => {
  for (const set of definitions.sets) {
    const items = new Map([...itemsOf(made(set.id).item)].map((item) => [item.linkId, item]));
    for (const finding of findingsRead(set)) {
      const options = items.get(finding)?.answerOption?.map(({ valueCoding }) => valueCoding?.code);
      expect(options, finding).toEqual(["present", "absent", "unknown", "explained"]);
    }
  }
});

test("the statement stands first, as text to be shown", () => {
  for (const id of ids) expect(made(id).item?.[0]).toMatchObject({ type: "display", text: STATEMENT });
});

test("questions carry LOINC and SNOMED codes, and values their UCUM units", () => {
  const items = new Map([...itemsOf(made("sle-record").item)].map((item) => [item.linkId, item]));
  expect(items.get("test/platelets/value")?.code).toContainEqual({ system: "http://loinc.org", code: "777-3" });
  expect(items.get("discoid-lupus")?.code).toBeDefined();
  const units = items.get("test/platelets/value")?.extension?.map(({ valueCoding }) => valueCoding?.code);
  expect(units).toEqual(["10*9/L", "10*3/uL", "/uL", "/mm3"]);
});
