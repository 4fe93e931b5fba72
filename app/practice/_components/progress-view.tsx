"use client";

import Link from "next/link";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { browserPlaces } from "../../_store/browser-places.ts";
import { isKept, PROGRESS_KEY, SITTINGS_KEY } from "../_store/keys.ts";
import { KeepProgress } from "./keep-progress.tsx";

const KeptNotices = lazy(() => import("./kept-notices.tsx").then((module) => ({ default: module.KeptNotices })));
const ProgressTables = lazy(() =>
  import("./progress-tables.tsx").then((module) => ({ default: module.ProgressTables })),
);

/** The history of this device. What reads it and adds it up is fetched only where there is one. */
export function ProgressView() {
  const [kept, setKept] = useState<{ readonly answers: boolean; readonly sittings: boolean }>();
  const look = useCallback(() => setKept({ answers: isKept(PROGRESS_KEY), sittings: isKept(SITTINGS_KEY) }), []);
  useEffect(() => {
    look();
    // What another window answers shows; what it takes away is said by what stands here already.
    return browserPlaces.subscribe(() =>
      setKept((before) => ({
        answers: before?.answers || isKept(PROGRESS_KEY),
        sittings: before?.sittings || isKept(SITTINGS_KEY),
      })),
    );
  }, [look]);
  if (!kept) return null;
  return (
    <Suspense fallback={null}>
      {(kept.answers || kept.sittings) && <KeptNotices />}
      {kept.answers ? (
        <ProgressTables />
      ) : (
        <p className="practice-lead">
          Nothing has been answered on this device yet. <Link href="/practice">Choose cases</Link>
        </p>
      )}
      <KeepProgress kept={kept.answers || kept.sittings} changed={look} />
    </Suspense>
  );
}
