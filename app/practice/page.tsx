import type { Metadata } from "next";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import { rulesOf } from "../../lib/practice/rules.ts";
import { Start } from "./_components/start.tsx";

export const metadata: Metadata = {
  title: "Practice",
  description: "Score fictional patients by the classification criteria for SLE, and see which rule was missed.",
};

/** The start of practice. What it shows is known beforehand; what it reads and computes is fetched when it is used. */
export default function PracticePage() {
  const sets = definitions.sets.map((set) => ({
    id: set.id,
    short: set.short,
    rules: rulesOf(set).map(({ id, title }) => ({ id, title })),
  }));
  return <Start sets={sets} written={practice.cases.length} />;
}
