"use client";

import { useRef, useState } from "react";
import { isEmpty } from "../../../lib/record/edit.ts";
import { keepFocus } from "../../_components/keep-focus.ts";
import { PageLink } from "../../_components/page-link.tsx";
import { Question } from "../../_components/question.tsx";
import { Sheet } from "../../_components/sheet.tsx";
import { say } from "../../_store/say.ts";
import { useRecord, useRecordStore } from "../../_store/use-record.ts";
import { showSheet } from "../../_store/view-store.ts";
import { SheetNotice } from "../notice-kinds.tsx";
import { fetchPageForPaper } from "../paper/paper.tsx";
import { Examples } from "../patients/examples.tsx";
import { Patients } from "../patients/patients.tsx";
import { openFile } from "../session/open-file-or-link.ts";
import type { Session } from "../session/session.ts";
import { useSession } from "../session/use-session.ts";
import { Copies } from "./copies.tsx";
import { EraseEverything } from "./erase-everything.tsx";
import { downloadRecord } from "./note-link-file.ts";
import { useCopy } from "./use-copy.tsx";

/** Everything that can be done with the record as a whole, and the other patients on this device. */
export function RecordSheet({ examples, close }: { examples: boolean; close: () => void }) {
  return (
    <Sheet title="Record" close={close}>
      <ThisPatient done={close} />
      <SheetNotice />
      <Section title="Patients on this device">
        <Patients done={close} />
        <BringIn done={close} />
        <Examples opened={examples} done={close} />
        <Copies />
        <EraseEverything done={close} />
      </Section>
      <p className="py-4 text-small text-muted">
        What you enter stays in this browser, on this device. Nothing of it is sent anywhere, unless you open a teaching
        round about this patient. A file of many patients is scored on{" "}
        <PageLink href="/cohort" className="link">
          the page for cohorts
        </PageLink>
        .
      </p>
    </Sheet>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="border-t border-hairline pt-3">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}

/** Prints the patient on the page, and nobody who has come there while what draws the page for paper was fetched. */
async function printPatient(session: Session): Promise<void> {
  const { patientsShown } = session.getState();
  await fetchPageForPaper();
  if (session.getState().patientsShown === patientsShown) window.print();
  else say("Nothing was printed: the patient who was to be printed is no longer on the page.");
}

function ThisPatient({ done }: { done: () => void }) {
  const session = useSession();
  const store = useRecordStore();
  const empty = useRecord(isEmpty);
  const { copy, copied } = useCopy();
  const record = () => store.getHistory().present;
  return (
    <section className="py-3">
      <div className="flex flex-wrap gap-2 py-3">
        <button type="button" className="button" disabled={empty} onClick={() => copy("full note", record())}>
          Copy full note
        </button>
        <button type="button" className="button" disabled={empty} onClick={() => copy("link", record())}>
          Copy link
        </button>
        <button
          type="button"
          className="button"
          disabled={empty}
          onClick={() => {
            done();
            // After the sheet has closed, so that it is not on the paper.
            setTimeout(() => void printPatient(session));
          }}
        >
          Print
        </button>
        <PageLink href="/show" className="button inline-flex items-center">
          Show to a room
        </PageLink>
        <button type="button" className="button" disabled={empty} onClick={() => downloadRecord(record())}>
          Download
        </button>
        <button type="button" className="button" onClick={() => showSheet("import")}>
          Import results (FHIR)
        </button>
        <StartAgain done={done} />
      </div>
      {copied}
      <p className="text-small text-muted">
        The link holds the whole record in the part of the address that is never sent. Whoever has the link has the
        record.
      </p>
    </section>
  );
}

/** Asks once; what was cleared can be brought back. */
function StartAgain({ done }: { done: () => void }) {
  const session = useSession();
  const empty = useRecord(isEmpty);
  const button = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button ref={button} type="button" className="button" disabled={empty} onClick={() => setAsked(true)}>
        Start again
      </button>
    );
  }
  return (
    <Question
      title="Start again"
      words="Clear every answer of this patient? You can undo it."
      yes="Clear every answer"
      no="Keep the answers"
      choose={(sure) => {
        setAsked(false);
        keepFocus(() => button.current);
        if (!sure) return;
        session.clear();
        done();
      }}
    />
  );
}

function BringIn({ done }: { done: () => void }) {
  const session = useSession();
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="py-2">
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label="Record file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void openFile(file, session).then(done);
          event.target.value = "";
        }}
      />
      <button type="button" className="link" onClick={() => field.current?.click()}>
        Open a record file
      </button>
      <span className="text-small text-muted"> or drop it anywhere on the page</span>
    </div>
  );
}
