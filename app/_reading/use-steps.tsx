"use client";

import { useState } from "react";

/** A long history is shown in steps, so that the page stays quick. */
const STEP = 100;

/** As much of a list as is shown, and the button for more. */
export function useSteps<Item>(items: readonly Item[]) {
  const [shown, setShown] = useState(STEP);
  const more = items.length > shown && (
    <button
      type="button"
      className="link text-small"
      data-review-more=""
      onClick={() => setShown((before) => before + STEP)}
    >
      Show more ({items.length - shown} left)
    </button>
  );
  return { visible: items.slice(0, shown), more };
}
