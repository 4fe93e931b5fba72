import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { type Plan, planOf } from "../../lib/rounds/plan.ts";
import { newRoom, type Room, type Vote } from "../../lib/rounds/room.ts";
import type { Asks, PreparedRound } from "../../lib/rounds/round.ts";
import { identity } from "../../scripts/identity.ts";

export { definitions, identity, practice };

/** ANA, malar rash, herpes ulcers and a low platelet count: with and without the ulcers it comes to the same. */
export const RECORD: SleRecord = {
  format: "sle-record/1",
  findings: {
    "ana-1-80": "present",
    "malar-rash": "present",
    "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes simplex" } },
  },
  measurements: [{ test: "platelets", value: 85, unit: "10*9/L", date: "2024-02-10" }],
};

export function prepared(asks: readonly Asks[], more: Partial<PreparedRound> = {}): PreparedRound {
  return {
    format: "sle-round/1",
    title: "A woman with a rash",
    record: RECORD,
    parts: [
      { title: "History", text: "A rash over the cheeks, and sores in the mouth." },
      { title: "Laboratory", text: "Platelets 85 ×10⁹/L. ANA positive." },
    ],
    sets: definitions.sets.map(({ id }) => id),
    questions: asks.map((one, position) => ({
      id: `q${position + 1}`,
      asks: one,
      words: `Question ${position + 1}`,
      notes: `Secret notes ${position + 1}`,
      told: Math.min(position + 1, 2),
    })),
    numbered: false,
    ...more,
  };
}

export function planFor(round: PreparedRound): Plan {
  const planned = planOf(round, definitions, practice.misreadings, identity);
  if ("why" in planned) throw new Error(planned.why);
  return planned.plan;
}

export const roomFor = (round: PreparedRound): Room => newRoom("ACDEFGHJ", planFor(round), 1000);

export const vote = (voter: number, choice: string, rest: Partial<Vote> = {}): Vote => ({
  question: "q1",
  ballot: 1,
  voter,
  choice,
  certainty: 2,
  ...rest,
});
