import { type FormEvent, useEffect, useId, useState } from "react";
import { STATEMENT } from "../../../lib/explain/statement.ts";
import { readCode, writtenCode } from "../../../lib/rounds/code.ts";
import { late } from "../../_components/late.tsx";
import { ask, type Refused } from "../_client/ask.ts";
import { useFragment } from "../_client/use-fragment.ts";
import "./phone.css";

/** Comes while the door is read. */
const InRoom = late(() => import("./in-room.tsx").then((all) => all.default), <p role="status">Entering the room.</p>);

/** What is read before joining. */
interface Door {
  readonly title: string;
  readonly numbered: boolean;
  readonly joined: boolean;
}

/** A phone in a teaching round: the code, the door, and then the room. */
export function Phone() {
  const room = useFragment();
  return (
    <>
      <section className="voter-statement" aria-label="What this does and does not do">
        <p>{STATEMENT}</p>
      </section>
      <main id="content" className="voter">
        {room === "unknown" ? <h1>Join a round</h1> : room ? <AtDoor key={room.code} code={room.code} /> : <CodeForm />}
      </main>
    </>
  );
}

function CodeForm({ why }: { why?: string }) {
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const join = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = readCode(String(new FormData(event.currentTarget).get("code")));
    setWrong(!code);
    if (code) location.hash = code;
  };
  return (
    <>
      <h1>Join a round</h1>
      {why && (
        <p className="problem" role="alert">
          {why}
        </p>
      )}
      <form onSubmit={join} className="voter-form" noValidate>
        <label htmlFor={id}>The code on the screen</label>
        <input
          id={id}
          name="code"
          className="field voter-code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} role={wrong ? "alert" : undefined} className={wrong ? "problem" : "voter-note"}>
          {wrong ? "A code has eight letters and digits, as in ACDE-2346. " : "Eight letters and digits. "}
          It never has 0 or O, 1, I or L, 5 or S, 8 or B, U or V.
        </p>
        <button type="submit" className="voter-button">
          Go on
        </button>
      </form>
    </>
  );
}

function AtDoor({ code }: { code: string }) {
  const [door, setDoor] = useState<Door>();
  const [refused, setRefused] = useState<Refused>();
  const [isAway, setIsAway] = useState(false);
  const [isJoined, setIsJoined] = useState(false);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void import("./in-room.tsx").catch(() => undefined);
    void ask<Door>(`/${code}`, "sle-room-door/1").then((answer) => {
      if (!isCurrent) return;
      setIsAway("away" in answer);
      if ("body" in answer) {
        setDoor(answer.body);
        setIsJoined(answer.body.joined);
      } else if ("refused" in answer) setRefused(answer.refused);
      else timer = setTimeout(() => setAsked(asked + 1), 2000);
    });
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [code, asked]);

  if (refused) return <CodeForm why={refused.detail} />;
  if (door && isJoined) {
    return <InRoom code={code} />;
  }
  const away = isAway && <p role="status">No connection to the room. Trying again.</p>;
  if (!door) {
    return (
      <>
        <h1>Room {writtenCode(code)}</h1>
        {away || <p role="status">Looking for the room.</p>}
      </>
    );
  }
  const join = async () => {
    const answer = await ask(`/${code}/voter`, "sle-room-joined/1", { method: "PUT" });
    if ("refused" in answer) setRefused(answer.refused);
    else if ("away" in answer) setIsAway(true);
    else setIsJoined(true);
  };
  return (
    <>
      <p className="voter-note">Room {writtenCode(code)}</p>
      <h1>{door.title}</h1>
      <p>
        You answer questions about one fictional or anonymous patient. No name and no account: nobody, the presenter
        included, sees who answered what.
      </p>
      {door.numbered && (
        <p className="problem">
          In this round, each phone gets a number. The presenter's files list the answers under that number, without a
          name.
        </p>
      )}
      <p className="voter-note">
        What is answered is kept for 24 hours after the last action in the room, then erased.
      </p>
      {away}
      <button type="button" className="voter-button" onClick={() => void join()}>
        Join
      </button>
    </>
  );
}
