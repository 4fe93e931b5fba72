import type { ReferenceSet } from "../../../../criteria/types.ts";
import { criteriaOf } from "../../../../lib/definition/walk.ts";
import { gatesOf } from "../../../../lib/practice/rules.ts";
import { EMPTY_RECORD } from "../../../../lib/record/edit.ts";
import { assess } from "../../../_reference/assess.ts";
import { amount, signed } from "../../../_reference/numbers.ts";
import { PracticeLink } from "../../../_reference/practice-link.tsx";
import { RuleTree } from "../../../_reference/rule-tree.tsx";
import { Sentences } from "../../../_reference/sentences.tsx";
import { Checked, type SourceNumbers } from "../../../_reference/sources.tsx";
import { workedRecords } from "./worked-records.ts";

export function Purpose({ set }: { readonly set: ReferenceSet }) {
  return (
    <>
      <p>{set.purpose}</p>
      <h3>What it is not for</h3>
      <Sentences of={set.notFor} />
    </>
  );
}

/** The rule as structure, what counts how often, how far the score can go, and the entry criterion. */
export function Rule({ set, numbers }: { readonly set: ReferenceSet; readonly numbers: SourceNumbers }) {
  const count = [...criteriaOf(set)].length;
  const { entry, routes } = gatesOf(set);
  const severalInOne = set.domains.some((domain) => domain.criteria.length > 1);
  // Nothing is known of an empty record, so its bounds are those of the score itself.
  const score = assess(EMPTY_RECORD).results?.[set.id]?.score;
  return (
    <>
      <RuleTree set={set} />
      <p>
        {count} criteria
        {severalInOne
          ? ` in ${set.domains.length} domains; in each domain only the heaviest one that is met counts`
          : ", each counted once"}
        {score ? `. The score runs from ${signed(score.lower)} to ${amount(score.upper, set.unit)}` : ""}.
      </p>
      {routes.map((rule) => (
        <PracticeLink key={rule.id} rule={rule} named />
      ))}
      {set.entry && (
        <>
          <h3>Entry criterion: {set.entry.title}</h3>
          <p>{set.entry.definition}</p>
          <Checked of={set.entry} numbers={numbers} />
          <p>Records worked out by hand: {workedRecords("entry", `${set.id}.entry`)}.</p>
          {entry && <PracticeLink rule={entry} />}
        </>
      )}
      {set.cautions.some(({ when }) => !when) && (
        <>
          <h3>Said beside every result</h3>
          <Sentences of={set.cautions.filter(({ when }) => !when).map(({ message }) => message)} />
        </>
      )}
    </>
  );
}
