/** What a result says of each part of a rule, of each criterion and of the set, by hand for a few patients. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Classification, Condition, FindingId, ReferenceSet, SleRecord } from "../../criteria/types.ts";
import { assess as assessBy, assessmentPlanOf } from "../../lib/assess.ts";
import { evaluateAsAssessed } from "../../lib/scoring/evaluate.ts";
import type { ClauseResult, SetResult } from "../../lib/scoring/result.ts";
import { assess, interpret, plan } from "../support/assess.ts";

type Findings = NonNullable<SleRecord["findings"]>;

const recordOf = (findings: Findings): SleRecord => ({ format: "sle-record/1", findings });

function inSet(id: string, findings: Findings): SetResult {
  const found = assess(recordOf(findings)).results?.[id];
  if (!found) throw new Error("the record has an error");
  return found;
}

const present = (...findings: readonly FindingId[]): Findings =>
  Object.fromEntries(findings.map((finding) => [finding, "present"]));

/** A rule without its traces. */
function brief(clause: ClauseResult): unknown {
  switch (clause.kind) {
    case "entry":
    case "route":
      return { kind: clause.kind, met: clause.met };
    case "allOf":
    case "anyOf":
      return { kind: clause.kind, met: clause.met, of: clause.of.map(brief) };
    default:
      return clause;
  }
}

const score = (met: "true" | "false", comparison: ">=" | ">", threshold: number, value: number) => ({
  kind: "score",
  met,
  comparison,
  threshold,
  value,
});
const counted = (met: "true" | "false", group: "clinical" | "immunologic", found: number) => ({
  kind: "criteria",
  met,
  count: 1,
  group,
  found,
});

describe("what a result says of each part of the rule", () => {
  test("EULAR/ACR 2019: the entry criterion, the score and a clinical criterion, all of them", () => {
    const ruleOf = (findings: Findings) => brief(inSet("eular-acr-2019", findings).rule);
    const ten = present("low-c3", "low-c4", "synovitis-2-joints");
    expect(ruleOf({ ...ten, "ana-1-80": "present" })).toEqual({
      kind: "allOf",
      met: "true",
      of: [{ kind: "entry", met: "true" }, score("true", ">=", 10, 10), counted("true", "clinical", 1)],
    });
    expect(ruleOf({ ...ten, "ana-1-80": "absent" })).toMatchObject({ met: "false", of: [{ met: "false" }, {}, {}] });
    expect(ruleOf(ten)).toMatchObject({ met: "unknown", of: [{ met: "unknown" }, { met: "true" }, { met: "true" }] });
    const nine = present("ana-1-80", "low-c3", "synovitis-2-joints");
    expect(ruleOf(nine)).toMatchObject({ met: "false", of: [{}, score("false", ">=", 10, 9), {}] });
    const alone = present("ana-1-80", "low-c3", "low-c4", "anti-sm");
    expect(ruleOf(alone)).toEqual({
      kind: "allOf",
      met: "false",
      of: [{ kind: "entry", met: "true" }, score("true", ">=", 10, 10), counted("false", "clinical", 0)],
    });
  });

  test("SLICC 2012: a score with one criterion of each kind, or a route", () => {
    const ruleOf = (findings: Findings) => brief(inSet("slicc-2012", findings).rule);
    expect(ruleOf(present("oral-ulcers", "thrombocytopenia", "seizure", "anti-sm"))).toEqual({
      kind: "anyOf",
      met: "true",
      of: [
        {
          kind: "allOf",
          met: "true",
          of: [score("true", ">=", 4, 4), counted("true", "clinical", 3), counted("true", "immunologic", 1)],
        },
        { kind: "route", met: "unknown" },
      ],
    });
    const bySlip = present("oral-ulcers", "thrombocytopenia", "seizure", "synovitis-2-joints");
    expect(ruleOf(bySlip)).toMatchObject({
      met: "unknown",
      of: [{ met: "false", of: [{ met: "true" }, { met: "true" }, counted("false", "immunologic", 0)] }, {}],
    });
    // A biopsy is no criterion by itself: with an antibody it is the route.
    const route = {
      ...present("biopsy-lupus-nephritis", "ana-above-reference"),
      "anti-dsdna-slicc": "absent",
    } as const;
    expect(ruleOf(route)).toMatchObject({
      met: "true",
      of: [
        { met: "false", of: [score("false", ">=", 4, 1), counted("false", "clinical", 0), { met: "true" }] },
        { kind: "route", met: "true" },
      ],
    });
    const neither = { "biopsy-lupus-nephritis": "absent", "oral-ulcers": "present" } as const;
    expect(ruleOf(neither)).toMatchObject({ met: "false", of: [{ met: "false" }, { met: "false" }] });
  });

  test("SLERPI: more than the threshold, and not the threshold itself", () => {
    const all = Object.keys(definitions.findings) as FindingId[];
    const reached = new Map<number, unknown>();
    const patient: FindingId[] = [];
    for (const finding of all) {
      patient.push(finding);
      const found = assess(recordOf(present(...patient))).results?.["slerpi"];
      if (found) reached.set(found.score.value, brief(found.rule));
      else patient.pop();
    }
    for (const [value, rule] of reached) expect(rule).toEqual(score(value > 7 ? "true" : "false", ">", 7, value));
    expect(brief(inSet("slerpi", present("thrombocytopenia", "anti-sm")).rule)).toMatchObject({ met: "false" });
    expect(Math.max(...reached.keys())).toBeGreaterThan(8);
  });

  test("ACR 1997: a count that is just enough", () => {
    const ruleOf = (findings: Findings) => brief(inSet("acr-1997", findings).rule);
    const four = present("malar-rash", "photosensitivity", "oral-ulcers", "seizure");
    expect(ruleOf(four)).toEqual(score("true", ">=", 4, 4));
    expect(ruleOf({ ...four, seizure: "absent" })).toEqual(score("false", ">=", 4, 3));
  });
});

/** A set of one rule over the domains of another. */
function withRule(id: string, classifiedWhen: Classification): ReferenceSet {
  const set = definitions.sets.find((one) => one.id === id);
  if (!set) throw new Error(`there is no ${id}`);
  return { ...set, classifiedWhen };
}

describe("a set with an entry criterion and a rule of one part", () => {
  const set = withRule("eular-acr-2019", { kind: "scoreAbove", score: 7 });
  const only = assessmentPlanOf({ ...definitions, sets: [set] });
  const ruleOf = (findings: Findings) => {
    const found = assessBy(only, recordOf(findings)).results?.[set.id];
    return found && { asAssessed: found.asAssessed, rule: brief(found.rule) };
  };

  test("says both, and that the threshold itself is not enough", () => {
    const entry = { kind: "entry", met: "true" };
    expect(ruleOf(present("ana-1-80", "anti-sm", "fever"))).toEqual({
      asAssessed: "classified",
      rule: { kind: "allOf", met: "true", of: [entry, score("true", ">", 7, 8)] },
    });
    expect(ruleOf(present("ana-1-80", "low-c3", "low-c4", "leukopenia"))).toEqual({
      asAssessed: "not-classified",
      rule: { kind: "allOf", met: "false", of: [entry, score("false", ">", 7, 7)] },
    });
  });
});

describe("a set with an entry criterion and two routes", () => {
  const route = (finding: FindingId) =>
    ({ kind: "route", title: "A route", by: "route", when: { kind: "present", finding } }) as const;
  const routes = [route("malar-rash"), route("fever")] as const;
  const nothing = Object.fromEntries(Object.keys(definitions.findings).map((id) => [id, "absent"])) as Findings;
  const verdictOf = (rule: Classification, ...findings: readonly FindingId[]) => {
    const set = withRule("eular-acr-2019", rule);
    const record = recordOf({ ...nothing, ...present(...findings) });
    const found = assessBy(assessmentPlanOf({ ...definitions, implications: [], sets: [set] }), record);
    return found.results?.[set.id]?.verdict;
  };

  test("takes none of them for another", () => {
    // Every rule has a score: this one is out of reach.
    const score = { kind: "scoreAbove", score: 99 } as const;
    const either: Classification = { kind: "anyOf", of: [...routes, score] };
    expect(verdictOf(either, "ana-1-80", "malar-rash")).toBe("classified");
    expect(verdictOf(either, "ana-1-80", "fever")).toBe("classified");
    for (const missing of [["ana-1-80"], ["malar-rash"], ["fever"], ["malar-rash", "fever"]] as const)
      expect(verdictOf(either, ...missing), missing.join()).toBe("not-classified");
    const both: Classification = { kind: "anyOf", of: [{ kind: "allOf", of: routes }, score] };
    expect(verdictOf(both, "ana-1-80", "malar-rash", "fever")).toBe("classified");
    expect(verdictOf(both, "ana-1-80", "malar-rash")).toBe("not-classified");
    expect(verdictOf(both, "ana-1-80", "fever")).toBe("not-classified");
  });
});

describe("what a result says of a criterion", () => {
  const criterion = (set: string, id: string, findings: Findings) =>
    inSet(set, findings)
      .domains.flatMap(({ criteria }) => criteria)
      .find((one) => one.id === id);

  test("one that counts says nothing of another; one that is outranked names the heavier one", () => {
    const both = present("ana-1-80", "leukopenia", "thrombocytopenia", "fever");
    const { domains } = inSet("eular-acr-2019", both);
    const hematologic = domains.find(({ criteria }) => criteria.some(({ state }) => state === "outranked"));
    const light = hematologic?.criteria.find(({ state }) => state === "outranked");
    const heavy = hematologic?.criteria.find(({ state }) => state === "counted");
    expect(light?.outrankedBy).toBe(heavy?.id);
    expect([light?.weight, heavy?.weight]).toEqual([3, 4]);
    expect(heavy).not.toHaveProperty("outrankedBy");
    const others = domains.flatMap(({ criteria }) => criteria).filter(({ state }) => state !== "outranked");
    for (const one of others) expect(one).not.toHaveProperty("outrankedBy");
  });

  test("an explained one carries what explains it, in its trace", () => {
    const explained = { status: "present", explainedBy: { cause: "drug" } } as const;
    const eular = inSet("eular-acr-2019", { fever: explained });
    const fever = eular.domains.flatMap(({ criteria }) => criteria).find(({ state }) => state === "explained");
    expect(fever?.trace).toMatchObject({
      kind: "present",
      finding: "fever",
      truth: "false",
      status: "present",
      explainedBy: { cause: "drug" },
      explainedAway: true,
    });
    const open = criterion("eular-acr-2019", fever?.id ?? "", { fever: "present" });
    expect(open?.trace).not.toHaveProperty("explainedBy");
    expect(open?.trace).not.toHaveProperty("explainedAway");
  });
});

describe("what a result says of the set", () => {
  test("no points for a domain of which nothing is met, and the weight of what counts for another", () => {
    const { domains } = inSet("eular-acr-2019", present("ana-1-80", "fever"));
    const points = domains.map((domain) => domain.points).filter((one) => one !== 0);
    expect(points).toEqual([2]);
    expect(
      domains.every((domain) => domain.points === 0 || domain.criteria.some(({ state }) => state === "counted")),
    ).toBe(true);
  });

  test("its cautions where they apply, with the finding that each is about", () => {
    for (const set of definitions.sets) {
      const none = inSet(set.id, {}).notices.map(({ code }) => code);
      const always = set.cautions.filter(({ when }) => !when).map(({ code }) => code);
      expect(none.filter((code) => code !== "no-exclusion-printed")).toEqual(always);
    }
    const about = definitions.sets.flatMap((set) =>
      set.cautions.flatMap((caution) =>
        caution.when?.kind === "present" ? [{ set, caution, when: caution.when }] : [],
      ),
    );
    for (const { set, caution, when } of about) {
      const said = inSet(set.id, present(when.finding)).notices.find(({ code }) => code === caution.code);
      expect(said?.message).toBe(caution.message);
      expect(said?.finding).toBe(caution.finding);
    }
  });

  test("what a caution or another reading is about", () => {
    const half = inSet("slicc-2012", { "proteinuria-500": "present", proteinuria: "absent" });
    expect(half.notices.find(({ code }) => code === "exactly-500-mg")?.finding).toBe("proteinuria-500");
    const finding = "interstitial-lung-disease";
    const explained = { status: "present", explainedBy: { cause: "drug" } } as const;
    const lung = inSet("slerpi", { [finding]: explained });
    expect(lung.score.value).toBe(0);
    expect(lung.notices.find(({ code }) => code === "explained-subtraction")?.finding).toBe(finding);
    const code = "explained-subtraction";
    expect(lung.otherReadings).toEqual([{ code, finding, value: -1, asAssessed: "not-classified" }]);
    for (const other of ["leukopenia", "delirium", "fever", "malar-rash"] as const)
      expect(inSet("slerpi", { [other]: explained })).not.toHaveProperty("otherReadings");
  });

  test("that a finding which something else explains adds nothing by itself, where it does not", () => {
    const explained = { status: "present", explainedBy: { cause: "other-disease" } } as const;
    const said = (findings: Findings) =>
      inSet("slicc-2012", findings).notices.filter(({ code }) => code === "no-exclusion-printed");
    const [coombs] = said({ "direct-coombs": explained, "hemolytic-anemia": "present" });
    expect(coombs?.message).toMatch(/by itself it adds nothing here\.$/);
    const [counts] = said({ "direct-coombs": explained, "hemolytic-anemia": "absent" });
    expect(counts?.message).toMatch(/counts although it has another explanation/);
  });

  test("the same as assessed, whether or not what could be is asked for", () => {
    const patients = definitions.examples.slice(0, 40);
    for (const { record } of patients) {
      const { facts } = interpret(record);
      const { results } = assess(record);
      if (!facts || !results) continue;
      for (const one of plan.sets) {
        const whole = results[one.set.id];
        if (!whole) throw new Error("a set is missing");
        const { asAssessed, entry, domains, rule } = whole;
        expect(evaluateAsAssessed(one, facts)).toEqual({ asAssessed, value: whole.score.value, entry, domains, rule });
        expect(rule.met === "true").toBe(asAssessed === "classified");
      }
    }
  });
});

describe("findings that are tied together", () => {
  const tied = (count: number) => {
    const findings = (Object.keys(definitions.findings) as FindingId[]).filter(
      (id) => !definitions.implications.some(({ from, to }) => from === id || to === id),
    );
    const of = findings.slice(0, count).map((finding) => ({ kind: "present", finding }) as const);
    const written = withRule("acr-1997", { kind: "scoreAtLeast", score: 1 });
    const [domain] = written.domains;
    const criterion = domain?.criteria[0];
    if (!domain || !criterion) throw new Error("the set has no criterion");
    const set = {
      ...written,
      domains: [{ ...domain, criteria: [{ ...criterion, when: { kind: "any", of } as const }] }],
    };
    return assessmentPlanOf({ ...definitions, assumptions: [], sets: [set] });
  };

  test("are refused in a number that would take minutes, and read up to it", () => {
    expect(() => assessBy(tied(21), recordOf({}))).toThrow("ties 21 findings together");
    expect(assessBy(tied(12), recordOf({})).results?.["acr-1997"]).toMatchObject({
      verdict: "undetermined",
      score: { lower: 0, upper: criterionWeight() },
    });
  });
});

describe("answers that contradict each other", () => {
  const wide = { kind: "present", finding: "hemolytic-anemia" } as const;
  const narrow = { kind: "present", finding: "hemolytic-anemia-with-reticulocytosis" } as const;
  const never = [narrow, { kind: "not", of: wide } as const];
  const only = (when: Condition) => {
    const written = withRule("acr-1997", { kind: "scoreAtLeast", score: 1 });
    const [domain] = written.domains;
    const criterion = domain?.criteria[0];
    if (!domain || !criterion) throw new Error("the set has no criterion");
    const set = { ...written, domains: [{ ...domain, criteria: [{ ...criterion, when }] }] };
    const found = assessBy(assessmentPlanOf({ ...definitions, sets: [set] }), recordOf({})).results?.[set.id];
    return found && { verdict: found.verdict, lower: found.score.lower, upper: found.score.upper, open: found.open };
  };

  test("are no way of answering, in whatever order they are read", () => {
    expect(definitions.implications).toContainEqual(
      expect.objectContaining({ from: narrow.finding, to: wide.finding }),
    );
    for (const parts of [never, never.toReversed()])
      expect(only({ kind: "all", of: parts })).toEqual({ verdict: "not-classified", lower: 0, upper: 0, open: [] });
  });

  test("make nothing open that is decided by the other finding", () => {
    const undetermined = { verdict: "undetermined", lower: 0, upper: 1 };
    for (const [decides, other] of [
      [narrow, wide],
      [wide, narrow],
    ] as const) {
      const both = { kind: "all", of: [decides, other] } as const;
      for (const parts of [
        [decides, both],
        [both, decides],
      ])
        expect(only({ kind: "any", of: parts })).toEqual({ ...undetermined, open: [decides.finding] });
    }
  });
});

const criterionWeight = () => definitions.sets.find(({ id }) => id === "acr-1997")?.domains[0]?.criteria[0]?.weight;
