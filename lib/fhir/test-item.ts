import type { QuestionnaireItem } from "@medplum/fhirtypes";
import type { LimitName, ReferenceLabTest, TestId } from "../../criteria/types.ts";
import { capitalize } from "../definition/words.ts";
import { LIMIT_NAMES, LIMIT_WORDS } from "../record/limit-names.ts";
import { codings, helpItem, options } from "./items.ts";
import { COMPARATORS, LINK, METHODS, UCUM, UNIT_OPTION } from "./names.ts";

/** What a limit is asked as, where the test has no words of its own for it. */
function askedFor(name: LimitName): string {
  return `${capitalize(LIMIT_WORDS[name])}${name === "p99" ? "" : " of the laboratory's range"}, in the same unit`;
}

/** The repeating group for the values of one test. */
export function testItem(id: TestId, test: ReferenceLabTest): QuestionnaireItem {
  const link = LINK.test(id);
  const code = codings(test.codes ?? []);
  const value: QuestionnaireItem = {
    linkId: LINK.part(link, "value"),
    text: test.label,
    type: "quantity",
    ...(code.length > 0 && { code }),
    extension: test.units.map(({ unit, label }) => ({
      url: UNIT_OPTION,
      valueCoding: { system: UCUM, code: unit, display: label },
    })),
    ...(test.hint && { item: [helpItem(LINK.part(link, "value"), test.hint)] }),
  };
  const named: Partial<Record<LimitName, string>> = Object.fromEntries(
    (test.limits ?? []).map(({ name, label }) => [name, label]),
  );
  return {
    linkId: link,
    text: test.label,
    type: "group",
    repeats: true,
    item: [
      value,
      {
        linkId: LINK.part(link, "comparator"),
        text: "Reported as less than or more than the value",
        type: "choice",
        answerOption: options(COMPARATORS, { "<": "less than", ">": "more than" }),
      },
      { linkId: LINK.part(link, "date"), text: "Date", type: "date" },
      ...LIMIT_NAMES.map(
        (name): QuestionnaireItem => ({
          linkId: LINK.part(link, name),
          text: named[name] ?? askedFor(name),
          type: "decimal",
        }),
      ),
      {
        linkId: LINK.part(link, "method"),
        text: "Method",
        ...(test.methods
          ? {
              type: "open-choice",
              answerOption: options(METHODS, Object.fromEntries(test.methods.map((one) => [one.id, one.label]))),
            }
          : { type: "string" }),
      },
    ],
  };
}
