/**
 * Which test gets to which part of a file: a part is the file itself, the body of a function, or what runs under a
 * condition. A mutant need only be judged by tests that get to its part.
 */
import type { Node } from "oxc-parser";
import { childrenOf, parsed } from "./mutate.ts";

interface Part {
  /** What counts as this part. */
  readonly start: number;
  readonly end: number;
  /** Where it is noted that it runs: what runs there is between the two, in a block or an expression. */
  readonly from: number;
  readonly to: number;
  readonly as: "block" | "statement" | "expression";
}

const blockOrStatement = (node: Node, cover: Node = node): Part => ({
  start: cover.start,
  end: cover.end,
  from: node.start,
  to: node.end,
  as: node.type === "BlockStatement" ? "block" : "statement",
});

const expression = (node: Node, cover: Node = node): Part => ({
  start: cover.start,
  end: cover.end,
  from: node.start,
  to: node.end,
  as: "expression",
});

function* partsUnder(node: Node): Generator<Part> {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
      if (node.body) yield blockOrStatement(node.body, node);
      break;
    case "ArrowFunctionExpression":
      yield node.expression ? expression(node.body as Node, node) : blockOrStatement(node.body as Node, node);
      break;
    case "IfStatement":
      yield blockOrStatement(node.consequent);
      if (node.alternate) yield blockOrStatement(node.alternate);
      break;
    case "ForStatement":
    case "ForOfStatement":
    case "ForInStatement":
    case "WhileStatement":
      yield blockOrStatement(node.body);
      break;
    case "CatchClause":
      yield blockOrStatement(node.body);
      break;
    case "SwitchCase": {
      const [first] = node.consequent;
      const last = node.consequent.at(-1);
      if (first && last) yield { start: first.start, end: last.end, from: first.start, to: first.start, as: "block" };
      break;
    }
    case "ConditionalExpression":
      yield expression(node.consequent);
      yield expression(node.alternate);
      break;
    case "LogicalExpression":
      yield expression(node.right);
      break;
  }
  for (const child of childrenOf(node)) yield* partsUnder(child);
}

/** The parts of a file, the file itself first and each before those within it. */
function partsOf(file: string, source: string): readonly Part[] {
  const program = parsed(file, source);
  const all = { start: 0, end: source.length, from: 0, to: 0, as: "block" } as const;
  return [all, ...partsUnder(program)];
}

/** For each place, the innermost part in which it stands. */
export function partsAt(file: string, source: string, places: readonly number[]): readonly number[] {
  const parts = partsOf(file, source);
  return places.map((place) => {
    let found = 0;
    const size = ({ start, end }: Part) => end - start;
    for (const [at, part] of parts.entries())
      if (part.start <= place && place < part.end && size(part) <= size(parts[found] as Part)) found = at;
    return found;
  });
}

/** The source with a call of `globalThis.reached` in each part, with the file and the number of the part. */
export function marked(file: string, source: string): string {
  const parts = partsOf(file, source);
  const pieces: { readonly place: number; readonly text: string; readonly opens: boolean; readonly order: number }[] =
    [];
  for (const [at, { from, to, as }] of parts.entries()) {
    const call = `globalThis.reached(${JSON.stringify(file)},${at})`;
    if (as === "block") {
      pieces.push({
        place: from + (source[from] === "{" && to > from ? 1 : 0),
        text: `${call};`,
        opens: true,
        order: at,
      });
      continue;
    }
    const [open, close] = as === "statement" ? [`{${call};`, "}"] : [`(${call},`, ")"];
    pieces.push(
      { place: from, text: open, opens: true, order: at },
      { place: to, text: close, opens: false, order: -at },
    );
  }
  // What is within another opens after it and closes before it; what closes at a place does so before anything opens.
  pieces.sort((a, b) => a.place - b.place || Number(a.opens) - Number(b.opens) || a.order - b.order);
  let text = "";
  let done = 0;
  for (const piece of pieces) {
    text += source.slice(done, piece.place) + piece.text;
    done = piece.place;
  }
  return text + source.slice(done);
}
