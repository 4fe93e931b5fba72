import type { Nameable } from "./names.ts";
import type { Answered, Offer, Offers, Single } from "./offers.ts";
import { squeezed } from "./words.ts";

/** What a part of a line says for sure; `asked` where it is read as a whole and has to be chosen; else undefined. */
export type ReadPart = (text: string) => Single | "asked" | undefined;

/** More parts than this are a letter, and are not looked at one by one. */
const MOST_PARTS = 12;
/** A fact with what explains it, or a value with its limits, is written in so many parts at most. */
const LONGEST_FACT = 4;

interface Part {
  readonly text: string;
  /** What stands between it and the part before: a comma, "and", "or", "but". */
  readonly joint: string;
}

interface Fact {
  readonly text: string;
  readonly joint: string;
  /** What it says by itself. */
  readonly offer: Single | undefined;
  /** What it says where the denial, or the result, of a neighbor is meant of it as well. */
  readonly shared?: Single;
}

/**
 * Reads several facts in one line, such as "wbc 3.1, plt 85", together: each has to be read to its last word. What is
 * not read is said, and stays in the field. Undefined where the line is one fact or none.
 */
export function readSeveral(valueNames: ReadonlySet<string>, line: string, read: ReadPart): Offers | undefined {
  const parts = partsOf(line).flatMap(({ text, joint }) =>
    splitValues(valueNames, text).map((one, at) => ({ text: one, joint: at === 0 ? joint : "," })),
  );
  if (parts.length < 2 || parts.length > MOST_PARTS) return undefined;
  const facts = withShared(factsIn(parts, read), read);
  const found = facts.flatMap(({ offer }) => offer ?? []);
  if (found.length === 0 || facts.some(({ text, offer }) => !offer && SPEAKS_OF_OTHERS.test(text))) return undefined;
  const left = facts.filter(({ offer }) => !offer).map(({ text }) => text);
  return withScope(facts, left) ?? withOneDay(facts, left) ?? offered(found, left, undefined);
}

/** Words by which what follows may not be said of the patient, or not for sure: nothing of such a line is offered. */
const SPEAKS_OF_OTHERS =
  /\b(?:mother|father|sister|brother|son|daughter|aunt|uncle|cousin|family|fh|fhx|relative|if|unless|possible|possibly|probable|query|suspected|rule out|r\/o|likely|unlikely|ddx|differential|plan|target|goal|check|repeat|pending|awaited|never|no|not|denies|without)\b|\?/i;

function offered(parts: readonly Single[], left: readonly string[], message: string | undefined): Offers {
  const several: Offer = { kind: "several", parts, left: left.join(", ") };
  const unread =
    left.length > 0 ? `Not read: "${left.join(", ")}". It stays in the field when the rest is entered.` : undefined;
  const said = message ?? unread;
  return { offers: [several], ...(said && { message: said }), certain: said === undefined };
}

/**
 * The fewest parts that make facts: of the ways of joining neighbors, "mouth ulcers" and "herpes", the one that leaves
 * the least unread, and of those the one with the fewest facts.
 */
function factsIn(parts: readonly Part[], read: ReadPart): readonly Fact[] {
  const best: { unread: number; facts: readonly Fact[] }[] = [{ unread: 0, facts: [] }];
  for (let end = 1; end <= parts.length; end += 1) {
    let chosen: { unread: number; facts: readonly Fact[] } | undefined;
    for (let from = Math.max(0, end - LONGEST_FACT); from < end; from += 1) {
      const before = best[from];
      const text = joined(parts.slice(from, end));
      const said = read(text);
      const offer = said === "asked" ? undefined : said;
      if (!before || (!said && end - from > 1)) continue;
      const unread = before.unread + (offer ? 0 : 1);
      const facts = [...before.facts, { text, joint: parts[from]?.joint ?? "", offer }];
      if (!chosen || unread < chosen.unread || (unread === chosen.unread && facts.length < chosen.facts.length)) {
        chosen = { unread, facts };
      }
    }
    if (chosen) best.push(chosen);
  }
  return best.at(-1)?.facts ?? [];
}

/** "Alopecia" alone is asked about, and "no ... or alopecia" is not; nor is "anti-Sm" before "and SSA positive". */
function withShared(facts: readonly Fact[], read: ReadPart): readonly Fact[] {
  const denied = facts.findIndex(({ text }) => DENIES.test(text));
  const result = facts.map(({ text }) => RESULT.exec(text)?.[0] ?? "");
  const last = result.findLastIndex((one) => one !== "");
  return facts.map((fact, at) => {
    if (fact.offer || SIGNED.test(fact.text)) return fact;
    const text = denied >= 0 && at > denied ? `no ${fact.text}` : at < last ? `${fact.text}${result[last]}` : undefined;
    const shared = text === undefined ? undefined : read(text);
    return shared && shared !== "asked" ? { ...fact, shared } : fact;
  });
}

function joined(parts: readonly Part[]): string {
  return parts
    .map(({ text, joint }, at) => (at === 0 ? text : `${joint === "," || joint === ";" ? joint : ` ${joint}`} ${text}`))
    .join("");
}

const JOINTS = /\s*(?<mark>[;\n•])\s*|(?<comma>,)(?!\d)\s*|(?<comma2>,)\s+|\s+(?<word>and|&|or|nor|but)\s+/gi;

/** The parts of a line, split outside of parentheses at commas, semicolons, "and", "or" and "but". */
function partsOf(line: string): readonly Part[] {
  const parts: Part[] = [];
  let [start, joint, from] = [0, "", 0];
  const depths = depthsIn(line);
  for (const found of line.matchAll(JOINTS)) {
    if ((depths[found.index] ?? 0) > 0) continue;
    parts.push({ text: line.slice(start, found.index).trim(), joint });
    joint = found[0].trim().toLowerCase();
    start = found.index + found[0].length;
    from = start;
  }
  parts.push({ text: line.slice(from).trim(), joint });
  return parts.filter(({ text }) => text !== "");
}

function depthsIn(line: string): readonly number[] {
  let depth = 0;
  return Array.from({ length: line.length }, (_, at) => {
    if (line[at] === "(" || line[at] === "[") depth += 1;
    if (line[at] === ")" || line[at] === "]") depth = Math.max(0, depth - 1);
    return depth;
  });
}

/** The names before which a line of values is split. */
export function valueNamesOf({ definitions }: Nameable): ReadonlySet<string> {
  const tests = Object.values(definitions.tests);
  return new Set(tests.flatMap(({ label, short, synonyms }) => [label, short, ...synonyms].map(squeezed)));
}

/** So many words has the name of a test at most. */
const LONGEST_NAME = 5;

/** "c3 0.7 c4 0.08": a line of values without a mark between them, split before the name of each test but the first. */
function splitValues(valueNames: ReadonlySet<string>, text: string): readonly string[] {
  const words = text.split(/\s+/);
  const starts = words.flatMap((_, at) => {
    if (at < 2 || !/\d/.test(words.slice(1, at).join(" "))) return [];
    for (let length = LONGEST_NAME; length > 0; length -= 1) {
      const [name, value] = [words.slice(at, at + length), words[at + length] ?? ""];
      if (/^[<>=]*\s*[\d.]/.test(value) && valueNames.has(squeezed(name.join(" ")))) return [at];
    }
    return [];
  });
  const kept = starts.filter((at, position) => position === 0 || at > (starts[position - 1] ?? 0) + 1);
  return [0, ...kept].map((at, position) => words.slice(at, kept[position]).join(" "));
}

const DENIES =
  /^\s*(?:no|not|without|never|denies|denied|denying|negative for|neg for|absence of|has no|had no|nil)\s/i;
const SIGNED =
  /^\s*(?:[-–−+?]|has\s|had\s|positive for\s)|[\s,:](?:absent|negative|neg|no|none|denied|excluded|present|positive|pos|yes|detected|reactive|undetected|unknown|[-+]ve)\s*$/i;
const LATE_DENIAL = /[\s,:](?:absent|no|none|nil|denied|excluded|ruled out)\s*$/i;
const RESULT = /[\s,:]+(?:positive|pos|negative|neg|(?:not[\s-]+)?detected|(?:non-?)?reactive|[-+]ve)\s*$/i;

/**
 * How far a denial or a result reaches: "no malar rash, oral ulcers or alopecia" denies all three. Where the line does
 * not say so with "or", each way of reading it is offered.
 */
function withScope(facts: readonly Fact[], left: readonly string[]): Offers | undefined {
  const denied = facts.findIndex(({ text, offer }) => offer?.kind === "answer" && DENIES.test(text));
  if (denied >= 0) {
    const reach = reached(facts, denied);
    if (reach.length === 0) return undefined;
    const all = facts.flatMap(({ offer, shared }, at): readonly Single[] => {
      if (!reach.includes(at)) return offer ? [offer] : [];
      return shared ? [shared] : offer ? [absent(offer)] : [];
    });
    const unread = facts.filter(({ offer }, at) => !offer && !reach.includes(at)).map(({ text }) => text);
    // "No A, B or C" and "no A or B" leave no doubt.
    const last = facts[reach.at(-1) ?? 0]?.joint ?? "";
    const sure = /^n?or$/.test(last) && reach.every((at) => /^(?:n?or|,)$/.test(facts[at]?.joint ?? ""));
    if (sure) return offered(all, unread, undefined);
    return bothWays(all, unread, facts, left, `Does "${facts[denied]?.text}" deny what follows as well? Choose one.`);
  }
  const shared = facts.findIndex((fact) => fact.shared);
  if (shared >= 0) {
    const all = facts.flatMap((fact) => fact.offer ?? fact.shared ?? []);
    const unread = facts.filter((fact) => !fact.offer && !fact.shared).map(({ text }) => text);
    return bothWays(all, unread, facts, left, `Is the result said of "${facts[shared]?.text}" as well? Choose one.`);
  }
  const late = facts.findLastIndex(({ text, offer }) => offer?.kind === "answer" && LATE_DENIAL.test(text));
  const isReached = ({ text, offer }: Fact, at: number) => at < late && offer?.kind === "answer" && !SIGNED.test(text);
  if (!facts.some(isReached)) return undefined;
  const all = facts.flatMap((fact, at) => (!fact.offer ? [] : [isReached(fact, at) ? absent(fact.offer) : fact.offer]));
  return bothWays(
    all,
    left,
    facts,
    left,
    `Does "${facts[late]?.text}" say it of what stands before as well? Choose one.`,
  );
}

/** The facts after a denial that have no sign of their own, up to one that has, or to a "but". */
function reached(facts: readonly Fact[], denied: number): readonly number[] {
  const reach: number[] = [];
  for (let at = denied + 1; at < facts.length; at += 1) {
    const fact = facts[at];
    const said = fact?.shared ?? fact?.offer;
    if (!fact || said?.kind !== "answer" || /^(?:but|[;\n•])$/.test(fact.joint)) break;
    if (SIGNED.test(fact.text) || DENIES.test(fact.text)) break;
    reach.push(at);
  }
  return reach;
}

function bothWays(
  all: readonly Single[],
  allLeft: readonly string[],
  facts: readonly Fact[],
  left: readonly string[],
  message: string,
): Offers {
  const asTyped = facts.flatMap(({ offer }) => offer ?? []);
  const offers = [[all, allLeft] as const, [asTyped, left] as const].map(
    ([parts, rest]): Offer => ({ kind: "several", parts, left: rest.join(", ") }),
  );
  const unread = allLeft.join(", ");
  return { offers, message: unread ? `${message} Not read: "${unread}".` : message, certain: false };
}

function absent(offer: Single): Single {
  if (offer.kind !== "answer") return offer;
  const { date: _, explainedBy: __, ...rest } = offer;
  return { ...rest, status: "absent" } satisfies Answered;
}

/** A day at the beginning or the end of a line may be that of all its values: both are offered. */
function withOneDay(facts: readonly Fact[], left: readonly string[]): Offers | undefined {
  const found = facts.flatMap(({ offer }) => offer ?? []);
  const dated = facts.flatMap(({ offer }, at) => (dateOf(offer) === undefined ? [] : [at]));
  const [only, ...others] = dated;
  if (only === undefined || others.length > 0 || found.length < 2 || (only !== 0 && only !== facts.length - 1))
    return undefined;
  const date = dateOf(facts[only]?.offer);
  if (date === undefined) return undefined;
  const all = found.map((offer): Single => {
    if (offer.kind === "measure") return { ...offer, measurement: { ...offer.measurement, date } };
    return offer.status === "present" ? { ...offer, date } : offer;
  });
  return bothWays(all, left, facts, left, `Is ${date} the day of all of them? Choose one.`);
}

function dateOf(offer: Single | undefined): string | undefined {
  return offer?.kind === "measure" ? offer.measurement.date : offer?.date;
}
