import type {
  Extension,
  Quantity,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
} from "@medplum/fhirtypes";
import type { Definitions, FindingId, Measurement, SleRecord, Statement, TestId } from "../../criteria/types.ts";
import { asStatement } from "../record/interpret.ts";
import { LIMIT_NAMES } from "../record/limit-names.ts";
import { acceptedUnit } from "../record/units.ts";
import { ANSWERS, CAUSES, COMPARATORS, EXTENSIONS, LINK, METHODS, questionnaireUrl, RECORD_ID, UCUM } from "./names.ts";
import { type Scope, scopeOf } from "./scope.ts";

/**
 * A record as a QuestionnaireResponse. To the combined Questionnaire nothing is lost: `readResponse` gives the record
 * back in its shortest form. To the Questionnaire of a set, only what it asks is written. Findings and measurements
 * stand in the order of the Questionnaire, as FHIR asks; an extension keeps each measurement's position in the record.
 *
 * `to` is the id of a Questionnaire, the combined one unless said. `authored` is the moment of writing, as an ISO date
 * and time, where the caller knows one.
 */
export function response(
  record: SleRecord,
  definitions: Definitions,
  version: string,
  { to = RECORD_ID, authored }: { readonly to?: string; readonly authored?: string } = {},
): QuestionnaireResponse {
  const scope = scopeOf(to, definitions);
  if (!scope) throw new Error(`there is no Questionnaire ${to}`);
  const label = record.label === undefined ? [] : [textItem(LINK.label, record.label)];
  const measurements = measurementItems(record.measurements ?? [], scope, definitions);
  return {
    resourceType: "QuestionnaireResponse",
    questionnaire: `${questionnaireUrl(to)}|${version}`,
    // What is not known is a valid answer, so no record is ever in progress.
    status: "completed",
    ...(authored && { authored }),
    item: [
      ...label,
      ...findingItems(record, scope, definitions),
      ...(measurements.length > 0 ? [{ linkId: LINK.measurements, item: measurements }] : []),
    ],
  };
}

function findingItems(record: SleRecord, scope: Scope, { findings }: Definitions): QuestionnaireResponseItem[] {
  const answered = scope.findings.filter((id) => record.findings?.[id] !== undefined);
  const inGroups = Map.groupBy(answered, (id) => findings[id].group);
  return [...inGroups].map(([group, ids]) => ({
    linkId: LINK.group(group),
    item: ids.map((id) => findingAnswer(id, asStatement(record.findings?.[id]))),
  }));
}

function findingAnswer(id: FindingId, statement: Statement): QuestionnaireResponseItem {
  const { status, explainedBy, date, note } = statement;
  const code = explainedBy && status === "present" ? "explained" : status;
  const item: QuestionnaireResponseItem[] = [];
  if (explainedBy && code === "explained") {
    const { cause, text } = explainedBy;
    item.push({
      linkId: LINK.part(id, "cause"),
      answer: [{ valueCoding: { system: CAUSES, code: cause } }],
    });
    if (text !== undefined) item.push(textItem(LINK.part(id, "explanation"), text));
  }
  if (date !== undefined) item.push({ linkId: LINK.part(id, "date"), answer: [{ valueDate: date }] });
  if (note !== undefined) item.push(textItem(LINK.part(id, "note"), note));
  const idle = explainedBy && code !== "explained" ? [idleExplanation(explainedBy)] : [];
  return {
    linkId: id,
    answer: [
      {
        ...(idle.length > 0 && { extension: idle }),
        valueCoding: { system: ANSWERS, code },
        ...(item.length > 0 && { item }),
      },
    ],
  };
}

function idleExplanation({ cause, text }: NonNullable<Statement["explainedBy"]>): Extension {
  return {
    url: EXTENSIONS.idleExplanation,
    extension: [
      { url: "cause", valueCode: cause },
      ...(text === undefined ? [] : [{ url: "text", ...textValue(text) }]),
    ],
  };
}

/** A text as FHIR takes it. An empty one, which a FHIR string cannot be, is an element with an extension instead. */
function textValue(text: string): Pick<QuestionnaireResponseItemAnswer, "valueString"> {
  if (text !== "") return { valueString: text };
  const element = { _valueString: { extension: [{ url: EXTENSIONS.emptyText, valueBoolean: true }] } };
  return element as Pick<QuestionnaireResponseItemAnswer, "valueString">;
}

function textItem(linkId: string, text: string): QuestionnaireResponseItem {
  return { linkId, answer: [textValue(text)] };
}

function measurementItems(
  measurements: readonly Measurement[],
  scope: Scope,
  { tests }: Definitions,
): QuestionnaireResponseItem[] {
  const numbered = measurements.map((measurement, position) => ({ measurement, position }));
  return scope.tests.flatMap((id) =>
    numbered
      .filter(({ measurement }) => measurement.test === id)
      .map(({ measurement, position }) => measurementItem(measurement, position, tests[id])),
  );
}

function measurementItem(
  { test, value, unit, comparator, date, method, ...limits }: Measurement,
  position: number,
  labTest: Definitions["tests"][TestId],
): QuestionnaireResponseItem {
  const part = (name: string, answer: QuestionnaireResponseItemAnswer) => ({
    linkId: LINK.part(LINK.test(test), name),
    answer: [answer],
  });
  const item = [
    part("value", {
      valueQuantity: {
        value,
        ...(comparator && { comparator }),
        ...unitParts(unit, labTest),
      },
    }),
    // A second time as an answer of its own, because some form renderers leave out a quantity's comparator.
    ...(comparator ? [part("comparator", { valueCoding: { system: COMPARATORS, code: comparator } })] : []),
    ...(date === undefined ? [] : [part("date", { valueDate: date })]),
    ...LIMIT_NAMES.flatMap((name) => {
      const limit = limits[name];
      return limit === undefined ? [] : [part(name, { valueDecimal: limit })];
    }),
    ...(method === undefined ? [] : [part("method", methodAnswer(method, labTest))]),
  ];
  return { extension: [{ url: EXTENSIONS.position, valueInteger: position }], linkId: LINK.test(test), item };
}

/** A unit that the test does not accept is kept as text: nothing says that it is UCUM. */
function unitParts(unit: string, test: Definitions["tests"][TestId]): Quantity {
  const accepted = acceptedUnit(test, unit);
  if (accepted) return { unit: accepted.label, system: UCUM, code: unit };
  return unit === "" ? {} : { unit };
}

function methodAnswer(method: string, { methods }: Definitions["tests"][TestId]): QuestionnaireResponseItemAnswer {
  const listed = methods?.some(({ id }) => id === method);
  return listed ? { valueCoding: { system: METHODS, code: method } } : textValue(method);
}
