"use client";

import { useEffect, useRef, useState } from "react";
import type { ReadHeader } from "../../../lib/cohort/read-header.ts";
import { keepFocus } from "../../_components/keep-focus.ts";
import type { Fault, Said, Scored } from "../_run/answer.ts";
import { inBackground } from "../_run/in-background.ts";
import { Choose } from "./choose.tsx";
import { Columns } from "./columns.tsx";
import type { CohortDefinitions } from "./page-set.ts";
import { Progress } from "./progress.tsx";
import { Results } from "./results.tsx";
import "./cohort.css";

type Stage =
  | { readonly kind: "empty"; readonly stopped?: string }
  | { readonly kind: "header"; readonly file: File }
  | { readonly kind: "columns"; readonly file: File; readonly read: ReadHeader }
  | {
      readonly kind: "scoring";
      readonly file: File;
      readonly began: number;
      readonly rows: number;
      readonly bytes: number;
    }
  | { readonly kind: "fault"; readonly file: File; readonly fault: Fault }
  | { readonly kind: "scored"; readonly file: File; readonly scored: Scored };

/** From a file to what is said of it. A file that goes wrong anywhere gives nothing that could be taken for the whole. */
export function Workbench(definitions: CohortDefinitions) {
  const [stage, setStage] = useState<Stage>({ kind: "empty" });
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const place = useRef<HTMLElement>(null);

  const score = (file: File, keep: readonly string[]) => {
    stop.current?.();
    setStage({ kind: "scoring", file, began: performance.now(), rows: 0, bytes: 0 });
    keepFocus(() => place.current);
    stop.current = inBackground({ kind: "score", file, keep }, (said) => setStage((now) => after(now, file, said)));
  };
  const take = (file: File) => {
    stop.current?.();
    setStage({ kind: "header", file });
    stop.current = inBackground({ kind: "header", file }, (said) => {
      if (said.kind === "header" && said.read.foreign.length === 0 && said.read.faults.length === 0) score(file, []);
      else setStage((now) => after(now, file, said));
    });
  };
  const cancel = (file: File) => {
    stop.current?.();
    setStage({ kind: "empty", stopped: file.name });
    keepFocus(() => place.current);
  };
  return (
    <section ref={place} tabIndex={-1} className="cohort" aria-label="The file and what comes of it">
      <Choose
        take={take}
        isBusy={stage.kind === "header" || stage.kind === "scoring"}
        hasOne={stage.kind === "scored"}
      />
      {stage.kind === "empty" && stage.stopped !== undefined && (
        <p role="status">
          Stopped. Nothing of <bdi>{stage.stopped}</bdi> was kept.
        </p>
      )}
      {stage.kind === "header" && <p role="status">Reading the first line.</p>}
      {stage.kind === "columns" && (
        <Columns name={stage.file.name} read={stage.read} go={(keep) => score(stage.file, keep)} />
      )}
      {stage.kind === "scoring" && <Progress {...stage} cancel={() => cancel(stage.file)} />}
      {stage.kind === "fault" && <Faulty name={stage.file.name} fault={stage.fault} />}
      {stage.kind === "scored" && <Results file={stage.file} scored={stage.scored} {...definitions} />}
    </section>
  );
}

/** What is shown once something was said of a file; a word about another file changes nothing. */
function after(now: Stage, file: File, said: Said): Stage {
  if (!("file" in now) || now.file !== file) return now;
  switch (said.kind) {
    case "header":
      return { kind: "columns", file, read: said.read };
    case "reached":
      return now.kind === "scoring" ? { ...now, rows: said.rows, bytes: said.bytes } : now;
    case "fault":
      return { kind: "fault", file, fault: said.fault };
    case "scored":
      return { kind: "scored", file, scored: said.scored };
  }
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
