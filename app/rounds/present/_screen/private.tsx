"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { hostLink } from "../../../../lib/rounds/address.ts";
import { phaseWords, type Step } from "../../../../lib/rounds/steps.ts";
import type { RoomView } from "../../../../lib/rounds/view.ts";
import { ask } from "../../_client/ask.ts";
import { EraseRoom } from "./erase-room.tsx";
import { Key } from "./key.tsx";

/** What is the presenter's alone, and shown only when she asks for it: notes, the key before it is shown, host links. */
export function Private({ view, origin, press }: { view: RoomView; origin: string; press: (step: Step) => void }) {
  const { presenter, question, code, keptUntil } = view;
  const link = useMutation({
    networkMode: "always",
    mutationFn: async () => {
      const answer = await ask<{ readonly token: string }>(`/${code}/links`, "sle-host-link/1", { method: "POST" });
      if (!("body" in answer)) return undefined;
      return hostLink(location.origin, code, answer.body.token);
    },
  });
  const [isCopied, setIsCopied] = useState(false);
  if (!presenter) return null;
  const copy = async () => {
    const made = await link.mutateAsync();
    if (!made) return;
    await navigator.clipboard?.writeText(made).then(
      () => setIsCopied(true),
      () => undefined,
    );
  };
  return (
    <section className="stage-private" aria-label="My notes">
      {question && (
        <>
          <h2>My notes</h2>
          <p className="stage-notes">{presenter.notes || "No notes for this question."}</p>
          {presenter.key && !question.key && <Key question={question} shown={presenter.key} />}
        </>
      )}
      <h2>Questions</h2>
      <ol className="stage-list">
        {presenter.questions.map(({ id, words, phase }) => (
          <li key={id}>
            <button
              type="button"
              className="stage-link"
              aria-current={id === question?.id || undefined}
              disabled={question?.open !== undefined || view.ended}
              onClick={() => press({ words, command: { kind: "go-to", question: id } })}
            >
              {words}
            </button>{" "}
            ({phaseWords(phase)})
          </li>
        ))}
      </ol>
      <h2>Other windows</h2>
      <p>
        <a href={`/rounds/present?as=screen#${code}`} target="_blank" rel="noopener">
          Open the big screen without controls
        </a>
        , in another window of this browser.
      </p>
      <p>
        <button type="button" className="stage-button" onClick={() => void copy()}>
          Copy a host link
        </button>{" "}
        Whoever opens it presents this room, on another machine too. Show it to nobody else.
      </p>
      {link.data && (
        <p>
          <label>
            {isCopied ? "Copied: " : "Host link: "}
            <input className="stage-host" readOnly value={link.data} onFocus={({ target }) => target.select()} />
          </label>
        </p>
      )}
      {link.data && origin !== location.origin && (
        <p>
          <label>
            For another machine:{" "}
            <input
              className="stage-host"
              readOnly
              value={link.data.replace(location.origin, origin)}
              onFocus={({ target }) => target.select()}
            />
          </label>
        </p>
      )}
      {link.isSuccess && !link.data && <p role="alert">No link could be made: the server did not answer.</p>}
      <h2>What is kept</h2>
      <p>
        The room is kept until{" "}
        {new Date(keptUntil).toLocaleString("en-US", { dateStyle: "medium", timeStyle: "short" })}: 24 hours after the
        last action in it. Then it is erased.
      </p>
      <EraseRoom code={code} />
    </section>
  );
}
