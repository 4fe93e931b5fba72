import type { Code, NamedDefinitions, NamedFinding, NamedLabTest } from "../../criteria/types.ts";
import { SYSTEMS } from "./names.ts";

/** A test or finding with the LOINC codes under which its results are asked for. */
export interface Asked {
  readonly label: string;
  readonly codes: readonly string[];
}

/** Under which LOINC codes a record is asked for results: for each test, and each finding that no test decides. */
export function askedCodes({
  tests,
  findings,
}: Pick<NamedDefinitions, "tests"> & Partial<Pick<NamedDefinitions, "findings">>): readonly Asked[] {
  const all: readonly { readonly label: string; readonly codes?: readonly Code[] }[] = [
    ...(Object.values(tests) as NamedLabTest[]),
    ...(Object.values(findings ?? {}) as NamedFinding[]),
  ];
  const seen = new Set<string>();
  return all.flatMap(({ label, codes = [] }) => {
    const own = codes.filter(({ system, code }) => system === "loinc" && !seen.has(code)).map(({ code }) => code);
    for (const code of own) seen.add(code);
    return own.length > 0 ? [{ label, codes: own }] : [];
  });
}

/**
 * Characters that the codes of one question may have when they are encoded in an address. Servers and what stands
 * before them take at least 2,000 in the whole of one.
 */
const LONGEST = 1500;

/**
 * The codes as values of the search parameter `code`, in as many questions as the length of an address asks for. The
 * codes that most laboratories send come first, so that the first question has the most.
 */
export function codeQuestions(asked: readonly Asked[]): readonly string[] {
  const deepest = Math.max(0, ...asked.map(({ codes }) => codes.length));
  const inTurn = Array.from({ length: deepest }, (_, rank) => asked.flatMap(({ codes }) => codes[rank] ?? [])).flat();
  const questions: string[] = [];
  for (const code of inTurn) {
    const value = `${SYSTEMS.loinc}|${code}`;
    const last = questions.at(-1);
    const joined = last === undefined ? value : `${last},${value}`;
    if (last !== undefined && encodeURIComponent(joined).length <= LONGEST) questions[questions.length - 1] = joined;
    else questions.push(value);
  }
  return questions;
}
