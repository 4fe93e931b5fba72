"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { lazy, Suspense } from "react";
import { Opening } from "./opening.tsx";
import type { SetWords } from "./set-words.ts";

const Cases = lazy(() => import("./cases.tsx").then((module) => ({ default: module.Cases })));

/** The criteria and the cases are fetched once an address names some. */
export function SittingPage({ words }: { words: Readonly<Record<string, SetWords>> }) {
  const query = useSearchParams()?.toString() ?? "";
  if (query === "") {
    return (
      <>
        <Opening />
        <p className="practice-open">
          <Link className="button button-main practice-button" href="/practice">
            Choose cases
          </Link>
        </p>
      </>
    );
  }
  return (
    <Suspense fallback={<Opening />}>
      <Cases query={query} words={words} />
    </Suspense>
  );
}
