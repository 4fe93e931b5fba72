/**
 * `npm run bench -- load`: scores records over HTTP on the production build (`npm test -- build`), started on this
 * machine for the purpose, and prints after each thousand requests or two what memory the server has, and what of it
 * is still in use after a full collection: what only the latter shows is held on to. At the end, how many requests a
 * second it answers beside a server that does nothing, in the same run. Prints, and asserts nothing.
 *
 * Usage: npm run bench -- load [REQUESTS [CONNECTIONS]]. Ends by itself after five minutes at the latest.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { serverArguments } from "../../scripts/bootstrap.mjs";
import { freePort } from "../browser/support/app.ts";
import { randomFrom, randomRecord } from "../scoring/support/random-records.ts";

const [requests = 20_000, connections = 50] = process.argv.slice(3).map(Number);
const STEPS = 8;
const LATEST = performance.now() + 300_000;
const root = join(import.meta.dirname, "../..");

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
const EMPTY = `
  import { createServer } from "node:http";
  const server = createServer((request, response) => request.resume().on("end", () => response.end("{}")));
  server.listen(Number(process.argv[1]), "127.0.0.1");`;

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

function post(port: number, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
    const sending = request({ host: "127.0.0.1", port, path: "/api/v1/score", method: "POST", headers, agent });
    sending.on("response", (response) => response.resume().on("end", resolve)).on("error", reject);
    sending.end(body);
  });
}

/** Requests a second, over so many connections at once. */
async function load(port: number, count: number, bodies: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  const start = performance.now();
  const work = async () => {
    while (next < count && performance.now() < LATEST) {
      const body = bodies[next % bodies.length] ?? "";
      next += 1;
      await post(port, agent, body);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  return (1000 * next) / (performance.now() - start);
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
const [port, emptyPort] = [await freePort(), await freePort()];
const server = launch([
  "--expose-gc",
  `--import=data:text/javascript,${encodeURIComponent(TELLS)}`,
  ...serverArguments(port),
]);
const empty = launch(["--input-type=module", "-e", EMPTY, String(emptyPort)]);
try {
  await Promise.all([answering(port), answering(emptyPort)]);
  console.log(`${requests} records over ${connections} connections; megabytes of the server\n`);
  console.log("            as it is                   after a full collection");
  console.log("requests    rss  heap  used external   rss  heap  used external   requests a second");
  const show = async (done: number, rate = Number.NaN) => {
    const { before, after } = await memoryOf(server);
    const speed = Number.isNaN(rate) ? "" : rate.toFixed(0);
    console.log(`${String(done).padStart(8)}  ${line(before)}     ${line(after)}      ${speed}`);
  };
  await show(0);
  const rates: number[] = [];
  for (let step = 1; step <= STEPS; step += 1) {
    const rate = await load(port, Math.ceil(requests / STEPS), bodies);
    rates.push(rate);
    await show(Math.ceil((requests * step) / STEPS), rate);
  }
  const emptyRate = await load(emptyPort, Math.ceil(requests / STEPS), bodies);
  const last = rates.at(-1) ?? 0;
  console.log(
    `\nA server that does nothing: ${emptyRate.toFixed(0)} requests a second, ${(emptyRate / last).toFixed(1)} times as many.`,
  );
} finally {
  server.kill("SIGTERM");
  empty.kill("SIGTERM");
}
