"use client";

import type { FindingId, TestId } from "../../../criteria/types.ts";
import { isBelieved } from "../../../lib/record/day.ts";
import { today } from "../../_components/today.ts";
import { useAssessment, useRecord } from "../../_store/use-record.ts";
import { soon } from "../soon.tsx";
import { placeOf, standsAt } from "./issue-places.ts";

const Problems = soon((code) => code.Problems);
const StrangeDays = soon((code) => code.StrangeDays);

/** Every error that is about this finding, with a button for each way out; its row knows whether there is one. */
export function FindingProblems({ finding }: { finding: FindingId }) {
  return <Problems concerns={(place) => place === placeOf(finding)} />;
}

/** Every error that is about a value of this test, and every day of one that is hard to believe. */
export function TestProblems({ test }: { test: TestId }) {
  const { positions, strange } = useRecord(({ measurements = [] }) => {
    const positions = measurements.flatMap((measurement, position) => (measurement.test === test ? [position] : []));
    return { positions, strange: positions.some((at) => !isBelieved(measurements[at]?.date, today())) };
  });
  return (
    <>
      <ProblemsAt concerns={(place) => positions.some((at) => `${place}.`.startsWith(`measurements.${at}.`))} />
      {strange && <StrangeDays test={test} />}
    </>
  );
}

function ProblemsAt({ concerns }: { concerns: (place: string) => boolean }) {
  const any = useAssessment(({ interpreted }) => interpreted.issues.some((issue) => standsAt(issue, concerns)));
  return any ? <Problems concerns={concerns} /> : null;
}
