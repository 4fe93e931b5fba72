import type { Cause, FindingId, ReferenceSet } from "../../../../criteria/types.ts";
import { list, writeCause } from "../../../../lib/explain/values.ts";
import { FindingLink } from "../../../_reference/finding-link.tsx";
import { Checked, type SourceNumbers } from "../../../_reference/sources.tsx";
import { Table } from "../../../_reference/table.tsx";

/** When an explained finding does not count, and the exclusions that the set prints. */
export function Attribution({ set, numbers }: { readonly set: ReferenceSet; readonly numbers: SourceNumbers }) {
  const { attribution } = set;
  return (
    <>
      <p>{attribution.summary}</p>
      {attribution.kind === "as-printed" && <Exclusions of={attribution.excludes} />}
      <Checked of={attribution} numbers={numbers} />
    </>
  );
}

type Excludes = Extract<ReferenceSet["attribution"], { kind: "as-printed" }>["excludes"];

function Exclusions({ of }: { readonly of: Excludes }) {
  // The keys of a record by finding id are finding ids.
  const rows = Object.entries(of) as [FindingId, "any" | readonly Cause[]][];
  return (
    <Table
      caption="Findings that do not count when something else explains them"
      head={["Finding", "Does not count when explained by"]}
      rows={rows.map(([finding, causes]) => ({
        key: finding,
        cells: [
          <FindingLink key={finding} id={finding} />,
          causes === "any" ? "anything else" : list(causes.map(writeCause), "or"),
        ],
      }))}
    />
  );
}
