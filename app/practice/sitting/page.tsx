import type { Metadata } from "next";
import { Suspense } from "react";
import { definitions } from "../../../criteria/index.ts";
import { Opening } from "../_components/opening.tsx";
import type { SetWords } from "../_components/set-words.ts";
import { SittingPage } from "../_components/sitting-page.tsx";

export const metadata: Metadata = {
  title: "A sitting",
  description: "Fictional patients to score one after another, each with a review of what counted and why.",
};

/** The cases that the address names, one after another. */
export default function Page() {
  const words: Record<string, SetWords> = {};
  for (const { id, notItems, entry } of definitions.sets) words[id] = { notItems, entry: entry?.definition ?? "" };
  return (
    <Suspense fallback={<Opening />}>
      <SittingPage words={words} />
    </Suspense>
  );
}
