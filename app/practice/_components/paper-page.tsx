"use client";

import { useSearchParams } from "next/navigation";
import { lazy, Suspense } from "react";

const Paper = lazy(() => import("./paper.tsx").then((module) => ({ default: module.Paper })));

/** The criteria and the cases are fetched after the page itself stands. */
export function PaperPage() {
  const query = useSearchParams()?.toString() ?? "";
  return (
    <Suspense fallback={null}>
      <Paper query={query} />
    </Suspense>
  );
}
