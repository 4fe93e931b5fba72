import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Hub, hubOver } from "../../app/api/v1/rounds/_server/hub.ts";
import type { Room, Vote } from "../../lib/rounds/room.ts";
import type { Store } from "../../lib/rounds/store.ts";
import type { RoomView } from "../../lib/rounds/view.ts";
import { prepared, roomFor, vote } from "./support.ts";

const ROOM: Room = {
  ...roomFor(prepared([{ kind: "finding", finding: "oral-ulcers" }])),
  current: "q1",
  phases: { q1: "first-vote" },
};

/** A store in memory whose answers can be held back. */
function storeInMemory() {
  const state = { room: ROOM as Room | undefined, votes: [] as readonly Vote[], seen: 0, asked: 0, isAway: false };
  const watchers = new Set<() => void>();
  let gate: Promise<void> | undefined;
  const store = {
    room: async () => {
      state.asked += 1;
      if (state.isAway) throw new Error("away");
      const { room } = state;
      await gate;
      return room;
    },
    votes: async () => state.votes,
    joined: async () => 3,
    lastPresenter: async () => state.seen,
    presenterSeen: async (_code: string, at: number) => {
      state.seen = at;
    },
    watch: (_code: string, changed: () => void) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  } as unknown as Store;
  return {
    state,
    store,
    watchers,
    changed: () => {
      for (const each of watchers) each();
    },
    hold: () => {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = () => {
          gate = undefined;
          resolve();
        };
      });
      return open;
    },
  };
}

function connected(hub: Hub, kind: "presenter" | "screen" | "voter") {
  const heard: RoomView[] = [];
  const window = { beats: 0, ended: false, heard, disconnect: () => {} };
  window.disconnect = hub.connect(ROOM.code, {
    role: kind === "voter" ? { kind, voter: 1 } : { kind },
    send: (text) => {
      if (text === "beat") window.beats += 1;
      else heard.push(JSON.parse(text) as RoomView);
    },
    end: () => {
      window.ended = true;
      window.disconnect();
    },
  });
  return window;
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

it("many changes at once are few views, and a phone is sent none of what others do while a vote is open", async () => {
  const { store, state, changed } = storeInMemory();
  const hub = hubOver(store);
  const [screen, phone] = [connected(hub, "screen"), connected(hub, "voter")];
  await pass(0);
  for (let voter = 1; voter <= 100; voter += 1) {
    state.votes = [...state.votes, vote(voter, "counts")];
    changed();
    await pass(10);
  }
  await pass(300);
  expect(screen.heard.length).toBeLessThanOrEqual(6);
  expect(screen.heard.at(-1)?.question?.answered).toBe(100);
  expect(phone.heard).toHaveLength(1);
});

it("a view that is made slowly is not overtaken by an older one, and what changed meanwhile follows", async () => {
  const { store, state, changed, hold } = storeInMemory();
  const hub = hubOver(store);
  const screen = connected(hub, "screen");
  await pass(0);
  const open = hold();
  changed();
  await pass(1000);
  const asked = state.asked;
  state.room = { ...ROOM, version: 9 };
  changed();
  await pass(1000);
  // The slow one is waited for.
  expect(state.asked).toBe(asked);
  open();
  await pass(1000);
  expect(screen.heard.map(({ version }) => version)).toEqual([ROOM.version, 9]);
});

it("a presenter that goes away is told to the phones, and so is her coming back", async () => {
  const { store } = storeInMemory();
  const hub = hubOver(store);
  const presenter = connected(hub, "presenter");
  const phone = connected(hub, "voter");
  await pass(100_000);
  expect(phone.heard.at(-1)?.presenterHere).toBe(true);
  presenter.disconnect();
  await pass(40_000);
  expect(phone.heard.at(-1)?.presenterHere).toBe(false);
  connected(hub, "presenter");
  await pass(1000);
  expect(phone.heard.at(-1)?.presenterHere).toBe(true);
});

it("a room of which no view can be made disturbs no window, and is shown again as soon as one can", async () => {
  const { store, state, changed } = storeInMemory();
  const hub = hubOver(store);
  const [screen, phone] = [connected(hub, "screen"), connected(hub, "voter")];
  await pass(0);
  state.room = { ...ROOM, version: 2, plan: { ...ROOM.plan, questions: undefined as never } };
  changed();
  await pass(1000);
  expect([screen.heard.length, phone.heard.length]).toEqual([1, 1]);
  state.room = { ...ROOM, version: 3 };
  changed();
  await pass(1000);
  expect([screen.heard.at(-1)?.version, phone.heard.at(-1)?.version]).toEqual([3, 3]);
});

it("signs of life go on while the store is away, and the view comes when it is back", async () => {
  const { store, state, changed } = storeInMemory();
  const hub = hubOver(store);
  const phone = connected(hub, "voter");
  await pass(0);
  state.isAway = true;
  state.room = { ...ROOM, version: 2 };
  changed();
  await pass(60_000);
  expect(phone.beats).toBe(6);
  expect(phone.heard).toHaveLength(1);
  state.isAway = false;
  await pass(10_500);
  expect(phone.heard.at(-1)?.version).toBe(2);
});

it("the last window that leaves, however often that is said, leaves nothing behind and disturbs nobody", async () => {
  const { store, watchers, changed, state } = storeInMemory();
  const hub = hubOver(store);
  const first = connected(hub, "voter");
  await pass(0);
  first.disconnect();
  expect(watchers.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  const second = connected(hub, "voter");
  await pass(0);
  first.disconnect();
  const third = connected(hub, "voter");
  await pass(0);
  // One room of this code in the process, whatever the first did.
  expect(watchers.size).toBe(1);
  state.room = undefined;
  changed();
  await pass(1000);
  expect([second.ended, third.ended]).toEqual([true, true]);
  expect(watchers.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
