/**
 * `npm run bench -- rounds`: rounds under load, on the production build (`npm test -- build`), on both stores, with the
 * phones in a second process on this machine. Prints a table and asserts nothing.
 *
 * Usage: npm run bench -- rounds [IDLE SECONDS [KILLS]], 60 and 50 unless said.
 */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { serverArguments } from "../../scripts/bootstrap.mjs";
import { freePort } from "../browser/support/app.ts";
import { type PostgresServer, startPostgres } from "../rounds/postgres-server.ts";
import { CHOICES, call, joinRoom, listen, open, openRoom } from "./rounds/room.ts";

const [idleSeconds = 60, killsOfTheServer = 50] = process.argv.slice(3).map(Number);
const root = join(import.meta.dirname, "../..");
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
type Environment = Readonly<Record<string, string>>;

interface Server {
  readonly origin: URL;
  readonly process: ChildProcess;
}

async function startServer(environment: Environment, port: number): Promise<Server> {
  const child = spawn(process.execPath, serverArguments(port), {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", ...environment },
    stdio: "ignore",
  });
  const origin = new URL(`http://127.0.0.1:${port}`);
  for (;;) {
    const answered = await fetch(new URL("/api/v1/sets", origin)).catch(() => undefined);
    if (answered?.ok) return { origin, process: child };
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function stop({ process: child }: Server, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

/** Memory of the server's process, in MB: now, or the most that it ever had. */
function memoryOf({ process: { pid } }: Server, which: "VmRSS" | "VmHWM" = "VmRSS"): number {
  const kilobytes = new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

const part = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);

/** `rooms` rooms of `voters` voters each, everybody answering within ten seconds. */
async function voting(server: Server, rooms: number, voters: number) {
  const { origin } = server;
  const opened = await Promise.all(Array.from({ length: rooms }, () => openRoom(origin, agent)));
  for (const { code, token } of opened) await call(origin, agent, "PUT", `/${code}/command`, { body: open, token });
  const [first] = opened;
  if (!first) throw new Error("no room");
  let counted = 0;
  let countedAt = 0;
  const endScreen = await listen(origin, agent, `/${first.code}/events?as=screen`, first.token, (view) => {
    const answered = Number(/"answered":(\d+)/.exec(view)?.[1] ?? 0);
    if (answered > counted) countedAt = performance.now();
    counted = answered;
  });
  const codes = JSON.stringify(opened.map(({ code }) => code));
  const phones = fork(join(import.meta.dirname, "rounds/voters.ts"), [origin.href, codes, String(voters), "10000"]);
  await once(phones, "message");
  phones.send("begin");
  const [told] = (await once(phones, "message")) as [{ took: number[]; kept: Record<string, number>; errors: number }];
  const doneAt = performance.now();
  const acknowledged = told.took.length;
  while (counted < voters && performance.now() - doneAt < 5000) await new Promise((resolve) => setTimeout(resolve, 50));
  // Where the screen never came to count everybody, it is behind without end.
  const behind = counted < voters ? Number.POSITIVE_INFINITY : Math.max(0, Math.round(countedAt - doneAt));
  const memory = memoryOf(server, "VmHWM");
  endScreen();
  let lost = 0;
  let tooMany = 0;
  for (const { code, token } of opened) {
    const { body } = await call(origin, agent, "GET", `/${code}/view?as=presenter`, { token });
    const found = Number(/"answered":(\d+)/.exec(body)?.[1] ?? 0);
    // Room by room, so that one too many in one room does not hide one that is lost in another.
    lost += Math.max(0, (told.kept[code] ?? 0) - found);
    tooMany += Math.max(0, found - voters);
    await call(origin, agent, "DELETE", `/${code}`, { token });
  }
  const sorted = told.took.toSorted((a, b) => a - b);
  return {
    voters: rooms * voters,
    acknowledged,
    lost,
    "too many": tooMany,
    errors: told.errors,
    "p50 ms": part(sorted, 0.5),
    "p95 ms": part(sorted, 0.95),
    "screen behind, ms": behind,
    "most memory, MB": memory,
  };
}

/** Streams that nothing happens on: what they cost, and whether it grows. */
async function idle(server: Server, streams: number) {
  const { origin } = server;
  const { code, token } = await openRoom(origin, agent);
  const voter = await joinRoom(origin, agent, code);
  const ends: (() => void)[] = [];
  for (let at = 0; at < streams; at += 1) {
    ends.push(await listen(origin, agent, `/${code}/events`, voter, () => undefined));
  }
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const before = memoryOf(server);
  await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000));
  const after = memoryOf(server);
  for (const end of ends) end();
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const gone = memoryOf(server);
  await call(origin, agent, "DELETE", `/${code}`, { token });
  return { streams, seconds: idleSeconds, "MB at first": before, "MB then": after, "MB when they are gone": gone };
}

/**
 * The server, or the database behind it, is killed while people vote, again and again: what was acknowledged must be
 * there.
 */
async function killed(environment: Environment, port: number, kills: number, theDatabase?: PostgresServer) {
  let server = await startServer(environment, port);
  const { code, token } = await openRoom(server.origin, agent);
  await call(server.origin, agent, "PUT", `/${code}/command`, { body: open, token });
  const voters = await Promise.all(Array.from({ length: 40 }, () => joinRoom(server.origin, agent, code)));
  const last = new Map<string, string>();
  const unsure = new Map<string, Set<string>>();
  let acknowledged = 0;
  let lost = 0;
  let turns = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    let running = true;
    // Connections stay open from vote to vote, as those of a browser do, until the server is killed.
    const fresh = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
    const phones = voters.map(async (voter, position) => {
      for (let turn = 0; running; turn += 1) {
        turns += 1;
        const choice = CHOICES[(kill + position + turn) % CHOICES.length] ?? "absent";
        try {
          const body = { choice, certainty: 2 };
          const { status } = await call(server.origin, fresh, "PUT", `/${code}/votes/q1/1`, { body, token: voter });
          if (status !== 200) throw new Error(String(status));
          last.set(voter, choice);
          unsure.delete(voter);
          acknowledged += 1;
        } catch {
          // Sent and not acknowledged: it may be there or not.
          unsure.set(voter, (unsure.get(voter) ?? new Set()).add(choice));
          return;
        }
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 150 + ((kill * 37) % 200)));
    await (theDatabase ? theDatabase.kill() : stop(server, "SIGKILL"));
    running = false;
    await Promise.all(phones);
    fresh.destroy();
    if (theDatabase) await theDatabase.start();
    else server = await startServer(environment, port);
    for (const voter of voters) {
      const body = await viewOf(server, code, voter);
      const { own } = JSON.parse(body) as { own: { votes: readonly { choice: string }[] } };
      const found = own.votes.map(({ choice }) => choice);
      const may = [last.get(voter), ...(unsure.get(voter) ?? [])];
      if (found.length > 1 || (last.has(voter) && !may.includes(found[0]))) lost += 1;
      const [now] = found;
      if (now !== undefined) last.set(voter, now);
      unsure.delete(voter);
    }
  }
  const body = await viewOf(server, code, token, "?as=presenter");
  const answered = Number(/"answered":(\d+)/.exec(body)?.[1] ?? 0);
  await stop(server);
  return {
    kills,
    sent: turns,
    acknowledged,
    "lost or doubled": lost,
    "votes at the end": answered,
    voters: voters.length,
  };
}

/** A view, asked for until the store answers again. */
async function viewOf({ origin }: Server, code: string, token: string, as = ""): Promise<string> {
  for (;;) {
    const one = new Agent({ keepAlive: false });
    const { status, body } = await call(origin, one, "GET", `/${code}/view${as}`, { token });
    if (status === 200) return body;
    if (status !== 503) throw new Error(`${status} ${body}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const folder = mkdtempSync(join(tmpdir(), "rounds-"));
const database = await startPostgres();
const stores: Readonly<Record<string, Environment>> = {
  SQLite: { DATA_DIR: folder, DATABASE_URL: "" },
  PostgreSQL: { DATABASE_URL: database.url },
};
const table: Record<string, object> = {};
const show = (what: string, figures: object) => {
  table[what] = figures;
  console.info(what, JSON.stringify(figures), `load ${loadavg()[0]?.toFixed(1)}`);
};
try {
  for (const [store, environment] of Object.entries(stores)) {
    const server = await startServer(environment, await freePort());
    try {
      show(`${store}: 1 room of 500`, await voting(server, 1, 500));
      show(`${store}: 100 rooms of 30`, await voting(server, 100, 30));
      if (idleSeconds > 0) show(`${store}: idle`, await idle(server, 1000));
    } finally {
      await stop(server);
    }
    if (killsOfTheServer > 0) show(`${store}: kill -9`, await killed(environment, await freePort(), killsOfTheServer));
  }
  const fewer = Math.ceil(killsOfTheServer / 5);
  if (killsOfTheServer > 0) {
    const port = await freePort();
    show("PostgreSQL: kill -9 of the database", await killed({ DATABASE_URL: database.url }, port, fewer, database));
  }
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
  agent.destroy();
}
console.info("\n| | figures |\n| --- | --- |");
for (const [what, figures] of Object.entries(table)) {
  console.info(
    `| ${what} | ${Object.entries(figures)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ")} |`,
  );
}
