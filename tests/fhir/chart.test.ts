/** What a record is asked in a launch, and what is made of its answers. */
import { expect, test } from "vitest";
import { definitions } from "../../criteria/named.ts";
import { askedCodes, codeQuestions } from "../../lib/fhir/asked-codes.ts";
import { type ChartAnswer, gatheredAnswers } from "../../lib/fhir/chart-answers.ts";
import { chartQueries } from "../../lib/fhir/chart-queries.ts";

const codesOf = (query: string) => new URLSearchParams(query.split("?")[1]).get("code")?.split(",") ?? [];
const queries = chartQueries(definitions, "a b/ü");
const [results, diagnoses] = [queries.slice(0, -1), queries.at(-1)];

test("every code of every test and finding is asked for once, and no address is longer than servers take", () => {
  const asked = results.flatMap(codesOf);
  const known = [...Object.values(definitions.tests), ...Object.values(definitions.findings)].flatMap(
    ({ codes = [] }) => codes.filter(({ system }) => system === "loinc").map(({ code }) => `http://loinc.org|${code}`),
  );
  expect(new Set(asked)).toEqual(new Set(known));
  expect(asked.length).toBe(new Set(known).size);
  for (const query of queries) {
    expect(query.length).toBeLessThan(1700);
    expect(new URLSearchParams(query.split("?")[1]).get("patient")).toBe("a b/ü");
  }
  expect(results.length).toBeGreaterThan(1);
  expect(diagnoses).toMatch(/^Condition\?/);
  // What laboratories send most is in the first question.
  for (const code of ["777-3", "26515-7", "26464-8", "6690-2", "5048-4", "5130-0", "33799-8", "4485-9", "3181-5"]) {
    expect(codesOf(results[0] ?? "")).toContain(`http://loinc.org|${code}`);
  }
});

test("codes are said with what they are asked for, each once", () => {
  const asked = askedCodes(definitions);
  expect(asked.find(({ label }) => label === "Platelet count")?.codes).toContain("26515-7");
  expect(asked.find(({ label }) => label === "Anti-Sm")?.codes).toContain("11090-8");
  const codes = asked.flatMap((one) => one.codes);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codeQuestions([])).toEqual([]);
  expect(codeQuestions([{ label: "x", codes: ["1-8"] }])).toEqual(["http://loinc.org|1-8"]);
});

const answer = (query: string, count: number, rest: Partial<ChartAnswer> = {}): ChartAnswer => ({
  query,
  entry: Array.from({ length: count }, (_, position) => ({ position })),
  isMore: false,
  ...rest,
});
const [first = "", second = ""] = results;
const refused = { failed: "403 Forbidden" };

test("what could be read is kept when another question is refused, and it is said which", () => {
  const { entry, missing } = gatheredAnswers([answer(first, 2), answer(diagnoses ?? "", 0, refused)]);
  expect(entry).toHaveLength(2);
  expect(missing).toEqual([
    {
      what: "Diagnoses (Condition)",
      why: "the record did not give them: 403 Forbidden",
      count: 1,
      source: "the record",
    },
  ]);
  const half = gatheredAnswers([answer(first, 1), answer(second, 0, refused), answer(diagnoses ?? "", 3)]);
  expect(half.entry).toHaveLength(4);
  expect(half.missing).toHaveLength(1);
  expect(half.missing[0]?.what).toMatch(/^Results \(Observation\) under \d+ of the codes, from \d+-\d on$/);
  // An empty answer is one: nothing was refused by it.
  expect(gatheredAnswers([answer(first, 0), answer(second, 0, refused)]).missing).toHaveLength(1);
});

test("an answer that broke off keeps what came before, and says how much that is", () => {
  const { entry, missing } = gatheredAnswers([answer(first, 200, { isMore: true, failed: "504 Gateway Timeout" })]);
  expect(entry).toHaveLength(200);
  expect(missing[0]?.why).toBe("the record gave 200 and then no more: 504 Gateway Timeout");
  expect(gatheredAnswers([answer(first, 40, { isMore: true })]).missing[0]?.why).toContain(
    "more of them than the 40 that were read",
  );
  expect(gatheredAnswers([answer(first, 40)]).missing).toEqual([]);
});

test("only a record that answers nothing at all is a failure", () => {
  expect(() => gatheredAnswers([answer(first, 0, refused), answer(second, 0, { failed: "500" })])).toThrow("403");
  expect(gatheredAnswers([])).toEqual({ entry: [], missing: [] });
});
