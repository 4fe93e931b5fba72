import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { assessFigures } from "../../lib/assess.ts";
import { CELL_ANSWERS, readColumns } from "../../lib/cohort/columns.ts";
import { methodsText } from "../../lib/cohort/methods.ts";
import { type SetSettling, settleCounter } from "../../lib/cohort/settle.ts";
import { summaryOf } from "../../lib/cohort/summary.ts";
import { summaryTables } from "../../lib/cohort/summary-tables.ts";
import { interpret } from "../../lib/record/interpret.ts";
import { type Random, randomFrom } from "../scoring/support/random-records.ts";
import { plan } from "./support/agree.ts";
import { fileOf, type RandomCohort, randomCohort } from "./support/random-cohort.ts";

const FINDINGS = Object.keys(definitions.findings) as FindingId[];

function settlingOf(file: string): readonly SetSettling[] {
  const at = file.indexOf("\n") + 1;
  const read = readColumns(file.slice(0, at - 1).split(","), definitions);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const counter = settleCounter(plan, read.layout);
  counter.add(new TextEncoder().encode(file.slice(at)));
  return counter.counts();
}

const verdicts = (record: SleRecord): Readonly<Record<string, { verdict: string }>> | undefined => {
  const figures = assessFigures(plan, record);
  return "issues" in figures && Array.isArray(figures.issues)
    ? undefined
    : (figures as Record<string, { verdict: string }>);
};

/** The same by the plain engine, one patient, finding and answer at a time. */
function byAssess({ rows }: RandomCohort) {
  const counts = new Map<string, { unknown: number; settled: number }>();
  const undetermined = new Map<string, number>();
  for (const { record } of rows) {
    const now = verdicts(record);
    const { facts } = interpret(plan.record, record);
    if (!now || !facts) continue;
    const open = plan.sets.map(({ set }) => set.id).filter((id) => now[id]?.verdict === "undetermined");
    for (const id of open) undetermined.set(id, (undetermined.get(id) ?? 0) + 1);
    if (open.length === 0) continue;
    for (const finding of FINDINGS) {
      if (facts[finding].status !== "unknown") continue;
      const answers = (["present", "absent"] as const).map((status) =>
        verdicts({ ...record, findings: { ...record.findings, [finding]: status } }),
      );
      for (const id of open) {
        const key = `${id} ${finding}`;
        const { unknown, settled } = counts.get(key) ?? { unknown: 0, settled: 0 };
        const isSettled = answers.every((answer) => answer !== undefined && answer[id]?.verdict !== "undetermined");
        counts.set(key, { unknown: unknown + 1, settled: settled + (isSettled ? 1 : 0) });
      }
    }
  }
  return { counts, undetermined };
}

/** Patients of whom a few findings alone are unknown, so that one answer often settles. */
function nearlyComplete(random: Random, count: number): RandomCohort {
  const rows = Array.from({ length: count }, (_, row) => {
    const density = 0.05 + random() / 4;
    const truth = new Set(FINDINGS.filter(() => random() < density));
    for (const one of truth) for (const { from, to } of definitions.implications) if (from === one) truth.add(to);
    const answers = FINDINGS.map((finding) => {
      if (random() < 0.08) return "";
      if (!truth.has(finding)) return "0";
      return random() < 0.1 ? "explained:drug" : "1";
    });
    const findings = Object.fromEntries(
      FINDINGS.flatMap((finding, at) => {
        const { status = "unknown", cause } = CELL_ANSWERS.get(answers[at] ?? "") ?? {};
        return status === "unknown" ? [] : [[finding, { status, ...(cause && { explainedBy: { cause } }) }]];
      }),
    );
    return { cells: [`P${row}`, ...answers], record: { format: "sle-record/1", findings } satisfies SleRecord };
  });
  return { header: ["id", ...FINDINGS], rows };
}

describe("what to ask next", () => {
  test("is what answering each unknown finding in both ways gives in the plain engine, on random rows of any columns", () => {
    const random = randomFrom(1971);
    const cohorts = [...Array.from({ length: 4 }, () => randomCohort(random, 8)), nearlyComplete(random, 150)];
    let settled = 0;
    for (const cohort of cohorts) {
      const { counts, undetermined } = byAssess(cohort);
      for (const { id, undetermined: open, by } of settlingOf(fileOf(cohort))) {
        expect(open).toBe(undetermined.get(id) ?? 0);
        const theirs = FINDINGS.flatMap((finding) => {
          const count = counts.get(`${id} ${finding}`);
          return count && count.settled > 0 ? [{ finding, ...count }] : [];
        }).sort((one, other) => other.settled - one.settled);
        const ours = by.map(({ finding, unknown, settled }) => ({ finding, unknown, settled }));
        expect(ours, fileOf(cohort)).toEqual(theirs);
        settled += by.reduce((sum, one) => sum + one.settled, 0);
      }
    }
    // The sample says something only when it has rows of every kind.
    const files = cohorts.map(fileOf).join("");
    expect(settled).toBeGreaterThan(30);
    expect(files.match(/explained/g)?.length).toBeGreaterThan(50);
    expect(files).toContain("[");
  });

  test("a finding that is no column of the file can be what settles", () => {
    // Points enough and the rest absent, so that EULAR/ACR asks for nothing but its entry.
    const met = ["malar-rash", "pleural-effusion", "seizure"];
    const others = FINDINGS.filter((finding) => !finding.startsWith("ana-") && !met.includes(finding));
    const file = `id,${met.join(",")},${others.join(",")}\nP1,1,1,1${",0".repeat(others.length)}\n`;
    const eular = settlingOf(file).find(({ id }) => id === "eular-acr-2019");
    expect(eular?.undetermined).toBe(1);
    expect(eular?.by.map(({ finding }) => finding)).toEqual(["ana-1-80"]);
  });

  test("more rows than a block holds count as the same rows in two files do", () => {
    const cohort = randomCohort(randomFrom(3), 2_500);
    const [whole, ...halves] = [cohort.rows, cohort.rows.slice(0, 1_000), cohort.rows.slice(1_000)].map((rows) =>
      settlingOf(fileOf({ ...cohort, rows })),
    );
    for (const { id, undetermined, by } of whole ?? []) {
      const own = halves.map((half) => half.find((set) => set.id === id));
      expect(own.reduce((sum, set) => sum + (set?.undetermined ?? 0), 0)).toBe(undetermined);
      for (const { finding, settled } of by) {
        const each = own.map((set) => set?.by.find((one) => one.finding === finding)?.settled ?? 0);
        expect(each.reduce((sum, one) => sum + one, 0)).toBe(settled);
      }
    }
  });

  test("stands in the table that is saved and in the words of the methods", () => {
    const settling = settlingOf(fileOf(randomCohort(randomFrom(5), 200)));
    const none = {
      count: 0,
      sets: [],
      issues: { codes: new Uint32Array(), texts: [] },
      ids: new Uint8Array(),
      idEnds: new Float64Array(),
      kept: [],
      uncounted: [],
    };
    const summary = summaryOf(none, settling);
    const [first] = settling.filter(({ by }) => by.length > 0);
    const most = first?.by[0];
    if (!first || !most) throw new Error("nothing settles");
    const table = summaryTables(summary).find(({ name }) => name === "cohort-ask-next");
    expect(table?.rows).toContainEqual([
      first.id,
      first.undetermined,
      most.finding,
      most.label,
      most.unknown,
      most.settled,
    ]);
    const identity = { version: "1", definitions: "x" } as Parameters<typeof methodsText>[3];
    const short = [{ id: first.id, short: "Set", citations: ["Paper"] }];
    expect(methodsText(summary, short, "", identity)).toContain(`by Set (${most.settled.toLocaleString("en-US")})`);
    expect(methodsText(summaryOf(none), short, "", identity)).not.toContain("single finding");
  });
});
