import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import type { FindingId, NamedFinding } from "../../criteria/types.ts";
import { type Answered, type Offers, offersFor, type Single } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";

/**
 * How far a denial, a result, an explanation or a day of a line reaches, over names that are read alone: Enter takes
 * nothing that can be read in another way, and drops nothing.
 */
const TODAY = "2026-11-26";
const plan = findPlanOf({ definitions, topics: context, notRead: testsNotRead });

const ask = (line: string): Offers => offersFor(plan, line, TODAY);

function taken(line: string): readonly Single[] {
  const { certain, offers } = ask(line);
  const [first] = offers;
  if (!certain || !first) return [];
  if (first.kind === "several") return first.parts;
  return first.kind === "answer" || first.kind === "measure" ? [first] : [];
}

const answers = (line: string): readonly Answered[] => taken(line).filter((one) => one.kind === "answer");

/** Findings that are entered by a name alone that says no result, present and denied. */
const plain = (Object.keys(definitions.findings) as FindingId[]).flatMap((finding) => {
  const name = [definitions.findings[finding].label, ...definitions.findings[finding].synonyms].find(
    (one) => /^[a-z -]+$/i.test(one) && !/\b(?:and|or|no|not|positive)\b/i.test(one) && isPlain(one, finding),
  );
  return name === undefined ? [] : [{ finding, name: name.toLowerCase() }];
});

function isPlain(name: string, finding: FindingId): boolean {
  const [present] = answers(name);
  const [absent] = answers(`no ${name}`);
  return present?.finding === finding && present.status === "present" && absent?.status === "absent";
}

/** Neighbors in the list, and some that are far apart. */
const groups = plain.flatMap((a, at) =>
  [1, 5, 11].map((step) => {
    const next = (times: number) => plain[(at + times * step) % plain.length] ?? a;
    return { a, b: next(1), c: next(2), d: next(3) };
  }),
);

test("there are names enough to stand for all", () => {
  expect(plain.length).toBeGreaterThan(30);
});

const DENIALS = ["no", "denies", "without", "negative for", "never had", "no history of", "free of"];
const RESULTS = ["negative", "neg", "absent", "no", "none", "denied", "excluded", "ruled out"];

/** Each line of every group that Enter takes although it should not, or takes with more than it says. */
const faults = (
  lines: (group: (typeof groups)[number]) => readonly string[],
  isWrong: (line: string, group: (typeof groups)[number]) => boolean,
): readonly string[] => groups.flatMap((group) => lines(group).filter((line) => isWrong(line, group)));

const isTaken = (line: string): boolean => ask(line).certain;
const says = (line: string, finding: FindingId, status: string): boolean =>
  answers(line).some((one) => one.finding === finding && one.status === status);

describe("a denial", () => {
  test("reaches as far as it does elsewhere, wherever in the line it stands", () => {
    const lines = groups.map(({ a, b, c }, at) => {
      const [first, second] = [DENIALS[at % DENIALS.length], DENIALS[(at + 3) % DENIALS.length]];
      return { line: `${first} ${a.name}, ${second} ${b.name} or ${c.name}`, expected: [a, b, c] };
    });
    for (const { line, expected } of lines) {
      const said = answers(line).map(({ finding, status }) => `${finding} ${status}`);
      expect(said, line).toEqual(expected.map(({ finding }) => `${finding} absent`));
    }
  });

  test("leaves nothing that follows it present unasked", () => {
    const wrong = faults(
      ({ a, b, c }) => [
        `no ${a.name}, no ${b.name} or ${c.name}`,
        `no ${a.name}, wbc 3.1, no ${b.name} or ${c.name}`,
        `no ${a.name}, no ${b.name}, ${c.name}`,
        `no ${a.name} or ${b.name}, ${c.name}`,
        `-${a.name}, ${c.name}`,
        `?${a.name}, ${c.name}`,
        `?${a.name} or ${c.name}`,
      ],
      (line, { c }) => says(line, c.finding, "present"),
    );
    expect(wrong).toEqual([]);
  });

  test("at the head or the end of a list is asked of all of it, whatever divides its points", () => {
    const heads = ["denied:", "denies:", "no:", "none:", "absent:", "without:", "no evidence of:", "not done:"];
    const ends = ["; no", "; none", ": none", "; denied", " denied", "; negative", ": nil"];
    const wrong = faults(
      ({ a, b, c }) => [
        ...heads.map((head) => `${head} ${a.name}; ${b.name}; ${c.name}`),
        ...ends.map((end) => `${b.name}; ${c.name}; ${a.name}${end}`),
      ],
      (line, { b, c }) => says(line, b.finding, "present") || says(line, c.finding, "present"),
    );
    expect(wrong).toEqual([]);
  });

  test("denies nothing unasked that a comma begins after an or", () => {
    const wrong = faults(
      ({ a, b, c, d }) => [`no ${a.name} or ${b.name}, ${c.name} or ${d.name}`, `no ${a.name} or ${b.name}, ${c.name}`],
      (line, { c }) => says(line, c.finding, "absent"),
    );
    expect(wrong).toEqual([]);
    const [first, second] = ask("no fever or weight loss, malar rash or oral ulcers").offers;
    const statuses = [first, second].map((one) =>
      one?.kind === "several" ? one.parts.map((part) => part.kind === "answer" && part.status) : [],
    );
    expect(statuses).toEqual([
      ["absent", "absent", "absent", "absent"],
      ["absent", "absent", "present", "present"],
    ]);
  });

  test("ends at a semicolon and at a but", () => {
    for (const { a, b, c } of groups) {
      for (const joint of [";", " but"]) {
        const line = `no ${a.name} or ${b.name}${joint} ${c.name}`;
        expect(
          answers(line).map(({ status }) => status),
          line,
        ).toEqual(["absent", "absent", "present"]);
      }
    }
  });
});

describe("alternatives that nothing denies", () => {
  test("are never entered unasked", () => {
    const wrong = faults(
      ({ a, b, c }) => [
        `${a.name} or ${b.name}`,
        `${a.name} nor ${b.name}`,
        `${a.name}, or ${b.name}`,
        `${a.name} or, ${b.name}`,
        `${a.name}; or ${b.name}`,
        `${a.name} absent, ${b.name} or ${c.name}`,
        `wbc 3.1 or ${b.name}`,
        `no ${a.name} or plt 85`,
        `${a.name} or`,
        `or ${a.name}`,
      ],
      isTaken,
    );
    expect(wrong).toEqual([]);
  });

  test("are offered together, and each alone", () => {
    const { offers } = ask("wbc 3.1 or plt 85");
    expect(offers.map((one) => one.kind === "several" && one.parts.length)).toEqual([2, 1, 1]);
  });
});

describe("a negative result", () => {
  test("may be said of what stands before it, so that this is not present unasked", () => {
    const wrong = faults(
      ({ a, b, c }) =>
        RESULTS.flatMap((result) => [
          `${a.name} and ${b.name} ${result}, ${c.name}`,
          `${a.name}, ${b.name} ${result}; ${c.name}`,
          `${a.name} or ${b.name} ${result}`,
        ]),
      (line, { a }) => says(line, a.finding, "present"),
    );
    expect(wrong).toEqual([]);
  });

  test.each(["not detected", "undetected", "non-reactive", "nonreactive", "-ve", "neg", "excluded"])(
    "%s is offered for both of two tests",
    (result) => {
      const { certain, offers } = ask(`anti-sm, SSA ${result}; malar rash`);
      const [first] = offers;
      expect(certain).toBe(false);
      expect(first?.kind === "several" && first.parts.map((one) => one.kind === "answer" && one.status)).toEqual([
        "absent",
        "absent",
        "present",
      ]);
    },
  );

  test('is said of both names that "and" joins, which say nothing alone', () => {
    for (const result of ["not detected", "-ve", "neg", "excluded"]) {
      const said = answers(`anti-sm and SSA ${result}, malar rash`).map(
        ({ finding, status }) => `${finding} ${status}`,
      );
      expect(said, result).toEqual(["anti-sm absent", "anti-ro absent", "malar-rash present"]);
    }
  });

  test("that is next is the one that is shared", () => {
    const [first] = ask("SSA and SSB neg, anti-sm pos").offers;
    expect(first?.kind === "several" && first.parts.map((one) => one.kind === "answer" && one.status)).toEqual([
      "absent",
      "absent",
      "present",
    ]);
  });
});

describe("an explanation", () => {
  test("of the last of several is asked of the others", () => {
    const wrong = faults(
      ({ a, b }) =>
        ["due to parvovirus", "(uremia)", "due to HIV", ", viral infection", "secondary to lymphoma"].flatMap(
          (cause) => [
            `${a.name} and ${b.name} ${cause}`,
            `${a.name}, ${b.name} ${cause}`,
            `wbc 3.1 and ${b.name} ${cause}`,
          ],
        ),
      isTaken,
    );
    expect(wrong).toEqual([]);
  });

  test("reaches over no semicolon and no but", () => {
    for (const joint of [";", " but"]) {
      const [first, second] = answers(`fever${joint} leukopenia due to parvovirus`);
      expect([first?.explainedBy, second?.explainedBy?.text]).toEqual([undefined, "parvovirus"]);
    }
  });

  test("does not swallow the next fact of the line", () => {
    for (const { a, b } of groups) {
      for (const line of [`${a.name} due to HIV; ${b.name}`, `${a.name} due to HIV, ${b.name}`]) {
        const [first] = ask(line).offers;
        expect(first?.kind === "several" && first.parts.length, line).toBe(2);
      }
      expect(isTaken(`${a.name} due to HIV and ${b.name}`)).toBe(false);
    }
    expect(taken("leukopenia due to azathioprine, plt 85")).toHaveLength(2);
  });

  test.each(["2019", "birth", "childhood", "the age of 12", "March 2019", "last year", "diagnosis"])(
    '"from %s" says since when, and explains nothing',
    (time) => {
      const [only] = answers(`raynaud from ${time}`);
      expect(only).toMatchObject({ finding: "raynaud", status: "present", note: `from ${time}` });
      expect(only?.explainedBy).toBeUndefined();
    },
  );
});

describe("what stands beside a finding", () => {
  const drugs = (definitions.otherCauses.drug ?? []).filter((name) => !/^drugs?$/.test(name));

  test("a drug that the finding's own list does not name may be its treatment", () => {
    const wrong = plain.flatMap(({ finding, name }) => {
      const own = definitions.findings[finding].otherExplanations.map(({ label }) => label.toLowerCase());
      return drugs
        .filter((drug) => !own.some((label) => label.startsWith(drug.toLowerCase())))
        .flatMap((drug) => [`${name} (${drug})`, `${name}, ${drug}`].filter(isTaken));
    });
    expect(wrong).toEqual([]);
  });

  test("a disease after a comma may be the next of a list, even where the finding's own list names it", () => {
    const wrong = plain.flatMap(({ finding, name }) =>
      definitions.findings[finding].otherExplanations
        .filter(({ cause }) => cause !== "drug" && cause !== "infection")
        .map(({ label }) => `${name}, ${label.replace(/\s*[(,].*$/, "")}`)
        .filter((line) => answers(line).some(({ explainedBy }) => explainedBy)),
    );
    expect(wrong).toEqual([]);
  });
});

test("a cause beside a value is asked about, whichever value and cause they are", () => {
  const values = ["wbc 3.1", "plt 85", "temp 38.9", "plt 400", "c3 0.5", "dsdna 85 (20)"];
  const causes = ["infection", "azathioprine", "lupus", "parvovirus or HIV", "something else"];
  const wrong = values.flatMap((value) =>
    causes
      .flatMap((cause) => [
        `${value} due to ${cause}`,
        `${value} (${cause})`,
        `${value}, ${cause}`,
        `${value} from ${cause}`,
      ])
      .filter(isTaken),
  );
  expect(wrong).toEqual([]);
});

describe("a slash", () => {
  test("joins what a denial, or a negative result, is said of", () => {
    for (const { a, b } of groups) {
      for (const line of [`no ${a.name}/${b.name}`, `${a.name}/${b.name} negative`, `${a.name} / ${b.name}: absent`]) {
        const said = answers(line).map(({ finding, status }) => `${finding} ${status}`);
        expect(said, line).toEqual([`${a.finding} absent`, `${b.finding} absent`]);
      }
    }
  });

  test("leaves nothing present unasked", () => {
    const wrong = faults(
      ({ a, b, c }) => [
        `${a.name}/${b.name}`,
        `${a.name} and/or ${b.name}`,
        `${a.name}, ${b.name}/${c.name} negative`,
        `${a.name}/${b.name} negative or ${c.name}`,
        `no ${a.name}/${b.name}, ${c.name}`,
        `no ${a.name}, ${b.name}/${c.name}`,
        `?${a.name}/${b.name}`,
      ],
      isTaken,
    );
    expect(wrong).toEqual([]);
  });

  test("of two values gives each to its name, in one system of units", () => {
    expect(taken("c3/c4 0,7/0,08").map((one) => one.kind === "measure" && one.measurement.value)).toEqual([0.7, 0.08]);
    const wrong = [
      "c3/c4 0.7/8",
      "c3/c4 70/0.08",
      "c3/c4 0.7",
      "c3/c4 0.7/0.08/0.1",
      "dsdna/ana 1/320",
      "ana/dsdna 1/320",
    ];
    expect(wrong.filter(isTaken)).toEqual([]);
  });
});

describe("a test that was not done", () => {
  const NOT_DONE = ["not done", "not tested", "was not performed", "not yet checked", "never done", "not documented"];

  test("leaves its finding unknown, and never absent or present", () => {
    const wrong = plain.flatMap(({ finding, name }) =>
      NOT_DONE.flatMap((words) => [`${name} ${words}`, `${name}: ${words}`, `${words}: ${name}`]).filter(
        (line) => !says(line, finding, "unknown"),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("is offered as unknown where a no stands before it", () => {
    for (const { name } of plain) {
      const [first] = ask(`no ${name} done`).offers;
      expect(first?.kind === "answer" && first.status, name).toBe("unknown");
    }
  });
});

test("one finding that a line says two things of is asked about", () => {
  const wrong = faults(
    ({ a, b }) => [`${a.name}, no ${a.name}`, `no ${a.name}; ${b.name}; ${a.name}`, `${a.name}; ${a.name} negative`],
    isTaken,
  );
  expect(wrong).toEqual([]);
});

test("a day or a cause that was typed is in what Enter takes", () => {
  const wrong = faults(
    ({ a, b, c }) =>
      ["2024-05-02", "due to parvovirus"].flatMap((said) => [
        `no ${a.name} or ${b.name} ${said}`,
        `no ${a.name}, ${b.name} ${said} or ${c.name}`,
        `${a.name} ${said}, ${b.name} absent`,
        `no ${a.name}; ${b.name} ${said}`,
        `${a.name} ${said}; ${b.name}; ${c.name} absent`,
      ]),
    (line) => isTaken(line) && !/2024-05-02|parvovirus/.test(JSON.stringify(taken(line))),
  );
  expect(wrong).toEqual([]);
});

describe("a bare sign behind several names", () => {
  /** Names of tests whose result "positive" answers their finding unasked. */
  const tests = (Object.keys(definitions.findings) as FindingId[]).flatMap((finding) => {
    const names: readonly string[] = (definitions.findings[finding] as NamedFinding).namesTest ?? [];
    const name = names.find((one) => /^[a-z-]+$/i.test(one) && says(`${one} +ve`, finding, "present"));
    return name === undefined ? [] : [{ finding, name: name.toLowerCase() }];
  });
  const pairs = tests.flatMap((a, at) => [1, 4].map((step) => ({ a, b: tests[(at + step) % tests.length] ?? a })));

  test("there are names enough to stand for all", () => {
    expect(tests.length).toBeGreaterThan(5);
  });

  test("of tests is their result, whichever signs and joints they are", () => {
    const wrong = pairs.flatMap(({ a, b }) =>
      [
        `${a.name} +, ${b.name} -`,
        `${a.name}+ ${b.name}-`,
        `${a.name} + / ${b.name} -`,
        `${a.name}+/${b.name}-`,
        `${a.name} (+), ${b.name} (-)`,
        `${a.name} +ve, ${b.name} -ve`,
        `${a.name} pos / ${b.name} neg`,
        `${a.name} + and ${b.name} -`,
        `wbc 3.1, ${a.name} +, ${b.name} -`,
      ].filter((line) => !says(line, a.finding, "present") || !says(line, b.finding, "absent")),
    );
    expect(wrong).toEqual([]);
  });

  test("is taken of no line that leaves one without a sign, or that can be read in another way", () => {
    const wrong = pairs.flatMap(({ a, b }) =>
      [
        `${a.name} +, ${b.name}`,
        `${a.name}, ${b.name} +`,
        `${a.name} + ${b.name} -`,
        `${a.name} + ${b.name} +`,
        `${a.name} +/- ${b.name}`,
        `${a.name} +/-, ${b.name} -`,
        `${a.name} + or ${b.name} -`,
        `${a.name}/${b.name} +`,
        `${a.name} +?, ${b.name} -`,
        `no ${a.name} +, ${b.name} -`,
        `mother ${a.name} +, ${b.name} -`,
        `${a.name} +, ${a.name} -`,
        `${a.name} +, protein 3+`,
        `${a.name}+ Ro+ LA+`,
      ].filter(isTaken),
    );
    expect(wrong).toEqual([]);
  });

  test("of anything else says what is so, as signs do in a list", () => {
    const clinical = plain.filter(({ finding }) => !(definitions.findings[finding] as NamedFinding).namesTest);
    const wrong = clinical
      .filter(({ finding }, at) => at % 3 === 0 && finding !== "seizure")
      .flatMap(({ name, finding }) =>
        [
          [`${name} +, seizure -`, "present", "absent"],
          [`${name}+ seizure-`, "present", "absent"],
          [`seizure +, ${name} -`, "absent", "present"],
          [`${name} (+); seizure (-)`, "present", "absent"],
        ].filter(([line = "", own = "", other = ""]) => !says(line, finding, own) || !says(line, "seizure", other)),
      );
    expect(wrong).toEqual([]);
  });

  test("is asked about where it stands alone and may be a dash, or is a grade", () => {
    expect(["malar rash -", "seizure –", "malar rash ++", "fatigue+++", "protein 3+"].filter(isTaken)).toEqual([]);
  });
});

/** Ways in which a line says something of two findings, with those that it may say are present, and explained. */
const SAID_OF_TWO: readonly {
  readonly line: (a: string, b: string) => string;
  readonly present: "" | "a" | "b" | "ab";
  readonly explained?: "a" | "b" | "ab";
}[] = [
  { line: (a, b) => `no ${a} or ${b}`, present: "" },
  { line: (a, b) => `no ${a}, ${b}`, present: "" },
  { line: (a, b) => `no ${a} and ${b}`, present: "" },
  { line: (a, b) => `not ${a} nor ${b}`, present: "" },
  { line: (a, b) => `neither ${a} nor ${b}`, present: "" },
  { line: (a, b) => `never had ${a} or ${b}`, present: "" },
  { line: (a, b) => `denied: ${a}, ${b}`, present: "" },
  { line: (a, b) => `-${a}, ${b}`, present: "" },
  { line: (a, b) => `no ${a}; ${b}`, present: "b" },
  { line: (a, b) => `${a}, no ${b}`, present: "a" },
  { line: (a, b) => `${b} but no ${a}`, present: "b" },
  { line: (a, b) => `${a} and ${b} negative`, present: "" },
  { line: (a, b) => `${a} or ${b} negative`, present: "" },
  { line: (a, b) => `${a}, ${b} absent`, present: "" },
  { line: (a, b) => `${a}/${b} negative`, present: "" },
  { line: (a, b) => `${a}; ${b} negative`, present: "a" },
  { line: (a, b) => `${a} ruled out; ${b}`, present: "b" },
  { line: (a, b) => `${a} or ${b}`, present: "" },
  { line: (a, b) => `${a}/${b}`, present: "" },
  { line: (a, b) => `?${a}; ${b}`, present: "b" },
  { line: (a, b) => `?${a}, ${b}`, present: "" },
  { line: (a, b) => `${a} (-), ${b}`, present: "b" },
  { line: (a, b) => `${a} (+), ${b}`, present: "ab" },
  { line: (a, b) => `${a} not done; ${b}`, present: "b" },
  { line: (a, b) => `${a} unknown; ${b}`, present: "b" },
  { line: (a, b) => `${a}, ${b}`, present: "ab" },
  { line: (a, b) => `${a} due to parvovirus; ${b}`, present: "ab", explained: "a" },
  { line: (a, b) => `${a} due to parvovirus, ${b} (uremia)`, present: "ab", explained: "ab" },
  { line: (a, b) => `${a}; ${b} due to parvovirus`, present: "ab", explained: "b" },
  { line: (a, b) => `no ${a}; ${b} due to parvovirus`, present: "b", explained: "b" },
  { line: (a, b) => `${a} and ${b} due to parvovirus`, present: "" },
  { line: (a, b) => `${a} due to parvovirus and ${b}`, present: "" },
];

test("of any two findings, none is taken as present that something denies or doubts, nor as explained by what may be another's", () => {
  const named = (Object.keys(definitions.findings) as FindingId[])
    .map((finding) => ({ finding, name: definitions.findings[finding].label.toLowerCase() }))
    // "Direct Coombs test positive" says itself what it is.
    .filter(({ name }) => !/positive$/.test(name));
  let certain = 0;
  const wrong: string[] = [];
  for (const [at, a] of named.entries()) {
    for (const [by, b] of named.entries()) {
      const said = SAID_OF_TWO[(at * 7 + by) % SAID_OF_TWO.length];
      if (!said || a === b) continue;
      const line = said.line(a.name, b.name);
      const found = answers(line);
      if (found.length > 0) certain += 1;
      const isOf = (who: string, finding: FindingId) =>
        (who.includes("a") && finding === a.finding) || (who.includes("b") && finding === b.finding);
      const isWrong = found.some(
        ({ finding, status, explainedBy }) =>
          (status === "present" && !isOf(said.present, finding)) ||
          (status !== "present" && explainedBy) ||
          (status === "present" && isOf(said.explained ?? "", finding) !== (explainedBy !== undefined)),
      );
      if (isWrong) wrong.push(line);
    }
  }
  expect(wrong).toEqual([]);
  expect(certain).toBeGreaterThan(1000);
});
