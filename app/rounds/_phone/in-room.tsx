import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { late } from "../../_components/late.tsx";
import { ask } from "../_client/ask.ts";
import { connectionWords, watchRoom } from "../_client/watch-room.ts";
import { createOutbox, type OwnVote, type Sent } from "./outbox.ts";
import { Question } from "./question.tsx";

const Results = late(
  () => import("./results.tsx").then((all) => all.default),
  <p>The answers of the room are coming.</p>,
);
const Paper = late(() => import("./paper.tsx").then((all) => all.default), <p>Your paper is coming.</p>);

/** What the phone shows once it is in the room; it follows the room by itself. */
export default function InRoom({ code }: { code: string }) {
  const watch = useMemo(() => watchRoom(code, "voter"), [code]);
  const outbox = useMemo(() => createOutbox(code, localStorage, (vote) => send(code, vote)), [code]);
  useEffect(() => watch.start(), [watch]);
  useEffect(() => {
    outbox.retry();
    const timer = setInterval(outbox.retry, 3000);
    window.addEventListener("online", outbox.retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", outbox.retry);
    };
  }, [outbox]);
  const { view, connection, refused } = useSyncExternalStore(watch.subscribe, watch.getState, watch.getState);
  const delivery = useSyncExternalStore(outbox.subscribe, outbox.getState, outbox.getState);
  const title = useTitleOf(view?.question?.id);
  // What is shown after a vote is fetched while there is time.
  useEffect(() => void import("./results.tsx").catch(() => undefined), []);

  if (connection === "over") {
    return (
      <>
        <h1>{refused?.title ?? "The room is over"}</h1>
        <p role="status">{refused?.detail}</p>
        <p>
          <a href="/join">Join another round</a>
        </p>
      </>
    );
  }
  if (!view) {
    return (
      <>
        <h1>Teaching round</h1>
        <p role="status">{refused?.detail ?? `${connectionWords(connection)}.`}</p>
      </>
    );
  }
  const { question, told, own, ended, presenterHere } = view;
  return (
    <>
      <p className="voter-line" role="status">
        <span>{view.title}</span>
        <span data-connection={connection}>{connectionWords(connection)}</span>
        {view.numbered && own && <span>Number {own.voter}</span>}
      </p>
      {!presenterHere && !ended && (
        <p className="voter-away">
          The presenter's page is away for the moment. Your answers are kept, and the round goes on when it is back.
        </p>
      )}
      {told.length > 0 && (
        <details key={question?.id ?? "end"} className="voter-case" open={!ended}>
          <summary>The patient{ended ? "" : " so far"}</summary>
          {told.map((part) => (
            <section key={part.title + part.text}>
              <h2>{part.title}</h2>
              <p>{part.text}</p>
            </section>
          ))}
        </details>
      )}
      {ended && (
        <>
          <h1>The round has ended</h1>
          {own?.paper && <Paper paper={own.paper} app={view.app} />}
        </>
      )}
      {!ended && !question && (
        <>
          <h1 ref={title} tabIndex={-1}>
            You are in
          </h1>
          <p>The first question comes when the presenter begins. Leave this page open, or come back to it.</p>
        </>
      )}
      {question && own && (
        <article>
          <p className="voter-note">
            Question {question.number} of {view.questions}
          </p>
          <h1 ref={title} tabIndex={-1}>
            {question.words}
          </h1>
          <Question
            key={`${question.id} ${question.open ?? 0}`}
            question={question}
            votes={own.votes}
            delivery={delivery}
            put={outbox.put}
          />
          {(question.spreads.length > 0 || question.key) && (
            <Results question={question} own={own.votes.at(-1)?.choice} />
          )}
        </article>
      )}
    </>
  );
}

/** Reading goes on at a question that has just come; the first one does not take the focus from anything. */
function useTitleOf(question: string | undefined) {
  const title = useRef<HTMLHeadingElement>(null);
  const [before, setBefore] = useState(question);
  useEffect(() => {
    if (question === before) return;
    setBefore(question);
    if (before !== undefined) title.current?.focus();
  }, [question, before]);
  return title;
}

async function send(code: string, { question, ballot, choice, certainty }: OwnVote): Promise<Sent> {
  const answer = await ask(`/${code}/votes/${question}/${ballot}`, "sle-vote-kept/1", {
    method: "PUT",
    json: { choice, certainty },
  });
  if ("body" in answer) return "kept";
  if ("away" in answer || answer.refused.status >= 500) return "away";
  return { refused: answer.refused.status === 409 ? CLOSED : answer.refused.detail };
}

const CLOSED = "It arrived after the vote was closed, so it is not counted.";
