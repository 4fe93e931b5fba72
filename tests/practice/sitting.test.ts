import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { PracticeCase } from "../../criteria/practice/types.ts";
import type { CriteriaSet } from "../../criteria/types.ts";
import { lintCase } from "../../lib/check/cases.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { answerOf } from "../../lib/practice/answer.ts";
import { recordOf } from "../../lib/practice/case.ts";
import { misreadingNamed, misreadingsOf } from "../../lib/practice/derived.ts";
import { isPracticed, misread } from "../../lib/practice/misread.ts";
import { flashcards, keyOf, keySentence } from "../../lib/practice/paper.ts";
import { type Reply, review } from "../../lib/practice/review.ts";
import { rulesReading } from "../../lib/practice/rules.ts";
import { caseById, casesOf, queryOf, type SittingWish, wishOf } from "../../lib/practice/sitting.ts";
import type { Verdict } from "../../lib/scoring/result.ts";
import { assess } from "../support/assess.ts";

const wishes: readonly SittingWish[] = [
  { kind: "written", set: "slicc-2012", cases: ["nurse-red-cheeks", "roofer-plaques"] },
  { kind: "misreading", set: "slicc-2012", misreading: "coombs-with-anemia", count: 3 },
  { kind: "seed", set: "slerpi", seed: "class of may", count: 10, difficulty: 3 },
  { kind: "rules", set: "acr-1997", rules: ["acr-1997/arthritis"], seed: "7", count: 3, difficulty: 1 },
];

function verdictOf(practiceCase: PracticeCase, set: CriteriaSet): Verdict {
  return assess(recordOf(practiceCase, definitions)).results?.[set.id]?.verdict ?? fail();
}

describe("a sitting", () => {
  test.each(wishes.map((wish) => [wish.kind, wish] as const))("%s: its address holds all of it", (_, wish) => {
    expect(wishOf(new URLSearchParams(queryOf(wish)), definitions)).toEqual(wish);
  });

  test("the same address gives the same paper", () => {
    for (const wish of wishes)
      expect(casesOf(wish, practice, definitions)).toEqual(casesOf(wish, practice, definitions));
  });

  test("a seed gives as many cases as asked for, on different rules of the set", () => {
    const cases = casesOf(wishes[2] ?? fail(), practice, definitions);
    expect(cases).toHaveLength(10);
    expect(new Set(cases.map(({ rule }) => rule)).size).toBe(10);
    expect(cases.every(({ set }) => set === "slerpi")).toBe(true);
  });

  test("a misreading leads to the cases whose answer it changes", () => {
    const cases = casesOf(wishes[1] ?? fail(), practice, definitions);
    expect(cases.map(({ practiceCase }) => practiceCase.id)).toEqual([
      "weaver-pale",
      "tailor-warm-anemia",
      "beekeeper-anemia",
    ]);
    const elsewhere = { kind: "misreading", set: "acr-1997", misreading: "coombs-with-anemia", count: 3 } as const;
    expect(casesOf(elsewhere, practice, definitions)).toEqual([]);
  });

  /** The cases that lead from a misreading, each with another answer by it. */
  function casesFor(set: CriteriaSet, misreading: string): readonly PracticeCase[] {
    const found = casesOf({ kind: "misreading", set: set.id, misreading, count: 2 }, practice, definitions);
    const named = misreadingNamed(misreading, set.id, definitions, practice) ?? fail();
    for (const { practiceCase } of found) {
      const record = recordOf(practiceCase, definitions);
      const view = misread({ record, set, definitions }, named);
      const wrong = answerOf(view.record, view.set, view.definitions);
      expect(wrong, practiceCase.id).not.toEqual(answerOf(record, set, definitions));
    }
    return found.map(({ practiceCase }) => practiceCase);
  }

  test("every misreading leads to a case in which it gives another answer, whatever its kind", () => {
    for (const set of definitions.sets) {
      const derived = misreadingsOf(set, definitions, practice).filter(isPracticed);
      for (const { id } of derived.filter((_, position) => position % 45 === 7)) {
        expect(casesFor(set, id).length, `${set.id} ${id}`).toBeGreaterThan(0);
      }
      expect(
        casesOf({ kind: "misreading", set: set.id, misreading: "sum-wrong", count: 2 }, practice, definitions),
      ).toEqual([]);
    }
  });

  test.each([
    ["eular-acr-2019", "add-within:neuropsychiatric"],
    ["eular-acr-2019", "limit-equal:anticardiolipin-igm"],
    ["eular-acr-2019", "convert:urine-protein-creatinine-ratio"],
    ["slicc-2012", "route-by:anti-sm:anti-dsdna-slicc"],
    ["acr-1997", "explained-left-out:pleural-rub"],
    ["slerpi", "counted-as:leg-edema:proteinuria"],
  ])("where no written case tells, one is made for it, and found again by its name: %s %s", (id, misreading) => {
    const set = definitions.sets.find((one) => one.id === id) ?? fail();
    const [made] = casesFor(set, misreading);
    expect(made?.id).toBe(`1~${id}~${misreading}~made`);
    expect(caseById(made?.id ?? "", practice, definitions)).toEqual(made);
    expect(made && lintCase(made, definitions)).toEqual([]);
  });

  test("a rule alone is enough of an address, and so is a finding", () => {
    expect(wishOf(new URLSearchParams("rule=slerpi/alopecia"), definitions)).toMatchObject({
      kind: "rules",
      set: "slerpi",
      rules: ["slerpi/alopecia"],
    });
    const finding = wishOf(new URLSearchParams("finding=fever"), definitions);
    expect(finding).toMatchObject({ kind: "rules", rules: ["eular-acr-2019/fever"] });
    expect(rulesReading("pleurisy-over-1-day", definitions).map(({ id }) => id)).toContain("acr-1997/serositis");
  });

  test.each(["", "rule=none/such", "finding=none", "set=slerpi"])("the query %j names no cases", (query) => {
    expect(wishOf(new URLSearchParams(query), definitions)).toBeUndefined();
  });

  test("what is kept with every answer is cut to a length that can be read back", () => {
    const long = "x".repeat(500);
    expect(wishOf(new URLSearchParams({ seed: long }), definitions)).toMatchObject({ seed: "x".repeat(80) });
    expect(wishOf(new URLSearchParams({ cases: `${long},`.repeat(200) }), definitions)).toMatchObject({
      cases: Array.from({ length: 50 }, () => "x".repeat(80)),
    });
  });

  test("a count that cannot be is brought into bounds", () => {
    expect(wishOf(new URLSearchParams("seed=1&n=9999&difficulty=8"), definitions)).toMatchObject({
      count: 50,
      difficulty: 2,
    });
    expect(wishOf(new URLSearchParams("seed=1&n=-3"), definitions)).toMatchObject({ count: 10 });
  });
});

describe("a case by its id", () => {
  test("is found whether it was written or generated, as shown or as the twin", () => {
    const [first] = casesOf(
      { kind: "seed", set: "slerpi", seed: "a~b", count: 1, difficulty: 3 },
      practice,
      definitions,
    );
    const twins = [first?.practiceCase, first?.twin];
    for (const one of [...practice.cases.slice(0, 3), ...twins]) {
      expect(caseById(one?.id ?? fail(), practice, definitions)).toEqual(one);
    }
  });

  test.each(["", "none", "1~2~slerpi/none~a", "1~9~slerpi/ana~a", "1~2~slerpi/ana~c"])("%j names none", (id) => {
    expect(caseById(id, practice, definitions)).toBeUndefined();
  });
});

describe("the review of a reply", () => {
  const one = practice.cases.find(({ id }) => id === "cashier-bruises") ?? fail();
  const set = definitions.sets[0] ?? fail();
  const reviewed = (reply: Partial<Reply>) =>
    review(
      { marks: {}, domains: {}, verdict: "not-classified", sure: 80, ...reply },
      one,
      set,
      definitions,
      practice.misreadings,
      practice.derivation.priors,
    );

  test("a right reply agrees in every domain and in the verdict", () => {
    for (const practiceCase of practice.cases) {
      for (const each of definitions.sets) {
        const answer = answerOf(recordOf(practiceCase, definitions), each, definitions) ?? fail();
        const reply: Reply = { marks: {}, domains: answer.domains, verdict: verdictOf(practiceCase, each), sure: 90 };
        const found = review(reply, practiceCase, each, definitions, practice.misreadings, practice.derivation.priors);
        expect(found.verdictAgrees).toBe(true);
        expect(found.recognition?.agrees).toBe(true);
        expect(found.domains.filter(({ given, points }) => given !== points)).toEqual([]);
        expect(found.rules.filter(({ right }) => !right)).toEqual([]);
      }
    }
  });

  test("names the mistake, the domain and the rules that a wrong reply got wrong", () => {
    const found = reviewed({ domains: { constitutional: 2, hematologic: 11 } });
    expect(found.recognition?.singles.map(({ id }) => id)).toContain("blood-counts-added");
    expect(found.domains.find(({ id }) => id === "hematologic")).toMatchObject({ given: 11, points: 4 });
    expect(found.rules).toContainEqual({ rule: `${set.id}/leukopenia`, right: false });
    expect(found.rules).toContainEqual({ rule: `${set.id}/fever`, right: true });
  });

  test("gives every mention an expected mark and a reason", () => {
    for (const practiceCase of practice.cases) {
      for (const each of definitions.sets) {
        const found = review(
          { marks: {}, domains: {}, verdict: "not-classified", sure: 50 },
          practiceCase,
          each,
          definitions,
          [],
          practice.derivation.priors,
        );
        for (const { reason } of found.mentions) expect(reason).not.toBe("");
      }
    }
  });

  test("keeps what was marked beside what was expected", () => {
    const { mentions } = reviewed({ marks: { "test:white-cells": "counts" } });
    expect(mentions.find(({ mention }) => mention.key === "test:white-cells")).toMatchObject({
      given: "counts",
      expected: { outcome: "outranked", criterion: "leukopenia" },
    });
  });
});

describe("on paper", () => {
  const cases = casesOf(wishes[0] ?? fail(), practice, definitions);

  test("the key states the total, the verdict and the points of each set", () => {
    const lines = keyOf(cases[0] ?? fail(), definitions).map(keySentence);
    expect(lines[0]).toBe("EULAR/ACR 2019: 12, classified (Mucocutaneous 6, Musculoskeletal 6).");
    expect(lines).toHaveLength(definitions.sets.length);
  });

  test("the key says why a verdict is not what the score alone would give", () => {
    const keyTo = (id: string) => {
      const practiceCase = practice.cases.find((one) => one.id === id) ?? fail();
      return keyOf({ practiceCase, set: "eular-acr-2019" }, definitions).map(keySentence).join("\n");
    };
    expect(keyTo("engineer-silent-lupus")).toMatch(
      /EULAR\/ACR 2019: 30, not classified .*The entry criterion is not met by the titers entered/,
    );
    expect(keyTo("librarian-biopsy-only")).toMatch(/SLICC 2012: 1, classified .*met by biopsy-proven lupus nephritis/);
    expect(keyTo("donor-antibodies-only")).toMatch(
      /2019: 12, not classified .*At least one clinical criterion: not met/,
    );
  });

  test("each flashcard is one line of three fields, with the statement on its back", () => {
    const text = flashcards(cases, definitions);
    const lines = text.trimEnd().split("\n");
    expect(lines.filter((line) => line.startsWith("#"))).toHaveLength(4);
    const cards = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
    expect(cards).toHaveLength(2);
    for (const [front, back, tags, ...rest] of cards) {
      expect(rest).toEqual([]);
      expect(front).toContain("Score by SLICC 2012.");
      expect(back).toContain(STATEMENT);
      expect(tags).toContain("slicc-2012");
    }
  });

  test("a number of the paper with tabs, quotes, line ends and a formula breaks no line and starts no field", () => {
    const seed = '=HYPERLINK("x")\t"+1"\r\n<img src=x>';
    const odd = casesOf({ kind: "seed", set: "slerpi", seed, count: 2, difficulty: 1 }, practice, definitions);
    const text = flashcards(odd, definitions);
    const cards = text.split(/\r\n|\r|\n/).filter((line) => line !== "" && !line.startsWith("#"));
    expect(cards).toHaveLength(2);
    for (const card of cards) {
      const fields = card.split("\t");
      expect(fields).toHaveLength(3);
      for (const field of fields) expect(field).not.toMatch(/^[=+\-@"\s]/);
      expect(card).not.toMatch(/"|<img/);
    }
  });

  test("a number in an address that is not one line is read as one, and turns nothing round", () => {
    const query = new URLSearchParams({ set: "slerpi", seed: "7\u202E\u2028x\u0085y\u200B", n: "1" });
    const wish = wishOf(query, definitions) ?? fail();
    expect(wish).toMatchObject({ seed: "7 x y" });
    for (const { practiceCase } of casesOf(wish, practice, definitions)) {
      expect(practiceCase.title).toBe("Case 7 x y.1");
    }
    const raw: SittingWish = { kind: "seed", set: "slerpi", seed: "7\u202E\u2028", count: 1, difficulty: 1 };
    expect(flashcards(casesOf(raw, practice, definitions), definitions)).not.toMatch(/[\u202E\u2028]/);
  });

  test("signs that mean something in HTML are written out", () => {
    const sheet = practice.cases.map((practiceCase) => ({ practiceCase, set: "slerpi" }));
    expect(flashcards(sheet, definitions).replaceAll(/<\/?b>|<br>/g, "")).not.toMatch(/[<>]/);
  });
});

function fail(): never {
  throw new Error("not there");
}
