/** Every mistake of the list of pitfalls, built in as wrong definitions or a wrong engine, is noticed by a named test. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Noticed } from "../mutation/harness.ts";
import { mistakes } from "./mistakes.ts";

interface Line {
  readonly pitfall: number;
  readonly what: string;
  readonly noticed: readonly Noticed[];
}

const { stdout, stderr, status } = spawnSync(
  process.execPath,
  ["--disable-warning=ExperimentalWarning", fileURLToPath(new URL("run.ts", import.meta.url))],
  { encoding: "utf8", maxBuffer: 1e8 },
);
const lines: readonly Line[] = stdout
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));

/** The list has 24 lines. */
const PITFALLS = Array.from({ length: 24 }, (_, index) => index + 1);

describe("known mistakes, built in", () => {
  test("without one, every test that could notice it passes; with each, the tests could be run", () => {
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(lines.map(({ what }) => what)).toEqual(mistakes.map(({ what }) => what));
  });

  test("each line of the list is built in at least once", () => {
    expect([...new Set(mistakes.map(({ pitfall }) => pitfall))]).toEqual(PITFALLS);
  });

  test.each(mistakes.map((one) => [one.pitfall, one.what, one] as const))("%d. %s", (_, what, { noticedBy }) => {
    const noticed = lines.find((line) => line.what === what)?.noticed ?? [];
    for (const { file, test: title } of noticedBy) {
      const found = noticed.filter((one) => one.file === file && one.test.includes(title));
      expect(found.length, `${file}, ${title}, of ${JSON.stringify(noticed)}`).toBeGreaterThan(0);
    }
  });
});
