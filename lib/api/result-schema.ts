import type { Definitions } from "../../criteria/types.ts";
import { CAUSES } from "../record/causes.ts";
import { z } from "../record/zod.ts";

const TRUTH = z.enum(["true", "false", "unknown"]);
const COMPARISON = z.enum([">=", ">"]);
const GROUP = z.enum(["clinical", "immunologic"]);
const CAUSE = z.enum(CAUSES);

const ISSUE_CODES = [
  "contradiction",
  "unknown-finding",
  "unknown-test",
  "unaccepted-unit",
  "implausible-value",
  "not-a-number",
  "bad-date",
  "malformed",
  "explanation-without-finding",
  "doubtful-limit",
] as const;

const issue = z
  .strictObject({
    severity: z.enum(["error", "warning"]),
    code: z.enum(ISSUE_CODES),
    path: z.string().meta({ description: "Dotted path into the record; empty for the whole" }),
    related: z.array(z.string()).optional(),
    message: z.string().meta({ description: "What was read, and what would be accepted" }),
  })
  .meta({ id: "Issue" });

const recordNotice = z
  .strictObject({
    code: z.enum(["needs-another-occasion", "unit-convention", "assumed", "explained-elsewhere"]),
    finding: z.string(),
    message: z.string(),
  })
  .meta({ id: "RecordNotice" });

const identity = z
  .strictObject({
    version: z.string().meta({ description: "Of the app" }),
    definitions: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .meta({ description: "Hash of the criteria definitions that decide the results" }),
  })
  .meta({ id: "Identity", description: "Which app and which definitions made a result" });

/** The condition of a criterion, decorated with what the record made of each part. */
function traceSchema(finding: z.ZodType<string>) {
  const origin = z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("not-answered") }),
      z.strictObject({ kind: z.literal("stated") }),
      z.strictObject({ kind: z.literal("measured"), by: z.array(z.int().min(0)) }),
      z.strictObject({ kind: z.literal("implied"), by: finding }),
      z.strictObject({ kind: z.literal("assumed"), by: finding, why: z.string() }),
    ])
    .meta({ id: "Origin", description: "Where an answer comes from; measured by: positions in the measurements" });
  const leaf = z.strictObject({
    kind: z.enum(["present", "recorded"]),
    finding,
    truth: TRUTH,
    status: z.enum(["present", "absent", "unknown"]),
    origin,
    explainedBy: z.strictObject({ cause: CAUSE, text: z.string().optional() }).optional(),
    explainedAway: z.literal(true).optional(),
  });
  const trace: z.ZodType = z
    .lazy(() =>
      z.union([
        leaf,
        z.strictObject({ kind: z.enum(["all", "any"]), truth: TRUTH, of: z.array(trace) }),
        z.strictObject({ kind: z.literal("atLeast"), count: z.int().min(1), truth: TRUTH, of: z.array(trace) }),
        z.strictObject({ kind: z.literal("not"), truth: TRUTH, of: trace }),
      ]),
    )
    .meta({ id: "Trace" });
  return trace;
}

function clauseSchema(trace: z.ZodType) {
  const met = TRUTH;
  const clause: z.ZodType = z
    .lazy(() =>
      z.union([
        z.strictObject({ kind: z.literal("entry"), met, trace }),
        z.strictObject({
          kind: z.literal("score"),
          met,
          comparison: COMPARISON,
          threshold: z.number(),
          value: z.number(),
        }),
        z.strictObject({ kind: z.literal("criteria"), met, count: z.int(), group: GROUP, found: z.int().min(0) }),
        z.strictObject({ kind: z.literal("route"), met, title: z.string(), trace }),
        z.strictObject({ kind: z.enum(["allOf", "anyOf"]), met, of: z.array(clause) }),
      ]),
    )
    .meta({ id: "Clause", description: "A part of the classification rule, and whether the record meets it" });
  return clause;
}

/**
 * The shape of a result, `sle-result/1`, for these definitions. The engine is not checked with it at run time;
 * it says to other programs what `assess` returns, and tests hold the two together.
 */
export function resultSchema({ findings, sets }: Pick<Definitions, "findings" | "sets">) {
  const finding = z.enum(Object.keys(findings)).meta({ id: "FindingId" });
  const trace = traceSchema(finding);
  const criterion = z
    .strictObject({
      id: z.string(),
      weight: z.number(),
      state: z.enum(["counted", "outranked", "explained", "excluded", "not-met", "unknown"]),
      outrankedBy: z.string().optional(),
      trace,
    })
    .meta({ id: "CriterionResult" });
  const domain = z
    .strictObject({ id: z.string(), group: GROUP, points: z.number(), criteria: z.array(criterion) })
    .meta({ id: "DomainResult" });
  const score = z
    .strictObject({
      value: z.number().meta({ description: "Goes with asAssessed" }),
      lower: z.number(),
      upper: z.number(),
      threshold: z.number(),
      comparison: COMPARISON,
    })
    .meta({ id: "Score", description: "Lower and upper: exact, over every way of answering the unknown findings" });
  const set = z
    .strictObject({
      verdict: z.enum(["classified", "not-classified", "undetermined"]),
      asAssessed: z.enum(["classified", "not-classified"]),
      score,
      entry: z.enum(["met", "not-met", "unknown", "none"]),
      domains: z.array(domain),
      rule: clauseSchema(trace),
      open: z.array(finding).meta({ description: "Unknown findings that can still change the verdict" }),
      notices: z.array(
        z.strictObject({
          code: z.string(),
          finding: finding.optional(),
          decides: z
            .literal(true)
            .optional()
            .meta({ description: "Without this finding the outcome as assessed would be the other one" }),
          decidesWith: z
            .array(finding)
            .min(1)
            .optional()
            .meta({ description: "As decides, for this finding together with these" }),
          message: z.string(),
        }),
      ),
      otherReadings: z
        .array(
          z.strictObject({
            code: z.enum(["unit-convention", "explained-subtraction"]),
            finding,
            value: z.number(),
            asAssessed: z.enum(["classified", "not-classified"]),
          }),
        )
        .optional()
        .meta({ description: "Only where an item can be read in another defensible way that gives another result" }),
    })
    .meta({ id: "SetResult" });
  const bySet = Object.fromEntries(sets.map(({ id }) => [id, set]));
  return z.strictObject({
    format: z.literal("sle-result/1"),
    statement: z.string(),
    app: identity.optional(),
    issues: z.array(issue),
    results: z.strictObject(bySet).optional().meta({ description: "By set id. Withheld when an issue is an error." }),
    notices: z.array(recordNotice),
  });
}
