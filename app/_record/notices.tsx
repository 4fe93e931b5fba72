"use client";

import { useEffect, useRef, useState } from "react";
import { useRecord } from "../_store/use-record.ts";
import { exampleTitle } from "./example-label.ts";
import { useSession, useSessionState } from "./use-session.ts";

/** What there is to know about the record as a whole: that it is an example, was not saved, came from a link. */
export function Notices() {
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-2 pt-4 empty:hidden">
      <ExampleNotice />
      <SavingNotice />
      <SessionNotice />
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
      <strong>Example, not a real patient.</strong> {title}. {teaches?.title === title && teaches.words}
    </p>
  );
}

function SavingNotice() {
  const saving = useSessionState((state) => state.saving);
  if (saving === "saved") return null;
  const why =
    saving === "full" ? "The storage of this browser is full." : "This browser does not let the app store anything.";
  return (
    <p role="status" className="bg-attention-soft px-3 py-2 text-small">
      {why} Everything works, but what you enter is lost when this window closes. Download the record to keep it.
    </p>
  );
}

function SessionNotice() {
  const session = useSession();
  const notice = useSessionState((state) => state.notice);
  const box = useRef<HTMLElement>(null);
  const issues = notice?.issues ?? [];
  useEffect(() => {
    if (notice?.issues) box.current?.focus();
  }, [notice]);
  if (!notice) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={issues.length > 0 ? "What could not be read" : "About this record"}
      role={notice.issues ? "alert" : "status"}
      className={`px-3 py-2 text-small ${notice.issues ? "bg-attention-soft" : "bg-accent-soft"}`}
    >
      <p>{notice.words}</p>
      {issues.length > 0 && (
        <ul className="max-h-64 overflow-auto py-1">
          {issues.map(({ path, message }) => (
            <li key={path + message} className="border-t border-hairline py-1">
              {path && <code className="font-semibold">{path}</code>} {message}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-x-4">
        {notice.actions.map(({ words, run }) => (
          <button key={words} type="button" className="link" onClick={run}>
            {words}
          </button>
        ))}
        <button type="button" className="link" onClick={() => session.say(undefined)}>
          Close
        </button>
      </div>
    </section>
  );
}
