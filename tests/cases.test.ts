import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { definitions } from "../criteria/index.ts";
import type { SleRecord } from "../criteria/types.ts";
import { type Result, refused, signed } from "../lib/assess.ts";
import type { CriterionState, SetResult } from "../lib/scoring/result.ts";
import { identity } from "../scripts/identity.ts";
import { assess, parse } from "./support/assess.ts";

interface Expected {
  readonly value?: number;
  readonly asAssessed?: string;
  readonly verdict?: string;
  readonly lower?: number;
  readonly upper?: number;
  readonly notices?: readonly { readonly code: string; readonly finding: string }[];
  /** In words; read by hand into `states` below. */
  readonly states?: Readonly<Record<string, string>>;
}
interface Case {
  readonly id: string;
  readonly title: string;
  readonly record: unknown;
  readonly expect?: Readonly<Record<string, Expected>>;
  readonly expectIssue?: string;
  readonly expectNotice?: string;
}

const casesFile = fileURLToPath(new URL("contract/cases.json", import.meta.url));
const cases: readonly Case[] = JSON.parse(readFileSync(casesFile, "utf8"));

function resultOf(input: unknown): Result {
  const { record, issues } = parse(input);
  return record ? assess(record) : refused(issues);
}

function setResult(result: Result, set: string): SetResult {
  const found = result.results?.[set];
  if (!found) throw new Error(`no result for ${set}: ${JSON.stringify(result.issues)}`);
  return found;
}

function figuresOf({ verdict, asAssessed, score }: SetResult): Required<Omit<Expected, "notices" | "states">> {
  return { verdict, asAssessed, value: score.value, lower: score.lower, upper: score.upper };
}

/** What a case's words about states say, by hand: points of domains, states of criteria, and met parts of the rule. */
interface States {
  readonly case: string;
  readonly set: string;
  readonly points?: Readonly<Record<string, number>>;
  readonly criteria?: Readonly<Record<string, CriterionState>>;
  readonly entry?: SetResult["entry"];
  readonly route?: "true";
}
const states: readonly States[] = [
  {
    case: "patient-pericarditis-tamponade",
    set: "eular-acr-2019",
    points: { serosal: 6, "complement-proteins": 3 },
    criteria: {
      "acute-pericarditis": "counted",
      "pleural-or-pericardial-effusion": "outranked",
      "low-c3-or-c4": "counted",
      "low-c3-and-c4": "unknown",
    },
  },
  { case: "patient-series-one-domain", set: "slicc-2012", criteria: { "direct-coombs": "excluded" } },
  { case: "patient-dengue-mimic", set: "eular-acr-2019", entry: "met" },
  {
    case: "teaching-language-exam",
    set: "eular-acr-2019",
    points: { constitutional: 0, "sle-specific-antibodies": 6 },
  },
  { case: "golden-class-3-and-5", set: "slicc-2012", route: "true" },
  { case: "defect-coombs-with-hemolytic-anemia", set: "slicc-2012", criteria: { "direct-coombs": "excluded" } },
  {
    case: "attribution-falls-back",
    set: "eular-acr-2019",
    points: { hematologic: 3 },
    criteria: { leukopenia: "counted", thrombocytopenia: "explained" },
  },
];

describe("worked cases", () => {
  for (const one of cases.filter((each) => each.expect)) {
    test(`${one.id}: ${one.title}`, () => {
      const result = resultOf(one.record);
      expect(result.issues.filter(({ severity }) => severity === "error")).toEqual([]);
      for (const [set, { notices = [], states: _, ...figures }] of Object.entries(one.expect ?? {})) {
        const found = setResult(result, set);
        expect.soft(figuresOf(found), set).toMatchObject(figures);
        for (const notice of notices) expect.soft(found.notices, set).toContainEqual(expect.objectContaining(notice));
      }
      if (one.expectNotice) expect(result.notices.map(({ code }) => code)).toContain(one.expectNotice);
    });
  }

  for (const one of cases.filter((each) => each.expectIssue)) {
    test(`${one.id}: ${one.title}: is refused as ${one.expectIssue}, with no result`, () => {
      const result = resultOf(one.record);
      expect(result.issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual([`error ${one.expectIssue}`]);
      expect(result.results).toBeUndefined();
    });
  }

  test("every case is one of the two", () => {
    expect(cases.every((one) => Boolean(one.expect) !== Boolean(one.expectIssue))).toBe(true);
  });
});

describe("states that the cases put in words", () => {
  test("each of them is read here", () => {
    const worded = cases.flatMap((one) =>
      Object.entries(one.expect ?? {}).flatMap(([set, expected]) => (expected.states ? [`${one.id} ${set}`] : [])),
    );
    expect(states.map((one) => `${one.case} ${one.set}`).sort()).toEqual(worded.sort());
  });

  test.each(states)("$case, $set", ({ case: id, set, points = {}, criteria = {}, entry, route }) => {
    const found = setResult(resultOf(cases.find((one) => one.id === id)?.record), set);
    const domains = new Map(found.domains.map((domain) => [domain.id, domain.points]));
    const byId = new Map(found.domains.flatMap((domain) => domain.criteria.map((one) => [one.id, one.state] as const)));
    for (const [domain, expected] of Object.entries(points)) expect(domains.get(domain), domain).toBe(expected);
    for (const [criterion, expected] of Object.entries(criteria)) expect(byId.get(criterion), criterion).toBe(expected);
    if (entry) expect(found.entry).toBe(entry);
    if (route) expect(found.rule).toMatchObject({ kind: "anyOf", of: [{}, { kind: "route", met: route }] });
  });
});

describe("the same cases on the command line", () => {
  const script = fileURLToPath(new URL("../scripts/score.ts", import.meta.url));
  const score = (args: readonly string[], input: string) =>
    spawnSync(process.execPath, [script, ...args], { input, encoding: "utf8", maxBuffer: 1e8 });

  test("all of them at once, one line for each, in order", () => {
    const { status, stdout, stderr } = score(["--ndjson"], cases.map((one) => JSON.stringify(one.record)).join("\n"));
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBe(cases.length);
    for (const [position, one] of cases.entries()) {
      const line = JSON.parse(lines[position] ?? "");
      if (one.expectIssue) {
        expect(
          line.issues.map(({ code }: { code: string }) => code),
          one.id,
        ).toEqual([one.expectIssue]);
        continue;
      }
      expect(Object.keys(line), one.id).toEqual(definitions.sets.map(({ id }) => id));
      for (const [set, { notices: _, states: __, ...figures }] of Object.entries(one.expect ?? {})) {
        expect(Object.keys(line[set]), one.id).toEqual(["verdict", "asAssessed", "value", "lower", "upper"]);
        expect(line[set], `${one.id} ${set}`).toMatchObject(figures);
      }
    }
  });

  const single = [
    "patient-pericarditis-tamponade",
    "attribution-falls-back",
    "bad-contradiction-twice",
    "bad-number-as-text",
  ];
  test.each(single)("%s alone gives the whole result, to the byte the same as the library", (id) => {
    const record = cases.find((one) => one.id === id)?.record as SleRecord;
    const { status, stdout, stderr } = score(["-"], JSON.stringify(record));
    expect(stderr).toBe("");
    expect(status).toBe(id.startsWith("bad-") ? 2 : 0);
    expect(stdout).toBe(`${JSON.stringify(signed(resultOf(record), identity), null, 2)}\n`);
  });
});
