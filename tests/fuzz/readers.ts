/**
 * Everything that reads what somebody else wrote, with texts that it is meant for and what must hold of any text: no
 * crash, nothing lost, and the same from each way in. What is wrong is thrown.
 */
import { deepStrictEqual, ok } from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { context, definitions, inTexts, testsNotRead } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { scorePlanOf, scoreText } from "../../lib/api/score.ts";
import { assess, assessFigures, assessmentPlanOf } from "../../lib/assess.ts";
import { importPlanOf, readImport } from "../../lib/fhir/import/import.ts";
import { readResponse } from "../../lib/fhir/read-response.ts";
import { convertUcum } from "../../lib/fhir/ucum.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { readSittings, writeSittings } from "../../lib/practice/saved-sitting.ts";
import { withConfirmed } from "../../lib/reading/confirm.ts";
import { readText } from "../../lib/reading/read-text.ts";
import { EMPTY_RECORD } from "../../lib/record/edit.ts";
import { hasError } from "../../lib/record/issues.ts";
import { parseRecord, parseRecordText, recordFormatOf } from "../../lib/record/parse.ts";
import { readFile, writeFile } from "../../lib/share/file.ts";
import { openFragment, shareFragment } from "../../lib/share/link.ts";
import { readStored } from "../../lib/store/read-stored.ts";
import { writeStored } from "../../lib/store/write-stored.ts";
import { identity } from "../../scripts/identity.ts";
import { SETS, type SetId, type World } from "../oracles/completions.ts";
import { readRecord } from "../oracles/record.ts";
import { type Random, randomFrom, randomRecord } from "../scoring/support/random-records.ts";

export interface Reader {
  readonly name: string;
  /** Texts that it reads without a fault. */
  readonly seeds: readonly string[];
  /** Reads any text. @throws when something that must hold does not. */
  readonly read: (text: string) => void | Promise<void>;
}

const TODAY = "2026-06-30";
const format = recordFormatOf(definitions);
const plan = assessmentPlanOf(definitions);
const scoring = scorePlanOf(definitions, identity);
const imports = importPlanOf(definitions);
const finding = findPlanOf({ definitions, topics: context, notRead: testsNotRead });
const words = { definitions, inTexts, notRead: testsNotRead };

const random = randomFrom(7);
const records: readonly SleRecord[] = [
  ...definitions.examples.slice(0, 60).map(({ record }) => record),
  ...Array.from({ length: 60 }, () => randomRecord(random, 0.5)),
];

/** A record as the second readings of the papers see it. */
function world(record: SleRecord): World {
  return Object.fromEntries(
    Object.entries(readRecord(record).facts).map(([id, { status, explainedBy }]) => [
      id,
      status === "unknown" ? undefined : explainedBy ? { explainedBy } : status,
    ]),
  );
}

/** One record gives the same to the page, to a program, to a cohort, and to the second reading of the papers. */
function agrees(record: SleRecord): void {
  const result = assess(plan, record, TODAY);
  const text = JSON.stringify(record);
  const api = scoreText(scoring, text, TODAY);
  deepStrictEqual(
    api.status,
    hasError(result.issues) ? 422 : 200,
    "the interface refuses what the page takes, or takes it",
  );
  if (!result.results) return;
  if (api.status === 200) deepStrictEqual(api.body.results, result.results, "the interface gives another result");
  const figures = assessFigures(plan, record, TODAY);
  for (const [set, { verdict, asAssessed, score }] of Object.entries(result.results)) {
    const own = { verdict, asAssessed, value: score.value, lower: score.lower, upper: score.upper };
    deepStrictEqual(
      "issues" in figures ? figures.issues : figures[set],
      own,
      `a cohort's figures of ${set} are others`,
    );
    const second = SETS[set as SetId](world(record));
    deepStrictEqual(
      { value: score.value, classified: asAssessed === "classified" },
      { value: second.score, classified: second.classified },
      `the second reading of ${set} is another`,
    );
  }
}

/** What was read is a record that says the same when it is written and read again. */
function survives(record: SleRecord): void {
  const again = parseRecord(format, JSON.parse(JSON.stringify(record)));
  deepStrictEqual(again.record, record, "a record is not read back as it was");
}

const json = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, "..", file), "utf8"));
const texts = (json("reading/texts/shared.json") as readonly { readonly text: string }[]).map(({ text }) => text);
const bundles = globSync("fhir/realworld/*.json", { cwd: join(import.meta.dirname, "..") }).sort();

const LINES = [
  "wbc 3.2",
  "plt 82 x10^9/L 2024-02-10",
  "c3 62 mg/dL (<90)",
  "no malar rash",
  "dsdna 95 IU/mL high 10 elisa",
  "ana 1:160 speckled",
  "oral ulcers from herpes",
  "seizure 3 March 2024",
  "upcr 60 mg/mmol",
  "temp 101.0 F",
  "-coombs",
  "leukopenia, thrombocytopenia and no rash",
  "class III lupus nephritis",
  "acl igg 41 GPL p99 30",
] as const;

const response = (record: SleRecord) => ({
  resourceType: "QuestionnaireResponse",
  status: "completed",
  item: Object.entries(record.findings ?? {}).map(([linkId, status]) => ({
    linkId,
    answer: [{ valueCoding: { code: typeof status === "string" ? status : status?.status } }],
  })),
});

const links = await Promise.all(records.slice(0, 40).map(shareFragment));

export const readers: readonly Reader[] = [
  {
    name: "records",
    seeds: records.map((record) => JSON.stringify(record)),
    read: (text) => {
      const { record, issues } = parseRecordText(text, format);
      ok(record !== undefined || issues.length > 0, "nothing was read, and nothing is said");
      if (!record) return;
      survives(record);
      agrees(record);
    },
  },
  {
    name: "links",
    seeds: links,
    read: async (text) => {
      const opened = await openFragment(text, format);
      if (opened.kind !== "record") return;
      survives(opened.record);
      // Its checksum holds, so that it is one of those that were made.
      ok(
        records.some((record) => isDeepStrictEqual(record, opened.record)),
        "a changed link opened",
      );
    },
  },
  {
    name: "files",
    seeds: records.slice(0, 40).map((record) => writeFile(record, assess(plan, record, TODAY), identity)),
    read: (text) => {
      const { record, issues } = readFile(text, format);
      ok(record !== undefined || issues.length > 0, "nothing was read, and nothing is said");
      if (record) survives(record);
    },
  },
  {
    name: "FHIR bundles",
    seeds: bundles.map((file) => JSON.stringify(json(file))),
    read: (text) => {
      const { proposals } = readImport(imports, text, convertUcum, TODAY);
      const record = withConfirmed(EMPTY_RECORD, proposals);
      deepStrictEqual(parseRecord(format, JSON.parse(JSON.stringify(record))).issues, [], "a proposal is no record");
    },
  },
  {
    name: "FHIR questionnaire responses",
    seeds: records.slice(0, 30).map((record) => JSON.stringify(response(record))),
    read: (text) => {
      let input: unknown;
      try {
        input = JSON.parse(text);
      } catch {
        return;
      }
      const { record, issues } = readResponse(input, definitions, format);
      ok(record !== undefined || issues.length > 0, "nothing was read, and nothing is said");
      if (record) survives(record);
    },
  },
  {
    name: "clinical texts",
    seeds: texts,
    read: (text) => {
      const { proposals, notTaken } = readText(text, words);
      for (const { at } of [...proposals, ...notTaken] as readonly { readonly at?: readonly [number, number] }[]) {
        if (at) ok(at[0] >= 0 && at[0] <= at[1] && at[1] <= text.length, "a place lies outside of the text");
      }
    },
  },
  {
    name: "typed lines",
    seeds: LINES,
    read: (text) => {
      const { offers, certain } = offersFor(finding, text, TODAY);
      ok(!certain || offers.length > 0, "Enter would take what is not there");
    },
  },
  {
    name: "stored patients",
    seeds: records.slice(0, 40).map((record) => writeStored({ record, saved: "2026-01-02T03:04:05.000Z" })),
    read: (text) => {
      const stored = readStored(text, format);
      if (stored.kind === "unreadable") ok(stored.issues.length > 0, "an entry is refused, and nothing is said");
      if (stored.kind !== "patient") return;
      survives(stored.patient.record);
      deepStrictEqual(readStored(writeStored(stored.patient), format), stored, "an entry is not read back as it was");
    },
  },
  {
    name: "stored sittings",
    seeds: [writeSittings([])],
    read: (text) => {
      let sittings: ReturnType<typeof readSittings>;
      try {
        sittings = readSittings(text);
      } catch {
        // What cannot be read is kept apart by lib/store/kept.ts.
        return;
      }
      deepStrictEqual(readSittings(writeSittings(sittings)), sittings, "sittings are not read back as they were");
    },
  },
];

/** What people, programs and damage put into texts. */
const PIECES = [
  "",
  "\0",
  "\uFEFF",
  "\u202E",
  "\u2028",
  "\r",
  "{",
  "}",
  "[",
  "]",
  '"',
  "\\",
  ",",
  ":",
  "null",
  "true",
  "-0",
  "1e309",
  "0.1e-400",
  "999999999999999999999",
  "NaN",
  "present",
  "absent",
  "unknown",
  '"__proto__":{}',
  "<script>",
  "1:80",
  "<",
  ">",
  "≥",
  "µ",
  "\u00B2",
  "10^9/L",
  "mg/dL",
  "2024-02-30",
  "0001-01-01",
  "\uD800",
  "😀",
  "%2E",
  "#",
  "|",
  "\t",
  "no ",
  "/",
] as const;

const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1));

/** A text that something was done to: a few cuts, copies, insertions, swaps and pieces of another. */
function damaged(seeds: readonly string[], random: Random): string {
  const one = () => seeds[Math.floor(random() * seeds.length)] ?? "";
  let text = one();
  for (let left = upTo(random, 4); left > 0; left -= 1) {
    const from = upTo(random, text.length);
    const to = Math.min(text.length, from + upTo(random, 12));
    const [before, within, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
    const other = one();
    const start = upTo(random, other.length);
    const choices = [
      () => before + after,
      () => before + within + within + after,
      () => before + (PIECES[Math.floor(random() * PIECES.length)] ?? "") + after,
      () => before + String(upTo(random, 2000) / 10) + after,
      () => before + other.slice(start, start + upTo(random, 60)) + after,
      () => before + within.split("").reverse().join("") + after,
    ];
    text = choices[Math.floor(random() * choices.length)]?.() ?? text;
  }
  return text;
}

export interface Fault {
  readonly reader: string;
  readonly text: string;
  readonly why: string;
}

export interface Run {
  readonly faults: readonly Fault[];
  /** Milliseconds that the slowest text took. */
  readonly slowest: number;
}

/** Reads so many damaged texts; the same ones for the same seed. */
export async function fuzz({ name, seeds, read }: Reader, count: number, seed: number): Promise<Run> {
  const random = randomFrom(seed);
  const faults: Fault[] = [];
  let slowest = 0;
  for (let done = 0; done < count; done += 1) {
    const text = damaged(seeds, random);
    const start = performance.now();
    try {
      await read(text);
    } catch (error) {
      faults.push({ reader: name, text, why: error instanceof Error ? error.message : String(error) });
    }
    slowest = Math.max(slowest, performance.now() - start);
  }
  return { faults, slowest };
}
