"use client";

import { lazy, Suspense } from "react";
import type { FindingId, TestId } from "../../../criteria/types.ts";
import { isBelieved } from "../../../lib/record/day.ts";
import { today } from "../../_components/today.ts";
import { useAssessment, useRecord } from "../../_store/use-record.ts";
import { standsAt } from "./issue-places.ts";

// A record without a problem does without them.
const boxes = () => import("./boxes.tsx");
const Problems = lazy(async () => ({ default: (await boxes()).Problems }));
const StrangeDays = lazy(async () => ({ default: (await boxes()).StrangeDays }));
const StrangeFirstDay = lazy(async () => ({ default: (await boxes()).StrangeFirstDay }));

/** Every error that is about this finding, with a button for each way out. */
export function FindingProblems({ finding }: { finding: FindingId }) {
  const path = `findings.${finding}`;
  return <ProblemsAt concerns={(place) => place === path} />;
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
      <Suspense>{strange && <StrangeDays test={test} />}</Suspense>
    </>
  );
}

/** What is said of the day on which a finding was first seen, where it is hard to believe. */
export function FirstDayProblem({ id, finding }: { id: string; finding: FindingId }) {
  return (
    <Suspense>
      <StrangeFirstDay id={id} finding={finding} />
    </Suspense>
  );
}

function ProblemsAt({ concerns }: { concerns: (place: string) => boolean }) {
  const any = useAssessment(({ interpreted }) => interpreted.issues.some((issue) => standsAt(issue, concerns)));
  return <Suspense>{any && <Problems concerns={concerns} />}</Suspense>;
}
