/** Sends each connected window its view of a room whenever that changes, at most a few times a second. */
import { definitions } from "../../../../../criteria/index.ts";
import { SEEN_EVERY, type Store } from "../../../../../lib/rounds/store.ts";
import { type Known, type Role, view } from "../../../../../lib/rounds/view.ts";
import { identity } from "../../../../../scripts/identity.ts";

/** The least time between two views sent to one window, in milliseconds. */
const APART = 250;
/** How often a sign of life is sent, in milliseconds; a window that hears none for three times as long connects anew. */
const BEAT = SEEN_EVERY;
/** A presenter whose window said nothing for so long is away, in milliseconds. */
const AWAY_AFTER = 25_000;

/** One connected window. */
interface Window {
  readonly role: Role;
  /** Sends a view, or a sign of life. */
  send(text: string | "beat"): void;
  /** The room is gone: nothing more will come. */
  end(): void;
}

export interface Hub {
  /** Everything that is known of a room; undefined where there is none. */
  known(code: string): Promise<Known | undefined>;
  /** Connects a window, and sends it its view at once. Gives the function that disconnects it. */
  connect(code: string, window: Window): () => void;
}

/** What a window was sent last. */
interface Sent {
  readonly last: string;
  readonly version: number;
  readonly here: boolean | undefined;
}

/** The windows of one room that are connected to this process. */
interface ConnectedRoom {
  soon(): void;
  add(window: Window): void;
  remove(window: Window): void;
}

/** A view as it is sent. Undefined where it cannot be made: nothing of one room may end the process of all. */
function textOf(known: Known, role: Role): string | undefined {
  try {
    return JSON.stringify(view(known, role, definitions, identity));
  } catch {
    return undefined;
  }
}

export function hubOver(store: Store): Hub {
  const rooms = new Map<string, ConnectedRoom>();

  /** The room, and whether a presenter is here: all that phones are told while a vote is open. */
  async function seen(code: string): Promise<Pick<Known, "room" | "presenterHere"> | undefined> {
    const [room, last] = await Promise.all([store.room(code), store.lastPresenter(code)]);
    return room && { room, presenterHere: Date.now() - last < AWAY_AFTER };
  }

  async function known(code: string): Promise<Known | undefined> {
    // The room first: what is read after a close has every vote that was taken before it.
    const first = await seen(code);
    return first && withVotes(code, first);
  }

  async function withVotes(code: string, seen: Pick<Known, "room" | "presenterHere">): Promise<Known> {
    const [votes, joined] = await Promise.all([store.votes(code), store.joined(code)]);
    return { ...seen, votes, joined };
  }

  /** The windows of one room in this process. */
  function connectedRoom(code: string): ConnectedRoom {
    const windows = new Map<Window, Sent>();
    let timer: NodeJS.Timeout | undefined;
    let sentAt = 0;
    /** Whether a view is being made: what is asked for meanwhile comes after it, never before. */
    let making = false;
    let again = false;

    async function refresh(): Promise<void> {
      timer = undefined;
      sentAt = Date.now();
      making = true;
      again = false;
      try {
        await sendAll();
      } finally {
        making = false;
        if (again && windows.size > 0) soon();
      }
    }

    async function sendAll(): Promise<void> {
      const first = await seen(code).catch(() => "not now" as const);
      // A store that does not answer for a moment is asked again with the next beat.
      if (first === "not now") return;
      if (!first) {
        for (const window of windows.keys()) window.end();
        return;
      }
      const knowsAll = (window: Window, sent: Sent) =>
        window.role.kind === "voter" && sent.version === first.room.version && sent.here === first.presenterHere;
      // While a vote is open, nothing that a phone sees changes with what others do.
      if ([...windows].every(([window, sent]) => knowsAll(window, sent))) return;
      const now = await withVotes(code, first).catch(() => undefined);
      if (!now) return;
      for (const [window, sent] of windows) {
        if (knowsAll(window, sent)) continue;
        const text = textOf(now, window.role);
        // Of a room that cannot be read, windows keep the view that they have; the room may change, or be erased.
        if (text === undefined) continue;
        if (text !== sent.last) window.send(text);
        windows.set(window, { last: text, version: now.room.version, here: now.presenterHere });
      }
    }

    function soon(): void {
      again = true;
      if (making) return;
      timer ??= setTimeout(() => void refresh(), Math.max(0, sentAt + APART - Date.now()));
    }
    const beat = setInterval(() => {
      for (const window of windows.keys()) window.send("beat");
      if ([...windows.keys()].some(({ role }) => role.kind === "presenter")) {
        void store.presenterSeen(code, Date.now()).catch(() => undefined);
      }
      soon();
    }, BEAT);
    beat.unref();
    const unwatch = store.watch(code, soon);

    const connected: ConnectedRoom = {
      soon,
      add(window: Window): void {
        windows.set(window, { last: "", version: 0, here: undefined });
      },
      remove(window: Window): void {
        // A window that vanishes is disconnected from both ends, the second time perhaps after others came.
        if (!windows.delete(window) || windows.size > 0) return;
        clearInterval(beat);
        clearTimeout(timer);
        unwatch();
        if (rooms.get(code) === connected) rooms.delete(code);
      },
    };
    return connected;
  }

  return {
    known,
    connect(code, window) {
      const room = rooms.get(code) ?? connectedRoom(code);
      rooms.set(code, room);
      room.add(window);
      if (window.role.kind === "presenter") void store.presenterSeen(code, Date.now()).then(room.soon, () => undefined);
      room.soon();
      return () => room.remove(window);
    },
  };
}
