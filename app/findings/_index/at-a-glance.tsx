import type { ReactNode } from "react";
import { definitions } from "../../../criteria/index.ts";
import type { FindingId } from "../../../criteria/types.ts";
import { type Place, readingsOf, type SetReading } from "../../../lib/definition/places.ts";
import { inSentence, list } from "../../../lib/explain/values.ts";
import { FindingLink } from "../../_reference/finding-link.tsx";
import { signed } from "../../_reference/numbers.ts";
import { Table } from "../../_reference/table.tsx";
import "./at-a-glance.css";

/** Findings as rows and sets as columns: what each set gives for each, in the set's own unit. */
export function AtAGlance({
  caption,
  findings,
}: {
  readonly caption: string;
  readonly findings: readonly FindingId[];
}) {
  return (
    <Table
      className="glance"
      caption={caption}
      head={["Finding", ...definitions.sets.map(({ short }) => short)]}
      rows={findings.map((finding) => ({
        key: finding,
        cells: [<Name key={finding} id={finding} />, ...cells(finding)],
      }))}
    />
  );
}

function Name({ id }: { readonly id: FindingId }) {
  const { synonyms, related = [] } = definitions.findings[id];
  return (
    <span>
      <FindingLink id={id} />
      <small>{[...synonyms, ...related].join(", ")}</small>
    </span>
  );
}

function cells(finding: FindingId): readonly ReactNode[] {
  return readingsOf(finding, definitions).map((reading) => inWords(reading));
}

/** "3", "4 with others", "entry"; the name of a finding that stands in for it; or a dash. */
function inWords({ places, through, assumed, instead }: SetReading): ReactNode {
  const own = places.filter(({ part }) => !part.takesOut);
  if (own.length > 0) return [...new Set(own.map(gives))].join("; ");
  if (through.length > 0) return <small>as {list(through.map(nameOf))}</small>;
  if (assumed.length > 0) return <small>assumed: {list(assumed.map(nameOf))}</small>;
  if (instead.length > 0) return <small>asks for {list(instead.map(nameOf), "or")}</small>;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">not read</span>
    </>
  );
}

function nameOf(finding: FindingId): string {
  return inSentence(definitions.findings[finding].label);
}

function gives(place: Place): string {
  const others = place.part.alone ? "" : " with others";
  switch (place.kind) {
    case "entry":
      return "entry";
    case "route":
      return `a route${others}`;
    case "criterion":
      return `${signed(place.criterion.weight)}${others}`;
  }
}
