import type { Run } from "../../scripts/changelog.ts";

export const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");

/** A line of the changelog, marked as it is there. */
export function Line({ runs }: { readonly runs: readonly Run[] }) {
  let at = 0;
  return runs.map(({ text, is }) => {
    const key = at;
    at += text.length;
    if (is === "strong") return <strong key={key}>{text}</strong>;
    return is === "code" ? <code key={key}>{text}</code> : text;
  });
}

/** Changes as the changelog lists them. */
export function Changes({ of }: { readonly of: readonly (readonly Run[])[] }) {
  return (
    <ul>
      {of.map((runs) => (
        <li key={textOf(runs)}>
          <Line runs={runs} />
        </li>
      ))}
    </ul>
  );
}
