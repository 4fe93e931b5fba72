"use client";

import { type ComponentProps, type DragEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import type { Span } from "../../lib/reading/types.ts";
import { keepFocus } from "../_components/keep-focus.ts";
import { isOfSeveralLines } from "./bring-text.ts";
import type { Brought, ReadText } from "./read-brought.ts";
import { readInBackground } from "./read-in-background.ts";
import { Review } from "./review.tsx";
import { leadToPlace, showMarkOf, TextPane } from "./text-pane.tsx";

/** Where what is confirmed goes, and how it is taken back. */
type Confirming = Omit<ComponentProps<typeof Review>, "review" | "look">;

interface Parts extends Confirming {
  /** Hands over what was brought from elsewhere on the page, and what will be. Returns the way to stop. */
  readonly bring: (read: (brought: Brought) => void) => () => void;
  /** Whether whoever opened this means to paste at once. */
  readonly takesFocus?: boolean;
}

/** A text that is pasted, dropped or chosen, and the review of what it says, whoever's record that goes to. */
export function ReadAndReview({ bring, takesFocus = false, ...confirming }: Parts) {
  const [state, setState] = useState<"empty" | "reading" | ReadText>("empty");
  const reading = useRef<AbortController>(undefined);
  const again = useRef<HTMLButtonElement>(null);
  const take = useCallback(async (brought: Brought) => {
    reading.current?.abort();
    const own = new AbortController();
    reading.current = own;
    setState("reading");
    const read = await readInBackground(brought, own.signal);
    if (own.signal.aborted) return;
    setState(read);
    keepFocus(() => again.current);
  }, []);
  useEffect(() => bring((brought) => void take(brought)), [bring, take]);
  useEffect(() => () => reading.current?.abort(), []);
  const stop = () => {
    reading.current?.abort();
    setState("empty");
  };
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    // The page itself takes dropped files for another patient's record.
    event.stopPropagation();
    void take(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file can be chosen as well
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {typeof state === "object" ? (
        <>
          <button ref={again} type="button" className="link py-2 text-small" onClick={() => setState("empty")}>
            Read another text
          </button>
          <Both read={state} confirming={confirming} />
        </>
      ) : (
        <Choose busy={state === "reading"} takesFocus={takesFocus} take={(brought) => void take(brought)} stop={stop} />
      )}
    </div>
  );
}

/** The text and what was read of it, side by side; on a narrow screen the text is folded above. */
function Both({ read: { text, review }, confirming }: { readonly read: ReadText; readonly confirming: Confirming }) {
  const [open, setOpen] = useState(false);
  const show = (from: Span) => {
    setOpen(true);
    requestAnimationFrame(() => leadToPlace(from));
  };
  const list = <Review {...confirming} review={review} look={{ at: showMarkOf, show }} />;
  if (text === "") return list;
  return (
    <div className="text-review">
      <div className="text-fold" data-open={open}>
        <button
          type="button"
          className="link text-unfold text-small"
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          {open ? "Hide the text" : "Show the text"}
        </button>
        <TextPane text={text} review={review} />
      </div>
      {list}
    </div>
  );
}

interface Choice {
  readonly busy: boolean;
  readonly takesFocus: boolean;
  readonly take: (brought: Brought) => void;
  readonly stop: () => void;
}

function Choose({ busy, takesFocus, take, stop }: Choice) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (busy) end.current?.focus();
    else if (takesFocus) field.current?.focus();
    else keepFocus(() => field.current);
  }, [busy, takesFocus]);
  return (
    <section className="max-w-[65ch] space-y-3 py-3" aria-label="Choose what to read">
      <p>
        Reads laboratory values and findings from a letter or a printout in English and proposes them, each with its
        place in the text. It is read on this device and sent nowhere.
      </p>
      <div>
        <label htmlFor={`${id}-text`} className="block font-semibold">
          The text
        </label>
        <textarea
          id={`${id}-text`}
          ref={field}
          className="field w-full"
          rows={8}
          spellCheck={false}
          autoComplete="off"
          disabled={busy}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text/plain");
            // What is pasted into a text that is being put together waits for the button.
            if (!isOfSeveralLines(pasted) || field.current?.value !== "") return;
            event.preventDefault();
            take(pasted);
          }}
        />
      </div>
      <button
        type="button"
        className="button button-main"
        disabled={busy}
        onClick={() => take(field.current?.value ?? "")}
      >
        Read the text
      </button>
      <div>
        <label htmlFor={`${id}-file`} className="block font-semibold">
          Or a text file, chosen or dropped here
        </label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".txt,.text,.md,.csv,.tsv,text/plain"
          className="block w-full py-2 text-small file:mr-3 file:min-h-8 file:rounded-sm file:border file:border-control file:border-solid file:bg-transparent file:px-3 file:text-ink"
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) take(file);
          }}
        />
        <p className="text-small text-muted">
          Of a PDF or a document, copy the text and paste it. Results from an electronic record (FHIR) have an import of
          their own, under Record in the calculator.
        </p>
      </div>
      {busy && (
        <p>
          <span role="status">Reading.</span>{" "}
          <button ref={end} type="button" className="button" onClick={stop}>
            Stop reading
          </button>
        </p>
      )}
    </section>
  );
}
