import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sweepFromTheStart } from "../../app/api/v1/rounds/_server/kept-store.ts";
import { sqliteStore } from "../../app/api/v1/rounds/_store/sqlite.ts";
import { KEPT_FOR } from "../../lib/rounds/room.ts";
import { freePort } from "../browser/support/app.ts";
import { prepared, roomFor } from "./support.ts";

const PLACE = Symbol.for("sle-classification.kept-store");
const ROOM = roomFor(prepared([{ kind: "finding", finding: "oral-ulcers" }]));
const ofProcess = globalThis as { [PLACE]?: Promise<unknown> };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rooms-"));
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("DATABASE_URL", "");
  delete ofProcess[PLACE];
});
afterEach(() => {
  vi.unstubAllEnvs();
  delete ofProcess[PLACE];
  rmSync(folder, { recursive: true, force: true });
});

it("a room that became old while the server was down is erased at the start, before anybody asks for a round", async () => {
  const store = sqliteStore(folder);
  const now = Date.now();
  await store.create({ ...ROOM, code: "OLD", lastActionAt: now - KEPT_FOR - 1000 }, "p");
  await store.create({ ...ROOM, code: "NEW", lastActionAt: now - 1000 }, "p");
  sweepFromTheStart();
  await expect.poll(() => store.room("OLD"), { timeout: 20_000 }).toBeUndefined();
  expect(await store.room("NEW")).toBeDefined();
});

it("a server that never held a round makes no place for any", async () => {
  sweepFromTheStart();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(ofProcess[PLACE]).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
  vi.stubEnv("DATA_DIR", join(folder, "not-there"));
  sweepFromTheStart();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(existsSync(join(folder, "not-there"))).toBe(false);
});

it("a database that is away is no error of the start, and is asked again", async () => {
  vi.stubEnv("DATABASE_URL", `postgres://nobody:secret@127.0.0.1:${await freePort()}/none`);
  sweepFromTheStart(100);
  const first = ofProcess[PLACE];
  await expect(first).resolves.toHaveProperty("unavailable");
  await expect.poll(() => ofProcess[PLACE] !== undefined && ofProcess[PLACE] !== first, { timeout: 20_000 }).toBe(true);
});
