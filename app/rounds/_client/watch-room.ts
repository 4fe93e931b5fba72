/**
 * Follows a room: one event stream for all windows of a browser, asked again when it falls silent, and asking every few
 * seconds where no stream comes through. Whatever is lost on the way, the next view is whole.
 */
import type { RoomView } from "../../../lib/rounds/view.ts";
import { ask, type Refused } from "./ask.ts";
import { takePart } from "./lead.ts";

export type Looking = "presenter" | "screen" | "voter";

export type Connection =
  | "connecting"
  /** What changes is heard at once. */
  | "live"
  /** No stream comes through; the room is asked every few seconds. */
  | "asking"
  | "lost"
  /** The room does not answer this browser any more, and `refused` says why. */
  | "over";

export interface RoomState {
  readonly connection: Connection;
  readonly view?: RoomView;
  readonly refused?: Refused;
}

export interface RoomWatch {
  getState(): RoomState;
  subscribe(listener: () => void): () => void;
  /** Asks at once, as after a command; fulfilled when the answer is there, or none came. */
  refresh(): Promise<void>;
  /** Begins to follow. Returns the way to stop. */
  start(): () => void;
}

/** The server gives a sign of life every 10 s; after three that did not come, the stream is taken for dead. */
const SILENCE = 30_000;
/** A window that comes to the front after one sign of life was missed does not wait for the others. */
const MISSED = 12_000;
/** How long a new stream may take to say something before the room is asked. */
const PATIENCE = 4000;
const ASK_EVERY = 3000;
const LONGEST_PAUSE = 15_000;
const TICK = 1000;

type Heard = { readonly kind: "view"; readonly view: RoomView } | { readonly kind: "beat" | "erased" | "hello" };

const ERASED: Refused = {
  status: 404,
  title: "The room is over",
  detail: "The room was erased, with everything in it.",
};

export function watchRoom(code: string, as: Looking): RoomWatch {
  let state: RoomState = { connection: "connecting" };
  const listeners = new Set<() => void>();
  let refresh = () => Promise.resolve();

  function say(change: Partial<RoomState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function show(view: RoomView, connection: Connection): void {
    // An answer that was overtaken on the way is older than what is shown.
    const isOlder = state.view !== undefined && view.version < state.view.version;
    say(isOlder ? { connection } : { connection, view });
  }

  function start(): () => void {
    const stopping = new AbortController();
    const { signal } = stopping;
    const name = `sle-room ${code} ${as}`;
    const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name);
    let source: EventSource | undefined;
    let isLive = false;
    let failures = 0;
    let heardAt = 0;
    let openedAt = Date.now();
    let reopenAt = 0;
    let askedAt = 0;
    let isAsking = false;

    function hear(heard: Heard): void {
      heardAt = Date.now();
      if (heard.kind === "erased") {
        over(ERASED);
        return;
      }
      isLive = true;
      failures = 0;
      if (heard.kind === "view") show(heard.view, "live");
      else if (state.connection !== "live" && state.view) say({ connection: "live" });
    }

    function hearAndTell(heard: Heard): void {
      channel?.postMessage(heard);
      hear(heard);
    }

    function over(refused: Refused): void {
      say({ connection: "over", refused });
      stop();
    }

    function shut(): void {
      source?.close();
      source = undefined;
      isLive = false;
    }

    function open(): void {
      openedAt = Date.now();
      const opened = new EventSource(`/api/v1/rounds/${code}/events?as=${as}`);
      source = opened;
      opened.addEventListener("view", ({ data }) => {
        const view = readView(data);
        if (view) hearAndTell({ kind: "view", view });
      });
      opened.addEventListener("beat", () => hearAndTell({ kind: "beat" }));
      opened.addEventListener("erased", () => hearAndTell({ kind: "erased" }));
      opened.addEventListener("error", () => {
        if (source !== opened) return;
        shut();
        failures += 1;
        // A whole lecture hall that lost its server does not come back at the same moment.
        reopenAt = Date.now() + Math.min(LONGEST_PAUSE, 500 * 2 ** failures) * (0.5 + Math.random() / 2);
        void askNow();
      });
    }

    async function askNow(): Promise<void> {
      if (isAsking || signal.aborted) return;
      isAsking = true;
      askedAt = Date.now();
      const asked = await ask<RoomView>(`/${code}/view?as=${as}`, "sle-room/1");
      isAsking = false;
      if (signal.aborted) return;
      if ("body" in asked) return show(asked.body, isLive ? "live" : "asking");
      if ("away" in asked || asked.refused.status >= 500) {
        if (!isLive) say({ connection: "lost", ...("refused" in asked && { refused: asked.refused }) });
        return;
      }
      over(asked.refused);
    }

    function tick(): void {
      if (signal.aborted) return;
      const now = Date.now();
      if (isLive && now - heardAt > SILENCE) shut();
      // One that never said anything may have been opened while the network was away.
      if (source && !isLive && now - openedAt > SILENCE) shut();
      if (lead.isMine() && !source && now >= reopenAt) open();
      const isWaiting = !isLive && (state.connection === "asking" || now - openedAt > PATIENCE);
      if (isWaiting && now - askedAt >= ASK_EVERY) void askNow();
    }

    /** Does not wait: the network is back, or somebody looks at the page again. */
    function again(): void {
      shut();
      reopenAt = 0;
      failures = 0;
      void askNow();
      tick();
    }

    function stop(): void {
      stopping.abort();
      shut();
      clearInterval(timer);
      channel?.close();
    }

    channel?.addEventListener("message", ({ data }: MessageEvent<Heard>) => {
      if (data.kind !== "hello") return hear(data);
      if (lead.isMine() && state.view) channel.postMessage({ kind: "view", view: state.view } satisfies Heard);
    });
    window.addEventListener("online", again, { signal });
    window.addEventListener(
      "offline",
      () => {
        shut();
        say({ connection: "lost" });
      },
      { signal },
    );
    document.addEventListener(
      "visibilitychange",
      () => document.visibilityState === "visible" && Date.now() - heardAt > MISSED && again(),
      { signal },
    );
    const timer = setInterval(tick, TICK);
    refresh = askNow;
    const lead = takePart(name, signal, () => {
      // Whoever leads now says what there is in a moment.
      if (!lead.isMine()) {
        shut();
        openedAt = Date.now();
      }
      tick();
    });
    channel?.postMessage({ kind: "hello" } satisfies Heard);
    tick();
    return stop;
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => refresh(),
    start,
  };
}

function readView(data: unknown): RoomView | undefined {
  try {
    const view: unknown = JSON.parse(String(data));
    const isView = typeof view === "object" && view !== null && "format" in view && view.format === "sle-room/1";
    return isView ? (view as RoomView) : undefined;
  } catch {
    return undefined;
  }
}

/** The state of the connection in words. */
export function connectionWords(connection: Connection): string {
  switch (connection) {
    case "connecting":
      return "Connecting";
    case "live":
      return "Connected";
    case "asking":
      return "Connected, a few seconds behind";
    case "lost":
      return "No connection. Trying again";
    case "over":
      return "Not connected";
  }
}
