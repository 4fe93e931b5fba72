/**
 * `npm run bench -- mutation [--part K/N]`: changes every literal of criteria/ that can decide a result, one at a time,
 * and says which test notices (tests/mutation). What was judged is kept in .artifacts/mutation.jsonl, so that a run that
 * is broken off goes on where it was; once every mutant is judged, the whole result is written to docs/mutation.json.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identity } from "../../scripts/identity.ts";
import { type Judged, judge } from "../mutation/judge.ts";
import { JUDGES } from "../mutation/judges.ts";
import { mutants } from "../mutation/mutants.ts";
import { SURVIVORS } from "../mutation/survivors.ts";

/** So many at a time in one process: each leaves what it loaded behind. */
const BATCH = 100;

const root = join(import.meta.dirname, "../..");
const kept = join(root, ".artifacts", "mutation.jsonl");

const part = /^(\d+)\/(\d+)$/.exec(process.argv[process.argv.indexOf("--part") + 1] ?? "");
const [which, of] = process.argv.includes("--part") && part ? [Number(part[1]), Number(part[2])] : [1, 1];

/** What was judged holds as long as these files are the same. */
const judgedBy = createHash("sha256");
for (const file of globSync(
  "{criteria/*.ts,lib/{definition,record,scoring,explain,check}/*.ts,tests/mutation/{harness,mutants,judges}.ts}",
  {
    cwd: root,
  },
).sort())
  judgedBy.update(readFileSync(join(root, file)));
for (const file of JUDGES) judgedBy.update(readFileSync(join(root, file)));
const against = judgedBy.digest("hex");

mkdirSync(join(root, ".artifacts"), { recursive: true });
const lines = existsSync(kept) ? readFileSync(kept, "utf8").split("\n").filter(Boolean) : [];
const known = new Map<string, Judged>();
for (const line of lines) {
  const one = JSON.parse(line) as Judged & { readonly against: string };
  if (one.against === against) known.set(one.id, one);
}

const wanted = mutants.flatMap(({ id }, position) => (position % of === which - 1 && !known.has(id) ? [position] : []));
console.log(`${mutants.length} mutants; ${known.size} judged before, ${wanted.length} to judge now`);
for (let from = 0; from < wanted.length; from += BATCH) {
  const told = (judged: Judged) => {
    known.set(judged.id, judged);
    appendFileSync(kept, `${JSON.stringify({ ...judged, against })}\n`);
    if (!judged.noticed) console.log(`not noticed: ${judged.id}`);
  };
  // That the tests pass without any change is checked once.
  await judge(wanted.slice(from, from + BATCH), told, { unchecked: from > 0 });
  console.log(`${Math.min(from + BATCH, wanted.length)} of ${wanted.length}`);
}

const all = mutants.flatMap(({ id }) => known.get(id) ?? []);
const survivors = all.filter(({ noticed }) => !noticed).map(({ id }) => id);
console.log(`${all.length - survivors.length} of ${all.length} noticed`);
if (all.length === mutants.length) {
  const byFile: Record<string, number> = {};
  for (const { noticed } of all) if (noticed) byFile[noticed.file] = (byFile[noticed.file] ?? 0) + 1;
  const path = join(root, "docs", "mutation.json");
  const { code } = JSON.parse(readFileSync(path, "utf8")) as { readonly code?: unknown };
  const result = {
    commit: execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim(),
    definitions: identity.definitions,
    mutants: mutants.length,
    noticed: all.length - survivors.length,
    firstNoticedIn: byFile,
    survivors: survivors.map((id) => ({ id, reason: SURVIVORS[id] ?? "none given" })),
    // Written by tests/benchmarks/mutation-code.ts.
    code,
  };
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  console.log("written: docs/mutation.json");
}
