import type { FindingId, ReferenceSet } from "../../../../criteria/types.ts";
import { FindingLink } from "../../../_reference/finding-link.tsx";
import { Table } from "../../../_reference/table.tsx";

/** Findings that a reader may look for here in vain, and why. */
export function NotRead({ set }: { readonly set: ReferenceSet }) {
  // The keys of a record by finding id are finding ids.
  const rows = Object.entries(set.notItems) as [FindingId, string][];
  return (
    <Table
      caption={`Findings that ${set.short} does not read`}
      head={["Finding", "Why not"]}
      rows={rows.map(([finding, why]) => ({ key: finding, cells: [<FindingLink key={finding} id={finding} />, why] }))}
    />
  );
}
