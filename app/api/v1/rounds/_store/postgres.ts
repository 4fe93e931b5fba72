/** Rooms in PostgreSQL, for several instances of the app behind one address: each hears of the others by NOTIFY. */
import postgres from "postgres";
import { type Refusal, type Vote, votable } from "../../../../../lib/rounds/room.ts";
import {
  CodeTaken,
  type Holder,
  MOST_VOTERS,
  SEEN_EVERY,
  type Store,
  UNSEEN_FOR,
  UNUSED_FOR,
} from "../../../../../lib/rounds/store.ts";
import { batched } from "./batch.ts";
import { forget, holderIn, planText, roomOf, type StoredRoom, stateOf, voteIn } from "./stored.ts";
import { watchers } from "./watchers.ts";

const CHANNEL = "sle_rooms";
/** Any number, the same in every instance: whoever makes the tables holds it. */
const SCHEMA_LOCK = 20_190_009;

interface Ask {
  readonly code: string;
  readonly vote: Vote;
  readonly at: number;
}
type Answer = "kept" | "no-room" | Refusal;

interface Joining {
  readonly code: string;
  readonly tokenHash: string;
  readonly most: number;
}
type Joined = number | "full" | { readonly wrong: string };

/** Connects, and makes the tables where they are not there. Rejects when the database cannot be reached. */
export async function postgresStore(url: string): Promise<Store> {
  const sql = postgres(url, {
    max: 8,
    connect_timeout: 5,
    // A database that was away is asked again soon: a room of people is waiting.
    backoff: () => 0.5,
    onnotice: () => {},
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
  });
  try {
    return await storeOn(sql);
  } catch (reason) {
    await sql.end({ timeout: 1 });
    throw reason;
  }
}

async function storeOn(sql: postgres.Sql<{ bigint: number }>): Promise<Store> {
  await sql.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(${SCHEMA_LOCK})`;
    await tx`CREATE TABLE IF NOT EXISTS sle_rooms (
      code text PRIMARY KEY, plan text NOT NULL, state text NOT NULL, version integer NOT NULL, voters integer NOT NULL,
      last_action bigint NOT NULL, presenter_seen bigint NOT NULL DEFAULT 0)`;
    await tx`CREATE TABLE IF NOT EXISTS sle_holders (
      code text NOT NULL REFERENCES sle_rooms ON DELETE CASCADE, token_hash text NOT NULL, kind text NOT NULL,
      voter integer, PRIMARY KEY (code, token_hash), UNIQUE (code, voter))`;
    await tx`CREATE TABLE IF NOT EXISTS sle_votes (
      code text NOT NULL REFERENCES sle_rooms ON DELETE CASCADE, question text NOT NULL, ballot integer NOT NULL,
      voter integer NOT NULL, choice text NOT NULL, certainty integer NOT NULL,
      PRIMARY KEY (code, question, ballot, voter))`;
  });
  const watched = watchers();
  // After a lost connection the library listens again, and calls the last function: what happened meanwhile is read then.
  await sql.listen(CHANNEL, watched.call, watched.callAll);

  type Query = typeof sql | postgres.TransactionSql;
  const tell = (query: Query, code: string) => query`SELECT pg_notify(${CHANNEL}, ${code})`;
  const readHolder = async (query: Query, code: string, tokenHash: string): Promise<Holder | undefined> => {
    const [row] = await query`SELECT kind, voter FROM sle_holders WHERE code = ${code} AND token_hash = ${tokenHash}`;
    return holderIn(row);
  };

  const vote = batched<Ask, Answer>((asks) =>
    sql.begin(async (tx) => {
      const codes = [...new Set(asks.map(({ code }) => code))].toSorted();
      // Locked against a close in between, in one order everywhere, so that no two transactions wait for each other.
      const rows = await tx`
        SELECT code, plan, state, version, last_action AS "lastActionAt" FROM sle_rooms
        WHERE code IN ${tx(codes)} ORDER BY code FOR SHARE`;
      const rooms = new Map(rows.map((row) => [String(row["code"]), roomOf(row as unknown as StoredRoom)]));
      const answers = asks.map((ask): Answer => {
        const room = rooms.get(ask.code);
        if (!room) return "no-room";
        const allowed = votable(room, ask.vote);
        return allowed === "yes" ? "kept" : allowed;
      });
      const kept = asks.filter((_, position) => answers[position] === "kept");
      // Of several votes of one voter in a batch the last stands: one statement cannot write a row twice.
      const last = new Map(
        kept.map(({ code, vote: { question, ballot, voter, choice, certainty } }) => [
          JSON.stringify([code, question, ballot, voter]),
          { code, question, ballot, voter, choice, certainty },
        ]),
      );
      if (last.size > 0) {
        await tx`INSERT INTO sle_votes ${tx([...last.values()])}
          ON CONFLICT (code, question, ballot, voter)
          DO UPDATE SET choice = excluded.choice, certainty = excluded.certainty`;
        for (const code of new Set(kept.map((ask) => ask.code))) await tell(tx, code);
      }
      return answers;
    }),
  );

  const join = batched<Joining, Joined>((asks) =>
    sql.begin(async (tx) => {
      const codes = [...new Set(asks.map(({ code }) => code))].toSorted();
      const hashes = [...new Set(asks.map(({ tokenHash }) => tokenHash))];
      // The row of the room is what joining waits for, so that numbers are given in order and each once.
      const rows = await tx`SELECT code, voters FROM sle_rooms WHERE code IN ${tx(codes)} ORDER BY code FOR UPDATE`;
      const voters = new Map(rows.map((row) => [String(row["code"]), Number(row["voters"])]));
      const holders = await tx`SELECT code, token_hash, kind, voter FROM sle_holders
        WHERE code IN ${tx(codes)} AND token_hash IN ${tx(hashes)}`;
      const key = (code: string, tokenHash: string) => `${code} ${tokenHash}`;
      const known = new Map<string, Joined>(
        holders.map((row) => [
          key(String(row["code"]), String(row["token_hash"])),
          row["kind"] === "voter" ? Number(row["voter"]) : { wrong: "this token is no voter's" },
        ]),
      );
      const made: { code: string; token_hash: string; kind: string; voter: number }[] = [];
      const answers = asks.map(({ code, tokenHash, most }): Joined => {
        const before = known.get(key(code, tokenHash));
        if (before !== undefined) return before;
        const last = voters.get(code);
        if (last === undefined) return { wrong: "there is no such room" };
        if (last >= most) return "full";
        const voter = last + 1;
        voters.set(code, voter);
        known.set(key(code, tokenHash), voter);
        made.push({ code, token_hash: tokenHash, kind: "voter", voter });
        return voter;
      });
      if (made.length > 0) await tx`INSERT INTO sle_holders ${tx(made)}`;
      for (const code of new Set(made.map((one) => one.code))) {
        await tx`UPDATE sle_rooms SET voters = ${voters.get(code) ?? 0} WHERE code = ${code}`;
        await tell(tx, code);
      }
      return answers;
    }),
  );

  /** When a room was last voted in is written now and then, and not in the way of the votes. */
  const WRITE_EVERY = 60_000;
  const touched = new Map<string, number>();
  async function touch(code: string, at: number): Promise<void> {
    if (at - (touched.get(code) ?? 0) < WRITE_EVERY) return;
    // In the order of writing: those in front were written down long ago.
    for (const [oldest, time] of touched) {
      if (at - time < WRITE_EVERY) break;
      touched.delete(oldest);
    }
    touched.set(code, at);
    await sql`UPDATE sle_rooms SET last_action = greatest(last_action, ${at}) WHERE code = ${code}`;
  }

  const gone = async (code: string) => {
    forget(code);
    await tell(sql, code);
  };

  return {
    async makePlace(most, now) {
      const [counted] = await sql`SELECT count(*)::int AS rooms FROM sle_rooms`;
      if (Number(counted?.["rooms"]) < most) return true;
      const [row] = await sql`DELETE FROM sle_rooms WHERE code = (
          SELECT code FROM sle_rooms WHERE voters = 0
            AND (presenter_seen = 0 AND last_action < ${now - UNSEEN_FOR}
              OR presenter_seen < ${now - UNUSED_FOR} AND last_action < ${now - UNUSED_FOR})
          ORDER BY presenter_seen > 0, last_action LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING code`;
      if (!row) return false;
      await gone(String(row["code"]));
      return true;
    },
    async create(room, presenterHash) {
      await sql.begin(async (tx) => {
        const { code, version, lastActionAt } = room;
        const made = await tx`
          INSERT INTO sle_rooms (code, plan, state, version, voters, last_action)
          VALUES (${code}, ${planText(code, room.plan)}, ${stateOf(room)}, ${version}, 0, ${lastActionAt})
          ON CONFLICT DO NOTHING`;
        if (made.count === 0) throw new CodeTaken();
        await tx`INSERT INTO sle_holders VALUES (${code}, ${presenterHash}, 'presenter', NULL)`;
      });
    },
    async room(code) {
      const [row] = await sql`
        SELECT code, plan, state, version, last_action AS "lastActionAt" FROM sle_rooms WHERE code = ${code}`;
      return row ? roomOf(row as unknown as StoredRoom) : undefined;
    },
    async replace(room) {
      const { code, version, lastActionAt } = room;
      return sql.begin(async (tx) => {
        const { count } = await tx`
          UPDATE sle_rooms SET state = ${stateOf(room)}, version = ${version},
            last_action = greatest(last_action, ${lastActionAt})
          WHERE code = ${code} AND version = ${version - 1}`;
        if (count === 1) await tell(tx, code);
        return count === 1;
      });
    },
    holder: (code, tokenHash) => readHolder(sql, code, tokenHash),
    async admit(code, tokenHash) {
      await sql`INSERT INTO sle_holders VALUES (${code}, ${tokenHash}, 'presenter', NULL)
        ON CONFLICT (code, token_hash) DO NOTHING`;
    },
    async join(code, tokenHash, most = MOST_VOTERS) {
      const answer = await join({ code, tokenHash, most });
      if (typeof answer === "object") throw new RangeError(answer.wrong);
      return answer;
    },
    async vote(code, given, at) {
      const answer = await vote({ code, vote: given, at });
      if (answer === "kept") await touch(code, at);
      return answer;
    },
    async votes(code) {
      const rows = await sql`SELECT question, ballot, voter, choice, certainty FROM sle_votes WHERE code = ${code}
        ORDER BY question, ballot, voter`;
      return rows.map(voteIn);
    },
    async joined(code) {
      const [row] = await sql`SELECT voters FROM sle_rooms WHERE code = ${code}`;
      return Number(row?.["voters"] ?? 0);
    },
    async presenterSeen(code, at) {
      const [row] = await sql`SELECT presenter_seen FROM sle_rooms WHERE code = ${code}`;
      const before = Number(row?.["presenter_seen"] ?? 0);
      // Whoever asks every second is not written down every second.
      if (!row || at - before < SEEN_EVERY / 2) return;
      await sql`UPDATE sle_rooms SET presenter_seen = greatest(presenter_seen, ${at}) WHERE code = ${code}`;
      if (at - before > 2 * SEEN_EVERY) await tell(sql, code);
    },
    async lastPresenter(code) {
      const [row] = await sql`SELECT presenter_seen FROM sle_rooms WHERE code = ${code}`;
      return Number(row?.["presenter_seen"] ?? 0);
    },
    async erase(code) {
      await sql`DELETE FROM sle_rooms WHERE code = ${code}`;
      await gone(code);
    },
    async eraseBefore(time) {
      const rows = await sql`DELETE FROM sle_rooms WHERE last_action < ${time} RETURNING code`;
      const codes = rows.map((row) => String(row["code"]));
      for (const code of codes) await gone(code);
      return codes;
    },
    watch: watched.watch,
    close: () => sql.end({ timeout: 5 }),
  };
}
