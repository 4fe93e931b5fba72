import { definitions } from "../../../../criteria/index.ts";
import type { FindingId } from "../../../../criteria/types.ts";
import { writeCause } from "../../../../lib/explain/values.ts";
import { SourceMarks, type SourceNumbers } from "../../../_reference/sources.tsx";

export function OtherExplanations({ id, numbers }: { readonly id: FindingId; readonly numbers: SourceNumbers }) {
  const { otherExplanations } = definitions.findings[id];
  const unread = otherExplanations.filter(({ source }) => source === undefined).length;
  return (
    <>
      <ul>
        {otherExplanations.map(({ label, cause, source }) => (
          <li key={label}>
            {label}, recorded as {writeCause(cause)}
            {source && <SourceMarks ids={[source]} numbers={numbers} />}
          </li>
        ))}
      </ul>
      {unread > 0 && (
        <p>
          {unread === otherExplanations.length ? "These are" : "Those without a source number are"} general clinical
          knowledge and await a check by a rheumatologist.
        </p>
      )}
    </>
  );
}
