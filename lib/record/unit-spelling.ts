import type { AcceptedUnit, LabTest } from "../../criteria/types.ts";

/** Other ways of writing parts of a unit, all brought to the same one. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[µμ]/g, "u"],
  [/[×·\s.'^*()[\]{}]/g, ""],
  [/mcl\b/g, "ul"],
  [/(?:cu-?mm|c-?mm)\b/g, "mm3"],
  [/^(?:deg|°)/, ""],
  [/^celsius$/, "c"],
  [/^cel$/, "c"],
  [/^fahrenheit$/, "f"],
  [/per/g, "/"],
  [/^(?:cells?|count)(?=\/)/, ""],
  [/^x?10e?(?=[39])/, "10"],
  [/^(?:k|thou(?:sand)?s?|thds?|tsd)(?=\/|$)/, "103"],
  [/^103\/mm3$/, "103/ul"],
  [/^(?:gpt|giga)(?=\/l$)/, "109"],
  [/^gm(?=\/)/, "g"],
  [/\/gm$/, "/g"],
  [/^(?:ie|ui)(?=\/)/, "iu"],
  [/^kiu\/l$/, "iu/ml"],
  [/^(m?g\/(?:mg|g|mmol))-?(?:cr|crea|creat|creatinine|krea|kreatinin)$/, "$1"],
  [/\/(?:24h(?:ours?|rs?)?|day|d)$/, "/24h"],
  [/^mm3$/, "/mm3"],
  [/^ul$/, "/ul"],
  [/^(?:u-?)?([gma]pl)-?(?:u(?:nits?)?)?(?:\/ml)?$/, "$1"],
  [/^titre$/, "titer"],
  [/^joint$/, "joints"],
];

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function spelled(text: string): string {
  const digits = text.toLowerCase().replaceAll(/[⁰¹²³⁴-⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
  return SPELLINGS.reduce((unit, [other, usual]) => unit.replace(other, usual), digits);
}

/**
 * The accepted units that a person may mean by a text such as "x10^9/L", "mg/24h" or "F": those spelled so,
 * or else those of which it is what stands before a slash ("g" for g/24 h). Empty when it is none of them.
 */
export function unitsWritten(text: string, test: LabTest): readonly AcceptedUnit[] {
  const wanted = spelled(text);
  if (wanted === "") return [];
  const same = unitsSpelled(text, test);
  if (same.length > 0) return same;
  return test.units.filter((unit) => namesOf(unit).some((name) => name.startsWith(`${wanted}/`)));
}

/** The accepted units that are written so in full, such as "x10^9/L", "mg/24h" or "cells/uL", but not "g". */
export function unitsSpelled(text: string, test: LabTest): readonly AcceptedUnit[] {
  const wanted = spelled(text);
  if (wanted === "") return [];
  const same = test.units.filter((unit) => namesOf(unit).includes(wanted));
  // A count in G/L is in giga, 10*9/L; anything else in g/L is in grams.
  return same.length > 0 || wanted !== "g/l" ? same : test.units.filter((unit) => namesOf(unit).includes("109/l"));
}

const namesOf = (unit: AcceptedUnit) => [spelled(unit.unit), spelled(unit.label)];
