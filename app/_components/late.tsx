"use client";

import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from "react";
import { fetched } from "./fetched.ts";

/**
 * A part of a page whose code comes when it is first shown, with `meanwhile` in its place. Where the code cannot be
 * fetched, that is said there and tried again: a page is not replaced because one part of it is late.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  const code = fetched(load);
  return function Late(props) {
    const Part = useSyncExternalStore(code.subscribe, code.now, () => undefined);
    const failed = useSyncExternalStore(code.subscribe, code.failed, () => false);
    useEffect(() => void code.fetchInTheEnd(), []);
    if (Part) return <Part {...props} />;
    if (!failed) return meanwhile;
    const { close } = props as { readonly close?: () => void };
    return <NotFetched again={() => void code.fetch().catch(() => undefined)} close={close} />;
  };
}

/** Says of a part of the page that its code did not come, and what can be done. `close`: of what was asked for. */
export function NotFetched({
  what = "This part",
  again,
  close,
  children,
}: {
  what?: string;
  again: () => void;
  close?: (() => void) | undefined;
  children?: ReactNode;
}) {
  return (
    <div className="problem" role="alert">
      <p>
        {what} could not be fetched: the connection failed, or the app was updated since this page was opened. It is
        tried again by itself. After an update, only loading the page anew helps. {children}
      </p>
      <button type="button" className="link" onClick={again}>
        Try again
      </button>
      {close && (
        <button type="button" className="link" onClick={close}>
          Close
        </button>
      )}
    </div>
  );
}
