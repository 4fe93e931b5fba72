import type { Definitions } from "../../criteria/types.ts";
import { STATEMENT } from "../explain/statement.ts";
import { z } from "../record/zod.ts";
import { components, type JsonSchema, recordJsonSchema, resultJsonSchema } from "./json-schema.ts";
import { OPERATIONS, type Operation } from "./operations.ts";
import { PROBLEMS, type ProblemKind } from "./problem.ts";

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const problemSchema = z.object({
  type: z.string().meta({ description: "Where the problem is explained, relative to this server" }),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
});

const setList = z.object({
  statement: z.string(),
  sets: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      short: z.string(),
      year: z.int(),
      rule: z.string(),
      unit: z.enum(["points", "criteria"]),
      definition: z.string().meta({ description: "Path of the whole set" }),
      questionnaire: z.string().meta({ description: "Path of the set as a FHIR R4 Questionnaire" }),
    }),
  ),
});

const plain = (description: string): JsonSchema => ({ type: "object", description, additionalProperties: true });

function schemas(definitions: Definitions): Readonly<Record<string, unknown>> {
  return {
    ...components({
      Record: recordJsonSchema(definitions),
      Result: resultJsonSchema(definitions),
      Problem: z.toJSONSchema(problemSchema),
      SetList: z.toJSONSchema(setList),
    }),
    Refusal: {
      description: "A problem, with the members of a result beside its own: the issues say what is wrong and where.",
      allOf: [
        reference("Problem"),
        {
          type: "object",
          properties: {
            format: { type: "string", const: "sle-result/1" },
            statement: { type: "string" },
            app: reference("Identity"),
            issues: { type: "array", items: reference("Issue"), minItems: 1 },
            notices: { type: "array", items: reference("RecordNotice") },
          },
          required: ["format", "statement", "issues", "notices"],
        },
      ],
    },
    CriteriaSet: plain("A criteria set as data: domains, criteria, weights, conditions, classification rule, sources."),
    Findings: plain("Findings, tests, groups, implications and assumptions as data, each under its id."),
    FhirResource: plain("A FHIR R4 resource."),
    CdsServices: plain("The discovery document of CDS Hooks 2.0."),
    CdsRequest: plain("A call of a CDS Hooks 2.0 service: hook, hookInstance, context and prefetch."),
    CdsCards: plain("Cards of CDS Hooks 2.0, each with a uuid, a topic and reasons to put it aside."),
    CdsFeedback: plain("Feedback of CDS Hooks 2.0: a list `feedback` of cards with their outcomes."),
    CdsFeedbackCounts: plain("How often cards were accepted and overridden, and for which of the offered reasons."),
    JsonSchema: plain("A JSON Schema of draft 2020-12."),
  };
}

function content(schema: string, type: string) {
  return { [type]: { schema: reference(schema) } };
}

function refusals(kinds: readonly ProblemKind[], schema: string): Record<string, unknown> {
  return Object.fromEntries(
    kinds.map((kind) => {
      const { status, title } = PROBLEMS[kind];
      return [status, { description: `${title}.`, content: content(schema, "application/problem+json") }];
    }),
  );
}

function operation({ id, summary, detail, method, input, output, type, problems, parameter, changes }: Operation) {
  return {
    operationId: id,
    summary,
    description: detail,
    ...(parameter && {
      parameters: [
        { name: parameter.name, in: "path", required: true, description: parameter.is, schema: { type: "string" } },
      ],
    }),
    ...(input && { requestBody: { required: true, content: content(input, "application/json") } }),
    responses: {
      200: { description: summary, content: content(output, type ?? "application/json") },
      ...(method === "get" && !changes && { 304: { description: "Nothing changed since the answer with this ETag." } }),
      ...refusals(problems, method === "post" ? "Refusal" : "Problem"),
    },
  };
}

/** The OpenAPI 3.1 document of the HTTP interface, from the schemas that read records and the list of operations. */
export function openApi(definitions: Definitions, version: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "SLE classification criteria",
      version,
      summary: "Applies the published classification criteria for systemic lupus erythematosus to one record.",
      description: `${STATEMENT} Nothing that is sent is logged or kept, but that feedback on cards is counted. Any origin may call.`,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "The server that this document came from" }],
    security: [],
    paths: Object.fromEntries(
      [...Map.groupBy(OPERATIONS, ({ path }) => path)].map(([path, ones]) => [
        path,
        Object.fromEntries(ones.map((one) => [one.method, operation(one)])),
      ]),
    ),
    components: { schemas: schemas(definitions) },
  };
}
