"use client";

import { lazy, Suspense } from "react";

// Every page loads this file; what stands here is loaded when a page threw. Where it cannot be, global-error.tsx stands in.
const PageError = lazy(() => import("./_record/page-error.tsx"));

export default function PageThrew() {
  return (
    <Suspense>
      <PageError />
    </Suspense>
  );
}
