"use client";

import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { oneLine } from "../../lib/record/one-line.ts";
import type { Saving } from "../../lib/store/places.ts";
import type { Notice } from "../_record/session/session.ts";
import { keepFocus } from "./keep-focus.ts";

/** Says why nothing is saved, and what follows from that. Nothing where everything was. */
export function NotSaved({ saving, children }: { saving: Saving; children: ReactNode }) {
  if (saving === "saved") return null;
  const why =
    saving === "full" ? "The storage of this browser is full." : "This browser does not let the app store anything.";
  return (
    <p className="bg-attention-soft px-3 py-2 text-small">
      {why} {children}
    </p>
  );
}

/** What happened to something that is kept, with what can be done about it. */
export function NoticeBox({
  about,
  notice,
  close,
  takesFocus = false,
}: {
  /** What the box is called. */
  about: string;
  notice: Notice;
  close: () => void;
  takesFocus?: boolean;
}) {
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
      aria-label={issues.length > 0 ? "What could not be read" : about}
      role={notice.issues && "alert"}
      className={`flex flex-wrap items-baseline gap-x-4 px-3 py-2 text-small ${notice.issues ? "bg-attention-soft" : "bg-accent-soft"}`}
    >
      <p>{notice.words}</p>{" "}
      {issues.length > 0 && (
        <ul className="max-h-64 w-full overflow-auto py-1">
          {issues.map(({ path, message }) => (
            <li key={path + message} className="border-t border-hairline py-1">
              {path && <code className="font-semibold">{oneLine(path)}</code>} {message}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-x-4">
        {notice.actions.map(({ words, run }) => (
          <Fragment key={words}>
            <button type="button" className="link" onClick={then(run)}>
              {words}
            </button>{" "}
          </Fragment>
        ))}
        <button type="button" className="link" onClick={then(close)}>
          Close
        </button>
      </div>
    </section>
  );
}
