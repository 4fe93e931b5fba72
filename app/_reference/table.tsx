import type { ReactNode } from "react";

/** A table; on a phone its rows stand one below the other, each cell after its column's name. */
export function Table({
  caption,
  head,
  rows,
  className = "",
}: {
  readonly caption: string;
  readonly className?: string | undefined;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}) {
  return (
    <div className={`reference-table ${className}`}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {others.map((cell, position) => (
                <td key={head[position + 1]} data-head={head[position + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
