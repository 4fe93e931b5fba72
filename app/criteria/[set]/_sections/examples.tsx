import type { ReactNode } from "react";
import { definitions } from "../../../../criteria/index.ts";
import type { CriteriaSet, Example } from "../../../../criteria/types.ts";
import { verdictWords } from "../../../../lib/explain/verdict.ts";
import { assess } from "../../../_reference/assess.ts";
import { exampleLinks } from "../../../_reference/example-links.ts";
import { amount } from "../../../_reference/numbers.ts";
import { Table } from "../../../_reference/table.tsx";

/** Worked patients with what the engine makes of them in this set, at the time the page was built. */
export function Examples({ set }: { readonly set: CriteriaSet }) {
  const examples = definitions.examples.filter(({ expect }) => set.id in expect);
  if (examples.length === 0) return <p>There is no worked example for this set yet.</p>;
  const patients = examples.filter(({ kind }) => kind === "patient");
  const limits = examples.filter(({ kind }) => kind === "limit");
  return (
    <>
      <Scored
        caption={`Whole patients, scored by ${set.short}`}
        head={["Patient", "Score", "Result"]}
        of={patients}
        set={set}
      />
      {limits.length > 0 && (
        <details className="examples-more">
          <summary>Both sides of every limit: {limits.length} short records</summary>
          <Scored
            caption={`One finding at a time, scored by ${set.short}`}
            head={["Record", "Score", "Result"]}
            of={limits}
            set={set}
          />
        </details>
      )}
    </>
  );
}

function Scored({
  caption,
  head,
  of,
  set,
}: {
  readonly caption: string;
  readonly head: readonly string[];
  readonly of: readonly Example[];
  readonly set: CriteriaSet;
}) {
  return (
    <Table
      caption={caption}
      head={head}
      rows={of.map((example) => ({ key: example.id, cells: cellsOf(example, set) }))}
    />
  );
}

function cellsOf(example: Example, set: CriteriaSet): readonly ReactNode[] {
  const link = exampleLinks.get(example.id);
  const result = assess(example.record).results?.[set.id];
  return [
    <span key={example.id} id={`example-${example.id}`}>
      {example.title}
      <small>{example.teaches}</small>
      {link && (
        <small>
          <a href={link}>Open in the calculator</a>
        </small>
      )}
    </span>,
    result ? amount(result.score.value, set.unit) : "withheld",
    result ? verdictWords(result, set) : "Withheld: the record contradicts itself",
  ];
}
