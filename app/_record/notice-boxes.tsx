"use client";

import { useEffect, useRef, useState } from "react";
import { oneLine } from "../../lib/record/one-line.ts";
import { keepFocus } from "../_components/keep-focus.ts";
import { useRecord } from "../_store/use-record.ts";
import { exampleTitle } from "./example-label.ts";
import type { Notice } from "./session.ts";
import { useSession, useSessionState } from "./use-session.ts";

/** What is to be known about the record and needs no answer. */
export function QuietNotices() {
  const notice = useSessionState((state) => state.notice);
  return (
    <>
      <ExampleNotice />
      <SavingNotice />
      {notice && !notice.issues && <SessionNotice notice={notice} />}
    </>
  );
}

/** In a sheet: what was said since it was opened. The page behind it can neither be seen nor heard. */
export function SheetNotice() {
  const session = useSession();
  const notice = useSessionState((state) => state.notice);
  const [before] = useState(() => session.getState().notice);
  return (
    <div role="status" className="notices">
      {notice && notice !== before && <SessionNotice notice={notice} takesFocus />}
    </div>
  );
}

function ExampleNotice() {
  const title = useRecord((record) => exampleTitle(record.label));
  const [teaches, setTeaches] = useState<{ readonly title: string; readonly words: string } | undefined>(undefined);
  useEffect(() => {
    if (!title) return;
    let current = true;
    void import("./example-patients.ts").then(({ examplePatients }) => {
      const words = examplePatients.find((one) => one.title === title)?.teaches ?? "";
      if (current) setTeaches({ title, words });
    });
    return () => {
      current = false;
    };
  }, [title]);
  if (!title) return null;
  return (
    <p className="border-l-4 border-accent bg-accent-soft px-3 py-2 text-small">
      <strong>Example, not a real patient.</strong> <bdi>{oneLine(title)}</bdi>.{" "}
      {teaches?.title === title && teaches.words}
    </p>
  );
}

function SavingNotice() {
  const saving = useSessionState((state) => state.saving);
  if (saving === "saved") return null;
  const why =
    saving === "full" ? "The storage of this browser is full." : "This browser does not let the app store anything.";
  return (
    <p className="bg-attention-soft px-3 py-2 text-small">
      {why} Everything works, but what you enter is lost when this window closes. Download the record to keep it.
    </p>
  );
}

/** What happened to the record, with what can be done about it. */
export function SessionNotice({ notice, takesFocus = false }: { notice: Notice; takesFocus?: boolean }) {
  const session = useSession();
  const box = useRef<HTMLElement>(null);
  const { issues = [] } = notice;
  useEffect(() => {
    if (notice.issues || takesFocus) box.current?.focus();
  }, [notice, takesFocus]);
  const then = (run: () => void) => () => {
    const sheet = box.current?.closest("dialog")?.querySelector("h2");
    run();
    keepFocus(sheet ? () => sheet : undefined);
  };
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={issues.length > 0 ? "What could not be read" : "About this record"}
      role={notice.issues && "alert"}
      className={`px-3 py-2 text-small ${notice.issues ? "bg-attention-soft" : "bg-accent-soft"}`}
    >
      <p>{notice.words}</p>
      {issues.length > 0 && (
        <ul className="max-h-64 overflow-auto py-1">
          {issues.map(({ path, message }) => (
            <li key={path + message} className="border-t border-hairline py-1">
              {path && <code className="font-semibold">{oneLine(path)}</code>} {message}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-x-4">
        {notice.actions.map(({ words, run }) => (
          <button key={words} type="button" className="link" onClick={then(run)}>
            {words}
          </button>
        ))}
        <button type="button" className="link" onClick={then(() => session.say(undefined))}>
          Close
        </button>
      </div>
    </section>
  );
}
