import type { FindingId, NamedDefinitions } from "../../../criteria/types.ts";
import { isTakenBack } from "../../reading/short-words.ts";
import { isPlaceholderDay } from "../../record/placeholder-days.ts";
import { SYSTEMS } from "../names.ts";
import type { Outcome } from "./outcome.ts";
import {
  allWordsOf,
  type Coded,
  codesOf,
  dayOf,
  type Json,
  nameOf,
  object,
  objects,
  short,
  text,
  wordsOf,
} from "./resources.ts";
import { whyNotRead } from "./unsafe.ts";

/** ICD-10 and its national editions: what a code of WHO's stands for is the same in each. */
const ICD10 = [
  SYSTEMS.icd10,
  ...["cm", "gm", "am"].map((edition) => `${SYSTEMS.icd10}-${edition}`),
  "http://fhir.de/CodeSystem/bfarm/icd-10-gm",
  "http://fhir.de/CodeSystem/dimdi/icd-10-gm",
];

/** Clinical statuses of a diagnosis that is there now. */
const ACTIVE: ReadonlySet<string> = new Set(["active", "recurrence", "relapse"]);

/** German records say beside the code whether a diagnosis is certain (G), suspected, excluded or past. */
function isUncertain(concept: unknown): boolean {
  return objects(object(concept)?.["coding"])
    .flatMap((coding) => objects(coding["extension"]))
    .filter(({ url }) => text(url)?.endsWith("icd-10-gm-diagnosesicherheit"))
    .some(({ valueCoding }) => object(valueCoding)?.["code"] !== "G");
}

/** A code by which a finding is known. */
export interface FindingCode {
  readonly finding: FindingId;
  readonly system: keyof typeof SYSTEMS;
  readonly code: string;
}

/** The codes by which a diagnosis proposes a finding. */
export function findingCodesOf({ findings }: NamedDefinitions): readonly FindingCode[] {
  return (Object.keys(findings) as FindingId[]).flatMap((finding) =>
    (findings[finding].codes ?? []).map(({ system, code }) => ({ finding, system, code })),
  );
}

function findingsOfCode({ system, code }: Coded, known: readonly FindingCode[]): readonly FindingId[] {
  return known
    .filter((one) => {
      // A code of ICD-10 stands for those that refine it.
      if (one.system === "icd10") return ICD10.includes(system) && code.startsWith(one.code);
      return SYSTEMS[one.system] === system && one.code === code;
    })
    .map(({ finding }) => finding);
}

/** Reads a Condition by the codes of findings. A diagnosis only ever proposes a finding. */
export function readCondition(
  known: readonly FindingCode[],
  resource: Json,
  today: string | undefined,
  comments: readonly string[],
): Outcome {
  const what = wordsOf(resource["code"]);
  const taken = (why: string): Outcome => ({ kind: "not-taken", what, why });
  const unsafe = whyNotRead(resource);
  if (unsafe) return taken(unsafe);
  const against = allWordsOf(resource["code"]).find(isTakenBack);
  if (against !== undefined) return taken(`its words say something else than its code: ${short(against)}`);
  if (isUncertain(resource["code"])) return taken("its code is marked as suspected, excluded or past");
  const verification = resource["verificationStatus"];
  if (typeof verification === "string") return taken("it is not FHIR R4: its verification status is not coded");
  const statuses = codesOf(verification).map(({ code }) => code);
  if (verification !== undefined && (statuses.length === 0 || statuses.some((status) => status !== "confirmed"))) {
    return taken(`its verification status is ${short(statuses.join(", ") || wordsOf(verification), 30)}`);
  }
  const clinical = resource["clinicalStatus"];
  if (typeof clinical === "string") return taken("it is not FHIR R4: its clinical status is not coded");
  const past = codesOf(clinical).find(({ code }) => !ACTIVE.has(code))?.code;
  const found = [...new Set(codesOf(resource["code"]).flatMap((one) => findingsOfCode(one, known)))];
  if (found.length === 0) return taken("no criterion asks for it, or its code is not known here");
  const onset = dayOf(resource["onsetDateTime"]) ?? dayOf(object(resource["onsetPeriod"])?.["start"]);
  const date = onset && isPlaceholderDay(onset) ? undefined : onset;
  if (date && today && date > today) return taken(`its date, ${date}, lies in the future`);
  const remarks = [
    "A diagnosis in a list is not yet the finding: check that it meets the definition before you confirm it.",
    ...(found.length > 1 ? ["The same diagnosis is proposed for more than one finding."] : []),
    ...(past === undefined ? [] : [`Its clinical status is ${short(past, 30)}: it was present once.`]),
    ...(onset === date
      ? []
      : [`Its date, ${onset}, is what programs write where none is known: it is taken without one.`]),
    ...comments.map((comment) => `A comment stands beside it: ${comment}`),
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
      ...(comments.length > 0 && { hasComment: true as const }),
      ...(date && { date }),
    })),
  };
}
