/** Rooms over HTTP on the production build, on both stores: what other tools got wrong, and what nobody should send. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sqliteStore } from "../../app/api/v1/rounds/_store/sqlite.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { AT_THE_MACHINE } from "../../lib/rounds/address.ts";
import { KEPT_FOR } from "../../lib/rounds/room.ts";
import type { PreparedRound } from "../../lib/rounds/round.ts";
import type { RoomView } from "../../lib/rounds/view.ts";
import { type PostgresServer, startPostgres } from "../rounds/postgres-server.ts";
import { prepared, roomFor } from "../rounds/support.ts";
import { freePort, startApp } from "./support/app.ts";

/** Of Linux: bounds what a running process may write. */
const PRLIMIT = "/usr/bin/prlimit";

type App = Awaited<ReturnType<typeof startApp>>;
type Headers = Readonly<Record<string, string>>;

const ROUND = prepared([
  { kind: "finding", finding: "oral-ulcers" },
  { kind: "verdict", set: "slicc-2012" },
]);
const OPEN = { kind: "move", question: "q1", from: "draft", move: "open" } as const;
const CLOSE = { kind: "move", question: "q1", from: "first-vote", move: "close" } as const;
const VOTE = { choice: "counts", certainty: 2 } as const;
const EVIL: Headers = { Origin: "https://evil.example" };

const bearer = (token: string): Headers => ({ Authorization: `Bearer ${token}` });
let tokens = 0;
/** A token of a program's own. */
function ownToken(): string {
  tokens += 1;
  return `test-${process.pid}-${tokens}`.padEnd(22, "x");
}

async function send(app: App, method: string, path: string, body?: unknown, headers: Headers = {}) {
  const response = await fetch(`${app.origin}/api/v1/rounds${path}`, {
    method,
    headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const { status } = response;
  return { status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

type Answer = Awaited<ReturnType<typeof send>>;

/** What every refusal is: problem details of a kind that is explained, readable by nobody else. */
function expectRefused({ status, headers, body }: Answer, expected: number, kind: string): void {
  expect([status, body?.type], JSON.stringify(body)).toEqual([expected, `/developers#${kind}`]);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body).toMatchObject({ status: expected, title: expect.any(String), detail: expect.any(String) });
  expect(headers.get("access-control-allow-origin")).toBeNull();
}

async function openRoom(app: App, round: PreparedRound = ROUND) {
  const { status, body } = await send(app, "POST", "", round);
  expect(status, JSON.stringify(body)).toBe(201);
  return { code: String(body.code), token: String(body.token) };
}

async function joined(app: App, code: string, token = ownToken()) {
  const { status, body } = await send(app, "PUT", `/${code}/voter`, {}, bearer(token));
  expect(status, JSON.stringify(body)).toBe(200);
  return { token, voter: Number(body.voter) };
}

const command = (app: App, code: string, token: string, body: unknown) =>
  send(app, "PUT", `/${code}/command`, body, bearer(token));
const vote = (app: App, code: string, token: string, body: unknown = VOTE) =>
  send(app, "PUT", `/${code}/votes/q1/1`, body, bearer(token));
async function viewOf(app: App, code: string, token: string, as = "voter"): Promise<RoomView> {
  const { status, body } = await send(app, "GET", `/${code}/view?as=${as}`, undefined, bearer(token));
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

/** A room with its first vote open. */
async function voting(app: App, round?: PreparedRound) {
  const room = await openRoom(app, round);
  expect((await command(app, room.code, room.token, OPEN)).status).toBe(200);
  return room;
}

/** A stream as it arrives, until `end`. */
async function stream(app: App, path: string, token: string, headers: Headers = {}) {
  const sending = request(`${app.origin}/api/v1/rounds${path}`, { headers: { ...bearer(token), ...headers } });
  sending.on("error", () => {});
  sending.end();
  const [response] = (await once(sending, "response")) as [IncomingMessage];
  let text = "";
  response.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  response.on("error", () => {});
  const views = (): RoomView[] =>
    text
      .split("\n\n")
      .filter((event) => event.startsWith("event: view\ndata: "))
      .map((event) => JSON.parse(event.slice("event: view\ndata: ".length)));
  return { response, text: () => text, views, end: () => sending.destroy() };
}

/** What is waited for comes when a busy machine has time. */
const POLL = { timeout: 30_000, interval: 100 };

let database: PostgresServer;
const folder = mkdtempSync(join(tmpdir(), "rounds-api-"));
const apps: Record<string, App> = {};
/** The second instance on the same PostgreSQL. */
let second: App;
const places = () => ({ SQLite: { DATA_DIR: folder, DATABASE_URL: "" }, PostgreSQL: { DATABASE_URL: database.url } });

beforeAll(async () => {
  database = await startPostgres();
  const [sqlite, postgres, other] = await Promise.all([
    startApp(places().SQLite),
    startApp(places().PostgreSQL),
    startApp(places().PostgreSQL),
  ]);
  apps["SQLite"] = sqlite;
  apps["PostgreSQL"] = postgres;
  second = other;
}, 120_000);
afterAll(async () => {
  await Promise.all([...Object.values(apps), second].map((app) => app.stop()));
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

function appOf(store: string): App {
  const app = apps[store];
  if (!app) throw new Error(`no app on ${store}`);
  return app;
}

describe.each(["SQLite", "PostgreSQL"] as const)("rooms over HTTP on %s", (store) => {
  /** A stream that lasts as long as the other tests. */
  async function listeningFromTheStart() {
    const app = appOf(store);
    const room = await voting(app);
    const phone = await joined(app, room.code);
    const headers = { "Accept-Encoding": "gzip, br" };
    return { ...room, phone, listening: await stream(app, `/${room.code}/events`, phone.token, headers) };
  }
  let streaming: Awaited<ReturnType<typeof listeningFromTheStart>>;
  beforeAll(async () => {
    streaming = await listeningFromTheStart();
  });

  test("the same phone is the same voter, however often it joins and however it types the code", async () => {
    const app = appOf(store);
    const { code } = await openRoom(app);
    const door = await send(app, "GET", `/${code}`);
    expect(door.body).toMatchObject({ statement: STATEMENT, title: ROUND.title, numbered: false, joined: false });
    const cookie = door.headers.get("set-cookie") ?? "";
    for (const part of ["HttpOnly", "SameSite=Strict", `Path=/api/v1/rounds/${code};`]) expect(cookie).toContain(part);
    expect(cookie).not.toContain("Secure");
    const [held = ""] = cookie.split(";");
    const asPhone = { Cookie: held, Origin: app.origin };
    const answers = await Promise.all([1, 2, 3].map(() => send(app, "PUT", `/${code}/voter`, {}, asPhone)));
    expect(answers.map(({ body }) => body.voter)).toEqual([1, 1, 1]);
    expect(answers[0]?.headers.get("set-cookie")).toContain(held);
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    const asTyped = await fetch(`${app.origin}/api/v1/rounds/${typed}/view?as=voter`, { redirect: "manual" });
    expect([asTyped.status, asTyped.headers.get("location")]).toEqual([308, `/api/v1/rounds/${code}/view?as=voter`]);
    const again = await send(app, "GET", `/${typed}`, undefined, { Cookie: held });
    expect(again.body).toMatchObject({ code, joined: true });
    expect(again.headers.get("set-cookie")).toContain(held);
    const secure = await send(app, "GET", `/${code}`, undefined, { "X-Forwarded-Proto": "https, http" });
    expect(secure.headers.get("set-cookie")).toContain("; Secure");
  });

  test("a host link moves control; a reload needs no more than the cookie; nobody else takes it", async () => {
    const app = appOf(store);
    const { code, token } = await openRoom(app);
    const link = await send(app, "POST", `/${code}/links`, {}, bearer(token));
    expect(link.status).toBe(201);
    const hosted = await send(app, "PUT", `/${code}/presenter`, {}, bearer(link.body.token));
    const [cookie = ""] = (hosted.headers.get("set-cookie") ?? "").split(";");
    const by = (headers: Headers) => send(app, "PUT", `/${code}/command`, OPEN, headers);
    expect((await by({ Cookie: cookie, Origin: app.origin })).status).toBe(200);
    const phone = await joined(app, code);
    expectRefused(await by(bearer(phone.token)), 403, "not-yours");
    expectRefused(await by({}), 403, "not-yours");
    expectRefused(await send(app, "PUT", `/${code}/presenter`, {}, bearer(phone.token)), 403, "not-yours");
    expectRefused(await send(app, "POST", `/${code}/links`, {}, bearer(phone.token)), 403, "not-yours");
    expectRefused(await send(app, "PUT", `/${code}/voter`, {}, bearer(token)), 403, "not-yours");
    for (const path of ["view?as=presenter", "view?as=screen", "events?as=presenter", "results", "results?as=csv"]) {
      expectRefused(await send(app, "GET", `/${code}/${path}`, undefined, bearer(phone.token)), 403, "not-yours");
    }
    expectRefused(await send(app, "DELETE", `/${code}`, undefined, bearer(phone.token)), 403, "not-yours");
    expect((await viewOf(app, code, token, "screen")).presenter).toBeUndefined();
  });

  test("a late comer sees the question before the room, and the phones that the presenter is there", async () => {
    const app = appOf(store);
    const { code, token } = await voting(app);
    await viewOf(app, code, token, "presenter");
    const late = await joined(app, code);
    expect(await viewOf(app, code, late.token)).toMatchObject({
      presenterHere: true,
      question: { id: "q1", open: 1 },
      own: { votes: [] },
    });
  });

  test("while a vote is open, nothing that a phone is sent changes with what others do", async () => {
    const app = appOf(store);
    const { code, token } = await voting(app);
    const [phone, ...others] = await Promise.all([1, 2, 3, 4].map(() => joined(app, code)));
    if (!phone) throw new Error("nobody joined");
    const listening = await stream(app, `/${code}/events`, phone.token);
    const screen = await stream(app, `/${code}/events?as=screen`, token);
    await expect.poll(() => listening.views().length, POLL).toBe(1);
    const before = JSON.stringify(await viewOf(app, code, phone.token));
    for (const { token: theirs } of others) expect((await vote(app, code, theirs)).status).toBe(200);
    await expect.poll(() => screen.views().at(-1)?.question?.answered, POLL).toBe(3);
    expect(JSON.stringify(await viewOf(app, code, phone.token))).toBe(before);
    expect(listening.views()).toHaveLength(1);
    // Nor is the screen, or the presenter, told how.
    for (const text of [screen.text(), JSON.stringify(await viewOf(app, code, token, "presenter"))]) {
      expect(text).not.toContain('"count"');
      expect(text).not.toContain('"certainty"');
    }
    expect(before).not.toMatch(/Secret notes|"answered"|"count"|"key":\{/);
    expect((await command(app, code, token, CLOSE)).status).toBe(200);
    await expect.poll(() => listening.views().at(-1)?.question?.spreads[0]?.answered, POLL).toBe(3);
    listening.end();
    screen.end();
  });

  test("one vote for one voter, whatever is retried; none after the close; a press sent twice is one", async () => {
    const app = appOf(store);
    const { code, token } = await voting(app);
    const phones = await Promise.all([1, 2, 3, 4, 5].map(() => joined(app, code)));
    const sent = await Promise.all(
      phones.flatMap((phone) => [1, 2, 3, 4, 5, 6].map(() => vote(app, code, phone.token, VOTE))),
    );
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await viewOf(app, code, token, "screen")).question?.answered).toBe(5);
    // A close amid votes: what was acknowledged is counted, and what was refused is not.
    const racing = await Promise.all(phones.map(async (_phone) => await joined(app, code)));
    const [closed, ...answers] = await Promise.all([
      command(app, code, token, CLOSE),
      ...racing.map((phone) => vote(app, code, phone.token)),
    ]);
    expect(closed.status).toBe(200);
    const kept = answers.filter(({ status }) => status === 200).length;
    const view = await viewOf(app, code, token, "presenter");
    expect(view.question?.spreads[0]?.answered).toBe(5 + kept);
    expectRefused(await vote(app, code, phones[0]?.token ?? ""), 409, "not-now");
    const [once_, twice] = [await command(app, code, token, CLOSE), await command(app, code, token, CLOSE)];
    expect([once_.status, once_.body, twice.body]).toEqual([200, closed.body, closed.body]);
  });

  test("no export has a line for a person unless every phone was told before joining", async () => {
    const app = appOf(store);
    for (const numbered of [false, true]) {
      const { code, token } = await voting(app, { ...ROUND, numbered });
      expect((await send(app, "GET", `/${code}`)).body.numbered).toBe(numbered);
      const phone = await joined(app, code);
      await vote(app, code, phone.token);
      await command(app, code, token, CLOSE);
      const json = await send(app, "GET", `/${code}/results`, undefined, bearer(token));
      const csv = await send(app, "GET", `/${code}/results?as=csv`, undefined, bearer(token));
      expect("votes" in json.body).toBe(numbered);
      expect(csv.text.split("\r\n").some((line) => /^q1,[^,]*,1,1,/.test(line))).toBe(numbered);
      expect(json.body.statement).toBe(STATEMENT);
      expect(csv.headers.get("content-disposition")).toContain(`round-${code}.csv`);
      for (const text of [json.text, csv.text]) expect(text).not.toMatch(/127\.0\.0\.1|::1|node|undici/);
      expect(JSON.stringify(await viewOf(app, code, token, "presenter"))).not.toContain('"voter":');
    }
  });

  test("a room that has ended answers those who were in it and nobody else", async () => {
    const app = appOf(store);
    const { code, token } = await voting(app);
    const phone = await joined(app, code);
    await vote(app, code, phone.token);
    expect((await command(app, code, token, { kind: "end" })).status).toBe(200);
    expect((await viewOf(app, code, phone.token)).own?.paper?.questions).toHaveLength(1);
    expect((await viewOf(app, code, token, "presenter")).summary?.questions).toHaveLength(1);
    expect((await send(app, "GET", `/${code}`, undefined, bearer(phone.token))).body.joined).toBe(true);
    const unknown = await send(app, "GET", "/ACDEFGHJ");
    const asked = [
      ["GET", "", undefined],
      ["GET", "/view", undefined],
      ["GET", "/events", undefined],
      ["PUT", "/voter", {}],
      ["PUT", "/votes/q1/1", VOTE],
      ["PUT", "/command", OPEN],
      ["DELETE", "", undefined],
    ] as const;
    const answers = await Promise.all(
      asked.map(([method, path, body]) => send(app, method, `/${code}${path}`, body, bearer(ownToken()))),
    );
    for (const answer of answers) {
      expectRefused(answer, 404, "no-such-room");
      expect(answer.body).toEqual(unknown.body);
    }
    expectRefused(await vote(app, code, phone.token), 409, "not-now");
  });

  test("wrong codes, at whichever address, make strangers wait together and nobody who has joined", async () => {
    const app = appOf(store);
    const { code } = await voting(app);
    const phone = await joined(app, code);
    for (const typed of ["A", "0".repeat(8), "%3Cscript%3E", "x".repeat(3000), "..%2f..", "%00"]) {
      const { status } = await send(app, "GET", `/${typed}`);
      expect([404, 400, 308], typed).toContain(status);
    }
    const paths = ["", "/view", "/events", "/results"];
    const wrong = Array.from({ length: 150 }, (_unused, at) => send(app, "GET", `/AAAAAAAA${paths[at % 4]}`));
    // By then each of them has been counted, however busy the machine is.
    for (const answer of await Promise.all(wrong)) expectRefused(answer, 404, "no-such-room");
    const order: string[] = [];
    const note = (name: string) => () => void order.push(name);
    const stranger = send(app, "GET", `/${code}`).then(note("stranger"));
    for (let turn = 0; turn < 3; turn += 1) await vote(app, code, phone.token).then(note("voter"));
    await stranger;
    expect(order).toEqual(["voter", "voter", "voter", "stranger"]);
  });

  test("a token of one room opens no other", async () => {
    const app = appOf(store);
    const [one, two] = [await voting(app), await voting(app)];
    const phone = await joined(app, one.code);
    expectRefused(await vote(app, two.code, phone.token), 403, "not-yours");
    expectRefused(await command(app, two.code, one.token, CLOSE), 403, "not-yours");
    expectRefused(await send(app, "DELETE", `/${two.code}`, undefined, bearer(one.token)), 403, "not-yours");
    expect((await viewOf(app, two.code, two.token, "screen")).question?.answered).toBe(0);
  });

  test("a page of another site changes nothing, even with the right token", async () => {
    const app = appOf(store);
    const { code, token } = await voting(app);
    const phone = await joined(app, code);
    const changes = [
      ["POST", "", ROUND, token],
      ["PUT", `/${code}/command`, CLOSE, token],
      ["PUT", `/${code}/votes/q1/1`, VOTE, phone.token],
      ["PUT", `/${code}/voter`, {}, ownToken()],
      ["PUT", `/${code}/presenter`, {}, token],
      ["POST", `/${code}/links`, {}, token],
      ["DELETE", `/${code}`, undefined, token],
    ] as const;
    for (const [method, path, body, by] of changes) {
      for (const from of [EVIL, { Origin: "null" }, { "Sec-Fetch-Site": "cross-site" }, { Origin: "nonsense" }]) {
        expectRefused(await send(app, method, path, body, { ...bearer(by), ...from }), 403, "not-yours");
      }
    }
    const view = await viewOf(app, code, token, "screen");
    expect([view.joined, view.question?.phase, view.question?.answered]).toEqual([1, "first-vote", 0]);
    for (const own of [{ Origin: app.origin }, { "Sec-Fetch-Site": "same-origin", Origin: "https://rounds.example" }]) {
      const answer = await send(app, "PUT", `/${code}/votes/q1/1`, VOTE, { ...bearer(phone.token), ...own });
      expect(answer.status).toBe(200);
    }
  });

  test("bodies that nobody should send are refused with a reason, and change nothing", async () => {
    const app = appOf(store);
    const { code, token } = await voting(app);
    const phone = await joined(app, code);
    const raw = async (method: string, path: string, by: string, body: string, type = "application/json") => {
      const headers = { ...bearer(by), "Content-Type": type };
      const response = await fetch(`${app.origin}/api/v1/rounds${path}`, { method, headers, body });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
    };
    const places_ = [
      ["POST", "", token],
      ["PUT", `/${code}/command`, token],
      ["PUT", `/${code}/votes/q1/1`, phone.token],
    ] as const;
    for (const [method, path, by] of places_) {
      for (const body of ["", "{", "null", "[]", '"x"', "{}", "[".repeat(1500), '{"__proto__":{"kind":"end"}}']) {
        expectRefused(await raw(method, path, by, body), 422, "round-not-readable");
      }
      expectRefused(await raw(method, path, by, "{}", "text/plain"), 415, "media-type");
      expectRefused(await raw(method, path, by, JSON.stringify("x".repeat(600_000))), 413, "body-too-large");
    }
    // 100 MB: refused by what it says of itself, and where it says nothing, after the little that may be read.
    for (const headers of [{ "Content-Length": "100000000" }, {}]) {
      const sending = request(`${app.origin}/api/v1/rounds`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
      });
      sending.on("error", () => {});
      const answered = once(sending, "response");
      for (let sent = 0; sent < 10; sent += 1) sending.write(" ".repeat(100_000));
      const [response] = (await answered) as [IncomingMessage];
      expect(response.statusCode).toBe(413);
      sending.destroy();
    }
    for (const bad of [
      { ...VOTE, choice: "no-such" },
      { ...VOTE, choice: "x".repeat(101) },
      { ...VOTE, certainty: 4 },
      { ...VOTE, certainty: "2" },
      { ...VOTE, voter: 1 },
      { choice: "counts" },
    ]) {
      expectRefused(await vote(app, code, phone.token, bad), 422, "round-not-readable");
    }
    for (const [path, status, kind] of [
      ["q1/3", 422, "round-not-readable"],
      ["q1/01", 422, "round-not-readable"],
      ["q9/1", 404, "not-found"],
      ["constructor/1", 404, "not-found"],
      ["q1/2", 409, "not-now"],
      ["q2/1", 409, "not-now"],
    ] as const) {
      const answer = await send(app, "PUT", `/${code}/votes/${path}`, VOTE, bearer(phone.token));
      expectRefused(answer, status, kind);
    }
    for (const bad of [{ ...OPEN, move: "jump" }, { ...OPEN, by: "me" }, { kind: "erase" }]) {
      expectRefused(await command(app, code, token, bad), 422, "round-not-readable");
    }
    for (const bad of [
      { ...ROUND, questions: [] },
      { ...ROUND, title: " " },
      { ...ROUND, title: "x".repeat(201) },
      { ...ROUND, questions: [...ROUND.questions, ...ROUND.questions] },
      { ...ROUND, record: { format: "sle-record/1", findings: { nonsense: "present" } } },
    ]) {
      expectRefused(await send(app, "POST", "", bad), 422, "round-not-readable");
    }
    for (const [method, path] of [
      ["PATCH", ""],
      ["DELETE", `/${code}/view`],
      ["POST", `/${code}/votes/q1/1`],
      ["PATCH", `/${code}/command`],
    ] as const) {
      expect((await send(app, method, path)).status).toBe(405);
    }
    expect((await viewOf(app, code, token, "screen")).question).toMatchObject({ phase: "first-vote", answered: 0 });
  });

  test("markup and formulas in what an educator writes stay text", async () => {
    const app = appOf(store);
    const nasty = '=HYPERLINK("https://evil.example","<img src=x onerror=alert(1)>")';
    const [question] = ROUND.questions;
    if (!question) throw new Error("no question");
    const round = { ...ROUND, title: nasty, questions: [{ ...question, id: "constructor", words: nasty }] };
    const { code, token } = await openRoom(app, round);
    const move = { ...OPEN, question: "constructor" };
    expect((await command(app, code, token, move)).status).toBe(200);
    const phone = await joined(app, code);
    const path = `/${code}/votes/constructor/1`;
    expect((await send(app, "PUT", path, VOTE, bearer(phone.token))).status).toBe(200);
    expect((await command(app, code, token, { ...CLOSE, question: "constructor" })).status).toBe(200);
    const door = await send(app, "GET", `/${code}`);
    expect(door.body.title).toBe(nasty);
    expect(door.headers.get("content-type")).toBe("application/json");
    expect(door.headers.get("x-content-type-options")).toBe("nosniff");
    const csv = await send(app, "GET", `/${code}/results?as=csv`, undefined, bearer(token));
    expect(csv.text).toContain("HYPERLINK");
    expect(csv.text).not.toMatch(/(^|,|\n)"?=/);
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  });

  test("sockets of windows that vanish are freed", async () => {
    const app = appOf(store);
    const { code, token } = await voting(app);
    const phone = await joined(app, code);
    const sockets = () => {
      const open = `/proc/${app.process.pid}/fd`;
      return readdirSync(open).filter((each) => {
        try {
          return readlinkSync(join(open, each)).startsWith("socket:");
        } catch {
          return false;
        }
      }).length;
    };
    const before = sockets();
    const all = await Promise.all(Array.from({ length: 60 }, () => stream(app, `/${code}/events`, phone.token)));
    expect(sockets()).toBeGreaterThanOrEqual(before + 50);
    for (const { end } of all) end();
    await expect.poll(sockets, POLL).toBeLessThan(before + 20);
    expect((await command(app, code, token, CLOSE)).status).toBe(200);
  });

  test("four hundred who join from one address are as many voters, and disturb nobody", async () => {
    const app = appOf(store);
    const [{ code, token }, elsewhere] = [await voting(app), await voting(app)];
    const phone = await joined(app, elsewhere.code);
    const numbers = new Set<number>();
    const work = async () => {
      for (let turn = 0; turn < 20; turn += 1) numbers.add((await joined(app, code)).voter);
    };
    const [votes] = await Promise.all([
      Promise.all([1, 2, 3].map(() => vote(app, elsewhere.code, phone.token))),
      ...Array.from({ length: 20 }, work),
    ]);
    expect(votes.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(numbers.size).toBe(400);
    expect((await viewOf(app, code, token, "screen")).joined).toBe(400);
  });

  test("kill -9 amid a vote loses nothing that was acknowledged, and phones and presenter go on", async () => {
    const port = await freePort();
    const where = { ...places()[store], ...(store === "SQLite" && { DATA_DIR: join(folder, "killed") }) };
    let app = await startApp(where, port);
    const { code, token } = await voting(app);
    const phones = await Promise.all(Array.from({ length: 12 }, () => joined(app, code)));
    /** What each phone was told is kept, and what it sent since. */
    const known = phones.map(() => new Set<string>());
    const choices = ["counts", "absent", "cannot-tell"];
    for (let kill = 0; kill < 2; kill += 1) {
      let acknowledged = 0;
      const running = phones.map(async (phone, at) => {
        for (let turn = at; ; turn += 1) {
          const choice = choices[turn % 3] ?? "";
          known[at]?.add(choice);
          const status = await vote(app, code, phone.token, { choice, certainty: 2 }).then(
            (answer) => answer.status,
            () => 0,
          );
          if (status !== 200) return;
          known[at] = new Set([choice]);
          acknowledged += 1;
        }
      });
      await expect.poll(() => acknowledged, POLL).toBeGreaterThan(60);
      app.process.kill("SIGKILL");
      await Promise.all([once(app.process, "exit"), ...running]);
      app = await startApp(where, port);
      for (const [at, phone] of phones.entries()) {
        const { own } = await viewOf(app, code, phone.token);
        expect(own?.votes).toHaveLength(1);
        expect([...(known[at] ?? [])]).toContain(own?.votes[0]?.choice);
      }
    }
    expect((await viewOf(app, code, token, "presenter")).question?.answered).toBe(12);
    expect((await command(app, code, token, CLOSE)).status).toBe(200);
    await app.stop();
  });

  test("a stream is neither compressed nor kept, shows signs of life, and ends when the room is erased", async () => {
    const app = appOf(store);
    const { code, token, phone, listening } = streaming;
    const { headers } = listening.response;
    expect(headers["content-type"]).toBe("text/event-stream; charset=utf-8");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(headers["cache-control"]).toBe("no-store, no-transform");
    expect(headers["x-accel-buffering"]).toBe("no");
    await expect.poll(listening.text, POLL).toContain("event: beat\n");
    expect((await send(app, "DELETE", `/${code}`, undefined, bearer(token))).status).toBe(204);
    await expect.poll(listening.text, POLL).toContain("event: erased\n");
    await expect.poll(() => listening.response.complete, POLL).toBe(true);
    expectRefused(await vote(app, code, phone.token), 404, "no-such-room");
    expectRefused(await send(app, "GET", `/${code}`), 404, "no-such-room");
  });
});

test("every answer is what the OpenAPI document says of it", async () => {
  const app = appOf("SQLite");
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats(ajv);
  ajv.addSchema(await (await fetch(`${app.origin}/api/v1/openapi.json`)).json(), "api");
  const expectIs = (name: string, value: unknown) => {
    const is = ajv.getSchema(`api#/components/schemas/${name}`);
    if (!is) throw new Error(`there is no schema ${name}`);
    expect(is(value), `${name}: ${ajv.errorsText(is.errors)}`).toBe(true);
    expect(is({}), name).toBe(false);
  };
  expectIs("PreparedRound", ROUND);
  expectIs("RoomCommand", OPEN);
  expectIs("RoomVote", VOTE);
  const opened = await send(app, "POST", "", ROUND);
  expectIs("RoomOpened", opened.body);
  const { code, token } = opened.body;
  expect(opened.headers.get("location")).toBe(`/api/v1/rounds/${code}`);
  expectIs("RoomDoor", (await send(app, "GET", `/${code}`)).body);
  expectIs("RoomDone", (await command(app, code, token, OPEN)).body);
  const phone = ownToken();
  expectIs("RoomJoined", (await send(app, "PUT", `/${code}/voter`, {}, bearer(phone))).body);
  expectIs("RoomVoteKept", (await vote(app, code, phone)).body);
  expectIs("RoomHostLink", (await send(app, "POST", `/${code}/links`, {}, bearer(token))).body);
  expectIs("RoomHosted", (await send(app, "PUT", `/${code}/presenter`, {}, bearer(token))).body);
  for (const as of ["presenter", "screen"]) expectIs("RoomView", await viewOf(app, code, token, as));
  expectIs("RoomView", await viewOf(app, code, phone));
  expectIs("RoundResults", (await send(app, "GET", `/${code}/results`, undefined, bearer(token))).body);
  expectIs("Problem", (await vote(app, code, phone, {})).body);
});

test("tokens and devices are not kept: no file of the store holds one", async () => {
  const app = appOf("SQLite");
  const { code, token } = await voting(app);
  const phone = await joined(app, code);
  await vote(app, code, phone.token);
  const files = readdirSync(folder).filter((name) => name.startsWith("rooms.sqlite"));
  const kept = files.map((name) => readFileSync(join(folder, name), "latin1")).join();
  expect(kept).toContain(code);
  for (const secret of [token, phone.token, "127.0.0.1", "undici"]) expect(kept).not.toContain(secret);
});

test("a room that became old while the server was down is erased at its start, though nobody asks", async () => {
  const own = mkdtempSync(join(tmpdir(), "rounds-old-"));
  const store = sqliteStore(own);
  const now = Date.now();
  await store.create({ ...roomFor(ROUND), code: "OLD", lastActionAt: now - KEPT_FOR - 1000 }, "p");
  await store.create({ ...roomFor(ROUND), code: "NEW", lastActionAt: now - 1000 }, "p");
  const app = await startApp({ DATA_DIR: own, DATABASE_URL: "" });
  await expect.poll(() => store.room("OLD"), POLL).toBeUndefined();
  expect(await store.room("NEW")).toBeDefined();
  await app.stop();
  await store.close();
  rmSync(own, { recursive: true, force: true });
});

test("the addresses of the machine are told to a presenter who sits at it, whatever others call it", async () => {
  const app = appOf("SQLite");
  const { code, token } = await openRoom(app);
  const { port } = new URL(app.origin);
  const asked = async (host: string, headers: Headers) => {
    const sending = request({
      host,
      port,
      path: `/api/v1/rounds/${code}/addresses`,
      headers: { ...bearer(token), ...headers },
    });
    sending.end();
    const [response] = (await once(sending, "response")) as [IncomingMessage];
    return { status: response.statusCode, body: JSON.parse(await text(response)) };
  };
  const there = await asked("127.0.0.1", {});
  expect(there.status).toBe(200);
  const numbers = Object.values(networkInterfaces())
    .flatMap((several) => several ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => address);
  expect(there.body.origins).toEqual(numbers.map((number) => `http://${number}:${port}`));
  expect((await asked("127.0.0.1", { "X-Forwarded-For": "203.0.113.9", Host: `localhost:${port}` })).status).toBe(403);
  for (const number of numbers) {
    expect((await asked(number, { Host: `localhost:${port}`, [AT_THE_MACHINE]: port })).status).toBe(403);
  }
});

describe("two instances on one PostgreSQL", () => {
  test("phones on one, the presenter on the other", async () => {
    const [hers, theirs] = [appOf("PostgreSQL"), second];
    const { code, token } = await openRoom(hers);
    const phone = await joined(theirs, code);
    const presenter = await stream(hers, `/${code}/events?as=presenter`, token);
    const listening = await stream(theirs, `/${code}/events`, phone.token);
    await expect.poll(() => listening.views().at(-1)?.presenterHere, POLL).toBe(true);
    expect((await command(hers, code, token, OPEN)).status).toBe(200);
    await expect.poll(() => listening.views().at(-1)?.question?.phase, POLL).toBe("first-vote");
    expect((await vote(theirs, code, phone.token)).status).toBe(200);
    await expect.poll(() => presenter.views().at(-1)?.question?.answered, POLL).toBe(1);
    expect((await command(hers, code, token, CLOSE)).status).toBe(200);
    expectRefused(await vote(theirs, code, phone.token), 409, "not-now");
    await expect.poll(() => listening.views().at(-1)?.question?.spreads.length, POLL).toBe(1);
    expect((await send(theirs, "DELETE", `/${code}`, undefined, bearer(token))).status).toBe(204);
    await expect.poll(presenter.text, POLL).toContain("event: erased\n");
    listening.end();
    presenter.end();
  });

  test("a database that is away for a moment is said so, and nothing else stops", async () => {
    const { code, token } = await voting(second);
    const phone = await joined(second, code);
    expect((await vote(second, code, phone.token)).status).toBe(200);
    const listening = await stream(second, `/${code}/events`, phone.token);
    await database.kill();
    const away = await vote(second, code, phone.token, { choice: "absent", certainty: 1 });
    expectRefused(away, 503, "rooms-unavailable");
    expect(away.headers.get("retry-after")).toBe("2");
    expect((await fetch(`${second.origin}/api/v1/sets`)).status).toBe(200);
    await database.start();
    await expect.poll(async () => (await vote(second, code, phone.token)).status, POLL).toBe(200);
    expect((await command(appOf("PostgreSQL"), code, token, CLOSE)).status).toBe(200);
    // The stream that was open all the time hears of what the other instance did.
    await expect.poll(() => listening.views().at(-1)?.question?.phase, POLL).toBe("first-closed");
    listening.end();
  });
});

describe("where rooms cannot be kept", () => {
  const SCORE = { method: "POST", headers: { "Content-Type": "application/json" }, body: '{"format":"sle-record/1"}' };

  test.each([
    ["a folder that cannot be", { DATA_DIR: "/dev/null/rooms", DATABASE_URL: "" }, "DATA_DIR"],
    ["no database", { DATABASE_URL: "postgres://somebody:secret@127.0.0.1:1/none" }, "DATABASE_URL"],
  ])("%s is said with the reason and without a secret, and everything else works", async (_, where, says) => {
    const app = await startApp(where);
    const answer = await send(app, "POST", "", ROUND);
    expectRefused(answer, 503, "rooms-unavailable");
    expect(answer.body.detail).toContain(says);
    expect(answer.text).not.toContain("secret");
    expectRefused(await send(app, "GET", "/ACDEFGHJ"), 503, "rooms-unavailable");
    expect((await fetch(`${app.origin}/api/v1/score`, SCORE)).status).toBe(200);
    await app.stop();
  });

  test.skipIf(!existsSync(PRLIMIT))(
    "a disk that is full refuses what it cannot keep, shows what it has, and goes on when there is space",
    async () => {
      const app = await startApp({ DATA_DIR: join(folder, "full"), DATABASE_URL: "" });
      const { code, token } = await voting(app);
      const phone = await joined(app, code);
      expect((await vote(app, code, phone.token)).status).toBe(200);
      const limit = (bytes: string) => execFileSync(PRLIMIT, [`--pid=${app.process.pid}`, `--fsize=${bytes}`]);
      limit("1:unlimited");
      expectRefused(await vote(app, code, phone.token, { choice: "absent", certainty: 1 }), 503, "rooms-unavailable");
      expect((await viewOf(app, code, phone.token)).own?.votes).toMatchObject([VOTE]);
      expect((await fetch(`${app.origin}/api/v1/score`, SCORE)).status).toBe(200);
      limit("unlimited:unlimited");
      expect((await vote(app, code, phone.token, { choice: "absent", certainty: 1 })).status).toBe(200);
      expect((await viewOf(app, code, token, "screen")).question?.answered).toBe(1);
      await app.stop();
    },
  );
});
