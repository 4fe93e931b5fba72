"use client";

import { type ChangeEvent, useState } from "react";
import { type Progress, writeProgress } from "../../../lib/practice/progress.ts";
import { eraseProgress, importProgress } from "../_store/progress-store.ts";
import { saveFile } from "./save-file.ts";

/** Export, import and erase. The history never leaves the device by itself. */
export function KeepProgress({ progress }: { progress: Progress }) {
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState("");
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    setSaid(importProgress(await file.text()) ?? "The file was joined to the history on this device.");
    target.value = "";
  };
  const erase = () => {
    eraseProgress();
    setAsking(false);
    setSaid("The history on this device was erased.");
  };
  return (
    <section>
      <h2>Keep or erase</h2>
      <p className="practice-note">The history lies on this device only, in this browser.</p>
      <p className="practice-open">
        <button
          type="button"
          className="button"
          disabled={progress.attempts.length === 0}
          onClick={() => saveFile("sle-practice.json", "application/json", writeProgress(progress))}
        >
          Export
        </button>
        <label className="button practice-button">
          Import
          <input type="file" accept=".json,application/json" className="sr-only" onChange={take} />
        </label>
        {asking ? (
          <>
            <button type="button" className="button button-main" onClick={erase}>
              Erase {progress.attempts.length} answers for good
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              Keep them
            </button>
          </>
        ) : (
          <button
            type="button"
            className="button"
            disabled={progress.attempts.length === 0}
            onClick={() => setAsking(true)}
          >
            Erase
          </button>
        )}
      </p>
      <p role="status" className="practice-note">
        {said}
      </p>
    </section>
  );
}
