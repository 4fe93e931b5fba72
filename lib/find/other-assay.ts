import type { FindingId, Measurement, NamedDefinitions, NamedLabTest, TestId } from "../../criteria/types.ts";
import { equivalentOf, isDilution, isUsualDilution, TITER } from "../record/titer.ts";
import type { TypedNumber } from "../record/typed-number.ts";
import { unitsWritten } from "../record/unit-spelling.ts";
import { excerpt } from "./excerpt.ts";
import { wordsOf } from "./words.ts";

/**
 * The result of an assay that gives no value of the test: `finding` is answered instead, yes or no, with what was typed
 * as its note. `choices` are values that it could be all the same.
 */
export interface OtherAssay {
  readonly kind: "other-assay";
  readonly finding: FindingId;
  readonly note: string;
  readonly date?: string;
  readonly message: string;
  readonly choices: readonly Measurement[];
}

/** Units in which other assays give their results; they are no unit of a titer. */
const ASSAY_UNIT = /^(?:i?u|au|eu|ru|ai|units?|index|ratio|s\/co?|cut-?off)(?:\s*\/\s*m?l)?$/i;

/**
 * What is no titer, where the test has no other unit: an index, a ratio, units, or a number that was not diluted. A
 * bare number that no laboratory dilutes to can be one or the other.
 */
export function otherAssayOf(
  id: TestId,
  name: string,
  bare: string,
  value: TypedNumber,
  named: boolean,
  definitions: NamedDefinitions,
): OtherAssay | undefined {
  const test: NamedLabTest = definitions.tests[id];
  const equivalent = test.units.every(({ unit }) => unit === TITER) ? equivalentOf(id, definitions) : undefined;
  if (!equivalent) return undefined;
  const [titer, other] = value.readings;
  const saysTiter = value.ratio || unitsWritten(value.rest, test).length > 0;
  const words = wordsOf(bare);
  const byAssay =
    (named && !saysTiter) ||
    ASSAY_UNIT.test(value.rest.trim()) ||
    // "3+" is how strong it shines.
    /^\++/.test(value.rest.trim()) ||
    (test.otherAssays ?? []).some((assay) => words.includes(assay));
  const isTiter = isDilution(titer) && titer === other && !byAssay;
  if (isTiter && (saysTiter || value.rest.trim() !== "" || isUsualDilution(titer))) return undefined;
  const whole = [...new Set(value.readings)].filter((reading) => isDilution(reading) && !byAssay);
  const { label } = definitions.findings[equivalent.finding];
  const result = `${name.trim()} ${bare.trim()}`;
  return {
    kind: "other-assay",
    finding: equivalent.finding,
    note: excerpt(result),
    message: `"${excerpt(result)}" is no titer, such as 1:160. Choose "${label}", present or absent, if it is ${equivalent.words} or a negative one.`,
    choices: whole.map((reading) => ({
      test: id,
      value: reading,
      unit: TITER,
      ...(value.comparator && { comparator: value.comparator }),
    })),
  };
}
