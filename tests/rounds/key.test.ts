/** What the key of a question says: what is right, by which reading and rules, and what each other answer mistook. */
import { describe, expect, test } from "vitest";
import type { Misreading } from "../../criteria/practice/types.ts";
import type { FindingId, ReferenceDefinitions, SleRecord } from "../../criteria/types.ts";
import { assess } from "../../lib/assess.ts";
import { criterionReason } from "../../lib/explain/reasons.ts";
import { inSentence } from "../../lib/explain/values.ts";
import { keptPlanOf } from "../../lib/practice/kept-plan.ts";
import { CAUSES } from "../../lib/record/causes.ts";
import { planOf } from "../../lib/rounds/plan.ts";
import type { Asks } from "../../lib/rounds/round.ts";
import { definitions, identity, practice, prepared } from "./support.ts";

type Given = Omit<SleRecord, "format">;

function planned(
  asks: Asks,
  given: Given,
  by: ReferenceDefinitions = definitions,
  misreadings: readonly Misreading[] = practice.misreadings,
) {
  const record: SleRecord = { format: "sle-record/1", ...given };
  const found = planOf(prepared([asks], { record }), by, misreadings, identity);
  if ("why" in found) throw new Error(found.why);
  const [question] = found.plan.questions;
  if (!question) throw new Error("one question");
  const mistakes = Object.fromEntries(question.choices.map(({ key, misreadings: some }) => [key, some]));
  return { ...question.key, mistakes, choices: question.choices };
}

const about = (finding: FindingId, given: Given) => planned({ kind: "finding", finding }, given);

const HERPES = { "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes" } } } as const;
const SEIZURE = { seizure: { status: "present", explainedBy: { cause: "drug" } } } as const;
const LOW = { measurements: [{ test: "platelets", value: 85, unit: "10*9/L" }] } as const;
const NORMAL = { measurements: [{ test: "platelets", value: 250, unit: "10*9/L" }] } as const;

/** How findings can be known, and what of it the key says before it gives the finding's definition. */
const KNOWN = {
  "not known": ["malar-rash", {}, "not known."],
  stated: [
    "malar-rash",
    { findings: { "malar-rash": "present" } },
    "present, and nothing is said to explain it better.",
  ],
  explained: [
    "oral-ulcers",
    { findings: HERPES },
    "present, and something other than SLE is said to explain it better.",
  ],
  "explained by one of some causes": [
    "seizure",
    { findings: SEIZURE },
    "present, and something other than SLE is said to explain it better.",
  ],
  denied: ["malar-rash", { findings: { "malar-rash": "absent" } }, "looked for and absent."],
  measured: ["thrombocytopenia", LOW, "present, and nothing is said to explain it better."],
  "measured and not met": ["thrombocytopenia", NORMAL, "not met by the values entered."],
  implied: [
    "hemolysis",
    { findings: { "hemolytic-anemia": "present" } },
    "present because hemolytic anemia is present, and nothing is said to explain it better.",
  ],
  "implied and explained": [
    "hemolysis",
    { findings: { "hemolytic-anemia": { status: "present", explainedBy: { cause: "drug" } } } },
    "present because hemolytic anemia is present, and something other than SLE is said to explain it better.",
  ],
  "implied absent": [
    "hemolytic-anemia",
    { findings: { hemolysis: "absent" } },
    "absent because evidence of hemolysis is absent.",
  ],
  assumed: [
    "nonerosive-arthritis",
    { findings: { "synovitis-2-joints": "present" } },
    "assumed present: taken as non-erosive until erosions are reported; nothing is said to explain it better. " +
      "Nobody answered it, so that not to tell is right as well.",
  ],
  "assumed and explained": [
    "nonerosive-arthritis",
    { findings: { "synovitis-2-joints": { status: "present", explainedBy: { cause: "infection" } } } },
    "assumed present: taken as non-erosive until erosions are reported; something other than SLE is said to explain " +
      "it better. Nobody answered it, so that not to tell is right as well.",
  ],
  "assumed absent": [
    "proteinuria-500",
    { findings: { proteinuria: "absent" } },
    "assumed absent: differs only for a value of exactly 500 mg. " +
      "Nobody answered it, so that not to tell is right as well.",
  ],
} as const satisfies Record<string, readonly [FindingId, Given, string]>;

type Way = keyof typeof KNOWN;

const known = (way: Way) => {
  const [finding, given] = KNOWN[way];
  return about(finding, given);
};

describe("the key of a question about a finding", () => {
  test.each(Object.entries(KNOWN))(
    "reads one that is %s as that, and gives its definition",
    (_, [finding, given, how]) => {
      const { label, definition } = definitions.findings[finding];
      expect(about(finding, given).reading).toBe(`${label}: ${how} ${definition}`);
    },
  );

  const NOT_HEEDED = "What explains the finding better was not heeded.";
  const EXPLAINED_AWAY = "The finding was explained away, and nothing in the record says so.";
  const TAKEN_AS_ABSENT =
    "A finding that the record has was taken as absent: a normal value later, or an explanation, does not unmake it.";
  const TAKEN_AS_OPEN = "A finding that the record settles was taken as not known.";
  const OTHER_CAUSE = "The finding was put down to a cause that the sets treat in another way.";
  const NOBODY_SETTLED = "A finding that nobody settled was taken as present.";
  const assumed = (status: string, as: string) =>
    `What is assumed to be ${status} was taken as ${as}, and nothing in the record says so.`;
  const absent = (how: string, as: string) => `A finding that ${how} was taken as ${as}.`;
  const LOOKED_FOR = "was looked for and is absent";

  test.each<readonly [Way, Readonly<Record<string, string | undefined>>]>([
    [
      "not known",
      {
        counts: NOBODY_SETTLED,
        "explained:drug": NOBODY_SETTLED,
        absent: "Not known was taken as absent.",
        "cannot-tell": undefined,
      },
    ],
    [
      "stated",
      { counts: undefined, "explained:drug": EXPLAINED_AWAY, absent: TAKEN_AS_ABSENT, "cannot-tell": TAKEN_AS_OPEN },
    ],
    [
      "measured",
      { counts: undefined, "explained:other": EXPLAINED_AWAY, absent: TAKEN_AS_ABSENT, "cannot-tell": TAKEN_AS_OPEN },
    ],
    [
      "explained",
      {
        counts: NOT_HEEDED,
        "explained:infection": undefined,
        "explained:drug": undefined,
        absent: TAKEN_AS_ABSENT,
        "cannot-tell": TAKEN_AS_OPEN,
      },
    ],
    [
      "explained by one of some causes",
      {
        counts: NOT_HEEDED,
        "explained:drug": undefined,
        "explained:metabolic": undefined,
        "explained:infection": OTHER_CAUSE,
      },
    ],
    [
      "denied",
      {
        counts: absent(LOOKED_FOR, "present"),
        "explained:drug": absent(LOOKED_FOR, "present"),
        absent: undefined,
        "cannot-tell": absent(LOOKED_FOR, "not known"),
      },
    ],
    [
      "measured and not met",
      {
        counts: absent("is not met by the values entered", "present"),
        absent: undefined,
        "cannot-tell": absent("is not met by the values entered", "not known"),
      },
    ],
    [
      "implied absent",
      { counts: absent("is absent because evidence of hemolysis is absent", "present"), absent: undefined },
    ],
    [
      "assumed",
      {
        counts: undefined,
        "cannot-tell": undefined,
        absent: assumed("present", "absent"),
        "explained:drug": EXPLAINED_AWAY,
      },
    ],
    [
      "assumed and explained",
      {
        counts: NOT_HEEDED,
        "cannot-tell": undefined,
        absent: assumed("present", "absent"),
        "explained:drug": undefined,
      },
    ],
    [
      "assumed absent",
      {
        counts: assumed("absent", "present"),
        "explained:drug": assumed("absent", "present"),
        "cannot-tell": undefined,
        absent: undefined,
      },
    ],
  ])("says what each other answer mistook of one that is %s", (way, mistaken) => {
    const { mistakes, right } = known(way);
    for (const [key, mistake] of Object.entries(mistaken)) {
      expect(mistakes[key], key).toEqual(mistake === undefined ? [] : [mistake]);
      expect(right.includes(key), key).toBe(mistake === undefined);
    }
  });

  test.each(["oral-ulcers", "leukopenia-twice", "ana-1-80", "fever"] as const)(
    "says of each answer to %s what the sets make of a record that says so",
    (finding) => {
      const others = { "malar-rash": "present", seizure: "present" } as const;
      for (const before of [{}, { [finding]: "present" }, { [finding]: "absent" }] as const) {
        for (const { key, consequences, contradicts } of about(finding, { findings: { ...others, ...before } })
          .choices) {
          const cause = CAUSES.find((one) => key === `explained:${one}`);
          const said = cause ? { status: "present", explainedBy: { cause } } : key === "absent" ? "absent" : "present";
          const findings = { ...others, ...(key !== "cannot-tell" && { [finding]: said }) } as Given["findings"];
          const { results } = assess(keptPlanOf(definitions), { format: "sle-record/1", findings: findings ?? {} });
          const expected = definitions.sets.map(({ id, short }) => {
            const { score, asAssessed } = results?.[id] ?? {};
            return {
              set: id,
              short,
              score: score?.value,
              threshold: score?.threshold,
              comparison: score?.comparison,
              asAssessed,
            };
          });
          expect(consequences.map(({ says: _, ...rest }) => rest)).toEqual(expected);
          expect(contradicts).toBeUndefined();
        }
      }
    },
  );

  test("says what each set makes of a present finding: what it counts for, what explains it, or what is asked for", () => {
    const rules = (finding: FindingId, given: Given) => about(finding, given).rules.map(({ says }) => says);
    const RASH = { "malar-rash": "present", "discoid-lupus": "present", "ana-1-80": "present" } as const;
    expect(rules("malar-rash", { findings: { ...RASH, ...HERPES } })).toEqual(Array(4).fill("Malar rash."));
    expect(rules("oral-ulcers", { findings: { ...RASH, ...HERPES } })).toEqual([
      "Explained by an infection (herpes).",
      "Explained by an infection (herpes).",
      "Oral ulcers, counted although explained by an infection (herpes).",
      "Explained by an infection (herpes).",
    ]);
    expect(rules("ana-1-80", { findings: RASH })[0]).toBe("Entry criterion.");
    expect(rules("fever", { findings: { ...RASH, fever: "present" } })).toEqual([
      "Fever.",
      "Fever is not in this set.",
      "Fever is not in this set.",
      "Fever is not in the score.",
    ]);
    expect(rules("direct-coombs", { findings: { ...RASH, "direct-coombs": "present" } })).toEqual([
      "Needs evidence of hemolysis as well.",
      "Direct Coombs test positive.",
      "Not in this set.",
      "Needs evidence of hemolysis as well.",
    ]);
  });

  test("names of each set the criteria that a finding does not count toward, absent or not known", () => {
    const titles = (set: string, finding: FindingId) =>
      definitions.sets
        .filter(({ id }) => id === set)
        .flatMap(({ domains }) => domains.flatMap(({ criteria }) => criteria))
        .filter(({ when }) => JSON.stringify(when).includes(`"${finding}"`))
        .map(({ title }) => inSentence(title));
    expect(titles("eular-acr-2019", "low-c3")).toHaveLength(2);
    for (const [finding, given, how] of [
      ["low-c3", { findings: { "low-c3": "absent" } }, "Absent"],
      ["low-c3", {}, "Not known"],
      ["thrombocytopenia", NORMAL, "Not met by the values entered"],
      ["proteinuria-500", { findings: { proteinuria: "absent" } }, "Assumed absent"],
    ] as const) {
      for (const { set, says } of about(finding, given).rules) {
        const toward = titles(set, finding).join(" and ");
        if (toward) expect(says).toBe(`${how}, so it does not count toward ${toward}.`);
        else expect(says).not.toMatch(/toward|not known/i);
      }
    }
  });

  test("says what an absent finding would keep from counting, where that is all that it does", () => {
    const sets = definitions.sets.map((set) => ({
      ...set,
      domains: set.domains.filter(({ id }) => set.id !== "slicc-2012" || id !== "hemolytic-anemia"),
    }));
    const says = (given: Given) =>
      planned({ kind: "finding", finding: "hemolytic-anemia" }, given, { ...definitions, sets }).rules[1]?.says;
    const keeps = "present, it would keep direct Coombs test from counting.";
    expect(says({ findings: { "hemolytic-anemia": "absent" } })).toBe(`Absent; ${keeps}`);
    expect(says({})).toBe(`Not known; ${keeps}`);
  });

  test("cites where the rules that read the finding were read, and no other", () => {
    for (const finding of ["fever", "oral-ulcers", "ana-1-80", "interstitial-lung-disease", "direct-coombs"] as const) {
      const expected = definitions.sets.flatMap(({ domains, attribution, ...rest }) => {
        const isIn = (part: unknown) => JSON.stringify(part).includes(`"finding":"${finding}"`);
        const own = domains.flatMap(({ criteria }) => criteria).filter(({ when }) => isIn(when));
        const gates = isIn([rest.entry?.when, rest.classifiedWhen]);
        return [...own.flatMap(({ source }) => source), ...(own.length > 0 || gates ? attribution.source : [])];
      });
      for (const given of [{}, { findings: { [finding]: "present" } }] as const)
        expect(about(finding, given).sources, finding).toEqual([
          ...new Set(expected.map((source) => definitions.sources[source].citation)),
        ]);
    }
  });
});

/** As many of a set as are asked for classify, or none does, whatever is present. */
const threshold = (title: string, set: string, score: number): Misreading => ({
  id: title,
  title,
  rule: "",
  sets: [set],
  changes: [{ kind: "threshold", is: ">=", score }],
});

const MISREAD = definitions.sets.flatMap(({ id }) => [
  threshold(`${id} by none`, id, 0),
  threshold(`${id} by a hundred`, id, 100),
]);

const FINDINGS = Object.keys(definitions.findings) as readonly FindingId[];
const NOTHING = Object.fromEntries(FINDINGS.map((finding) => [finding, "absent"]));

describe("the key of a question about a verdict", () => {
  const verdict = (set: string, given: Given) => planned({ kind: "verdict", set }, given, definitions, MISREAD);
  const setOf = (id: string) => {
    const set = definitions.sets.find((one) => one.id === id);
    if (!set) throw new Error(`${id} is registered`);
    return set;
  };
  const ENTERED = { ...NOTHING, "ana-1-80": "present", "malar-rash": "present" } as const;
  const AS_OPEN = "A settled verdict was taken as open: no answer that is still missing can change it.";
  const AS_FINAL = "The score so far was taken as final, although an answer that is missing could change it.";

  test.each(["eular-acr-2019", "slicc-2012", "acr-1997", "slerpi"])(
    "of %s says what is right, the score and the rule",
    (id) => {
      const set = setOf(id);
      const rule = inSentence(set.rule);
      const findings = { ...ENTERED, "ana-above-reference": "absent" } as const;
      const no = verdict(id, { findings });
      const value = assess(keptPlanOf(definitions), { format: "sle-record/1", findings }).results?.[id]?.score.value;
      // The answer stands before the reading, and is not said twice.
      expect([no.right, no.reading]).toEqual([["not-classified"], `Score ${value}; ${rule}`]);
      expect(no.rules).toEqual([{ set: id, short: set.short, says: set.rule }]);
      expect(no.sources).toEqual(set.citations.map((source) => definitions.sources[source].citation));
      expect(no.practice).toEqual(id === "eular-acr-2019" ? ["eular-acr-2019/entry"] : []);
    },
  );

  test("names what was misread to another verdict, and only that", () => {
    const none = { findings: { ...NOTHING, "ana-1-80": "present", fever: "present" } } as const;
    expect(verdict("acr-1997", none).mistakes).toEqual({
      classified: ["acr-1997 by none"],
      "not-classified": [],
      undetermined: [AS_OPEN],
    });
    // Without a biopsy, by which SLICC 2012 classifies whatever the score.
    const all = Object.fromEntries(
      FINDINGS.map((finding) => [finding, finding.startsWith("biopsy") ? "absent" : "present"]),
    );
    for (const { id } of definitions.sets) {
      const { right, mistakes, reading } = verdict(id, { findings: all });
      expect(right).toEqual(["classified"]);
      expect(mistakes).toEqual({ classified: [], "not-classified": [`${id} by a hundred`], undetermined: [AS_OPEN] });
      expect(reading).toMatch(/^Score \d/);
    }
  });

  test("is open as long as an answer can change it, and says how it stands", () => {
    const open = verdict("acr-1997", { findings: { "ana-1-80": "present", "malar-rash": "present" } });
    expect(open.right).toEqual(["undetermined"]);
    expect(open.reading).toBe(`Not classified so far; still open. Score 2; ${inSentence(setOf("acr-1997").rule)}`);
    expect(open.mistakes).toEqual({
      classified: ["acr-1997 by none"],
      "not-classified": [AS_FINAL],
      undetermined: [],
    });
    // What subtracts can still undo it.
    const over = {
      "ana-above-reference": "present",
      "malar-rash": "present",
      "subacute-cutaneous-lupus": "present",
    } as const;
    const undone = verdict("slerpi", { findings: { ...NOTHING, ...over, "interstitial-lung-disease": "unknown" } });
    expect(undone.right).toEqual(["undetermined"]);
    expect(undone.mistakes).toEqual({
      classified: [AS_FINAL],
      "not-classified": ["slerpi by a hundred"],
      undetermined: [],
    });
  });

  test("names the route by which a set classifies without its score", () => {
    const findings = { "ana-1-80": "present", "biopsy-lupus-nephritis": "present" } as const;
    const { right, reading } = verdict("slicc-2012", { findings });
    expect(right).toEqual(["classified"]);
    expect(reading).toBe(`Classified by biopsy. Score 1; ${inSentence(setOf("slicc-2012").rule)}`);
  });
});

describe("the key of a question about points", () => {
  const points = (set: string, domain: string, given: Given) => planned({ kind: "points", set, domain }, given);
  const by = (set: string, domain: string, criterion: string, given: Given) => {
    const record: SleRecord = { format: "sle-record/1", ...given };
    const own = definitions.sets.find(({ id }) => id === set);
    const found = assess(keptPlanOf(definitions), record)
      .results?.[set]?.domains.find(({ id }) => id === domain)
      ?.criteria.find(({ id }) => id === criterion);
    const title = own?.domains.find(({ id }) => id === domain)?.criteria.find(({ id }) => id === criterion)?.title;
    if (!own || !found || !title) throw new Error(`no ${criterion}`);
    const reason = criterionReason(found, own, { definitions, measurements: record.measurements ?? [] });
    return `${title}: ${inSentence(reason)}`;
  };

  test.each([
    // What counts, and what was outranked or explained; nothing else.
    [
      "renal",
      { findings: { "biopsy-class-3-or-4": "present", "biopsy-class-2-or-5": "present" } },
      10,
      ["biopsy-class-2-or-5", "biopsy-class-3-or-4"],
    ],
    ["renal", { findings: { proteinuria: "present", "biopsy-class-2-or-5": "absent" } }, 4, ["proteinuria"]],
    [
      "mucocutaneous",
      { findings: { ...HERPES, "malar-rash": "present" } },
      6,
      ["oral-ulcers", "acute-cutaneous-lupus"],
    ],
    ["mucocutaneous", { findings: HERPES }, 0, ["oral-ulcers"]],
    // Where nothing is met, why not.
    [
      "renal",
      { findings: { proteinuria: "absent" } },
      0,
      ["proteinuria", "biopsy-class-2-or-5", "biopsy-class-3-or-4"],
    ],
  ] as const)("says what they are, and by which criteria: %#", (domain, given, right, criteria) => {
    const set = definitions.sets.find(({ id }) => id === "eular-acr-2019");
    const own = set?.domains.find(({ id }) => id === domain);
    const key = points("eular-acr-2019", domain, given);
    const told = criteria.map((criterion) => by("eular-acr-2019", domain, criterion, given));
    expect(key.right).toEqual([`points:${right}`]);
    expect(key.reading).toBe(`EULAR/ACR 2019 gives ${right} for ${inSentence(own?.title ?? "")}. ${told.join(" ")}`);
    expect(key.rules).toEqual([{ set: set?.id, short: set?.short, says: set?.rule }]);
    expect(key.practice).toEqual(own?.criteria.map(({ id }) => `eular-acr-2019/${id}`));
    const cited = own?.criteria.flatMap(({ source }) => source) ?? [];
    expect(key.sources).toEqual([...new Set(cited)].map((source) => definitions.sources[source].citation));
  });

  test("that are taken off are written with the same sign everywhere", () => {
    const key = points("slerpi", "interstitial-lung-disease", { findings: { "interstitial-lung-disease": "present" } });
    expect(key.right).toEqual(["points:-1"]);
    expect(key.choices.find((one) => one.key === "points:-1")?.label).toBe("−1");
    expect(key.reading).toMatch(/^SLERPI gives −1 for interstitial lung disease\. /);
  });

  test("of a set or a domain that is not there cannot be asked for", () => {
    expect(() => points("no-such-set", "renal", {})).toThrow("there is no set no-such-set");
    expect(() => points("slerpi", "no-such-domain", {})).toThrow("slerpi has no domain no-such-domain");
  });
});

test("a round about a record with a mistake is refused with the mistake, not with what is only doubted", () => {
  const record: SleRecord = {
    format: "sle-record/1",
    measurements: [
      { test: "c3", value: 50, unit: "mg/dL", low: 180, high: 90 },
      { test: "platelets", value: -4, unit: "10*9/L" },
    ],
  };
  const { issues } = assess(keptPlanOf(definitions), record);
  expect(issues.map(({ severity }) => severity)).toEqual(["error", "warning"]);
  const found = planOf(prepared([{ kind: "verdict", set: "slerpi" }], { record }), definitions, [], identity);
  expect(found).toEqual({ why: issues[0]?.message });
});
