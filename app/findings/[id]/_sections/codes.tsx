import type { ReferenceCode } from "../../../../criteria/types.ts";
import { checkedInWords } from "../../../_reference/sources.tsx";
import { Table } from "../../../_reference/table.tsx";

const SYSTEMS = { loinc: "LOINC", snomed: "SNOMED CT", hpo: "HPO", icd10: "ICD-10" } as const satisfies Record<
  ReferenceCode["system"],
  string
>;

export function Codes({ of }: { readonly of: readonly ReferenceCode[] }) {
  return (
    <>
      <p>Laboratories use different codes. Map your own, and check SNOMED CT against a licensed release.</p>
      <Table
        caption="Codes by which other systems may know it"
        head={["ReferenceCode", "System", "Checked", "Note"]}
        rows={of.map(({ system, code, checked, note }) => ({
          key: `${system} ${code}`,
          cells: [code, SYSTEMS[system], checkedInWords(checked), note ?? ""],
        }))}
      />
    </>
  );
}
