import { findings } from "./findings.ts";
import type { Finding, FindingId } from "./types.ts";

/**
 * What each finding is, in words: read when somebody opens a definition. In the browser it comes by itself, and the
 * definitions that every page loads come without it: see scripts/browser-criteria.ts.
 */
export const findingDefinitions: Readonly<Record<FindingId, Pick<Finding, "definition" | "details">>> = findings;
