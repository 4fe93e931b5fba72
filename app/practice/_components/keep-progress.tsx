"use client";

import { type ChangeEvent, useState } from "react";
import { download } from "../../_components/download.ts";
import { Copies } from "../../_record/sheet/copies.tsx";
import { forgetChoice } from "../_store/choice.ts";
import { isCopy } from "../_store/keys.ts";

const store = () => import("../_store/progress-store.ts");

/** Export, import and erase. The history never leaves the device by itself. */
export function KeepProgress({ kept, changed }: { kept: boolean; changed: () => void }) {
  /** How many answers would be erased, once somebody wants to. */
  const [asking, setAsking] = useState<number>();
  const [said, setSaid] = useState("");
  const save = async () => download((await store()).exportedProgress(), "sle-practice.json", "application/json");
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    const text = await file.text();
    const { importProgress } = await store();
    const { importSittings } = await import("../_store/sitting-store.ts");
    setSaid(
      importSittings(text)
        ? "The sittings of the file were joined to those on this device."
        : (importProgress(text) ?? "The file was joined to the history on this device."),
    );
    target.value = "";
    changed();
  };
  const ask = async () => setAsking((await store()).currentProgress().attempts.length);
  const erase = async () => {
    forgetChoice();
    (await store()).eraseProgress();
    (await import("../_store/sitting-store.ts")).forgetSittings();
    setAsking(undefined);
    setSaid("The history on this device was erased, and the sittings that were not finished.");
    changed();
  };
  return (
    <section>
      <h2>Keep or erase</h2>
      <p className="practice-note">
        Export saves all answers as a file, for another device or as a copy. Import joins such a file to what is here.
      </p>
      <p className="practice-open">
        <button type="button" className="button" disabled={!kept} onClick={() => void save()}>
          Export
        </button>
        <label className="button practice-button">
          Import
          <input type="file" name="history" accept=".json,application/json" className="sr-only" onChange={take} />
        </label>
        {asking === undefined ? (
          <button type="button" className="button" disabled={!kept} onClick={() => void ask()}>
            Erase
          </button>
        ) : (
          <>
            <button type="button" className="button button-main" onClick={() => void erase()}>
              Erase {asking} {asking === 1 ? "answer" : "answers"} for good
            </button>
            <button type="button" className="button" onClick={() => setAsking(undefined)}>
              Keep {asking === 1 ? "it" : "them"}
            </button>
          </>
        )}
      </p>
      <p role="status" className="practice-note">
        {said}
      </p>
      <Copies of={isCopy} />
    </section>
  );
}
