"use client";

import { useEffect, useState } from "react";

/** A text that is entered when it is left or Enter is pressed, so that a word is one step to undo, not one a letter. */
export function EditedText({
  label,
  value,
  list,
  enter,
}: {
  label: string;
  value: string;
  list?: string;
  enter: (text: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const done = () => {
    if (typed.trim() !== value) enter(typed.trim());
  };
  return (
    <input
      className="field"
      aria-label={label}
      list={list}
      dir="auto"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === "Enter" && done()}
    />
  );
}
