/** Misreadings of the limits that values are judged by. */
import type { Misreading } from "../../../criteria/practice/types.ts";
import type { Assumption, Definitions, FindingId, Rule, TestId } from "../../../criteria/types.ts";
import { assumed, backward, closure, implied } from "../../definition/implications.ts";
import { findingsRead } from "../../definition/walk.ts";
import { limitOf } from "../../explain/limits.ts";
import { inSentence, list } from "../../explain/values.ts";
import { type Context, derived } from "./draft.ts";

/** The findings that decide something in the set: those that it reads, and those that these follow from or lead to. */
function reaching({ set, definitions }: Context): ReadonlySet<FindingId> {
  const steps = [...implied(definitions), ...assumed(definitions)];
  return closure(findingsRead(set), [...steps, ...backward(steps)]);
}

interface Limited {
  readonly finding: FindingId;
  readonly rule: Rule;
}

/**
 * The rules by which each test decides something in the set, those of the findings that it reads first. A finding that it
 * does not read decides only what follows from it, or what is taken for granted beside it.
 */
function limitsByTest(context: Context): ReadonlyMap<TestId, readonly Limited[]> {
  const { definitions, set } = context;
  const byTest = new Map<TestId, Limited[]>();
  for (const finding of new Set([...findingsRead(set), ...reaching(context)])) {
    if (!shows(finding, context) && !assumptionFrom(finding, context)) continue;
    for (const rule of definitions.findings[finding].decidedBy ?? []) {
      byTest.set(rule.test, [...(byTest.get(rule.test) ?? []), { finding, rule }]);
    }
  }
  return byTest;
}

/** Whether something that the set reads is there wherever this finding is. */
function shows(finding: FindingId, { set, definitions }: Context): boolean {
  const reached = closure([finding], implied(definitions));
  return findingsRead(set).some((read) => reached.has(read));
}

/** The assumption by which a finding decides something in a set of which it shows nothing by itself. */
function assumptionFrom(finding: FindingId, context: Context): Assumption | undefined {
  const { definitions } = context;
  if (shows(finding, context)) return undefined;
  const reached = closure([finding], implied(definitions));
  return definitions.assumptions.find(
    ({ when, then }) =>
      when.status === "present" &&
      reached.has(when.finding) &&
      then.status === "present" &&
      shows(then.finding, context),
  );
}

export function limitsMoved(context: Context): readonly Misreading[] {
  const { set, definitions, derivation } = context;
  const byTest = limitsByTest(context);
  const read = findingsRead(set);
  // Of several findings that a test decides, those that the set reads: what they follow from is not asked about.
  const decided = (limited: readonly Limited[]) => {
    const all = [...new Set(limited.map(({ finding }) => finding))];
    const own = all.filter((finding) => read.includes(finding));
    return own.length > 0 ? own : all;
  };
  // The first titer that a laboratory calls positive is positive by definition: there is no other side of it.
  const movable = [...byTest].flatMap(([test, limited]) => {
    const own = limited.filter(({ rule }) => "value" in rule || !definitions.tests[test].titer);
    return own.length > 0 ? [{ test, limited: own }] : [];
  });
  const equal = movable.map(({ test, limited }) =>
    derived(context, {
      id: `limit-equal:${test}`,
      kind: "limit-equal",
      says: [
        `A value exactly at the ${isAssumed(limited, context) ? "limit that is assumed" : "limit"} was taken the other way (${inSentence(definitions.tests[test].label)}).`,
        limitRule(limited, context),
      ],
      changes: [{ kind: "limit-equal", test, findings: decided(limited) }],
      see: limited[0]?.finding,
    }),
  );
  const every = derived(context, {
    id: "limit-equal:every-test",
    kind: "every-limit-equal",
    says: [
      "Values exactly at a limit were taken the other way.",
      "Below and above leave the limit out; at least counts it in.",
    ],
    changes: [{ kind: "limit-equal", findings: [...new Set(movable.flatMap(({ limited }) => decided(limited)))] }],
  });
  const wrong = derivation.wrongLimits.flatMap(({ test, is, value, why }) => {
    const limited = (byTest.get(test) ?? []).filter(({ rule }) => "value" in rule);
    const own = decided(limited);
    const judged = limited.filter(({ finding }) => own.includes(finding));
    // Whoever takes a fixed limit for another passes over what else would decide: the rule says all of it.
    const every = (byTest.get(test) ?? []).filter(({ finding }) => own.includes(finding));
    const [first] = judged;
    if (!first || judged.every(({ rule }) => "value" in rule && rule.value === value)) return [];
    const { unit } = definitions.tests[test].units[0];
    const { words } = limitOf({ test, is, value, unit }, definitions.tests[test]);
    return [
      derived(context, {
        id: `limit-at:${test}:${value}`,
        kind: "limit-at",
        says: [
          `${definitions.tests[test].label} was judged by another limit, ${words} (${inSentence(why).replace(/\.$/, "")}).`,
          limitRule(every, context),
        ],
        changes: [{ kind: "limit-at", test, is, value, findings: own }],
        see: first.finding,
      }),
    ];
  });
  const once = read.flatMap((finding) => {
    const { decidedBy, label } = definitions.findings[finding];
    if (!decidedBy?.some(({ occasions = 1 }) => occasions > 1)) return [];
    const limited = decidedBy.map((rule) => ({ finding, rule }));
    return [
      derived(context, {
        id: `one-occasion:${finding}`,
        kind: "one-occasion",
        says: [`A single value was taken as enough for ${inSentence(label)}.`, limitRule(limited, context)],
        changes: [{ kind: "one-occasion", finding }],
        see: finding,
      }),
    ];
  });
  const converted = movable.flatMap(({ test, limited }) => {
    const own = limited.filter(({ rule }) => "value" in rule && rule.perUnit);
    if (own.length === 0) return [];
    return [
      derived(context, {
        id: `convert:${test}`,
        kind: "convert",
        says: [
          `The limit was converted exactly to the unit of the value (${inSentence(definitions.tests[test].label)}).`,
          limitRule(own, context),
        ],
        // Also of what it follows from, which is judged by the same value.
        changes: [{ kind: "convert", test, findings: decidedBy(test, definitions) }],
        see: own[0]?.finding,
      }),
    ];
  });
  return [...equal, ...(equal.length > 1 ? [every] : []), ...wrong, ...once, ...converted];
}

/** Every finding that a test decides, whether or not the set reads it. */
function decidedBy(test: TestId, { findings }: Definitions): readonly FindingId[] {
  return (Object.keys(findings) as FindingId[]).filter((id) =>
    findings[id].decidedBy?.some((rule) => rule.test === test),
  );
}

/** Whether what a test decides first is nothing that the set reads, and only taken for it. */
function isAssumed([first]: readonly Limited[], context: Context): boolean {
  return first !== undefined && assumptionFrom(first.finding, context) !== undefined;
}

/**
 * What a test's limit is, for the first finding that it decides here: each way in which a value of it is judged. Where
 * the set does not read that finding and it is only taken for one that it reads, the set has no such limit, and it says so.
 */
export function limitRule(limited: readonly Limited[], context: Context): string {
  const { definitions } = context;
  const [first] = limited;
  if (!first) return "";
  const all = limited
    .filter(({ finding }) => finding === first.finding)
    .map(({ rule }) => {
      const { words, conditions } = limitOf(rule, definitions.tests[rule.test]);
      return [`${words}${otherwisePrinted(rule, context)}`, ...conditions].join(", ");
    });
  const ways = [...new Set(all)].join("; or ");
  const assumption = assumptionFrom(first.finding, context);
  if (assumption) {
    const read = inSentence(definitions.findings[assumption.then.finding].label);
    return `What counts is ${read}; a value of ${ways} is only taken for it (${assumption.why}).`;
  }
  return `For ${inSentence(definitions.findings[first.finding].label)} the value has to be ${ways}.`;
}

/** The limits that are published for single units, which are not the fixed one converted: " (50 mg/mmol ...)". */
function otherwisePrinted(rule: Rule, { definitions }: Context): string {
  if (!("value" in rule) || !rule.perUnit) return "";
  const { units } = definitions.tests[rule.test];
  const printed = rule.perUnit.map(
    ({ unit, value }) => `${value.toLocaleString("en-US")} ${units.find((one) => one.unit === unit)?.label ?? unit}`,
  );
  return ` (${list(printed, "or")})`;
}
