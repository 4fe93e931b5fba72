/**
 * Judges some mutants of the definitions, one line of JSON for each on standard output. A process of its own, since
 * every round stays in the memory of the process: `node tests/mutation/run.ts [--unchecked] POSITION...`. That the tests
 * pass without any change is checked first, unless the test suite does that.
 */
import { noticedBy } from "./harness.ts";
import { ELSEWHERE, JUDGES } from "./judges.ts";
import { mutants } from "./mutants.ts";

const [first] = process.argv.slice(2);
const positions = process.argv.slice(first === "--unchecked" ? 3 : 2).map(Number);
const unchanged = first === "--unchecked" ? [] : await noticedBy({ files: JUDGES, skip: ELSEWHERE });
if (unchanged.length > 0) throw new Error(`fails without any change: ${JSON.stringify(unchanged)}`);

for (const position of positions) {
  const mutant = mutants[position];
  if (!mutant) throw new RangeError(`there is no mutant ${position}`);
  const [noticed] = await noticedBy({ changes: [mutant.change], files: JUDGES, skip: ELSEWHERE });
  const by = noticed && { file: noticed.file, test: noticed.test };
  process.stdout.write(`${JSON.stringify({ id: mutant.id, ...(by && { noticed: by }) })}\n`);
}
