/**
 * A prepared round: one patient, what is told of the case, and the questions that a room is to answer. It is what an
 * educator saves as a file (`sle-round/1`) and opens again next year. Nothing in it is an answer: the engine works the
 * key out of the record.
 */
import type { Definitions, FindingId, SleRecord } from "../../criteria/types.ts";
import { recordSchema } from "../record/schema.ts";
import { z } from "../record/zod.ts";

/** What a question asks of the room. */
export type Asks =
  /** Whether the finding is there, and whether something other than SLE explains it better. */
  | { readonly kind: "finding"; readonly finding: FindingId }
  /** How many points a domain of a set gives. */
  | { readonly kind: "points"; readonly set: string; readonly domain: string }
  /** What a set makes of the patient. */
  | { readonly kind: "verdict"; readonly set: string };

export interface PreparedQuestion {
  /** The same within one round. */
  readonly id: string;
  readonly asks: Asks;
  /** What the room reads. */
  readonly words: string;
  /** The presenter's own, shown to nobody else. */
  readonly notes: string;
  /** How many parts of the case the room has been told when this is asked. */
  readonly told: number;
}

/** A part of the case as the room reads it. */
export interface CasePart {
  readonly title: string;
  readonly text: string;
}

export interface PreparedRound {
  readonly format: "sle-round/1";
  readonly title: string;
  readonly record: SleRecord;
  readonly parts: readonly CasePart[];
  /** The sets to speak of, by id, in the order in which they are shown. */
  readonly sets: readonly string[];
  readonly questions: readonly PreparedQuestion[];
  /** Whether the exports have a line for each voter, under a number. Every phone says so before it joins. */
  readonly numbered: boolean;
}

/** The most that a round holds: a teaching hour has far less, and what a room is sent stays small. */
export const MOST = { questions: 40, parts: 12, words: 300, notes: 4000, title: 200, partText: 8000 } as const;

/** The shape of a prepared round for these definitions. Whether the record can be read is for the engine to say. */
export function roundSchema(definitions: Definitions) {
  const sets = definitions.sets.map(({ id }) => id) as [string, ...string[]];
  const findings = Object.keys(definitions.findings) as [FindingId, ...FindingId[]];
  const asks = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("finding"), finding: z.enum(findings) }),
    z.strictObject({ kind: z.literal("points"), set: z.enum(sets), domain: z.string() }),
    z.strictObject({ kind: z.literal("verdict"), set: z.enum(sets) }),
  ]);
  const question = z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, "an id is 1 to 40 small letters, digits and hyphens"),
    asks,
    words: z.string().trim().min(1, "A question needs words").max(MOST.words),
    notes: z.string().max(MOST.notes),
    told: z.number().int().min(0).max(MOST.parts),
  });
  return z
    .strictObject({
      format: z.literal("sle-round/1"),
      title: z.string().trim().min(1, "A round needs a title").max(MOST.title),
      record: recordSchema(definitions),
      parts: z
        .array(z.strictObject({ title: z.string().max(MOST.title), text: z.string().max(MOST.partText) }))
        .max(MOST.parts),
      sets: z.array(z.enum(sets)).min(1, "Choose at least one set"),
      questions: z.array(question).min(1, "Choose at least one question").max(MOST.questions),
      numbered: z.boolean(),
    })
    .superRefine(({ questions, sets: spoken, parts }, context) => {
      const refuse = (path: (string | number)[], message: string) =>
        context.addIssue({ code: "custom", path, message });
      if (new Set(spoken).size < spoken.length) refuse(["sets"], "A set is named twice");
      const seen = new Set<string>();
      for (const [position, { id, asks: asked, told }] of questions.entries()) {
        if (seen.has(id)) refuse(["questions", position, "id"], `two questions have the id ${id}`);
        seen.add(id);
        if (told > parts.length) refuse(["questions", position, "told"], `the case has ${parts.length} parts`);
        if (asked.kind !== "points") continue;
        const set = definitions.sets.find((one) => one.id === asked.set);
        if (set?.domains.some(({ id: domain }) => domain === asked.domain)) continue;
        const domains = set?.domains.map(({ id: domain }) => domain).join(", ");
        refuse(["questions", position, "asks", "domain"], `${asked.set} has the domains ${domains}`);
      }
    });
}

/** Words for a question, to begin with. */
export function wordsFor(asks: Asks, definitions: Definitions): string {
  if (asks.kind === "finding") return `${definitions.findings[asks.finding].label}: does it count?`;
  const set = definitions.sets.find(({ id }) => id === asks.set);
  if (asks.kind === "verdict") return `What does ${set?.short ?? asks.set} make of this patient?`;
  const domain = set?.domains.find(({ id }) => id === asks.domain);
  const unit = set?.unit === "criteria" ? "criteria" : "points";
  return `How many ${unit} does ${set?.short ?? asks.set} give for: ${domain?.title ?? asks.domain}?`;
}
