import type { QuestionnaireItem, QuestionnaireItemEnableWhen } from "@medplum/fhirtypes";
import type {
  Cause,
  FindingId,
  ReferenceCode,
  ReferenceFinding,
  ReferenceLabTest,
  TestId,
} from "../../criteria/types.ts";
import { codings, helpItem, options } from "./items.ts";
import { ANSWERS, CAUSES, LINK } from "./names.ts";

/** The four answers to a finding. The last is present, with something other than SLE that explains it better. */
const ANSWER_CHOICES = {
  present: "Present",
  absent: "Absent",
  unknown: "Not known",
  explained: "Present, explained by another cause",
} as const;

const CAUSE_CHOICES: Readonly<Record<Cause, string>> = {
  drug: "Drug",
  infection: "Infection",
  malignancy: "Malignancy",
  metabolic: "Metabolic cause",
  "other-disease": "Another disease",
  other: "Another cause",
};

/** The question for a finding: its answer, and under it the explanation, the day and a note. */
export function findingItem(
  id: FindingId,
  finding: ReferenceFinding,
  tests: Readonly<Record<TestId, ReferenceLabTest>>,
): QuestionnaireItem {
  const when = (code: keyof typeof ANSWER_CHOICES): QuestionnaireItemEnableWhen => ({
    question: id,
    operator: "=",
    answerCoding: { system: ANSWERS, code },
  });
  const code = codings(ownCodes(finding, tests));
  return {
    linkId: id,
    text: finding.label,
    type: "choice",
    ...(code.length > 0 && { code }),
    answerOption: options(ANSWERS, ANSWER_CHOICES),
    item: [
      helpItem(id, [finding.definition, ...(finding.details ?? [])].join(" ")),
      {
        linkId: LINK.part(id, "cause"),
        text: "What explains it better than SLE",
        type: "choice",
        enableWhen: [when("explained")],
        answerOption: options(CAUSES, CAUSE_CHOICES),
      },
      {
        linkId: LINK.part(id, "explanation"),
        text: "The explanation, in words",
        type: "string",
        enableWhen: [when("explained")],
      },
      { linkId: LINK.part(id, "date"), text: "First seen", type: "date", ...whenAnswered(id) },
      { linkId: LINK.part(id, "note"), text: "Note", type: "string", ...whenAnswered(id) },
    ],
  };
}

function whenAnswered(question: FindingId): Pick<QuestionnaireItem, "enableWhen"> {
  return { enableWhen: [{ question, operator: "exists", answerBoolean: true }] };
}

/** The codes of the finding itself: those of a test that decides it belong to the test's own question. */
function ownCodes(
  { codes, decidedBy }: ReferenceFinding,
  tests: Readonly<Record<TestId, ReferenceLabTest>>,
): readonly ReferenceCode[] {
  const measured = new Set((decidedBy ?? []).flatMap(({ test }) => (tests[test].codes ?? []).map(({ code }) => code)));
  return (codes ?? []).filter(({ code }) => !measured.has(code));
}
