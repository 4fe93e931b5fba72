import type { CriteriaSet, Definitions } from "../../criteria/types.ts";
import { clauseReason, topClauses } from "../explain/reasons.ts";
import { STATEMENT } from "../explain/statement.ts";
import { inSentence } from "../explain/values.ts";
import { recordOf, stagesOf } from "./case.ts";
import { engineOf } from "./engine.ts";
import type { SittingCase } from "./sitting.ts";
import { plainText } from "./story.ts";

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
}

/** What every set makes of a case. */
export function keyOf({ practiceCase }: SittingCase, definitions: Definitions): readonly KeyLine[] {
  const record = recordOf(practiceCase, definitions);
  const context = { definitions, measurements: record.measurements ?? [] };
  const { results } = engineOf(definitions).assess(record);
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
    const because =
      reached === classified
        ? []
        : topClauses(result.rule)
            .filter(({ met }) => (met === "true") === classified)
            .map((part) => clauseReason(part, set, context));
    return [{ set, total: value, classified, open: result.verdict === "undetermined", domains, because }];
  });
}

/**
 * Tab-separated text that flashcard programs import, Anki among them: front, back and tags, with HTML line breaks.
 * The statement stands on the back of every card, because a card travels alone.
 */
export function flashcards(cases: readonly SittingCase[], definitions: Definitions): string {
  const header = ["#separator:tab", "#html:true", "#columns:Front\tBack\tTags", "#tags column:3"];
  const lines = cases.map((one) => {
    const { practiceCase, set: setId } = one;
    const set = definitions.sets.find(({ id }) => id === setId);
    const story = stagesOf(practiceCase, definitions).map(({ segments }) => escaped(plainText(segments)));
    const front = [`<b>${escaped(practiceCase.title)}</b>`, ...story, `Score by ${escaped(set?.short ?? setId)}.`];
    const key = keyOf(one, definitions).map((line) => escaped(keySentence(line)));
    const notes = practiceCase.notes.map(({ says }) => escaped(says));
    const tags = ["sle", setId, `difficulty-${practiceCase.difficulty}`].join(" ");
    return [front.join("<br>"), [...key, ...notes, escaped(STATEMENT)].join("<br>"), tags].join("\t");
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

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/\s/g, " ");
}
