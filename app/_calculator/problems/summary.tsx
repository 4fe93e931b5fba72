"use client";

import { useAssessmentAtOnce } from "../../_store/use-record.ts";
import { soon } from "../soon.tsx";
import "./summary.css";

const ProblemList = soon((code) => code.ProblemList);

/** What stands in the way of a result, at the top of the questions, said as soon as it is there. */
export function ProblemSummary() {
  const any = useAssessmentAtOnce(({ interpreted }) => interpreted.issues.some(({ severity }) => severity === "error"));
  return (
    <div role="alert">
      {any && (
        <section className="problem-summary" aria-labelledby="problem-heading">
          <h2 id="problem-heading" className="font-semibold">
            There is a problem
          </h2>
          <p>No result is given until it is solved. Nothing that you entered is lost.</p>
          <ProblemList />
        </section>
      )}
    </div>
  );
}
