import { z } from "../record/zod.ts";
import { type ReadEntry, readEntry } from "../store/read-entry.ts";
import type { Saves } from "../store/saves.ts";
import { OUTCOMES } from "./marking.ts";
import { fitting, jsonOf } from "./read-kept-json.ts";
import type { Reply } from "./review.ts";
import type { Deal, SittingCase } from "./sitting.ts";

const SURE = [50, 60, 70, 80, 90, 100] as const;

const draftSchema = z.strictObject({
  /** How many stages of the case are open. */
  opened: z.number().int().min(1).max(20),
  /** By mention. */
  marks: z.record(z.string().max(200), z.enum(OUTCOMES)),
  /** Points by domain id, as typed. */
  typed: z.record(z.string().max(200), z.string().max(40)),
  verdict: z.enum(["classified", "not-classified", "undetermined"]).optional(),
  sure: z.literal(SURE).optional(),
  /** Whether the reply was given; its review shows then. */
  checked: z.boolean(),
});

const outcomeSchema = z.strictObject({
  title: z.string().max(200),
  set: z.string().max(80),
  right: z.boolean(),
  pointsRight: z.boolean(),
  /** The rules that were missed. */
  missed: z.array(z.string().max(200)).max(100),
  /** Which case of the sitting it was, from 0, and what was replied, to look at it again; older ones have neither. */
  position: z.number().int().min(0).max(200).optional(),
  reply: draftSchema.optional(),
});

const sittingSchema = z.strictObject({
  /** The query of the address that names its cases. */
  query: z.string().max(8000),
  /** When it was last worked on, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** How many cases it has. */
  cases: z.number().int().min(1).max(200),
  /** The places after which the twin of a case was put in, in the order in which that was done. */
  twins: z.array(z.number().int().min(0).max(200)).max(200),
  /** The case at hand, from 0; `cases` when all are answered. */
  position: z.number().int().min(0).max(200),
  outcomes: z.array(outcomeSchema).max(200),
  draft: draftSchema,
});

const savedSchema = z.strictObject({
  format: z.literal("sle-sittings/1"),
  sittings: z.array(sittingSchema).max(100),
});

/** What was done at the case at hand so far. */
export type Draft = z.infer<typeof draftSchema>;

/** How one case of a sitting went. */
export type CaseOutcome = z.infer<typeof outcomeSchema>;

/** A sitting as it is kept on the device, so that leaving the page loses nothing of it. */
export type SavedSitting = z.infer<typeof sittingSchema>;

/** How sure a trainee can say to be, in percent; 50 is a guess between two. */
export const CERTAINTIES: readonly (typeof SURE)[number][] = SURE;

export const NEW_DRAFT: Draft = { opened: 1, marks: {}, typed: {}, checked: false };

/** As many stages as no case has: what is opened at once, and stays so for the cases that follow. */
export const WHOLE = 20;

/** The draft of the case after this one: opened as whole as this one was. */
export function nextDraft({ opened }: Pick<Draft, "opened">): Draft {
  return opened === WHOLE ? { ...NEW_DRAFT, opened } : NEW_DRAFT;
}

/** At most this many sittings are kept; the one longest left alone goes first. */
const MOST_KEPT = 12;

/** A sitting of these cases in which nothing was done yet. `at`: ISO 8601 in UTC. */
export function newSitting(query: string, cases: number, at: string): SavedSitting {
  return { query, at, cases, twins: [], position: 0, outcomes: [], draft: NEW_DRAFT };
}

/** Reads what lies on the device, the latest sitting first; what is damaged or of a later version says so. */
export function readKeptSittings(text: string): ReadEntry<readonly SavedSitting[]> {
  const entry = readEntry(jsonOf(text), "sle-sittings/1", fitting(savedSchema));
  return entry.kind === "read" ? { ...entry, value: entry.value.sittings } : entry;
}

/** The sittings in a file, the latest first; none when it holds no sittings that this version reads. */
export function readSittings(text: string): readonly SavedSitting[] {
  const entry = readKeptSittings(text);
  return entry.kind === "read" ? entry.value : [];
}

/** The sittings of both, each as it was last worked on, the latest first. */
export function joined(one: readonly SavedSitting[], other: readonly SavedSitting[]): readonly SavedSitting[] {
  const latestFirst = [...one, ...other].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return [...new Map(latestFirst.toReversed().map((sitting) => [sitting.query, sitting])).values()]
    .sort((a, b) => latestFirst.indexOf(a) - latestFirst.indexOf(b))
    .slice(0, MOST_KEPT);
}

/** On the device with the saves that they hold; a file has none. */
export function writeSittings(sittings: readonly SavedSitting[], saves?: Saves): string {
  return JSON.stringify({ format: "sle-sittings/1", sittings, saves });
}

/** The kept sittings with this one as the latest, in place of an earlier state of it. */
export function withSitting(sittings: readonly SavedSitting[], sitting: SavedSitting): readonly SavedSitting[] {
  return [sitting, ...withoutSitting(sittings, sitting.query)].slice(0, MOST_KEPT);
}

/** The kept sittings but for the one that was asked for so. */
export function withoutSitting(sittings: readonly SavedSitting[], query: string): readonly SavedSitting[] {
  return sittings.filter((one) => one.query !== query);
}

/** The deck with the twins that were put in, each after its own case, and without a twin of its own. */
export function withTwins(deck: readonly Deal[], twins: readonly number[]): readonly Deal[] {
  return twins.reduce((deals, position) => {
    const deal = deals[position];
    return deal ? deals.toSpliced(position + 1, 0, () => twinOf(deal())) : deals;
  }, deck);
}

function twinOf(one: SittingCase | undefined): SittingCase | undefined {
  if (!one?.twin) return undefined;
  const { twin, ...same } = one;
  return { ...same, practiceCase: twin };
}

/** Points by domain as numbers, empty fields left out; undefined when one is not a number. A comma is a point. */
export function pointsOf(typed: Draft["typed"]): Readonly<Record<string, number>> | undefined {
  const given = Object.entries(typed).filter(([, text]) => text.trim() !== "");
  const points = given.map(([domain, text]) => [domain, Number(text.trim().replace(",", "."))] as const);
  return points.every(([, value]) => Number.isFinite(value)) ? Object.fromEntries(points) : undefined;
}

/** The reply that a draft comes to, or in a sentence what is missing in it. */
export function replyOf({
  marks,
  typed,
  verdict,
  sure,
}: Draft): { readonly reply: Reply } | { readonly problem: string } {
  const domains = pointsOf(typed);
  if (!domains) return { problem: "One of the points is not a number." };
  if (verdict === undefined) return { problem: "Choose a verdict." };
  if (sure === undefined) return { problem: "Say how sure you are." };
  return { reply: { marks, domains, verdict, sure } };
}
