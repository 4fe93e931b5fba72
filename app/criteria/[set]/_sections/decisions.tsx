import type { ReferenceSet } from "../../../../criteria/types.ts";
import { provenancesOf } from "../../../../lib/definition/provenance.ts";
import { Checked, checkedInWords, type SourceNumbers } from "../../../_reference/sources.tsx";

/** What the paper leaves open or readers get wrong, with the answer that this project gives. */
export function Decisions({ set, numbers }: { readonly set: ReferenceSet; readonly numbers: SourceNumbers }) {
  return (
    <ol className="decisions">
      {set.decisions.map((decision) => (
        <li key={decision.question}>
          <h3>{decision.question}</h3>
          <p>{decision.decision}</p>
          <Checked of={decision} numbers={numbers} />
        </li>
      ))}
    </ol>
  );
}

/** Everything on the page that nobody has yet read in full in a source. */
export function AwaitingCheck({ set }: { readonly set: ReferenceSet }) {
  const open = [...provenancesOf(set)].filter(({ of }) => of.checked !== "yes");
  if (open.length === 0) return <p>Nothing: every statement of this page was read in a source.</p>;
  return (
    <>
      <p>A person with the paper in hand should confirm these before anyone relies on them.</p>
      <dl className="awaiting">
        {open.map(({ title, of }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              {checkedInWords(of.checked)}. {of.toConfirm}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
