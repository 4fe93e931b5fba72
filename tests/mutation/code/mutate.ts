/**
 * What a slip of the hand does to code: a comparison, a sign, a number, a condition or a member of a list that is
 * another or is left out, one at a time. Words, patterns of texts and types are left as they are.
 */
import { type Node, parseSync, visitorKeys } from "oxc-parser";

/** One change of a file: what stands from `start` to `end` is another text. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface CodeMutant {
  /** The file, the declaration and what is changed, such as `lib/scoring/tally.ts holds: a >= b to a > b`. */
  readonly id: string;
  readonly file: string;
  readonly edit: Edit;
  /** It stands in what is taken where a list has nothing at a place: often for the compiler alone. */
  readonly fallback?: true;
}

export const edited = (source: string, { start, end, text }: Edit): string =>
  source.slice(0, start) + text + source.slice(end);

/** The children of a node that leave something behind at run time. */
export function* childrenOf(node: Node): Generator<Node> {
  for (const key of visitorKeys[node.type] ?? []) {
    const value = (node as unknown as Readonly<Record<string, unknown>>)[key];
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof child !== "object" || child === null || !("type" in child)) continue;
      if (isWritten(child as Node)) yield child as Node;
    }
  }
}

/** Types say nothing at run time, except where an expression wears one. */
const isWritten = ({ type }: Node): boolean =>
  !type.startsWith("TS") || ["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"].includes(type);

const OTHER_OPERATOR: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "**": "*",
  "&": "|",
  "|": "&",
  "^": "|",
  "<<": ">>",
  ">>": "<<",
  ">>>": "<<",
  "&&": "||",
  "||": "&&",
  "+=": "-=",
  "-=": "+=",
  "*=": "/=",
  "|=": "&=",
  "&=": "|=",
  "++": "--",
  "--": "++",
};

/** Methods for which another that takes the same is easily written. */
const OTHER_METHOD: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  startsWith: "endsWith",
  endsWith: "startsWith",
  floor: "ceil",
  ceil: "floor",
};

/** Methods without which there is still a value of the same kind. */
const LEFT_OUT = new Set(["filter", "sort", "toSorted", "reverse", "toReversed", "trim", "toLowerCase", "toUpperCase"]);

const isText = (node: Node): boolean =>
  node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");

/** The edits that change this very node, and none of those that change a part of it. */
function* editsOf(node: Node, parent: Node | undefined, source: string): Generator<Edit> {
  const textOf = ({ start, end }: Node) => source.slice(start, end);
  /** The operator between two operands: what else stands there are spaces and remarks. */
  const operator = (left: Node, right: Node, from: string, to: string): Edit => {
    const start = source.indexOf(from, left.end);
    if (start < 0 || start >= right.start) throw new RangeError(`no ${from} in ${textOf(node)}`);
    return { start, end: start + from.length, text: to };
  };
  const whole = (text: string): Edit => ({ start: node.start, end: node.end, text });
  switch (node.type) {
    case "BinaryExpression": {
      const other = OTHER_OPERATOR[node.operator];
      if (other === undefined || node.operator === "in") return;
      if (node.operator === "+" && (isText(node.left) || isText(node.right))) return;
      yield operator(node.left, node.right, node.operator, other);
      if (node.operator !== "===" && node.operator !== "!==") return;
      for (const side of [node.left, node.right])
        if (side.type === "Literal" && typeof side.value === "string")
          yield { start: side.start, end: side.end, text: JSON.stringify(`${side.value}?`) };
      return;
    }
    case "LogicalExpression":
      if (node.operator === "??") yield { start: node.left.end, end: node.end, text: "" };
      else yield operator(node.left, node.right, node.operator, OTHER_OPERATOR[node.operator] ?? "");
      return;
    case "AssignmentExpression": {
      const other = OTHER_OPERATOR[node.operator];
      if (other !== undefined && !isText(node.right)) yield operator(node.left, node.right, node.operator, other);
      return;
    }
    case "UnaryExpression":
      if (["!", "-", "~"].includes(node.operator)) yield whole(textOf(node.argument));
      return;
    case "UpdateExpression": {
      const sign = OTHER_OPERATOR[node.operator] ?? "";
      yield whole(node.prefix ? sign + textOf(node.argument) : textOf(node.argument) + sign);
      return;
    }
    case "Literal":
      if (parent?.type === "Property" && parent.key === node) return;
      if (typeof node.value === "boolean") yield whole(String(!node.value));
      if (typeof node.value === "bigint") for (const by of [1n, -1n]) yield whole(`${node.value + by}n`);
      if (typeof node.value === "number") {
        const decimals = (String(node.value).split(".")[1] ?? "").length;
        for (const by of [1, -1]) yield whole(String(Number((node.value + by * 10 ** -decimals).toFixed(decimals))));
      }
      return;
    case "CallExpression": {
      const { callee } = node;
      if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return;
      const { name, start, end } = callee.property;
      const other = OTHER_METHOD[name];
      if (other !== undefined) yield { start, end, text: other };
      if (LEFT_OUT.has(name)) yield { start: callee.object.end, end: node.end, text: "" };
      return;
    }
    case "IfStatement":
      if (node.alternate) yield { start: node.test.start, end: node.test.end, text: `!(${textOf(node.test)})` };
      else yield whole("{}");
      return;
    case "ConditionalExpression":
      yield whole(`${textOf(node.test)} ? ${textOf(node.alternate)} : ${textOf(node.consequent)}`);
      return;
    case "SwitchCase":
      if (node.test?.type === "Literal" && typeof node.test.value === "string")
        yield { start: node.test.start, end: node.test.end, text: JSON.stringify(`${node.test.value}?`) };
      return;
    case "ArrayExpression":
      for (const [at, element] of node.elements.entries()) {
        if (!element) continue;
        const next = node.elements[at + 1];
        const before = node.elements[at - 1];
        if (next) yield { start: element.start, end: next.start, text: "" };
        else yield { start: before?.end ?? element.start, end: element.end, text: "" };
      }
      return;
    case "SpreadElement":
      if (parent?.type === "ObjectExpression") yield whole("...{}");
      return;
    case "ExpressionStatement":
      if (["CallExpression", "AssignmentExpression", "UpdateExpression"].includes(node.expression.type))
        yield whole("{}");
      return;
  }
}

const isExpression = ({ type }: Node): boolean =>
  /(Expression|Literal|Property|SpreadElement|Identifier)$/.test(type) && !/Function/.test(type);

const squeezed = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 110 ? `${line.slice(0, 70)} ... ${line.slice(-35)}` : line;
};

const SHORT = 24;
const LONG = 100;

/** The changed place with as much around it as tells it from others. */
function shown(edit: Edit, above: readonly Node[], source: string): string {
  let around: { readonly start: number; readonly end: number } = edit;
  for (const node of above.toReversed()) {
    const covers = node.start <= edit.start && node.end >= edit.end;
    if (covers && around !== edit && around.end - around.start >= SHORT) break;
    if (!isExpression(node) || node.end - node.start > LONG) {
      if (around === edit && covers) around = node;
      break;
    }
    if (covers) around = node;
  }
  const from = source.slice(around.start, around.end);
  const to = source.slice(around.start, edit.start) + edit.text + source.slice(edit.end, around.end);
  return to === "{}" ? `without ${squeezed(from)}` : `${squeezed(from)} to ${squeezed(to)}`;
}

/** The outermost name under which a node stands in its file. */
function declarationOf(above: readonly Node[]): string {
  for (const node of above) {
    if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") return node.id?.name ?? "default";
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier") return node.id.name;
  }
  return "the file";
}

/** What is taken where a list has nothing at a place: the compiler asks for it even where there always is something. */
const isFallback = (above: readonly Node[]): boolean =>
  above.some((node, at) => {
    const outer = above[at - 1];
    if (outer?.type !== "LogicalExpression" || outer.operator !== "??" || outer.right !== node) return false;
    const { left } = outer;
    const bare = left.type === "ChainExpression" ? left.expression : left;
    if (bare.type === "MemberExpression") return bare.computed || left !== bare;
    return (
      bare.type === "CallExpression" && bare.callee.type === "MemberExpression" && isNamed(bare.callee.property, "at")
    );
  });

const isNamed = (node: Node, name: string): boolean => node.type === "Identifier" && node.name === name;

/** All mutants of a file, in the order of its text. */
export function mutantsOf(file: string, source: string): readonly CodeMutant[] {
  const found: (Pick<CodeMutant, "edit" | "fallback"> & { readonly named: string })[] = [];
  const walk = (node: Node, above: readonly Node[]): void => {
    if (node.type === "ImportDeclaration" || node.type === "ExportAllDeclaration") return;
    const here = [...above, node];
    for (const edit of editsOf(node, above.at(-1), source))
      found.push({
        named: `${file} ${declarationOf(here)}: ${shown(edit, here, source)}`,
        edit,
        ...(isFallback(here) && { fallback: true }),
      });
    for (const child of childrenOf(node)) {
      // The step of a loop: whatever else it does, the loop no longer ends.
      if (node.type === "ForStatement" && child === node.update) continue;
      walk(child, here);
    }
  };
  walk(parsed(file, source), []);
  const seen = new Map<string, number>();
  return found
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end)
    .map(({ named, ...found }) => {
      const count = (seen.get(named) ?? 0) + 1;
      seen.set(named, count);
      return { id: count > 1 ? `${named} (${count})` : named, file, ...found };
    });
}

export function parsed(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`);
  return program;
}
