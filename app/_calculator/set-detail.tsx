"use client";

import { definitions } from "../../criteria/index.ts";
import type { CriteriaSet, FindingId } from "../../criteria/types.ts";
import { byState, clauseReason, criterionById, criterionReason } from "../../lib/explain/reasons.ts";
import type { Context } from "../../lib/explain/values.ts";
import type { ClauseResult, CriterionResult, SetResult } from "../../lib/scoring/result.ts";
import { CrossMark, QuestionMark, TickMark } from "../_components/marks.tsx";
import { useAssessment } from "../_store/use-record.ts";
import { goToFinding, useView } from "../_store/view-store.ts";
import { setById } from "./readers.ts";
import { contextOf } from "./result-context.ts";
import { Ruler } from "./ruler.tsx";
import { verdictWords } from "./verdict-words.ts";

/** The opened set: its score against the threshold, and the reason for every item counted and not counted. */
export function SetDetail() {
  const set = setById(useView((view) => view.set));
  const { record, result } = useAssessment((assessment) => assessment);
  const of = set && result.results?.[set.id];
  if (!set || !of) return null;
  const context = contextOf(record);
  const { counted, notCounted, notMet } = byState(of.domains);
  return (
    <section aria-labelledby="opened-set">
      <h3 id="opened-set" className="text-heading font-semibold">
        {set.short}
      </h3>
      <Score result={of} set={set} />
      <Rule result={of} set={set} context={context} />
      <Items title="Counted" items={counted} set={set} context={context} />
      <Items title="Not counted, and why" items={notCounted} set={set} context={context} />
      <Open findings={of.open} />
      <Items title="Not met" items={notMet} set={set} context={context} />
      {of.notices.length > 0 && (
        <Part title="To keep in mind">
          {of.notices.map((notice) => (
            <li key={`${notice.code} ${notice.finding ?? ""}`}>{notice.message}</li>
          ))}
        </Part>
      )}
    </section>
  );
}

function Score({ result, set }: { result: SetResult; set: CriteriaSet }) {
  return (
    <div className="mt-2">
      <p className="flex items-baseline gap-3">
        <span className="text-display font-semibold">{result.score.value}</span>
        <span>{verdictWords(result)}</span>
      </p>
      <Ruler result={result} set={set} large />
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="mt-6">
      <h4 className="font-semibold">{title}</h4>
      <ul className="part">{children}</ul>
    </div>
  );
}

function Rule({ result, set, context }: { result: SetResult; set: CriteriaSet; context: Context }) {
  return (
    <Part title="The rule">
      {topClauses(result.rule).map((clause) => (
        <li key={JSON.stringify(clause)} className="flex gap-2">
          {clause.met === "true" ? <TickMark /> : clause.met === "false" ? <CrossMark /> : <QuestionMark />}
          <span>{clauseReason(clause, set, context)}</span>
        </li>
      ))}
    </Part>
  );
}

function topClauses(rule: ClauseResult): readonly ClauseResult[] {
  return rule.kind === "allOf" ? rule.of.flatMap(topClauses) : [rule];
}

function Items({
  title,
  items,
  set,
  context,
}: {
  title: string;
  items: readonly CriterionResult[];
  set: CriteriaSet;
  context: Context;
}) {
  if (items.length === 0) return null;
  return (
    <Part title={title}>
      {items.map((item) => (
        <li key={item.id} className="grid grid-cols-[1fr_auto] gap-x-4">
          <span>{criterionById(set, item.id)?.title}</span>
          <span className="font-semibold">{item.state === "counted" ? item.weight : "0"}</span>
          <span className="text-small text-muted">{criterionReason(item, set, context)}</span>
        </li>
      ))}
    </Part>
  );
}

function Open({ findings }: { findings: readonly FindingId[] }) {
  if (findings.length === 0) return null;
  return (
    <Part title="Not known, and could change it">
      {findings.map((finding) => (
        <li key={finding}>
          <button type="button" className="link" onClick={() => goToFinding(finding)}>
            {definitions.findings[finding].label}
          </button>
        </li>
      ))}
    </Part>
  );
}
