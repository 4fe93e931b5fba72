import type { PracticeCase } from "../../criteria/practice/types.ts";
import type { CriteriaSet, Definitions, FindingId } from "../../criteria/types.ts";
import { assess } from "../assess.ts";
import { byState, clauseReason, criterionById, criterionReason, topClauses } from "../explain/reasons.ts";
import { STATEMENT } from "../explain/statement.ts";
import { inSentence, writeExplanation } from "../explain/values.ts";
import { asStatement } from "../record/interpret.ts";
import { oneLine } from "../record/one-line.ts";
import { concerns, openInStory, recordOf, restWords, stagesOf } from "./case.ts";
import { defensibleWords, readingsOf } from "./defensible.ts";
import { keptPlanOf } from "./kept-plan.ts";
import { settledWords } from "./review.ts";
import type { SittingCase } from "./sitting.ts";
import { dictated, plainText } from "./story.ts";

/** One line of a key: what a set makes of a case. */
export interface KeyLine {
  readonly set: CriteriaSet;
  readonly total: number;
  readonly classified: boolean;
  /** Whether something that is not known could still change the verdict. */
  readonly open: boolean;
  readonly domains: readonly { readonly title: string; readonly points: number }[];
  /** Sentences on why the verdict is not what the score alone would give: the entry criterion, a route. */
  readonly because: readonly string[];
  /**
   * The rest of the reason: whether the verdict is settled, what the rule of the set came to, what counted and what not,
   * and which other readings are accepted.
   */
  readonly why: readonly string[];
}

/** What every set makes of a case. */
export function keyOf({ practiceCase }: SittingCase, definitions: Definitions): readonly KeyLine[] {
  const record = recordOf(practiceCase, definitions);
  const context = { definitions, measurements: record.measurements ?? [] };
  const { results } = assess(keptPlanOf(definitions), record);
  return definitions.sets.flatMap((set) => {
    const result = results?.[set.id];
    if (!result) return [];
    const domains = result.domains.flatMap(({ id, points }) => {
      const title = set.domains.find((domain) => domain.id === id)?.title;
      return points !== 0 && title !== undefined ? [{ title, points }] : [];
    });
    const classified = result.asAssessed === "classified";
    const { value, threshold, comparison } = result.score;
    const reached = comparison === ">=" ? value >= threshold : value > threshold;
    const clauses = topClauses(result.rule);
    const because =
      reached === classified
        ? []
        : clauses.filter(({ met }) => (met === "true") === classified).map((part) => clauseReason(part, set, context));
    const { counted, notCounted } = byState(result.domains);
    const title = (id: string) => criterionById(set, id)?.title ?? id;
    const why = [
      settledWords(result, set, definitions),
      ...clauses.map((part) => clauseReason(part, set, context)).filter((says) => !because.includes(says)),
      ...counted.map((one) => `${title(one.id)}, ${one.weight}: ${criterionReason(one, set, context)}`),
      ...notCounted.map((one) => `${title(one.id)} does not count: ${criterionReason(one, set, context)}`),
      ...defensibleWords(readingsOf(practiceCase, record, set, definitions)),
    ];
    return [{ set, total: value, classified, open: result.verdict === "undetermined", domains, because, why }];
  });
}

/**
 * What a case says, as its key reads it: what is present, absent, measured and left open, and what the rest is. From
 * these lines alone the record can be written down again.
 */
export function factsOf(practiceCase: PracticeCase, definitions: Definitions): readonly string[] {
  const { record } = practiceCase;
  const label = (finding: FindingId) => definitions.findings[finding].label;
  const stated = (Object.keys(definitions.findings) as FindingId[]).flatMap((finding) => {
    const given = record.findings?.[finding];
    return given === undefined ? [] : [{ finding, ...asStatement(given) }];
  });
  const present = stated
    .filter(({ status }) => status === "present")
    .map(({ finding, explainedBy, date }) => {
      const more = [date && `first seen ${date}`, explainedBy && `explained by ${writeExplanation(explainedBy)}`];
      return [label(finding), ...more.filter((part) => part !== undefined && part !== "")].join(", ");
    });
  const absent = stated.filter(({ status }) => status === "absent").map(({ finding }) => label(finding));
  const left = new Set([
    ...stated.filter(({ status }) => status === "unknown").map(({ finding }) => finding),
    ...openInStory(practiceCase, definitions),
  ]);
  const values = (record.measurements ?? []).map((one) => dictated(one, definitions));
  const lines = [
    ["Present", present],
    ["Measured", values],
    ["Absent", absent],
    ["Not known", [...left].map(label)],
  ] as const;
  return [
    ...lines.flatMap(([title, parts]) => (parts.length > 0 ? [`${title}: ${parts.join("; ")}.`] : [])),
    restWords(practiceCase),
  ];
}

/**
 * The notes of a case that speak of this set or of none, each with the finding that it is about: on paper and on a card
 * it stands alone.
 */
export function notesOf({ practiceCase: { notes }, set }: SittingCase, { findings }: Definitions): readonly string[] {
  return notes.filter((note) => concerns(note, set)).map(({ finding, says }) => `${findings[finding].label}: ${says}`);
}

/**
 * Tab-separated text that flashcard programs import, Anki among them: front, back and tags, with HTML line breaks.
 * A card travels alone: its front has all that a verdict rests on, its back the reason and what was read into the
 * story, and the statement.
 */
export function flashcards(cases: readonly SittingCase[], definitions: Definitions): string {
  const header = ["#separator:tab", "#html:true", "#columns:Front\tBack\tTags", "#tags column:3"];
  const lines = cases.map((one) => {
    const { practiceCase, set: setId } = one;
    const set = definitions.sets.find(({ id }) => id === setId);
    const story = stagesOf(practiceCase, definitions).map(({ segments }) => plainText(segments));
    const asked = `Score by ${set?.short ?? setId}.`;
    const front = [bold(practiceCase.title), ...[...story, restWords(practiceCase), asked].map(escaped)];
    const key = keyOf(one, definitions);
    const back = key
      .filter((line) => line.set.id === setId)
      .flatMap((line) => [bold(keySentence(line)), ...line.why.map(escaped)]);
    const others = key.filter((line) => line.set.id !== setId).map(keySentence);
    const rest = [...factsOf(practiceCase, definitions), ...notesOf(one, definitions), ...others, STATEMENT];
    const tags = ["sle", setId, `difficulty-${practiceCase.difficulty}`].join(" ");
    return [front.join("<br>"), [...back, ...rest.map(escaped)].join("<br>"), tags].join("\t");
  });
  return `${[...header, ...lines].join("\n")}\n`;
}

/**
 * "EULAR/ACR 2019: 10, classified (Renal 10).", with "as it stands" where the verdict is not settled, and with the
 * reason where the score alone would say otherwise.
 */
export function keySentence({ set, total, classified, open, domains, because }: KeyLine): string {
  const parts = domains.map(({ title, points }) => `${title} ${points}`).join(", ");
  const stands = inSentence(classified ? set.outcome.met : set.outcome.notMet);
  const verdict = open ? `cannot be said yet, as it stands ${stands}` : stands;
  return [`${set.short}: ${total}, ${verdict}${parts ? ` (${parts})` : ""}.`, ...because].join(" ");
}

function bold(text: string): string {
  return `<b>${escaped(text)}</b>`;
}

function escaped(text: string): string {
  return oneLine(text, Number.POSITIVE_INFINITY)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
