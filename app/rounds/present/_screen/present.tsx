"use client";

import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useEffect, useId, useMemo, useState, useSyncExternalStore } from "react";
import { readCode, writtenCode } from "../../../../lib/rounds/code.ts";
import { CONTENT_ID } from "../../../_components/keep-focus.ts";
import { Statement } from "../../../_components/statement.tsx";
import { ask, type Refused } from "../../_client/ask.ts";
import { useFragment } from "../../_client/use-fragment.ts";
import { connectionWords, type RoomState, watchRoom } from "../../_client/watch-room.ts";
import { RoomOnScreen } from "./room-on-screen.tsx";
import "./screen.css";

const client = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false, retry: false } } });

type Seat = "presenter" | "screen";

/** The presenter's page, and, with `?as=screen` in the address, the big screen without what is hers. */
export function Present() {
  const room = useFragment();
  return (
    <QueryClientProvider client={client}>
      <div className="stage">
        <section className="stage-statement" aria-label="What this does and does not do">
          <Statement />
        </section>
        <main id={CONTENT_ID} tabIndex={-1} className="stage-main">
          {room === "unknown" ? (
            <h1>A round</h1>
          ) : room?.token ? (
            <TakeControl key={room.token} code={room.code} token={room.token} />
          ) : room ? (
            <Following key={room.code} code={room.code} />
          ) : (
            <WhichRoom />
          )}
        </main>
      </div>
    </QueryClientProvider>
  );
}

/** Makes this browser a presenter's by the secret in the address, and takes the secret out of the address. */
function TakeControl({ code, token }: { code: string; token: string }) {
  const [refused, setRefused] = useState<Refused>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void ask(`/${code}/presenter`, "sle-room-hosted/1", { method: "PUT", bearer: token }).then((answer) => {
      if (!isCurrent) return;
      if ("refused" in answer) setRefused(answer.refused);
      else if ("away" in answer) timer = setTimeout(() => setTries(tries + 1), 2000);
      else {
        history.replaceState(history.state, "", `${location.pathname}${location.search}#${code}`);
        window.dispatchEvent(new HashChangeEvent("hashchange"));
      }
    });
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [code, token, tries]);
  return (
    <>
      <h1>Room {writtenCode(code)}</h1>
      <p role="status">
        {refused
          ? `This host link does not open the room. ${refused.detail}`
          : tries > 0
            ? "No connection. Trying again."
            : "Taking over the round."}
      </p>
      {refused && <WayBack />}
    </>
  );
}

function WhichRoom() {
  const id = useId();
  const [isWrong, setIsWrong] = useState(false);
  const open = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = readCode(String(new FormData(event.currentTarget).get("code")));
    setIsWrong(!code);
    if (code) location.hash = code;
  };
  return (
    <>
      <h1>Which round?</h1>
      <p>This page presents a room that was opened in this browser, or to which a host link leads.</p>
      <form onSubmit={open} className="stage-form" noValidate>
        <label htmlFor={id}>Code of the room</label>
        <input
          id={id}
          name="code"
          className="field"
          autoComplete="off"
          maxLength={40}
          aria-invalid={isWrong || undefined}
        />
        <button type="submit" className="stage-button">
          Go on
        </button>
        {isWrong && <p role="alert">A code has eight letters and digits, as in ACDE-2346.</p>}
      </form>
      <WayBack />
    </>
  );
}

function WayBack() {
  return (
    <p>
      <Link href="/rounds" prefetch={false}>
        Prepare a round
      </Link>
    </p>
  );
}

const noChange = () => () => {};

function Following({ code }: { code: string }) {
  const seat = useSyncExternalStore<Seat>(
    noChange,
    () => (new URLSearchParams(location.search).get("as") === "screen" ? "screen" : "presenter"),
    () => "presenter",
  );
  const { state, refresh } = useRoomState(code, seat);
  const { view, connection, refused } = state;
  if (connection === "over") {
    const isStranger = refused?.status === 403;
    return (
      <>
        <h1>{isStranger ? "This browser does not present this room" : (refused?.title ?? "The room is over")}</h1>
        <p role="status">{refused?.detail}</p>
        {isStranger && <p>Open the host link of the room in this browser; whoever presents it can copy one.</p>}
        <WayBack />
      </>
    );
  }
  if (!view) {
    return (
      <>
        <h1>Room {writtenCode(code)}</h1>
        <p role="status">
          {connectionWords(connection)}. {refused?.detail}
        </p>
      </>
    );
  }
  return <RoomOnScreen view={view} connection={connection} refresh={refresh} />;
}

/** The room as it is followed, held where every part of the page finds it. */
function useRoomState(code: string, seat: Seat): { readonly state: RoomState; readonly refresh: () => Promise<void> } {
  const queries = useQueryClient();
  const watch = useMemo(() => watchRoom(code, seat), [code, seat]);
  const queryKey = useMemo(() => ["room", code, seat], [code, seat]);
  useEffect(() => {
    const unsubscribe = watch.subscribe(() => queries.setQueryData(queryKey, watch.getState()));
    const stop = watch.start();
    return () => {
      stop();
      unsubscribe();
    };
  }, [queries, queryKey, watch]);
  const { data } = useQuery({
    queryKey,
    queryFn: watch.getState,
    initialData: watch.getState,
    staleTime: Number.POSITIVE_INFINITY,
    // What is shown during a round may not wait for the browser to believe that it is online.
    networkMode: "always",
  });
  return { state: data, refresh: watch.refresh };
}
