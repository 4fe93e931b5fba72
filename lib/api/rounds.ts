/** Teaching rounds in the OpenAPI document: what is sent and what is answered. */
import type { Definitions } from "../../criteria/types.ts";
import { z } from "../record/zod.ts";
import { roundSchema } from "../rounds/round.ts";
import { commandSchema, voteSchema } from "../rounds/sent.ts";
import type { JsonSchema } from "./json-schema.ts";

const code = z.string().meta({ description: "The code of the room, as the addresses below it have it" });
const secret = z
  .string()
  .meta({ description: "A secret token: whoever has it presents the room. It is given this once." });

const app = z
  .object({ version: z.string(), definitions: z.string() })
  .meta({ description: "By which app and which definitions the round was worked out, when it was opened" });

const opened = z.object({
  format: z.literal("sle-room-opened/1"),
  code,
  written: z.string().meta({ description: "The code as it is read aloud, in groups" }),
  token: secret,
});
const door = z.object({
  format: z.literal("sle-room-door/1"),
  statement: z.string(),
  code,
  written: z.string(),
  title: z.string(),
  numbered: z.boolean().meta({ description: "Whether the exports have a line for each voter, under a number" }),
  joined: z.boolean().meta({ description: "Whether whoever asks has joined" }),
});
const joined = z.object({
  format: z.literal("sle-room-joined/1"),
  voter: z.int().meta({ description: "The voter's number in this room, from 1 in order of joining" }),
});
const kept = z.object({
  format: z.literal("sle-vote-kept/1"),
  question: z.string(),
  ballot: z.union([z.literal(1), z.literal(2)]),
  voter: z.int(),
  choice: z.string(),
  certainty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
});
const done = z.object({
  format: z.literal("sle-room-done/1"),
  version: z.int().meta({ description: "Of the room after the command; the same when it was carried out before" }),
});
const link = z.object({ format: z.literal("sle-host-link/1"), code, token: secret });
const here = z.object({ format: z.literal("sle-rounds/1") });
const addresses = z.object({
  format: z.literal("sle-addresses/1"),
  origins: z.array(z.string()).meta({ description: "As in http://192.168.1.5:3000" }),
});
const hosted = z.object({ format: z.literal("sle-room-hosted/1"), code });

/** The beginning of what is large, with the rest in words: what it holds depends on who asks and on the phase. */
const view = z.looseObject({
  format: z.literal("sle-room/1"),
  statement: z.string(),
  app,
  code,
  written: z.string(),
  version: z.int().meta({ description: "Grows with each change of the room itself, not with each vote" }),
  title: z.string(),
  numbered: z.boolean(),
  ended: z.boolean(),
  keptUntil: z.int().meta({ description: "Milliseconds since 1970: until when the room is kept at least" }),
  presenterHere: z.boolean(),
  joined: z.int().optional().meta({ description: "For the presenter and the screen" }),
  questions: z.int(),
});
const results = z.looseObject({
  format: z.literal("sle-round-results/1"),
  statement: z.string(),
  app,
  title: z.string(),
  joined: z.int(),
});

/** The schemas of rounds by their names in the OpenAPI document. Those of the record are shared with the others. */
export function roundSchemas(definitions: Definitions): Readonly<Record<string, JsonSchema>> {
  const named = {
    PreparedRound: roundSchema(definitions),
    RoomCommand: commandSchema,
    RoomVote: voteSchema,
    RoomOpened: opened,
    RoomDoor: door,
    RoomJoined: joined,
    RoomVoteKept: kept,
    RoomDone: done,
    RoomHostLink: link,
    RoomHosted: hosted,
    RoundsHere: here,
    MachineAddresses: addresses,
    RoomView: view,
    RoundResults: results,
  };
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, z.toJSONSchema(schema)]));
}
