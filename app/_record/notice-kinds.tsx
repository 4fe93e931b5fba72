"use client";

import { useEffect, useState } from "react";
import { oneLine } from "../../lib/record/one-line.ts";
import { NoticeBox, NotSaved } from "../_components/notice-box.tsx";
import { useRecord } from "../_store/use-record.ts";
import { exampleTitle } from "./patients/example-label.ts";
import type { Notice } from "./session/session.ts";
import { useSession, useSessionState } from "./session/use-session.ts";

/** What is to be known about the record and needs no answer. */
export function QuietNotices() {
  return (
    <>
      <ExampleNotice teaches />
      <SavingNotice />
      <LastNotice />
    </>
  );
}

/** As `QuietNotices`, and no word of what an example teaches: a room is to find that itself. */
export function QuietNoticesOfRoom() {
  return (
    <>
      <ExampleNotice />
      <SavingNotice />
      <LastNotice />
    </>
  );
}

function LastNotice() {
  const notice = useSessionState((state) => state.notice);
  return notice && !notice.issues && <SessionNotice notice={notice} />;
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

function ExampleNotice({ teaches = false }: { teaches?: boolean }) {
  const title = useRecord((record) => exampleTitle(record.label));
  const [taught, setTaught] = useState<{ readonly title: string; readonly words: string } | undefined>(undefined);
  useEffect(() => {
    if (!title || !teaches) return;
    let current = true;
    const teach = ({ examplePatients }: typeof import("./patients/example-patients.ts")) => {
      const words = examplePatients.find((one) => one.title === title)?.teaches ?? "";
      if (current) setTaught({ title, words });
    };
    import("./patients/example-patients.ts").then(teach, () => undefined);
    return () => {
      current = false;
    };
  }, [title, teaches]);
  if (!title) return null;
  return (
    <p className="border-l-4 border-accent bg-accent-soft px-3 py-2 text-small">
      <strong>Example, not a real patient.</strong> <bdi>{oneLine(title)}</bdi>.{" "}
      {taught?.title === title && taught.words}
    </p>
  );
}

function SavingNotice() {
  const saving = useSessionState((state) => state.saving);
  return (
    <NotSaved saving={saving}>
      Everything works, but what you enter is lost when this window closes. Download the record to keep it.
    </NotSaved>
  );
}

/** What happened to the record, with what can be done about it. */
export function SessionNotice({ notice, takesFocus = false }: { notice: Notice; takesFocus?: boolean }) {
  const session = useSession();
  return (
    <NoticeBox about="About this record" notice={notice} takesFocus={takesFocus} close={() => session.say(undefined)} />
  );
}
