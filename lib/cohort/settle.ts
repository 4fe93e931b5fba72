/**
 * What to ask next of a cohort: for each set, of how many undetermined patients one unknown finding would settle the
 * verdict, whichever its answer is. Exact: each finding is answered in both ways for every patient in whom it is
 * unknown, and everything that follows from it is worked out again.
 */
import type { Definitions, FindingId } from "../../criteria/types.ts";
import type { AssessmentPlan } from "../scoring/plan.ts";
import { circuit, programOf, run, type Wire } from "./circuit.ts";
import type { Layout } from "./columns.ts";
import { causeClassesOf, factsCircuit, inputName, type Said } from "./facts.ts";
import { valueColumnsOf } from "./measured.ts";
import { type Position, type Rows, rowReader, saidBy } from "./read-rows.ts";
import { type Block, contradictionOffset, inputOffset, LANES, type Scorer } from "./scorer.ts";
import { setCircuit } from "./set-circuit.ts";

/** A finding that would settle some verdicts. */
export interface Settling {
  readonly finding: FindingId;
  readonly label: string;
  /** Patients whom the set leaves undetermined and in whom the finding is unknown. */
  readonly unknown: number;
  /** Those of them whose verdict is determined by the finding's answer, whichever it is. */
  readonly settled: number;
}

/** What would settle verdicts of a set. */
export interface SetSettling {
  readonly id: string;
  readonly undetermined: number;
  /** Findings that settle at least one, the most first; of two that settle as many, in the order of the questions. */
  readonly by: readonly Settling[];
}

export interface SettleCounter {
  /** Takes up whole rows, the last of which ends with a line feed, that are known to be without fault. */
  readonly add: (bytes: Uint8Array) => void;
  readonly counts: () => readonly SetSettling[];
}

/** Counts over a file of these columns. A finding that is no column can be asked as well. */
export function settleCounter(plan: AssessmentPlan, layout: Layout): SettleCounter {
  const { definitions } = plan;
  const values = valueColumnsOf(layout, plan.record);
  const findings = Object.keys(definitions.findings) as FindingId[];
  const compiled = (explained: boolean): Scorer => {
    const said = saidBy(layout, values, explained);
    return scorerFor(plan, { ...said, stated: new Set(findings) }, findings);
  };
  const reader = rowReader(layout, values, compiled(false), () => compiled(true));
  const undetermined = plan.sets.map(() => 0);
  const tally = findings.map(() => plan.sets.map(() => ({ unknown: 0, settled: 0 })));
  return {
    add: (bytes) => {
      const position: Position = { at: 0, line: 0 };
      while (position.at < bytes.length && !reader.read(bytes, position)) {
        addBlock(reader.block(), reader.rows, findings, undetermined, tally);
      }
    },
    counts: () =>
      plan.sets.map(({ set }, at): SetSettling => {
        const by = findings.map((finding, row): Settling => {
          const { unknown, settled } = tally[row]?.[at] ?? { unknown: 0, settled: 0 };
          return { finding, label: labelOf(finding, definitions), unknown, settled };
        });
        return {
          id: set.id,
          undetermined: undetermined[at] ?? 0,
          // The sort is stable.
          by: by.filter(({ settled }) => settled > 0).sort((one, other) => other.settled - one.settled),
        };
      }),
  };
}

function labelOf(finding: FindingId, { findings }: Pick<Definitions, "findings">): string {
  return findings[finding].label;
}

/** A scorer that gives no figures: which records contradict themselves, whom each set leaves open, and what is unknown. */
function scorerFor(plan: AssessmentPlan, said: Said, findings: readonly FindingId[]): Scorer {
  const wires = circuit();
  const classes = causeClassesOf(plan.definitions);
  const facts = factsCircuit(wires, plan.definitions, said, classes);
  const open = plan.sets.map((one): Wire => {
    const { canClassify, canFail } = setCircuit(wires, one, facts.of, classes);
    return wires.and(canClassify, canFail);
  });
  const unknown = findings.map((finding): Wire => {
    const { present, absent } = facts.of(finding);
    return wires.not(wires.or(present, absent));
  });
  return { program: programOf(wires, [facts.contradiction, ...open, ...unknown]), classes, sets: [] };
}

function addBlock(
  block: Block,
  rows: Rows,
  findings: readonly FindingId[],
  undetermined: number[],
  tally: readonly (readonly { unknown: number; settled: number }[])[],
): void {
  const { words, memory, scorer } = block;
  const { outputs } = scorer.program;
  const count = Math.ceil(rows.count / LANES);
  const sets = undetermined.length;
  const plane = (output: number): Int32Array => {
    const from = (outputs[output] ?? 0) * words;
    return memory.subarray(from, from + count);
  };
  const answer = (): void => run(scorer.program, memory, words, count);
  answer();
  const valid = validRows(block, rows, count);
  const open = Array.from({ length: sets }, (_, set) => masked(plane(1 + set), valid));
  const some = new Int32Array(count);
  for (const [set, words] of open.entries()) {
    undetermined[set] = (undetermined[set] ?? 0) + bitsIn(words);
    for (const [word, bits] of words.entries()) some[word] = (some[word] ?? 0) | bits;
  }
  // What the first run found out is overwritten by the next.
  const asked = findings.map((_, finding) => masked(plane(1 + sets + finding), some));
  for (const [at, finding] of findings.entries()) {
    const candidates = asked[at];
    const own = tally[at];
    if (!candidates || !own || candidates.every((bits) => bits === 0)) continue;
    for (let set = 0; set < sets; set += 1) {
      const counts = own[set];
      const words = open[set];
      if (counts && words) counts.unknown += bitsIn(masked(words, candidates));
    }
    const [present, absent] = [
      inputOffset(block, inputName.present(finding)),
      inputOffset(block, inputName.absent(finding)),
    ];
    // An answer that nothing reads leaves the verdict as open as it was.
    if (present === undefined || absent === undefined) continue;
    const settled = open.map((words) => masked(words, candidates));
    for (const offset of [present, absent]) {
      const input = memory.subarray(offset, offset + count);
      const before = input.slice();
      for (const [word, bits] of candidates.entries()) input[word] = (input[word] ?? 0) | bits;
      answer();
      for (const [set, words] of settled.entries()) {
        const still = plane(1 + set);
        for (let word = 0; word < count; word += 1) words[word] = (words[word] ?? 0) & ~(still[word] ?? 0);
      }
      input.set(before);
    }
    for (const [set, words] of settled.entries()) {
      const counts = own[set];
      if (counts) counts.settled += bitsIn(words);
    }
  }
}

/** The rows of which sets say something. */
function validRows(block: Block, rows: Rows, count: number): Int32Array {
  const contradictions = contradictionOffset(block);
  const valid = new Int32Array(count);
  for (let word = 0; word < count; word += 1) {
    const wrong =
      (block.memory[contradictions + word] ?? 0) |
      (rows.unbelievable[word] ?? 0) |
      (rows.malformed[word] ?? 0) |
      (rows.misdated[word] ?? 0);
    const there = rows.count - word * LANES;
    valid[word] = (there >= LANES ? -1 : (1 << there) - 1) & ~wrong;
  }
  return valid;
}

/** A copy of some words, where others are set. */
function masked(words: Int32Array, by: Int32Array): Int32Array {
  const both = new Int32Array(by.length);
  for (let word = 0; word < by.length; word += 1) both[word] = (words[word] ?? 0) & (by[word] ?? 0);
  return both;
}

function bitsIn(words: Int32Array): number {
  let count = 0;
  for (let word = 0; word < words.length; word += 1) {
    // Each pair, each four and each byte of bits is added up beside the others.
    let bits = words[word] ?? 0;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
