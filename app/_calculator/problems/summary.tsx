"use client";

import { useAssessmentAtOnce } from "../../_store/use-record.ts";
import { soon } from "../soon.tsx";

const ProblemList = soon((code) => code.ProblemList);

/** What stands in the way of a result, at the top of the questions, said as soon as it is there. */
export function ProblemSummary() {
  const any = useAssessmentAtOnce(({ interpreted }) => interpreted.issues.some(({ severity }) => severity === "error"));
  return <div role="alert">{any && <ProblemList />}</div>;
}
