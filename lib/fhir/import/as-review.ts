import { count, type Review } from "../../reading/review.ts";
import type { ImportReport } from "./report.ts";

/** What an import says, as a review. Its own checks, of whose it is and of what was corrected, are made before. */
export function reviewOfImport({ issues, proposals, notTaken, resources }: ImportReport): Review {
  return {
    refused: issues.map(({ message }) => message),
    read: count(resources, "resource"),
    items: proposals.map(({ source, hasComment: _, ...proposal }) => ({
      ...proposal,
      place: { kind: "part", name: source },
      sureness: "plain",
      hasTimes: true,
    })),
    passed: notTaken.map(({ source, ...passed }) => ({ ...passed, place: { kind: "part", name: source } })),
  };
}
