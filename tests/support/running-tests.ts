/** Which tests of a file run, read from its source: none that is skipped, left to be written, or commented out. */
import { parseSync, Visitor } from "oxc-parser";

const GROUP = "describe";
const CALLS = new Set(["test", "it", GROUP]);
/** Ways to declare a test that runs: once for each row, or beside others. */
const RUNNING = new Set(["each", "for", "concurrent", "sequential"]);
const FIRST = 0;

type Call = Parameters<NonNullable<ConstructorParameters<typeof Visitor>[0]["CallExpression"]>>[0];
type Expression = Call["callee"];

interface Declared {
  readonly call: Call;
  readonly title: string;
  readonly runs: boolean;
  readonly isGroup: boolean;
}

/**
 * The titles of the tests that run, and of what they stand in; of a title with values in it what stands before the
 * first. Where only chosen tests run (`.only`), no other does, so that none is named.
 */
export function runningTests(path: string, source: string): readonly string[] {
  const { program } = parseSync(path, source);
  const declared: Declared[] = [];
  const skipping: Call[] = [];
  let isFocused = false;
  new Visitor({
    CallExpression(call) {
      const [name, ...ways] = chainOf(call.callee) ?? [];
      if (ways.includes("only")) isFocused = true;
      const title = name && titleOf(call);
      if (title !== undefined) {
        const runs = ways.every((way) => RUNNING.has(way)) && hasBody(call) && !isSwitchedOff(call);
        declared.push({ call, title, runs, isGroup: name === GROUP });
      } else if (skipsItself(call.callee)) skipping.push(call);
    },
  }).visit(program);
  if (isFocused) return [];
  const within = (inner: Call, outer: Call) => outer !== inner && outer.start <= inner.start && inner.end <= outer.end;
  // A test that can skip itself proves nothing on the day that it does.
  const isOn = ({ call, runs, isGroup }: Declared) =>
    runs &&
    !declared.some((around) => !around.runs && within(call, around.call)) &&
    (isGroup || !skipping.some((skip) => within(skip, call)));
  const tests = declared.filter((one) => !one.isGroup && isOn(one));
  const groups = declared.filter((one) => one.isGroup && tests.some(({ call }) => within(call, one.call)));
  return [...tests, ...groups].map(({ title }) => title);
}

/** ["test", "each"] of `test.each(rows)`; undefined for what declares no test. */
function chainOf(callee: Expression): readonly string[] | undefined {
  switch (callee.type) {
    case "Identifier":
      return CALLS.has(callee.name) ? [callee.name] : undefined;
    case "MemberExpression": {
      if (callee.computed || callee.property.type !== "Identifier") return undefined;
      const before = chainOf(callee.object);
      return before && [...before, callee.property.name];
    }
    case "CallExpression":
    case "TaggedTemplateExpression":
      return chainOf(callee.type === "CallExpression" ? callee.callee : callee.tag);
    default:
      return undefined;
  }
}

function titleOf({ arguments: given }: Call): string | undefined {
  const title = given[FIRST];
  if (title?.type === "Literal" && typeof title.value === "string") return title.value;
  return title?.type === "TemplateLiteral" ? (title.quasis[FIRST]?.value.cooked ?? undefined) : undefined;
}

/** A test without anything in its body fails at nothing. */
function hasBody({ arguments: given }: Call): boolean {
  return given.some((one) => {
    if (one.type !== "ArrowFunctionExpression" && one.type !== "FunctionExpression") return one.type === "Identifier";
    return one.body?.type !== "BlockStatement" || one.body.body.length > 0;
  });
}

/** `test("...", { skip: true }, ...)`. */
function isSwitchedOff({ arguments: given }: Call): boolean {
  return given.some(
    (one) =>
      one.type === "ObjectExpression" &&
      one.properties.some(
        (part) =>
          part.type === "Property" &&
          part.key.type === "Identifier" &&
          ["skip", "todo", "fails", "only"].includes(part.key.name),
      ),
  );
}

/** `skip(...)`, as a test gets it, or `context.skip(...)`. */
function skipsItself(callee: Expression): boolean {
  if (callee.type === "Identifier") return callee.name === "skip";
  return callee.type === "MemberExpression" && callee.property.type === "Identifier" && callee.property.name === "skip";
}
