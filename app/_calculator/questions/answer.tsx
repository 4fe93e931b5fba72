import { useRef } from "react";
import type { Status } from "../../../criteria/types.ts";
import { MinusMark, PlusMark, QuestionMark } from "../../_components/marks.tsx";

/** The marks are the same elements in every row and at every press, so that React draws none of them anew. */
const ANSWERS = [
  { value: "present", words: "Present", key: "p", mark: <PlusMark /> },
  { value: "absent", words: "Absent", key: "a", mark: <MinusMark /> },
  { value: "unknown", words: "Not known", key: "u", mark: <QuestionMark /> },
] as const;

/** Present, absent or not known. With the focus on it, the keys P, A and U answer as well. */
export function AnswerChoice({
  name,
  labelledBy,
  describedBy,
  status,
  derived,
  explained,
  enter,
}: {
  name: string;
  labelledBy: string;
  describedBy: string;
  status: Status;
  /** The answer follows from something else in the record; nobody gave it. */
  derived: boolean;
  explained: boolean;
  /** `pressed`: with a pointer. */
  enter: (status: Status, pressed: boolean) => void;
}) {
  const pressed = useRef(false);
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className="answers"
      data-derived={derived}
      data-explained={explained}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const wanted = ANSWERS.find(({ key }) => key === event.key.toLowerCase());
        if (!wanted) return;
        // Nothing else is to come of the key, such as a search in the page.
        event.preventDefault();
        enter(wanted.value, false);
        event.currentTarget.querySelector<HTMLInputElement>(`[value=${wanted.value}]`)?.focus();
      }}
    >
      {ANSWERS.map(({ value, words, mark }) => (
        <label
          key={value}
          className="answer"
          data-answer={value}
          onPointerDown={() => {
            pressed.current = true;
          }}
          // What began on an answer was a scroll.
          onPointerCancel={() => {
            pressed.current = false;
          }}
        >
          <input
            type="radio"
            name={name}
            value={value}
            aria-label={words}
            checked={status === value}
            onChange={() => {
              enter(value, pressed.current);
              pressed.current = false;
            }}
          />
          {mark}
        </label>
      ))}
    </div>
  );
}
