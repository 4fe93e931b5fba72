import { definitions } from "../../criteria/index.ts";
import type { CheckState, Provenance, SourceId } from "../../criteria/types.ts";

/** The number under which each source stands in the list at the foot of a page. */
export type SourceNumbers = ReadonlyMap<SourceId, number>;

export function numbered(ids: readonly SourceId[]): SourceNumbers {
  return new Map([...new Set(ids)].map((id, position) => [id, position + 1]));
}

export function SourceMarks({ ids, numbers }: { readonly ids: readonly SourceId[]; readonly numbers: SourceNumbers }) {
  return (
    <span className="reference-marks">
      {ids.map((id) => (
        <a key={id} href={`#source-${id}`} aria-label={`Source ${numbers.get(id)}`}>
          {numbers.get(id)}
        </a>
      ))}
    </span>
  );
}

const CHECKED = {
  yes: "Read in the source",
  partly: "Read in part",
  "from-memory": "Not yet read in a source",
} as const satisfies Record<CheckState, string>;

export function checkedInWords(checked: CheckState): string {
  return CHECKED[checked];
}

/** Where a statement comes from and how far it has been checked; what awaits a check is always spelled out. */
export function Checked({ of, numbers }: { readonly of: Provenance; readonly numbers: SourceNumbers }) {
  return (
    <p className="reference-checked" data-checked={of.checked}>
      {CHECKED[of.checked]}.{of.toConfirm === undefined ? "" : ` ${of.toConfirm}`}
      <SourceMarks ids={of.source} numbers={numbers} />
    </p>
  );
}

/** The sources of a page, in the order in which it names them. */
export function SourceList({ numbers }: { readonly numbers: SourceNumbers }) {
  return (
    <ol className="reference-sources">
      {[...numbers.keys()].map((id) => {
        const { citation, doi, url } = definitions.sources[id];
        return (
          <li key={id} id={`source-${id}`}>
            {citation} {doi !== undefined && <a href={`https://doi.org/${doi}`}>doi {doi}</a>}
            {doi === undefined && url !== undefined && <a href={url}>{new URL(url).hostname}</a>}
          </li>
        );
      })}
    </ol>
  );
}
