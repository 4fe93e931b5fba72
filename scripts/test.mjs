/**
 * `npm test`: everything that CI runs, in the order in which a mistake is cheapest
 * to find. `npm test -- unit browser` runs only the stages that are named.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, fail, install, pinnedNode, root, run, say, tail } from "./bootstrap.mjs";

const reports = join(root, ".artifacts");
/** What each failed test said: repeated at the end, because the end is what is kept of a long output. */
const failures = [];

/** A check that passes or fails as a whole counts as one. */
function check(...commands) {
  return async () => {
    for (const [script, ...args] of commands) {
      const { ok } = await run(pinnedNode, [script, ...args], { show: true });
      if (!ok) return { passed: 0, failed: 1 };
    }
    return { passed: 1, failed: 0 };
  };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  }
}

/** A run of Vitest counts its tests, and one failure for each file that could not even be read. */
function tests(name, config) {
  return async () => {
    const path = join(reports, `${name}.json`);
    rmSync(path, { force: true });
    const { ok } = await run(
      pinnedNode,
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        `--config=${config}`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${path}`,
      ],
      { show: true },
    );
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = readReport(path);
    const unread = testResults.filter(
      ({ status, assertionResults }) => status === "failed" && !assertionResults.length,
    );
    const failed = numFailedTests + unread.length;
    for (const { name: file, message, assertionResults } of testResults) {
      const broken = assertionResults.filter(({ status }) => status === "failed");
      failures.push(...broken.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join("\n")}`));
      if (message && broken.length === 0) failures.push(`${file}\n${message}`);
    }
    if (numPendingTests > 0) say(`${numPendingTests} skipped`);
    // Vitest also fails for what no test answers for, such as an error after the last one.
    if (!ok && failed === 0)
      failures.push(
        `${config}\nEvery test passed, and something was thrown outside of them: "Unhandled" in the output above says what and where.`,
      );
    return { passed: numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
  };
}

async function buildStage() {
  const { ok, output } = await build();
  if (!ok) say(tail(output));
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function browserStage() {
  const { failed } = await buildStage();
  return failed ? { passed: 0, failed: 1 } : tests("browser", "vitest.browser.config.ts")();
}

const stages = {
  lint: {
    title: "format and lint",
    run: check(["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."]),
  },
  types: {
    title: "types",
    run: check(["node_modules/next/dist/bin/next", "typegen"], ["node_modules/typescript/bin/tsc"]),
  },
  imports: { title: "imports flow one way", run: check(["scripts/import-rule.ts"]) },
  unused: { title: "nothing unused", run: check(["node_modules/knip/bin/knip.js"]) },
  unit: { title: "unit tests", run: tests("unit", "vitest.config.ts") },
  build: { title: "production build", run: buildStage },
  browser: { title: "browser tests against the production build", run: browserStage },
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in stages));
if (unknown.length > 0) fail(`There is no stage ${unknown.join(", ")}: choose from ${Object.keys(stages).join(", ")}.`);

await install();
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;
const failedStages = [];
for (const [name, stage] of Object.entries(stages)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n== ${stage.title}`);
  const result = await stage.run();
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) failedStages.push(name);
}

for (const failure of failures) console.log(`\n${failure}`);
if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
