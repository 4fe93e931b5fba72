"use client";

import { dequal } from "dequal/lite";
import { memo } from "react";
import { flushSync } from "react-dom";
import { answer, noteFinding } from "../../lib/record/edit.ts";
import { removeMeasurement } from "../../lib/record/edit-measurements.ts";
import { CrossMark } from "../_components/marks.tsx";
import { countEntries } from "../_record/patients/entries.ts";
import { goToExplanation, goToFinding, goToValue } from "../_store/go-to.ts";
import { say } from "../_store/say.ts";
import { useHistory, useRecord, useRecordStore } from "../_store/use-record.ts";
import { type EntryLine, entriesIn } from "./entries.ts";
import { focusQuickFind } from "./focus-quick-find.ts";

/** All that was entered, the newest first, each with the ways to correct it, to explain it and to take it away. */
export function EnteredLines() {
  const lines = useHistory(entriesIn);
  if (lines.length === 0) return null;
  return (
    <ul aria-label="Entered so far, the newest first" className="entered-list">
      {lines.map((line) => (
        <Line key={keyOf(line)} line={line} />
      ))}
    </ul>
  );
}

/** Opens the list to all of its lines, and closes it again. */
export function EnteredOpener({
  open,
  setOpen,
  box,
}: {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** The id of what it opens. */
  box: string;
}) {
  const count = useRecord(countEntries);
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="link"
      aria-expanded={open}
      aria-controls={box}
      aria-label={`${open ? "Fewer" : `All ${count}`} of what was entered so far`}
      onClick={() => setOpen(!open)}
    >
      {open ? "Fewer" : `All ${count}`}
    </button>
  );
}

/**
 * With all that is said of it: an entry that changes is the newest, and React would move every other line below it
 * where the same line came to the top. Two lines of one key, of a value, differ in their position.
 */
const keyOf = ({ entry, name, explained }: EntryLine) =>
  [entry.kind === "answer" ? entry.finding : `${entry.position} ${entry.measurement.test}`, name, explained].join(" ");

const Line = memo(function Line({ line }: { line: EntryLine }) {
  const store = useRecordStore();
  const { entry, words, name, explained, explains } = line;
  const remove = (button: HTMLElement) => {
    const next = focusAfter(button);
    // At once: what is pressed before the focus has gone on would be pressed on another entry.
    flushSync(() =>
      store.edit((record) =>
        entry.kind === "answer"
          ? noteFinding(answer(record, entry.finding, "unknown"), entry.finding, "")
          : removeMeasurement(record, entry.measurement),
      ),
    );
    say(`Removed: ${name}. Undo brings it back.`);
    next();
  };
  return (
    <li className="entered-one" data-explained={explained !== undefined}>
      <button
        type="button"
        className="link entered-name"
        aria-label={`Edit ${name}`}
        onClick={() =>
          entry.kind === "answer" ? goToFinding(entry.finding) : goToValue(entry.measurement.test, entry.position)
        }
      >
        {words}
      </button>{" "}
      {explains && (
        <button
          type="button"
          className="link entered-explain"
          aria-label={explained ? `${name}: explained by ${explained}` : `Explain ${name}`}
          onClick={() => goToExplanation(explains)}
        >
          {explained ? (
            <>
              explained<bdi className="entered-cause"> by {explained}</bdi>
            </>
          ) : (
            "explain"
          )}
        </button>
      )}{" "}
      <button
        type="button"
        className="entered-remove"
        aria-label={`Remove ${name}`}
        onClick={({ currentTarget }) => remove(currentTarget)}
      >
        <CrossMark />
      </button>
    </li>
  );
}, dequal);

/** Where the focus goes on once an entry is gone: to the one that takes its place, or to the field. */
function focusAfter(button: HTMLElement): () => void {
  const list = button.closest("ul");
  const at = button.closest("li");
  const place = at && list ? [...list.children].indexOf(at) : 0;
  return () => {
    const items = list?.isConnected ? [...list.children] : [];
    const next = (items[place] ?? items.at(-1))?.querySelector<HTMLElement>(".entered-remove");
    if (next) next.focus({ preventScroll: true });
    else focusQuickFind();
  };
}
