import Link from "next/link";
import { definitions } from "../../criteria/index.ts";
import type { FindingId } from "../../criteria/types.ts";

export function FindingLink({ id }: { readonly id: FindingId }) {
  return (
    <Link href={`/findings/${id}`} prefetch={false}>
      {definitions.findings[id].label}
    </Link>
  );
}

/** "A", "A or B", "A, B or C", each a link. */
export function FindingLinks({ ids, word }: { readonly ids: readonly FindingId[]; readonly word: "and" | "or" }) {
  return ids.map((id, position) => (
    <span key={id}>
      {position === 0 ? "" : position === ids.length - 1 ? ` ${word} ` : ", "}
      <FindingLink id={id} />
    </span>
  ));
}
