import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

// jsdom only where a test renders React; everything else is plain Node, which
// starts faster and is what the command line uses.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    // A busy machine is slow, not wrong: only a test that hangs should run into this.
    testTimeout: 120_000,
    // Its modules name each other without the ends of their files, which Node does not look for.
    server: { deps: { inline: ["dt-sql-parser"] } },
    // Left to itself, Vitest keeps one processor for other things, which on two is every second one.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/app/**", "tests/browser/**"],
          environment: "node",
        },
      },
      {
        extends: true,
        test: {
          name: "app",
          include: ["tests/app/**/*.test.{ts,tsx}"],
          environment: "jsdom",
          setupFiles: ["tests/app/setup.ts"],
        },
      },
    ],
  },
});
