/**
 * The vote that is on its way. It is written down on the device before it is sent, so that a reload, a sleep or a lost
 * network loses nothing; and it is sent until the server has acknowledged or refused it. Sending twice is voting once.
 */
import type { Ballot } from "../../../lib/rounds/phases.ts";
import type { Certainty } from "../../../lib/rounds/room.ts";

export interface OwnVote {
  readonly question: string;
  readonly ballot: Ballot;
  readonly choice: string;
  readonly certainty: Certainty;
}

/** What became of it: acknowledged; no answer; or refused, with the reason. */
export type Sent = "kept" | "away" | { readonly refused: string };

export type Delivery =
  | { readonly kind: "none" }
  /** `waiting`: kept on this device until the network is back. */
  | { readonly kind: "sending" | "waiting" | "sent"; readonly vote: OwnVote }
  | { readonly kind: "refused"; readonly vote: OwnVote; readonly why: string };

export interface Outbox {
  getState(): Delivery;
  subscribe(listener: () => void): () => void;
  put(vote: OwnVote): void;
  /** Sends what waits; nothing where nothing does. */
  retry(): void;
}

/** Where it is written down. It may fail, as in a private window: then memory alone holds it. */
type Place = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export function createOutbox(code: string, place: Place, send: (vote: OwnVote) => Promise<Sent>): Outbox {
  const key = `sle-room:${code}`;
  const listeners = new Set<() => void>();
  let inMemory = readVote(quietly(() => place.getItem(key)) ?? "");
  let delivery: Delivery = inMemory ? { kind: "waiting", vote: inMemory } : { kind: "none" };
  let isWritten = inMemory !== undefined;
  let isSending = false;

  function say(next: Delivery): void {
    delivery = next;
    for (const listener of listeners) listener();
  }

  /** Another window of the same phone may have written a later answer, or sent what was written: that one decides. */
  function waiting(): OwnVote | undefined {
    if (!inMemory || !isWritten) return inMemory;
    return readVote(quietly(() => place.getItem(key)) ?? "");
  }

  function forget(vote: OwnVote): void {
    inMemory = undefined;
    const written = readVote(quietly(() => place.getItem(key)) ?? "");
    if (written && isSame(written, vote)) quietly(() => place.removeItem(key));
  }

  async function deliver(): Promise<void> {
    const vote = waiting();
    if (isSending) return;
    if (!vote) {
      if (inMemory) say({ kind: "none" });
      inMemory = undefined;
      return;
    }
    isSending = true;
    if (delivery.kind !== "waiting") say({ kind: "sending", vote });
    const sent = await send(vote);
    isSending = false;
    const later = waiting();
    // The answer was changed while it was under way.
    if (later && !isSame(later, vote)) return void deliver();
    if (sent === "away") return say({ kind: "waiting", vote });
    forget(vote);
    say(sent === "kept" ? { kind: "sent", vote } : { kind: "refused", vote, why: sent.refused });
  }

  return {
    getState: () => delivery,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put(vote) {
      inMemory = vote;
      isWritten =
        quietly(() => {
          place.setItem(key, JSON.stringify(vote));
          return true;
        }) ?? false;
      say({ kind: delivery.kind === "waiting" ? "waiting" : "sending", vote });
      void deliver();
    },
    retry: () => void deliver(),
  };
}

const isSame = (one: OwnVote, other: OwnVote): boolean =>
  one.question === other.question &&
  one.ballot === other.ballot &&
  one.choice === other.choice &&
  one.certainty === other.certainty;

function quietly<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** What was written down; undefined where it is not a vote, as when something else wrote there. */
function readVote(text: string): OwnVote | undefined {
  const read = quietly(() => JSON.parse(text) as Partial<Record<keyof OwnVote, unknown>> | null);
  if (!read) return undefined;
  const { question, choice, ballot, certainty } = read;
  if (typeof question !== "string" || typeof choice !== "string") return undefined;
  if (ballot !== 1 && ballot !== 2) return undefined;
  if (certainty !== 1 && certainty !== 2 && certainty !== 3) return undefined;
  return { question, choice, ballot, certainty };
}
