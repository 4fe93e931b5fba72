/**
 * `npm run bench -- fuzz [COUNT [SEED]]`: so many damaged texts at every reader (tests/fuzz/readers.ts), 10,000 unless
 * said, from the seed, or from another one each time. Prints what was wrong, with the seed that gives it again, and
 * exits with 1; a text that takes more than a second is wrong too.
 */
import { fuzz, readers } from "../fuzz/readers.ts";

const [count = 10_000, seed = Date.now() % 1_000_000] = process.argv.slice(3).map(Number);
const LONGEST = 1_000;

console.log(`${count} texts at each of ${readers.length} readers, seed ${seed}`);
for (const reader of readers) {
  const { faults, slowest } = await fuzz(reader, count, seed);
  console.log(`${reader.name}: ${faults.length} faults, the slowest ${slowest.toFixed(0)} ms`);
  for (const { why, text } of faults.slice(0, 5)) console.log(`  ${why}\n    ${JSON.stringify(text.slice(0, 2_000))}`);
  if (faults.length > 0 || slowest > LONGEST) process.exitCode = 1;
}
