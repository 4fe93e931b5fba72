"use client";

import { useState } from "react";
import { useSession } from "./use-session.ts";

/** Asks once, then takes every patient off this device; what was erased can be brought back until the page is left. */
export function EraseEverything({ done }: { done: () => void }) {
  const session = useSession();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" className="link" onClick={() => setAsked(true)}>
        Erase everything on this device
      </button>
    );
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-3 bg-attention-soft px-3 py-2 text-small">
      <legend className="sr-only">Erase everything</legend>
      <p className="w-full">Erase every patient on this device? You can undo it until you leave the page.</p>
      <button
        type="button"
        className="button"
        ref={(button) => button?.focus()}
        onClick={() => {
          session.eraseEverything();
          done();
        }}
      >
        Erase everything
      </button>
      <button type="button" className="button" onClick={() => setAsked(false)}>
        Keep everything
      </button>
    </fieldset>
  );
}
