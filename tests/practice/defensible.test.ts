import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { PracticeCase } from "../../criteria/practice/types.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { findingsRead } from "../../lib/definition/walk.ts";
import { recordOf } from "../../lib/practice/case.ts";
import { evaluated, readingsOf } from "../../lib/practice/defensible.ts";
import { keyOf } from "../../lib/practice/paper.ts";
import { type Reply, type Review, review } from "../../lib/practice/review.ts";

const caseOf = (id: string): PracticeCase => practice.cases.find((one) => one.id === id) ?? fail();
const setOf = (id: string) => definitions.sets.find((one) => one.id === id) ?? fail();

function reviewed(
  practiceCase: PracticeCase,
  setId: string,
  domains: Reply["domains"],
  verdict: Reply["verdict"],
  marks: Reply["marks"] = {},
): Review {
  const reply: Reply = { marks, domains, verdict, sure: 80 };
  return review(reply, practiceCase, setOf(setId), definitions, practice.misreadings, practice.derivation.priors);
}

const ones = (...domains: string[]) => Object.fromEntries(domains.map((domain) => [domain, 1]));

describe("a finding that a set counts whatever explains it", () => {
  const actor = caseOf("actor-voices");
  const without = ones("acute-or-subacute-cutaneous", "ana", "low-complement");
  const byTheLetter = { ...without, neurologic: 1 };

  test("counts by the letter, and the key says that it is disputed and what the other reading comes to", () => {
    const found = reviewed(actor, "slicc-2012", byTheLetter, "classified");
    expect(found).toMatchObject({ pointsAgree: true, verdictAgrees: true, objections: [] });
    expect(found.defensible).toEqual([
      expect.stringMatching(
        /^Neurologic: SLICC 2012 prints no exclusion that fits, so by the letter it counts psychosis, although explained by a drug \(prednisolone\); .* The other way it is 3 criteria, not classified: accepted as a reasoned objection\.$/,
      ),
    ]);
  });

  test("left out, with the verdict that follows, is a reasoned objection and is right", () => {
    const found = reviewed(actor, "slicc-2012", without, "not-classified", { "finding:psychosis": "explained" });
    expect(found).toMatchObject({ pointsAgree: true, verdictAgrees: true });
    expect(found.objections.map(({ finding }) => finding)).toEqual(["psychosis"]);
    expect(found.rules.filter(({ right }) => !right)).toEqual([]);
    expect(found.mentions.filter(({ agrees }) => !agrees)).toEqual([]);
    expect(found.domains.filter(({ agrees }) => !agrees)).toEqual([]);
    expect(found.recognition).toBeUndefined();
    // What the set cannot undo by the letter is open without the psychosis.
    expect(found.settled).toBe("Classified. Nothing that is not known could undo it.");
    expect(found.asItStands).toMatch(/^It cannot be said yet\. As it stands not classified\. Not known, /);
  });

  test("left out, with the verdict of the letter, is wrong, and what decides is said", () => {
    const found = reviewed(actor, "slicc-2012", without, "classified");
    expect(found).toMatchObject({ pointsAgree: true, verdictAgrees: false });
    expect(found.verdictWhy.join(" ")).toContain("3 criteria (4 or more needed): not reached.");
  });

  test("an objection beside a real mistake leaves the mistake one", () => {
    const found = reviewed(actor, "slicc-2012", { ...without, "anti-sm": 1 }, "classified");
    expect(found.pointsAgree).toBe(false);
    expect(found.domains.filter(({ agrees }) => !agrees).map(({ id }) => id)).toEqual(["anti-sm"]);
  });

  test("a wrong answer whose verdict is that of another reading, without its points, is not taken for it", () => {
    const reply = { serosal: 6, hematologic: 3, "complement-proteins": 3 };
    const found = reviewed(caseOf("carpenter-thyroid"), "eular-acr-2019", reply, "not-classified");
    expect(found).toMatchObject({ pointsAgree: false, verdictAgrees: false, objections: [] });
  });

  test("in every case, one domain wrong beside the other verdict is accepted only where it is a reading", () => {
    let tried = 0;
    for (const practiceCase of practice.cases) {
      const record = recordOf(practiceCase, definitions);
      for (const set of definitions.sets) {
        const readings = readingsOf(practiceCase, record, set, definitions);
        const [letter] = readings;
        if (!letter || readings.length === 1) continue;
        const { result } = evaluated(letter, definitions);
        const flipped = result.asAssessed === "classified" ? "not-classified" : "classified";
        if (flipped === result.verdict) continue;
        for (const { id, criteria } of set.domains) {
          for (const points of new Set([0, ...criteria.map(({ weight }) => weight)])) {
            const domains = { ...letter.answer.domains, [id]: points };
            const isReading = readings.some(({ answer }) =>
              set.domains.every((one) => (answer.domains[one.id] ?? 0) === (domains[one.id] ?? 0)),
            );
            if (isReading) continue;
            tried += 1;
            const reply: Reply = { marks: {}, domains, verdict: flipped, sure: 80 };
            const found = review(reply, practiceCase, set, definitions, [], practice.derivation.priors);
            const said = `${practiceCase.id}, ${set.id}, ${id} ${points}`;
            expect({ said, verdictAgrees: found.verdictAgrees, objections: found.objections }).toEqual({
              said,
              verdictAgrees: false,
              objections: [],
            });
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(100);
  });

  test("where every set excludes it, leaving it in is a mistake", () => {
    const carpenter = caseOf("carpenter-heparin");
    for (const set of definitions.sets) {
      expect(readingsOf(carpenter, recordOf(carpenter, definitions), set, definitions)).toHaveLength(1);
    }
  });

  test("several findings of one criterion are left out together", () => {
    const builder = caseOf("builder-cough");
    const found = reviewed(builder, "acr-1997", ones("ana"), "not-classified");
    expect(found).toMatchObject({ pointsAgree: true, verdictAgrees: true });
    expect(found.objections).toHaveLength(1);
  });

  test("is said in every key of every set that counts an explained finding", () => {
    let said = 0;
    for (const practiceCase of practice.cases) {
      for (const { set, why } of keyOf({ practiceCase, set: "slicc-2012" }, definitions)) {
        const readings = readingsOf(practiceCase, recordOf(practiceCase, definitions), set, definitions);
        const accepted = why.filter((line) => line.includes("accepted as a reasoned objection"));
        const points = new Set(readings.flatMap(({ objections }) => objections.map(({ says }) => says)));
        // Each point is said once, and with the others of a reading that rests on several.
        for (const point of points) expect(accepted.join(" ")).toContain(point);
        expect(accepted.length).toBeLessThanOrEqual(points.size);
        expect(why.some((line) => line.startsWith("Several of these together"))).toBe(accepted.length > 1);
        said += accepted.length;
      }
    }
    expect(said).toBeGreaterThan(8);
  });
});

describe("an item that a result reads in two ways", () => {
  test("an explained lung finding that would have subtracted may be subtracted", () => {
    const points = { alopecia: 1.5, arthritis: 2, leukopenia: 1.5, ana: 3, "interstitial-lung-disease": -1 };
    const found = reviewed(caseOf("miner-silica-lung"), "slerpi", points, "undetermined");
    expect(found.pointsAgree).toBe(true);
    expect(found.objections.map(({ finding }) => finding)).toEqual(["interstitial-lung-disease"]);
  });

  test("a ratio between the published equivalent of its unit and the exact conversion may be read either way", () => {
    const baker = caseOf("baker-ratio");
    const measurements = (baker.record.measurements ?? []).map((one) =>
      one.test === "urine-protein-creatinine-ratio" ? { ...one, value: 53 } : one,
    );
    const between = { ...baker, record: { ...baker.record, measurements } };
    const letter = reviewed(between, "eular-acr-2019", { mucocutaneous: 6, renal: 4 }, "classified");
    expect(letter).toMatchObject({ pointsAgree: true, objections: [] });
    const exact = reviewed(between, "eular-acr-2019", { mucocutaneous: 6 }, "undetermined");
    expect(exact).toMatchObject({ pointsAgree: true, verdictAgrees: true });
    expect(exact.objections).toHaveLength(1);
  });
});

describe("a judgment that can go both ways", () => {
  const arguable: PracticeCase = {
    ...caseOf("waitress-one-knee"),
    arguable: [
      {
        findings: ["leukopenia"],
        otherwise: { status: "present", explainedBy: { cause: "other", text: "Duffy-null count" } },
        says: "A count of 3.9 that was never higher may be hers.",
      },
    ],
  };

  test("is right either way, and the key gives both", () => {
    const one = reviewed(arguable, "eular-acr-2019", { mucocutaneous: 6, hematologic: 3 }, "not-classified");
    const other = reviewed(arguable, "eular-acr-2019", { mucocutaneous: 6 }, "not-classified");
    expect([one.pointsAgree, other.pointsAgree]).toEqual([true, true]);
    expect([one.objections.length, other.objections.length]).toEqual([0, 1]);
    expect(one.defensible[0]).toContain("may be hers. The other way it is 6 points, not classified");
  });
});

describe("a wrong verdict", () => {
  test("on right points names the conditions that decide", () => {
    const donor = reviewed(
      caseOf("donor-antibodies-only"),
      "eular-acr-2019",
      { "antiphospholipid-antibodies": 2, "complement-proteins": 4, "sle-specific-antibodies": 6 },
      "classified",
    );
    expect(donor.verdictWhy).toEqual(["At least one clinical criterion: not met, none counted."]);
    const route = reviewed(caseOf("librarian-biopsy-only"), "slicc-2012", ones("ana"), "not-classified");
    expect(route.verdictWhy.join(" ")).toMatch(/met by biopsy-proven lupus nephritis/);
  });

  test("of one that can be said says why it can be", () => {
    const nurse = reviewed(
      caseOf("nurse-red-cheeks"),
      "eular-acr-2019",
      { mucocutaneous: 6, musculoskeletal: 6 },
      "undetermined",
    );
    expect(nurse.verdictWhy[0]).toMatch(
      /^It can be said: whatever is not known turns out to be, the score lies between 12 and \d+/,
    );
    const gardener = reviewed(caseOf("gardener-summer-rash"), "eular-acr-2019", {}, "undetermined");
    expect(gardener.verdictWhy[0]).toBe("It can be said, since nothing that the set reads is open.");
  });
});

describe("why a verdict can be said", () => {
  const open = (practiceCase: PracticeCase, setId: string, findings: SleRecord["findings"]): Review => {
    const record: SleRecord = { format: "sle-record/1", ...(findings && { findings }) };
    return reviewed({ ...practiceCase, story: {}, record, otherwise: "unknown" }, setId, {}, "undetermined");
  };
  const others = (except: readonly FindingId[]) =>
    Object.fromEntries(
      (Object.keys(definitions.findings) as FindingId[])
        .filter((finding) => !except.includes(finding))
        .map((finding) => [finding, "absent"]),
    );

  test("is not that nothing is open where something is, which the score cannot show", () => {
    // Of a domain whose heaviest item counts, a lighter one changes nothing.
    const findings = { ...others(["fever", "leukopenia", "thrombocytopenia"]), thrombocytopenia: "present" } as const;
    const outranked = open(caseOf("nurse-red-cheeks"), "eular-acr-2019", { ...findings, fever: "absent" });
    expect(outranked.verdictWhy[0]).toBe(
      "It can be said: whatever is not known turns out to be, the score stays 4 and so does the answer.",
    );
    const nothing = open(caseOf("nurse-red-cheeks"), "eular-acr-2019", {
      ...findings,
      fever: "absent",
      leukopenia: "absent",
    });
    expect(nothing.verdictWhy[0]).toBe("It can be said, since nothing that the set reads is open.");
  });

  test("says that nothing is open in no case in which a finding that the set reads is not known", () => {
    let said = 0;
    for (const practiceCase of practice.cases) {
      const record = recordOf(practiceCase, definitions);
      for (const set of definitions.sets) {
        const [letter] = readingsOf(practiceCase, record, set, definitions);
        if (!letter || evaluated(letter, definitions).result.verdict === "undetermined") continue;
        const reply: Reply = { marks: {}, domains: letter.answer.domains, verdict: "undetermined", sure: 80 };
        const [first] = review(reply, practiceCase, set, definitions, [], practice.derivation.priors).verdictWhy;
        const isOpen = findingsRead(set).some((finding) => letter.facts[finding].status === "unknown");
        if (isOpen) expect(first, `${practiceCase.id}, ${set.id}`).toMatch(/^It can be said: whatever is not known /);
        said += Number(isOpen);
      }
    }
    expect(said).toBeGreaterThan(0);
  });
});

describe("the rules that a reply missed", () => {
  const missed = (id: string, set: string, domains: Reply["domains"], marks: Reply["marks"] = {}) =>
    reviewed(caseOf(id), set, domains, "classified", marks)
      .rules.filter(({ right }) => !right)
      .map(({ rule }) => rule.replace(`${set}/`, ""));

  test("too few points miss the one that counts, and not what was left out rightly", () => {
    expect(missed("cashier-bruises", "eular-acr-2019", { constitutional: 2, hematologic: 3 })).toEqual([
      "thrombocytopenia",
    ]);
  });

  test("added points miss what was added", () => {
    expect(missed("cashier-bruises", "eular-acr-2019", { constitutional: 2, hematologic: 7 })).toEqual(["leukopenia"]);
  });

  test("a mark that is right keeps its rule right in a domain whose points are wrong", () => {
    const rules = reviewed(
      caseOf("cashier-bruises"),
      "eular-acr-2019",
      { constitutional: 2, hematologic: 3 },
      "classified",
      { "test:white-cells": "outranked" },
    ).rules;
    expect(rules).toContainEqual({ rule: "eular-acr-2019/leukopenia", right: true });
  });
});

function fail(): never {
  throw new Error("not there");
}
