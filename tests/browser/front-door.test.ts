import { globSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { expect } from "vitest";
import { rawRequest, sendRaw } from "./support/raw.ts";
import { test } from "./support/test.ts";

const UNDECODABLE = ["%E0%A4%A", "%", "%zz", "%ff", "a%c0%af", "%ED%A0%80", "%E0.rsc", "malar-rash/%ff/x"];
const FOLDERS = [
  "/",
  "/findings/",
  "/criteria/",
  "/practice/",
  "/launch/",
  "/a/b/c/",
  "/_next/",
  "/_next/static/chunks/",
];

test("an address that cannot be decoded leads nowhere, at any depth, and is answered with the page for that", async ({
  origin,
}) => {
  for (const folder of FOLDERS) {
    for (const name of UNDECODABLE) {
      for (const headers of ["", "RSC: 1\r\n", "Upgrade: websocket\r\n"]) {
        const { status, head } = await sendRaw(origin, rawRequest("GET", folder + name, headers));
        expect(status, folder + name).toBe(404);
        expect(head, folder + name).toContain("content-security-policy");
      }
    }
  }
  const { body } = await sendRaw(origin, rawRequest("GET", "/findings/%E0%A4%A"));
  expect(body).toContain("There is no page at this address");
});

test("a program that asks for an address of the interface where nothing is gets problem details", async ({
  origin,
}) => {
  for (const folder of ["/api/", "/api/v1/", "/api/v1/sets/", "/api/v1/fhir/Questionnaire/", "/api/v1/score/"]) {
    for (const name of [...UNDECODABLE, "no-such-thing"]) {
      for (const method of ["GET", "POST", "DELETE"]) {
        const { status, head, body } = await sendRaw(origin, rawRequest(method, folder + name));
        expect([404, 405], folder + name).toContain(status);
        expect(head, folder + name).toContain("content-type: application/problem+json");
        expect(head, folder + name).toContain("access-control-allow-origin: *");
        expect(body, folder + name).toContain(`"status": ${status}`);
      }
    }
  }
});

test("odd addresses are no error of the server, and lead to no other one", async ({ origin }) => {
  const targets = [
    "*",
    "//evil.example",
    "//evil.example/%ff",
    "///",
    "/\\evil.example",
    "/%5c%5cevil.example",
    "/..%2f..%2fpackage.json",
    "/../../package.json",
    "/%2e%2e/package.json",
    "/_next/static/..%2f..%2fpackage.json",
    "/%00",
    "/findings/%00",
    "/a\\b",
    "/findings//malar-rash",
    "http://",
    "http://evil.example/",
    "http://evil.example/%ff",
    "/_error",
    "/_global-error",
    "/?x=%E0%A4%A",
    "/api/v1/sets?x=%ff",
    `/${"a".repeat(8_000)}`,
    `/${"a".repeat(60_000)}`,
    "/\u00e9",
    "nowhere",
  ];
  for (const target of targets) {
    const { status, head, body } = await sendRaw(origin, rawRequest("GET", target));
    expect(status, target.slice(0, 60)).toBeGreaterThanOrEqual(200);
    expect(status, target.slice(0, 60)).toBeLessThan(500);
    expect(/location: ([^\r]*)/.exec(head)?.[1] ?? "/", target).toMatch(/^\/([^/\\]|$)/);
    expect(body, target.slice(0, 60)).not.toContain("sle-classification");
  }
});

test("a method that an address does not take is refused, whatever it is", async ({ origin }) => {
  const targets = ["/", "/findings/malar-rash", "/findings/%ff", "/nowhere", "/sw.js", "/_next/static/precache.js"];
  const known = [
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "PROPFIND",
    "SEARCH",
    "M-SEARCH",
    "PURGE",
    "LINK",
  ];
  for (const method of known) {
    for (const target of targets) {
      const { status, head } = await sendRaw(origin, rawRequest(method, target, "Content-Length: 0\r\n"));
      expect(status, `${method} ${target}`).toBe(405);
      expect(head).toContain("allow: get, head");
    }
  }
  for (const method of ["TRACE", "PROPFIND", "PURGE"]) {
    for (const target of ["/api/v1/score", "/api/v1/sets", "/api/nowhere"]) {
      const { status, head } = await sendRaw(origin, rawRequest(method, target));
      expect(status, `${method} ${target}`).toBe(405);
      expect(head).toContain("content-type: application/problem+json");
    }
  }
  for (const method of ["TRACK", "FOO", "get", "DEBUG"]) {
    expect((await sendRaw(origin, rawRequest(method, "/"))).status, method).toBe(501);
  }
  expect((await sendRaw(origin, rawRequest("CONNECT", "elsewhere.example:443"))).status).toBe(405);
});

test("what is answered before Next carries what every answer carries, and is compressed where that is accepted", async ({
  origin,
}) => {
  const body = JSON.stringify({ format: "sle-record/1", findings: {} });
  const ask = (encoding: string) =>
    sendRaw(
      origin,
      `${rawRequest("POST", "/api/v1/score?x=1", `Content-Type: application/json\r\nAccept-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n`)}${body}`,
    );
  for (const encoding of ["", "identity", "br", "gzip;q=0", "gzip;q=0.0, br", "gzip ;q=0", "GZIP; Q=0", "xgzip"]) {
    const { status, head, body: text } = await ask(encoding);
    expect(status, encoding).toBe(200);
    expect(head, encoding).not.toContain("content-encoding");
    expect(JSON.parse(text).format, encoding).toBe("sle-result/1");
    for (const header of [
      "content-security-policy: default-src 'self'",
      "referrer-policy: no-referrer",
      "x-content-type-options: nosniff",
      "permissions-policy",
      "access-control-allow-origin: *",
      "cache-control: no-store",
      "vary: accept-encoding",
    ]) {
      expect(head, encoding).toContain(header);
    }
  }
  for (const encoding of ["gzip", "br, gzip", "gzip;q=0.5", "deflate,gzip ; q=1"]) {
    expect((await ask(encoding)).head, encoding).toContain("content-encoding: gzip");
  }
  const { status, head } = await sendRaw(origin, rawRequest("GET", "/api/v1/rounds/ABCDEF/events"));
  expect(status).toBe(404);
  expect(head).toContain("content-security-policy");
});

test("a body that is refused before its end is answered to whoever reads only after sending", async ({ origin }) => {
  const start = (length: string) =>
    `POST /api/v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;
  const part = "x".repeat(100_000);
  const parts = 200;
  const bodies = [
    [start(`Content-Length: ${parts * part.length}`), ...Array.from({ length: parts }, () => part)],
    [start("Transfer-Encoding: chunked"), ...Array.from({ length: parts }, () => `186a0\r\n${part}\r\n`), "0\r\n\r\n"],
  ];
  for (const sent of bodies) {
    // Nothing is read before all is sent.
    const socket = connect(Number(new URL(origin).port), "localhost");
    await pipeline(Readable.from([...sent, rawRequest("GET", "/api/v1/sets")]), socket, { end: false });
    const answers = await text(socket);
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 413", "HTTP/1.1 200"]);
  }
  // Several on one connection, the second sent before the first is answered.
  const [ok, bad] = ['{"format":"sle-record/1","findings":{}}', "{"];
  const both = [ok, bad].map((text) => start(`Content-Length: ${text.length}`) + text).join("");
  const { body } = await sendRaw(origin, both + rawRequest("GET", "/api/v1/sets"));
  expect(body.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 422", "HTTP/1.1 200"]);
});

test("only what carries the hash of its content in its name may be kept without asking again", async ({ origin }) => {
  const build = join(import.meta.dirname, "../../.next/static");
  const files = globSync("**/*.*", { cwd: build }).map((path) => `/_next/static/${path.replaceAll("\\", "/")}`);
  const others = [
    "/",
    "/findings/malar-rash",
    "/practice",
    "/sw.js",
    "/icon-192.png",
    "/manifest.webmanifest",
    "/robots.txt",
  ];
  expect(files.length).toBeGreaterThan(30);
  let kept = 0;
  for (const path of [...files, ...others, "/api/v1/sets"]) {
    const response = await fetch(origin + path);
    expect(response.status, path).toBe(200);
    const policy = response.headers.get("cache-control") ?? "";
    await response.body?.cancel();
    if (policy.includes("immutable")) {
      kept += 1;
      expect(path).toMatch(/[-./][\w-]{13}(\.\w+)+$/);
    } else {
      expect(policy, path).toMatch(/^public, max-age=(0|300), must-revalidate$/);
    }
  }
  expect(kept).toBeGreaterThan(20);
});
