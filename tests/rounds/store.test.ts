import { fork } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAway } from "../../app/api/v1/rounds/_store/away.ts";
import { postgresStore } from "../../app/api/v1/rounds/_store/postgres.ts";
import { sqliteStore } from "../../app/api/v1/rounds/_store/sqlite.ts";
import { forget } from "../../app/api/v1/rounds/_store/stored.ts";
import type { Phase } from "../../lib/rounds/phases.ts";
import type { Room, Vote } from "../../lib/rounds/room.ts";
import { CodeTaken, type Store } from "../../lib/rounds/store.ts";
import { view } from "../../lib/rounds/view.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";
import { definitions, identity, prepared, roomFor, vote } from "./support.ts";

const ROOM = roomFor(
  prepared([
    { kind: "finding", finding: "oral-ulcers" },
    { kind: "verdict", set: "slicc-2012" },
  ]),
);

/** What is waited for comes when a busy machine has time. */
const POLL = { timeout: 30_000, interval: 200 };

let made = 0;
/** A room of its own for each test, with the first question in a phase. */
function newRoom(phase: Phase = "first-vote"): Room {
  made += 1;
  const code = `A${made}`;
  return { ...ROOM, code, current: "q1", phases: { q1: phase } };
}

const sorted = (votes: readonly Vote[]) =>
  votes.toSorted((a, b) => a.ballot - b.ballot || a.voter - b.voter || a.question.localeCompare(b.question));

let server: PostgresServer;
const folder = mkdtempSync(join(tmpdir(), "rooms-"));
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const STORES = {
  SQLite: { open: async () => sqliteStore(folder), place: () => ({ DATA_DIR: folder }) },
  PostgreSQL: { open: () => postgresStore(server.url), place: () => ({ DATABASE_URL: server.url }) },
} as const;

it("a room that was erased is in no file of SQLite any more", async () => {
  const own = mkdtempSync(join(tmpdir(), "rooms-"));
  const store = sqliteStore(own);
  const found = () =>
    readdirSync(own).filter((file) => readFileSync(join(own, file)).includes("A woman with a rash")).length;
  for (const erase of [
    (code: string) => store.erase(code),
    () => store.makePlace(0, Number.MAX_SAFE_INTEGER),
    () => store.eraseBefore(Number.MAX_SAFE_INTEGER),
  ]) {
    const room = newRoom();
    await store.create(room, "p");
    await store.create(newRoom(), "p");
    await store.erase(`A${made}`);
    expect(found()).toBeGreaterThan(0);
    await erase(room.code);
    expect(found()).toBe(0);
  }
  await store.close();
  rmSync(own, { recursive: true });
});

it("PostgreSQL that was away is found again, and its changes are heard again", async () => {
  const store = await postgresStore(server.url);
  const other = await postgresStore(server.url);
  const room = newRoom();
  await store.create(room, "p");
  expect(await store.vote(room.code, vote(1, "counts"), 2000)).toBe("kept");
  await server.kill();
  for (let turn = 0; turn < 3; turn += 1) {
    const thrown: unknown = await store.vote(room.code, vote(2, "counts"), 2000).catch((reason: unknown) => reason);
    expect(isAway(thrown)).toBe(true);
  }
  await server.start();
  await expect.poll(() => store.vote(room.code, vote(3, "counts"), 2000).catch(() => "away"), POLL).toBe("kept");
  expect((await store.votes(room.code)).map(({ voter }) => voter)).toEqual(expect.arrayContaining([1, 3]));
  let heard = 0;
  const stop = other.watch(room.code, () => {
    heard += 1;
  });
  const tell = async () => {
    await store.vote(room.code, vote(3, "absent"), 2000);
    return heard;
  };
  await expect.poll(tell, POLL).toBeGreaterThan(0);
  stop();
  await store.close();
  await other.close();
}, 60_000);

it("PostgreSQL killed amid many statements leaves none without an answer, and no connection that never gives one", async () => {
  const store = await postgresStore(server.url);
  const room = newRoom();
  await store.create(room, "p");
  const asks = [
    () => store.room(room.code),
    () => store.votes(room.code),
    () => store.holder(room.code, "p"),
    () => store.vote(room.code, vote(1, "counts"), 2000),
    () => store.join(room.code, "v"),
  ];
  for (let turn = 0; turn < 4; turn += 1) {
    let isUp = true;
    const asking = Array.from({ length: 40 }, async (_, at) => {
      while (isUp) await asks[at % asks.length]?.();
    });
    const settled = Promise.allSettled(asking);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await server.kill();
    isUp = false;
    for (const end of await settled) if (end.status === "rejected") expect(isAway(end.reason)).toBe(true);
    await server.start();
    await expect.poll(() => store.room(room.code).catch(() => undefined), POLL).toBeDefined();
    const after = Array.from({ length: 100 }, (_, at) => asks[at % asks.length]?.());
    await Promise.all(after);
  }
  await store.close();
}, 60_000);

it("PostgreSQL that cannot be reached is said at once, and leaves no connection behind", async () => {
  const thrown: unknown = await postgresStore("postgres://postgres@127.0.0.1:1/postgres").catch((reason) => reason);
  expect(isAway(thrown)).toBe(true);
});

describe.each(Object.entries(STORES))("rooms kept in %s", (_, { open, place }) => {
  let store: Store;
  /** Another instance on the same data. */
  let other: Store;
  beforeAll(async () => {
    store = await open();
    other = await open();
  }, 30_000);
  afterAll(async () => {
    await store.close();
    await other.close();
  });

  it("come back whole, from another instance as well", async () => {
    const room = newRoom();
    await store.create(room, "p");
    expect(await store.room(room.code)).toEqual(room);
    expect(await other.room(room.code)).toEqual(room);
    expect(await store.room("NONE")).toBeUndefined();
  });

  it("have codes of their own", async () => {
    const room = newRoom();
    await store.create(room, "p");
    await expect(other.create({ ...room, createdAt: 9 }, "q")).rejects.toBeInstanceOf(CodeTaken);
    expect(await store.room(room.code)).toEqual(room);
    expect(await store.holder(room.code, "q")).toBeUndefined();
  });

  it("change by one version at a time, whoever is faster", async () => {
    const room = newRoom();
    await store.create(room, "p");
    const next = (ended: boolean): Room => ({ ...room, ended, version: room.version + 1 });
    const done = await Promise.all([store.replace(next(true)), other.replace(next(true)), store.replace(next(true))]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await other.room(room.code)).toEqual(next(true));
    expect(await store.replace({ ...room, version: 7 })).toBe(false);
  });

  it("number voters in order, and a phone that comes again or twice at once only once", async () => {
    const room = newRoom();
    await store.create(room, "p");
    const tokens = ["a", "b", "c", "d", "e"];
    const given = await Promise.all(
      [...tokens, ...tokens].map((token, position) => (position % 2 ? store : other).join(room.code, token)),
    );
    expect(given.slice(0, 5)).toEqual(given.slice(5));
    expect(new Set(given).size).toBe(5);
    expect(await store.joined(room.code)).toBe(5);
    expect(await other.join(room.code, "f")).toBeGreaterThan(5);
    expect(await store.holder(room.code, "a")).toEqual({ kind: "voter", voter: given[0] });
  });

  it("let no token of one room into another, and none of a voter become a presenter's by joining", async () => {
    const [one, two] = [newRoom(), newRoom()];
    await store.create(one, "p");
    await store.create(two, "r");
    await store.join(one.code, "a");
    expect(await store.holder(two.code, "a")).toBeUndefined();
    expect(await store.holder(two.code, "p")).toBeUndefined();
    await expect(store.join(one.code, "p")).rejects.toThrow(RangeError);
    expect(await store.holder(one.code, "p")).toEqual({ kind: "presenter" });
    expect(await store.joined(one.code)).toBe(1);
  });

  it("are full at a number of voters, and let those who joined in as before", async () => {
    const room = newRoom();
    await store.create(room, "p");
    const given = await Promise.all(
      ["a", "b", "c", "d", "e"].map((token, position) => (position % 2 ? store : other).join(room.code, token, 3)),
    );
    expect(given.toSorted()).toEqual([1, 2, 3, "full", "full"]);
    expect(await store.joined(room.code)).toBe(3);
    const [first] = ["a", "b", "c", "d", "e"].filter((_unused, at) => given[at] === 1);
    expect(await other.join(room.code, first ?? "", 3)).toBe(1);
    expect(await store.join(room.code, "f", 4)).toBe(4);
  });

  it("take ten thousand who join at once, each once, and votes beside them", async () => {
    const [room, elsewhere] = [newRoom(), newRoom()];
    await store.create(room, "p");
    await store.create(elsewhere, "p");
    const joining = Array.from({ length: 10_000 }, (_unused, at) => store.join(room.code, `t${at % 9000}`));
    const votes = [1, 2, 3].map((voter) => store.vote(elsewhere.code, vote(voter, "counts"), 2000));
    expect(await Promise.all(votes)).toEqual(["kept", "kept", "kept"]);
    expect(new Set(await Promise.all(joining)).size).toBe(9000);
    expect(await other.joined(room.code)).toBe(9000);
  }, 60_000);

  it("make place for one more by the least used room, never by one that is in use", async () => {
    await store.eraseBefore(Number.MAX_SAFE_INTEGER);
    const HOUR = 3_600_000;
    const now = 10 * HOUR;
    const add = async (lastActionAt: number) => {
      const room = { ...newRoom(), lastActionAt };
      await store.create(room, "p");
      return room.code;
    };
    const joined = await add(1);
    await store.join(joined, "a");
    const shownLongAgo = await add(1);
    await store.presenterSeen(shownLongAgo, now - 2 * HOUR);
    const hers = await add(1);
    await store.presenterSeen(hers, now - 1000);
    const forgotten = await add(now - HOUR);
    const new_ = await add(now - 1000);
    expect(await store.makePlace(6, now)).toBe(true);
    const there = async () => {
      const codes = [joined, shownLongAgo, hers, forgotten, new_];
      const rooms = await Promise.all(codes.map((code) => other.room(code)));
      return codes.filter((_unused, at) => rooms[at]);
    };
    expect(await there()).toHaveLength(5);
    expect(await store.makePlace(5, now)).toBe(true);
    expect(await there()).toEqual([joined, shownLongAgo, hers, new_]);
    expect(await store.makePlace(4, now)).toBe(true);
    expect(await there()).toEqual([joined, hers, new_]);
    expect(await store.makePlace(3, now)).toBe(false);
    expect(await there()).toEqual([joined, hers, new_]);
  });

  it("read a room that an earlier version kept, which did not say by which definitions it was opened", async () => {
    const { app: _, ...plan } = ROOM.plan;
    const room: Room = { ...newRoom("shown"), ended: true, plan: plan as Room["plan"] };
    await store.create(room, "p");
    forget(room.code);
    const read = await other.room(room.code);
    if (!read) throw new Error("the room was kept");
    const known = { room: read, votes: [vote(1, "counts")], joined: 1, presenterHere: true };
    expect(view(known, { kind: "presenter" }, definitions, identity)).toMatchObject({
      app: { version: "not said", definitions: "not said" },
      summary: { renewed: true, asTheRoomRead: [], asPrepared: ROOM.plan.asPrepared },
    });
  });

  it("admit further presenters, each once however often it is asked", async () => {
    const room = newRoom();
    await store.create(room, "p");
    await store.admit(room.code, "p2");
    await store.admit(room.code, "p2");
    expect(await other.holder(room.code, "p2")).toEqual({ kind: "presenter" });
  });

  it("keep one vote for a voter, a question and a ballot, however often and however fast it is sent", async () => {
    const room = newRoom();
    await store.create(room, "p");
    const sent = Array.from({ length: 60 }, (_unused, at) => vote((at % 6) + 1, at < 54 ? "absent" : "counts"));
    // One after the other from one phone, at the same time from all.
    await Promise.all(sent.map((one) => store.vote(room.code, one, 2000)));
    const votes = await other.votes(room.code);
    expect(sorted(votes)).toEqual([1, 2, 3, 4, 5, 6].map((voter) => vote(voter, "counts")));
  });

  it("take a vote only while it is open, also where it is closed at the same moment elsewhere", async () => {
    const room = newRoom();
    await store.create(room, "p");
    const closed: Room = { ...room, phases: { q1: "first-closed" }, version: room.version + 1 };
    const votes = Array.from({ length: 40 }, (_unused, at) => store.vote(room.code, vote(at + 1, "counts"), 2000));
    const closing = other.replace(closed);
    const late = Array.from({ length: 40 }, (_unused, at) => store.vote(room.code, vote(at + 41, "counts"), 2000));
    const answers = await Promise.all([...votes, ...late]);
    expect(await closing).toBe(true);
    const kept = answers.filter((answer) => answer === "kept").length;
    expect((await store.votes(room.code)).length).toBe(kept);
    expect(await store.vote(room.code, vote(99, "counts"), 2000)).toEqual({
      refused: "not-now",
      phase: "first-closed",
    });
    expect(await store.vote("NONE", vote(1, "counts"), 2000)).toBe("no-room");
    expect(await store.vote(newRoom().code, vote(1, "counts"), 2000)).toBe("no-room");
  });

  it("refuse one vote of many without losing the others", async () => {
    const room = newRoom();
    await store.create(room, "p");
    const answers = await Promise.all([
      store.vote(room.code, vote(1, "counts"), 2000),
      store.vote(room.code, vote(2, "points:6"), 2000),
      store.vote(room.code, vote(3, "absent"), 2000),
    ]);
    expect(answers).toMatchObject(["kept", { refused: "no-such-choice" }, "kept"]);
    expect(sorted(await store.votes(room.code))).toEqual([vote(1, "counts"), vote(3, "absent")]);
  });

  it("tell every instance that watches of each kind of change", async () => {
    const room = newRoom();
    await store.create(room, "p");
    const heard = async (change: () => Promise<unknown>) => {
      const stops: (() => void)[] = [];
      const both = [store, other].map(
        (each) => new Promise<void>((resolve) => stops.push(each.watch(room.code, resolve))),
      );
      await change();
      await Promise.all(both);
      for (const stop of stops) stop();
    };
    await heard(() => store.join(room.code, "a"));
    await heard(() => store.vote(room.code, vote(1, "counts"), 2000));
    await heard(() => store.replace({ ...room, version: room.version + 1 }));
    await heard(() => store.presenterSeen(room.code, 90_000));
    await heard(() => store.erase(room.code));
  });

  it("know when a presenter was last connected, from another instance as well", async () => {
    const room = newRoom();
    await store.create(room, "p");
    expect(await other.lastPresenter(room.code)).toBe(0);
    await store.presenterSeen(room.code, 90_000);
    await store.presenterSeen(room.code, 80_000);
    expect(await other.lastPresenter(room.code)).toBe(90_000);
    expect(await store.room(room.code)).toEqual(room);
  });

  it("are erased with everything in them, at once or after their time", async () => {
    const [now, old, voted, kept] = [newRoom(), newRoom(), newRoom(), newRoom()];
    for (const room of [now, old, voted]) await store.create(room, "p");
    await store.create({ ...kept, lastActionAt: 5000 }, "p");
    await store.join(now.code, "a");
    await store.vote(now.code, vote(1, "counts"), 1000);
    await store.vote(voted.code, vote(1, "counts"), 10_000_000);
    await store.erase(now.code);
    expect(await store.room(now.code)).toBeUndefined();
    expect(await store.votes(now.code)).toEqual([]);
    expect(await store.holder(now.code, "a")).toBeUndefined();
    const erased = await store.eraseBefore(4000);
    expect(erased).toContain(old.code);
    expect(erased).not.toContain(kept.code);
    expect(erased).not.toContain(voted.code);
    expect(await other.room(kept.code)).toBeDefined();
    expect(await other.room(voted.code)).toBeDefined();
  });

  it("lose no vote that was acknowledged when the process is killed, and keep none twice", async () => {
    const room = newRoom();
    await store.create(room, "p");
    const acknowledged = new Set<number>();
    for (let kill = 0; kill < 3; kill += 1) {
      await new Promise<void>((resolve) => {
        const voter = fork(join(import.meta.dirname, "voter-process.ts"), [room.code, String(kill * 10_000)], {
          env: { ...process.env, ...place() },
        });
        let heard = 0;
        voter.on("message", (number) => {
          acknowledged.add(Number(number));
          heard += 1;
          if (heard === 40) voter.kill("SIGKILL");
        });
        voter.on("exit", () => resolve());
      });
    }
    const kept = (await store.votes(room.code)).map(({ voter }) => voter);
    expect(acknowledged.size).toBeGreaterThanOrEqual(120);
    expect([...acknowledged].filter((voter) => !kept.includes(voter))).toEqual([]);
    expect(new Set(kept).size).toBe(kept.length);
  }, 60_000);
});
