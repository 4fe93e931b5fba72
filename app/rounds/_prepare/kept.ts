/** What this device keeps of rounds: the one that is being prepared, and which rooms were opened here. */
import { definitions } from "../../../criteria/named.ts";
import { readDraft, writeRound } from "../../../lib/rounds/prepare.ts";
import { KEPT_FOR } from "../../../lib/rounds/room.ts";
import type { PreparedRound } from "../../../lib/rounds/round.ts";

const DRAFT = "sle-round-draft";
const OPENED = "sle-rounds-opened";

export interface OpenedRoom {
  readonly code: string;
  readonly title: string;
  readonly at: number;
}

function quietly<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** The round that was being prepared. What cannot be read is set aside, so that it is not written over. */
export function keptDraft(): PreparedRound | undefined {
  const text = quietly(() => localStorage.getItem(DRAFT));
  if (!text) return undefined;
  const draft = readDraft(text, definitions);
  if (!draft) quietly(() => localStorage.setItem(`sle-set-aside:${DRAFT}`, text));
  return draft;
}

/** Whether it could be kept. */
export function keepDraft(round: PreparedRound): boolean {
  return (
    quietly(() => {
      localStorage.setItem(DRAFT, writeRound(round));
      return true;
    }) ?? false
  );
}

/** The rooms that were opened here and can still be there, the latest first. */
export function openedRooms(now: number): readonly OpenedRoom[] {
  const read: unknown = quietly(() => JSON.parse(localStorage.getItem(OPENED) ?? "[]"));
  return (Array.isArray(read) ? read : []).filter(
    (one): one is OpenedRoom =>
      typeof one?.code === "string" && typeof one?.title === "string" && now - Number(one?.at) < 3 * KEPT_FOR,
  );
}

export function keepOpened(room: OpenedRoom): void {
  const rooms = [room, ...openedRooms(room.at)].slice(0, 10);
  quietly(() => localStorage.setItem(OPENED, JSON.stringify(rooms)));
}
