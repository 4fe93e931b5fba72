"use client";

import { late } from "../../_components/late.tsx";
import type { PageSet } from "./page-set.ts";

/** What works with a file comes after the page is there. */
const Workbench = late<{ sets: readonly PageSet[] }>(
  () => import("./workbench.tsx").then((all) => all.Workbench),
  <p role="status">Loading.</p>,
);

export function Cohort({ sets }: { sets: readonly PageSet[] }) {
  return <Workbench sets={sets} />;
}
