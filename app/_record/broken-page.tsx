"use client";

import { useEffect, useRef, useState } from "react";
import { download } from "../_components/download.ts";
import { Statement } from "../_components/statement.tsx";
import { everythingIn, setAside } from "../_store/copies.ts";
import { forgetOpened } from "./session/opened.ts";

/**
 * What stands in place of a page that could not be shown. It reads nothing of what is stored: it only hands it out as
 * it lies there, or moves it out of the way, so that no data can keep anybody from a page for good.
 */
export function BrokenPage({ keys }: { keys: () => readonly string[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [problem, setProblem] = useState<string>();
  useEffect(() => heading.current?.focus(), []);
  const start = () => {
    const saving = setAside(keys());
    forgetOpened();
    if (saving === "saved") location.reload();
    else
      setProblem("It could not be set aside: this browser does not let the app store it elsewhere. Download it first.");
  };
  return (
    <section className="max-w-prose space-y-4 py-6">
      <h1 ref={heading} tabIndex={-1} className="text-heading font-semibold">
        This page could not be shown
      </h1>
      <p>
        What is stored on this device may be the reason. It lies there as it was: nothing was deleted, and nothing was
        sent anywhere. Try again first. If that does not help, keep a copy and start without it; what is set aside stays
        on this device.
      </p>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-main" onClick={() => location.reload()}>
          Try again
        </button>
        <button type="button" className="button" onClick={() => download(everythingIn(keys()), "sle-kept.json")}>
          Download what is stored
        </button>
        <button type="button" className="button" onClick={start}>
          Set it aside and start without it
        </button>
      </div>
      <p role="alert">{problem}</p>
      <Statement />
    </section>
  );
}
