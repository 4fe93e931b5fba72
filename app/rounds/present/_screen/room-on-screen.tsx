"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { isOnlyHere, joinAddress } from "../../../../lib/rounds/address.ts";
import type { Command } from "../../../../lib/rounds/room.ts";
import { phaseWords, type Step, stepsFor } from "../../../../lib/rounds/steps.ts";
import type { RoomView } from "../../../../lib/rounds/view.ts";
import { ask } from "../../_client/ask.ts";
import { type Connection, connectionWords } from "../../_client/watch-room.ts";
import { Key } from "./key.tsx";
import { Private } from "./private.tsx";
import { QrCode } from "./qr-code.tsx";
import { Shifts } from "./shifts.tsx";
import { Spreads } from "./spreads.tsx";
import { Summary } from "./summary.tsx";

/** The whole of a room on a big screen, and under it what its presenter can do. */
export function RoomOnScreen({
  view,
  connection,
  refresh,
}: {
  view: RoomView;
  connection: Connection;
  refresh: () => Promise<void>;
}) {
  const { question, told, presenter, ended, summary } = view;
  const steps = stepsFor(view);
  const command = useMutation({
    mutationFn: (json: Command) => ask(`/${view.code}/command`, "sle-room-done/1", { method: "PUT", json }),
    networkMode: "always",
    onSettled: refresh,
  });
  const [isPrivateShown, setIsPrivateShown] = useState(false);
  // Until what a press did is on the page, no other is taken: it would be meant for what is not there any more.
  const [pressedAt, setPressedAt] = useState(0);
  const isWaiting = command.isPending && pressedAt === view.version;
  const press = ({ command: pressed }: Step) => {
    if (isWaiting) return;
    setPressedAt(view.version);
    command.mutate(pressed);
  };
  useKey(" ", () => steps[0] && steps[0].command.kind !== "end" && press(steps[0]));
  useKey("n", () => setIsPrivateShown((before) => !before));
  const origin = useOrigin(view.code, presenter !== undefined);
  const isJoining = !question && !ended;
  return (
    <>
      <header className="stage-head">
        <h1>{view.title}</h1>
        <p role="status" className="stage-connection" data-connection={connection}>
          {connectionWords(connection)}
          {!presenter && !view.presenterHere && !ended ? " · The presenter's page is away" : ""}
        </p>
      </header>
      <div className="stage-body" data-joining={isJoining}>
        <div className="stage-content">
          {isJoining && <Joining view={view} origin={origin.chosen} />}
          {told.length > 0 && !ended && (
            <details key={`told ${question?.id}`} open={question?.phase === "draft"} className="stage-case">
              <summary>The patient so far</summary>
              <div className="stage-told">
                {told.map((part) => (
                  <section key={part.title + part.text}>
                    <h3>{part.title}</h3>
                    <p>{part.text}</p>
                  </section>
                ))}
              </div>
            </details>
          )}
          {question && <OnQuestion view={view} question={question} />}
          {ended && summary && <Summary view={view} summary={summary} />}
        </div>
        {!ended && <Corner view={view} origin={origin} isJoining={isJoining} />}
      </div>
      {presenter && (
        <footer className="stage-controls">
          <div className="stage-steps">
            {steps.map((step, position) => (
              <StepButton key={step.words} step={step} isFirst={position === 0} isWaiting={isWaiting} press={press} />
            ))}
            <button
              type="button"
              className="stage-button"
              aria-expanded={isPrivateShown}
              onClick={() => setIsPrivateShown(!isPrivateShown)}
            >
              {isPrivateShown ? "Hide my notes" : "My notes"} <kbd>N</kbd>
            </button>
          </div>
          <p role="status">{commandWords(command)}</p>
          {isPrivateShown && <Private view={view} origin={origin.chosen} press={press} />}
        </footer>
      )}
    </>
  );
}

function commandWords({ data, isPending }: { data: Awaited<ReturnType<typeof ask>> | undefined; isPending: boolean }) {
  if (isPending || !data || "body" in data) return "";
  return "away" in data ? "Not carried out: no connection. Press again." : data.refused.detail;
}

/** The end of a round is asked once more: it cannot be taken back. */
function StepButton({
  step,
  isFirst,
  isWaiting,
  press,
}: {
  step: Step;
  isFirst: boolean;
  /** Whether a press before is being carried out. */
  isWaiting: boolean;
  press: (step: Step) => void;
}) {
  const [isAsking, setIsAsking] = useState(false);
  if (step.command.kind !== "end") {
    return (
      <button
        type="button"
        className={isFirst ? "stage-button stage-next" : "stage-button"}
        aria-disabled={isWaiting || undefined}
        onClick={() => press(step)}
      >
        {step.words} {isFirst && <kbd>space</kbd>}
      </button>
    );
  }
  if (!isAsking) {
    return (
      <button type="button" className="stage-button" onClick={() => setIsAsking(true)}>
        {step.words}
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        className="stage-button stage-next"
        aria-disabled={isWaiting || undefined}
        onClick={() => press(step)}
      >
        End it and show the summary
      </button>
      <button type="button" className="stage-button" onClick={() => setIsAsking(false)}>
        Go on
      </button>
    </>
  );
}

function OnQuestion({ view, question }: { view: RoomView; question: NonNullable<RoomView["question"]> }) {
  const { phase, open, answered, spreads, choices, shifts, key } = question;
  const stands = `${question.id} ${phase}`;
  const [stood, setStood] = useState(stands);
  // What is new is at the top, wherever somebody scrolled to in what was there before.
  useEffect(() => {
    if (stands === stood) return;
    setStood(stands);
    window.scrollTo({ top: 0 });
  }, [stands, stood]);
  return (
    <article>
      <p>
        Question {question.number} of {view.questions}: {phaseWords(phase)}
      </p>
      <h2 className="stage-question">{question.words}</h2>
      {open !== undefined && (
        <p className="stage-count" role="status">
          <strong>{answered ?? 0}</strong> of {view.joined ?? 0} have answered
        </p>
      )}
      {spreads.length === 0 && !open && phase !== "draft" && <p>Nobody answered.</p>}
      {spreads.length === 0 && (
        <ul className="stage-choices">
          {choices.map((choice) => (
            <li key={choice.key}>{choice.label}</li>
          ))}
        </ul>
      )}
      {key && <Key question={question} shown={key} />}
      {spreads.length > 0 && <Spreads question={question} />}
      {shifts.length > 0 && <Shifts shifts={shifts} choices={choices} />}
    </article>
  );
}

function Joining({ view, origin }: { view: RoomView; origin: string }) {
  return (
    <section className="stage-joining">
      <h2>Join with a phone</h2>
      <p>
        Scan the code, or open <strong>{joinAddress(origin, "").replace(/^https?:\/\/|#$/g, "")}</strong> and type
      </p>
      <p className="stage-code">{view.written}</p>
      <p>No account, no name. Answers are kept for 24 hours after the last action in the room, then erased.</p>
      {view.numbered && <p>Each phone gets a number, under which the presenter's files list its answers.</p>}
    </section>
  );
}

interface Origin {
  readonly chosen: string;
  readonly choose: (origin: string) => void;
  /** Whether this page was opened by a name that no other machine can open. */
  readonly isOnlyHere: boolean;
  readonly others: readonly string[];
}

/** The address that phones are sent to: that of this page, or one of this machine's own where phones cannot open that. */
function useOrigin(code: string, isPresenter: boolean): Origin {
  const [chosen, choose] = useState<string>();
  const onlyHere = isOnlyHere(location.hostname);
  const { data } = useQuery({
    queryKey: ["addresses", code],
    enabled: onlyHere && isPresenter,
    staleTime: 60_000,
    networkMode: "always",
    queryFn: async () => {
      const answer = await ask<{ readonly origins: readonly string[] }>(`/${code}/addresses`, "sle-addresses/1");
      return "body" in answer ? answer.body.origins : [];
    },
  });
  const others = data ?? [];
  return { chosen: chosen ?? others[0] ?? location.origin, choose, isOnlyHere: onlyHere, others };
}

/** Code and QR code all the time, and how many are in. */
function Corner({ view, origin, isJoining }: { view: RoomView; origin: Origin; isJoining: boolean }) {
  const id = useId();
  const { chosen, choose, isOnlyHere: onlyHere, others } = origin;
  return (
    <aside className="stage-corner" aria-label="Join">
      <QrCode text={joinAddress(chosen, view.code)} label={`QR code of ${joinAddress(chosen, view.code)}`} />
      {!isJoining && <p className="stage-code">{view.written}</p>}
      <p>
        <strong>{view.joined ?? 0}</strong> joined
      </p>
      {onlyHere && (
        <div className="stage-reach">
          <p id={id}>
            {others.length > 0
              ? "This page was opened as localhost, which no phone can reach. The code leads to:"
              : `No phone can reach ${location.host}. Open this page by the name or number that this machine has in the network.`}
          </p>
          {others.length > 0 && (
            <select
              aria-labelledby={id}
              className="stage-select"
              value={chosen}
              onChange={({ target }) => choose(target.value)}
            >
              {others.map((one) => (
                <option key={one} value={one}>
                  {one.replace("http://", "")}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
    </aside>
  );
}

/** A key does the same from wherever it has nothing else to do. */
function useKey(key: string, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key.toLowerCase() !== key || event.repeat || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest("a, button, select, summary, input, textarea") && key === " ")
        return;
      if (target instanceof Element && target.closest("select, input, textarea")) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [key]);
}
