"use client";

import { lazy, Suspense } from "react";
import { useAssessment } from "../../_store/use-record.ts";

const ProblemList = lazy(() => import("./list.tsx"));

/** What stands in the way of a result, at the top of the questions, said as soon as it is there. */
export function ProblemSummary() {
  const any = useAssessment(({ interpreted }) => interpreted.issues.some(({ severity }) => severity === "error"));
  return (
    <div role="alert">
      <Suspense>{any && <ProblemList />}</Suspense>
    </div>
  );
}
