/**
 * `npm run bench`: how long a record takes; `npm run bench -- load`: what the server holds on to
 * under load; `npm run bench -- rounds`: rounds with hundreds of phones, and votes through kills of the server;
 * `npm run bench -- cohort`: a million patients from CSV to verdicts, beside DuckDB;
 * `npm run bench -- mutation`: which test notices each literal of the definitions that is another;
 * `npm run bench -- mutation code`: which test notices each change of the code that works with them;
 * `npm run bench -- fuzz`: damaged texts at every reader, and random records at all that score;
 * `npm run bench -- firefox`: the calculator, practice and a round in the Firefox of this machine.
 */
const [named = "score", of] = process.argv.slice(2);
const benchmarks: Readonly<Record<string, () => Promise<unknown>>> = {
  score: () => import("./score.ts"),
  load: () => import("./load.ts"),
  rounds: () => import("./rounds.ts"),
  cohort: () => import("./cohort.ts"),
  mutation: () => (of === "code" ? import("./mutation-code.ts") : import("./mutation.ts")),
  fuzz: () => import("./fuzz.ts"),
  firefox: () => import("./firefox.ts"),
};
const benchmark = Object.hasOwn(benchmarks, named) ? benchmarks[named] : undefined;
if (benchmark) await benchmark();
else {
  console.error(`There is no benchmark ${named}: choose from ${Object.keys(benchmarks).join(", ")}.`);
  process.exitCode = 2;
}
