/** Rooms in PostgreSQL, for several instances of the app behind one address: each hears of the others by NOTIFY. */
import pg from "pg";
import { type Refusal, type Vote, votable } from "../../../../../lib/rounds/room.ts";
import {
  CodeTaken,
  MOST_VOTERS,
  SEEN_EVERY,
  type Store,
  UNSEEN_FOR,
  UNUSED_FOR,
} from "../../../../../lib/rounds/store.ts";
import { Away } from "./away.ts";
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

/** A row as it is read: `bigint` as a number, which all of ours fit in. */
type Row = Readonly<Record<string, unknown>>;

/** Runs one statement. @throws Away when the database did not take it, for reasons that pass. */
type Query = (statement: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

const BIGINT = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: (type: number) => (type === BIGINT ? Number : pg.types.getTypeParser(type)),
};

/** How long a statement may take, in milliseconds: a database that fell silent is away too. */
const LONGEST = 10_000;
/** A connection on which nothing is said for so long, in milliseconds, is asked whether it is still there. */
const QUIET = 60_000;
/** A database that was away is asked again so soon: a room of people is waiting. */
const AGAIN = 500;

/** Connects, and makes the tables where they are not there. Rejects when the database cannot be reached. */
export async function postgresStore(url: string): Promise<Store> {
  const config = {
    connectionString: url,
    // To connect, and to wait for a connection that is free.
    connectionTimeoutMillis: 5000,
    query_timeout: LONGEST,
    keepAlive: true,
    keepAliveInitialDelayMillis: QUIET,
    types,
  };
  // Connections stay: in a room, minutes of discussion lie between two votes.
  const pool = new pg.Pool({ ...config, max: 8, idleTimeoutMillis: 0 });
  // What happens to a connection is told to whoever uses it. Said of one that nobody uses, it would end the process.
  pool.on("error", () => undefined).on("connect", (client) => client.on("error", () => undefined));
  const watched = watchers();
  try {
    await inTransaction(pool, makeTables);
    const hush = await listen(config, watched);
    return storeOn(pool, watched, hush);
  } catch (reason) {
    await pool.end();
    throw reason;
  }
}

const queryOf =
  (client: pg.Pool | pg.PoolClient): Query =>
  async (statement, values = []) => {
    const { rows } = await client.query<Row>(statement, [...values]).catch(passing);
    return rows;
  };

/** What the database itself says of a statement is passed on; what else went wrong happened to the connection. */
function passing(reason: unknown): never {
  throw reason instanceof pg.DatabaseError && !AWAY.test(reason.code ?? "") ? reason : new Away();
}

/** By the class of its SQLSTATE: connection, read-only, resources, operator, system, internal. */
const AWAY = /^(08|25|53|57|58|XX)/;

async function inTransaction<Result>(pool: pg.Pool, work: (query: Query) => Promise<Result>): Promise<Result> {
  const client = await pool.connect().catch(passing);
  const query = queryOf(client);
  let lost = false;
  try {
    await query("BEGIN");
    const result = await work(query);
    await query("COMMIT");
    return result;
  } catch (reason) {
    lost =
      reason instanceof Away ||
      (await query("ROLLBACK").then(
        () => false,
        () => true,
      ));
    throw reason;
  } finally {
    // A connection in an unknown state is closed and not used again.
    client.release(lost);
  }
}

/**
 * Hears what is told of rooms on a connection of its own. One that is lost is made anew, and what may have been told
 * meanwhile is taken as told of every room. Gives the function that ends it.
 */
async function listen(
  config: pg.ClientConfig,
  { call, callAll }: Pick<ReturnType<typeof watchers>, "call" | "callAll">,
) {
  let client: pg.Client | undefined;
  let ended = false;
  async function connect(): Promise<void> {
    const own = new pg.Client(config);
    client = own;
    own.on("notification", ({ payload = "" }) => call(payload)).on("error", () => undefined);
    try {
      await own.connect();
      await own.query(`LISTEN ${CHANNEL}`);
    } catch (reason) {
      await own.end().catch(() => undefined);
      return passing(reason);
    }
    own.on("end", again);
  }
  function again(): void {
    setTimeout(() => {
      if (!ended) void connect().then(callAll, again);
    }, AGAIN).unref();
  }
  await connect();
  return async () => {
    ended = true;
    await client?.end();
  };
}

async function makeTables(query: Query): Promise<void> {
  await query("SELECT pg_advisory_xact_lock($1)", [SCHEMA_LOCK]);
  await query(`CREATE TABLE IF NOT EXISTS sle_rooms (
    code text PRIMARY KEY, plan text NOT NULL, state text NOT NULL, version integer NOT NULL, voters integer NOT NULL,
    last_action bigint NOT NULL, presenter_seen bigint NOT NULL DEFAULT 0)`);
  await query(`CREATE TABLE IF NOT EXISTS sle_holders (
    code text NOT NULL REFERENCES sle_rooms ON DELETE CASCADE, token_hash text NOT NULL, kind text NOT NULL,
    voter integer, PRIMARY KEY (code, token_hash), UNIQUE (code, voter))`);
  await query(`CREATE TABLE IF NOT EXISTS sle_votes (
    code text NOT NULL REFERENCES sle_rooms ON DELETE CASCADE, question text NOT NULL, ballot integer NOT NULL,
    voter integer NOT NULL, choice text NOT NULL, certainty integer NOT NULL,
    PRIMARY KEY (code, question, ballot, voter))`);
}

function storeOn(pool: pg.Pool, watched: ReturnType<typeof watchers>, hush: () => Promise<void>): Store {
  const query = queryOf(pool);
  const tell = (query: Query, code: string) => query("SELECT pg_notify($1, $2)", [CHANNEL, code]);
  const one = async (statement: string, values: readonly unknown[]): Promise<Row | undefined> =>
    (await query(statement, values))[0];

  const vote = batched<Ask, Answer>((asks) =>
    inTransaction(pool, async (query) => {
      const codes = [...new Set(asks.map(({ code }) => code))].toSorted();
      // Locked against a close in between, in one order everywhere, so that no two transactions wait for each other.
      const rows = await query(
        `SELECT code, plan, state, version, last_action AS "lastActionAt" FROM sle_rooms
        WHERE code = ANY($1) ORDER BY code FOR SHARE`,
        [codes],
      );
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
        await query(
          `INSERT INTO sle_votes (code, question, ballot, voter, choice, certainty)
          SELECT code, question, ballot, voter, choice, certainty FROM json_populate_recordset(NULL::sle_votes, $1)
          ON CONFLICT (code, question, ballot, voter)
          DO UPDATE SET choice = excluded.choice, certainty = excluded.certainty`,
          [JSON.stringify([...last.values()])],
        );
        for (const code of new Set(kept.map((ask) => ask.code))) await tell(query, code);
      }
      return answers;
    }),
  );

  const join = batched<Joining, Joined>((asks) =>
    inTransaction(pool, async (query) => {
      const codes = [...new Set(asks.map(({ code }) => code))].toSorted();
      const hashes = [...new Set(asks.map(({ tokenHash }) => tokenHash))];
      // The row of the room is what joining waits for, so that numbers are given in order and each once.
      const rows = await query("SELECT code, voters FROM sle_rooms WHERE code = ANY($1) ORDER BY code FOR UPDATE", [
        codes,
      ]);
      const voters = new Map(rows.map((row) => [String(row["code"]), Number(row["voters"])]));
      const holders = await query(
        "SELECT code, token_hash, kind, voter FROM sle_holders WHERE code = ANY($1) AND token_hash = ANY($2)",
        [codes, hashes],
      );
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
      if (made.length > 0) {
        await query(
          `INSERT INTO sle_holders (code, token_hash, kind, voter)
          SELECT code, token_hash, kind, voter FROM json_populate_recordset(NULL::sle_holders, $1)`,
          [JSON.stringify(made)],
        );
      }
      for (const code of new Set(made.map((one) => one.code))) {
        await query("UPDATE sle_rooms SET voters = $1 WHERE code = $2", [voters.get(code) ?? 0, code]);
        await tell(query, code);
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
    await query("UPDATE sle_rooms SET last_action = greatest(last_action, $1) WHERE code = $2", [at, code]);
  }

  const gone = async (code: string) => {
    forget(code);
    await tell(query, code);
  };

  return {
    async makePlace(most, now) {
      const counted = await one("SELECT count(*)::int AS rooms FROM sle_rooms", []);
      if (Number(counted?.["rooms"]) < most) return true;
      const row = await one(
        `DELETE FROM sle_rooms WHERE code = (
          SELECT code FROM sle_rooms WHERE voters = 0
            AND (presenter_seen = 0 AND last_action < $1 OR presenter_seen < $2 AND last_action < $2)
          ORDER BY presenter_seen > 0, last_action LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING code`,
        [now - UNSEEN_FOR, now - UNUSED_FOR],
      );
      if (!row) return false;
      await gone(String(row["code"]));
      return true;
    },
    async create(room, presenterHash) {
      await inTransaction(pool, async (query) => {
        const { code, version, lastActionAt } = room;
        const made = await query(
          `INSERT INTO sle_rooms (code, plan, state, version, voters, last_action) VALUES ($1, $2, $3, $4, 0, $5)
          ON CONFLICT DO NOTHING RETURNING code`,
          [code, planText(code, room.plan), stateOf(room), version, lastActionAt],
        );
        if (made.length === 0) throw new CodeTaken();
        await query("INSERT INTO sle_holders VALUES ($1, $2, 'presenter', NULL)", [code, presenterHash]);
      });
    },
    async room(code) {
      const row = await one(
        'SELECT code, plan, state, version, last_action AS "lastActionAt" FROM sle_rooms WHERE code = $1',
        [code],
      );
      return row ? roomOf(row as unknown as StoredRoom) : undefined;
    },
    async replace(room) {
      const { code, version, lastActionAt } = room;
      return inTransaction(pool, async (query) => {
        const replaced = await query(
          `UPDATE sle_rooms SET state = $1, version = $2, last_action = greatest(last_action, $3)
          WHERE code = $4 AND version = $5 RETURNING code`,
          [stateOf(room), version, lastActionAt, code, version - 1],
        );
        if (replaced.length === 1) await tell(query, code);
        return replaced.length === 1;
      });
    },
    async holder(code, tokenHash) {
      return holderIn(
        await one("SELECT kind, voter FROM sle_holders WHERE code = $1 AND token_hash = $2", [code, tokenHash]),
      );
    },
    async admit(code, tokenHash) {
      await query(
        "INSERT INTO sle_holders VALUES ($1, $2, 'presenter', NULL) ON CONFLICT (code, token_hash) DO NOTHING",
        [code, tokenHash],
      );
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
      const rows = await query(
        `SELECT question, ballot, voter, choice, certainty FROM sle_votes WHERE code = $1
        ORDER BY question, ballot, voter`,
        [code],
      );
      return rows.map(voteIn);
    },
    async joined(code) {
      const row = await one("SELECT voters FROM sle_rooms WHERE code = $1", [code]);
      return Number(row?.["voters"] ?? 0);
    },
    async presenterSeen(code, at) {
      const row = await one("SELECT presenter_seen FROM sle_rooms WHERE code = $1", [code]);
      const before = Number(row?.["presenter_seen"] ?? 0);
      // Whoever asks every second is not written down every second.
      if (!row || at - before < SEEN_EVERY / 2) return;
      await query("UPDATE sle_rooms SET presenter_seen = greatest(presenter_seen, $1) WHERE code = $2", [at, code]);
      if (at - before > 2 * SEEN_EVERY) await tell(query, code);
    },
    async lastPresenter(code) {
      const row = await one("SELECT presenter_seen FROM sle_rooms WHERE code = $1", [code]);
      return Number(row?.["presenter_seen"] ?? 0);
    },
    async erase(code) {
      await query("DELETE FROM sle_rooms WHERE code = $1", [code]);
      await gone(code);
    },
    async eraseBefore(time) {
      const rows = await query("DELETE FROM sle_rooms WHERE last_action < $1 RETURNING code", [time]);
      const codes = rows.map((row) => String(row["code"]));
      for (const code of codes) await gone(code);
      return codes;
    },
    watch: watched.watch,
    async close() {
      await hush();
      await pool.end();
    },
  };
}
