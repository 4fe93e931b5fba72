import Link from "next/link";
import { definitions } from "../../../../criteria/index.ts";
import type { FindingId } from "../../../../criteria/types.ts";
import { findingsByGroup } from "../../../_reference/finding-ids.ts";
import { FindingLink } from "../../../_reference/finding-link.tsx";

/** The other findings of the same heading, so that a reader need not go back to the index. */
export function Neighbors({ id }: { readonly id: FindingId }) {
  const group = findingsByGroup.find(({ findings }) => findings.includes(id));
  return (
    <nav className="neighbors" aria-label={`More under ${definitions.groups[definitions.findings[id].group].title}`}>
      <h2>{group?.title}</h2>
      <ul>
        {group?.findings.map((finding) => (
          <li key={finding} aria-current={finding === id ? "page" : undefined}>
            {finding === id ? definitions.findings[finding].label : <FindingLink id={finding} />}
          </li>
        ))}
      </ul>
      <p>
        <Link href="/findings">All findings</Link>
      </p>
    </nav>
  );
}
