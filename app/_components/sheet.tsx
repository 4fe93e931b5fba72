"use client";

import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { LastMessage } from "./last-message.tsx";
import { CrossMark } from "./marks.tsx";
import { Statement } from "./statement.tsx";
import { useBackToClose } from "./use-back-to-close.ts";
import "./sheet.css";

interface Parts {
  readonly title: string;
  readonly close: () => void;
  /** Over the whole page, for what has two columns. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A sheet over the page, closed by its button, by Escape, by Back or by a press beside it. */
export function Sheet({ title, close, isWide = false, children }: Parts) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed before it is taken out of the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  useBackToClose(close);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser closes a dialog on Escape
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={`${isWide ? "max-w-none" : "max-w-md"} fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-full overflow-auto border-l border-hairline bg-paper px-6 py-4 text-ink backdrop:bg-ink/30`}
      // Not when it was closed to be taken out of the page: another sheet may have taken its place.
      onClose={() => dialog.current?.open === false && close()}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="sheet-head">
        <div className="flex items-center justify-between gap-4">
          <h2 id={id} tabIndex={-1} className="text-heading font-semibold text-ink">
            {title}
          </h2>
          <button type="button" className="button text-ink" onClick={close} aria-label="Close">
            <CrossMark />
          </button>
        </div>
        <Statement />
      </div>
      {children}
      <LastMessage />
    </dialog>
  );
}
