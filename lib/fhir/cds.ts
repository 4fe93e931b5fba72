import type { CriteriaSet, Definitions, LabTest } from "../../criteria/types.ts";
import { assessor } from "../assess.ts";
import { amountWords } from "../definition/vocabulary.ts";
import { criteriaOf } from "../definition/walk.ts";
import { otherReadingSentences } from "../explain/other-readings.ts";
import { STATEMENT } from "../explain/statement.ts";
import { list } from "../explain/values.ts";
import { EMPTY_RECORD } from "../record/edit.ts";
import type { SetResult } from "../scoring/result.ts";
import { withConfirmed } from "./import/confirm.ts";
import { importer } from "./import/import.ts";
import type { Convert } from "./import/report.ts";
import type { Json } from "./import/resources.ts";
import { object, text } from "./import/resources.ts";
import { SYSTEMS } from "./names.ts";

/** The one service, for the hook that fires when a patient's chart is opened. */
export const SERVICE = "sle-laboratory-values";

/** The name of the prefetched Observations. */
const PREFETCH = "observations";

/** What CDS Hooks 2.0 answers to a client that asks which services there are. */
export function services({ tests }: Definitions) {
  const codes = (Object.values(tests) as LabTest[]).flatMap(({ codes: own }) => own ?? []);
  const loinc = codes.filter(({ system }) => system === "loinc").map(({ code }) => `${SYSTEMS.loinc}|${code}`);
  return {
    services: [
      {
        hook: "patient-view",
        id: SERVICE,
        title: "SLE classification criteria: laboratory values",
        description: `Says which points the laboratory values in the chart already make. ${STATEMENT}`,
        usageRequirements: "Nothing that is sent is logged or kept.",
        prefetch: {
          [PREFETCH]: `Observation?patient={{context.patientId}}&status=final,amended,corrected&code=${loinc.join(",")}`,
        },
      },
    ],
  };
}

export interface Card {
  readonly summary: string;
  readonly detail: string;
  readonly indicator: "info";
  readonly source: { readonly label: string; readonly url: string };
  readonly links: readonly { readonly label: string; readonly url: string; readonly type: "absolute" | "smart" }[];
}

export type CdsAnswer =
  | { readonly kind: "cards"; readonly cards: readonly Card[] }
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "prefetch-missing"; readonly why: string }
  /** A unit has to be converted: ask again with a converter. */
  | { readonly kind: "needs-converter" };

/**
 * Answers a call of the service. Only laboratory values are counted: findings that a clinician has to see are unknown
 * here, so a card gives points and never a verdict. `origin` is where the app answers, `today` the last
 * day that a value can be of.
 */
export function cdsResponder(definitions: Definitions) {
  const read = importer(definitions);
  const assess = assessor(definitions);
  return (request: unknown, origin: string, convert?: Convert, today?: string): CdsAnswer => {
    const call = object(request);
    if (call?.["hook"] !== "patient-view" || text(object(call["context"])?.["patientId"]) === undefined) {
      return { kind: "unreadable", why: "Not a call of the hook patient-view with a patient in its context." };
    }
    const prefetched = object(call["prefetch"])?.[PREFETCH];
    // CDS Hooks sends null for a query that found nothing; one that failed is left out or is an OperationOutcome.
    if (prefetched === null) return { kind: "cards", cards: [] };
    const bundle = object(prefetched);
    if (bundle?.["resourceType"] !== "Bundle") {
      return {
        kind: "prefetch-missing",
        why: `The prefetch "${PREFETCH}" is missing, and this service asks no server.`,
      };
    }
    if (!Array.isArray(bundle["entry"]) || bundle["entry"].length === 0) return { kind: "cards", cards: [] };
    const report = read(bundle as Json, convert, today);
    const [issue] = report.issues;
    if (issue) return { kind: "unreadable", why: issue.message };
    if (report.needsConverter) return { kind: "needs-converter" };
    const values = report.proposals.filter(({ kind }) => kind === "measurement");
    const { results } = assess(withConfirmed(EMPTY_RECORD, values));
    const contributions = definitions.sets.flatMap((set) => {
      const said = contribution(set, results?.[set.id], definitions);
      return said ? [{ set, said }] : [];
    });
    const [first] = contributions;
    if (!first) return { kind: "cards", cards: [] };
    return {
      kind: "cards",
      cards: [
        card(
          contributions.map(({ said }) => said),
          values.length,
          origin,
        ),
      ],
    };
  };
}

function card(contributions: readonly string[], values: number, origin: string): Card {
  return {
    summary: "SLE classification criteria: what the laboratory values in this chart already count",
    detail: [
      ...contributions.map((one) => `- ${one}`),
      "",
      `From ${values} laboratory value${values === 1 ? "" : "s"} alone. Clinical findings are not in this count: they have to be confirmed by a clinician, and other explanations weighed.`,
      "",
      STATEMENT,
    ].join("\n"),
    indicator: "info",
    source: { label: "SLE classification criteria", url: origin },
    links: [
      { label: "Open with this patient's results", url: `${origin}/launch`, type: "smart" },
      { label: "Open empty", url: `${origin}/`, type: "absolute" },
    ],
  };
}

/** "EULAR/ACR 2019: 8 points: Thrombocytopenia (4) and ..."; undefined when no value counts in the set. */
function contribution(set: CriteriaSet, result: SetResult | undefined, definitions: Definitions): string | undefined {
  const counted = (result?.domains ?? []).flatMap(({ criteria }) =>
    criteria.filter(({ state }) => state === "counted"),
  );
  if (!result || counted.length === 0) return undefined;
  const titles = new Map([...criteriaOf(set)].map(({ criterion }) => [criterion.id, criterion.title]));
  const { value } = result.score;
  const named = counted.map(({ id, weight }) =>
    set.unit === "points" ? `${titles.get(id)} (${weight})` : `${titles.get(id)}`,
  );
  const said = `${set.short}: ${amountWords(value, set.unit)}: ${list(named)}`;
  return [said, ...otherReadingSentences(result, set, definitions)].join(". ");
}
