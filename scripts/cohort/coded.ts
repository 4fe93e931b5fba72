/** A file in somebody else's coding, read by a codebook and scored. */
import { createReadStream, openAsBlob } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { definitions } from "../../criteria/core.ts";
import { assessmentPlanOf } from "../../lib/assess.ts";
import {
  type Codebook,
  type FileReading,
  headerFaults,
  readCodebook,
  type TextReading,
} from "../../lib/cohort/codebook.ts";
import { codedCohort } from "../../lib/cohort/coded-cohort.ts";
import { type CodedHearer, patientsIn } from "../../lib/cohort/coded-patients.ts";
import { formulaNames, outputHeader, partScorer } from "../../lib/cohort/cohort.ts";
import { CohortFault } from "../../lib/cohort/file-parts.ts";
import { kindOf } from "../../lib/cohort/guess-reading.ts";
import { type Line, tableOf } from "../../lib/cohort/table.ts";
import { linesIn } from "../../lib/cohort/table-lines.ts";
import { textLines } from "../../lib/cohort/text-lines.ts";
import { outputOf } from "../../lib/cohort/write-rows.ts";
import { inSentence } from "../../lib/explain/values.ts";
import { lastDay } from "../../lib/record/day.ts";
import { shown } from "../../lib/record/issues.ts";
import { parseJson } from "../../lib/record/parse.ts";
import { type Destination, Refusal, refusalFor } from "./destination.ts";
import { progressOn } from "./progress.ts";
import { remarksOn } from "./remarks.ts";

/** @throws Refusal with all that is wrong with it. */
export async function openCodebook(path: string): Promise<Codebook> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new Refusal(`${path}: ${refusalFor(cause).message}`);
  });
  const json = parseJson(text);
  if ("issue" in json) throw new Refusal(`${path}: ${json.issue.message}`);
  const read = readCodebook(json.value, definitions);
  if ("faults" in read) throw new Refusal(read.faults.map((fault) => `${path}: ${fault}`).join("\n"));
  return read.codebook;
}

/** What could not be read is listed so far. */
const MOST_LISTED = 100;
const ROWS_AT_ONCE = 2_000;
/** So much of a text is read at a time. */
const PIECE = 1 << 20;

export async function scoreCoded(
  from: string,
  size: number | undefined,
  codebook: Codebook,
  destination: Destination,
): Promise<void> {
  const plan = assessmentPlanOf(definitions);
  let bytesRead = 0;
  const { file } = codebook;
  const told = teller(from);
  const lines =
    file.kind === "xlsx" || file.kind === "parquet"
      ? otherLines(
          from,
          file,
          (bytes) => {
            bytesRead = bytes;
          },
          (notes) => told.file(notes),
        )
      : textIn(from, file, (bytes) => {
          bytesRead += bytes;
        });
  const table = await tableOf(lines, file).catch((cause: unknown) => {
    throw asRefusal(cause, from);
  });
  const faults = headerFaults(codebook, table.header);
  if (faults.length > 0) throw new Refusal(faults.map((fault) => `${from}: ${fault}`).join("\n"));
  const cohort = codedCohort(codebook, table.header, plan, lastDay(Date.now()));
  const score = partScorer(plan, cohort.layout);
  const progress = progressOn(process.stderr, { size, bytesRead: () => bytesRead });
  await destination.write(new TextEncoder().encode(outputHeader(plan, cohort.layout)));
  let [pending, rows, refused, formulas] = [[] as string[], 0, 0, formulaNames(cohort.layout)];
  const flush = async (): Promise<void> => {
    const output = outputOf(1 << 16);
    const part = score(new TextEncoder().encode(pending.join("")), output);
    if (part.fault) throw new Refusal(`${from}: a row could not be scored: ${part.fault.message}`);
    await destination.write(output.bytes.subarray(0, output.length));
    pending = [];
    rows += part.rows;
    refused += part.refused;
    formulas += part.formulas;
    progress.rows(rows);
  };
  try {
    for await (const patient of patientsIn(table, codebook, cohort.coder, definitions, told.hearer)) {
      pending.push(cohort.line(patient));
      if (pending.length === ROWS_AT_ONCE) await flush();
    }
  } catch (cause) {
    throw asRefusal(cause, from);
  }
  await flush();
  progress.end([...told.end(), ...remarksOn({ refused, formulas })]);
}

/** A fault of the file in the command's words, and anything else as it is. */
function asRefusal(cause: unknown, from: string): unknown {
  if (!(cause instanceof CohortFault)) return cause;
  const { line, column, message } = cause;
  if (line === undefined) return new Refusal(`${from}: ${message}`);
  const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  return new Refusal(`${from}: ${place}: ${inSentence(message)}`);
}

/** Says which cells could not be read, and of no more than can be looked at. */
function teller(from: string) {
  let [count, rows] = [0, 0];
  let [ofFile, said]: [readonly string[], readonly string[]] = [[], []];
  const hearer: CodedHearer = {
    notes: (notes) => {
      said = notes;
    },
    unread: (unread) => {
      rows += 1;
      for (const { line, column, of, message } of unread) {
        count += 1;
        if (count > MOST_LISTED) continue;
        const place =
          line === undefined ? `the patient ${shown(of)}` : `line ${line}, column ${column}: ${JSON.stringify(of)}`;
        process.stderr.write(`${from}: ${place}: ${message}\n`);
      }
    },
  };
  return {
    hearer,
    file: (notes: readonly string[]): void => {
      ofFile = notes;
    },
    end: (): readonly string[] => [
      ...ofFile,
      ...said,
      ...(rows === 0
        ? []
        : [
            `${rows.toLocaleString("en-US")} rows could not be read and are marked "malformed", or "bad-date" and "implausible-value" where it is a day or a number that cannot be; ${count > MOST_LISTED ? `of what is wrong in them the first ${MOST_LISTED} are listed` : "what is wrong in them is listed"}.`,
          ]),
    ],
  };
}

/** The rows of a workbook or of Parquet, which are read at any place and so are no stream. */
async function* otherLines(
  path: string,
  file: FileReading,
  hear: (bytes: number) => void,
  say: (notes: readonly string[]) => void,
): AsyncGenerator<Line> {
  if (path === "-") throw new Refusal("standard input: a workbook or Parquet is read from a file; name it.");
  try {
    await checkKind(path, file);
    yield* linesIn(await openAsBlob(path), file, hear, say);
  } catch (cause) {
    throw cause instanceof CohortFault ? cause : refusalFor(cause);
  }
}

/** @throws CohortFault where the file begins as one of another kind does. */
async function checkKind(path: string, { kind: said = "text" }: FileReading): Promise<void> {
  const kind = kindOf(new Uint8Array(await (await openAsBlob(path)).slice(0, 64).arrayBuffer()));
  if (kind !== said) throw new CohortFault(`It is no ${said}, as the codebook says.`);
}

/** The rows of a text, which may be standard input. */
async function* textIn(path: string, file: TextReading, hear: (bytes: number) => void): AsyncGenerator<Line> {
  try {
    const isFile = path !== "-" && (await stat(path)).isFile();
    if (isFile) await checkKind(path, file);
    const bytes = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: PIECE });
    yield* textLines(heard(bytes, hear), file);
  } catch (cause) {
    throw cause instanceof CohortFault ? cause : refusalFor(cause);
  }
}

async function* heard(pieces: AsyncIterable<Uint8Array>, hear: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    hear(piece.length);
    yield piece;
  }
}
