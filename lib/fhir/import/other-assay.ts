import type { NamedLabTest } from "../../../criteria/types.ts";
import { type Json, object, objects, text, wordsOf } from "./resources.ts";

/** Words for the one method that gives a titer. */
const DILUTED = /\b(?:i?ifa?|iifa|immuno-?fluorescen\w*|fluorescen\w*|hep-?2)\b/i;

/** The words by which a result says that it was made by an assay that gives no titer, if so. */
export function otherAssayIn(part: Json, method: unknown, test: NamedLabTest): string | undefined {
  const concepts = [part["code"], part["method"], method].filter((one) => one !== undefined);
  const said = concepts.flatMap((concept) => [
    wordsOf(concept),
    ...objects(object(concept)?.["coding"]).flatMap(({ display }) => text(display) ?? []),
  ]);
  if (said.some((words) => DILUTED.test(words))) return undefined;
  return said.find((words) => {
    const plain = ` ${
      words
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ") ?? ""
    } `;
    return test.otherAssays?.some((assay) => plain.includes(` ${assay} `));
  });
}
