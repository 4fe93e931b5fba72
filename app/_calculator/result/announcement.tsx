"use client";

import { useEffect, useState } from "react";
import { useAssessment } from "../../_store/use-record.ts";
import { useView } from "../../_store/view-store.ts";
import { setById } from "../readers.ts";
import { resultWords } from "./threshold-words.ts";

/**
 * Says the opened set's result to a screen reader when it changes: once the answers pause, so that it neither cuts off
 * what is said of the answer itself nor says every score on the way to the last.
 */
export function Announcement() {
  const set = setById(useView((view) => view.set));
  const words = useAssessment(({ result }) => (set ? resultWords(result.results?.[set.id], set) : ""));
  const [said, setSaid] = useState(words);
  useEffect(() => {
    const turn = setTimeout(() => setSaid(words), PAUSE);
    return () => clearTimeout(turn);
  }, [words]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

/** As long as a short sentence takes to be begun, in milliseconds. */
const PAUSE = 1_000;
