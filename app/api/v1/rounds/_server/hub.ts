/** Sends each connected window its view of a room whenever that changes, at most a few times a second. */
import { definitions } from "../../../../../criteria/index.ts";
import type { Store } from "../../../../../lib/rounds/store.ts";
import { type Known, type Role, view } from "../../../../../lib/rounds/view.ts";

/** The least time between two views sent to one window, in milliseconds. */
const APART = 250;
/** How often a sign of life is sent, in milliseconds; a window that hears none for three times as long connects anew. */
const BEAT = 10_000;
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

export function hubOver(store: Store): Hub {
  const rooms = new Map<string, ReturnType<typeof connectedRoom>>();

  async function known(code: string): Promise<Known | undefined> {
    const [room, votes, joined, seen] = await Promise.all([
      store.room(code),
      store.votes(code),
      store.joined(code),
      store.lastPresenter(code),
    ]);
    return room && { room, votes, joined, presenterHere: Date.now() - seen < AWAY_AFTER };
  }

  /** The windows of one room in this process. */
  function connectedRoom(code: string) {
    const windows = new Map<Window, { last: string; version: number; here: boolean | undefined }>();
    let timer: NodeJS.Timeout | undefined;
    let sentAt = 0;

    async function refresh(): Promise<void> {
      timer = undefined;
      sentAt = Date.now();
      const now = await known(code).catch(() => "not now" as const);
      // A store that does not answer for a moment is asked again with the next beat.
      if (now === "not now") return;
      if (!now) {
        for (const window of windows.keys()) window.end();
        return;
      }
      for (const [window, sent] of windows) {
        const { version } = now.room;
        // While a vote is open, nothing that a phone sees changes with what others do.
        const isPhone = window.role.kind === "voter";
        if (isPhone && sent.version === version && sent.here === now.presenterHere) continue;
        const text = JSON.stringify(view(now, window.role, definitions));
        if (text !== sent.last) window.send(text);
        windows.set(window, { last: text, version, here: now.presenterHere });
      }
    }

    function soon(): void {
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

    return {
      soon,
      add(window: Window): void {
        windows.set(window, { last: "", version: 0, here: undefined });
      },
      remove(window: Window): void {
        windows.delete(window);
        if (windows.size > 0) return;
        clearInterval(beat);
        clearTimeout(timer);
        unwatch();
        rooms.delete(code);
      },
    };
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
