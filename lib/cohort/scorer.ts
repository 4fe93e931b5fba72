/**
 * The compiled scorer: what `assess` makes of one patient, for 32 patients a word. Everything in it is worked out from
 * the definitions; docs/decisions/0019 says why it is exact.
 */
import type { AssessmentPlan } from "../scoring/plan.ts";
import type { Assessment, Verdict } from "../scoring/result.ts";
import { type Bits, circuit, memoryFor, NEVER, type Program, programOf, run, type Wire } from "./circuit.ts";
import { type CauseClass, causeClassesOf, factsCircuit, type Said } from "./facts.ts";
import { type Scale, setCircuit } from "./set-circuit.ts";

export const LANES = 32;

/** What a set makes of a patient, as one number: `figuresOf` reads it. */
export type Key = number;

export interface SetScorer {
  readonly id: string;
  readonly scale: Scale;
  /** Bits of a score; value, lower and upper stand one above the other in a key, then three single bits. */
  readonly width: number;
  /** Where its planes begin among the outputs of the program, and how many there are. */
  readonly from: number;
  readonly planes: number;
}

export interface Scorer {
  readonly program: Program;
  readonly classes: readonly CauseClass[];
  readonly sets: readonly SetScorer[];
}

/** @throws RangeError when a set is too large for it. */
export function scorerOf(plan: AssessmentPlan, said: Said): Scorer {
  const wires = circuit();
  const classes = causeClassesOf(plan.definitions);
  const facts = factsCircuit(wires, plan.definitions, said, classes);
  const outputs: Wire[] = [facts.contradiction];
  const sets = plan.sets.map((one): SetScorer => {
    const { scale, value, lower, upper, asAssessed, canClassify, canFail } = setCircuit(wires, one, facts.of, classes);
    const width = Math.max(value.length, lower.length, upper.length);
    const planes = [...widened(value, width), ...widened(lower, width), ...widened(upper, width)];
    const from = outputs.length;
    outputs.push(...planes, asAssessed, canClassify, canFail);
    if (outputs.length - from > LANES) throw new RangeError(`${one.set.id} has scores of more than ${width} bits`);
    return { id: one.set.id, scale, width, from, planes: outputs.length - from };
  });
  return { program: programOf(wires, outputs), classes, sets };
}

function widened(bits: Bits, width: number): Bits {
  return Array.from({ length: width }, (_, place) => bits[place] ?? NEVER);
}

/** A scorer with memory for a block of patients. */
export interface Block {
  readonly scorer: Scorer;
  readonly words: number;
  readonly memory: Int32Array;
  /** For each set, the key of every patient of the block. */
  readonly keys: readonly Int32Array[];
}

export function blockOf(scorer: Scorer, words: number): Block {
  return {
    scorer,
    words,
    memory: memoryFor(scorer.program, words),
    keys: scorer.sets.map(() => new Int32Array(words * LANES)),
  };
}

/** Where the words of an input begin in a block's memory; undefined where nothing depends on it. */
export function inputOffset({ scorer, words }: Block, name: string): number | undefined {
  const place = scorer.program.places.get(name);
  return place === undefined ? undefined : place * words;
}

/** Where the words begin that say which patients' records contradict themselves. */
export function contradictionOffset({ scorer, words }: Block): number {
  return (scorer.program.outputs[0] ?? 0) * words;
}

/** Scores the patients of the first `count` words, whose inputs are filled, into the keys. */
export function scoreBlock(block: Block, count: number): void {
  run(block.scorer.program, block.memory, block.words, count);
  for (const [position, set] of block.scorer.sets.entries()) {
    const keys = block.keys[position];
    if (keys) fillKeys(block, set, count, keys);
  }
}

const square = new Int32Array(LANES);

/** Turns planes of patients into patients' keys, a square of 32 by 32 bits at a time. */
function fillKeys({ scorer, words, memory }: Block, set: SetScorer, count: number, keys: Int32Array): void {
  const planes = scorer.program.outputs.slice(set.from, set.from + set.planes);
  const offsets = Int32Array.from(planes, (place) => place * words);
  for (let word = 0; word < count; word += 1) {
    for (let plane = 0; plane < offsets.length; plane += 1) square[plane] = memory[(offsets[plane] ?? 0) + word] ?? 0;
    square.fill(0, offsets.length);
    transpose(square);
    keys.set(square, word * LANES);
  }
}

/** Makes bit i of word j bit j of word i. */
function transpose(words: Int32Array): void {
  let mask = 0x0000ffff;
  for (let half = 16; half > 0; half >>= 1) {
    for (let k = 0; k < LANES; k = (k + half + 1) & ~half) {
      const moved = (((words[k] ?? 0) >>> half) ^ (words[k + half] ?? 0)) & mask;
      words[k + half] = (words[k + half] ?? 0) ^ moved;
      words[k] = (words[k] ?? 0) ^ (moved << half);
    }
    mask ^= mask << (half >> 1);
  }
}

/** The figures of one set for one patient, as `assessFigures` gives them. */
export interface Figures {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly asAssessed: Assessment;
  readonly verdict: Verdict;
}

export function figuresOf({ scale, width }: SetScorer, key: Key): Figures {
  const score = (position: number): number =>
    (((key >>> (position * width)) & (2 ** width - 1)) + scale.lowest) / scale.parts;
  const flag = (position: number): boolean => ((key >>> (3 * width + position)) & 1) === 1;
  const [asAssessed, canClassify, canFail] = [flag(0), flag(1), flag(2)];
  return {
    value: score(0),
    lower: score(1),
    upper: score(2),
    asAssessed: asAssessed ? "classified" : "not-classified",
    verdict: canClassify && canFail ? "undetermined" : canClassify ? "classified" : "not-classified",
  };
}
