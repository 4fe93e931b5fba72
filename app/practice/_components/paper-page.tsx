"use client";

import { useSearchParams } from "next/navigation";
import { late } from "../../_components/late.tsx";

const Paper = late(() => import("./paper.tsx").then((all) => all.Paper));

/** The criteria and the cases are fetched after the page itself stands. */
export function PaperPage() {
  const query = useSearchParams()?.toString() ?? "";
  return <Paper query={query} />;
}
