import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Classification, FindingId, ReferenceSet, SleRecord, Statement } from "../../criteria/types.ts";
import { resultSchema } from "../../lib/api/result-schema.ts";
import { fullNote, shortNote } from "../../lib/explain/notes.ts";
import { evaluate } from "../../lib/scoring/evaluate.ts";
import { planOf } from "../../lib/scoring/plan.ts";
import type { SetNotice } from "../../lib/scoring/result.ts";
import { assess, interpret } from "../support/assess.ts";

const explained = (cause: "drug" | "infection" | "other-disease"): Statement => ({
  status: "present",
  explainedBy: { cause },
});

type Findings = NonNullable<SleRecord["findings"]>;

function recordOf(findings: Findings): SleRecord {
  return { format: "sle-record/1", findings };
}

function inSet(set: string, findings: Findings) {
  const result = assess(recordOf(findings)).results?.[set];
  if (!result) throw new Error("the record has an error");
  return result;
}

function printed(set: string, findings: Findings): readonly SetNotice[] {
  return inSet(set, findings).notices.filter(({ code }) => code === "no-exclusion-printed");
}

/** Three criteria of SLICC 2012, one of them immunologic. */
const three: Findings = { "ana-above-reference": "present", "oral-ulcers": "present", thrombocytopenia: "present" };

describe("an explained finding that counts because no exclusion is printed", () => {
  test("decides when the score falls below the threshold without it", () => {
    const [notice, ...others] = printed("slicc-2012", { ...three, seizure: explained("drug") });
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ finding: "seizure", decides: true });
    expect(notice?.message).toMatch(
      /prints no exclusion for it\. It decides the outcome: without it the score would be 3: not classified\.$/,
    );
  });

  test("does not decide when enough is left, nor when it was never enough", () => {
    for (const more of [{ "low-c3": "present" }, { "oral-ulcers": "absent" }] as const) {
      const [notice] = printed("slicc-2012", { ...three, seizure: explained("drug"), ...more });
      expect(notice).not.toHaveProperty("decides");
      expect(notice).not.toHaveProperty("decidesWith");
      expect(notice?.message).toMatch(/prints no exclusion for it\.$/);
    }
  });

  test("decides when it is the only criterion of its kind, although the score would be enough", () => {
    const findings: Findings = {
      "anti-sm": explained("other-disease"),
      "oral-ulcers": "present",
      thrombocytopenia: "present",
      leukopenia: "present",
      "malar-rash": "present",
    };
    const [notice] = printed("slicc-2012", findings);
    expect(notice).toMatchObject({ finding: "anti-sm", decides: true });
    expect(notice?.message).toMatch(/without it the score would be 4: not classified/);
  });

  test("decides through a route", () => {
    const findings: Findings = { "ana-above-reference": explained("drug"), "biopsy-lupus-nephritis": "present" };
    expect(inSet("slicc-2012", findings).asAssessed).toBe("classified");
    expect(printed("slicc-2012", findings)).toMatchObject([{ finding: "ana-above-reference", decides: true }]);
    const both: Findings = { ...findings, "anti-dsdna-slicc": "present" };
    expect(printed("slicc-2012", both)[0]).not.toHaveProperty("decides");
  });

  test("decides in every set that counts explained findings", () => {
    const findings: Findings = {
      "nonerosive-arthritis": explained("other-disease"),
      "malar-rash": "present",
      photosensitivity: "present",
      "ana-above-reference": "present",
    };
    expect(printed("acr-1997", findings)).toMatchObject([{ finding: "nonerosive-arthritis", decides: true }]);
  });

  test("never decides where no explained finding counts", () => {
    for (const set of ["eular-acr-2019", "slerpi"]) {
      expect(printed(set, { ...three, "ana-1-80": "present", seizure: explained("drug") })).toEqual([]);
    }
  });

  test("decides by a route, where the score does not matter", () => {
    const record: SleRecord = {
      format: "sle-record/1",
      findings: {
        "biopsy-lupus-nephritis": "present",
        "ana-above-reference": { status: "present", explainedBy: { cause: "drug" } },
      },
    };
    const [notice] = assess(record).results?.["slicc-2012"]?.notices ?? [];
    expect(notice?.message).toMatch(
      /It decides the outcome: without it the score would be 0, and classification by biopsy would not hold: not classified\.$/,
    );
  });

  test("decides together with others when the outcome stands without each and falls without all", () => {
    const joints: Findings = {
      ...three,
      "synovitis-2-joints": explained("other-disease"),
      "tender-joints-with-stiffness": explained("other-disease"),
    };
    const notices = printed("slicc-2012", joints);
    expect(notices).toMatchObject([
      { finding: "synovitis-2-joints", decidesWith: ["tender-joints-with-stiffness"] },
      { finding: "tender-joints-with-stiffness", decidesWith: ["synovitis-2-joints"] },
    ]);
    for (const notice of notices) {
      expect(notice).not.toHaveProperty("decides");
      expect(notice.message).toMatch(
        /Together with .* (it decides|they decide) the outcome: without them the score would be 3: not/,
      );
    }
    const apart: Findings = { ...three, seizure: explained("drug"), "proteinuria-500": explained("other-disease") };
    expect(printed("slicc-2012", apart)).toMatchObject([
      { finding: "proteinuria-500", decidesWith: ["seizure"] },
      { finding: "seizure", decidesWith: ["proteinuria-500"] },
    ]);
  });

  test("speaks of several things in the plural, and of one in the singular", () => {
    const words = (findings: Findings) => printed("slicc-2012", findings).map(({ message }) => message);
    const prints = "SLICC 2012 prints no exclusion for";
    expect(words({ ...three, "red-cell-casts": explained("infection") })).toEqual([
      `Red cell casts count although they have another explanation: ${prints} them. They decide the outcome: without them the score would be 3: not classified.`,
    ]);
    expect(words({ ...three, "red-cell-casts": explained("infection"), seizure: explained("drug") })).toEqual([
      `Red cell casts count although they have another explanation: ${prints} them. Together with seizure they decide the outcome: without them the score would be 3: not classified.`,
      `Seizure counts although it has another explanation: ${prints} it. Together with red cell casts it decides the outcome: without them the score would be 3: not classified.`,
    ]);
  });

  test("of four and more decide together when it takes all of them", () => {
    const findings: Findings = {
      "ana-above-reference": "present",
      seizure: explained("drug"),
      psychosis: explained("drug"),
      myelitis: explained("infection"),
      "low-c3": "present",
      "oral-ulcers": "present",
    };
    expect(printed("slicc-2012", findings).map(({ decidesWith = [] }) => decidesWith.length)).toEqual([2, 2, 2]);
    const wide: Findings = { ...findings, "low-c3": explained("other-disease"), "low-c4": explained("other-disease") };
    const largest: Findings = { ...wide, "anti-sm": "present" };
    expect(inSet("slicc-2012", largest).score.value).toBe(5);
    expect(printed("slicc-2012", largest).every(({ decidesWith = [] }) => decidesWith.length === 4)).toBe(true);
  });

  test.each([
    ["few", {}],
    ["many", { "low-c4": explained("infection"), "low-ch50": explained("infection") }],
  ] as const)(
    "that decides alone is the only one named, though more than three others decide together: %s",
    (_, more) => {
      const other = explained("infection");
      const findings: Findings = {
        seizure: other,
        "direct-coombs": other,
        "ana-above-reference": other,
        "anti-dsdna-slicc": other,
        "anti-sm": other,
        "low-c3": other,
        "lupus-anticoagulant": other,
        ...more,
      };
      expect(inSet("slicc-2012", findings)).toMatchObject({ asAssessed: "classified", score: { value: 7 } });
      const notices = printed("slicc-2012", findings);
      expect(notices).toHaveLength(Object.keys(findings).length);
      expect(notices.flatMap(({ finding, decides }) => (decides ? [finding] : []))).toEqual(["seizure"]);
      expect(notices.filter(({ decidesWith }) => decidesWith)).toEqual([]);
    },
  );

  test("decide in every group up to eight of them", () => {
    const other = explained("infection");
    const findings: Findings = {
      seizure: other,
      "proteinuria-500": other,
      "synovitis-2-joints": other,
      "direct-coombs": other,
      "ana-above-reference": other,
      "anti-sm": other,
      psychosis: other,
      "red-cell-casts": other,
    };
    // Six items, two of them by two findings: four are enough, and of those with one finding any three are needed.
    expect(inSet("slicc-2012", findings).score.value).toBe(6);
    const notices = printed("slicc-2012", findings);
    expect(notices).toHaveLength(8);
    const groups = new Set(
      notices.flatMap(({ finding, decidesWith }) => (decidesWith ? [[finding, ...decidesWith].sort().join(" ")] : [])),
    );
    expect([...groups].every((group) => group.split(" ").length === 3)).toBe(true);
    expect(
      notices
        .filter(({ decidesWith }) => decidesWith)
        .map(({ finding }) => finding)
        .sort(),
    ).toEqual(["ana-above-reference", "anti-sm", "direct-coombs", "synovitis-2-joints"].sort());
  });

  test("decide in every group of two or three that is enough, not only in one of them", () => {
    const infected = explained("infection");
    const two: Findings = { "ana-above-reference": "present", "oral-ulcers": "present" };
    const five: Findings = { ...two, seizure: infected, "proteinuria-500": infected, "synovitis-2-joints": infected };
    expect(inSet("slicc-2012", five).score.value).toBe(5);
    expect(printed("slicc-2012", five).map(({ decidesWith = [] }) => decidesWith.length)).toEqual([1, 1, 1]);
    const six: Findings = { ...five, "low-c3": infected };
    expect(printed("slicc-2012", six).map(({ decidesWith = [] }) => decidesWith.length)).toEqual([2, 2, 2, 2]);
  });

  test("of a great many are looked at too, and those that are not needed are left out", () => {
    const many = [
      "synovitis-2-joints",
      "proteinuria-500",
      "red-cell-casts",
      "seizure",
      "psychosis",
      "hemolytic-anemia",
      "ana-above-reference",
      "anti-dsdna-slicc",
      "anti-sm",
      "low-c3",
      "low-c4",
    ] as const;
    const findings: Findings = Object.fromEntries(many.map((finding) => [finding, explained("infection")]));
    const notices = printed("slicc-2012", findings);
    expect(notices).toHaveLength(many.length);
    const [first] = notices.filter(({ decidesWith }) => decidesWith);
    const group = [first?.finding, ...(first?.decidesWith ?? [])];
    const without = (lost: readonly (string | undefined)[]) =>
      inSet("slicc-2012", { ...findings, ...Object.fromEntries(lost.map((finding) => [finding, "absent"])) })
        .asAssessed;
    expect(inSet("slicc-2012", findings).asAssessed).toBe("classified");
    expect(without(group)).toBe("not-classified");
    for (const spared of group) expect(without(group.filter((one) => one !== spared))).toBe("classified");
  });
});

describe("what a notice says decides is what reassessing finds", () => {
  const POOL = {
    "slicc-2012": [
      "seizure",
      "psychosis",
      "proteinuria-500",
      "red-cell-casts",
      "synovitis-2-joints",
      "tender-joints-with-stiffness",
      "ana-above-reference",
      "anti-dsdna-slicc",
      "anti-sm",
      "low-c3",
      "hemolytic-anemia",
      "direct-coombs",
      "biopsy-lupus-nephritis",
      "malar-rash",
    ],
    "acr-1997": [
      "malar-rash",
      "photosensitivity",
      "oral-ulcers",
      "nonerosive-arthritis",
      "pleuritic-pain",
      "pleural-rub",
      "red-cell-casts",
      "seizure",
      "thrombocytopenia",
      "anti-sm",
      "ana-above-reference",
    ],
  } as const satisfies Record<string, readonly FindingId[]>;

  /** The same numbers in every run. */
  function* numbers(): Generator<number> {
    for (let state = 7; ; state = (state * 48271) % 2147483647) yield state / 2147483647;
  }

  // A few first, which mostly say at once what is wrong.
  test.each([
    ["slicc-2012", 50],
    ["acr-1997", 50],
    ["slicc-2012", 400],
    ["acr-1997", 400],
  ] as const)("%s, %d records", (set, rounds) => {
    const random = numbers();
    const next = () => random.next().value as number;
    const seen = { alone: 0, together: 0, not: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const findings: Findings = Object.fromEntries(
        POOL[set].flatMap((finding): [FindingId, Statement][] => {
          const given = next();
          if (given < 0.45) return [];
          return [[finding, given < 0.75 ? { status: "present" } : explained(next() < 0.5 ? "drug" : "infection")]];
        }),
      );
      const outcome = inSet(set, findings).asAssessed;
      const changesWithout = (lost: readonly FindingId[]) =>
        inSet(set, { ...findings, ...Object.fromEntries(lost.map((finding) => [finding, "absent"])) }).asAssessed !==
        outcome;
      const notices = printed(set, findings);
      for (const { finding, decides, decidesWith } of notices) {
        if (!finding) throw new Error("a notice names its finding");
        expect(decides === true, JSON.stringify(findings)).toBe(changesWithout([finding]));
        if (decidesWith) {
          const group = [finding, ...decidesWith];
          expect(changesWithout(group), JSON.stringify(findings)).toBe(true);
          for (const spared of group) expect(changesWithout(group.filter((one) => one !== spared))).toBe(false);
        }
        seen[decides ? "alone" : decidesWith ? "together" : "not"] += 1;
      }
      if (notices.length > 0 && changesWithout(notices.flatMap(({ finding }) => finding ?? []))) {
        expect(notices.some(({ decides, decidesWith }) => decides || decidesWith)).toBe(true);
      }
    }
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(rounds / 40);
  });
});

describe("a notice that decides is said beside the verdict", () => {
  const record = recordOf({ ...three, seizure: explained("drug") });
  const result = assess(record);
  const subject = { record, result, definitions, version: "1" };
  const message = result.results?.["slicc-2012"]?.notices[0]?.message ?? "";

  test("in the opening lines of a short note, before what counted", () => {
    const note = shortNote(subject);
    expect(note.indexOf(message)).toBeGreaterThan(0);
    expect(note.indexOf(message)).toBeLessThan(note.indexOf("Counted in "));
  });

  test("once in a full note, under the score", () => {
    const lines = fullNote(subject).split("\n");
    const said = lines.flatMap((line, position) => (line.includes(message) ? [position] : []));
    expect(said).toHaveLength(1);
    expect(lines[(said[0] ?? 0) - 1]).toMatch(/^ {2}Score: /);
  });

  test("and what does not decide is not", () => {
    const more = recordOf({ ...record.findings, "low-c3": "present" });
    const note = shortNote({ ...subject, record: more, result: assess(more) });
    expect(note).not.toMatch(/no exclusion/);
  });

  test("as the description of a result allows", () => {
    const schema = resultSchema(definitions);
    expect(schema.safeParse(result).error).toBeUndefined();
    const together = recordOf({ ...three, seizure: explained("drug"), psychosis: explained("drug") });
    expect(schema.safeParse(assess(together)).error).toBeUndefined();
  });
});

describe("in a set whose entry criterion and route read what no criterion does", () => {
  const slicc = definitions.sets.find(({ id }) => id === "slicc-2012");
  const entry = definitions.sets.find((one) => one.entry)?.entry;
  const [domain] = slicc?.domains ?? [];
  const [criterion] = domain?.criteria ?? [];
  if (!slicc || !entry || !domain || !criterion) throw new Error("a set is missing");
  const present = (finding: FindingId) => ({ kind: "present", finding }) as const;
  const routeBy = (finding: FindingId): Classification => {
    const when = { kind: "all", of: [present(finding), present("fever")] } as const;
    const route = { kind: "route", title: "A route", by: "route", when } as const;
    return { kind: "anyOf", of: [{ kind: "scoreAtLeast", score: 5 }, route] };
  };
  const set: ReferenceSet = {
    ...slicc,
    cautions: [],
    entry: { ...entry, when: present("psychosis") },
    domains: [{ ...domain, criteria: [{ ...criterion, when: present("seizure") }] }],
    classifiedWhen: routeBy("myelitis"),
  };
  const said = (findings: Findings) => {
    const { facts } = interpret(recordOf(findings));
    if (!facts) throw new Error("the record has an error");
    return evaluate(planOf(set, definitions), facts).notices.map(({ finding, message }) => [
      finding,
      message.includes("by itself it adds nothing") ? "adds nothing" : "counts",
    ]);
  };
  const all: Findings = {
    seizure: explained("drug"),
    psychosis: explained("drug"),
    myelitis: explained("infection"),
    fever: "present",
  };

  test("a finding counts that helps either", () => {
    expect(said(all)).toEqual([
      ["seizure", "counts"],
      ["psychosis", "counts"],
      ["myelitis", "counts"],
    ]);
  });

  test("of several things that add nothing is said so in the plural", () => {
    const withCasts = { ...set, classifiedWhen: routeBy("red-cell-casts") };
    const { facts } = interpret(recordOf({ "red-cell-casts": explained("infection") }));
    if (!facts) throw new Error("the record has an error");
    expect(evaluate(planOf(withCasts, definitions), facts).notices.map(({ message }) => message)).toEqual([
      `Red cell casts have another explanation, for which ${set.short} prints no exclusion; by themselves they add nothing here.`,
    ]);
  });

  test("and adds nothing where the route is not met", () => {
    expect(said({ ...all, fever: "absent" })).toEqual([
      ["seizure", "counts"],
      ["psychosis", "counts"],
      ["myelitis", "adds nothing"],
    ]);
  });
});
