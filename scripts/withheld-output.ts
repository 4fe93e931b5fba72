/**
 * Nothing that is sent to the server may reach a log. Libraries print what they cannot read, and Next prints what is
 * thrown and the address of what it cannot handle; so once requests come, nothing of what this process prints is let
 * out, whoever prints it. That something was printed is said, in words that are always the same.
 */
export const WITHHELD =
  "Something was printed while requests are answered. It is withheld: it may hold what was sent.\n";

/** One line a second says enough, however much is printed. */
const PAUSE = 1000;

let isWithheld = false;

export function withholdOutput(): void {
  if (isWithheld) return;
  isWithheld = true;
  const say = process.stderr.write.bind(process.stderr);
  let said = Number.NEGATIVE_INFINITY;
  const withhold = (_: unknown, encodingOrDone?: unknown, done?: unknown): boolean => {
    if (performance.now() - said > PAUSE) {
      said = performance.now();
      say(WITHHELD);
    }
    const after = typeof encodingOrDone === "function" ? encodingOrDone : done;
    if (typeof after === "function") process.nextTick(after);
    return true;
  };
  process.stdout.write = withhold;
  process.stderr.write = withhold;
}
