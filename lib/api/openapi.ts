import type { Definitions } from "../../criteria/types.ts";
import { STATEMENT } from "../explain/statement.ts";
import { z } from "../record/zod.ts";
import { components, type JsonSchema, recordJsonSchema, resultJsonSchema } from "./json-schema.ts";
import { OPERATIONS, type Operation, type Parameter } from "./operations.ts";
import { PROBLEMS, type ProblemKind } from "./problem.ts";
import { roundSchemas } from "./rounds.ts";

const PROMISE =
  "Nothing that is sent is logged, and nothing kept but the rooms of teaching rounds, and counts of feedback on cards. Any origin may call, but for rounds.";

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
      ...roundSchemas(definitions),
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
    RoomEvents: { type: "string", description: "Server-sent events; the data of a view is a RoomView." },
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
  const statuses = [...new Set(kinds.map((kind) => PROBLEMS[kind].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const titles = kinds.filter((kind) => PROBLEMS[kind].status === status).map((kind) => `${PROBLEMS[kind].title}.`);
      return [status, { description: titles.join(" "), content: content(schema, "application/problem+json") }];
    }),
  );
}

function parameterOf({ name, is: description, oneOf }: Parameter) {
  return oneOf
    ? { name, in: "query", required: false, description, schema: { type: "string", enum: oneOf } }
    : { name, in: "path", required: true, description, schema: { type: "string" } };
}

/** Whoever asks about a room proves a right to it: a program by a bearer token, a browser by the cookie of the room. */
const TOKENS = {
  RoomToken: { type: "http", scheme: "bearer", description: "The token of a voter or of a presenter of this room." },
  VoterCookie: { type: "apiKey", in: "cookie", name: "sle-voter", description: "Set by the door of the room." },
  PresenterCookie: { type: "apiKey", in: "cookie", name: "sle-presenter", description: "Set when the room is opened." },
} as const;

function securityOf(round: NonNullable<Operation["round"]>) {
  switch (round.token) {
    case "nobody's":
      return [];
    case "a voter's":
      return [{ RoomToken: [] }, { VoterCookie: [] }];
    case "a presenter's":
      return [{ RoomToken: [] }, { PresenterCookie: [] }];
    case "anybody's":
      return [{ RoomToken: [] }, { VoterCookie: [] }, { PresenterCookie: [] }];
  }
}

function operation({
  id,
  summary,
  detail,
  method,
  input,
  output,
  problems,
  parameters,
  round,
  changes,
  ...rest
}: Operation) {
  const { type = "application/json", status = 200 } = rest;
  return {
    operationId: id,
    summary,
    description: detail,
    ...(round && { security: securityOf(round) }),
    ...(parameters && { parameters: parameters.map(parameterOf) }),
    ...(input && { requestBody: { required: true, content: content(input, "application/json") } }),
    responses: {
      [status]: { description: summary, ...(output && { content: content(output, type) }) },
      ...(method === "get" &&
        !round &&
        !changes && { 304: { description: "Nothing changed since the answer with this ETag." } }),
      ...refusals(problems, method === "post" && !round ? "Refusal" : "Problem"),
    },
  };
}

function paths() {
  const all = [...new Set(OPERATIONS.map(({ path }) => path))];
  return Object.fromEntries(
    all.map((path) => {
      const here = OPERATIONS.filter((one) => one.path === path);
      return [path, Object.fromEntries(here.map((one) => [one.method, operation(one)]))];
    }),
  );
}

/** The OpenAPI 3.1 document of the HTTP interface, from the schemas that read records and the list of operations. */
export function openApi(definitions: Definitions, version: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "SLE classification criteria",
      version,
      summary: "Applies the published classification criteria for systemic lupus erythematosus to one record.",
      description: `${STATEMENT} ${PROMISE}`,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "The server that this document came from" }],
    security: [],
    paths: paths(),
    components: { schemas: schemas(definitions), securitySchemes: TOKENS },
  };
}
