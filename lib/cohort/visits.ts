/** The rows of one patient, joined: what was ever present is, values are serial, and kept cells are all kept. */
import type { Definitions, FindingId, Measurement, TestId } from "../../criteria/types.ts";
import { relationsOf } from "../record/derive.ts";
import { measureFinding } from "../record/measure.ts";
import type { CodedAnswer } from "./codebook.ts";
import { type CellFault, type CodedRow, named } from "./coded-rows.ts";

/** What the rows of one patient say. Of a finding each answer is held once, however many rows give it. */
interface Visits {
  readonly id: string;
  readonly said: Map<FindingId, readonly CodedAnswer[]>;
  /** Findings that a row calls absent although it makes them present itself. */
  contradicted?: Set<FindingId>;
  readonly measurements: Measurement[];
  /** The first text of each kept column, and where there are others, all of them. */
  readonly kept: string[];
  others?: Map<number, readonly string[]>;
  readonly faults: CellFault[];
}

/** Between the texts of a kept column that the rows of a patient disagree in. */
const BETWEEN_KEPT = " | ";

/**
 * Rows of one patient, joined as they come: what was ever present is, unless something else explains it every time. Two
 * explanations are a fault, since sets let one count and another not, and nothing says which it is. A visit's "absent" is
 * of that visit: it does not contradict what another visit's answers and values make present. Of a column that is kept,
 * every text stands that a row has, since nothing says which of them is right; `differ` hears of each such column.
 */
export function visitJoiner(definitions: Definitions, differ: (id: string, kept: number, texts: string) => void) {
  const patients = new Map<string, Visits>();
  // Few different ones occur, and all patients share them.
  const shared = new Map<string, readonly CodedAnswer[]>();
  const both = (before: readonly CodedAnswer[], one: CodedAnswer): readonly CodedAnswer[] => {
    if (before.includes(one)) return before;
    const all = [...before, one];
    const key = all.join();
    const known = shared.get(key);
    if (!known) shared.set(key, all);
    return known ?? all;
  };
  const presentIn = presenceIn(definitions);
  return {
    has: (id: string): boolean => patients.has(id.trim()),
    /** Blanks beside an id make no other patient of it. */
    add: (row: CodedRow): void => {
      const id = row.id.trim();
      const known = patients.get(id);
      const visits: Visits = known ?? {
        id: row.id,
        said: new Map(),
        measurements: [],
        kept: [...row.kept],
        faults: [],
      };
      patients.set(id, visits);
      for (const [finding, said] of row.answers) {
        visits.said.set(finding, both(visits.said.get(finding) ?? [], named(said)));
        if (said === "absent" && presentIn(finding, row.answers, row.measurements)) {
          visits.contradicted ??= new Set();
          visits.contradicted.add(finding);
        }
      }
      for (const measurement of row.measurements) visits.measurements.push(measurement);
      if (known) keepAll(visits, row.kept);
      // One says that the patient cannot be read; whether all are of days or numbers alone, another.
      for (const fault of row.faults) {
        if (visits.faults.every(({ code }) => code !== fault.code)) visits.faults.push(fault);
      }
    },
    /** Each patient with what its rows say together, as the first of its rows came. */
    patients: function* (): Generator<CodedRow> {
      for (const { said, faults, contradicted, kept, others, ...visits } of patients.values()) {
        const { answers, disagreed } = joinedAnswers(said);
        const absent = [...answers].flatMap(([finding, one]) => (one === "absent" ? [finding] : []));
        const outdone = absent.filter(
          (finding) => !contradicted?.has(finding) && presentIn(finding, answers, visits.measurements),
        );
        for (const finding of outdone) answers.delete(finding);
        // What that visit ruled out with it is still ruled out, where no other visit has it.
        for (const narrower of outdone.flatMap((finding) => presentIn.by(finding))) {
          if ((answers.get(narrower) ?? "unknown") === "unknown" && !presentIn(narrower, answers, visits.measurements))
            answers.set(narrower, "absent");
        }
        for (const [column, texts] of others ?? []) {
          kept[column] = texts.join(BETWEEN_KEPT);
          differ(visits.id, column, kept[column]);
        }
        yield {
          ...visits,
          kept,
          answers,
          faults: [...faults, ...disagreed],
          notes: [],
        };
      }
    },
  };
}

/** Adds what a further row has in its kept columns. */
function keepAll(visits: Visits, row: readonly string[]): void {
  for (const [column, text] of row.entries()) {
    const one = text.trim();
    const first = visits.kept[column] ?? "";
    if (one === "" || one === first.trim()) continue;
    const texts = visits.others?.get(column) ?? [first];
    if (first.trim() === "") visits.kept[column] = text;
    else if (texts.every((other) => other.trim() !== one)) {
      visits.others ??= new Map();
      visits.others.set(column, [...texts, text]);
    }
  }
}

function joinedAnswers(all: Visits["said"]) {
  const answers = new Map<FindingId, CodedAnswer>();
  const disagreed: CellFault[] = [];
  for (const [finding, said] of all) {
    const [cause, another] = said.filter((one) => one.startsWith("explained"));
    if (said.includes("present")) answers.set(finding, "present");
    else if (cause !== undefined && another !== undefined) {
      disagreed.push({ column: -1, message: `${finding} is ${cause} in one row, and ${another} in another.` });
    } else answers.set(finding, cause ?? (said.includes("absent") ? "absent" : "unknown"));
  }
  return { answers, disagreed };
}

/** Whether something other than its own answer makes a finding present: its values, or a finding that implies it. */
function presenceIn(definitions: Definitions) {
  const { impliedBy, findings } = relationsOf(definitions);
  const by = new Map<FindingId, readonly FindingId[]>();
  const tests = new Map<FindingId, ReadonlySet<TestId>>();
  for (const finding of findings) {
    // A Set visits what is added while it is walked, so this reaches all that imply it.
    const narrower = new Set(impliedBy.get(finding));
    for (const one of narrower) for (const further of impliedBy.get(one) ?? []) narrower.add(further);
    by.set(finding, [...narrower]);
    tests.set(finding, new Set(definitions.findings[finding].decidedBy?.map(({ test }) => test)));
  }
  const measured = (finding: FindingId, measurements: readonly Measurement[]): boolean =>
    measurements.some(({ test }) => tests.get(finding)?.has(test)) &&
    measureFinding(definitions.findings[finding], measurements, definitions.tests)?.status === "present";
  const isPresent = (
    finding: FindingId,
    answers: ReadonlyMap<FindingId, CodedAnswer>,
    measurements: readonly Measurement[],
  ): boolean =>
    measured(finding, measurements) ||
    (by.get(finding) ?? []).some((narrower) => {
      const said = answers.get(narrower);
      return said === "present" || said?.startsWith("explained") || measured(narrower, measurements);
    });
  return Object.assign(isPresent, { by: (finding: FindingId) => by.get(finding) ?? [] });
}
