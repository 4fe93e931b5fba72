"use client";

import { late } from "../../_components/late.tsx";
import type { CohortDefinitions } from "./page-set.ts";

/** What works with a file comes after the page is there. */
const Workbench = late<CohortDefinitions>(
  () => import("./workbench.tsx").then((all) => all.Workbench),
  <p role="status">Loading.</p>,
);

export function Cohort(definitions: CohortDefinitions) {
  return <Workbench {...definitions} />;
}
