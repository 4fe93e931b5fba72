/**
 * A cohort from CSV to verdicts, beside DuckDB in the same run.
 *
 * - `npm run bench -- cohort [rows]`: the command with all four sets and exact bounds, against DuckDB, which works out
 *   the score and class of EULAR/ACR alone, both from the same file to a file of their own, as programs that are started;
 *   the kernel alone; and twice the rows against once.
 * - `npm run bench -- cohort agree [rows] [seed]`: random partial rows, each compared with what `assess` says of it.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { definitions } from "../../criteria/core.ts";
import type { Condition, CriteriaSet, FindingId } from "../../criteria/types.ts";
import { assessmentPlanOf } from "../../lib/assess.ts";
import { run } from "../../lib/cohort/circuit.ts";
import { blockOf, LANES, scorerOf } from "../../lib/cohort/scorer.ts";
import { disagreements } from "../cohort/support/agree.ts";
import { randomCohort } from "../cohort/support/random-cohort.ts";
import { randomFrom } from "../scoring/support/random-records.ts";

const FINDINGS = Object.keys(definitions.findings) as FindingId[];
const whole = (number: number): string => Math.round(number).toLocaleString("en-US");

/** A file with every finding: a fifth of the cells empty, the others 0 or 1 without a contradiction. */
function writeCohort(path: string, rows: number): void {
  const random = randomFrom(2019);
  const position = new Map(FINDINGS.map((finding, at) => [finding, at]));
  const steps = definitions.implications.map(
    ({ from, to }) => [position.get(from) ?? 0, position.get(to) ?? 0] as const,
  );
  // Patients are dealt from so many that were made: what a row costs does not depend on its being new.
  const made = Array.from({ length: 20_000 }, () => {
    const cells = FINDINGS.map(() => (random() < 0.2 ? "" : random() < 0.2 ? "1" : "0"));
    for (let turn = 0; turn < 3; turn += 1) {
      for (const [from, to] of steps) if (cells[from] === "1" && cells[to] === "0") cells[to] = "1";
    }
    return cells.join(",");
  });
  const file = openSync(path, "w");
  writeSync(file, `id,${FINDINGS.join(",")}\n`);
  for (let row = 0; row < rows; row += 10_000) {
    const count = Math.min(10_000, rows - row);
    const lines = Array.from(
      { length: count },
      (_, at) => `P${row + at},${made[Math.floor(random() * made.length)]}\n`,
    );
    writeSync(file, lines.join(""));
  }
  closeSync(file);
}

/** A program from its start to its end, in milliseconds. */
function timed(args: readonly string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - began;
}

const script = fileURLToPath(new URL("../../scripts/cohort.mjs", import.meta.url));

/** The score and class of a set as assessed, without bounds: what a script for one set works out. */
function queryOf(set: CriteriaSet, from: string, to: string): string {
  const truth = (condition: Condition): string => {
    switch (condition.kind) {
      case "present":
      case "recorded":
        return `coalesce("${condition.finding}" = 1, false)`;
      case "all":
        return `(${condition.of.map(truth).join(" and ")})`;
      case "any":
        return `(${condition.of.map(truth).join(" or ")})`;
      case "atLeast":
        return `(${condition.of.map((part) => `${truth(part)}::int`).join(" + ")} >= ${condition.count})`;
      case "not":
        return `(not ${truth(condition.of)})`;
    }
  };
  const domains = set.domains.map(({ criteria }) => {
    const heaviestFirst = criteria.toSorted((one, other) => other.weight - one.weight);
    return `(case ${heaviestFirst.map(({ when, weight }) => `when ${truth(when)} then ${weight}`).join(" ")} else 0 end)`;
  });
  const clinical = domains.filter((_, position) => set.domains[position]?.group === "clinical");
  const entry = set.entry ? truth(set.entry.when) : "true";
  return (
    `copy (with scored as (select id, ${domains.join(" + ")} as score, ${clinical.join(" + ")} as clinical, ${entry} as entry ` +
    `from read_csv('${from}')) select id, score, entry and score >= 10 and clinical > 0 as classified from scored) to '${to}' (header)`
  );
}

/** DuckDB as a program of its own, with all the threads that it takes. */
function duckDb(query: string): number {
  return timed([fileURLToPath(new URL("./cohort-duckdb.ts", import.meta.url)), query]);
}

/** Patients a second of the kernel alone: columns of bits in, columns of bits out, one set. */
function kernelRate(set: CriteriaSet): number {
  const plan = assessmentPlanOf({ ...definitions, sets: [set] });
  const scorer = scorerOf(plan, { stated: new Set(FINDINGS), measured: new Set(), explained: false });
  const block = blockOf(scorer, 128);
  const random = randomFrom(1);
  for (const place of scorer.program.places.values()) {
    for (let word = 0; word < block.words; word += 1) block.memory[place * block.words + word] = random() * 2 ** 32;
  }
  // The best of many short stretches, of which other work on the machine leaves some alone.
  let best = 0;
  for (let attempt = 0; attempt < 3_000; attempt += 1) {
    const began = performance.now();
    for (let turn = 0; turn < 20; turn += 1) run(scorer.program, block.memory, block.words, block.words);
    best = Math.max(best, (20 * block.words * LANES) / ((performance.now() - began) / 1_000));
  }
  return best;
}

function compare(rows: number): void {
  const folder = mkdtempSync(join(tmpdir(), "cohort-bench-"));
  try {
    const [file, half] = [join(folder, "cohort.csv"), join(folder, "half.csv")];
    writeCohort(file, rows);
    writeCohort(half, rows / 2);
    const eular = definitions.sets[0];
    if (!eular) throw new Error("no set is registered");
    const ours: number[] = [];
    const theirs: number[] = [];
    const halves: number[] = [];
    // In turn, since a busy machine slows both.
    for (let turn = 0; turn < 5; turn += 1) {
      ours.push(timed([script, file, "--out", join(folder, "ours.csv")]));
      theirs.push(duckDb(queryOf(eular, file, join(folder, "theirs.csv"))));
      halves.push(timed([script, half, "--out", join(folder, "ours.csv")]));
    }
    const median = (times: readonly number[]): number =>
      times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
    const [own, duck, halved] = [median(ours), median(theirs), median(halves)];
    console.log(
      `${whole(rows)} rows, ${FINDINGS.length} findings, ${whole(statSync(file).size / 1e6)} MB; ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}`,
    );
    console.log("from CSV to a file of verdicts, from the start of the program to its end, median of 5:");
    console.log(
      `  ours, ${definitions.sets.length} sets with exact bounds   ${(own / 1_000).toFixed(2)} s  (least ${(Math.min(...ours) / 1_000).toFixed(2)})`,
    );
    console.log(
      `  DuckDB, ${eular.short} alone, no bounds  ${(duck / 1_000).toFixed(2)} s  (least ${(Math.min(...theirs) / 1_000).toFixed(2)})`,
    );
    console.log(`  ours / DuckDB                        ${(own / duck).toFixed(2)}  (bar: below 1)`);
    console.log(
      `  ${whole(rows)} rows / ${whole(rows / 2)} rows           ${(own / halved).toFixed(2)}  (linear: at most 2)`,
    );
    for (const set of definitions.sets)
      console.log(
        `kernel, ${set.short}: ${whole(kernelRate(set) / 1e6)} million patients a second${set === eular ? "  (bar: 100)" : ""}`,
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function agree(rows: number, seed: number): void {
  const random = randomFrom(seed);
  const began = performance.now();
  let [compared, different] = [0, 0];
  for (let said = began; compared < rows; ) {
    const cohort = randomCohort(random, 500);
    const found = disagreements(cohort);
    compared += cohort.rows.length;
    different += found.length;
    for (const one of found.slice(0, 3)) console.log(`${one.ours}\n${one.theirs}\n${JSON.stringify(one.record)}`);
    if (performance.now() - said > 10_000) {
      said = performance.now();
      console.error(`${whole(compared)} rows, ${different} of them differ`);
    }
  }
  console.log(`${whole(compared)} random partial rows, seed ${seed}: ${different} differ from what assess says`);
  process.exitCode = different > 0 ? 1 : 0;
}

const [, , , what, ...rest] = process.argv;
if (what === "agree") agree(Number(rest[0] ?? 1_000_000), Number(rest[1] ?? 1));
else compare(Number(what ?? 1_000_000));
