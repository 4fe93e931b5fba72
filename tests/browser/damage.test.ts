import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildInputs } from "../../scripts/bootstrap.mjs";
import { freePort } from "./support/app.ts";

const root = join(import.meta.dirname, "../..");

/** The project with its build and its packages, as links to the same files: one that is damaged is put in anew. */
function copyOfProject(): string {
  const copy = join(root, ".artifacts", `copy-${process.pid}-${Date.now()}`);
  mkdirSync(copy, { recursive: true });
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  const parts = ["scripts", "node_modules", ".next", ...buildInputs.filter((path) => !path.startsWith("scripts/"))];
  const files = globSync("*.{ts,mjs,json,md}", { cwd: root });
  execFileSync("cp", ["-al", "--parents", ...new Set([...parts, ...files]), copy], { cwd: root });
  return copy;
}

/** Puts other content where a file was, and leaves the file that it was linked to alone. */
function replace(path: string, content: string): void {
  rmSync(path, { recursive: true, force: true });
  writeFileSync(path, content);
}

function findOne(folder: string, pattern: string): string {
  const [first] = globSync(pattern, { cwd: folder }).sort();
  if (first === undefined) throw new Error(`there is no ${pattern}`);
  return join(folder, first);
}

/** What `npm start` says until it is ready, and where it answers. */
async function start(copy: string): Promise<{ said: string; origin: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const program: ChildProcess = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: copy,
    env: { ...process.env, PORT: String(port), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const stop = async () => {
    if (program.exitCode !== null) return;
    program.kill("SIGTERM");
    await once(program, "exit");
  };
  onTestFinished(stop);
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes("Ready: ")) resolve();
    };
    program.stdout?.on("data", hear);
    program.stderr?.on("data", hear);
    program.on("exit", () => reject(new Error(said)));
  });
  return { said, origin: `http://localhost:${port}`, stop };
}

const PAGES = ["/", "/findings/malar-rash", "/criteria", "/practice", "/_next/static/precache.js", "/api/v1/sets"];

async function expectToAnswer(origin: string): Promise<void> {
  for (const path of PAGES) expect((await fetch(origin + path)).status, path).toBe(200);
  const page = await (await fetch(origin)).text();
  for (const [, script] of page.matchAll(/src="(\/_next\/static\/[^"]+)"/g)) {
    const response = await fetch(origin + script);
    expect(response.status, script).toBe(200);
    expect((await response.text()).length, script).toBeGreaterThan(0);
  }
}

const BUILDING = "Building the app";

/** What a function of scripts/bootstrap.mjs says of a copy. */
const ask = (copy: string, question: "isBuilt" | "isInstalled"): string =>
  spawnSync(
    process.execPath,
    ["-e", `import("./scripts/bootstrap.mjs").then((all) => console.log(all.${question}()))`],
    { cwd: copy, encoding: "utf8" },
  ).stdout.trim();

test("a build of which anything is missing, cut off, or of other sources does not count as built", () => {
  const damages: Readonly<Record<string, (copy: string) => void>> = {
    "a script of the page": (copy) => rmSync(findOne(copy, ".next/static/chunks/*.js")),
    "a page that is empty": (copy) => replace(findOne(copy, ".next/server/app/index.html"), ""),
    "a part of the server that is another": (copy) => replace(findOne(copy, ".next/server/chunks/**/*.js"), "{}"),
    "the name of the build": (copy) => rmSync(join(copy, ".next/BUILD_ID")),
    "the record of what it consists of": (copy) => replace(join(copy, ".next/built.json"), "{"),
    "a source that was changed since": (copy) => replace(join(copy, "next.config.ts"), "export default {};"),
    "a source that was added since": (copy) => writeFileSync(join(copy, "criteria/added.ts"), ""),
  };
  for (const [name, damage] of Object.entries(damages)) {
    const copy = copyOfProject();
    expect(ask(copy, "isBuilt"), name).toBe("true");
    damage(copy);
    expect(ask(copy, "isBuilt"), name).toBe("false");
  }
});

test("a whole build is served as it is, and a damaged one is built again", { timeout: 600_000 }, async () => {
  const copy = copyOfProject();
  const build = join(copy, ".next");
  const untouched = await start(copy);
  expect(untouched.said).not.toContain(BUILDING);
  await expectToAnswer(untouched.origin);
  await untouched.stop();

  // A record that cannot be read, and what a build that was killed leaves behind.
  rmSync(join(build, "built.json"), { recursive: true });
  mkdirSync(join(build, "built.json"));
  rmSync(join(build, "BUILD_ID"));
  rmSync(join(build, "server/chunks"), { recursive: true });
  replace(findOne(build, "server/app/index.html"), "");
  replace(join(build, "routes-manifest.json"), "{");
  const mended = await start(copy);
  expect(mended.said).toContain(BUILDING);
  await expectToAnswer(mended.origin);
});

test("packages of which a part is missing or cut off do not count as installed", () => {
  const copy = copyOfProject();
  const packages = join(copy, "node_modules");
  expect(existsSync(join(packages, ".installed.json"))).toBe(true);
  expect(ask(copy, "isInstalled")).toBe("true");
  // What tools add takes nothing away.
  mkdirSync(join(packages, ".cache-of-a-tool"));
  writeFileSync(join(packages, "zod/added.txt"), "");
  expect(ask(copy, "isInstalled")).toBe("true");
  const zod = join(packages, "zod/package.json");
  replace(zod, "{}");
  expect(ask(copy, "isInstalled")).toBe("false");
  rmSync(zod);
  symlinkSync(join(root, "node_modules/zod/package.json"), zod);
  expect(ask(copy, "isInstalled")).toBe("true");
  rmSync(join(packages, "next/dist/server"), { recursive: true });
  expect(ask(copy, "isInstalled")).toBe("false");
});
