import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { Misreading } from "../../criteria/practice/types.ts";
import type { CriteriaSet } from "../../criteria/types.ts";
import { misreadingsOf } from "../../lib/practice/derived.ts";
import { type Reply, type Review, review } from "../../lib/practice/review.ts";

type Points = Reply["domains"];

type Known = (set: CriteriaSet) => readonly Misreading[];

const writtenOnly: Known = () => practice.misreadings;
const everyMisreading: Known = (set) => misreadingsOf(set, definitions, practice);

function reviewed(
  id: string,
  setId: string,
  domains: Points,
  verdict: Reply["verdict"],
  known: Known = writtenOnly,
): Review {
  const practiceCase = practice.cases.find((one) => one.id === id);
  const set = definitions.sets.find((one) => one.id === setId);
  if (!practiceCase || !set) throw new Error(`there is no ${id} or no ${setId}`);
  const ids = new Set(set.domains.map((domain) => domain.id));
  for (const domain of Object.keys(domains)) if (!ids.has(domain)) throw new Error(`${setId} has no ${domain}`);
  return review(
    { marks: {}, domains, verdict, sure: 70 },
    practiceCase,
    set,
    definitions,
    known(set),
    practice.derivation.priors,
  );
}

/** Wrong answers as a person would give them, written by hand, with the mistake that was made in each. */
describe("a wrong answer that was made by hand", () => {
  test.each([
    [
      "blood counts added up",
      "cashier-bruises",
      "eular-acr-2019",
      { constitutional: 2, hematologic: 11 },
      "blood-counts-added",
    ],
    [
      "class III with V as 18, beside proteinuria",
      "lawyer-mixed-class",
      "eular-acr-2019",
      { renal: 18, "complement-proteins": 3 },
      "biopsy-classes-added",
    ],
    ["class V with proteinuria as 12", "clerk-class-five", "eular-acr-2019", { renal: 12 }, "renal-items-added"],
    ["ulcers of the nose", "teacher-chilblains", "eular-acr-2019", { mucocutaneous: 2 }, "nasal-as-oral"],
    [
      "fever at 38.2",
      "runner-chest-pain",
      "eular-acr-2019",
      { constitutional: 2, serosal: 6, "complement-proteins": 3 },
      "fever-at-38",
    ],
    [
      "one swollen knee",
      "waitress-one-knee",
      "eular-acr-2019",
      { musculoskeletal: 6, mucocutaneous: 6, hematologic: 3 },
      "joint-pain-as-arthritis",
    ],
    [
      "platelets that heparin explains",
      "carpenter-heparin",
      "eular-acr-2019",
      { mucocutaneous: 4, hematologic: 4, "antiphospholipid-antibodies": 2 },
      "attribution-ignored",
    ],
    [
      "exactly half a gram",
      "accountant-half-gram",
      "eular-acr-2019",
      { musculoskeletal: 6, renal: 4 },
      "proteinuria-at-half",
    ],
    [
      "the lung point forgotten",
      "curator-lung-and-rash",
      "slerpi",
      { "malar-or-maculopapular-rash": 3, serositis: 1.5, ana: 3 },
      "lung-point-forgotten",
    ],
    [
      "one low count",
      "secretary-one-count",
      "acr-1997",
      { photosensitivity: 1, "oral-ulcers": 1, "hematologic-disorder": 1, ana: 1 },
      "one-low-count",
    ],
    [
      "the Coombs test beside the anemia",
      "beekeeper-anemia",
      "slicc-2012",
      {
        "acute-or-subacute-cutaneous": 1,
        "oral-or-nasal-ulcers": 1,
        synovitis: 1,
        "hemolytic-anemia": 1,
        "leukopenia-or-lymphopenia": 1,
        "direct-coombs": 1,
      },
      "coombs-with-anemia",
    ],
  ] as const)("%s: is recognized by itself", (_, id, set, domains, mistake) => {
    const found = reviewed(id, set, domains, "classified").recognition;
    expect(found?.singles.map((one) => one.id)).toContain(mistake);
  });

  test.each([
    [
      "exactly 7 called positive",
      "postman-seven",
      "slerpi",
      { "malar-or-maculopapular-rash": 3, "mucosal-ulcers": 1, ana: 3 },
      "seven-is-enough",
    ],
    [
      "no clinical criterion",
      "optician-immunology",
      "eular-acr-2019",
      { "complement-proteins": 4, "sle-specific-antibodies": 6 },
      "no-clinical-criterion",
    ],
    [
      "the entry at 1:40",
      "ana-one-forty",
      "eular-acr-2019",
      { musculoskeletal: 6, mucocutaneous: 2, hematologic: 4, "sle-specific-antibodies": 6 },
      "ana-at-1-40",
    ],
  ] as const)("%s: with the right points, the verdict gives it away", (_, id, set, domains, mistake) => {
    const { domains: points, recognition, verdictAgrees } = reviewed(id, set, domains, "classified");
    expect(points.filter((domain) => domain.given !== domain.points)).toEqual([]);
    expect(verdictAgrees).toBe(false);
    expect(recognition?.singles.map((one) => one.id)).toContain(mistake);
  });

  test.each([
    [
      "lymphocytes as white cells, and pleurisy without fluid",
      "plumber-two-counts",
      { musculoskeletal: 6, serosal: 5, hematologic: 3 },
      ["lymphopenia-as-leukopenia", "pleurisy-without-fluid"],
    ],
    [
      "complements added up, and a clot",
      "optician-immunology",
      { "complement-proteins": 6, "sle-specific-antibodies": 6, "antiphospholipid-antibodies": 2 },
      ["complements-added", "thrombosis-counted"],
    ],
    [
      "half a gram, and a rash that was told",
      "accountant-half-gram",
      { musculoskeletal: 6, renal: 4, mucocutaneous: 6 },
      ["proteinuria-at-half", "photosensitivity-as-rash"],
    ],
    [
      "platelets of 128, and joints without stiffness",
      "farmer-tender-hands",
      { musculoskeletal: 6, mucocutaneous: 4, hematologic: 4, "antiphospholipid-antibodies": 2 },
      ["low-platelets-at-150", "stiffness-not-asked-for"],
    ],
  ] as const)("%s: are recognized as a pair, and neither alone", (_, id, domains, pair) => {
    const found = reviewed(id, "eular-acr-2019", domains, "classified").recognition;
    expect(found?.singles).toEqual([]);
    expect(found?.pairs.map((each) => each.map((one) => one.id))).toEqual([pair]);
  });

  test("a mistake in one domain beside a field left empty is still recognized in its domain", () => {
    const found = reviewed("cashier-bruises", "eular-acr-2019", { hematologic: 11 }, "classified").recognition;
    expect(found).toMatchObject({ agrees: false, singles: [], pairs: [] });
    expect(found?.parts.map(({ domain, points }) => [domain, points])).toEqual([["hematologic", 11]]);
    expect(found?.parts[0]?.misreadings.map(({ id }) => id)).toContain("blood-counts-added");
  });
});

describe("a wrong verdict on right points", () => {
  const points: Points = { mucocutaneous: 6, musculoskeletal: 6, hematologic: 3, "complement-proteins": 3 };
  const found = (verdict: Reply["verdict"]) =>
    reviewed("locum-missing-ana", "eular-acr-2019", points, verdict, everyMisreading).recognition;

  test("is explained where the entry criterion is not known", () => {
    expect(found("classified")?.explanations[0]?.misreadings.map(({ id }) => id)).toEqual(["entry-skipped"]);
  });

  test("is none where the verdict is right as assessed, unknown counting as not met", () => {
    expect(found("not-classified")).toMatchObject({ agrees: true, explanations: [] });
    expect(found("undetermined")).toMatchObject({ agrees: true, explanations: [] });
  });

  test("is explained where nothing is open and it is said that something is", () => {
    const { recognition } = reviewed(
      "courier-swollen-ankles",
      "eular-acr-2019",
      { renal: 10 },
      "undetermined",
      everyMisreading,
    );
    expect(recognition?.agrees).toBe(false);
    expect(recognition?.explanations[0]?.misreadings.map(({ id }) => id)).toEqual(["more-than-ten"]);
  });
});

describe("the verdict of a reply", () => {
  test("cannot be said yet where the entry criterion is not known, and saying how it stands is right as assessed", () => {
    const right: Points = { mucocutaneous: 6, musculoskeletal: 6, hematologic: 3, "complement-proteins": 3 };
    const open = reviewed("locum-missing-ana", "eular-acr-2019", right, "undetermined");
    expect(open.verdictAgrees).toBe(true);
    expect(open.asItStands).toBeUndefined();
    expect(open.settled).toContain("The entry criterion is not known.");
    const stands = reviewed("locum-missing-ana", "eular-acr-2019", right, "not-classified");
    expect(stands.verdictAgrees).toBe(true);
    expect(stands.asItStands).toContain("It cannot be said yet. The entry criterion is not known.");
    expect(stands.rules.find(({ rule }) => rule.endsWith("/entry"))).toMatchObject({ right: true });
    const wrong = reviewed("locum-missing-ana", "eular-acr-2019", right, "classified");
    expect(wrong.verdictAgrees).toBe(false);
    expect(wrong.verdictWhy.join(" ")).toMatch(/What is not known counts as not met\. Entry criterion not known: /);
  });

  test("can be said where nothing that is not known could change it", () => {
    const nurse: Points = { mucocutaneous: 6, musculoskeletal: 6 };
    expect(reviewed("nurse-red-cheeks", "eular-acr-2019", nurse, "classified").verdictAgrees).toBe(true);
    const doubting = reviewed("nurse-red-cheeks", "eular-acr-2019", nurse, "undetermined");
    expect(doubting.verdictAgrees).toBe(false);
    expect(doubting.settled).toBe("Classified. Nothing that is not known could undo it.");
  });

  test("is explained by each part of the rule, so that points alone are not taken for enough", () => {
    const { rule } = reviewed("optician-immunology", "eular-acr-2019", {}, "not-classified");
    expect(rule).toContainEqual({ met: "true", says: "10 points (10 or more needed): reached." });
    expect(rule).toContainEqual({ met: "false", says: "At least one clinical criterion: not met, none counted." });
  });
});

describe("the entry criterion", () => {
  const blamed = (domains: Points, verdict: Reply["verdict"]) =>
    reviewed("cashier-bruises", "eular-acr-2019", domains, verdict).rules.find(
      ({ rule }) => rule === "eular-acr-2019/entry",
    );
  const { result } = reviewed("cashier-bruises", "eular-acr-2019", {}, "classified");
  const points = Object.fromEntries(result.domains.map((domain) => [domain.id, domain.points]));
  const wrong = result.verdict === "classified" ? "not-classified" : "classified";

  test("is applied rightly with the right verdict, and wrongly with a wrong one on the right points", () => {
    expect(blamed(points, result.verdict)).toMatchObject({ right: true });
    expect(blamed(points, wrong)).toMatchObject({ right: false });
  });

  test("is not tried by a wrong verdict on wrong points", () => {
    expect(blamed({ ...points, renal: 10 }, wrong)).toBeUndefined();
  });
});
