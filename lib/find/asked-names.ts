import type { FindingId, NamedDefinitions, NamedFinding } from "../../criteria/types.ts";
import type { Named } from "./names.ts";
import { isSameInNumber, squeezed, unordered } from "./words.ts";

/** Why a name, said alone, does not answer its finding: it names a test without a result, or something wider. */
export type Unsaid = "result" | "wider";

/** What a name leaves open that was typed alone for a finding; undefined where whoever says it says the finding. */
export function unsaidIn(
  typed: string,
  finding: FindingId,
  { findings }: Pick<NamedDefinitions, "findings">,
): Unsaid | undefined {
  const { namesTest, namesWider }: NamedFinding = findings[finding];
  // Fits are seizures, and whoever is fit is well.
  if (namesWider?.some((name) => isSameInNumber(name, typed))) return "wider";
  return isOneOf(typed, namesTest) ? "result" : undefined;
}

/** Whether a name is one kind of its finding, so that to deny it leaves open whether another kind is there. */
export function isKind(typed: string, finding: FindingId, { findings }: Pick<NamedDefinitions, "findings">): boolean {
  return isOneOf(typed, (findings[finding] as NamedFinding).namesKind);
}

/** Whether a finding is the result of a test that has names of its own, so that "reactive" can be said of it. */
export function isResult({ target }: Named, { findings }: Pick<NamedDefinitions, "findings">): boolean {
  return target.kind === "finding" && (findings[target.finding] as NamedFinding).namesTest !== undefined;
}

function isOneOf(typed: string, names: readonly string[] = []): boolean {
  return names.some((name) => squeezed(name) === squeezed(typed) || unordered(name) === unordered(typed));
}

const DURATION =
  /^(.*?\S)[\s,:]+(?:(?:for|of|lasting|about|approx\.?|around|over|more than|at least)\s+|[~>≥]\s*)*(\d+(?:[.,]\d+)?)\s*(min(?:ute)?s?|h(?:ou)?rs?|h)$/i;

/** "morning stiffness 45 min": what lasted, and for how many minutes. */
export function durationIn(text: string): { readonly words: string; readonly minutes: number } | undefined {
  const [, words, number = "", unit = ""] = DURATION.exec(text.trim()) ?? [];
  if (!words) return undefined;
  return { words, minutes: Number(number.replace(",", ".")) * (/^h/i.test(unit) ? 60 : 1) };
}

const AT = /^(?:of|in|at|on|affecting|involving)$/i;
const NO_JOINT = /^(?:and|the|or|\d(?:[-–]\d)?)$/i;
/** More words than this are no name with its joints. */
const MOST_WORDS = 14;

/** "arthritis of both wrists and MCPs": what is seen, where all that follows names joints. */
export function atJoints(text: string, joints: readonly string[] = []): string | undefined {
  const known = new Set(joints.map(squeezed));
  const words = text.trim().split(/\s+/);
  if (words.length > MOST_WORDS) return undefined;
  const areJoints = (places: readonly string[]) => {
    const named = places
      .flatMap((word) => word.split(/[,/+&-]+/))
      .filter((word) => word !== "" && !NO_JOINT.test(word));
    return named.length > 0 && named.every((word) => known.has(squeezed(word)));
  };
  const end = words.findIndex((word, at) => at > 0 && areJoints(words.slice(AT.test(word) ? at + 1 : at)));
  if (end > 0) return words.slice(0, end).join(" ");
  // "Wrist synovitis"
  const last = words.at(-1);
  return words.length > 1 && last && areJoints(words.slice(0, -1)) ? last : undefined;
}
