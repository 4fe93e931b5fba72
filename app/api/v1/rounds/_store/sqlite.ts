/** Rooms in one file of SQLite, which is in Node itself: nothing to install and nothing to set up. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Refusal, votable } from "../../../../../lib/rounds/room.ts";
import {
  CodeTaken,
  MOST_VOTERS,
  SEEN_EVERY,
  type Store,
  UNSEEN_FOR,
  UNUSED_FOR,
} from "../../../../../lib/rounds/store.ts";
import { batched } from "./batch.ts";
import { forget, holderIn, planText, ROOMS_FILE, roomOf, type StoredRoom, stateOf, voteIn } from "./stored.ts";
import { watchers } from "./watchers.ts";

/** How often another process on the same file is looked for, in milliseconds, while anybody watches. */
const LOOK_EVERY = 500;
/** How long another process's write is waited for, in milliseconds. Nothing else is answered meanwhile. */
const PATIENCE = 2000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS rooms (
    code TEXT PRIMARY KEY, plan TEXT NOT NULL, state TEXT NOT NULL, version INTEGER NOT NULL, last_action INTEGER NOT NULL,
    presenter_seen INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS holders (
    code TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE, token_hash TEXT NOT NULL, kind TEXT NOT NULL, voter INTEGER,
    PRIMARY KEY (code, token_hash)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS voters ON holders (code, voter) WHERE voter IS NOT NULL;
  CREATE TABLE IF NOT EXISTS votes (
    code TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE, question TEXT NOT NULL, ballot INTEGER NOT NULL,
    voter INTEGER NOT NULL, choice TEXT NOT NULL, certainty INTEGER NOT NULL,
    PRIMARY KEY (code, question, ballot, voter)
  ) STRICT, WITHOUT ROWID;
`;

/** Numbers have no gaps: the last is how many joined. By the index, however many there are. */
const LAST_VOTER = "SELECT voter FROM holders WHERE code = ?1 AND voter IS NOT NULL ORDER BY voter DESC LIMIT 1";

/** @throws Error when nothing can be written in the folder */
export function sqliteStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, ROOMS_FILE));
  try {
    database.exec(
      `PRAGMA busy_timeout = ${PATIENCE}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
       PRAGMA secure_delete = ON;`,
    );
    // Where the tables are there already, only this notices a file that can be read and not written.
    database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
  } catch (reason) {
    database.close();
    throw reason;
  }
  const sql = {
    insertRoom: database.prepare("INSERT INTO rooms VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING"),
    room: database.prepare("SELECT code, plan, state, version, last_action AS lastActionAt FROM rooms WHERE code = ?"),
    replace: database.prepare(
      "UPDATE rooms SET state = ?, version = ?, last_action = max(last_action, ?) WHERE code = ? AND version = ?",
    ),
    touch: database.prepare("UPDATE rooms SET last_action = max(last_action, ?) WHERE code = ?"),
    holder: database.prepare("SELECT kind, voter FROM holders WHERE code = ? AND token_hash = ?"),
    admit: database.prepare("INSERT INTO holders VALUES (?, ?, 'presenter', NULL) ON CONFLICT DO NOTHING"),
    join: database.prepare(
      `INSERT INTO holders SELECT ?1, ?2, 'voter', 1 + last FROM (SELECT coalesce((${LAST_VOTER}), 0) AS last)
       WHERE last < ?3 ON CONFLICT DO NOTHING`,
    ),
    rooms: database.prepare("SELECT count(*) AS rooms FROM rooms"),
    unused: database.prepare(
      `SELECT code FROM rooms WHERE NOT EXISTS (SELECT 1 FROM holders WHERE holders.code = rooms.code AND kind = 'voter')
         AND (presenter_seen = 0 AND last_action < ?1 OR presenter_seen < ?2 AND last_action < ?2)
       ORDER BY presenter_seen > 0, last_action LIMIT 1`,
    ),
    joined: database.prepare(LAST_VOTER),
    vote: database.prepare(
      `INSERT INTO votes VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET choice = excluded.choice, certainty = excluded.certainty`,
    ),
    votes: database.prepare("SELECT question, ballot, voter, choice, certainty FROM votes WHERE code = ?"),
    presenterSeen: database.prepare("UPDATE rooms SET presenter_seen = max(presenter_seen, ?) WHERE code = ?"),
    lastPresenter: database.prepare("SELECT presenter_seen AS seen FROM rooms WHERE code = ?"),
    erase: database.prepare("DELETE FROM rooms WHERE code = ?"),
    old: database.prepare("SELECT code FROM rooms WHERE last_action < ?"),
    version: database.prepare("PRAGMA data_version"),
  };
  const watched = watchers();

  const readRoom = (code: string) => {
    const row = sql.room.get(code);
    return row ? roomOf(row as unknown as StoredRoom) : undefined;
  };
  const readHolder = (code: string, tokenHash: string) => holderIn(sql.holder.get(code, tokenHash));

  /** One of several writes of a transaction: what fails in it is undone alone. */
  type Write = () => unknown;
  const write = batched<Write, { readonly value: unknown } | { readonly failed: unknown }>((writes) => {
    database.exec("BEGIN IMMEDIATE");
    try {
      const answers = writes.map((each) => {
        database.exec("SAVEPOINT one");
        try {
          const value = each();
          database.exec("RELEASE one");
          return { value };
        } catch (failed) {
          database.exec("ROLLBACK TO one; RELEASE one");
          return { failed };
        }
      });
      database.exec("COMMIT");
      return Promise.resolve(answers);
    } catch (reason) {
      if (database.isTransaction) database.exec("ROLLBACK");
      return Promise.reject(reason);
    }
  });
  async function written<T>(each: () => T): Promise<T> {
    const answer = await write(each);
    if ("failed" in answer) throw answer.failed;
    return answer.value as T;
  }

  /** What was erased is overwritten in the file; the log beside it may have it still, until it is emptied. */
  function emptyLog(): void {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  let seen = sql.version.get()?.["data_version"];
  const timer = setInterval(() => {
    if (watched.isIdle()) return;
    const now = sql.version.get()?.["data_version"];
    if (now !== seen) watched.callAll();
    seen = now;
  }, LOOK_EVERY);
  timer.unref();

  return {
    async makePlace(most, now) {
      const erased = await written((): string | boolean => {
        if (Number(sql.rooms.get()?.["rooms"]) < most) return true;
        const code = sql.unused.get(now - UNSEEN_FOR, now - UNUSED_FOR)?.["code"];
        if (typeof code !== "string") return false;
        sql.erase.run(code);
        return code;
      });
      if (typeof erased === "boolean") return erased;
      forget(erased);
      emptyLog();
      watched.call(erased);
      return true;
    },
    async create(room, presenterHash) {
      await written(() => {
        const { changes } = sql.insertRoom.run(
          room.code,
          planText(room.code, room.plan),
          stateOf(room),
          room.version,
          room.lastActionAt,
        );
        if (changes === 0) throw new CodeTaken();
        sql.admit.run(room.code, presenterHash);
      });
    },
    room: async (code) => readRoom(code),
    async replace(room) {
      const { code, version, lastActionAt } = room;
      const changed = await written(
        () => sql.replace.run(stateOf(room), version, lastActionAt, code, version - 1).changes === 1,
      );
      if (changed) watched.call(code);
      return changed;
    },
    holder: async (code, tokenHash) => readHolder(code, tokenHash),
    async admit(code, tokenHash) {
      await written(() => sql.admit.run(code, tokenHash));
    },
    async join(code, tokenHash, most = MOST_VOTERS) {
      const { holder, isNew } = await written(() => {
        const { changes } = sql.join.run(code, tokenHash, most);
        return { holder: readHolder(code, tokenHash), isNew: changes === 1 };
      });
      if (!holder) return "full";
      if (holder.kind !== "voter") throw new RangeError("this token is no voter's");
      if (isNew) watched.call(code);
      return holder.voter;
    },
    async vote(code, vote, at) {
      const answer = await written((): "kept" | "no-room" | Refusal => {
        const room = readRoom(code);
        if (!room) return "no-room";
        const allowed = votable(room, vote);
        if (allowed !== "yes") return allowed;
        sql.vote.run(code, vote.question, vote.ballot, vote.voter, vote.choice, vote.certainty);
        sql.touch.run(at, code);
        return "kept";
      });
      if (answer === "kept") watched.call(code);
      return answer;
    },
    async votes(code) {
      return sql.votes.all(code).map(voteIn);
    },
    joined: async (code) => Number(sql.joined.get(code)?.["voter"] ?? 0),
    async presenterSeen(code, at) {
      const before = Number(sql.lastPresenter.get(code)?.["seen"] ?? 0);
      // Whoever asks every second is not written down every second.
      if (at - before < SEEN_EVERY / 2) return;
      await written(() => sql.presenterSeen.run(at, code));
      if (at - before > 2 * SEEN_EVERY) watched.call(code);
    },
    lastPresenter: async (code) => Number(sql.lastPresenter.get(code)?.["seen"] ?? 0),
    async erase(code) {
      await written(() => sql.erase.run(code));
      forget(code);
      emptyLog();
      watched.call(code);
    },
    async eraseBefore(time) {
      const codes = await written(() => {
        const old = sql.old.all(time).map((row) => String(row["code"]));
        for (const code of old) sql.erase.run(code);
        return old;
      });
      // Always: where another process was reading, what was erased before may be in it still.
      emptyLog();
      for (const code of codes) {
        forget(code);
        watched.call(code);
      }
      return codes;
    },
    watch: watched.watch,
    async close() {
      clearInterval(timer);
      database.close();
    },
  };
}
