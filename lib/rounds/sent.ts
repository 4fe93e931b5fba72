/** What a presenter's window and a phone send, as it is read. */
import { z } from "../record/zod.ts";
import { MOVES, PHASES } from "./phases.ts";

/** What a presenter presses, with the phase that she saw, so that a press sent twice moves once. */
export const commandSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("move"), question: z.string(), from: z.enum(PHASES), move: z.enum(MOVES) }),
  z.strictObject({ kind: z.literal("go-to"), question: z.string() }),
  z.strictObject({ kind: z.literal("end") }),
]);

/** An answer, and how sure: 1 guessing, 2 fairly sure, 3 sure. */
export const voteSchema = z.strictObject({
  choice: z.string().max(100),
  certainty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
});
