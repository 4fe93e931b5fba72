/**
 * From a fresh clone to something that runs. Plain JavaScript without
 * dependencies, because it has to run on whatever Node a machine has before
 * anything is installed: it may use nothing newer than Node 20.9.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { contentOf, isWhole, lengthOf, listFiles } from "./file-list.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The Node that the project is tested with, installed as a development dependency. */
export const pinnedNode = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

const buildFolder = join(root, ".next");
/** Says from what the build was made and what it consists of. Written last, so that a build that was cut off has none. */
const buildRecord = join(buildFolder, "built.json");

const packages = join(root, "node_modules");
/** Says what the installed packages consist of. An install begins with an empty folder, so that it never outlives one. */
const installRecord = join(packages, ".installed.json");

/** Says on standard error what is going on, so that standard output stays the program's own. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends the program with one sentence that says what went wrong and what to do. */
export function fail(sentence) {
  say(sentence);
  process.exit(1);
}

function isOlderThan(major, minor) {
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}

const running = new Set();

function stopEverything(signal) {
  for (const child of running) child.kill("SIGTERM");
  if (running.size === 0) process.exit(0);
  // A child that is asked to stop ends the program by closing; one that does not listen must not keep it alive.
  setTimeout(() => process.exit(signal === "SIGINT" ? 130 : 143), 5000).unref();
}

/** npm passes a signal on to a shell that dies of it alone, so the loss of the parent is a signal too. */
function stopWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stopEverything("SIGTERM");
  }, 250).unref();
}

/**
 * What the pinned Node is started with to serve the production build. Left to itself, it lets what requests leave
 * behind lie until hundreds of megabytes are full; 8 for what is new do as well (`npm run bench -- load`), and what is
 * older may grow by three fifths before it is looked through (`npm run bench -- rounds`: 3,000 phones in less than
 * 300 MB on SQLite). By a fifth, it took no less, and looking through it was a quarter of all work under load.
 */
export const serverArguments = (port) => [
  "--max-semi-space-size=8",
  "--heap-growing-percent=60",
  "node_modules/next/dist/bin/next",
  "start",
  "-p",
  String(port),
];

/** Starts a program in the project's folder; it is stopped when this one is told to stop. */
export function launch(command, args, { stdio, env = {} }) {
  if (process.listenerCount("SIGTERM") === 0) {
    process.on("SIGINT", stopEverything);
    process.on("SIGTERM", stopEverything);
    stopWithParent();
  }
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio,
  });
  running.add(child);
  child.on("close", () => running.delete(child));
  return child;
}

/** Runs a program to its end; its output is shown when `show` is set and kept for messages when not. */
export function run(command, args, { show = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = launch(command, args, { env, stdio: show ? "inherit" : ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code, signal) => {
      if (signal === "SIGTERM" || signal === "SIGINT") process.exit(130);
      resolve({ ok: code === 0, output });
    });
  });
}

/** The last lines of a program's output, indented under the sentence that says it failed. */
export function tail(output, lines = 25) {
  return output
    .trimEnd()
    .split("\n")
    .slice(-lines)
    .map((line) => `  ${line}`)
    .join("\n");
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** A folder that cannot be written to is as good as it was; it is only not looked after. */
function tryToWrite(path, value) {
  try {
    writeFileSync(path, JSON.stringify(value));
  } catch {}
}

const readPackages = (lockfile) => readJson(join(root, lockfile))?.packages;

/** Tools keep things of their own in folders with a dot; npm's are its lockfile and the links to programs. */
const isOfTools = (path) => /^\.(?!bin(\/|$)|package-lock\.json$)/.test(path);

function recordInstall() {
  tryToWrite(installRecord, listFiles(packages, lengthOf, isOfTools));
}

/** npm keeps its own lockfile of what it installed; it is written last, so an interrupted install has none. */
export function isInstalled() {
  const wanted = readPackages("package-lock.json");
  const present = readPackages("node_modules/.package-lock.json");
  if (!wanted || !present || !existsSync(pinnedNode)) return false;
  const files = readJson(installRecord);
  if (files && !isWhole(packages, files, lengthOf)) return false;
  return Object.entries(wanted).every(
    ([path, { version, integrity, optional }]) =>
      path === "" ||
      (present[path] ? present[path].version === version && present[path].integrity === integrity : optional === true),
  );
}

function npm(args) {
  // An install replaces node_modules, so it must not run on a program from there.
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.startsWith(root));
  const env = { PATH: path.join(delimiter) };
  const cli = process.env.npm_execpath;
  return cli
    ? run(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], { env })
    : run(process.platform === "win32" ? "npm.cmd" : "npm", args, { env });
}

function installArguments() {
  // Older ones make npm leave out, without a word, compiled parts of the test tools.
  if (!isOlderThan(20, 19)) return ["ci"];
  const { version } = readPackages("package-lock.json")["node_modules/node"];
  return ["exec", "--yes", `--package=node@${version}`, "--", "npm", "ci"];
}

/** Installs exactly what the lockfile names, unless it is there already. */
export async function install() {
  if (isOlderThan(20, 9)) {
    fail(
      `This needs Node 20.9 or newer and found ${process.versions.node}: install a newer one from https://nodejs.org.`,
    );
  }
  if (isInstalled()) {
    // Somebody installed them with npm alone.
    if (!existsSync(installRecord)) recordInstall();
    return;
  }
  say("Installing the dependencies (once, about a minute) ...");
  rmSync(installRecord, { force: true, recursive: true });
  const { ok, output } = await npm(installArguments());
  if (ok && isInstalled()) return recordInstall();
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output)) {
    fail(
      "The dependencies could not be installed because the npm registry did not answer: check the network (or the proxy) and run the same command again.",
    );
  }
  say(tail(output));
  fail(
    "The dependencies could not be installed; npm's last lines are above. Mend what they name and run the same command again.",
  );
}

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

/** Everything that a build is made from. */
export const buildInputs = [
  "app",
  "criteria",
  "lib",
  "pages",
  "public",
  "CHANGELOG.md",
  "scripts/answer-here.ts",
  "scripts/criteria-as-data.ts",
  "scripts/front-door.ts",
  "scripts/changelog.ts",
  "scripts/identity.ts",
  "scripts/module-as-data.ts",
  "scripts/next-as-read.ts",
  "scripts/precache.ts",
  "scripts/seal.ts",
  "scripts/security-headers.ts",
  "scripts/traceability.ts",
  "scripts/withheld-output.ts",
  "tests/contract/cases.json",
  "docs",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

function hashOfSources() {
  const hash = createHash("sha256");
  for (const input of buildInputs) {
    for (const file of filesUnder(join(root, input))) {
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  // What is said in these is written into the build.
  for (const name of Object.keys(process.env)
    .filter((one) => /^(NEXT_PUBLIC|OPERATOR)_/.test(one))
    .sort()) {
    hash.update(`${name}\0${process.env[name]}\0`);
  }
  return hash.digest("hex");
}

/** Parts of the build folder that no server reads, and that other commands write. */
const isBesideBuild = (path) =>
  /^(cache|dev|diagnostics|types|trace|trace-build|turbopack|lock|built\.json)$/.test(path);

/** What a build depends on beside its sources: the program that makes it, and where. */
const builder = () =>
  `${readPackages("package-lock.json")?.["node_modules/node"]?.version} ${process.platform} ${process.arch}`;

async function runInTurn(...commands) {
  for (const command of commands) {
    const done = await run(pinnedNode, command);
    if (!done.ok) return done;
  }
  return { ok: true, output: "" };
}

const makeBuild = () =>
  runInTurn(["node_modules/next/dist/bin/next", "build"], ["scripts/seal.ts"], ["scripts/precache.ts"]);

/** What a build of these very sources is made from. */
const madeFrom = () => `${hashOfSources()} ${builder()}`;

const isBuildWhole = () => isWhole(buildFolder, readJson(buildRecord)?.files, contentOf);

/** Whether the build at hand was made from these very sources and is whole. */
export function isBuilt() {
  return isBuildWhole() && readJson(buildRecord).from === madeFrom();
}

/** Builds the app unless that is done. */
export async function build() {
  if (isBuilt()) return { ok: true, output: "" };
  const whole = isBuildWhole();
  const from = madeFrom();
  say("Building the app (once for each version of the sources) ...");
  rmSync(buildRecord, { force: true, recursive: true });
  const cache = join(buildFolder, "cache");
  const mayBeDamaged = !whole && existsSync(cache);
  let built = await makeBuild();
  if (!built.ok && mayBeDamaged) {
    // What Next keeps from build to build may be damaged too.
    rmSync(cache, { force: true, recursive: true });
    built = await makeBuild();
  }
  if (built.ok)
    writeFileSync(buildRecord, JSON.stringify({ from, files: listFiles(buildFolder, contentOf, isBesideBuild) }));
  return built;
}
