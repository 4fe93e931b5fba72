/**
 * Where rooms are kept. One interface for every store; the same contract tests run on each. A promise that is fulfilled
 * means that what was given is on the disk: it survives the end of the process and of the machine's power.
 */
import type { Refusal, Room, Vote } from "./room.ts";

/** A right to a room, by the hash of the secret token that proves it. Tokens themselves are never kept. */
export type Holder = { readonly kind: "presenter" } | { readonly kind: "voter"; readonly voter: number };

/** The most rooms that one store keeps: anybody may open one, and the disk is not to be filled. */
export const MOST_ROOMS = 2000;
/** The most voters of one room: more than any hall holds. */
export const MOST_VOTERS = 20_000;
/** A room that no presenter ever came to and nobody joined is given time to be opened, in milliseconds. */
export const UNSEEN_FOR = 60_000;
/** A room that nobody joined may be in use while its presenter was there so shortly ago, in milliseconds. */
export const UNUSED_FOR = 60 * 60_000;

export interface Store {
  /**
   * Makes place for one more room where there are `most` already, by erasing the one that is least used: nobody joined,
   * and no presenter ever came within a minute, or else none within an hour. False where every room is in use.
   */
  makePlace(most: number, now: number): Promise<boolean>;
  /** Keeps a new room with its first presenter. Rejects with `CodeTaken` where there is a room of this code. */
  create(room: Room, presenterHash: string): Promise<void>;
  /** The room, where there is one. */
  room(code: string): Promise<Room | undefined>;
  /**
   * Replaces a room by its next version. False where another was faster: the room there is no longer of
   * `room.version - 1`, and nothing was changed.
   */
  replace(room: Room): Promise<boolean>;
  /** Whose token this is in the room. */
  holder(code: string, tokenHash: string): Promise<Holder | undefined>;
  /** Lets another presenter in. Doing it twice is doing it once. */
  admit(code: string, tokenHash: string): Promise<void>;
  /**
   * Lets a voter in and gives the number, from 1 in order of joining; the same again for the same token. "full" where
   * there are `most` already.
   */
  join(code: string, tokenHash: string, most?: number): Promise<number | "full">;
  /**
   * Keeps a vote in the place of an earlier one of the same voter, question and ballot. Whether it may be given
   * (`votable`) is asked of the room in the same transaction, so that none slips in after the close. `at`:
   * milliseconds since 1970.
   */
  vote(code: string, vote: Vote, at: number): Promise<"kept" | "no-room" | Refusal>;
  votes(code: string): Promise<readonly Vote[]>;
  joined(code: string): Promise<number>;
  /**
   * Says that a presenter's window is connected, at a time in milliseconds since 1970. Who watches is called back when
   * none was for a while. Need not survive a restart.
   */
  presenterSeen(code: string, at: number): Promise<void>;
  /** When one last was; 0 where none ever was. */
  lastPresenter(code: string): Promise<number>;
  /** Erases a room with everything in it. */
  erase(code: string): Promise<void>;
  /** Erases the rooms whose last action is before this, in milliseconds since 1970; says which. */
  eraseBefore(time: number): Promise<readonly string[]>;
  /** Calls back after each change of a room, wherever it was made; at least once for several at a time. */
  watch(code: string, changed: () => void): () => void;
  close(): Promise<void>;
}

/** Between two signs of one presenter's window, in milliseconds, at the most. */
export const SEEN_EVERY = 10_000;

/** There is a room of this code already. */
export class CodeTaken extends Error {
  override readonly name = "CodeTaken";
}
