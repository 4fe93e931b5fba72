"use client";

import { verdictWords } from "../../../lib/explain/verdict.ts";
import { useAssessment } from "../../_store/use-record.ts";
import { useView } from "../../_store/view-store.ts";
import { setById } from "../readers.ts";
import { reachedWords } from "./threshold-words.ts";

/** Says the opened set's result to a screen reader when it changes. */
export function Announcement() {
  const set = setById(useView((view) => view.set));
  const words = useAssessment(({ result }) => {
    const of = set && result.results?.[set.id];
    if (!set) return "";
    return of
      ? `${set.short}: ${of.score.value}, ${reachedWords(of, set)}. ${verdictWords(of, set)}.`
      : "No result while there is a problem with the record.";
  });
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}
