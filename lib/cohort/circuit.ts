/**
 * Boolean circuits that are evaluated for 32 patients a word. A circuit is built from definitions, never from text that
 * is run: it is a list of steps over columns of bits, and every step is one loop over typed arrays.
 */

/** A bit of every patient: a number by which the circuit knows it. */
export type Wire = number;

export const NEVER: Wire = 0;
export const ALWAYS: Wire = 1;

type Step = "input" | "and" | "or" | "xor" | "andNot" | "majority" | "parity";

interface Node {
  readonly step: Step;
  readonly a: Wire;
  readonly b: Wire;
  readonly c: Wire;
}

/** A number of every patient, a bit a wire, the least bit first. */
export type Bits = readonly Wire[];

export interface Circuit {
  readonly nodes: readonly Node[];
  /** Names of the inputs, in the order of their wires. */
  readonly inputs: readonly string[];
  /** The wire of an input: the same for the same name. */
  readonly input: (name: string) => Wire;
  readonly and: (...wires: readonly Wire[]) => Wire;
  readonly or: (...wires: readonly Wire[]) => Wire;
  readonly xor: (a: Wire, b: Wire) => Wire;
  readonly not: (a: Wire) => Wire;
  readonly andNot: (a: Wire, b: Wire) => Wire;
  /** The sum and the carry of three bits. */
  readonly fullAdder: (a: Wire, b: Wire, c: Wire) => readonly [sum: Wire, carry: Wire];
}

/**
 * An empty circuit. What is the same is built once, and what is settled beforehand is not built at all: a column that a
 * file does not have costs nothing.
 */
export function circuit(): Circuit {
  const nodes: Node[] = [
    { step: "input", a: 0, b: 0, c: 0 },
    { step: "input", a: 0, b: 0, c: 0 },
  ];
  const inputs: string[] = [];
  const known = new Map<string, Wire>();
  const add = (step: Step, a: Wire, b: Wire, c: Wire = 0): Wire => {
    const key = `${step} ${a} ${b} ${c}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, nodes.length);
    return nodes.push({ step, a, b, c }) - 1;
  };
  const sorted = (step: Step, a: Wire, b: Wire): Wire => (a < b ? add(step, a, b) : add(step, b, a));

  const input = (name: string): Wire => {
    const key = `input ${name}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const wire = nodes.push({ step: "input", a: inputs.push(name) - 1, b: 0, c: 0 }) - 1;
    known.set(key, wire);
    return wire;
  };
  const and2 = (a: Wire, b: Wire): Wire => {
    if (a === NEVER || b === NEVER) return NEVER;
    if (a === ALWAYS || a === b) return b;
    return b === ALWAYS ? a : sorted("and", a, b);
  };
  const or2 = (a: Wire, b: Wire): Wire => {
    if (a === ALWAYS || b === ALWAYS) return ALWAYS;
    if (a === NEVER || a === b) return b;
    return b === NEVER ? a : sorted("or", a, b);
  };
  const andNot = (a: Wire, b: Wire): Wire => {
    if (a === NEVER || b === ALWAYS || a === b) return NEVER;
    if (b === NEVER) return a;
    const { step, a: from, b: taken } = nodes[b] ?? { step: "input", a: 0, b: 0 };
    // What is not (always but not x) is x.
    return step === "andNot" && from === ALWAYS ? and2(a, taken) : add("andNot", a, b);
  };
  const not = (a: Wire): Wire => andNot(ALWAYS, a);
  const xor = (a: Wire, b: Wire): Wire => {
    if (a === b) return NEVER;
    if (a === NEVER) return b;
    if (b === NEVER) return a;
    if (a === ALWAYS) return not(b);
    return b === ALWAYS ? not(a) : sorted("xor", a, b);
  };
  const fullAdder = (a: Wire, b: Wire, c: Wire): readonly [Wire, Wire] => {
    if ([a, b, c].some((wire) => wire === NEVER || wire === ALWAYS)) {
      const sum = xor(xor(a, b), c);
      return [sum, or2(and2(a, b), and2(c, or2(a, b)))];
    }
    const [x = a, y = b, z = c] = [a, b, c].sort((one, other) => one - other);
    return [add("parity", x, y, z), add("majority", x, y, z)];
  };
  return {
    nodes,
    inputs,
    input,
    and: (...wires) => wires.reduce(and2, ALWAYS),
    or: (...wires) => wires.reduce(or2, NEVER),
    xor,
    not,
    andNot,
    fullAdder,
  };
}

/** The sum of numbers, each given by its bits: bits of one value are added three at a time until one is left of each. */
export function total(circuit: Circuit, numbers: readonly Bits[]): Bits {
  // By value, the least first; a carry of the highest may need one more.
  const columns: Wire[][] = [[]];
  const add = (place: number, wire: Wire): void => {
    while (columns.length <= place) columns.push([]);
    if (wire !== NEVER) columns[place]?.push(wire);
  };
  for (const bits of numbers) for (const [place, wire] of bits.entries()) add(place, wire);
  const sum: Wire[] = [];
  for (let place = 0; place < columns.length; place += 1) {
    const column = columns[place] ?? [];
    while (column.length > 1) {
      const [a = NEVER, b = NEVER, c = NEVER] = column.splice(0, 3);
      const [bit, carry] = circuit.fullAdder(a, b, c);
      if (bit !== NEVER) column.push(bit);
      if (carry !== NEVER) add(place + 1, carry);
    }
    sum.push(column[0] ?? NEVER);
  }
  return sum;
}

/** The bits of a number that is the same for every patient. */
export function constant(number: number): Bits {
  const bits: Wire[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / 2)) bits.push(rest % 2 === 1 ? ALWAYS : NEVER);
  return bits;
}

/** Whether a number is at least another that is the same for every patient. */
export function atLeast(circuit: Circuit, bits: Bits, least: number): Wire {
  if (least <= 0) return ALWAYS;
  return isBelow(circuit, constant(least - 1), bits);
}

/** Whether the first number is below the second. */
export function isBelow(circuit: Circuit, first: Bits, second: Bits): Wire {
  let below: Wire = NEVER;
  for (let place = 0; place < Math.max(first.length, second.length); place += 1) {
    const [a, b] = [first[place] ?? NEVER, second[place] ?? NEVER];
    // A higher bit decides over all that is below it.
    below = circuit.or(circuit.andNot(b, a), circuit.andNot(below, circuit.xor(a, b)));
  }
  return below;
}

/** The first number where the wire is set, else the second. */
export function choose(circuit: Circuit, wire: Wire, first: Bits, second: Bits): Bits {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, place) =>
    circuit.or(circuit.and(wire, first[place] ?? NEVER), circuit.andNot(second[place] ?? NEVER, wire)),
  );
}

// ---------------------------------------------------------------- programs

/** What a circuit becomes: steps over places of one block of memory, of which each holds a column of words. */
export interface Program {
  /** Five numbers a step: what is done, where to, and from where. */
  readonly steps: Int32Array;
  /** The place of each input that is used, by its name. */
  readonly places: ReadonlyMap<string, number>;
  /** The places of the outputs. */
  readonly outputs: readonly number[];
  /** How many places the memory has. */
  readonly size: number;
}

/** What one loop does. Two steps of which the second alone reads the first are done by one loop: `either` is a or b or c. */
const CODE = {
  and: 0,
  or: 1,
  xor: 2,
  andNot: 3,
  majority: 4,
  parity: 5,
  either: 6,
  andOr: 7,
  andNotOr: 8,
} as const;

/** By the step that is joined with an "or" behind it. */
const JOINED = { or: CODE.either, and: CODE.andOr, andNot: CODE.andNotOr } as const;

interface Loop {
  readonly wire: Wire;
  readonly code: number;
  readonly sources: readonly Wire[];
}

/**
 * The program that works these outputs out: only the steps that they need, and as few places as are needed at a time, so
 * that a block stays near the processor.
 */
export function programOf({ nodes, inputs }: Circuit, outputs: readonly Wire[]): Program {
  const needed = neededFor(outputs, nodes);
  const places = new Map<string, number>();
  const place = new Map<Wire, number>([
    [NEVER, 0],
    [ALWAYS, 1],
  ]);
  for (const wire of needed) {
    const node = nodes[wire];
    if (node?.step !== "input" || wire <= ALWAYS) continue;
    place.set(wire, 2 + places.size);
    places.set(inputs[node.a] ?? "", 2 + places.size);
  }
  const loops = loopsFor(needed, outputs, nodes);
  const lastUse = lastUses(loops, outputs, nodes.length);
  const at = (wire: Wire | undefined): number => place.get(wire ?? NEVER) ?? 0;
  const free: number[] = [];
  const steps: number[] = [];
  let size = 2 + places.size;
  for (const { wire, code, sources } of loops) {
    for (const source of new Set(sources)) {
      // Inputs keep their places: they are filled from outside.
      if (lastUse.get(source) === wire && nodes[source]?.step !== "input") free.push(at(source));
    }
    const to = free.pop() ?? size;
    if (to === size) size += 1;
    steps.push(code, to, at(sources[0]), at(sources[1]), at(sources[2]));
    place.set(wire, to);
  }
  return { steps: Int32Array.from(steps), places, outputs: outputs.map(at), size };
}

function sourcesOf({ step, a, b, c }: Node): readonly Wire[] {
  if (step === "input") return [];
  return step === "majority" || step === "parity" ? [a, b, c] : [a, b];
}

function neededFor(outputs: readonly Wire[], nodes: readonly Node[]): readonly Wire[] {
  const needed = new Set(outputs);
  for (const wire of needed) {
    const node = nodes[wire];
    if (node) for (const source of sourcesOf(node)) needed.add(source);
  }
  // A step is built after those that it reads.
  return [...needed].sort((one, other) => one - other);
}

/** The loops that do these steps, in their order. */
function loopsFor(needed: readonly Wire[], outputs: readonly Wire[], nodes: readonly Node[]): readonly Loop[] {
  const uses = new Map<Wire, number>(outputs.map((output) => [output, 2]));
  for (const wire of needed) {
    const node = nodes[wire];
    if (node) for (const source of sourcesOf(node)) uses.set(source, (uses.get(source) ?? 0) + 1);
  }
  const loops = new Map<Wire, Loop>();
  for (const wire of needed) {
    const node = nodes[wire];
    if (!node || node.step === "input") continue;
    const sources = sourcesOf(node);
    const joins = (source: Wire): boolean =>
      node.step === "or" &&
      uses.get(source) === 1 &&
      isJoinable(nodes[source]?.step) &&
      loops.get(source)?.sources.length === 2;
    const joined = sources.find(joins);
    const before = joined === undefined ? undefined : loops.get(joined);
    const step = joined === undefined ? undefined : nodes[joined]?.step;
    if (before && isJoinable(step)) {
      loops.delete(before.wire);
      const other = sources.filter((source) => source !== joined);
      loops.set(wire, { wire, code: JOINED[step], sources: [...before.sources, ...other] });
    } else loops.set(wire, { wire, code: CODE[node.step], sources });
  }
  return [...loops.values()];
}

function isJoinable(step: Step | undefined): step is keyof typeof JOINED {
  return step === "or" || step === "and" || step === "andNot";
}

function lastUses(loops: readonly Loop[], outputs: readonly Wire[], end: Wire): ReadonlyMap<Wire, Wire> {
  const last = new Map<Wire, Wire>();
  for (const { wire, sources } of loops) for (const source of sources) last.set(source, wire);
  for (const output of outputs) last.set(output, end);
  return last;
}

/** Words that a loop takes at a time. */
const AT_A_TIME = 4;

/** Memory for a program, with columns of so many words, a multiple of four. */
export function memoryFor({ size }: Program, words: number): Int32Array {
  if (words % AT_A_TIME !== 0) throw new RangeError(`${words} words are no multiple of ${AT_A_TIME}`);
  const memory = new Int32Array(size * words);
  return memory.fill(-1, words, 2 * words);
}

/** Runs a program over the first `atLeast` of the `words` that each column holds, and perhaps a few more. */
export function run({ steps }: Program, memory: Int32Array, words: number, atLeast: number): void {
  const count = Math.ceil(atLeast / AT_A_TIME) * AT_A_TIME;
  for (let step = 0; step < steps.length; step += 5) {
    const to = (steps[step + 1] ?? 0) * words;
    const a = (steps[step + 2] ?? 0) * words;
    const b = (steps[step + 3] ?? 0) * words;
    const c = (steps[step + 4] ?? 0) * words;
    switch (steps[step]) {
      case CODE.and:
        and(memory, to, a, b, count);
        break;
      case CODE.or:
        or(memory, to, a, b, count);
        break;
      case CODE.xor:
        xor(memory, to, a, b, count);
        break;
      case CODE.andNot:
        andNot(memory, to, a, b, count);
        break;
      case CODE.majority:
        majority(memory, to, a, b, c, count);
        break;
      case CODE.parity:
        parity(memory, to, a, b, c, count);
        break;
      case CODE.either:
        either(memory, to, a, b, c, count);
        break;
      case CODE.andOr:
        andOr(memory, to, a, b, c, count);
        break;
      case CODE.andNotOr:
        andNotOr(memory, to, a, b, c, count);
        break;
    }
  }
}

// The loops, each of one kind of step, so that each is compiled for it, and four words at a time, since half of the time
// would otherwise go to counting. What the columns hold behind the words asked for is of no patient. `?? 0` is for the type alone: no position lies outside the memory.

function and(memory: Int32Array, to: number, a: number, b: number, count: number): void {
  for (let i = 0; i < count; i += 4) {
    memory[to + i] = (memory[a + i] ?? 0) & (memory[b + i] ?? 0);
    memory[to + i + 1] = (memory[a + i + 1] ?? 0) & (memory[b + i + 1] ?? 0);
    memory[to + i + 2] = (memory[a + i + 2] ?? 0) & (memory[b + i + 2] ?? 0);
    memory[to + i + 3] = (memory[a + i + 3] ?? 0) & (memory[b + i + 3] ?? 0);
  }
}

function or(memory: Int32Array, to: number, a: number, b: number, count: number): void {
  for (let i = 0; i < count; i += 4) {
    memory[to + i] = (memory[a + i] ?? 0) | (memory[b + i] ?? 0);
    memory[to + i + 1] = (memory[a + i + 1] ?? 0) | (memory[b + i + 1] ?? 0);
    memory[to + i + 2] = (memory[a + i + 2] ?? 0) | (memory[b + i + 2] ?? 0);
    memory[to + i + 3] = (memory[a + i + 3] ?? 0) | (memory[b + i + 3] ?? 0);
  }
}

function xor(memory: Int32Array, to: number, a: number, b: number, count: number): void {
  for (let i = 0; i < count; i += 4) {
    memory[to + i] = (memory[a + i] ?? 0) ^ (memory[b + i] ?? 0);
    memory[to + i + 1] = (memory[a + i + 1] ?? 0) ^ (memory[b + i + 1] ?? 0);
    memory[to + i + 2] = (memory[a + i + 2] ?? 0) ^ (memory[b + i + 2] ?? 0);
    memory[to + i + 3] = (memory[a + i + 3] ?? 0) ^ (memory[b + i + 3] ?? 0);
  }
}

function andNot(memory: Int32Array, to: number, a: number, b: number, count: number): void {
  for (let i = 0; i < count; i += 4) {
    memory[to + i] = (memory[a + i] ?? 0) & ~(memory[b + i] ?? 0);
    memory[to + i + 1] = (memory[a + i + 1] ?? 0) & ~(memory[b + i + 1] ?? 0);
    memory[to + i + 2] = (memory[a + i + 2] ?? 0) & ~(memory[b + i + 2] ?? 0);
    memory[to + i + 3] = (memory[a + i + 3] ?? 0) & ~(memory[b + i + 3] ?? 0);
  }
}

function majority(memory: Int32Array, to: number, a: number, b: number, c: number, count: number): void {
  for (let i = 0; i < count; i += 2) {
    const x0 = memory[a + i] ?? 0;
    const y0 = memory[b + i] ?? 0;
    const z0 = memory[c + i] ?? 0;
    memory[to + i] = (x0 & y0) | (z0 & (x0 | y0));
    const x1 = memory[a + i + 1] ?? 0;
    const y1 = memory[b + i + 1] ?? 0;
    const z1 = memory[c + i + 1] ?? 0;
    memory[to + i + 1] = (x1 & y1) | (z1 & (x1 | y1));
  }
}

function parity(memory: Int32Array, to: number, a: number, b: number, c: number, count: number): void {
  for (let i = 0; i < count; i += 2) {
    memory[to + i] = (memory[a + i] ?? 0) ^ (memory[b + i] ?? 0) ^ (memory[c + i] ?? 0);
    memory[to + i + 1] = (memory[a + i + 1] ?? 0) ^ (memory[b + i + 1] ?? 0) ^ (memory[c + i + 1] ?? 0);
  }
}

function either(memory: Int32Array, to: number, a: number, b: number, c: number, count: number): void {
  for (let i = 0; i < count; i += 2) {
    memory[to + i] = (memory[a + i] ?? 0) | (memory[b + i] ?? 0) | (memory[c + i] ?? 0);
    memory[to + i + 1] = (memory[a + i + 1] ?? 0) | (memory[b + i + 1] ?? 0) | (memory[c + i + 1] ?? 0);
  }
}

function andOr(memory: Int32Array, to: number, a: number, b: number, c: number, count: number): void {
  for (let i = 0; i < count; i += 2) {
    memory[to + i] = ((memory[a + i] ?? 0) & (memory[b + i] ?? 0)) | (memory[c + i] ?? 0);
    memory[to + i + 1] = ((memory[a + i + 1] ?? 0) & (memory[b + i + 1] ?? 0)) | (memory[c + i + 1] ?? 0);
  }
}

function andNotOr(memory: Int32Array, to: number, a: number, b: number, c: number, count: number): void {
  for (let i = 0; i < count; i += 2) {
    memory[to + i] = ((memory[a + i] ?? 0) & ~(memory[b + i] ?? 0)) | (memory[c + i] ?? 0);
    memory[to + i + 1] = ((memory[a + i + 1] ?? 0) & ~(memory[b + i + 1] ?? 0)) | (memory[c + i + 1] ?? 0);
  }
}
