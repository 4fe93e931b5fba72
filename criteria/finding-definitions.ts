/** What each finding is, in words: loaded when somebody opens a definition. The same everywhere, as core.ts is. */
import { findings } from "./findings.ts";
import type { FindingId, FindingInWords, ReferenceFinding } from "./types.ts";

export const findingDefinitions = Object.fromEntries(
  Object.entries<ReferenceFinding>(findings).map(([id, { definition, details }]) => [
    id,
    { definition, ...(details && { details }) },
  ]),
) as Readonly<Record<FindingId, FindingInWords>>;
