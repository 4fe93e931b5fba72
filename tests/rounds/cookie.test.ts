import { afterEach, describe, expect, it, vi } from "vitest";
import { cookieFor, isForeign } from "../../app/api/v1/rounds/_server/whose.ts";
import { KEPT_FOR } from "../../lib/rounds/room.ts";

afterEach(() => void vi.unstubAllEnvs());

const isSecure = (url: string, headers: Readonly<Record<string, string>>) =>
  cookieFor(new Request(url, { headers }), "ACDE2346", "voter", "x".repeat(22)).endsWith("; Secure");

describe("the cookie of a room", () => {
  it("is kept through a restart of the browser, at least as long as the room is after the last action in it", () => {
    const cookie = cookieFor(new Request("http://localhost:3000/"), "ACDE2346", "voter", "x".repeat(22));
    expect(Number(/Max-Age=(\d+)/.exec(cookie)?.[1]) * 1000).toBeGreaterThanOrEqual(KEPT_FOR);
  });

  it.each([
    // Behind a proxy that speaks https for it and says nothing of that.
    ["http://localhost:3000/", { host: "rounds.example" }, "https://rounds.example", true],
    ["http://localhost:3000/", { host: "Rounds.Example" }, "https://rounds.example/", true],
    ["http://localhost:3000/", { host: "rounds.example:8443" }, "https://rounds.example:8443", true],
    [
      "http://localhost:3000/",
      { host: "app:3000", "x-forwarded-host": "rounds.example" },
      "https://rounds.example",
      true,
    ],
    // Another way to the same app.
    ["http://localhost:3000/", { host: "localhost:3000" }, "https://rounds.example", false],
    ["http://localhost:3000/", { host: "192.168.1.5:3000" }, "https://rounds.example", false],
    ["http://localhost:3000/", { host: "rounds.example" }, "http://rounds.example", false],
    ["http://localhost:3000/", { host: "rounds.example" }, "nonsense", false],
    ["http://localhost:3000/", { host: "rounds.example" }, "", false],
    ["http://localhost:3000/", { host: "rounds.example", "x-forwarded-proto": "https, http" }, "", true],
    ["https://rounds.example/", { host: "rounds.example" }, "", true],
    // The proxy keeps even the name to itself; the browser says it.
    [
      "http://localhost:3000/",
      { host: "localhost:3000", origin: "https://rounds.example" },
      "https://rounds.example",
      true,
    ],
    [
      "http://localhost:3000/",
      { host: "localhost:3000", origin: "https://evil.example" },
      "https://rounds.example",
      false,
    ],
  ])("goes over https alone where the browser came by it: %s %o PUBLIC_ORIGIN=%s", (url, headers, operators, is) => {
    vi.stubEnv("PUBLIC_ORIGIN", operators);
    expect(isSecure(url, headers)).toBe(is);
  });
});

describe("a request of another site", () => {
  it.each([
    [{ host: "rounds.example", origin: "https://rounds.example" }, false],
    [{ host: "Rounds.Example", origin: "https://rounds.example" }, false],
    [{ host: "app:3000", "x-forwarded-host": "rounds.example, app", origin: "https://rounds.example" }, false],
    [{ host: "localhost:3000", origin: "https://named.example" }, false],
    [{ host: "rounds.example", origin: "https://evil.example" }, true],
    [{ host: "rounds.example", origin: "null" }, true],
    // No host is the host of nobody.
    [{ host: "rounds.example", origin: "file://" }, true],
    [{ origin: "file://" }, true],
    [{ host: "rounds.example", "sec-fetch-site": "cross-site" }, true],
    [{ host: "rounds.example" }, false],
  ] as const)("is told from one of its own: %o", (headers, is) => {
    vi.stubEnv("PUBLIC_ORIGIN", "https://named.example");
    expect(isForeign(new Request("http://localhost:3000/", { method: "PUT", headers }))).toBe(is);
  });
});
