"use client";

import type { Route } from "next";
import Link from "next/link";
import { useEffect, useId, useState } from "react";
import type { SavedSitting } from "../../../lib/practice/saved-sitting.ts";
import { late } from "../../_components/late.tsx";
import { isKept, SITTINGS_KEY } from "../_store/keys.ts";

const KeptNotices = late(() => import("./kept-notices.tsx").then((all) => all.KeptNotices));

/** The sittings that were begun on this device and not ended, to go on with or to drop. */
export function Unfinished({ sets }: { sets: readonly { readonly id: string; readonly short: string }[] }) {
  const id = useId();
  const [sittings, setSittings] = useState<readonly SavedSitting[]>();
  useEffect(() => {
    // What reads them is fetched only where there are some.
    if (!isKept(SITTINGS_KEY)) return;
    let current = true;
    void import("../_store/sitting-store.ts").then(({ savedSittings }) => {
      if (current) setSittings(savedSittings().filter(({ position, cases }) => position < cases));
    });
    return () => {
      current = false;
    };
  }, []);
  if (sittings === undefined) return null;
  if (sittings.length === 0) return <KeptNotices />;
  const drop = async (query: string) => {
    const { forgetSitting } = await import("../_store/sitting-store.ts");
    forgetSitting(query);
    setSittings(sittings.filter((one) => one.query !== query));
  };
  return (
    <section className="practice-unfinished" aria-labelledby={id}>
      <KeptNotices />
      <h2 id={id}>Not finished yet</h2>
      <ul>
        {sittings.map(({ query, position, cases, at }) => {
          const short = sets.find((set) => set.id === new URLSearchParams(query).get("set"))?.short ?? "Cases";
          const name = `${short}, case ${position + 1} of ${cases}`;
          return (
            <li key={query}>
              <Link href={`/practice/sitting?${query}` as Route} prefetch={false}>
                Go on with {name}
              </Link>
              <span className="practice-note">
                {sourceWords(new URLSearchParams(query))}, last on {at.slice(0, 10)}
              </span>
              <button type="button" className="link" aria-label={`Drop ${name}`} onClick={() => void drop(query)}>
                Drop
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function sourceWords(query: URLSearchParams): string {
  if (query.has("cases")) return "written cases";
  if (query.has("misreading")) return "cases for one mistake";
  const rules = query.get("rule")?.split(",").length ?? 0;
  const what = rules === 0 ? "generated cases" : rules === 1 ? "one rule" : `${rules} rules`;
  return `${what}, paper ${query.get("seed")}`;
}
