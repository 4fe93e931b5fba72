import type { PracticeMaterial } from "../../criteria/practice/types.ts";
import type { CriteriaSet, SleRecord } from "../../criteria/types.ts";
import { interpret } from "../record/interpret.ts";
import { error, firstFound, hasError, type Issue, shown } from "../record/issues.ts";
import { parseJson, parseRecord, type RecordFormat } from "../record/parse.ts";
import { isObject } from "../record/plain-object.ts";
import type { Verdict } from "../scoring/result.ts";
import { misreadingsOf } from "./derived.ts";
import { explanationSentence } from "./explained.ts";
import { keptPlanOf } from "./kept-plan.ts";
import { type Claim, recognize } from "./recognize.ts";

/** The explanations of an answer, the likeliest first, or what is wrong with the question. */
export type Explained =
  | {
      readonly format: "sle-misreading/1";
      readonly explanations: readonly { readonly misreadings: readonly string[]; readonly text: string }[];
    }
  | { readonly format: "sle-misreading/1"; readonly issues: readonly Issue[] };

const FORMAT = "sle-misreading/1";

/** More explanations than these tell nobody which mistake it was. */
const MOST_EXPLANATIONS = 10;

/** Whoever asks which misreading gives an answer: by what set, of which patient, and what the answer is. */
interface AskedClaim {
  readonly set: CriteriaSet;
  readonly record: SleRecord;
  readonly claim: Claim;
}

export interface ClaimFormat {
  readonly record: RecordFormat;
  readonly material: Pick<PracticeMaterial, "misreadings" | "derivation">;
  /** The last day on which anything can have been seen or measured, as YYYY-MM-DD. */
  readonly today: string;
}

/** Reads a question as JSON text, `{"set", "record", "total", "points"?, "verdict"?}`, and answers it. */
export function explainText(text: string, format: ClaimFormat): Explained {
  const json = parseJson(text);
  if ("issue" in json) return refusedClaim([json.issue]);
  const read = readClaim(json.value, format);
  return "issues" in read ? refusedClaim(read.issues) : explain(read, format);
}

/** The answer to a question that could not be read. */
export function refusedClaim(issues: readonly Issue[]): Explained {
  return { format: FORMAT, issues: firstFound(issues) };
}

function explain({ set, record, claim }: AskedClaim, { record: { definitions }, material }: ClaimFormat): Explained {
  const misreadings = misreadingsOf(set, definitions, material);
  const found = recognize(claim, record, set, definitions, misreadings, material.derivation.priors);
  const explanations = (found?.explanations ?? []).slice(0, MOST_EXPLANATIONS).map((explanation) => ({
    misreadings: explanation.misreadings.map(({ id }) => id),
    text: explanationSentence(explanation),
  }));
  return { format: FORMAT, explanations };
}

type Read<T> = T | { readonly issues: readonly Issue[] };

const KEYS = ["set", "record", "total", "points", "verdict"];

function readClaim(input: unknown, format: ClaimFormat): Read<AskedClaim> {
  const { definitions } = format.record;
  if (!isObject(input)) {
    return {
      issues: [error("malformed", "", `Read ${shown(input)}; accepted: an object with set, record and total.`)],
    };
  }
  const { set: setId, record, total, points, verdict } = input as Readonly<Record<string, unknown>>;
  const set = definitions.sets.find(({ id }) => id === setId);
  const parsed = parseRecord(format.record, record);
  const inRecord = parsed.record
    ? interpret(keptPlanOf(definitions).record, parsed.record, format.today).issues
    : parsed.issues;
  const issues: Issue[] = [
    ...Object.keys(input)
      .filter((key) => !KEYS.includes(key))
      .map((key) => error("malformed", key, `There is no ${shown(key)} here; accepted: ${KEYS.join(", ")}.`)),
    ...(set
      ? []
      : [
          error(
            "malformed",
            "set",
            `Read ${shown(setId)}; accepted: ${definitions.sets.map(({ id }) => id).join(", ")}.`,
          ),
        ]),
    ...(record === undefined
      ? [error("malformed", "record", "There is no record; accepted: one sle-record/1.")]
      : inRecord.filter(({ severity }) => severity === "error").map(placedInRecord)),
    ...(isNumber(total) ? [] : [error("not-a-number", "total", `Read ${shown(total)}; accepted: a number.`)]),
    ...(set ? pointsIssues(points, set) : []),
    ...(verdict === undefined || isVerdict(verdict)
      ? []
      : [error("malformed", "verdict", `Read ${shown(verdict)}; accepted: ${VERDICTS.join(", ")}.`)]),
  ];
  if (!set || !parsed.record || !isNumber(total) || hasError(issues)) return { issues };
  const claim: Claim = {
    total,
    ...(isObject(points) && { domains: points as Readonly<Record<string, number>> }),
    ...(isVerdict(verdict) &&
      (verdict === "undetermined" ? { undetermined: true } : { classified: verdict === "classified" })),
  };
  return { set, record: parsed.record, claim };
}

/** A mistake in the record, placed in the question that holds it. */
function placedInRecord(issue: Issue): Issue {
  const place = (path: string) => (path === "" ? "record" : `record.${path}`);
  return { ...issue, path: place(issue.path), ...(issue.related && { related: issue.related.map(place) }) };
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

const VERDICTS: readonly Verdict[] = ["classified", "not-classified", "undetermined"];

const isVerdict = (value: unknown): value is Verdict => VERDICTS.some((verdict) => verdict === value);

function pointsIssues(points: unknown, { short, domains }: CriteriaSet): readonly Issue[] {
  if (points === undefined) return [];
  if (!isObject(points)) {
    return [error("malformed", "points", `Read ${shown(points)}; accepted: an object of numbers by domain id.`)];
  }
  const ids = domains.map(({ id }) => id);
  return Object.entries(points).flatMap(([id, value]) => {
    if (!ids.includes(id)) {
      return [error("malformed", `points.${id}`, `${short} has no domain ${shown(id)}; accepted: ${ids.join(", ")}.`)];
    }
    if (isNumber(value)) return [];
    return [error("not-a-number", `points.${id}`, `Read ${shown(value)}; accepted: a number.`)];
  });
}
