import { definitions } from "../../criteria/index.ts";
import type { Cause, FindingId, Measurement, SleRecord, Statement, Status, TestId } from "../../criteria/types.ts";
import type { Claim } from "../../lib/practice/recognize.ts";
import { BEGINNERS } from "./beginners.ts";

/** One wrong answer of a beginner, and what explains it. */
export interface Beginner {
  readonly number: number;
  readonly set: string;
  readonly who: string;
  readonly record: SleRecord;
  readonly claim: Claim;
  /** What was misread, in words. */
  readonly words: string;
  /** The misreadings any of which is right; those of a pair in the order of their names. */
  readonly right: readonly string[];
  /** The line as it is written. */
  readonly text: string;
}

export function readBeginners(): readonly Beginner[] {
  let number = 0;
  return Object.entries(BEGINNERS).flatMap(([set, lines]) =>
    lines
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        number += 1;
        return readLine(line, set, number);
      }),
  );
}

function readLine(line: string, set: string, number: number): Beginner {
  const [who, record, total, points, verdict, words, right, ...rest] = line.split(" | ");
  if (!who || !record || !total || !points || !verdict || !words || rest.length > 0) throw new Error(line);
  const claim: Claim = {
    total: Number(total),
    ...(points !== "-" && { domains: readPoints(points) }),
    ...(verdict !== "-" && { classified: verdict === "classified" }),
  };
  return { number, set, who, record: readRecord(record), claim, words, right: right?.split(" ") ?? [], text: line };
}

function readPoints(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    text.split(" ").map((one) => {
      const [domain = "", points] = one.split("=");
      return [domain, Number(points)];
    }),
  );
}

function readRecord(text: string): SleRecord {
  const findings: { [F in FindingId]?: Status | Statement } = {};
  const measurements: Measurement[] = [];
  for (const one of text.split(" ")) {
    if (one.includes("=")) measurements.push(readValue(one));
    else if (one.startsWith("~")) {
      const [finding, cause] = one.slice(1).split(":");
      findings[finding as FindingId] = { status: "present", explainedBy: { cause: cause as Cause } };
    } else if (one.startsWith("-")) findings[one.slice(1) as FindingId] = "absent";
    else findings[one as FindingId] = "present";
  }
  return { format: "sle-record/1", findings, ...(measurements.length > 0 && { measurements }) };
}

function readValue(text: string): Measurement {
  const read =
    /^([a-z0-9-]+)=([\d.]+)(?:\[([^\]]+)\])?(?:<([\d.]+))?(?:>([\d.]+))?(?::([a-z]+))?(?:@(\d{4}-\d\d-\d\d))?$/.exec(
      text,
    );
  const [, test, value, unit, low, high, method, date] = read ?? [];
  if (test === undefined || !(test in definitions.tests)) throw new Error(`no value: ${text}`);
  return {
    test: test as TestId,
    value: Number(value),
    unit: unit ?? definitions.tests[test as TestId].units[0].unit,
    ...(low && { low: Number(low) }),
    ...(high && { high: Number(high) }),
    ...(method && { method }),
    ...(date && { date }),
  };
}
