import { expect } from "vitest";
import { lupus } from "../fhir/bundles/lupus.ts";
import { startApp } from "./support/app.ts";
import { rawRequest, sendRaw } from "./support/raw.ts";
import { test } from "./support/test.ts";

const MARK = "Xq7Patient";
const CALL = "/api/v1/cds-services/sle-laboratory-values";

/** A package that prints what it is given and throws it, at once and later, wherever the mark comes by. */
const CARELESS = `
  const parse = JSON.parse;
  JSON.parse = (text, ...rest) => {
    if (String(text).includes("${MARK}")) {
      for (const level of ["log", "info", "warn", "error", "debug", "trace", "dir"]) console[level](text);
      process.stdout.write(text);
      process.stderr.write(text);
      process.emitWarning(text);
      setTimeout(() => { throw new Error(text); });
      Promise.reject(new Error(text));
      if (String(text).includes("throw")) throw new Error(text);
    }
    return parse(text, ...rest);
  };`;

/** The whole of a value with the mark in every text and every key. */
function marked(value: unknown): unknown {
  if (typeof value === "string") return `${value}${MARK}\u001b[31m\n`;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => [
      [key, one],
      [`${key}${MARK}`, marked(one)],
    ]),
  );
}

const observation = (code: string) => ({
  resourceType: "Observation",
  status: "final",
  code: { text: MARK, coding: [{ system: "http://loinc.org", code: "4485-9" }] },
  valueQuantity: { value: 1, unit: MARK, code, system: "http://unitsofmeasure.org" },
});
const call = (entry: readonly unknown[]) => ({
  hook: "patient-view",
  context: { patientId: MARK },
  prefetch: { observations: { resourceType: "Bundle", entry: entry.map((resource) => ({ resource })) } },
});

async function sendEverywhere(origin: string): Promise<void> {
  const units = [
    `${MARK} /dL`,
    `(${MARK})(${MARK})`,
    `${MARK}{a}`,
    `g{${MARK}}(`,
    `${MARK}\n\u001b[31m`,
    MARK.repeat(9_000),
  ];
  const bodies: [string, unknown][] = [
    [CALL, call(units.map(observation))],
    [CALL, marked(call(lupus.entry.map(({ resource }) => resource)))],
    [CALL, `${MARK}`],
    ["/api/v1/score", marked(`{"format":"sle-record/1"}`)],
    ["/api/v1/score", { format: "sle-record/1", label: MARK, [MARK]: 1, findings: { [MARK]: MARK } }],
    ["/api/v1/score", { format: "sle-record/1", label: MARK }],
    ["/api/v1/score", { format: "sle-record/1", measurements: [{ test: MARK, value: MARK, unit: MARK, date: MARK }] }],
    ["/api/v1/score", { format: "sle-record/1", label: `${MARK} throw` }],
    ["/api/v1/sets", MARK],
  ];
  for (const [path, body] of bodies) {
    const sent = typeof body === "string" ? body : JSON.stringify(body);
    for (const type of ["application/json", `application/${MARK}+json`, MARK]) {
      const response = await fetch(origin + path, {
        method: "POST",
        headers: { "Content-Type": type, [MARK]: MARK },
        body: sent,
      });
      expect(response.status, path).not.toBe(502);
      await response.text();
    }
  }
  const headers = `${MARK}: ${MARK}\r\nCookie: ${MARK}\r\nReferer: ${MARK}\r\nX-Forwarded-Host: ${MARK} x\r\n`;
  const requests = [
    ...[
      "/",
      `/${MARK}`,
      `/findings/${MARK}%ff`,
      `/api/v1/sets/${MARK}%ff`,
      `/?${MARK}=${MARK}`,
      `*${MARK}`,
      `http://${MARK}`,
    ].flatMap((target) => ["GET", "TRACE", "POST", MARK].map((method) => rawRequest(method, target, headers))),
    rawRequest("POST", "/", `Next-Action: ${MARK}\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n`),
    rawRequest("POST", "/", `Content-Type: multipart/form-data; boundary=${MARK}\r\nContent-Length: 0\r\n`),
    rawRequest("GET", `/${MARK}%ff`, `Upgrade: ${MARK}\r\n`),
    rawRequest("GET", "/", `Next-Router-State-Tree: ${MARK}%ff\r\nRSC: 1\r\n`),
    rawRequest("CONNECT", `${MARK}:80`),
    `${MARK}\r\n\r\n`,
  ];
  for (const sent of requests) await sendRaw(origin, sent);
}

test("nothing that is sent is printed, in whatever part of a request it stands", async ({ onTestFinished }) => {
  const app = await startApp();
  onTestFinished(app.stop);
  await sendEverywhere(app.origin);
  await app.stop();
  expect(app.printed()).toContain("Ready");
  expect(app.printed()).not.toContain(MARK);
});

test("not even when a package prints and throws it", async ({ onTestFinished }) => {
  const careless = `--import data:text/javascript,${encodeURIComponent(CARELESS)}`;
  const app = await startApp({ NODE_OPTIONS: careless });
  onTestFinished(app.stop);
  await sendEverywhere(app.origin);
  const thrown = await fetch(`${app.origin}/api/v1/score`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ format: "sle-record/1", label: `${MARK} throw` }),
  });
  expect(thrown.status).toBe(500);
  expect(thrown.headers.get("content-type")).toBe("application/problem+json");
  const body = await thrown.text();
  expect(body).toContain("#unexpected");
  expect(body).not.toContain(MARK);
  // It goes on answering.
  expect((await fetch(`${app.origin}/api/v1/sets`)).status).toBe(200);
  await app.stop();
  expect(app.printed()).toContain("It is withheld");
  expect(app.printed()).not.toContain(MARK);
});
