import Link from "next/link";
import type { CriteriaSet } from "../../../../criteria/types.ts";

/** The same set as other programs can read it. */
export function MachineForms({ set }: { readonly set: CriteriaSet }) {
  return (
    <ul>
      <li>
        <a href={`/api/v1/sets/${set.id}`}>The set as JSON</a>, all that this page is made of
      </li>
      <li>
        <a href={`/api/v1/fhir/Questionnaire/${set.id}`}>The set as a FHIR R4 Questionnaire</a> that computes its score
      </li>
      <li>
        <a href="/api/v1/openapi.json">The HTTP interface as OpenAPI</a>, explained on the{" "}
        <Link href="/developers">page for developers</Link>
      </li>
    </ul>
  );
}
