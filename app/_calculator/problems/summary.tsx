"use client";

import { useAssessmentAtOnce } from "../../_store/use-record.ts";
import { soon } from "../soon.tsx";
import "./summary.css";

const WayToProblem = soon(
  (code) => code.WayToProblem,
  ({ message }) => message,
);

/** What stands in the way of a result, at the top of the questions, said as soon as it is there. */
export function ProblemSummary() {
  const problems = useAssessmentAtOnce(({ interpreted }) =>
    interpreted.issues.filter(({ severity }) => severity === "error").map(({ path, message }) => ({ path, message })),
  );
  return (
    <div role="alert">
      {problems.length > 0 && (
        <section className="problem-summary" aria-labelledby="problem-heading">
          <h2 id="problem-heading" className="font-semibold">
            There is a problem
          </h2>
          <p>No result until it is solved. Nothing that you entered is lost.</p>
          <ul>
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <WayToProblem path={path} message={message} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
