/** The circuit against truth tables, and against what it says that it does not build. */
import { describe, expect, test } from "vitest";
import { ALWAYS, type Circuit, circuit, NEVER, total, type Wire } from "../../lib/cohort/circuit.ts";

/** What a wire carries where the inputs carry these, by the meaning of each step. */
function carriedBy({ nodes }: Circuit, wire: Wire, given: readonly boolean[]): boolean {
  if (wire === NEVER || wire === ALWAYS) return wire === ALWAYS;
  const node = nodes[wire];
  if (!node) throw new Error(`no wire ${wire}`);
  const of = (one: Wire) => carriedBy({ nodes } as Circuit, one, given);
  switch (node.step) {
    case "input":
      return given[node.a] ?? false;
    case "and":
      return of(node.a) && of(node.b);
    case "or":
      return of(node.a) || of(node.b);
    case "xor":
      return of(node.a) !== of(node.b);
    case "andNot":
      return of(node.a) && !of(node.b);
    case "majority":
      return [node.a, node.b, node.c].filter(of).length > 1;
    case "parity":
      return [node.a, node.b, node.c].filter(of).length % 2 === 1;
  }
}

const WORLDS = Array.from({ length: 8 }, (_, world) => [1, 2, 4].map((bit) => (world & bit) !== 0));

/** A circuit with three inputs, and wires of every kind that can meet in it. */
function made() {
  const built = circuit();
  const [x, y, z] = [built.input("x"), built.input("y"), built.input("z")];
  const wires = [NEVER, ALWAYS, x, y, z, built.not(x), built.and(x, y)];
  return { built, x, y, z, wires };
}

describe("a step", () => {
  test("of two wires carries what it is called", () => {
    const { built, wires } = made();
    for (const a of wires)
      for (const b of wires)
        for (const world of WORLDS) {
          const [left, right] = [carriedBy(built, a, world), carriedBy(built, b, world)];
          const carries = (wire: Wire) => carriedBy(built, wire, world);
          const all = [built.and(a, b), built.or(a, b), built.xor(a, b), built.andNot(a, b), built.not(a)].map(carries);
          expect(all, `${a} ${b}`).toEqual([left && right, left || right, left !== right, left && !right, !left]);
        }
  });

  test("of three carries the sum and the carry", () => {
    const { built, wires } = made();
    for (const a of wires)
      for (const b of wires)
        for (const c of wires) {
          const [sum, carry] = built.fullAdder(a, b, c);
          for (const world of WORLDS) {
            const ones = [a, b, c].filter((wire) => carriedBy(built, wire, world)).length;
            expect([carriedBy(built, sum, world), carriedBy(built, carry, world)]).toEqual([ones % 2 === 1, ones > 1]);
          }
        }
  });

  test("that is settled beforehand is not built, and the same one is built once", () => {
    const { built, x, y, z } = made();
    const before = built.nodes.length;
    for (const [wire, settled] of [
      [built.and(x, NEVER), NEVER],
      [built.and(NEVER, x), NEVER],
      [built.and(x, ALWAYS), x],
      [built.and(ALWAYS, x), x],
      [built.and(x, x), x],
      [built.and(), ALWAYS],
      [built.or(x, ALWAYS), ALWAYS],
      [built.or(ALWAYS, x), ALWAYS],
      [built.or(x, NEVER), x],
      [built.or(NEVER, x), x],
      [built.or(x, x), x],
      [built.or(), NEVER],
      [built.andNot(NEVER, x), NEVER],
      [built.andNot(x, ALWAYS), NEVER],
      [built.andNot(x, x), NEVER],
      [built.andNot(x, NEVER), x],
      [built.andNot(ALWAYS, NEVER), ALWAYS],
      [built.not(built.not(x)), x],
      [built.andNot(y, built.not(x)), built.and(x, y)],
      [built.xor(x, x), NEVER],
      [built.xor(NEVER, x), x],
      [built.xor(x, NEVER), x],
      [built.xor(ALWAYS, x), built.not(x)],
      [built.xor(x, ALWAYS), built.not(x)],
      [built.and(y, x), built.and(x, y)],
      [built.fullAdder(x, NEVER, NEVER)[0], x],
      [built.fullAdder(NEVER, x, NEVER)[1], NEVER],
      [built.fullAdder(ALWAYS, NEVER, x)[0], built.not(x)],
      [built.fullAdder(ALWAYS, NEVER, x)[1], x],
    ] as const)
      expect(wire).toBe(settled);
    expect(built.nodes).toHaveLength(before);
    expect(built.input("x")).toBe(x);
    expect(built.inputs).toEqual(["x", "y", "z"]);
    for (const step of [
      () => built.or(x, y) - built.or(y, x),
      () => built.xor(x, z) - built.xor(z, x),
      () => built.andNot(x, y) - built.andNot(x, y),
      () => (built.fullAdder(x, y, z)[0] ?? 0) - (built.fullAdder(z, x, y)[0] ?? 0),
      () => (built.fullAdder(y, z, x)[1] ?? 0) - (built.fullAdder(z, y, x)[1] ?? 0),
    ]) {
      expect(step()).toBe(0);
    }
  });
});

test("numbers are added up, bit by bit", () => {
  const built = circuit();
  const inputs = Array.from({ length: 7 }, (_, at) => built.input(`i${at}`));
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = inputs;
  const numbers = [[a, b], [c], [NEVER, d, e], [f], [g, NEVER, ALWAYS], []];
  const sum = total(built, numbers);
  for (let world = 0; world < 128; world += 1) {
    const given = inputs.map((_, at) => (world & (1 << at)) !== 0);
    const bits = (wires: readonly Wire[]) =>
      wires.reduce((number, wire, place) => number + (carriedBy(built, wire, given) ? 2 ** place : 0), 0);
    expect(bits(sum)).toBe(numbers.reduce((all, number) => all + bits(number), 0));
  }
});
