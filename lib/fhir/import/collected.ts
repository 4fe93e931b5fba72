import type { Definitions } from "../../../criteria/types.ts";
import type { Body, Outcome } from "./outcome.ts";
import type { ImportReport, NotTaken, Proposal } from "./report.ts";
import { type Json, nameOf } from "./resources.ts";
import { measurementKey } from "./same-value.ts";

/** What an import comes to: proposals that say the same are one, and so is what was not taken for the same reason. */
export class Collected {
  private readonly proposals = new Map<string, Proposal>();
  private readonly notTaken = new Map<string, NotTaken>();
  private needsConverter = false;
  private readonly definitions: Definitions;

  constructor(definitions: Definitions) {
    this.definitions = definitions;
  }

  add(outcome: Outcome, resource: Json): void {
    switch (outcome.kind) {
      case "needs-converter":
        this.needsConverter = true;
        return;
      case "not-taken": {
        const { what, why, test } = outcome;
        const key = JSON.stringify([what, why]);
        const before = this.notTaken.get(key);
        this.notTaken.set(key, {
          what,
          why,
          source: before?.source ?? nameOf(resource),
          count: (before?.count ?? 0) + 1,
          ...(test && { test }),
        });
        return;
      }
      case "proposals":
        for (const body of outcome.bodies) {
          // The same result is often in a bundle twice, in a panel and on its own, or in two units.
          const key =
            body.kind === "measurement"
              ? measurementKey(body.measurement, this.definitions)
              : JSON.stringify([body.finding, body.status, body.date]);
          const before = this.proposals.get(key);
          this.proposals.set(key, before ? both(before, body) : { ...body, id: `${this.proposals.size}` });
        }
    }
  }

  done(): Pick<ImportReport, "proposals" | "notTaken" | "needsConverter"> {
    const proposals = [...this.proposals.values()];
    return {
      proposals: withDisagreements(proposals),
      notTaken: [...this.notTaken.values()],
      needsConverter: this.needsConverter,
    };
  }
}

/** One proposal of two that propose the same: what is said of either is said of it. */
function both(one: Proposal, other: Body): Proposal {
  const more = other.remarks.filter((remark) => !one.remarks.includes(remark));
  const { hasComment, choice, isDoubtful } = other;
  if (more.length === 0 && !hasComment && !choice && !isDoubtful) return one;
  return {
    ...one,
    remarks: [...one.remarks, ...more],
    ...(hasComment && { hasComment }),
    ...(choice && { choice }),
    ...(isDoubtful && { isDoubtful }),
  };
}

const OF_ANOTHER_DAY = "The same id stands for a value of another day as well: take the one that is right.";

/** Remarks on values of one test and day that differ, and on a finding that is proposed present and absent. */
function withDisagreements(proposals: readonly Proposal[]): readonly Proposal[] {
  const places = Map.groupBy(proposals, (one) =>
    one.kind === "measurement" ? `${one.measurement.test} ${one.measurement.date ?? "undated"}` : one.finding,
  );
  const statuses = (ones: readonly Proposal[]) =>
    new Set(ones.map((one) => (one.kind === "finding" ? one.status : undefined)));
  const disputed = new Set([...places].filter(([, ones]) => statuses(ones).size > 1).map(([place]) => place));
  return proposals.map((one) => {
    if (one.kind === "measurement") {
      const others = places.get(`${one.measurement.test} ${one.measurement.date ?? "undated"}`) ?? [];
      if (others.length < 2) return one.choice ? { ...one, remarks: [...one.remarks, OF_ANOTHER_DAY] } : one;
      return {
        ...one,
        remarks: [
          ...one.remarks,
          one.choice
            ? "There is another value of the same day: take the one that is right."
            : "There is another value of the same day, which counts as one occasion with it.",
        ],
      };
    }
    if (!disputed.has(one.finding)) return one;
    return { ...one, remarks: [...one.remarks, "Another result says the opposite: take the one that is right."] };
  });
}
