/** What this device keeps of rounds: the one that is being prepared, and which rooms were opened here. */
import { definitions } from "../../../criteria/named.ts";
import { readDraft, writeRound } from "../../../lib/rounds/prepare.ts";
import { KEPT_FOR } from "../../../lib/rounds/room.ts";
import type { PreparedRound } from "../../../lib/rounds/round.ts";
import { createKept } from "../../../lib/store/kept.ts";
import { isLater, type ReadEntry, readEntry } from "../../../lib/store/read-entry.ts";
import { browserPlaces } from "../../_store/browser-places.ts";

export interface OpenedRoom {
  readonly code: string;
  readonly title: string;
  readonly at: number;
}

const ROOMS = "sle-rounds-opened/1";

/** The most rooms that are listed. */
const MOST_OPENED = 10;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The round that is being prepared; undefined where there is none. */
export const keptRound = createKept<PreparedRound | undefined>(
  {
    key: "sle-round-draft",
    empty: undefined,
    isEmpty: (round) => round === undefined,
    read: readKeptRound,
    write: (round) => (round ? writeRound(round) : ""),
    join: (one, other) => other ?? one,
  },
  browserPlaces,
);

let keptHere: PreparedRound | undefined;

/** Keeps what this window prepares. A new object each time: what the form holds is changed in place. */
export function keepRound(round: PreparedRound): void {
  const kept = { ...round };
  keptHere = kept;
  keptRound.change(() => kept);
}

/** Whether it was this window that kept the round: another may prepare one as well, in the same place. */
export const isKeptHere = (round: PreparedRound): boolean => round === keptHere;

function readKeptRound(text: string): ReadEntry<PreparedRound> {
  const value = readDraft(text, definitions);
  if (value) return { kind: "read", value };
  const found = parsed(text);
  const format = typeof found === "object" && found !== null && "format" in found ? found.format : undefined;
  return isLater(format, "sle-round/1") ? { kind: "newer", format } : { kind: "unreadable", issues: [] };
}

/** The rooms that were opened here, the latest first. */
export const keptRooms = createKept<readonly OpenedRoom[]>(
  {
    key: "sle-rounds-opened",
    empty: [],
    isEmpty: (rooms) => rooms.length === 0,
    read(text) {
      const found = parsed(text);
      // Earlier versions kept the list alone.
      const value = Array.isArray(found) ? { format: ROOMS, rooms: found } : found;
      return readEntry({ value }, ROOMS, (entry) => {
        const rooms: unknown = Reflect.get(entry, "rooms");
        return Array.isArray(rooms) && rooms.every(isRoom) ? { value: rooms } : { issues: [] };
      });
    },
    write: (rooms, saves) => JSON.stringify({ format: ROOMS, rooms, saves }),
    join: (one, other) =>
      [...new Map([...other, ...one].map((room) => [room.code, room])).values()]
        .toSorted((a, b) => b.at - a.at)
        .slice(0, MOST_OPENED),
  },
  browserPlaces,
);

function isRoom(one: unknown): one is OpenedRoom {
  if (typeof one !== "object" || one === null || !("code" in one && "title" in one && "at" in one)) return false;
  return typeof one.code === "string" && typeof one.title === "string" && typeof one.at === "number";
}

/** Those of the rooms that can still be there, at a moment in milliseconds since 1970. */
export function roomsAt(rooms: readonly OpenedRoom[], now: number): readonly OpenedRoom[] {
  return rooms.filter(({ at }) => now - at < 3 * KEPT_FOR);
}

export function keepOpened(room: OpenedRoom): void {
  keptRooms.change((rooms) => [room, ...roomsAt(rooms, room.at)].slice(0, MOST_OPENED));
}
