/**
 * Everything that reads what somebody else wrote, with texts that it is meant for and what must hold of any text: no
 * crash, nothing lost, and the same from each way in. What is wrong is thrown.
 */
import { deepStrictEqual, ok } from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse as parseCsv } from "csv-parse/sync";
import { context, definitions, inTexts, testsNotRead } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { assess, assessmentPlanOf } from "../../lib/assess.ts";
import { readCodebook } from "../../lib/cohort/codebook.ts";
import { CohortFault } from "../../lib/cohort/file-parts.ts";
import { scoreFile } from "../../lib/cohort/score-file.ts";
import { answerCall, cdsPlanOf } from "../../lib/fhir/cds.ts";
import { importPlanOf, readImport } from "../../lib/fhir/import/import.ts";
import { readResponse } from "../../lib/fhir/read-response.ts";
import { response } from "../../lib/fhir/response.ts";
import { convertUcum } from "../../lib/fhir/ucum.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { explainText } from "../../lib/practice/asked-claim.ts";
import { merged, readProgress, writeProgress } from "../../lib/practice/progress.ts";
import { readKeptSittings, writeSittings } from "../../lib/practice/saved-sitting.ts";
import { withConfirmed } from "../../lib/reading/confirm.ts";
import { readText } from "../../lib/reading/read-text.ts";
import { EMPTY_RECORD } from "../../lib/record/edit.ts";
import { parseRecord, parseRecordText, recordFormatOf } from "../../lib/record/parse.ts";
import { readFragment } from "../../lib/rounds/address.ts";
import { readCode, writtenCode } from "../../lib/rounds/code.ts";
import { planOf } from "../../lib/rounds/plan.ts";
import { readDraft, readRound, writeRound } from "../../lib/rounds/prepare.ts";
import { commanded, newRoom, type Room, type Vote, votable } from "../../lib/rounds/room.ts";
import { commandSchema, voteSchema } from "../../lib/rounds/sent.ts";
import { view } from "../../lib/rounds/view.ts";
import { readFile, writeFile } from "../../lib/share/file.ts";
import { openFragment, shareFragment } from "../../lib/share/link.ts";
import { readStored } from "../../lib/store/read-stored.ts";
import { writeStored } from "../../lib/store/write-stored.ts";
import { identity } from "../../scripts/identity.ts";
import { fileOf, type RandomCohort, randomCohort } from "../cohort/support/random-cohort.ts";
import { planFor, practice, prepared } from "../rounds/support.ts";
import { randomFrom, randomRecord } from "../scoring/support/random-records.ts";
import { byEngine, type Row } from "../sql/support/rows.ts";
import { agreeOn } from "./agreement.ts";

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
const cds = cdsPlanOf(definitions, identity);
const imports = importPlanOf(definitions);
const finding = findPlanOf({ definitions, topics: context, notRead: testsNotRead });
const words = { definitions, inTexts, notRead: testsNotRead };

const random = randomFrom(7);
const records: readonly SleRecord[] = [
  ...definitions.examples.slice(0, 60).map(({ record }) => record),
  ...Array.from({ length: 60 }, () => randomRecord(random, 0.5)),
];

/** A value as JSON has it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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

const SITTING = {
  query: "set=slerpi&seed=3&n=5",
  at: "2026-01-02T03:04:05.000Z",
  cases: 5,
  twins: [],
  position: 1,
  outcomes: [{ title: "A cashier", set: "slerpi", right: true, pointsRight: true, missed: [], position: 0 }],
  draft: { opened: 1, marks: { fever: "counts" }, typed: { arthritis: "2" }, verdict: "classified", checked: false },
};
const ATTEMPT = {
  at: "2026-01-02T03:04:05.000Z",
  case: "cashier-bruises",
  set: "slerpi",
  sure: 70,
  right: true,
  rules: [{ rule: "slerpi/arthritis", right: true }],
  misreadings: [],
};
const CODEBOOK = {
  format: "sle-codebook/1",
  file: { encoding: "utf-8", separator: ",", decimal: ".", shape: "row-per-patient", headerRow: 1 },
  columns: {
    PATID: { is: "id" },
    RASH: { is: "finding", finding: "malar-rash", values: { "0": "absent", "1": "present", "9": "unknown" } },
    BIOPSY: { is: "findings", values: { III: { "biopsy-class-3-or-4": "present" }, none: "unknown" } },
    ACR01: { is: "criterion", set: "acr-1997", criterion: "malar-rash", values: { "0": "absent", "1": "present" } },
    WBC: { is: "test", test: "white-cells", unit: "10*9/L", values: { "-9": "unknown" } },
    DAY: { is: "date", order: "day-month-year" },
    WARD: { is: "kept" },
    NOTE: { is: "ignored" },
  },
};
const ROUND = prepared([
  { kind: "finding", finding: "oral-ulcers" },
  { kind: "points", set: "eular-acr-2019", domain: "mucocutaneous" },
  { kind: "verdict", set: "slerpi" },
]);
const ROOM_PLAN = planFor(ROUND);
const ROLES = [{ kind: "presenter" }, { kind: "screen" }, { kind: "voter", voter: 1 }] as const;
const move = (from: string, to: string) => ({ kind: "move", question: "q1", from, move: to });
const SENT = [
  { kind: "go-to", question: "q1" },
  move("draft", "open"),
  { choice: "counts", certainty: 2 },
  { choice: "absent", certainty: 1 },
  move("first-vote", "close"),
  move("first-closed", "discuss"),
  move("discussion", "open-again"),
  move("second-vote", "close"),
  move("second-closed", "reveal"),
  { kind: "go-to", question: "q2" },
  { kind: "end" },
];

const links = await Promise.all(records.slice(0, 40).map(shareFragment));

export const readers: readonly Reader[] = [
  {
    name: "records",
    seeds: records.map((record) => JSON.stringify(record)),
    read: (text) => {
      const { record, issues } = parseRecordText(text, format);
      ok(record !== undefined || issues.length > 0, "nothing was read, and nothing is said");
      if (!record) return;
      // Whatever was in the text and is not in the record has been complained of.
      if (issues.length === 0) deepStrictEqual(plain(record), plain(JSON.parse(text)), "something was lost");
      survives(record);
      agreeOn(record);
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
    seeds: records.slice(0, 30).map((record) => JSON.stringify(response(record, definitions, "0.0.0"))),
    read: (text) => {
      const { record, issues } = readResponse(jsonIn(text), definitions, format);
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
    seeds: [writeSittings([]), JSON.stringify({ format: "sle-sittings/1", sittings: [SITTING, SITTING] })],
    read: (text) => {
      const read = readKeptSittings(text);
      if (read.kind === "unreadable") ok(read.issues.length > 0, "an entry is refused, and nothing is said");
      if (read.kind !== "read") return;
      deepStrictEqual(readKeptSittings(writeSittings(read.value)), read, "sittings are not read back as they were");
    },
  },
  {
    name: "answers that practice keeps",
    seeds: [JSON.stringify({ format: "sle-practice/1", attempts: [ATTEMPT, { ...ATTEMPT, right: false }] })],
    read: (text) => {
      const read = readProgress(text);
      if ("problem" in read) return ok(read.problem !== "", "a file is refused, and nothing is said");
      deepStrictEqual(readProgress(writeProgress(read.progress)), read, "answers are not read back as they were");
      for (const { at } of read.progress.attempts)
        ok(
          merged(read.progress, read.progress).attempts.some((one) => one.at === at),
          "an answer was lost when two windows joined",
        );
    },
  },
  {
    name: "questions about wrong answers",
    seeds: records
      .slice(0, 20)
      .map((record, position) =>
        JSON.stringify({ set: definitions.sets[position % 4]?.id, record, total: position, verdict: "classified" }),
      ),
    read: (text) => {
      const told = explainText(text, { record: format, material: practice, today: TODAY });
      if ("issues" in told) ok(told.issues.length > 0, "a question is refused, and nothing is said");
      else ok(told.explanations.length <= 10, "more than ten explanations");
    },
  },
  {
    name: "calls for cards",
    seeds: bundles.map((file) =>
      JSON.stringify({
        hook: "patient-view",
        hookInstance: "1",
        context: { patientId: "p1", userId: "u1" },
        prefetch: { observations: json(file) },
      }),
    ),
    read: (text) => {
      const answered = answerCall(cds, jsonIn(text), "https://criteria.example", convertUcum, TODAY);
      if (answered.kind === "unreadable") ok(answered.why !== "", "a call is refused, and nothing is said");
    },
  },
  {
    name: "cohort files",
    seeds: Array.from({ length: 20 }, () => fileOf(narrow(randomCohort(random, 4)))),
    read: readCohortFile,
  },
  {
    name: "codebooks",
    seeds: [JSON.stringify(CODEBOOK)],
    read: (text) => {
      const read = readCodebook(jsonIn(text), definitions);
      if ("faults" in read) ok(read.faults.length > 0, "a codebook is refused, and nothing is said");
    },
  },
  {
    name: "prepared rounds",
    seeds: [writeRound(ROUND), JSON.stringify({ ...ROUND, record: records[70] })],
    read: (text) => {
      readDraft(text, definitions);
      const read = readRound(text, definitions);
      if ("why" in read) return ok(read.why !== "", "a round is refused, and nothing is said");
      deepStrictEqual(readRound(writeRound(read.round), definitions), read, "a round is not read back as it was");
      const planned = planOf(read.round, definitions, practice.misreadings, identity);
      if ("why" in planned) ok(planned.why !== "", "a round is refused, and nothing is said");
    },
  },
  { name: "what a room is sent", seeds: [JSON.stringify(SENT)], read: readSent },
  {
    name: "codes and addresses of rooms",
    seeds: ["ACDEFGHJ", "ACDE FGHJ", "acde-fghj", "#ACDEFGHJ", "#ACDEFGHJ.token"],
    read: (text) => {
      readFragment(text);
      const code = readCode(text);
      if (code !== undefined) deepStrictEqual(readCode(writtenCode(code)), code, "a code is not read as it is written");
    },
  },
];

/** Of a cohort a few columns: the scorer is made anew for each file, which takes as long as it has columns. */
function narrow({ header, rows }: RandomCohort): RandomCohort {
  const kept = header.flatMap((name, column) => (name === "id" || column % 16 === 0 ? [column] : []));
  const some = (cells: readonly string[]) => kept.map((column) => cells[column] ?? "");
  return { header: some(header), rows: rows.map(({ cells, record }) => ({ cells: some(cells), record })) };
}

/** A file is refused with its place, or each of its rows is there, as the engine sees the record that it stands for. */
async function readCohortFile(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const written: Uint8Array[] = [];
  try {
    await scoreFile(
      plan,
      async function* () {
        yield bytes;
      },
      [],
      (piece) => written.push(piece),
      () => {},
    );
  } catch (error) {
    if (!(error instanceof CohortFault)) throw error;
    return ok(error.message !== "", "a file is refused, and nothing is said");
  }
  const [header = [], ...rows] = parseCsv(Buffer.from(bytes), CSV) as string[][];
  const [names = [], ...lines] = parseCsv(Buffer.concat(written), CSV) as string[][];
  deepStrictEqual(lines.length, rows.length, "a row was lost, or came from nowhere");
  for (const [position, row] of rows.entries()) {
    const cells: Row = Object.fromEntries(header.map((name, column) => [name, row[column] ?? ""]));
    const own = Object.fromEntries(names.map((name, column) => [name, lines[position]?.[column] ?? ""]));
    const expected = byEngine(cells["id"] ?? "", cells, plan);
    for (const [name, value] of Object.entries(expected))
      deepStrictEqual(sorted(own[name] ?? ""), sorted(String(value ?? "")), `${name} of row ${position} is another`);
  }
}

const CSV = { record_delimiter: ["\r\n", "\n"], relax_column_count: true, skip_empty_lines: true, bom: true };
/** Codes of issues in one order. */
const sorted = (cell: string): string => cell.split(" ").sort().join(" ");

/** Commands and votes, one after the other: a room is never in a state that nobody can name, and never comes back. */
function readSent(text: string): void {
  const sent = jsonIn(text);
  let room: Room = newRoom("ACDEFGHJ", ROOM_PLAN, 1_000);
  const votes: Vote[] = [];
  for (const one of Array.isArray(sent) ? sent : [sent]) {
    const before = room;
    const command = commandSchema.safeParse(one);
    if (command.success) {
      const answered = commanded(room, command.data, 2_000);
      if ("room" in answered) room = answered.room;
    }
    const vote = voteSchema.safeParse(one);
    if (vote.success) {
      const cast: Vote = { question: "q1", ballot: 1, voter: votes.length + 1, ...vote.data };
      if (votable(room, cast) === "yes") votes.push(cast);
    }
    ok(room.version >= before.version && (room.ended || !before.ended), "a room went back");
    const known = { room, votes, joined: votes.length, presenterHere: true };
    for (const role of ROLES) {
      const seen = view(known, role, definitions, identity);
      deepStrictEqual(plain(seen), plain(plain(seen)), "what is sent is no JSON");
    }
  }
}
