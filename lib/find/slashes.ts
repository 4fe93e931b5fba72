import type { NamedDefinitions } from "../../criteria/types.ts";
import type { Single } from "./offers.ts";
import type { Part } from "./parts.ts";
import { squeezed } from "./words.ts";

/** What a text says for sure, `asked` where it has to be chosen, else undefined. */
type Read = (text: string) => Single | "asked" | undefined;

/** Of a pair as it is written, "Ro/La", the name of the second, where what is written of it is shared by another. */
export type PairNames = ReadonlyMap<string, string>;

/** The pairs that findings say they are the second of. */
export function pairNamesOf({ findings }: Pick<NamedDefinitions, "findings">): PairNames {
  return new Map(
    Object.values(findings).flatMap(({ label, secondOf = [] }) => secondOf.map((pair) => [squeezed(pair), label])),
  );
}

const SLASH = /(?<=[a-z]{2}|[a-z]\d{1,2}|[+–−-]\)?)\s*\/\s*(?=[a-z]{2}|[a-z]\d)/i;
const VALUES = /[\s:=]+(\d+(?:[.,]\d+)?(?:\s*\/\s*\d+(?:[.,]\d+)?)+)(?:\s*([^\d\s(][^\d(]*(?:\d[^\d(]*)?))?$/;
const NUMBER_ALONE = /(?<![^\s(<>=~≥≤])\d/;

/**
 * The parts of a part that a slash joins: "SSA/SSB neg" is "SSA" and "SSB neg", and "c3/c4 0.7/0.08" two values, each
 * beside its name. What is read with its slash, such as "protein/creatinine 56 mg/mmol", has no parts.
 */
export function splitSlashes(pairs: PairNames, part: Part, read: Read): readonly Part[] {
  const { text, joint } = part;
  if (!text.includes("/") || read(text)) return [part];
  const values = valuesIn(text, read);
  if (values) return values.map((one, at) => ({ text: one, joint: at === 0 ? joint : "," }));
  if (NUMBER_ALONE.test(text)) return [part];
  const pieces = text.split(SLASH);
  return withPairs(pairs, pieces).map((one, at) => ({
    text: one,
    typed: pieces[at] ?? one,
    joint: at === 0 ? joint : "/",
  }));
}

function valuesIn(text: string, read: Read): readonly string[] | undefined {
  const [all, written = "", unit = ""] = VALUES.exec(text) ?? [];
  if (all === undefined) return undefined;
  const names = text.slice(0, text.length - all.length).split(/\s*\/\s*/);
  const values = written.split(/\s*\/\s*/);
  // "1/320" is a titer of either.
  if (names.length !== values.length || names.some((name) => read(`${name} ${written} ${unit}`))) return undefined;
  const facts = names.map((name, at) => ({
    name,
    value: values[at] ?? "",
    offer: read(`${name} ${values[at]} ${unit}`),
  }));
  const units = facts.flatMap(({ offer }) => (isMeasure(offer) ? [offer.measurement.unit] : []));
  if (units.length < facts.length) return undefined;
  // Of a pair in which each could be in the unit of the other, and is read in its own, one of the two is wrong.
  const isMixed = facts.some(({ name, value }, at) =>
    units.some((other) => other !== units[at] && isMeasure(read(`${name} ${value} ${other}`))),
  );
  return isMixed ? undefined : facts.map(({ name, value }) => `${name} ${value} ${unit}`.trim());
}

function isMeasure(offer: ReturnType<Read>): offer is Extract<Single, { kind: "measure" }> {
  return offer !== undefined && offer !== "asked" && offer.kind === "measure";
}

/** What may stand between the names of a pair: "Ro pos, La neg". */
const RESULT = /\s+(?:not detected|non-?reactive|pos(?:itive)?|neg(?:ative)?|[+-]ve)$/i;

/** "Ro", "La neg": what the second is where it stands beside the first. */
export function withPairs(pairs: PairNames, parts: readonly string[]): readonly string[] {
  return parts.map((part, at) => {
    const [, name = "", rest = ""] = /^(\S*[a-z\d])(.*)$/i.exec(part) ?? [];
    const previous = parts[at - 1] ?? "";
    const [, before] = /(\S*[a-z\d])\W*$/i.exec(previous.replace(RESULT, "")) ?? [];
    // In capitals beside a name that is not, it is lupus anticoagulant: "Ro+ LA+". So it may be behind a result: "RO POS, LA POS".
    const isOther = !before || (name === "LA" && (/[a-z]/.test(before) || RESULT.test(previous)));
    const full = isOther ? undefined : pairs.get(squeezed(`${before}/${name}`));
    return full === undefined ? part : full + rest;
  });
}
