import type { ProblemKind } from "./problem.ts";

/** One address of the HTTP interface, as the OpenAPI document and the page for developers describe it. */
export interface Operation {
  readonly id: string;
  readonly method: "get" | "post";
  readonly path: string;
  readonly summary: string;
  readonly detail: string;
  /** Names of schemas in the OpenAPI document. */
  readonly input?: string;
  readonly output: string;
  /** Media type of the answer; JSON unless said. */
  readonly type?: string;
  readonly parameter?: { readonly name: string; readonly is: string };
  readonly problems: readonly ProblemKind[];
  /** True for what is another answer each time that it is asked for, and is not to be kept. */
  readonly changes?: true;
}

const KEPT = "Changes only with a release: carries an ETag, and may be kept for five minutes.";

/** Every address, in the order in which a reader meets them. */
export const OPERATIONS: readonly Operation[] = [
  {
    id: "score",
    method: "post",
    path: "/api/v1/score",
    summary: "The result of every criteria set for one record",
    detail:
      "Takes one record, at most 1 MB of JSON in UTF-8. A finding that is not listed is unknown. " +
      "Answers with the same bytes as the command line. When the record has an error, the results are withheld and " +
      "the issues say what was read, where, and what would be accepted.",
    input: "Record",
    output: "Result",
    problems: ["record-not-readable", "body-too-slow", "body-too-large", "media-type"],
  },
  {
    id: "listSets",
    method: "get",
    path: "/api/v1/sets",
    summary: "The criteria sets",
    detail: KEPT,
    output: "SetList",
    problems: ["method-not-allowed"],
  },
  {
    id: "getSet",
    method: "get",
    path: "/api/v1/sets/{id}",
    summary: "One criteria set as data",
    detail: KEPT,
    parameter: { name: "id", is: "The id of a set, as the list of sets gives it" },
    output: "CriteriaSet",
    problems: ["not-found"],
  },
  {
    id: "listFindings",
    method: "get",
    path: "/api/v1/findings",
    summary: "Findings and tests that a record can hold, and which sets read them",
    detail: KEPT,
    output: "Findings",
    problems: ["method-not-allowed"],
  },
  {
    id: "getQuestionnaire",
    method: "get",
    path: "/api/v1/fhir/Questionnaire/{id}",
    summary: "A set, or the whole record, as a FHIR R4 Questionnaire that computes its score",
    detail:
      "Questions are linked by the ids of findings and carry LOINC and SNOMED CT codes. The score, with what is not " +
      `known counted as not met, is FHIRPath in the extensions of Structured Data Capture. ${KEPT}`,
    parameter: { name: "id", is: "The id of a set, or sle-record for everything that a record can hold" },
    output: "FhirResource",
    type: "application/fhir+json",
    problems: ["not-found"],
  },
  {
    id: "listCdsServices",
    method: "get",
    path: "/api/v1/cds-services",
    summary: "The CDS Hooks services",
    detail: `Discovery of CDS Hooks 2.0. ${KEPT}`,
    output: "CdsServices",
    problems: ["method-not-allowed"],
  },
  {
    id: "callCdsService",
    method: "post",
    path: "/api/v1/cds-services/{id}",
    summary: "What the laboratory values of a chart already count",
    detail:
      "A call of the hook patient-view, with the Observations prefetched, at most 5 MB. Cards give the points that " +
      "laboratory values make on their own. They never give a verdict: clinical findings are a clinician's to confirm. " +
      "They say what was left out, what could not be read and that there is a further page, also where nothing counts.",
    parameter: { name: "id", is: "The id of a service, as discovery gives it" },
    input: "CdsRequest",
    output: "CdsCards",
    problems: ["hook-not-readable", "not-found", "prefetch-missing", "body-too-slow", "body-too-large", "media-type"],
  },
  {
    id: "countCdsFeedback",
    method: "post",
    path: "/api/v1/cds-services/{id}/feedback",
    summary: "Feedback on cards",
    detail:
      "Feedback of CDS Hooks 2.0 on at most 1,000 cards. Counted by outcome and by the reason offered in the card; " +
      "nothing else of it is kept. Answers with the counts since the server was started.",
    parameter: { name: "id", is: "The id of a service, as discovery gives it" },
    input: "CdsFeedback",
    output: "CdsFeedbackCounts",
    problems: ["feedback-not-readable", "not-found", "body-too-slow", "body-too-large", "media-type"],
  },
  {
    id: "getCdsFeedback",
    method: "get",
    path: "/api/v1/cds-services/{id}/feedback",
    summary: "How often cards were followed or put aside",
    detail: "Counts since the server was started, by outcome and by the reason offered in the card.",
    parameter: { name: "id", is: "The id of a service, as discovery gives it" },
    output: "CdsFeedbackCounts",
    problems: ["not-found"],
    changes: true,
  },
  {
    id: "recordSchema",
    method: "get",
    path: "/api/v1/schema/record",
    summary: "JSON Schema of a record, sle-record/1",
    detail: KEPT,
    output: "JsonSchema",
    type: "application/schema+json",
    problems: ["method-not-allowed"],
  },
  {
    id: "resultSchema",
    method: "get",
    path: "/api/v1/schema/result",
    summary: "JSON Schema of a result, sle-result/1",
    detail: KEPT,
    output: "JsonSchema",
    type: "application/schema+json",
    problems: ["method-not-allowed"],
  },
  {
    id: "openApi",
    method: "get",
    path: "/api/v1/openapi.json",
    summary: "This interface as an OpenAPI 3.1 document",
    detail: KEPT,
    output: "JsonSchema",
    problems: ["method-not-allowed"],
  },
];
