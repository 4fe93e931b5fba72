import { definitions } from "../../../../criteria/index.ts";
import type { Assumption, FindingId } from "../../../../criteria/types.ts";
import { relationsOfFinding } from "../../../../lib/definition/places.ts";
import { FindingLink } from "../../../_reference/finding-link.tsx";

export function hasRelations(id: FindingId): boolean {
  return Object.values(relationsOfFinding(id, definitions)).some((relations) => relations.length > 0);
}

/** What the app concludes from this finding and for it, always with the reason. */
export function Relations({ id }: { readonly id: FindingId }) {
  const { follows, followsFrom, assumes, assumedFrom } = relationsOfFinding(id, definitions);
  return (
    <ul>
      {follows.map(({ to, why }) => (
        <li key={to}>
          Present, it makes <FindingLink id={to} /> present: {why}.
        </li>
      ))}
      {followsFrom.map(({ from, why }) => (
        <li key={from}>
          <FindingLink id={from} /> makes it present: {why}. Absent, it makes the other absent.
        </li>
      ))}
      {assumes.map((assumption) => (
        <li key={assumption.then.finding}>
          When it is {assumption.when.status}, <FindingLink id={assumption.then.finding} /> is taken as{" "}
          {assumption.then.status}. <Assumed of={assumption} />
        </li>
      ))}
      {assumedFrom.map((assumption) => (
        <li key={assumption.when.finding}>
          Taken as {assumption.then.status} when <FindingLink id={assumption.when.finding} /> is{" "}
          {assumption.when.status}. <Assumed of={assumption} />
        </li>
      ))}
    </ul>
  );
}

function Assumed({ of: { why } }: { readonly of: Assumption }) {
  return `An assumption, shown as such and overridden by any answer: ${why}.`;
}
