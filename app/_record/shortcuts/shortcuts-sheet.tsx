"use client";

import { useState } from "react";
import { Sheet } from "../../_components/sheet.tsx";
import { singleKeys } from "./single-keys.ts";

const KEYS: readonly { readonly where: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    where: "Anywhere, unless you are typing",
    keys: [
      ["/", "Find a finding or type a value"],
      ["?", "This list"],
      ["Ctrl+Z", "Undo"],
      ["Ctrl+Shift+Z", "Redo"],
    ],
  },
  {
    where: "While finding",
    keys: [
      ["Enter", "Mark present, or enter the value"],
      ["Shift+Enter", "Mark absent; or type no before the name"],
      ["Ctrl+Enter", "Go to the question"],
      ["Arrow keys", "Choose another"],
      ["Escape", "Leave"],
      ["Ctrl+V", "Several lines: read as a letter or printout"],
    ],
  },
  {
    where: "On what was read",
    keys: [
      ["Enter", "Take it"],
      ["Backspace", "Drop it"],
      ["Arrow keys", "Go to another"],
      ["Ctrl+Z", "Undo"],
    ],
  },
  {
    where: "On an answer",
    keys: [
      ["P, A, U", "Present, absent, not known"],
      ["Arrow keys", "Change the answer"],
    ],
  },
];

/** The list of keys, and the switch for those that work without a modifier. */
export function ShortcutsSheet({ close }: { close: () => void }) {
  return (
    <Sheet title="Keys" close={close}>
      {KEYS.map(({ where, keys }) => (
        <section key={where} className="py-3">
          <h3 className="text-small text-muted">{where}</h3>
          <dl>
            {keys.map(([key, does]) => (
              <div key={key} className="flex gap-4 border-b border-hairline py-1">
                <dt className="w-28 shrink-0">
                  <kbd className="font-sans font-semibold">{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <SingleKeySwitch />
      <p className="py-3 text-small text-muted">
        What can be typed: malar rash · no seizure · discoid 2024-03-02 · wbc 3.2 · plt &lt;20 · ana 1:160 (1:80) · c3
        0.62 (0.9) · dsdna 95 (10) elisa. The number in parentheses is the laboratory's limit.
      </p>
    </Sheet>
  );
}

function SingleKeySwitch() {
  const [on, setOn] = useState(singleKeys.areOn);
  return (
    <label className="flex min-h-9 items-center gap-2">
      <input
        type="checkbox"
        className="accent-accent"
        checked={on}
        onChange={(event) => {
          singleKeys.turn(event.target.checked);
          setOn(event.target.checked);
        }}
      />
      Use the keys / and ?
    </label>
  );
}
