"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useMemo } from "react";
import { definitions } from "../../../criteria/core.ts";
import { practice } from "../../../criteria/practice/index.ts";
import { deckOf, queryOf, wishOf } from "../../../lib/practice/sitting.ts";
import { newSeed } from "./new-seed.ts";
import { Opening } from "./opening.tsx";
import type { SetWords } from "./set-words.ts";
import { Sitting } from "./sitting.tsx";

/**
 * The cases of an address. One that names rules and no number gets a new number, so that a rule can be practiced
 * again and again; the address then says which cases they were.
 */
export function Cases({ query, words }: { query: string; words: Readonly<Record<string, SetWords>> }) {
  const router = useRouter();
  const wish = useMemo(() => wishOf(new URLSearchParams(query), definitions), [query]);
  const unnumbered = wish !== undefined && "seed" in wish && !new URLSearchParams(query).get("seed");
  const deck = useMemo(() => (wish && !unnumbered ? deckOf(wish, practice, definitions) : []), [wish, unnumbered]);
  useEffect(() => {
    if (!unnumbered) return;
    router.replace(`/practice/sitting?${queryOf({ ...wish, seed: newSeed() })}` as Route, { scroll: false });
  }, [router, unnumbered, wish]);
  if (unnumbered) return <Opening />;
  if (wish && deck.length > 0) {
    const canonical = queryOf(wish);
    return <Sitting key={canonical} query={canonical} deck={deck} words={words} />;
  }
  return (
    <>
      <p className="problem">
        {wish?.kind === "misreading"
          ? "No case is known in which this misreading gives another answer."
          : "This address names no case that exists."}
      </p>
      <p className="practice-open">
        <Link className="button button-main practice-button" href="/practice">
          Choose cases
        </Link>
      </p>
    </>
  );
}
