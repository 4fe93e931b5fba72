import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure, Measure } from "./figure.ts";

const root = join(import.meta.dirname, "../..");

interface Report {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
}

/** A measure that is a file of browser tests: how many of its tests hold. Its titles say what they are. */
export function browserTests(what: string, file: string): Measure {
  return async () => [count(what, file)];
}

function count(what: string, file: string): Figure {
  const output = join(root, ".artifacts", `measure-${file}.json`);
  spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--config=vitest.browser.config.ts",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${output}`,
      `tests/browser/${file}`,
    ],
    { cwd: root, stdio: "inherit" },
  );
  const { numTotalTests, numPassedTests } = JSON.parse(readFileSync(output, "utf8")) as Report;
  return {
    what,
    bar: "all hold",
    figure: `${numPassedTests} of ${numTotalTests} hold`,
    holds: numTotalTests > 0 && numPassedTests === numTotalTests,
  };
}
