import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";

const root = join(import.meta.dirname, "../..");

/** Ids that are also everyday words in code, such as the group "other". */
const EVERYDAY = new Set(["other", "renal", "seizure", "fever"]);

test("no set, finding or test is named in lib/ or app/: what is special to one is said in its data", () => {
  const ids = [
    ...definitions.sets.map(({ id }) => id),
    ...Object.keys(definitions.findings),
    ...Object.keys(definitions.tests),
  ];
  const wanted = new RegExp(`["'\`](${ids.filter((id) => !EVERYDAY.has(id)).join("|")})["'\`]`, "g");
  const named = globSync("{lib,app}/**/*.{ts,tsx}", { cwd: root }).flatMap((path) =>
    [...readFileSync(join(root, path), "utf8").matchAll(wanted)].map(([id]) => `${path} names ${id}`),
  );
  expect(named).toEqual([]);
});
