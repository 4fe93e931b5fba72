/** Two lines that are each entered alone say the same beside each other, or are asked about. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import type { Single } from "../../lib/find/offers.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import * as dictated from "./dictated-lines.ts";
import * as ward from "./ward-lines.ts";
import { written } from "./written.ts";

const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));

/** What Enter takes of a line, without the notes beside it; undefined where it asks. */
function entered(line: string): readonly string[] | undefined {
  const { certain, offers } = ask(line, "2026-11-26");
  const [first] = certain ? offers : [];
  if (first?.kind !== "several" && first?.kind !== "answer" && first?.kind !== "measure") return undefined;
  const parts: readonly Single[] = first.kind === "several" ? first.parts : [first];
  return parts.map((one) => (one.kind === "answer" ? written({ ...one, note: "" }) : written({ ...one, unkept: "" })));
}

const lines = [...ward.taken, ...dictated.taken].map(([line]) => line).filter((line) => !/[.;]$/.test(line));

test("joined by a semicolon, a comma, a sentence's end, a new line or and", () => {
  const line = fc.constantFrom(...lines);
  let taken = 0;
  fc.assert(
    fc.property(line, fc.constantFrom("; ", ", ", ". ", "\n", " and "), line, (one, joint, other) => {
      const both = entered(one + joint + other);
      if (!both) return;
      taken += 1;
      const apart = [...(entered(one) ?? []), ...(entered(other) ?? [])];
      expect(new Set(both)).toEqual(new Set(apart));
    }),
    { numRuns: 1000, seed: 20261127 },
  );
  expect(taken).toBeGreaterThan(600);
});
