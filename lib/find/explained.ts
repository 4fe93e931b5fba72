import type { Cause, NamedDefinitions, NamedFinding } from "../../criteria/types.ts";
import { CAUSES } from "../record/causes.ts";
import { squeezed } from "./words.ts";

/** Words that name something, and what is said to explain it. */
export interface Explained {
  readonly words: string;
  readonly text: string;
  /**
   * `said`: in so many words, "due to". `beside`: in parentheses. `listed`: after a comma, which may be a list. `before`:
   * right before the name, "steroid psychosis".
   */
  readonly as: "said" | "beside" | "listed" | "before";
}

const BECAUSE =
  /^(.*?\S),?\s+(?:due to|d\/t|sec(?:ondary|\.)? to|2\/2|2°(?: to)?|because of|caused by|attribut(?:ed|able) to|explained by|induced by|(?:as )?(?:a )?side[- ]effects? of|from)\s+(\S.*)$/i;
const INDUCED = /^(\S.*?)[-\s]induced\s+(\S.*)$/i;
const BESIDE = /^([^()]*[^()\s])\s*\(([^()]+)\)$/;
const LISTED = /^([^,]*[^,\s]),\s*([^,]+)$/;

/** "From 2019" and "from childhood" say since when. */
const SINCE =
  /^(?:the\s+)?(?:(?:early|mid|late|last|past|about|around|age|aged|time|year|month|week|day|beginning|start|onset|outset|diagnosis|presentation|admission|discharge|birth|neonatal|infan|child|adolescen|puberty|youth|teen|adult|then|now|today|yesterday|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\d+(?!\d*-[a-z]))/i;

function isTime(line: string, words: string, cause: string): boolean {
  return SINCE.test(cause) && /^,?\s+from\s/i.test(line.slice(words.length));
}

/** "Raynaud from childhood": what is seen, and the words that say since when. */
export function sinceIn(text: string): { readonly words: string; readonly since: string } | undefined {
  const line = text.trim();
  const [, words = "", cause = ""] = BECAUSE.exec(line) ?? [];
  return isTime(line, words, cause) ? { words, since: line.slice(words.length).replace(/^[,\s]+/, "") } : undefined;
}

/** Each way in which a text can be something with its explanation, the surest first. */
export function explainedIn(text: string): readonly Explained[] {
  const line = text.trim();
  const [, words, cause] = BECAUSE.exec(line) ?? [];
  if (words && cause && !isTime(line, words, cause)) return [{ words, text: cause.trim(), as: "said" }];
  const [, inducing, induced] = INDUCED.exec(line) ?? [];
  if (inducing && induced) return [{ words: induced, text: inducing.trim(), as: "said" }];
  const found: Explained[] = [];
  for (const [pattern, as] of [
    [BESIDE, "beside"],
    [LISTED, "listed"],
  ] as const) {
    const [, before, after] = pattern.exec(line) ?? [];
    if (before && after) found.push({ ...closed(before, after.trim()), as });
  }
  const each = line.split(/\s+/);
  for (const at of [1, 2].filter((count) => count < each.length)) {
    found.push({ words: each.slice(at).join(" "), text: each.slice(0, at).join(" "), as: "before" });
  }
  return found;
}

/** "c3 0.6 (0.9", "cirrhosis)": the parenthesis that a comma parts is closed before it. */
function closed(words: string, text: string): { readonly words: string; readonly text: string } {
  const isOpen = text.endsWith(")") && !text.includes("(") && /\([^)]*$/.test(words);
  return isOpen ? { words: `${words})`, text: text.slice(0, -1).trim() } : { words, text };
}

/** What a text names as the explanation of a finding. */
export type NamedCause =
  /** `own`: the finding's own list of other explanations has it. */
  { readonly kind: "cause"; readonly cause: Cause; readonly own: boolean } | { readonly kind: "disease-itself" };

const DOSE = /\s+\d+(?:[.,]\d+)?\s*(?:mg|mcg|µg|g)(?:\s*(?:daily|weekly|od|bd|\/day|\/d|\/week))?$/i;

/** Of a name that is begun, this many letters say which it is. */
const LEAST = 4;

/** Names of causes, as they are compared. */
export interface CauseNames {
  readonly known: ReadonlyMap<string, Cause>;
  /** Names of the disease itself. */
  readonly itself: readonly string[];
}

export function causeNamesOf({
  otherCauses,
  ownCause = [],
}: Pick<NamedDefinitions, "otherCauses" | "ownCause">): CauseNames {
  const known = CAUSES.flatMap((cause) => (otherCauses?.[cause] ?? []).map((name) => [squeezed(name), cause] as const));
  return { known: new Map(known), itself: ownCause.map(squeezed) };
}

/**
 * What a text names as the explanation of a finding: one of the finding's own other explanations, by its name or the
 * beginning of it, or a name that is known of one cause. Undefined where it is neither, and a person says which.
 */
export function causeIn(names: CauseNames, text: string, finding: NamedFinding): NamedCause | undefined {
  // The dose says nothing of the cause.
  const parts = text.split(/\s*(?:\band\b|\bor\b|\+|\/|&|,(?!\d))\s*/i).map((part) => part.replace(DOSE, ""));
  const named = parts.map((part) => oneCause(names, squeezed(part), finding));
  const [first] = named;
  if (named.some((cause) => cause?.kind === "disease-itself")) return { kind: "disease-itself" };
  if (first?.kind !== "cause") return undefined;
  return named.every((cause) => cause?.kind === "cause" && cause.cause === first.cause) ? first : undefined;
}

function oneCause({ known, itself }: CauseNames, typed: string, finding: NamedFinding): NamedCause | undefined {
  if (itself.includes(typed)) return { kind: "disease-itself" };
  for (const { label, cause } of finding.otherExplanations) {
    const name = squeezed(label.replace(/\s*[(,].*$/, ""));
    if (name === typed || (typed.length >= LEAST && name.startsWith(typed))) return { kind: "cause", cause, own: true };
  }
  const cause = known.get(typed);
  return cause && { kind: "cause", cause, own: false };
}
