"use client";

import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { withConfirmed } from "../../lib/reading/confirm.ts";
import type { Review as Read } from "../../lib/reading/review.ts";
import { isEmpty } from "../../lib/record/edit.ts";
import { Sheet } from "../_components/sheet.tsx";
import { Review } from "../_reading/review.tsx";
import { useOnePatient } from "../_reading/use-one-patient.ts";
import { useSession } from "../_record/session/use-session.ts";
import { stepAndSay } from "../_record/step-and-say.ts";
import { useRecord, useRecordStore } from "../_store/use-record.ts";
import { downloadFormResponse } from "./form-response.ts";
import type { Input } from "./read-import.ts";
import { readInBackground } from "./read-in-background.ts";

/** Takes laboratory values and diagnoses from a FHIR Bundle into the record on the page, after confirmation. */
export function ImportSheet({ close }: { readonly close: () => void }) {
  const store = useRecordStore();
  const record = useRecord((whole) => whole);
  const [state, setState] = useState<"empty" | "reading" | Read>("empty");
  const [reading, setReading] = useState<AbortController>();
  const session = useSession();
  useOnePatient(close);
  useEffect(() => () => reading?.abort(), [reading]);
  const take = async (input: Input) => {
    const own = new AbortController();
    setReading(own);
    setState("reading");
    const imported = await readInBackground(input, own.signal);
    if (own.signal.aborted) return;
    if (imported.kind === "record") {
      session.openAnother(imported.record, "Opened from a FHIR QuestionnaireResponse");
      close();
    } else setState(imported.review);
  };
  const stop = () => {
    reading?.abort();
    setState("empty");
  };
  return (
    <Sheet title="Import from a record" close={close}>
      {typeof state === "object" ? (
        <>
          <button type="button" className="link py-2 text-small" onClick={() => setState("empty")}>
            Read another file
          </button>
          <Review
            review={state}
            record={record}
            confirm={(items) => store.edit((before) => withConfirmed(before, items))}
            step={(way) => void stepAndSay(store, way)}
            done={close}
          />
        </>
      ) : (
        <>
          <Choose busy={state === "reading"} take={(input) => void take(input)} stop={stop} />
          <p className="border-t border-hairline py-3">
            <button
              type="button"
              className="button"
              disabled={isEmpty(record)}
              onClick={() => downloadFormResponse(record)}
            >
              Save this record as FHIR
            </button>
            <span className="block pt-1 text-small text-muted">
              A QuestionnaireResponse, which can be read here again.
            </span>
          </p>
        </>
      )}
    </Sheet>
  );
}

interface Choice {
  readonly busy: boolean;
  readonly take: (input: Input) => void;
  readonly stop: () => void;
}

function Choose({ busy, take, stop }: Choice) {
  const id = useId();
  const pasted = useRef<HTMLTextAreaElement>(null);
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    // The page itself takes dropped files for records of its own.
    event.stopPropagation();
    take(file);
  };
  return (
    <section
      className="space-y-3 py-3"
      aria-label="Choose what to read"
      onDragOver={(e) => e.preventDefault()}
      onDrop={drop}
    >
      <p>
        Reads laboratory values and diagnoses from a FHIR R4 Bundle, as patient portals and electronic records export
        it. It is read on this device and sent nowhere; names and addresses in it are passed over.
      </p>
      <div>
        <label htmlFor={`${id}-file`} className="block font-semibold">
          File, chosen or dropped here
        </label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".json,.ndjson,application/json,application/fhir+json,application/fhir+ndjson"
          className="block w-full py-2 text-small file:mr-3 file:min-h-8 file:rounded-sm file:border file:border-control file:border-solid file:bg-transparent file:px-3 file:text-ink"
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) take(file);
          }}
        />
      </div>
      <div>
        <label htmlFor={`${id}-text`} className="block font-semibold">
          Or pasted text
        </label>
        <textarea
          id={`${id}-text`}
          ref={pasted}
          className="field w-full"
          rows={6}
          spellCheck={false}
          autoComplete="off"
        />
      </div>
      <button
        type="button"
        className="button button-main"
        disabled={busy}
        onClick={() => take(pasted.current?.value ?? "")}
      >
        Read the text
      </button>
      {busy && (
        <p>
          <span role="status">Reading.</span>{" "}
          <button type="button" className="button" onClick={stop}>
            Stop reading
          </button>
        </p>
      )}
    </section>
  );
}
