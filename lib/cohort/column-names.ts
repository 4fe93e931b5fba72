/** What the name of a column says: what it may be of, in which unit, and whether it holds limits of the laboratory. */
import type { Definitions, FindingId, LimitName, TestId } from "../../criteria/types.ts";
import { type Suggestions, suggestUnits } from "../record/suggest.ts";
import { unitsSpelled } from "../record/unit-spelling.ts";
import { acceptedUnit } from "../record/units.ts";
import { meaningOf } from "./columns.ts";

export interface ColumnNamed {
  /** Tests that the name may mean, the likeliest first. */
  readonly tests: readonly TestId[];
  readonly findings: readonly FindingId[];
  /** The name without its unit, and without what says that it holds limits. */
  readonly words: string;
  /** The unit that the name says, of the first of the tests. */
  readonly unit?: string;
  /** Whether it is a name of a cohort file of one's own, which can be nothing else. */
  readonly exact?: "id" | "finding" | "value" | "limit";
  readonly limit?: LimitNamed;
}

export interface LimitNamed {
  /** Which limit it is; undefined for one such as a cutoff, which the test has to say. */
  readonly name: LimitName | undefined;
  /** Whether the words are said of nothing but a limit: "low" is said of values and of findings too. */
  readonly sure: boolean;
  /** The name without those words and without a unit, as letters: that of the column with the values. */
  readonly of: string;
}

/** Words of a name that its limits have, by what they say. "Min" and "max" are said of a patient's own values. */
const LIMIT_WORDS: ReadonlyMap<string, { readonly name?: LimitName; readonly sure: boolean }> = new Map<
  string,
  { readonly name?: LimitName; readonly sure: boolean }
>([
  ["lln", { name: "low", sure: true }],
  ["uln", { name: "high", sure: true }],
  ["p99", { name: "p99", sure: true }],
  ["99th", { name: "p99", sure: true }],
  ["low", { name: "low", sure: false }],
  ["lower", { name: "low", sure: false }],
  ["high", { name: "high", sure: false }],
  ["upper", { name: "high", sure: false }],
  ...["limit", "cutoff", "cut", "threshold", "ref", "reference", "range", "norm", "percentile"].map(
    (word): readonly [string, { readonly sure: true }] => [word, { sure: true }],
  ),
]);

/** Words that stand beside those, "upper limit of normal", and say nothing by themselves. */
const BESIDE_LIMIT: ReadonlySet<string> = new Set(["of", "off", "normal", "value", "the"]);

export function columnNamed(
  name: string,
  definitions: Pick<Definitions, "findings" | "tests">,
  suggest: Suggestions,
): ColumnNamed {
  const exact = meaningOf(name, definitions);
  switch (exact?.kind) {
    case "id":
      return { tests: [], findings: [], words: name, exact: "id" };
    case "finding":
      return { tests: [], findings: [exact.finding], words: name, exact: "finding" };
    case "value":
      return { tests: [exact.test], findings: [], words: exact.test, unit: exact.unit, exact: "value" };
    case "limit":
      return {
        tests: [exact.test],
        findings: [],
        words: exact.test,
        exact: "limit",
        limit: { name: exact.limit, sure: true, of: lettersOf(exact.test) },
      };
  }
  const { words, limit } = withoutLimit(name);
  const { words: of, unit, tests } = withUnit(words, definitions, suggest);
  return {
    tests,
    findings: suggest.finding(limit ? withUnit(name, definitions, suggest).words : of),
    words: of,
    ...(unit && { unit }),
    ...(limit && { limit: { ...limit, of: lettersOf(of) } }),
  };
}

/** The letters and digits of a name, by which columns are told to be of one name. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\d]/gu, "");
}

/** "c3_ref_low" in two: the name of the values, and which limit of theirs it is. */
function withoutLimit(name: string): { readonly words: string; readonly limit?: Omit<LimitNamed, "of"> } {
  const words = name.split(/[\s_]+/);
  const said = words.flatMap((word) => LIMIT_WORDS.get(lettersOf(word)) ?? []);
  if (said.length === 0) return { words: name };
  const names = [...new Set(said.flatMap((one) => one.name ?? []))];
  const others = words.filter((word) => !LIMIT_WORDS.has(lettersOf(word)) && !BESIDE_LIMIT.has(lettersOf(word)));
  return {
    words: others.join(" "),
    limit: { name: names.length === 1 ? names[0] : undefined, sure: said.some(({ sure }) => sure) },
  };
}

/** "WBC (10*9/L)", "Platelets (lowest, G/L)" and "C3 mg/dL" in two: what it is of, and the unit. */
function withUnit(
  name: string,
  { tests }: Pick<Definitions, "tests">,
  suggest: Suggestions,
): { readonly words: string; readonly unit?: string; readonly tests: readonly TestId[] } {
  const [, before, inside = ""] = /^(.*?)[\s_]*[([](.+)[)\]]\s*$/.exec(name) ?? [];
  const words = (before ?? name).replaceAll("_", " ").trim();
  const parts = words.split(/\s+/);
  for (let length = 1; before === undefined && length <= Math.min(MOST_UNIT_WORDS, parts.length - 1); length += 1) {
    const own = parts.slice(0, -length).join(" ");
    const [first, ...others] = suggest.test(own);
    const [unit] = first ? unitsSpelled(parts.slice(-length).join(" "), tests[first]) : [];
    if (first && unit) return { words: own, tests: [first, ...others], unit: unit.unit };
  }
  const named = suggest.test(words);
  const [test] = named;
  const unit = test && [inside, ...inside.split(/[,;]/)].flatMap((text) => unitOf(text.trim(), test))[0];
  return { words, tests: named, ...(unit && { unit }) };

  function unitOf(text: string, of: TestId): readonly string[] {
    return [...(acceptedUnit(tests[of], text) ? [text] : []), ...suggestUnits(text, tests[of])].slice(0, 1);
  }
}

/** A unit that stands behind a name without parentheses has so many words at most. */
const MOST_UNIT_WORDS = 3;
