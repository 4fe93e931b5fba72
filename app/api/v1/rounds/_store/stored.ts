/** How both stores write a room: what never changes apart from what does. */
import type { Identity } from "../../../../../lib/definition/identity.ts";
import type { Ballot } from "../../../../../lib/rounds/phases.ts";
import type { Plan } from "../../../../../lib/rounds/plan.ts";
import type { Certainty, Room, Vote } from "../../../../../lib/rounds/room.ts";
import type { Holder } from "../../../../../lib/rounds/store.ts";

/** The file of SQLite in its folder. */
export const ROOMS_FILE = "rooms.sqlite";

/** A room as it stands in a row. */
export interface StoredRoom {
  readonly code: string;
  readonly plan: string;
  readonly state: string;
  readonly version: number;
  /** Of the room itself or of a vote in it, in milliseconds since 1970. */
  readonly lastActionAt: number;
}

type State = Pick<Room, "current" | "phases" | "ended" | "createdAt" | "lastActionAt">;

export function stateOf({ plan: _, code: _code, version: _version, ...state }: Room): string {
  return JSON.stringify(state satisfies State);
}

/** Plans are large and never change: the last ones read are kept as objects. */
const plans = new Map<string, { readonly text: string; readonly plan: Plan }>();
/** Characters of all of them together. As objects they take a few times as much. */
const MOST_OF_PLANS = 10_000_000;
let ofPlans = 0;

export function planText(code: string, plan: Plan): string {
  const text = JSON.stringify(plan);
  remember(code, text, plan);
  return text;
}

function remember(code: string, text: string, plan: Plan): void {
  forget(code);
  plans.set(code, { text, plan });
  ofPlans += text.length;
  for (const oldest of plans.keys()) {
    if (ofPlans <= MOST_OF_PLANS || oldest === code) break;
    forget(oldest);
  }
}

/** What is erased is in no memory either. */
export function forget(code: string): void {
  ofPlans -= plans.get(code)?.text.length ?? 0;
  plans.delete(code);
}

/** By which app and which definitions a room was opened that an earlier version kept, without saying so. */
const NOT_SAID: Identity = { version: "not said", definitions: "not said" };

function planIn(text: string): Plan {
  const read = JSON.parse(text) as Omit<Plan, "app"> & Partial<Pick<Plan, "app">>;
  return { ...read, app: read.app ?? NOT_SAID };
}

/** What a store wrote itself, read back. */
export function roomOf({ code, plan: text, state, version, lastActionAt }: StoredRoom): Room {
  const known = plans.get(code);
  const plan = known?.text === text ? known.plan : planIn(text);
  if (plan !== known?.plan) remember(code, text, plan);
  const read = JSON.parse(state) as State;
  return { ...read, code, plan, version, lastActionAt: Math.max(read.lastActionAt, lastActionAt) };
}

type Row = Readonly<Record<string, unknown>>;

/** Whose right a row of the holders is; undefined where there is no row. */
export function holderIn(row: Row | undefined): Holder | undefined {
  if (row?.["kind"] === "voter") return { kind: "voter", voter: Number(row["voter"]) };
  return row?.["kind"] === "presenter" ? { kind: "presenter" } : undefined;
}

/** The vote in a row of the votes. */
export function voteIn(row: Row): Vote {
  return {
    question: String(row["question"]),
    ballot: row["ballot"] as Ballot,
    voter: Number(row["voter"]),
    choice: String(row["choice"]),
    certainty: row["certainty"] as Certainty,
  };
}
