import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

/** Needs the production build, so it is a run of its own: npm test -- browser */
export default defineConfig({
  test: {
    name: "browser",
    include: ["tests/browser/**/*.test.ts"],
    // Smart Forms imports its own files without their endings, as bundlers read them and Node does not.
    server: { deps: { inline: [/@aehrc\/smart-forms-renderer/] } },
    globalSetup: "tests/browser/support/setup.ts",
    // Two files side by side: one waits for its page while the other works. More would only time each other out.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes when a busy machine has time, and no test is about time.
    expect: { poll: { timeout: 10_000 } },
  },
});
