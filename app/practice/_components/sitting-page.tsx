"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { late } from "../../_components/late.tsx";
import { Opening } from "./opening.tsx";
import type { SetWords } from "./set-words.ts";

const Cases = late(() => import("./cases.tsx").then((all) => all.Cases), <Opening />);

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
  return <Cases query={query} words={words} />;
}
