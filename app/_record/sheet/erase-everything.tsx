"use client";

import { useRef, useState } from "react";
import { keepFocus } from "../../_components/keep-focus.ts";
import { Question } from "../../_components/question.tsx";
import { takeEverything } from "../../_store/everything.ts";
import { useSession } from "../session/use-session.ts";

/** Asks once, then takes everything of this app off this device; what was erased can be brought back until the page is left. */
export function EraseEverything({ done }: { done: () => void }) {
  const session = useSession();
  const button = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button ref={button} type="button" className="link" onClick={() => setAsked(true)}>
        Erase everything on this device
      </button>
    );
  }
  return (
    <Question
      title="Erase everything"
      words="Erase every patient on this device, every answer and sitting of practice, and what was set aside? You can undo it until you leave the page."
      yes="Erase everything"
      no="Keep everything"
      choose={(sure) => {
        setAsked(false);
        keepFocus(() => button.current);
        if (!sure) return;
        session.eraseEverything(takeEverything);
        done();
      }}
    />
  );
}
