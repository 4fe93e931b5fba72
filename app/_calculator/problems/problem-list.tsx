"use client";

import { definitions } from "../../../criteria/core.ts";
import type { FindingId } from "../../../criteria/types.ts";
import { goToFinding, goToTest } from "../../_store/go-to.ts";
import { useAssessmentAtOnce } from "../../_store/use-record.ts";

/** What stands in the way of a result; each line leads to its place. */
export function ProblemList() {
  const problems = useAssessmentAtOnce(({ record, interpreted }) =>
    interpreted.issues
      .filter(({ severity }) => severity === "error")
      .map(({ path, message }) => ({ path, message, measurements: record.measurements ?? [] })),
  );
  return (
    <ul>
      {problems.map(({ path, message, measurements }) => (
        <li key={`${path} ${message}`}>
          <button
            type="button"
            className="link"
            onClick={() => {
              const [list, key = ""] = path.split(".");
              const test = measurements[Number(key)]?.test;
              if (list === "measurements" && test) goToTest(test);
              else if (key in definitions.findings) goToFinding(key as FindingId);
            }}
          >
            {message}
          </button>
        </li>
      ))}
    </ul>
  );
}
