"use client";

import { definitions } from "../../../criteria/core.ts";
import type { CriteriaSet, FindingId } from "../../../criteria/types.ts";
import { cellText, comparison } from "../../../lib/explain/compare.ts";
import { decidingLines } from "../../../lib/explain/deciding.ts";
import { nameWithYear } from "../../../lib/explain/letter.ts";
import { inSentence } from "../../../lib/explain/values.ts";
import { verdictWords } from "../../../lib/explain/verdict.ts";
import type { SetResult } from "../../../lib/scoring/result.ts";
import { Ruler } from "../../_calculator/result/ruler.tsx";
import { reachedWords } from "../../_calculator/result/threshold-words.ts";
import type { Assessment } from "../../_store/assessment.ts";

/** How much a room sees: nothing of the result, the result, or what a change makes of it as well. */
export type Shown = "nothing" | "result" | "change";

interface Sets {
  readonly shown: Shown;
  readonly before: Assessment;
  readonly after: Assessment | undefined;
  readonly finding: FindingId | undefined;
}

/** Every set, side by side. */
export function SetsInRoom({ shown, before, after, finding }: Sets) {
  return (
    <ul className="room-sets">
      {definitions.sets.map((set) => {
        const now = before.result.results?.[set.id];
        const then = after?.result.results?.[set.id];
        return (
          <li key={set.id} className="room-set">
            <h3>{nameWithYear(set)}</h3>
            {shown === "nothing" || !now ? (
              <p className="room-verdict">Hidden</p>
            ) : (
              <Outcome title={then && "Now"} result={now} set={set} did={didIn(set, before, finding)} />
            )}
            {shown !== "nothing" && now && then && (
              <div className="room-after">
                {shown === "result" ? (
                  <>
                    <p>After the change</p>
                    <p className="room-verdict">Hidden</p>
                  </>
                ) : (
                  <Outcome title={titleOf(now, then, set)} result={then} set={set} did={didIn(set, after, finding)} />
                )}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface OutcomeParts {
  readonly title: string | undefined;
  readonly result: SetResult;
  readonly set: CriteriaSet;
  readonly did: string;
}

function Outcome({ title, result, set, did }: OutcomeParts) {
  return (
    <>
      {title && <p>{title}</p>}
      <p className="room-verdict">{verdictWords(result, set)}</p>
      <p>
        <strong>{result.score.value}</strong> {set.unit}, {reachedWords(result, set)}
        {result.entry === "not-met" && ", entry criterion not met"}
      </p>
      <Ruler result={result} set={set} large />
      {decidingLines(result).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {did && <p>{did}</p>}
    </>
  );
}

/** "After the change: another verdict", in words, since the number alone does not say it. */
function titleOf(now: SetResult, then: SetResult, set: CriteriaSet): string {
  if (verdictWords(now, set) !== verdictWords(then, set)) return "After: another verdict";
  return now.score.value === then.score.value ? "After: the same" : "After: the same verdict";
}

/** What the finding that is argued about does in a set: "Malar rash: +6". */
function didIn(set: CriteriaSet, { interpreted, result, record }: Assessment, finding: FindingId | undefined): string {
  if (!finding || !interpreted.facts || !result.results) return "";
  const rows = comparison(interpreted.facts, result.results, definitions, record.measurements);
  const cell = rows.find((row) => row.finding === finding)?.cells[set.id];
  return cell ? `${definitions.findings[finding].label}: ${cellText(cell, set, definitions)}` : "";
}

/** For those who listen: what a press has just shown. */
export function spoken(shown: Shown, before: Assessment, after: Assessment | undefined): string {
  const assessment = shown === "change" ? after : shown === "result" ? before : undefined;
  if (!assessment) return "The result is hidden.";
  const sets = definitions.sets.flatMap((set) => {
    const result = assessment.result.results?.[set.id];
    return result ? [`${set.short}: ${inSentence(verdictWords(result, set))}, ${result.score.value} ${set.unit}`] : [];
  });
  return `${shown === "change" ? "After the change. " : ""}${sets.join(". ")}.`;
}
