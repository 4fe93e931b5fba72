/**
 * Mistakes that other calculators make (tests/pitfalls.test.ts), each built into this one: as other definitions or as a
 * changed engine, with the tests that have to notice it.
 */
import type { Change } from "../mutation/harness.ts";

interface Named {
  readonly file: string;
  /** How the test's title begins, or a part of it. */
  readonly test: string;
}

export interface Mistake {
  /** The number that the mistake has in the list of pitfalls. */
  readonly pitfall: number;
  readonly what: string;
  readonly changes: readonly Change[];
  readonly noticedBy: readonly Named[];
}

/** A statement after the literals of a file of criteria/. */
const defined = (name: string, code: string): Change => ({
  file: `criteria/${name}.ts`,
  change: (source) => `${source}\n${code}\n`,
});

/** Other words in the code of a file; they have to be there once. */
const coded = (file: string, from: string | RegExp, to: string): Change => ({
  file,
  change: (source) => {
    const found = typeof from === "string" ? source.split(from).length - 1 : [...source.matchAll(from)].length;
    if (found !== 1) throw new Error(`the mistake no longer fits ${file}: ${String(from)} is there ${found} times`);
    return source.replace(from, () => to);
  },
});

const PITFALLS = "tests/pitfalls.test.ts";
const pitfall = (number: number, what: string, ...changes: readonly Change[]): Mistake => ({
  pitfall: number,
  what,
  changes,
  noticedBy: [{ file: PITFALLS, test: `> ${number}. ` }],
});
const elsewhere = (
  number: number,
  what: string,
  file: string,
  test: string,
  ...changes: readonly Change[]
): Mistake => ({
  pitfall: number,
  what,
  changes,
  noticedBy: [{ file, test }],
});

const EULAR = "eular-acr-2019";
/** A criterion of a set, to be changed. */
const CRITERION =
  "const criterionOf = (set, id) => set.domains.flatMap(({ criteria }) => criteria).find((one) => one.id === id);";
/** Each criterion of these domains becomes a domain of its own, so that they add up. */
const apart = (set: string, ids: string) =>
  `${set}.domains = ${set}.domains.flatMap((domain) => ${ids}.includes(domain.id) ? domain.criteria.map((one) => ({ ...domain, id: one.id, criteria: [one] })) : [domain]);`;

export const mistakes: readonly Mistake[] = [
  pitfall(
    1,
    "items of one domain added up",
    coded(
      "lib/scoring/tally.ts",
      "heaviest = heaviest === undefined ? weight : Math.max(heaviest, weight);",
      "heaviest = (heaviest ?? 0) + weight;",
    ),
  ),
  pitfall(2, "the entry criterion never read", defined(EULAR, "delete eularAcr2019.entry;")),
  pitfall(
    2,
    "the entry criterion the wrong way round",
    defined(EULAR, `eularAcr2019.entry.when = { kind: "not", of: eularAcr2019.entry.when };`),
  ),
  pitfall(
    2,
    "the ANA counted as two points",
    defined(
      EULAR,
      `eularAcr2019.domains.push({ id: "ana", title: "ANA", group: "immunologic", criteria: [{ id: "ana", title: "ANA", weight: 2, when: eularAcr2019.entry.when, definition: "ANA.", source: [], checked: "yes" }] });`,
    ),
  ),
  pitfall(
    3,
    "an unknown ANA taken as positive",
    coded(
      "lib/scoring/leaf-truth.ts",
      `if (fact.status === "unknown") return bitOf(finding);`,
      `if (fact.status === "unknown") return finding === "ana-1-80" || bitOf(finding);`,
    ),
  ),
  pitfall(
    3,
    "an unknown ANA taken as negative",
    coded(
      "lib/record/derive.ts",
      "for (const finding of relations.findings) facts[finding] = settledFact(finding, settled, explanations);",
      `for (const finding of relations.findings) facts[finding] = settledFact(finding, settled, explanations);
       if (facts["ana-1-80"]?.status === "unknown") facts["ana-1-80"] = { status: "absent", origin: { kind: "stated" }, liftedBy: [] };`,
    ),
  ),
  pitfall(
    4,
    "no check for a clinical criterion",
    defined(EULAR, `eularAcr2019.classifiedWhen = { kind: "scoreAtLeast", score: 10 };`),
  ),
  pitfall(
    5,
    "a form that opens with example values",
    coded(
      "lib/record/edit.ts",
      /export const EMPTY_RECORD\s*= \{ format: "sle-record\/1" \};/g,
      `export const EMPTY_RECORD = { format: "sle-record/1", findings: { "ana-1-80": "present", "biopsy-class-3-or-4": "present" } };`,
    ),
  ),
  elsewhere(
    5,
    "a shared link that drops what was answered absent",
    "tests/share/link.test.ts",
    "a shared record opens as it was",
    coded(
      "lib/share/link.ts",
      "deflate(JSON.stringify(record))",
      `deflate(JSON.stringify(record, (_, value) => (value === "absent" ? undefined : value)))`,
    ),
  ),
  pitfall(
    6,
    "a direct Coombs test counted together with hemolytic anemia",
    defined(
      "slicc-2012",
      `${CRITERION} criterionOf(slicc2012, "direct-coombs").when = { kind: "present", finding: "direct-coombs" };`,
    ),
  ),
  pitfall(
    7,
    "proteinuria taken as biopsy-proven nephritis",
    defined(
      "slicc-2012",
      `slicc2012.classifiedWhen = JSON.parse(JSON.stringify(slicc2012.classifiedWhen).replaceAll("biopsy-lupus-nephritis", "proteinuria-500"));`,
    ),
  ),
  pitfall(
    8,
    "the ANA of the biopsy route asked apart from that of the list",
    defined(
      "slicc-2012",
      `slicc2012.classifiedWhen = JSON.parse(JSON.stringify(slicc2012.classifiedWhen).replaceAll("ana-above-reference", "anti-ro"));`,
    ),
  ),
  pitfall(
    8,
    "of one fact given twice, the second taken without a word",
    coded("lib/record/json.ts", "if (place.keys.has(key)) {", "if (false) {"),
  ),
  pitfall(
    9,
    "no result before everything is answered",
    coded(
      "lib/scoring/completions.ts",
      `return classified === totals.length ? "classified"`,
      `return classified === totals.length && totals.length === 1 ? "classified"`,
    ),
  ),
  pitfall(
    10,
    "a titer asked for and never compared with the limit",
    coded(
      "lib/record/measure.ts",
      "const side = compare(value, limit);",
      'if (is === ">=") return "met";\n  const side = compare(value, limit);',
    ),
  ),
  pitfall(11, "fever from 38.0", defined("findings", "findings.fever.decidedBy[0].value = 38;")),
  pitfall(11, "fever from 38.5", defined("findings", "findings.fever.decidedBy[0].value = 38.5;")),
  pitfall(11, "proteinuria of 0.5 g or more", defined("findings", `findings.proteinuria.decidedBy[0].is = ">=";`)),
  pitfall(11, "an ANA above 1:80", defined("findings", `findings["ana-1-80"].decidedBy[0].is = ">";`)),
  pitfall(11, "more than ten points", defined(EULAR, `eularAcr2019.classifiedWhen.of[0].kind = "scoreAbove";`)),
  pitfall(
    12,
    "numbers compared without their unit",
    coded(
      "lib/record/units.ts",
      /const shifted = unit\.plus === undefined \? rational\(value\)/g,
      "return rational(value);\n  const shifted = unit.plus === undefined ? rational(value)",
    ),
  ),
  pitfall(
    13,
    "any anticardiolipin above the laboratory's limit as medium or high",
    defined(
      "findings",
      `findings["anticardiolipin-medium-high"].decidedBy.push({ test: "anticardiolipin-igg", is: ">", limit: "high" });`,
    ),
  ),
  pitfall(
    13,
    "anticardiolipin IgA left out",
    defined(
      "findings",
      `findings["anticardiolipin-medium-high"].decidedBy = findings["anticardiolipin-medium-high"].decidedBy.filter(({ test }) => test !== "anticardiolipin-iga");`,
    ),
  ),
  pitfall(
    14,
    "the latest value instead of ever",
    coded(
      "lib/record/measure.ts",
      "if (!rules.some((rule) => rule.test === value.test)) continue;",
      `if (!rules.some((rule) => rule.test === value.test)) continue;
       if (measurements.some((other) => other.test === value.test && (other.date ?? "") > (value.date ?? ""))) continue;`,
    ),
  ),
  pitfall(
    15,
    "malar, photosensitive and subacute rash as three criteria",
    defined(
      "slicc-2012",
      `slicc2012.domains = slicc2012.domains.flatMap((domain) => domain.id !== "acute-or-subacute-cutaneous" ? [domain] : domain.criteria[0].when.of.map((when, at) => ({ ...domain, id: domain.id + at, criteria: [{ ...domain.criteria[0], id: domain.id + at, when }] })));`,
    ),
  ),
  pitfall(
    16,
    "one joint taken as joint involvement",
    defined("findings", `findings["synovitis-2-joints"].decidedBy[0].value = 1;`),
  ),
  pitfall(
    16,
    "joint pain taken as joint involvement",
    defined(
      EULAR,
      `${CRITERION} criterionOf(eularAcr2019, "joint-involvement").when.of.push({ kind: "present", finding: "arthralgia" });`,
    ),
  ),
  elsewhere(
    16,
    "morning stiffness alone taken as joint involvement",
    "tests/find/lines.test.ts",
    "morning stiffness 45 min",
    defined(
      "findings",
      `const stiff = findings["tender-joints-with-stiffness"]; stiff.synonyms = [...stiff.synonyms, "morning stiffness"]; delete stiff.leastMinutes;`,
    ),
  ),
  pitfall(
    17,
    "lymphopenia scored in EULAR/ACR",
    defined(
      EULAR,
      `${CRITERION} criterionOf(eularAcr2019, "leukopenia").when = { kind: "any", of: [{ kind: "present", finding: "leukopenia" }, { kind: "present", finding: "lymphopenia-1000" }] };`,
    ),
  ),
  pitfall(
    17,
    "a single low count accepted for ACR 1997",
    defined("findings", `delete findings["lymphopenia-1500-twice"].decidedBy[0].occasions;`),
  ),
  pitfall(18, "renal items added up", defined(EULAR, apart("eularAcr2019", `["renal"]`))),
  pitfall(
    19,
    "weights from before publication",
    defined(
      EULAR,
      `${CRITERION} criterionOf(eularAcr2019, "biopsy-class-3-or-4").weight = 74; criterionOf(eularAcr2019, "fever").weight = 13;`,
    ),
  ),
  pitfall(
    19,
    "classes III and IV swapped with II and V",
    defined(
      EULAR,
      `${CRITERION} criterionOf(eularAcr2019, "biopsy-class-3-or-4").weight = 8; criterionOf(eularAcr2019, "biopsy-class-2-or-5").weight = 10;`,
    ),
  ),
  pitfall(
    19,
    "low C3 and C4 together as 3",
    defined(EULAR, `${CRITERION} criterionOf(eularAcr2019, "low-c3-and-c4").weight = 3;`),
  ),
  pitfall(20, "SLERPI read as 7 or more", defined("slerpi", `slerpi.classifiedWhen.kind = "scoreAtLeast";`)),
  pitfall(
    20,
    "half points rounded",
    defined(
      "slerpi",
      "for (const { criteria } of slerpi.domains) for (const one of criteria) one.weight = Math.round(one.weight);",
    ),
  ),
  pitfall(
    20,
    "the point of interstitial lung disease forgotten",
    defined("slerpi", `slerpi.domains = slerpi.domains.filter(({ id }) => id !== "interstitial-lung-disease");`),
  ),
  pitfall(
    21,
    "an explanation that sticks to a corrected answer",
    coded(
      "lib/record/edit.ts",
      `const kept = status === "present" && before.status === "present" ? before : {};`,
      "const kept = before;",
    ),
  ),
  pitfall(
    22,
    `the text "false" taken for an answer`,
    coded(
      "lib/record/schema.ts",
      "const answer = z.union([z.enum(STATUSES), statement.meta",
      `const answer = z.union([z.enum(STATUSES), z.string().transform((text) => (text ? "present" : "absent")), statement.meta`,
    ),
  ),
  elsewhere(
    23,
    "a copy that loses the version",
    "tests/explain/letter.test.ts",
    "is three to six lines, ends in the statement and what worked it out",
    coded("lib/explain/notes.ts", /Worked out by app version \$\{subject\.version\}\./g, "Worked out by the app."),
  ),
  elsewhere(
    23,
    "a copy that loses the unknowns",
    "tests/explain/letter.test.ts",
    "names the most decisive of what is not known for each open set",
    coded("lib/explain/notes.ts", "openSentence(letter, definitions),", ""),
  ),
  elsewhere(
    23,
    "a copy that loses the attributions",
    "tests/explain/letter.test.ts",
    "names what a set leaves out because something else explains it",
    coded("lib/explain/notes.ts", '...(leftOut.length > 0 ? [leftOut.join(" ")] : []),', ""),
  ),
  pitfall(
    24,
    "a probability beside the score",
    coded(
      "lib/scoring/evaluate.ts",
      "const score = { value, lower, upper, ...thresholdOf(set) };",
      "const score = { value, lower, upper, probability: value / 51, ...thresholdOf(set) };",
    ),
  ),
];
