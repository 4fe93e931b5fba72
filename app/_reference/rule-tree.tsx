import type { Classification, CriteriaSet } from "../../criteria/types.ts";
import { unitWord } from "../../lib/definition/vocabulary.ts";
import { ConditionTree } from "./condition-tree.tsx";
import { amount } from "./numbers.ts";

/** The classification rule of a set as nested lists, the entry criterion first where there is one. */
export function RuleTree({ set }: { readonly set: CriteriaSet }) {
  const rule = <Clause clause={set.classifiedWhen} set={set} />;
  if (!set.entry) return <div className="reference-rule">{rule}</div>;
  const parts = set.classifiedWhen.kind === "allOf" ? set.classifiedWhen.of : [set.classifiedWhen];
  return (
    <div className="reference-rule">
      <em className="reference-operator">all of</em>
      <ul className="reference-tree">
        <li>
          the entry criterion: <ConditionTree condition={set.entry.when} />
        </li>
        {parts.map((part) => (
          <li key={JSON.stringify(part)}>
            <Clause clause={part} set={set} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Clause({ clause, set }: { readonly clause: Classification; readonly set: CriteriaSet }) {
  switch (clause.kind) {
    case "scoreAtLeast":
      return `${amount(clause.score, set.unit)} or more`;
    case "scoreAbove":
      return `more than ${amount(clause.score, set.unit)}; exactly ${clause.score} is not enough`;
    case "criteriaAtLeast":
      return `at least ${clause.count} ${clause.group} ${unitWord(clause.count, "criteria")} met`;
    case "route":
      return (
        <>
          {clause.title}: <ConditionTree condition={clause.when} />
        </>
      );
    case "allOf":
    case "anyOf":
      return (
        <>
          <em className="reference-operator">{clause.kind === "allOf" ? "all of" : "either of"}</em>
          <ul className="reference-tree">
            {clause.of.map((part) => (
              <li key={JSON.stringify(part)}>
                <Clause clause={part} set={set} />
              </li>
            ))}
          </ul>
        </>
      );
  }
}
