import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "../../app/api/v1/rounds/[code]/addresses/route.ts";
import { POST } from "../../app/api/v1/rounds/route.ts";
import { AT_THE_MACHINE } from "../../lib/rounds/address.ts";
import { sayWhoSitsHere, sitsAtTheMachine } from "../../scripts/front-door.ts";
import { prepared } from "./support.ts";

const PLACE = Symbol.for("sle-classification.kept-store");
const folder = mkdtempSync(join(tmpdir(), "rooms-"));
beforeAll(() => void vi.stubEnv("DATA_DIR", folder));
afterAll(() => {
  vi.unstubAllEnvs();
  delete (globalThis as { [PLACE]?: unknown })[PLACE];
  rmSync(folder, { recursive: true, force: true });
});

async function asked(headers: Readonly<Record<string, string>>) {
  const body = JSON.stringify(prepared([{ kind: "finding", finding: "oral-ulcers" }]));
  const opened = await POST(
    new Request("http://localhost/api/v1/rounds", {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json" },
    }),
  );
  const { code, token } = (await opened.json()) as { code: string; token: string };
  const answer = await GET(
    new Request(`http://localhost/api/v1/rounds/${code}/addresses`, {
      headers: { Authorization: `Bearer ${token}`, ...headers },
    }),
    { params: Promise.resolve({ code }) },
  );
  return { status: answer.status, body: (await answer.json()) as { origins?: string[] } };
}

describe("the addresses of the machine", () => {
  it.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "a.localhost"])(
    "are told to nobody for the host that a request names: %s",
    async (host) => {
      expect((await asked({ Host: host })).status).toBe(403);
      expect((await asked({ Host: host, "X-Forwarded-For": "127.0.0.1" })).status).toBe(403);
    },
  );

  it("are told, with the port of the connection, where the front door says that the presenter sits at it", async () => {
    const { status, body } = await asked({ Host: "localhost:9", [AT_THE_MACHINE]: "4321" });
    expect(status).toBe(200);
    expect(Array.isArray(body.origins)).toBe(true);
    for (const origin of body.origins ?? []) expect(origin).toMatch(/^http:\/\/\d+\.\d+\.\d+\.\d+:4321$/);
  });
});

describe("where the operator names the address of the app", () => {
  it("no other is told", async () => {
    vi.stubEnv("PUBLIC_ORIGIN", "https://rounds.example");
    expect((await asked({ [AT_THE_MACHINE]: "4321" })).status).toBe(403);
    vi.stubEnv("PUBLIC_ORIGIN", "");
    expect((await asked({ [AT_THE_MACHINE]: "4321" })).status).toBe(200);
  });
});

describe("who sits at the machine", () => {
  /** What the front door says of a request that really arrives. */
  async function said(headers: Readonly<Record<string, string>>, host = "127.0.0.1"): Promise<string | undefined> {
    let found: string | undefined;
    let port = 0;
    const server = createServer((incoming: IncomingMessage, response) => {
      sayWhoSitsHere(incoming);
      const value = incoming.headers[AT_THE_MACHINE];
      found = value === String(port) ? "its port" : value?.toString();
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    ({ port } = server.address() as AddressInfo);
    await new Promise<void>((resolve, reject) => {
      request({ host, port, headers: { Host: "localhost", ...headers } }, (response) =>
        response.resume().on("end", resolve),
      )
        .on("error", reject)
        .end();
    });
    server.close();
    return found;
  }

  it("is said of a connection from the machine to itself, and of nothing that a proxy passed on", async () => {
    expect(await said({})).toBe("its port");
    expect(await said({ [AT_THE_MACHINE]: "80" })).toBe("its port");
    for (const header of ["X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via"]) {
      expect(await said({ [header]: "127.0.0.1", [AT_THE_MACHINE]: "80" }), header).toBeUndefined();
    }
  });

  it("is not said of a connection that came over the network, whatever it names itself", async () => {
    const outer = Object.values(networkInterfaces())
      .flatMap((several) => several ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    for (const { address } of outer) expect(await said({ [AT_THE_MACHINE]: "80" }, address)).toBeUndefined();
    for (const address of ["192.168.1.5", "10.0.0.1", "::ffff:10.0.0.1", "fe80::1", "2001:db8::1", "1.127.0.0", ""]) {
      expect(sitsAtTheMachine(address, {}), address).toBe(false);
    }
    for (const address of ["127.0.0.1", "127.8.0.9", "::1", "::ffff:127.0.0.1"]) {
      expect(sitsAtTheMachine(address, {}), address).toBe(true);
    }
  });
});
