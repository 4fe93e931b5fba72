"use client";

import Link from "next/link";
import { lazy, Suspense, useEffect, useState } from "react";
import { isKept, PROGRESS_KEY } from "../_store/keys.ts";
import { KeepProgress } from "./keep-progress.tsx";

const ProgressTables = lazy(() =>
  import("./progress-tables.tsx").then((module) => ({ default: module.ProgressTables })),
);

/** The history of this device. What reads it and adds it up is fetched only where there is one. */
export function ProgressView() {
  const [kept, setKept] = useState<boolean>();
  const look = () => setKept(isKept(PROGRESS_KEY));
  useEffect(look, []);
  return (
    <Suspense fallback={null}>
      {kept === true && <ProgressTables />}
      {kept === false && (
        <p className="practice-lead">
          Nothing has been answered on this device yet. <Link href="/practice">Choose cases</Link>
        </p>
      )}
      {kept !== undefined && <KeepProgress kept={kept} changed={look} />}
    </Suspense>
  );
}
