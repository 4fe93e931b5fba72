"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { definitions } from "../../../criteria/core.ts";
import { practice } from "../../../criteria/practice/index.ts";
import { flashcards } from "../../../lib/practice/paper.ts";
import { casesOf, queryOf, type SittingWish, wishOf } from "../../../lib/practice/sitting.ts";
import { download } from "../../_components/download.ts";
import { PaperChoice } from "./paper-choice.tsx";
import { PaperKey, PaperSheet } from "./paper-sheet.tsx";

/** The sheet alone comes first, so that no click prints the answers with the questions unless they are asked for. */
const SHOWN = { sheet: "Sheet", key: "Key", both: "Sheet and key" } as const;

/** A sheet of chosen or generated cases and its key, to print or to take into a flashcard program. */
export function Paper({ query }: { query: string }) {
  const router = useRouter();
  const [shown, setShown] = useState<keyof typeof SHOWN>("sheet");
  const wish = useMemo(
    () => wishOf(new URLSearchParams(query), definitions) ?? firstSheet(definitions.sets[0]?.id ?? ""),
    [query],
  );
  const cases = useMemo(() => casesOf(wish, practice, definitions), [wish]);
  const choose = (next: SittingWish) => router.replace(`/practice/paper?${queryOf(next)}` as Route, { scroll: false });
  return (
    <>
      <div className="practice-screen">
        <PaperChoice key={query} wish={wish} choose={choose} />
        <fieldset className="practice-choices practice-inline">
          <legend>Print</legend>
          {(Object.keys(SHOWN) as (keyof typeof SHOWN)[]).map((value) => (
            <label key={value}>
              <input type="radio" name="shown" checked={shown === value} onChange={() => setShown(value)} />
              {SHOWN[value]}
            </label>
          ))}
        </fieldset>
        <p className="practice-open">
          <button type="button" className="button button-main" onClick={() => window.print()}>
            Print
          </button>
          <button
            type="button"
            className="button"
            onClick={() => download(flashcards(cases, definitions), "sle-practice.tsv", "text/tab-separated-values")}
          >
            Save as flashcards (TSV for Anki)
          </button>
          <a className="button practice-button" href={`/practice/sitting?${queryOf(wish)}`}>
            Score these here
          </a>
        </p>
      </div>
      {shown !== "key" && <PaperSheet cases={cases} wish={wish} />}
      {shown !== "sheet" && <PaperKey cases={cases} wish={wish} />}
    </>
  );
}

function firstSheet(set: string): SittingWish {
  return { kind: "written", set, cases: practice.cases.slice(0, 4).map(({ id }) => id) };
}
