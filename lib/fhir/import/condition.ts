import type { Definitions, FindingId } from "../../../criteria/types.ts";
import { SYSTEMS } from "../names.ts";
import type { Outcome } from "./observation.ts";
import {
  type Coded,
  codesOf,
  dayOf,
  type Json,
  nameOf,
  object,
  objects,
  short,
  text,
  whyNotRead,
  wordsOf,
} from "./resources.ts";

const ICD10 = [SYSTEMS.icd10, "http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10-gm"];

export type ReadCondition = (resource: Json, today: string | undefined) => Outcome;

/** German records say beside the code whether a diagnosis is certain (G), suspected, excluded or past. */
function isUncertain(concept: unknown): boolean {
  return objects(object(concept)?.["coding"])
    .flatMap((coding) => objects(coding["extension"]))
    .filter(({ url }) => text(url)?.endsWith("icd-10-gm-diagnosesicherheit"))
    .some(({ valueCoding }) => object(valueCoding)?.["code"] !== "G");
}

/** A reader of Conditions for these definitions. A diagnosis only ever proposes a finding. */
export function conditionReader({ findings }: Definitions): ReadCondition {
  const known = (Object.keys(findings) as FindingId[]).flatMap((finding) =>
    (findings[finding].codes ?? []).map(({ system, code }) => ({ finding, system, code })),
  );
  const matches = ({ system, code }: Coded): FindingId[] =>
    known
      .filter((one) => {
        // A code of ICD-10 stands for those that refine it.
        if (one.system === "icd10") return ICD10.includes(system) && code.startsWith(one.code);
        return SYSTEMS[one.system] === system && one.code === code;
      })
      .map(({ finding }) => finding);
  return (resource, today) => {
    const what = wordsOf(resource["code"]);
    const taken = (why: string): Outcome => ({ kind: "not-taken", what, why });
    const unsafe = whyNotRead(resource);
    if (unsafe) return taken(unsafe);
    if (isUncertain(resource["code"])) return taken("its code is marked as suspected, excluded or past");
    const verification = resource["verificationStatus"];
    if (typeof verification === "string") return taken("it is not FHIR R4: its verification status is not coded");
    const statuses = codesOf(verification).map(({ code }) => code);
    if (verification !== undefined && (statuses.length === 0 || statuses.some((status) => status !== "confirmed"))) {
      return taken(`its verification status is ${short(statuses.join(", ") || wordsOf(verification), 30)}`);
    }
    const found = [...new Set(codesOf(resource["code"]).flatMap(matches))];
    if (found.length === 0) return taken("no criterion asks for it, or its code is not known here");
    const date = dayOf(resource["onsetDateTime"]) ?? dayOf(object(resource["onsetPeriod"])?.["start"]);
    if (date && today && date > today) return taken(`its date, ${date}, lies in the future`);
    const remarks = [
      "A diagnosis in a list is not yet the finding: check that it meets the definition before you confirm it.",
      ...(found.length > 1 ? ["The same diagnosis is proposed for more than one finding."] : []),
    ];
    const source = nameOf(resource);
    return {
      kind: "proposals",
      bodies: found.map((finding) => ({
        kind: "finding" as const,
        finding,
        status: "present" as const,
        source,
        original: what,
        remarks,
        ...(date && { date }),
      })),
    };
  };
}
