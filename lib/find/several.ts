import type { Status } from "../../criteria/types.ts";
import { explainedIn } from "./explained.ts";
import { onceIn } from "./history.ts";
import { denialWithin, type Saying, saidAfter, saidBefore } from "./intent.ts";
import { AND, linePartsOf, MOST_PARTS, type ReadPart } from "./line-parts.ts";
import type { DescribedBy } from "./names.ts";
import type { Answered, Offer, Offers, Single } from "./offers.ts";
import type { Part } from "./parts.ts";
import { type PairNames, withPairs } from "./slashes.ts";
import { squeezed } from "./words.ts";

/** A fact with what explains it, or a value with its limits, is written in so many parts at most. */
const LONGEST_FACT = 4;

interface Fact {
  readonly text: string;
  /** How it was typed: what stays in the field, and what is said of it. */
  readonly typed: string;
  readonly joint: string;
  /** What it says by itself. */
  readonly offer: Single | undefined;
  /** What it says where the denial, or the result, of a neighbor is meant of it as well. */
  readonly shared?: Single;
  readonly sharedBy?: "denial" | "result" | "sign";
  /** By what it is beyond doubt said of it that it is not so: a denial before it, or the result of a pair. */
  readonly settled?: "denial" | "pair";
  /** Whether it would be asked about if it were denied: "PE" is one kind of thrombosis. */
  readonly isAskedDenied?: boolean;
  /** Whether it is denied and asked about: "no PE". */
  readonly isKindDenied?: boolean;
  /** What it says where the denial of one kind is meant of every kind. */
  readonly everyKind?: Single;
}

/** One way of reading a line: what is entered, and what is not read. */
interface Way {
  readonly parts: readonly Single[];
  readonly left: readonly string[];
}

/** The ways in which a line can be read, and what is to be chosen. */
interface Doubt {
  readonly ways: readonly Way[];
  readonly message: string;
}

/** By which names a line is taken apart, and which of them say less beside others. */
export interface SeveralNames {
  readonly describedBy: DescribedBy;
  readonly valueNames: ReadonlySet<string>;
  readonly unitNames: ReadonlySet<string>;
  readonly pairNames: PairNames;
  /** Names of tests, which say nothing without a result. */
  readonly resultNames: ReadonlySet<string>;
}

/**
 * Reads several facts in one line, such as "wbc 3.1, plt 85", together: each has to be read to its last word. What is
 * not read is said, and stays in the field. Undefined where the line is one fact or none.
 */
export function readSeveral(names: SeveralNames, line: string, read: ReadPart): Offers | undefined {
  return ofParts(names, linePartsOf(names, line, read), read);
}

function ofParts(
  { pairNames, describedBy, resultNames }: SeveralNames,
  parts: readonly Part[],
  read: ReadPart,
): Offers | undefined {
  if (parts.length < 2 || parts.length > MOST_PARTS) return undefined;
  const names = withPairs(
    pairNames,
    parts.map(({ text }) => text),
  );
  const paired = parts.map((part, at) => ({ ...part, text: names[at] ?? part.text, typed: part.typed ?? part.text }));
  const named = withSigns(paired, read);
  const facts = withShared(withResultOfAll(withHead(factsIn(named, read), read), resultNames, read), read).map(
    (fact) => (isAskedDenial(fact, read) ? { ...fact, isKindDenied: true } : fact),
  );
  // "C3, C4: 0.5, 0.06": a number behind several names may be of the first.
  const unread = facts.flatMap(({ offer, text }) => (offer ? [] : [text]));
  if (unread.some((text) => LOOSE_NUMBER.test(text)) && unread.some((text) => resultNames.has(squeezed(text))))
    return undefined;
  if (facts.every(({ offer, sharedBy }) => !offer && sharedBy !== "sign")) return undefined;
  if (facts.some((fact) => isOfOthers(fact) && !fact.isKindDenied)) return undefined;
  const settled = withSureDenials(withResultOfPairs(facts, read));
  const doubt =
    ofDescription(settled, describedBy, read) ??
    ofOneTwice(settled) ??
    ofDenials(settled) ??
    ofEveryKind(settled) ??
    ofSharedResult(settled) ??
    ofLateDenial(settled, resultNames, read) ??
    ofAlternatives(settled) ??
    ofExplanation(settled) ??
    ofWhatFollowsCause(settled) ??
    ofOneDay(settled);
  if (doubt?.ways.length === 0) return undefined;
  return doubt ? asked(doubt) : offered(asTyped(settled));
}

const LOOSE_NUMBER = /^[<>]?\d[\d.,]*$/;

function isOfOthers({ text: typed, typed: whole, offer }: Fact): boolean {
  // "Neuro: none" is said of what its heading names.
  if (typed !== whole && saidAfter(`: ${typed}`)?.words === `: ${typed}`) return false;
  // "Haptoglobin not done" is said of nothing else.
  const undone = saidAfter(typed)?.status === "unknown" ? (saidAfter(typed)?.words.length ?? 0) : 0;
  const text = typed.slice(0, typed.length - undone);
  return !offer && (SPEAKS_OF_OTHERS.test(text) || denialWithin(text) !== undefined || saidBefore(text) !== undefined);
}

/** "No PE", "no Coombs": it is asked about alone, and the rest of the line is read. */
function isAskedDenial({ text, offer }: Fact, read: ReadPart): boolean {
  const said = saidBefore(text);
  return !offer && said?.status === "absent" && said.plain && read(text) === "asked";
}

/** Words by which what follows may not be said of the patient, or not for sure: nothing of such a line is offered. */
const SPEAKS_OF_OTHERS =
  /\b(?:(?:(?:grand|step)?(?:mother|father|parent|son|daughter)|mum|mom|dad|sister|brother|sibling|twin|child|baby|aunt|uncle|niece|nephew|cousin|husband|wife|partner|donor|relative)s?|maternal|paternal|children|family|fam|fh|fhx|if|unless|poss|possible|possibly|prob|probable|probably|maybe|query|suspected|rule out|r\/o|likely|unlikely|ddx|differential|plan|target|goal|check|repeat|pending|awaited|either|both|each|except|apart)\b|\?/i;

/** Whether a text may be said of somebody else, or not for sure. */
export function speaksOfOthers(text: string): boolean {
  return SPEAKS_OF_OTHERS.test(text);
}

function offered({ parts, left }: Way): Offers {
  const several: Offer = { kind: "several", parts, left: left.join(", ") };
  if (left.length === 0) return { offers: [several], certain: true };
  const message = `Not read: "${left.join(", ")}". It stays in the field when the rest is entered.`;
  return { offers: [several], message, certain: false };
}

function asked({ ways, message }: Doubt): Offers {
  const offers = ways.map(({ parts, left }): Offer => ({ kind: "several", parts, left: left.join(", ") }));
  const unread = ways[0]?.left.join(", ");
  return { offers, message: unread ? `${message} Not read: "${unread}".` : message, certain: false };
}

function asTyped(facts: readonly Fact[]): Way {
  const parts = facts.flatMap(({ offer }) => offer ?? []);
  return {
    parts: once(parts),
    left: facts.filter(({ offer }) => !offer).map(({ typed }) => typed),
  };
}

/** "Ro52/Ro60 negative" answers one finding, once. */
function once(parts: readonly Single[]): readonly Single[] {
  return parts.filter((one, at) => !parts.slice(0, at).some((other) => isSame(one, other)));
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
      // "Malar rash; neuro: none": what a semicolon, a sentence or a heading begins is said of nothing before it.
      if (parts.slice(from + 1, end).some(({ joint }) => joint === ";")) continue;
      const text = joined(parts.slice(from, end));
      const said = read(text);
      const offer = said === "asked" ? undefined : said;
      if (!before || (!said && end - from > 1)) continue;
      const unread = before.unread + (offer ? 0 : 1);
      const typed = joined(parts.slice(from, end).map((part) => ({ ...part, text: part.typed ?? part.text })));
      const facts = [...before.facts, { text, typed, joint: parts[from]?.joint ?? "", offer }];
      if (!chosen || unread < chosen.unread || (unread === chosen.unread && facts.length < chosen.facts.length)) {
        chosen = { unread, facts };
      }
    }
    if (chosen) best.push(chosen);
  }
  return best.at(-1)?.facts ?? [];
}

/** A name with a bare sign behind it: "sm +", "Ro-", "La (-)", but not "protein 3+" and not "+/-". */
const SIGNED = /^(.*?[a-z][^\s/+(]*?)\s*\(?(?:(\++)|[-–−])\)?$/i;

/** A name with what its sign says in words; undefined where it has none. */
function inWords(text: string, plus: string, minus: string): string | undefined {
  const [, name, sign] = SIGNED.exec(text) ?? [];
  return name && `${name} ${sign ? plus : minus}`;
}

/** Of several names with a sign each, the signs say what is so: "sm +, ro -". A minus alone is asked about. */
function withSigns<One extends Part>(parts: readonly One[], read: ReadPart): readonly One[] {
  if (parts.filter(({ text }) => SIGNED.test(text)).length < 2) return parts;
  return parts.map((part) => {
    const text = inWords(part.text, "+ve", "-ve");
    const said = text && read(text);
    return said && said !== "asked" ? { ...part, text, typed: part.typed ?? part.text } : part;
  });
}

const HEADED = /^(?:and|&|n?or|\/)$/;

/** Fewer letters than this, or a "no" alone, are no part of a name. */
const LEAST_HEADED = 4;

/** "Oral" of "oral and nasal ulcers": what is no name by itself shares the last word of the next. */
function withHead(facts: readonly Fact[], read: ReadPart): readonly Fact[] {
  return facts.map((fact, at) => {
    const next = facts[at + 1];
    if (fact.offer || next?.offer?.kind !== "answer" || !HEADED.test(next.joint) || saidAfter(fact.text)) return fact;
    const after = saidAfter(next.text)?.words.length ?? 0;
    const [head] = /[a-z]{4,}$/i.exec(next.text.slice(0, next.text.length - after)) ?? [];
    if (!head) return fact;
    const text = `${fact.text} ${head}`;
    const own = fact.text.slice(saidBefore(text)?.words.length ?? 0);
    const offer = own.length < LEAST_HEADED ? undefined : read(text);
    return offer && offer !== "asked" && offer.kind === "answer" ? { ...fact, text, offer } : fact;
  });
}

/** "Alopecia" alone is asked about, and "no ... or alopecia" is not; nor is "anti-Sm" before "and SSA positive". */
function withShared(facts: readonly Fact[], read: ReadPart): readonly Fact[] {
  return facts.map((fact, at) => {
    if (fact.offer) {
      const isPresent = fact.offer.kind === "answer" && fact.offer.status === "present";
      return isPresent && read(`no ${fact.text}`) === "asked" ? { ...fact, isAskedDenied: true } : fact;
    }
    // "Malar rash +, seizure -": a plus may be a grade, and a minus a dash.
    const signed = inWords(fact.text, "positive", "negative");
    const bySign = signed && read(signed);
    if (bySign && bySign !== "asked") return { ...fact, shared: bySign, sharedBy: "sign" };
    if (isSigned(fact)) return fact;
    const result = resultAfter(facts, at);
    const denied = facts.slice(0, at).some((one) => saidBefore(one.text)?.status === "absent");
    const level = withLevel(facts, at);
    const text = result ? fact.text + result : (level ?? (denied ? `no ${fact.text}` : undefined));
    const shared = text === undefined ? undefined : read(text);
    if (!shared || shared === "asked") return fact;
    return { ...fact, shared, sharedBy: result || level ? "result" : "denial" };
  });
}

/** The result that is next said after a fact, before anything new begins: " positive". */
function resultAfter(facts: readonly Fact[], at: number): string | undefined {
  for (const { text, joint } of facts.slice(at + 1)) {
    if (ENDS.test(joint) || saidBefore(text)) return undefined;
    const said = saidAfter(text);
    if (said) return said.plain ? said.words : undefined;
  }
  return undefined;
}

/** What is said of the last of a pair, and so of the other: "C3/C4 low". */
const LEVEL_AFTER =
  /\s+(?:low|reduced|decreased|normal|not (?:low|reduced|decreased)|wnl|within normal (?:limits|range))$|\s?↓{1,3}$/i;
const LEVELED = /^(?:\/|,|and|&)$/;
const LEVEL_BEFORE = /^(?:low|reduced|decreased|normal|(?:positive|pos|\+ve)(?:\s+for)?)\s+|^↓{1,3}\s?/i;

/** "C3/C4 normal" says it of both, as "negative" does; of "low" both are asked. */
function levelAfter(text: string): Pick<Saying, "words" | "plain"> | undefined {
  const [words] = LEVEL_AFTER.exec(text) ?? [];
  return words === undefined ? undefined : { words, plain: true };
}

/** "C3" of "C3/C4 low", and "C4" of "low C3/C4", with the level that is said of both. */
function withLevel(facts: readonly Fact[], at: number): string | undefined {
  const text = facts[at]?.text ?? "";
  const [before, after] = [facts[at - 1], facts[at + 1]];
  const [last] = (LEVELED.test(after?.joint ?? "") && LEVEL_AFTER.exec(after?.text ?? "")) || [];
  const [first] = (LEVELED.test(facts[at]?.joint ?? "") && LEVEL_BEFORE.exec(before?.text ?? "")) || [];
  return last ? text + last : first && first + text;
}

/**
 * "C3 and C4 low", "anti-Sm, SSA and SSB positive": names of tests that say nothing by themselves, in a list that "and"
 * closes, have the result that its end or its beginning says.
 */
function withResultOfAll(facts: readonly Fact[], resultNames: ReadonlySet<string>, read: ReadPart): readonly Fact[] {
  const found = new Map<number, Single>();
  for (const [at, fact] of facts.entries()) {
    if (fact.offer?.kind !== "answer") continue;
    // "C4 low in 2019"
    const once = onceIn(fact.text)[0]?.words ?? fact.text;
    const text = fact.text.startsWith(once) ? once : fact.text;
    const said = saidAfter(text);
    const [level] = LEVEL_AFTER.exec(text) ?? (said?.plain ? [said.words] : []);
    const after = level && level + fact.text.slice(text.length);
    if (after !== undefined && saidBefore(fact.text) === undefined && AND.test(fact.joint))
      shareBack(at, fact.offer.status, after);
    const [before] = LEVEL_BEFORE.exec(fact.text) ?? [];
    if (before !== undefined && saidAfter(fact.text) === undefined) shareOn(at, fact.offer.status, before);
  }
  return facts.map((fact, at) => {
    const offer = found.get(at);
    return offer ? { ...fact, offer, settled: "pair" } : fact;
  });

  function resultOf(at: number, status: Status, text: (own: string) => string): Single | undefined {
    const fact = facts[at];
    if (!fact || fact.offer || !resultNames.has(squeezed(fact.text.replace(ANTIBODIES, "")))) return undefined;
    const offer = read(text(fact.text));
    return offer && offer !== "asked" && offer.kind === "answer" && offer.status === status ? offer : undefined;
  }

  function shareBack(from: number, status: Status, after: string): void {
    for (let at = from - 1; at >= 0; at -= 1) {
      const offer = resultOf(at, status, (own) => own + after);
      if (!offer) return;
      found.set(at, offer);
      if (!IN_LIST.test(facts[at]?.joint ?? "")) return;
    }
  }

  function shareOn(from: number, status: Status, before: string): void {
    const shared: [number, Single][] = [];
    for (let at = from + 1; at < facts.length && IN_LIST.test(facts[at]?.joint ?? ""); at += 1) {
      const offer = resultOf(at, status, (own) => before + own);
      if (!offer) return;
      shared.push([at, offer]);
      if (!AND.test(facts[at]?.joint ?? "")) continue;
      for (const [one, single] of shared) found.set(one, single);
      return;
    }
  }
}

const IN_LIST = /^(?:,|and|&)$/;
const ANTIBODIES = /\s+(?:antibod(?:y|ies)|abs?)$/i;

/** "SSA/SSB negative" says it of both: a slash joins what one result is said of. Of a positive one, both are asked. */
function withResultOfPairs(facts: readonly Fact[], read: ReadPart): readonly Fact[] {
  return facts.map((fact, at) => {
    const others = facts.slice(at + 1);
    const end = others.findIndex(({ joint }) => joint !== "/");
    const last = facts[at + (end < 0 ? others.length : end)];
    const isInPair = last !== fact || fact.joint === "/";
    const said = last && (saidAfter(last.text) ?? levelAfter(last.text));
    if (!isInPair || !said?.plain || last?.offer?.kind !== "answer" || last.offer.status === "present") return fact;
    if (last === fact) return { ...fact, settled: "pair" };
    if (isSigned(fact) || droppedOf(fact) !== "") return fact;
    // "Pleuritic pain / anti-Sm neg": what says all by itself and the name of a test are no pair.
    const isOfTest = (read(last.text.slice(0, -said.words.length)) ?? "asked") === "asked";
    if (fact.offer && isOfTest) return fact;
    const offer = read(fact.text + said.words);
    return offer && offer !== "asked" ? { ...fact, offer, settled: "pair" } : fact;
  });
}

/** What of a line a denial or an explanation does not reach over. */
const ENDS = /^(?:but|[;\n•])$/;
/** What the head of a list, or a result at its end, does not reach over: its points may stand apart. */
const ENDS_LIST = /^but$/;

/** "Denied: A; B" and "denies A. B", whatever divides the points of the list. */
const isHead = ({ words }: Saying): boolean => /:\s*$|^\s*(?:denie[sd]|denying)\b/i.test(words);

/** "A; B; none" and "A; B denied": a result that stands by itself, or that is said of lists. */
function isOfList({ text }: Fact, { words }: Saying): boolean {
  return /[,;]\s*$/.test(text.slice(0, -words.length)) || /^\s*,|\b(?:none|nil|denied)\s*$/i.test(words);
}

const NORMAL = /^normal\s|\s(?:normal|not (?:low|reduced|decreased)|wnl|within normal (?:limits|range))$/i;

/** Whether it is said of a fact itself that it is so or not: "C3 normal" as well, which is not low. */
function isSigned({ text }: Fact): boolean {
  return (saidBefore(text) ?? saidAfter(text)) !== undefined || NORMAL.test(text);
}

function joined(parts: readonly Part[]): string {
  return parts
    .map(({ text, joint }, at) => (at === 0 ? text : `${/^[,;]$/.test(joint) ? joint : ` ${joint}`} ${text}`))
    .join("");
}

/** How far a denial reaches. */
interface Reach {
  readonly by: number;
  /** All that it may deny. */
  readonly all: readonly number[];
  /**
   * What it denies beyond doubt, read or not: "no A, B or C" denies all three, and what a comma begins after that is
   * new.
   */
  readonly sure: readonly number[];
  /** Of these, what is one kind of its finding, and is not denied with the finding itself. */
  readonly kinds: readonly number[];
  readonly status: Status;
  /** The words that deny. */
  readonly words: string;
}

const IS_SAID = /^(?:(?:, )*n?or|\/)(?: (?:n?or|\/))*$/;

/** How far each denial of a line reaches: to the next sign of its own, a value, or a "but". */
function reachesIn(facts: readonly Fact[]): readonly Reach[] {
  return facts.flatMap(({ text, offer, isKindDenied }, by): readonly Reach[] => {
    const said = saidBefore(text);
    const status = isKindDenied ? "absent" : offer?.kind === "answer" ? offer.status : "present";
    if (!said || status === "present") return [];
    const over = reachedFrom(facts, by, isHead(said) ? ENDS_LIST : ENDS);
    const isSure = (length: number) => {
      const reached = over.slice(0, length).flatMap((at) => facts[at] ?? []);
      return IS_SAID.test(reached.map(({ joint }) => joint).join(" ")) && reached.every((one) => droppedOf(one) === "");
    };
    const lengths = over.map((_, at) => at + 1).toReversed();
    const sure = over.slice(0, said.plain ? (lengths.find(isSure) ?? 0) : 0);
    // "No thrombosis, DVT or PE": every kind is denied with the finding.
    const denied = [by, ...sure].flatMap((at) => {
      const fact = facts[at];
      return fact?.offer?.kind === "answer" && !fact.isAskedDenied ? fact.offer.finding : [];
    });
    const kinds = sure.filter((at) => {
      const fact = facts[at];
      return fact?.isAskedDenied && !(fact.offer?.kind === "answer" && denied.includes(fact.offer.finding));
    });
    // What is not read ends no list: "denies fever, chills, malar rash".
    const all = over.filter((at) => facts[at]?.shared ?? facts[at]?.offer);
    return over.length === 0 ? [] : [{ by, all, sure, kinds, status, words: said.words.trimStart() }];
  });
}

function reachedFrom(facts: readonly Fact[], by: number, ends: RegExp): readonly number[] {
  const reach: number[] = [];
  for (const [at, fact] of facts.entries()) {
    if (at <= by) continue;
    const kind = (fact.shared ?? fact.offer)?.kind;
    if (kind === "measure" || ends.test(fact.joint) || isSigned(fact) || isOfResult(fact)) break;
    reach.push(at);
  }
  return reach;
}

function isOfResult({ sharedBy, settled }: Fact): boolean {
  return sharedBy === "result" || settled === "pair";
}

/** What a denial of a fact leaves out of what was typed: what is not present has no day, no explanation and no note. */
function droppedOf({ offer }: Fact): string {
  if (offer?.kind !== "answer") return "";
  return [offer.date, offer.note, offer.explainedBy?.text].filter((one) => one !== undefined).join(", ");
}

function denied(fact: Fact, status: Status): Single | undefined {
  if (fact.shared && status === "absent") return fact.shared;
  return fact.offer && withStatus(fact.offer, status);
}

function withStatus(offer: Single, status: Status): Single {
  if (offer.kind !== "answer") return offer;
  const { date: _, explainedBy: __, note: ___, ...rest } = offer;
  return { ...rest, status } satisfies Answered;
}

/**
 * The facts, with each denial said of all that it denies beyond doubt: what is not read, or asked about, is left with
 * its denial. Where one reach is in doubt, the line is asked.
 */
function withSureDenials(facts: readonly Fact[]): readonly Fact[] {
  const reaches = reachesIn(facts);
  return facts.map((fact, at) => {
    const reach = reaches.find(({ sure }) => sure.includes(at));
    if (!reach) return fact;
    const offer = denied(fact, reach.status);
    if (offer && !reach.kinds.includes(at)) return { ...fact, offer, settled: "denial" };
    const { shared: _, offer: __, ...left } = fact;
    return {
      ...left,
      offer: undefined,
      typed: reach.words + fact.typed,
      settled: "denial",
      ...(offer && { everyKind: offer }),
    };
  });
}

/** The line where those facts that another says something of as well are read so. */
function reread(facts: readonly Fact[], anew: (fact: Fact, at: number) => Single | undefined): Way {
  const ways = facts.map((fact, at): Way => {
    const offer = anew(fact, at);
    if (!offer) return asTyped([fact]);
    const dropped = offer.kind === "answer" && offer.status !== "present" ? droppedOf(fact) : "";
    return { parts: [offer], left: dropped === "" ? [] : [dropped] };
  });
  return { parts: once(ways.flatMap(({ parts }) => parts)), left: ways.flatMap(({ left }) => left) };
}

/** "Febrile and focal seizures": whether the one is a finding of its own, or says of which kind the other is. */
function ofDescription(facts: readonly Fact[], describedBy: DescribedBy, read: ReadPart): Doubt | undefined {
  const describes = ({ offer: by }: Fact, { text, offer, everyKind }: Fact) => {
    // Of "tonic seizures", which is not read, the last word is.
    const last = offer ?? everyKind ?? read(/\S+$/.exec(text)?.[0] ?? "");
    if (by?.kind !== "answer" || !last || last === "asked" || last.kind !== "answer") return false;
    return describedBy.get(last.finding)?.includes(squeezed(by.through)) === true;
  };
  for (const [at, fact] of facts.entries()) {
    const near = [at - 1, at + 1].filter((by) => !ENDS.test(facts[Math.max(at, by)]?.joint ?? ""));
    const other = near.flatMap((by) => facts[by] ?? []).find((one) => describes(fact, one));
    if (!other) continue;
    const without = facts.map((one) => (one === fact ? { ...one, offer: undefined } : one));
    return {
      // Where nothing else is read, the line is one fact of which a word is not.
      ways: asTyped(without).parts.length > 0 ? [asTyped(without), asTyped(facts)] : [],
      message: `Is "${fact.typed}" a finding of its own, or does it say of which kind "${other.typed}" is? Choose one.`,
    };
  }
  return undefined;
}

/** "No malar rash, seizure": whether the denial is said of both. */
function ofDenials(facts: readonly Fact[]): Doubt | undefined {
  const doubted = reachesIn(facts).flatMap(({ by, all, ...rest }) => {
    const open = all.filter((at) => !facts[at]?.settled);
    return open.length > 0 ? [{ by, open, ...rest }] : [];
  });
  const [first] = doubted;
  if (!first) return undefined;
  const all = reread(facts, (fact, at) => {
    const reach = doubted.find(({ open }) => open.includes(at));
    return reach && denied(fact, reach.status);
  });
  const verb = first.status === "unknown" ? "doubt" : "deny";
  return {
    ways: [all, asTyped(facts)],
    message: `Does "${facts[first.by]?.typed}" ${verb} what follows as well? Choose one.`,
  };
}

/** "No seizure or DVT": whether every kind of a finding is denied with the one that is named. */
function ofEveryKind(facts: readonly Fact[]): Doubt | undefined {
  const first = facts.find(({ everyKind }) => everyKind);
  if (!first) return undefined;
  return {
    ways: [asTyped(facts), reread(facts, ({ everyKind }) => everyKind)].filter(({ parts }) => parts.length > 0),
    message: `Does "${first.typed}" deny every kind? Choose one.`,
  };
}

/** "Anti-Sm and SSA positive": whether the result is said of both. */
function ofSharedResult(facts: readonly Fact[]): Doubt | undefined {
  const first = facts.find(({ offer, shared }) => !offer && shared);
  if (!first) return undefined;
  const [all, some] = [reread(facts, ({ offer, shared }) => offer ?? shared), asTyped(facts)];
  const said = first.sharedBy === "sign" ? `sign said of "${first.typed}"` : `result said of "${first.typed}" as well`;
  return { ways: [all, some].filter(({ parts }) => parts.length > 0), message: `Is the ${said}? Choose one.` };
}

/** "Seizure and psychosis negative": whether the result is said of both. */
function ofLateDenial(facts: readonly Fact[], resultNames: ReadonlySet<string>, read: ReadPart): Doubt | undefined {
  const reached = new Map<number, Status>();
  let last: number | undefined;
  for (const [late, { text, offer }] of facts.entries()) {
    const said = saidAfter(text);
    if (!said || offer?.kind !== "answer" || offer.status === "present") continue;
    const ends = facts[late] && isOfList(facts[late], said) ? ENDS_LIST : ENDS;
    const found = reachedBack(facts, late, ends, (fact) => {
      // "Malar rash not detected" is said of nothing: such a result is a test's.
      return droppedOf(fact) !== "" || fact.isAskedDenied || (read(fact.text + said.words) ?? "asked") !== "asked";
    });
    for (const at of found) reached.set(at, offer.status);
    if (found.length > 0) last = late;
  }
  if (last === undefined) return undefined;
  const all = reread(facts, ({ offer }, at) => {
    const status = reached.get(at);
    return offer && status && withStatus(offer, status);
  });
  const message = `Does "${facts[last]?.typed}" say it of what stands before as well? Choose one.`;
  const { text = "" } = facts[last] ?? {};
  const { words = "" } = saidAfter(text) ?? {};
  const name = text.slice(0, text.length - words.length);
  // "Hemolytic anemia, Coombs negative": that of a test is rather its own, and so is "seizure (no)".
  const isOwn = /^\s*\(/.test(words) || resultNames.has(squeezed(name.replace(ANTIBODIES, "")));
  return { ways: isOwn ? [asTyped(facts), all] : [all, asTyped(facts)], message };
}

/** The present findings before a fact of which it may say something as well, up to what has a sign of its own. */
function reachedBack(
  facts: readonly Fact[],
  from: number,
  ends: RegExp,
  isMeant: (fact: Fact) => boolean,
): readonly number[] {
  const reach: number[] = [];
  for (let at = from - 1; at >= 0; at -= 1) {
    const fact = facts[at];
    if (!fact || ends.test(facts[at + 1]?.joint ?? "")) break;
    if (fact.settled) continue;
    if (fact.offer?.kind !== "answer" || fact.offer.status !== "present" || isSigned(fact)) break;
    if (isMeant(fact)) reach.push(at);
  }
  return reach;
}

/** Whether the group that an "or" joins to a fact begins with a denial. */
function isDenied(facts: readonly Fact[], at: number): boolean {
  let head = at;
  while (head > 0 && OR.test(facts[head]?.joint ?? "")) head -= 1;
  return saidBefore(facts[head]?.text ?? "")?.status === "absent";
}

/** "Ro52 positive, Ro60 negative": one finding, which is not so and not so at once. */
function ofOneTwice(facts: readonly Fact[]): Doubt | undefined {
  const answers = facts.map(({ offer }) => (offer?.kind === "answer" ? offer : undefined));
  const first = answers.findIndex(
    (one, at) => one && answers.some((other, by) => by > at && other?.finding === one.finding && !isSame(one, other)),
  );
  const one = answers[first];
  if (!one) return undefined;
  const same = answers.flatMap((other, at) => (other?.finding === one.finding ? [at] : []));
  const names = same.map((at) => `"${facts[at]?.typed}"`).join(" and ");
  return {
    ways: same.map((only) => asTyped(facts.filter((_, at) => at === only || !same.includes(at)))),
    message: `${names} answer one and the same finding. Choose one.`,
  };
}

/** Whether two answers say the same of one finding. Two equal values can be of two days. */
function isSame(one: Single, other: Single): boolean {
  if (one.kind !== "answer" || other.kind !== "answer") return false;
  return JSON.stringify({ ...one, through: "" }) === JSON.stringify({ ...other, through: "" });
}

const OR = /^(?:n?or|\/)$/;

/** "Malar rash or discoid rash", which nothing denies, says that one of them is so, and not which. */
function ofAlternatives(facts: readonly Fact[]): Doubt | undefined {
  const second = facts.findIndex(
    ({ joint, settled, offer }, at) =>
      OR.test(joint) &&
      !(joint === "/" && facts.slice(at - 1, at + 1).every(isSigned)) &&
      (settled ? settled === "pair" && joint !== "/" : offer !== undefined || !isDenied(facts, at)),
  );
  if (second <= 0) return undefined;
  let [from, to] = [second - 1, second];
  while (OR.test(facts[to + 1]?.joint ?? "")) to += 1;
  while (from > 0 && OR.test(facts[from]?.joint ?? "")) from -= 1;
  const members = facts.flatMap((_, at) => (at >= from && at <= to ? [at] : []));
  const [one, ...rest] = members.map((at) => facts[at]?.offer);
  // "LN III/IV": whichever it is, it answers one finding in one way.
  if (one && rest.every((other) => other && isSame(one, other))) return undefined;
  const alone = members
    .filter((at) => facts[at]?.offer)
    .map((only) => asTyped(facts.filter((_, at) => at === only || !members.includes(at))));
  const names = members.map((at) => `"${facts[at]?.typed}"`).join(" or ");
  return { ways: [asTyped(facts), ...alone], message: `Is it ${names}, or all of them? Choose one.` };
}

/** "Fever and leukopenia due to parvovirus": whether it explains both. */
function ofExplanation(facts: readonly Fact[]): Doubt | undefined {
  const reached = new Map<number, Answered>();
  let last: Answered | undefined;
  let isBeside = false;
  for (const [by, { offer, joint, text }] of facts.entries()) {
    if (offer?.kind !== "answer" || !offer.explainedBy) continue;
    const found = explainedBack(facts, by);
    for (const at of found) reached.set(at, offer);
    // No explanation stands beside a value, so that one reading is left, and it is not taken unasked.
    const beforeIt = joint === "and" || joint === "&" ? facts[by - 1]?.offer?.kind === "measure" : false;
    if (found.length === 0 && !beforeIt) continue;
    last = offer;
    // In parentheses, it rather explains what it stands beside.
    isBeside = text.endsWith(")");
  }
  if (!last) return undefined;
  const all = reread(facts, ({ offer }, at) => {
    const explainedBy = reached.get(at)?.explainedBy;
    return offer?.kind === "answer" && explainedBy ? { ...offer, explainedBy } : undefined;
  });
  const message = `Does "${last.explainedBy?.text}" explain what stands before as well? Choose one.`;
  const own = asTyped(facts);
  return { ways: reached.size === 0 ? [own] : isBeside ? [own, all] : [all, own], message };
}

/** The findings before an explained one that it may explain as well. */
function explainedBack(facts: readonly Fact[], by: number): readonly number[] {
  const reach: number[] = [];
  for (let at = by - 1; at >= 0; at -= 1) {
    const offer = facts[at]?.offer;
    if (ENDS.test(facts[at + 1]?.joint ?? "") || offer?.kind !== "answer") break;
    if (offer.status !== "present" || offer.explainedBy) break;
    // Each has parentheses of its own.
    if ([at, by].every((one) => facts[one]?.text.endsWith(")"))) break;
    reach.push(at);
  }
  return reach;
}

/** "Thrombocytopenia due to HIV, malar rash": whether what follows is a second cause, or a fact of its own. */
function ofWhatFollowsCause(facts: readonly Fact[]): Doubt | undefined {
  const by = facts.findIndex((fact, at) => {
    const next = facts[at + 1];
    const offer = next?.offer;
    if (!next || offer?.kind !== "answer" || offer.status !== "present" || offer.explainedBy) return false;
    return endsInCause(fact) && !ENDS.test(next.joint) && !isSigned(next);
  });
  const [first, next] = [facts[by], facts[by + 1]];
  if (first?.offer?.kind !== "answer" || !first.offer.explainedBy || !next) return undefined;
  const { cause, text } = first.offer.explainedBy;
  const both = { cause, text: `${text}${next.joint === "," ? "," : ` ${next.joint}`} ${next.text}` };
  const explained: Single = { ...first.offer, explainedBy: both };
  const joined = reread(
    facts.filter((_, at) => at !== by + 1),
    (_, at) => (at === by ? explained : undefined),
  );
  const message = `Is "${next.text}" a finding of its own, or does it explain "${first.offer.through}" as well? Choose one.`;
  return { ways: [asTyped(facts), joined], message };
}

/** "Leukopenia due to azathioprine", and no parentheses, after which something new begins. */
function endsInCause({ text, offer }: Fact): boolean {
  const cause = offer?.kind === "answer" ? offer.explainedBy?.text : undefined;
  return cause !== undefined && text.endsWith(cause) && explainedIn(text)[0]?.as === "said";
}

/** A day at the beginning or the end of a line may be that of all its values: both are offered. */
function ofOneDay(facts: readonly Fact[]): Doubt | undefined {
  const dated = facts.flatMap(({ offer }, at) => (dateOf(offer) === undefined ? [] : [at]));
  const [only, ...others] = dated;
  const found = facts.filter(({ offer }) => offer);
  if (only === undefined || others.length > 0 || found.length < 2 || (only !== 0 && only !== facts.length - 1))
    return undefined;
  const date = dateOf(facts[only]?.offer);
  if (date === undefined) return undefined;
  const all = reread(facts, ({ offer }) => {
    if (offer?.kind === "measure") return { ...offer, measurement: { ...offer.measurement, date } };
    return offer?.status === "present" ? { ...offer, date } : offer;
  });
  return { ways: [all, asTyped(facts)], message: `Is ${date} the day of all of them? Choose one.` };
}

function dateOf(offer: Single | undefined): string | undefined {
  return offer?.kind === "measure" ? offer.measurement.date : offer?.date;
}
