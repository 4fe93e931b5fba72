import type { Condition } from "../../criteria/types.ts";
import { FindingLink } from "./finding-link.tsx";

/** A condition as the definition states it: what has to be present, as nested lists. */
export function ConditionTree({ condition }: { readonly condition: Condition }) {
  switch (condition.kind) {
    case "present":
      return <FindingLink id={condition.finding} />;
    case "recorded":
      return (
        <>
          <FindingLink id={condition.finding} />, whatever explains it
        </>
      );
    case "not":
      return (
        <>
          <em className="reference-operator">not</em> <ConditionTree condition={condition.of} />
        </>
      );
    case "all":
    case "any":
    case "atLeast":
      return <Parts heading={headingOf(condition)} parts={condition.of} />;
  }
}

function headingOf(condition: Extract<Condition, { of: readonly Condition[] }>): string {
  switch (condition.kind) {
    case "all":
      return condition.of.length === 2 ? "both of" : "all of";
    case "any":
      return condition.of.length === 2 ? "either of" : "any one of";
    case "atLeast":
      return `at least ${condition.count} of`;
  }
}

function Parts({ heading, parts }: { readonly heading: string; readonly parts: readonly Condition[] }) {
  return (
    <>
      <em className="reference-operator">{heading}</em>
      <ul className="reference-tree">
        {parts.map((part) => (
          <li key={JSON.stringify(part)}>
            <ConditionTree condition={part} />
          </li>
        ))}
      </ul>
    </>
  );
}
