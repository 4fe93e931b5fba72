import type { FindingId } from "../../criteria/types.ts";
import { CONTRADICTORY, type Completions } from "./completions.ts";

/** What the answer to one unknown finding does within its component. Numbers are positions in `tallies`. */
export interface Lever {
  readonly finding: FindingId;
  /** The tallies of completions that differ in this answer alone: absent, then present. */
  readonly pairs: readonly (readonly [without: number, having: number])[];
  readonly absent: readonly number[];
  readonly present: readonly number[];
  /** The furthest that the answer alone can move the score. */
  readonly swing: number;
}

/** Where nothing is known of a component, its completions are the same in all records. */
const leversFound = new WeakMap<Completions, readonly Lever[]>();

/** The levers of a component, in the order of `unknown`. */
export function leversOf(completions: Completions): readonly Lever[] {
  const levers =
    leversFound.get(completions) ??
    completions.unknown.map((finding, position) => leverOf(finding, 1 << position, completions));
  leversFound.set(completions, levers);
  return levers;
}

function leverOf(
  finding: FindingId,
  bit: number,
  { tallies: { length: different }, worlds, points }: Completions,
): Lever {
  const pairs: (readonly [number, number])[] = [];
  // By position: whether it was met before.
  const [paired, absent, present] = [
    new Uint8Array(different * different),
    new Uint8Array(different),
    new Uint8Array(different),
  ];
  let swing = 0;
  for (let answers = 0; answers < worlds.length; answers += 1) {
    const tally = worlds[answers] ?? CONTRADICTORY;
    if (tally === CONTRADICTORY) continue;
    if ((answers & bit) !== 0) {
      present[tally] = 1;
      continue;
    }
    absent[tally] = 1;
    const having = worlds[answers | bit] ?? CONTRADICTORY;
    if (having === CONTRADICTORY) continue;
    swing = Math.max(swing, Math.abs((points[answers | bit] ?? 0) - (points[answers] ?? 0)));
    if (having === tally || paired[tally * different + having] === 1) continue;
    paired[tally * different + having] = 1;
    pairs.push([tally, having]);
  }
  return { finding, pairs, absent: marked(absent), present: marked(present), swing };
}

function marked(marks: Uint8Array): readonly number[] {
  return [...marks.keys()].filter((position) => marks[position] === 1);
}
