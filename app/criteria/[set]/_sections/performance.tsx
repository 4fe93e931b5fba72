import type { ReferenceSet } from "../../../../criteria/types.ts";
import { Checked, SourceMarks, type SourceNumbers } from "../../../_reference/sources.tsx";
import { Table } from "../../../_reference/table.tsx";

/** Figures never without their cohort: they do not carry over to other people. */
export function Performance({ set, numbers }: { readonly set: ReferenceSet; readonly numbers: SourceNumbers }) {
  return (
    <>
      <p>
        How often the set agreed with the yardstick of each study. The figures belong to the people who were studied and
        say nothing about the chance that one person has SLE.
      </p>
      <Table
        caption={`Published performance of ${set.short}`}
        head={["Who was studied", "Sensitivity", "Specificity"]}
        rows={set.performance.map(({ cohort, source, sensitivity, specificity }) => ({
          key: cohort,
          cells: [
            <span key={cohort}>
              {cohort}
              <SourceMarks ids={source} numbers={numbers} />
            </span>,
            sensitivity ?? "not given",
            specificity ?? "not given",
          ],
        }))}
      />
      {set.remarks?.map((remark) => (
        <div key={remark.text}>
          <p>{remark.text}</p>
          <Checked of={remark} numbers={numbers} />
        </div>
      ))}
    </>
  );
}
