import type { AcceptedUnit, LabTest } from "../../criteria/types.ts";
import { entryOf } from "./entry-of.ts";
import { rational, times } from "./rational.ts";

/** Other ways of writing parts of a unit, all brought to the same one. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[µμ]/g, "u"],
  [/[×·\s.'’^*()[\]{}]/g, ""],
  [/℃|ºc|˚c/, "c"],
  [/℉|ºf|˚f/, "f"],
  [/^(?:deg(?:rees?)?|°)/, ""],
  [/^celsius$/, "c"],
  [/^cel$/, "c"],
  [/^fahrenheit$/, "f"],
  [/per/g, "/"],
  [/milligrams?|mgs(?=\/|$)/g, "mg"],
  [/(?<![a-z])(?:grams?|gms?)(?=\/|$)/g, "g"],
  [/mc(?=[lg](?:$|\/))/g, "u"],
  [/microlit(?:er|re)s?/, "ul"],
  [/(?:cu|cubic|c)mm\b|mmcu\b|(?<=\/)cumm$/, "mm3"],
  [/^(?:cells?|count)(?=\/)/, ""],
  [/^x?10e?(?=[35-9])/, "10"],
  [/^x(?=10)/, ""],
  [/^(?:k|thou(?:s(?:and)?)?s?|thds?|tsd)(?=\/|$)/, "103"],
  [/(?<=^10\d)cells?/, ""],
  [/in24h/, "/24h"],
  [/\/(?:24h(?:ours?|rs?)?|day|d)$/, "/24h"],
  [/^mm3$/, "/mm3"],
  [/^ul$/, "/ul"],
  [/^(?:u-?)?([gma]pl)[-u]?u?(?:nits?)?(?:\/ml)?$/, "$1"],
  [/^titre$/, "titer"],
  [/^(?:joint|jts?)$/, "joints"],
  [/^(mg|g|ug)\/(mg|g|mmol|mol)(?:cr(?:ea(?:t(?:inine)?)?)?|kreatinin)$/, "$1/$2"],
];

/** Units that are equal under other names. The first is tried only where a test has no unit that is written so. */
const EQUAL: Readonly<Record<string, string>> = {
  // Giga per liter, which only a count can have; for complement g/L is grams.
  "g/l": "109/l",
  "gpt/l": "109/l",
  "/nl": "109/l",
  "103/mm3": "103/ul",
  "ui/ml": "iu/ml",
  "ie/ml": "iu/ml",
  "kiu/l": "iu/ml",
  "internationalunits/ml": "iu/ml",
  "mg/100ml": "mg/dl",
  "mg%": "mg/dl",
  "ug/mg": "mg/g",
  "g/mol": "mg/mmol",
  "mg/ml": "g/l",
  ai: "index",
  "s/co": "index",
  sco: "index",
  coi: "index",
  ratio: "index",
  indexvalue: "index",
};

/** Units that are a multiple of an accepted one, or a part of it: how many of it one of them is. */
const MULTIPLES: Readonly<Record<string, readonly (readonly [unit: string, times: readonly [number, number]])[]>> = {
  lakh: [["/ul", [100_000, 1]]],
  "105/ul": [["/ul", [100_000, 1]]],
  "106/l": [["/ul", [1, 1]]],
  "mg/l": [["mg/dl", [1, 10]]],
  "ug/ml": [["mg/dl", [1, 10]]],
  "g/dl": [["g/l", [10, 1]]],
};

const LAKH = /^la(?:kh|c)s?(?:\/(?:ul|mm3))?$/;

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function spelled(text: string): string {
  const digits = text.toLowerCase().replaceAll(/[⁰¹²³⁴-⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
  return SPELLINGS.reduce((unit, [other, usual]) => unit.replace(other, usual), digits);
}

function isSpelled(unit: AcceptedUnit, written: string): boolean {
  return [unit.unit, unit.label].some((name) => spelled(name) === written);
}

/**
 * The accepted units that a person may mean by a text such as "x10^9/L", "mg/24h" or "F": those spelled so, those that
 * are equal under another name, or else those of which it is what stands before a slash ("g" for g/24 h). Empty when
 * it is none of them.
 */
export function unitsWritten(text: string, test: LabTest): readonly AcceptedUnit[] {
  const wanted = spelled(text);
  if (wanted === "") return [];
  const whole = unitsSpelled(text, test);
  if (whole.length > 0) return whole;
  const names = (unit: AcceptedUnit) => [spelled(unit.unit), spelled(unit.label)];
  return test.units.filter((unit) => names(unit).some((name) => name.startsWith(`${wanted}/`)));
}

/** The accepted units that are written so in full, such as "x10^9/L", "mg/24h" or "cells/uL", but not "g". */
export function unitsSpelled(text: string, test: LabTest): readonly AcceptedUnit[] {
  const wanted = spelled(text);
  if (wanted === "") return [];
  const same = test.units.filter((unit) => isSpelled(unit, wanted));
  if (same.length > 0) return same;
  const equal = entryOf(EQUAL, wanted);
  return equal === undefined ? [] : test.units.filter((unit) => isSpelled(unit, equal));
}

/** A unit as it was written: an accepted one, and how many of that one of it is, where that is not one. */
export interface WrittenUnit {
  readonly unit: AcceptedUnit;
  readonly times?: readonly [numerator: number, denominator: number];
}

/**
 * As `unitsWritten`, with the units that a test does not accept but of which each is so many of one that it does: lakh
 * for counts, mg/L for complement. A number beside one is entered as `inUnit` makes it.
 */
export function writtenUnits(text: string, test: LabTest): readonly WrittenUnit[] {
  const same = unitsWritten(text, test);
  if (same.length > 0) return same.map((unit) => ({ unit }));
  const wanted = spelled(text);
  return (entryOf(MULTIPLES, LAKH.test(wanted) ? "lakh" : wanted) ?? []).flatMap(([name, times]) =>
    test.units.filter((unit) => isSpelled(unit, name)).map((unit) => ({ unit, times })),
  );
}

/** A number that was written beside a unit, in the accepted unit that stands for it: 1.5 lakh is 150,000. */
export function inUnit(value: number, { times: factor }: WrittenUnit): number {
  if (!factor) return value;
  const { n, d } = times(rational(value), { n: BigInt(factor[0]), d: BigInt(factor[1]) });
  return Number((Number(n) / Number(d)).toPrecision(15));
}
