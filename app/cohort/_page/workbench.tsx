"use client";

import { useEffect, useRef, useState } from "react";
import type { FileReading } from "../../../lib/cohort/codebook.ts";
import { draftFrom } from "../../../lib/cohort/draft.ts";
import type { ReadHeader } from "../../../lib/cohort/read-header.ts";
import { keepFocus } from "../../_components/keep-focus.ts";
import { late } from "../../_components/late.tsx";
import { type Book, type BookSteps, draftFor, type Previewed, type Saved } from "../_codebook/book.ts";
import type { Asked, Fault, Said, Scored } from "../_run/answer.ts";
import { inBackground } from "../_run/in-background.ts";
import { Choose } from "./choose.tsx";
import { Columns } from "./columns.tsx";
import type { CohortDefinitions } from "./page-set.ts";
import { type Doing, Progress } from "./progress.tsx";
import { Results } from "./results.tsx";
import "./cohort.css";

/** What makes a codebook comes when a file needs one. */
const MakeCodebook = late<{ book: Book; steps: BookSteps }>(
  () => import("../_codebook/make-codebook.tsx").then((all) => all.MakeCodebook),
  <p role="status">Loading.</p>,
);
const ShowPreview = late<{ book: Book; previewed: Previewed; steps: BookSteps }>(
  () => import("../_codebook/preview.tsx").then((all) => all.ShowPreview),
  <p role="status">Loading.</p>,
);

type Stage =
  | { readonly kind: "empty"; readonly stopped?: string }
  | { readonly kind: "header"; readonly file: File }
  | { readonly kind: "columns"; readonly file: File; readonly read: ReadHeader }
  /** A thread is at it; `book` is what one comes back to. */
  | (Doing & { readonly kind: "doing"; readonly book?: Book })
  | { readonly kind: "codebook"; readonly file: File; readonly book: Book }
  | { readonly kind: "preview"; readonly file: File; readonly book: Book; readonly previewed: Previewed }
  | { readonly kind: "fault"; readonly file: File; readonly fault: Fault; readonly book?: Book }
  | { readonly kind: "scored"; readonly file: File; readonly scored: Scored; readonly book?: Book };

/** From a file to what is said of it. A file that goes wrong anywhere gives nothing that could be taken for the whole. */
export function Workbench(definitions: CohortDefinitions) {
  const [stage, setStage] = useState<Stage>({ kind: "empty" });
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const place = useRef<HTMLElement>(null);

  const show = (next: Stage) => {
    setStage(next);
    keepFocus(() => place.current);
  };
  /** Asks a thread, and shows how far it has come until it has an answer. */
  const run = (asked: Asked & { file: File }, what: string, book: Book | undefined, then: (said: Said) => Stage) => {
    stop.current?.();
    const { file } = asked;
    show({ kind: "doing", what, file, began: performance.now(), rows: 0, bytes: 0, ...(book && { book }) });
    stop.current = inBackground(asked, (said) => {
      if (said.kind !== "reached") show(then(said));
      else setStage((now) => (now.kind === "doing" ? { ...now, rows: said.rows, bytes: said.bytes } : now));
    });
  };
  const finish =
    (file: File, book?: Book) =>
    (said: Said): Stage => {
      if (said.kind === "scored") return { kind: "scored", file, scored: said.scored, ...(book && { book }) };
      return { kind: "fault", file, fault: faultOf(said), ...(book && { book }) };
    };
  const score = (file: File, keep: readonly string[]) =>
    run({ kind: "score", file, keep }, "Scoring", undefined, finish(file));

  /** Looks at what is in a file that is not read as it stands. */
  const survey = (file: File, why: readonly string[], reading?: FileReading, before?: Book, saved?: Saved) =>
    run({ kind: "survey", file, ...(reading && { reading }) }, "Looking at", before, (said) => {
      if (said.kind === "surveyed") {
        const book: Book = { ...said.surveyed, file, why, draft: draftFor(before?.draft ?? new Map(), said.surveyed) };
        return { kind: "codebook", file, book: saved ? withSaved(book, saved) : book };
      }
      const fault = faultOf(said);
      // What was said of the columns is kept where the file can only not be read in the way that was asked for.
      return before
        ? { kind: "codebook", file, book: { ...before, why: [inWords(fault)] } }
        : { kind: "fault", file, fault };
    });
  const take = (file: File) => {
    stop.current?.();
    setStage({ kind: "header", file });
    stop.current = inBackground({ kind: "header", file }, (said) => {
      if (said.kind === "fault") survey(file, [inWords(said.fault)]);
      else if (said.kind === "header") {
        const { foreign, faults } = said.read;
        if (faults.length > 0)
          survey(
            file,
            faults.map(({ message }) => message),
          );
        else if (foreign.length === 0) score(file, []);
        else show({ kind: "columns", file, read: said.read });
      }
    });
  };
  const stepsFor = (book: Book): BookSteps => {
    const { file } = book;
    return {
      change: (next) => setStage({ kind: "codebook", file, book: next }),
      survey: (reading, saved) => survey(file, [], reading, book, saved),
      preview: (codebook) =>
        run({ kind: "preview", file, codebook }, "Reading", book, (said) =>
          said.kind === "previewed"
            ? { kind: "preview", file, book, previewed: { codebook, preview: said.preview } }
            : { kind: "codebook", file, book: { ...book, why: [inWords(faultOf(said))] } },
        ),
      score: (codebook) => run({ kind: "score-coded", file, codebook }, "Scoring", book, finish(file, book)),
      back: () => show({ kind: "codebook", file, book }),
    };
  };
  const cancel = ({ file, book }: { file: File; book?: Book }) => {
    stop.current?.();
    show(book ? { kind: "codebook", file, book } : { kind: "empty", stopped: file.name });
  };
  return (
    <section ref={place} tabIndex={-1} className="cohort" aria-label="The file and what comes of it">
      <Choose take={take} isBusy={stage.kind === "header" || stage.kind === "doing"} hasOne={stage.kind === "scored"} />
      {stage.kind === "empty" && stage.stopped !== undefined && (
        <p role="status">
          Stopped. Nothing of <bdi>{stage.stopped}</bdi> was kept.
        </p>
      )}
      {stage.kind === "header" && <p role="status">Reading the first line.</p>}
      {stage.kind === "columns" && (
        <Columns
          name={stage.file.name}
          read={stage.read}
          go={(keep) => score(stage.file, keep)}
          code={() => survey(stage.file, [])}
        />
      )}
      {stage.kind === "doing" && <Progress {...stage} cancel={() => cancel(stage)} />}
      {stage.kind === "codebook" && <MakeCodebook book={stage.book} steps={stepsFor(stage.book)} />}
      {stage.kind === "preview" && (
        <ShowPreview book={stage.book} previewed={stage.previewed} steps={stepsFor(stage.book)} />
      )}
      {stage.kind === "fault" && <Faulty name={stage.file.name} fault={stage.fault} />}
      {(stage.kind === "fault" || stage.kind === "scored") && stage.book && (
        <p className="cohort-actions">
          <button type="button" className="button" onClick={stepsFor(stage.book).back}>
            Back to the codebook
          </button>
        </p>
      )}
      {stage.kind === "scored" && <Results file={stage.file} scored={stage.scored} {...definitions} />}
    </section>
  );
}

function withSaved(book: Book, { name, codebook }: Saved): Book {
  const read = draftFrom(
    codebook,
    book.survey.profiles.map((profile) => profile.name),
  );
  if ("faults" in read) return { ...book, why: [`${name} is not applied.`, ...read.faults] };
  return { ...book, draft: read.draft, loaded: name };
}

function faultOf(said: Said): Fault {
  return said.kind === "fault" ? said.fault : { message: "The file could not be read." };
}

function inWords({ message, line, column }: Fault): string {
  const where = [line !== undefined && `line ${line}`, column !== undefined && `column ${column}`].filter(Boolean);
  return where.length > 0 ? `In ${where.join(", ")}: ${message}` : message;
}

function Faulty({ name, fault: { message, line, column } }: { name: string; fault: Fault }) {
  const where = [line !== undefined && `line ${line}`, column !== undefined && `column ${column}`].filter(Boolean);
  return (
    <div className="problem" role="alert">
      <p>
        <strong>
          <bdi>{name}</bdi> was not scored.
        </strong>{" "}
        {where.length > 0 && `In ${where.join(", ")}: `}
        {message}
      </p>
      <p>
        Nothing was made of the rows before it: half a cohort looks like a whole one. Correct the file and choose it
        again.
      </p>
    </div>
  );
}
