/**
 * `npm run bench -- load`: scores records over HTTP on the production build (`npm test -- build`), started on this
 * machine for the purpose, by 200 clients at once. In turn with it an empty handler of the same framework is asked the
 * same, so that what else the machine does falls on both. Prints for each step what memory the server has, what of it is
 * still in use after a full collection (what only the latter shows is held on to), how many requests a second both
 * answered, and within which time 99 of 100; at the end the ratio. Prints, and asserts nothing.
 *
 * Usage: npm run bench -- load [REQUESTS [CONNECTIONS]] [--write]. Ends by itself after twenty minutes at the latest.
 * With `--write`, the figures stand in docs/load.json afterwards, for the page that tells of them.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serverArguments } from "../../scripts/bootstrap.mjs";
import { freePort } from "../browser/support/app.ts";
import { quantile } from "../measure/figure.ts";
import { startFloor } from "../measure/floor.ts";
import { randomFrom, randomRecord } from "../scoring/support/random-records.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: "boolean" } } });
const [requests = 100_000, connections = 200] = positionals.slice(1).map(Number);
const STEPS = 8;
const LATEST = performance.now() + 1_200_000;
const root = join(import.meta.dirname, "../..");
// That of the code that runs, whatever is committed in the meantime.
const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim();

interface Memory {
  readonly rss: number;
  readonly heapTotal: number;
  readonly heapUsed: number;
  readonly external: number;
}

/** Tells its memory when it is asked, before and after a full collection. */
const TELLS = `
  process.on("message", () => {
    const before = process.memoryUsage();
    gc(); gc();
    process.send({ before, after: process.memoryUsage() });
  });
  process.channel.unref();`;
function launch(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

async function memoryOf(server: ChildProcess): Promise<{ before: Memory; after: Memory }> {
  server.send("memory");
  const [told] = (await once(server, "message")) as [{ before: Memory; after: Memory }];
  return told;
}

/** Milliseconds until the answer was there. */
function post(url: string, agent: Agent, body: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
    const sending = request(url, { method: "POST", headers, agent });
    sending.on("response", (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on("end", () => resolve(performance.now() - start));
    });
    sending.on("error", reject).end(body);
  });
}

interface Load {
  readonly answered: number;
  readonly rate: number;
  /** Milliseconds within which 99 of 100 were answered. */
  readonly p99: number;
}

/** Requests a second, over so many connections at once. */
async function load(url: string, count: number, bodies: readonly string[]): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let next = 0;
  const start = performance.now();
  const work = async () => {
    while (next < count && performance.now() < LATEST) {
      const body = bodies[next % bodies.length] ?? "";
      next += 1;
      times.push(await post(url, agent, body));
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const rate = (1000 * times.length) / (performance.now() - start);
  agent.destroy();
  return { answered: times.length, rate, p99: quantile(times, 0.99) };
}

/** A part of the run. */
interface Step {
  /** Records, from the beginning of the run. */
  readonly answered: number;
  /** Records a second against requests a second of the empty handler. */
  readonly ratio: number;
  /** Milliseconds. */
  readonly p99: number;
  /** Of the whole process. */
  readonly megabytes: number;
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const ready = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (ready) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error("the server did not answer: was the app built? (npm test -- build)");
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(0).padStart(5);
const line = ({ rss, heapTotal, heapUsed, external }: Memory) =>
  [rss, heapTotal, heapUsed, external].map(megabytes).join(" ");

const random = randomFrom(11);
const bodies = Array.from({ length: 2_000 }, () => JSON.stringify(randomRecord(random, 0.6)));
const port = await freePort();
const server = launch([
  "--expose-gc",
  `--import=data:text/javascript,${encodeURIComponent(TELLS)}`,
  ...serverArguments(port),
]);
const floor = await startFloor();
try {
  await answering(port);
  console.log(`${requests} records over ${connections} connections; megabytes of the server\n`);
  console.log("            as it is                   after a full collection       a second, 99 of 100 within ms");
  console.log("requests    rss  heap  used external   rss  heap  used external   ours          empty         ratio");
  const show = async (done: number, ours?: Load, empty?: Load): Promise<number> => {
    const { before, after } = await memoryOf(server);
    const speed = ({ rate, p99 }: Load) => `${rate.toFixed(0).padStart(5)} ${p99.toFixed(0).padStart(5)}`;
    const figures = ours && empty ? `${speed(ours)}   ${speed(empty)}   ${(ours.rate / empty.rate).toFixed(2)}` : "";
    console.log(`${String(done).padStart(8)}  ${line(before)}     ${line(after)}      ${figures}`);
    return Math.round(before.rss / 1_000_000);
  };
  await show(0);
  const steps: Step[] = [];
  for (let step = 1; step <= STEPS && performance.now() < LATEST; step += 1) {
    const count = Math.ceil(requests / STEPS);
    const empty = await load(`${floor.origin}/empty`, Math.ceil(count / 4), bodies);
    const ours = await load(`http://127.0.0.1:${port}/api/v1/score`, count, bodies);
    const answered = steps.length * count + ours.answered;
    steps.push({
      answered,
      ratio: ours.rate / empty.rate,
      p99: ours.p99,
      megabytes: await show(answered, ours, empty),
    });
  }
  const median = (key: "ratio" | "p99") =>
    quantile(
      steps.map((step) => step[key]),
      0.5,
    );
  console.log(`\nBeside an empty handler of the same framework: ${median("ratio").toFixed(2)} times as many.`);
  const result = {
    date: new Date().toISOString().slice(0, 10),
    commit,
    processors: availableParallelism(),
    connections,
    requests: steps.at(-1)?.answered ?? 0,
    ratio: Number(median("ratio").toFixed(2)),
    p99: Math.round(median("p99")),
    parts: steps.map(({ answered, ratio, p99, megabytes }) => ({
      answered,
      ratio: Number(ratio.toFixed(2)),
      p99: Math.round(p99),
      megabytes,
    })),
  };
  if (values.write) writeFileSync(join(root, "docs", "load.json"), `${JSON.stringify(result, null, 2)}\n`);
} finally {
  server.kill("SIGTERM");
  await floor.stop();
}
