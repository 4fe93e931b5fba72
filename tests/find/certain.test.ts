import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import type { FindingId, Measurement, NamedFinding, NamedLabTest, TestId } from "../../criteria/types.ts";
import { type Offer, offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { readQuery } from "../../lib/find/query.ts";

/**
 * What Enter takes without being asked has to say all that was typed. This holds every name of everything against
 * what a person may write around it, by rules of its own that share nothing with the reader.
 */
const plan = findPlanOf({ definitions, topics: context, notRead: testsNotRead });
const read = readQuery.bind(undefined, plan);
const offers = offersFor.bind(undefined, plan);

/** What Enter takes, without the search for what else may be meant. */
function taken(query: string): Offer | undefined {
  const reading = read(query);
  if (reading.kind === "measure") return reading;
  if (reading.kind !== "words" || !reading.sure) return undefined;
  const { named, intent, note } = reading;
  const [first] = named;
  if (first?.target.kind === "test") return { kind: "value-wanted", test: first.target.test };
  if (first?.target.kind !== "finding") throw new Error(`"${query}" would lead away`);
  const { status, date } = intent;
  return {
    kind: "answer",
    finding: first.target.finding,
    status,
    through: first.through,
    ...(date && { date }),
    ...(note && { note }),
  };
}

const findings = Object.entries(definitions.findings) as [FindingId, NamedFinding][];
const tests = Object.entries(definitions.tests) as [TestId, NamedLabTest][];

const namesOfFinding = ({ label, synonyms }: NamedFinding) => [label, ...synonyms];
const namesOfTest = ({ label, short, synonyms }: NamedLabTest) => [label, short, ...synonyms];

const everyName = [
  ...new Map(
    [
      ...findings.flatMap(([, finding]) => [...namesOfFinding(finding), ...(finding.related ?? [])]),
      ...tests.flatMap(([, one]) => namesOfTest(one)),
      ...context.flatMap(({ title, synonyms }) => [title, ...synonyms]),
      ...testsNotRead.flatMap(({ label, names }) => [label, ...names]),
    ].map((name): [string, string] => [name.toLowerCase(), name]),
  ).values(),
];

/** Letters and digits only, alike in British and American spelling, in the singular. */
function bare(text: string): string {
  return plain(text)
    .replaceAll(/(?<=\w{3})s\b/g, "")
    .replaceAll(/[^a-z0-9]/g, "");
}

/** The same wherever a space is: "hairl oss". */
function spaceless(text: string): string {
  return plain(text).replaceAll(/[^a-z0-9+]/g, "");
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("β", "beta")
    .replaceAll(/ae|oe/g, "e")
    .replaceAll("leuco", "leuko")
    .replaceAll(/tre\b/g, "ter");
}

const inOrder = (text: string) =>
  plain(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => !/^(?:an?|and|at|by|for|in|is|o[fnr]|than|the|to|with)?$/.test(word))
    .map((word) => bare(word))
    .sort()
    .join(" ");

const numbers = (text: string) => text.replaceAll(/(?<=\d),(?=\d{3})/g, "").match(/\d+(?:\.\d+)?/g) ?? [];

/** Whether words are a name of a finding, or the beginning of its label. */
function isSaid(words: string, finding: NamedFinding): boolean {
  // A sign, a dash alone and a dash at either end say something, and no name ends in one.
  if (/[?<>=~%!*"&]|(?:^|[\s(])[-–−+]|[-–−+](?:$|[\s)])/.test(words)) return false;
  const whole = namesOfFinding(finding).find(
    (name) => bare(name) === bare(words) || spaceless(name) === spaceless(words) || inOrder(name) === inOrder(words),
  );
  if (whole) return numbers(whole).join() === numbers(words).join();
  const typed = numbers(words);
  const begins = bare(finding.label).startsWith(bare(words)) && bare(words).length >= 4;
  return begins && typed.join() === numbers(finding.label).slice(0, typed.length).join();
}

const DENIAL =
  /^(?:no (?:history|evidence|signs?) of|no|not|without|denies|denied|negative|neg|absent|never)\s|^[-–−]\s*(?=\S)|[\s,:](?:negative|neg|no|none|absent|denied|excluded|ruled out)$|\s\(-\)$/i;
/** What may stand beside a name and says that it is so. */
const THERE = /\s(?:present|positive|pos|yes|\+|\(\+\))$/;

/** Units as they are written in this test, and what each may mean. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  "g/day": ["g/(24.h)"],
  "10^9/l": ["10*9/L"],
  c: ["Cel"],
  "mg/dl": ["mg/dL"],
  "g/l": ["g/L"],
  joints: ["{count}"],
  gpl: ["[GPL'U]"],
  mpl: ["[MPL'U]"],
};

function accountsForValue(query: string, one: Measurement): boolean {
  const test = definitions.tests[one.test];
  const decided = findings.filter(([, { decidedBy = [] }]) => decidedBy.some((rule) => rule.test === one.test));
  const names = [...namesOfTest(test), ...decided.flatMap(([, finding]) => namesOfFinding(finding))].map(bare);
  const signs = [one.comparator, one.unit === "{titer}" ? "1:" : undefined];
  const said = [one.date, ...[one.low, one.high, one.p99].map((limit) => limit && `(${limit})`)];
  return [...query].some((_, at) => {
    if (!names.includes(bare(query.slice(0, at))) || /[?<>~+]/.test(query.slice(0, at))) return false;
    let rest = query.slice(at);
    for (const part of said) if (part) rest = rest.includes(part) ? rest.replace(part, "") : "not said";
    rest = rest.replace(/^\s*(?:(?:at|in|is|of|was)\s)?\s*/, "");
    for (const sign of signs) if (sign && rest.startsWith(sign)) rest = rest.slice(sign.length);
    if (one.comparator && query.includes(one.comparator) === false) return false;
    const [, number = "", unit = ""] = /^([1-9]\d{0,2}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(.*)$/.exec(rest.trim()) ?? [];
    const written = unit.trim().toLowerCase();
    return (
      number !== "" &&
      Number(number.replaceAll(",", "")) === one.value &&
      (written === "" || UNITS[written]?.includes(one.unit) === true)
    );
  });
}

/** Whether an offer says every word and every digit of what was typed. */
function accounts(query: string, offer: Offer): boolean {
  switch (offer.kind) {
    case "read":
    case "look":
    case "several":
      return false;
    case "value-wanted":
      return (
        namesOfTest(definitions.tests[offer.test]).some(
          (name) => bare(name) === bare(query) || inOrder(name) === inOrder(query),
        ) && !/[-+?]$|^[-+?]/.test(query.trim())
      );
    case "measure":
      return accountsForValue(query, offer.measurement);
    case "answer": {
      const finding = definitions.findings[offer.finding];
      const kept = [offer.date, ...(offer.note?.split(", ") ?? [])].filter((one) => one !== undefined);
      if (kept.some((one) => !query.includes(one))) return false;
      const undated = kept.reduce((rest, one) => rest.replace(one, " "), query);
      const words = undated.trim().replace(offer.note ? /^of\s/ : "", "");
      switch (offer.status) {
        case "present":
          return isSaid(words, finding) || isSaid(words.replace(THERE, ""), finding);
        case "absent":
          return isSaid(words.replace(DENIAL, "").trim(), finding) || isNormal(words, finding);
        case "unknown":
          return isSaid(words.replace(/^\?|\sunknown$/, "").trim(), finding);
      }
    }
  }
}

/** "C3 normal", of a test whose own lower limit is all that the finding asks for. */
function isNormal(words: string, { decidedBy = [] }: NamedFinding): boolean {
  const name = words.replace(/^normal\s|\snormal$/i, "");
  const isTest = decidedBy.some(({ test: id }) =>
    namesOfTest(definitions.tests[id]).some((one) => bare(one) === bare(name) || inOrder(one) === inOrder(name)),
  );
  return name !== words && isTest && decidedBy.every((rule) => "limit" in rule && rule.limit === "low");
}

function unaccounted(queries: readonly string[]): readonly string[] {
  return queries.filter((query) => {
    const offer = taken(query);
    return offer && !accounts(query, offer);
  });
}

const VALUES = ["5", "0.9", "9.1", "250", "1:320", "3+", "9.1 g/dl", "140 umol/L", "0.9 g/day", "5.2 10^9/L", "38.9 C"];
const ODD_VALUES = [
  "62 mg/dL (90)",
  "<20",
  ">= 5",
  "~5",
  "5-6",
  "5 6",
  "2019",
  "5 2024-05-02",
  "2024-05-02",
  "x2",
  "5%",
  "1,500",
];
const AFTER = [
  "normal",
  "resolved",
  "unlikely",
  "possible",
  "in mother",
  "3 days",
  "or fever",
  "in 5 joints",
  "+",
  "(+)",
];
const DENYING_AFTER = [
  "negative",
  "neg",
  "ruled out",
  "excluded",
  "absent",
  "denied",
  "no",
  "?",
  "-",
  "(-)",
  "unknown",
];
const DENYING_BEFORE = ["no", "not", "without", "denies", "negative", "never", "no history of", "?", "-", "–"];
const QUALIFYING = ["family history of", "possible", "probable", "suspected", "mother with", "5", "<", "+"];

describe.each([
  [
    "alone",
    (name: string) => [name, `${name}?`, `${name}-`, `${name}%`, `-${name}`, `?${name}`, `+${name}`, `(${name})`],
  ],
  ["with a value", (name: string) => VALUES.map((value) => `${name} ${value}`)],
  ["with a value that is hard to read", (name: string) => ODD_VALUES.map((value) => `${name} ${value}`)],
  ["with words after it", (name: string) => [...AFTER, ...DENYING_AFTER].map((words) => `${name} ${words}`)],
  [
    "with words before it",
    (name: string) => ["history of", ...DENYING_BEFORE, ...QUALIFYING].map((words) => `${words} ${name}`),
  ],
  ["denied, with a value", (name: string) => [`no ${name} 5`, `${name} 5 negative`, `?${name} 5`, `-${name} 5`]],
  ["misspelled", misspelled],
  ["begun", (name: string) => [3, 4, 5, 6, 8, 10, 14].map((letters) => name.slice(0, letters))],
])("a name %s", (_, written) => {
  test("is entered unasked only where the offer says all that was typed", () => {
    expect(unaccounted(everyName.flatMap(written))).toEqual([]);
  });
});

/** The slips of a hand: swapped, left out, doubled and wrong letters, alone and before a value. */
function misspelled(name: string): readonly string[] {
  if (name.length < 4) return [];
  const middle = Math.floor(name.length / 2);
  const [before, letter = "", next = "", after] = [
    name.slice(0, middle),
    name[middle],
    name[middle + 1],
    name.slice(middle + 2),
  ];
  const slips = [next + letter, next, letter + letter + next, `x${next}`].map((slip) => before + slip + after);
  return slips.flatMap((slip) => [slip, `${slip} 5.2`]);
}

test("what is denied, doubted or told of somebody else is never entered as present", () => {
  const isName = new Set(everyName.map(bare));
  const doubted = everyName.flatMap((name) => [
    ...[...DENYING_BEFORE, ...QUALIFYING].map((words) => `${words} ${name}`),
    ...DENYING_AFTER.map((words) => `${name} ${words}`),
  ]);
  const entered = doubted.filter((query) => {
    const offer = taken(query);
    return offer?.kind === "answer" && offer.status === "present" && !isName.has(bare(query));
  });
  expect(entered).toEqual([]);
});

test("a value is entered as it was typed: the number, its comparator and its unit", () => {
  const wrong = tests.flatMap(([id, one]) =>
    namesOfTest(one).flatMap((name) =>
      one.units.flatMap(({ label, unit }) => {
        const query = `${name} >${unit === "{titer}" ? "1:" : ""}${middleOf(one, unit)} ${unit === "{titer}" ? "" : label}`;
        const offer = taken(query);
        const value = { test: id, value: middleOf(one, unit), unit, comparator: ">" };
        const asTyped = offer?.kind === "measure" && sameValue(offer.measurement, value);
        return asTyped ? [] : [query];
      }),
    ),
  );
  expect(wrong).toEqual([]);
});

function sameValue(one: Measurement, other: object): boolean {
  return Object.entries(other).every(([key, value]) => one[key as keyof Measurement] === value);
}

/** A whole number that is believable in the unit. */
function middleOf({ plausible, units }: NamedLabTest, unit: string): number {
  const { plus = 0, times: [by, per] = [1, 1] } = units.find((one) => one.unit === unit) ?? {};
  return Math.floor(((plausible[0] + plausible[1]) / 2 / by) * per - plus);
}

test("words, numbers and signs in any order are entered unasked only where the offer says them all", () => {
  const words = [...new Set(everyName.flatMap((name) => name.split(" ")))];
  const part = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...everyName) },
    { weight: 3, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.constantFrom(...VALUES, ...ODD_VALUES) },
    { weight: 2, arbitrary: fc.constantFrom(...AFTER, ...DENYING_AFTER, ...DENYING_BEFORE, ...QUALIFYING) },
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const query = parts.join(" ");
      expect(unaccounted([query])).toEqual([]);
      const { certain, offers: listed } = offers(query);
      const offer = taken(query);
      expect(certain).toBe(offer !== undefined);
      if (offer) expect(listed[0]).toMatchObject(offer);
    }),
    { seed: 1, numRuns: 2000 },
  );
});
