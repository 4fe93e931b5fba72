import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect } from "vitest";
import { lupus } from "../fhir/bundles/lupus.ts";
import { realWorld } from "../fhir/support/results.ts";
import { startApp } from "./support/app.ts";
import { leaveToRead, startFhirServer } from "./support/fhir-server.ts";
import { test } from "./support/test.ts";

const SERVICES = "/api/v1/cds-services";
const SERVICE = `${SERVICES}/sle-laboratory-values`;
const VERDICT = /classified|classifies|classifiable|meets the criteria|diagnosed|probab/i;

const call = (prefetch: unknown, rest: object = {}) => ({
  hook: "patient-view",
  hookInstance: "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
  fhirServer: "http://elsewhere.example/fhir",
  context: { userId: "Practitioner/1", patientId: "p1" },
  prefetch,
  ...rest,
});

function post(origin: string, body: unknown, type = "application/json"): Promise<Response> {
  const sent = typeof body === "string" ? body : JSON.stringify(body);
  return fetch(origin + SERVICE, { method: "POST", headers: { "Content-Type": type }, body: sent });
}

test("from discovery to a card: what the prefetch finds in a record's server is counted, and no verdict given", async ({
  origin,
  onTestFinished,
}) => {
  const chart = await startFhirServer(
    lupus.entry.map(({ resource }) => resource),
    "p1",
  );
  onTestFinished(chart.stop);
  const { services } = await (await fetch(origin + SERVICES)).json();
  expect(services).toMatchObject([{ hook: "patient-view", id: "sle-laboratory-values" }]);
  const [service] = services;
  const headers = { Authorization: `Bearer ${await leaveToRead(chart.origin)}` };
  const prefetch: Record<string, { entry?: object[] }> = {};
  for (const [key, template] of Object.entries<string>(service.prefetch)) {
    const query = template.replace("{{context.patientId}}", "p1");
    prefetch[key] = await (await fetch(`${chart.origin}/fhir/${query}`, { headers })).json();
  }
  expect(Object.values(prefetch).flatMap(({ entry = [] }) => entry)).toHaveLength(8);
  const response = await post(origin, call(prefetch));
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const { cards } = await response.json();
  expect(cards).toHaveLength(1);
  const [card] = cards;
  expect(card.indicator).toBe("info");
  expect(card.uuid).toMatch(/^[0-9a-f-]{36}$/);
  expect(card.source.topic.code).toBe("sle-classification-laboratory");
  expect(card.overrideReasons.length).toBeGreaterThan(2);
  expect(card.detail).not.toContain("not sent");
  expect(card.detail).toContain("EULAR/ACR 2019: 18 points: ");
  expect(card.detail).toContain("It does not diagnose.");
  expect(`${card.summary} ${card.detail}`).not.toMatch(VERDICT);
  expect(card.summary.length).toBeLessThan(140);
});

test("diagnoses and antibodies without a number, which nobody has confirmed, make no card", async ({ origin }) => {
  const entry = lupus.entry.filter(({ resource }) => /"Condition"|11090-8/.test(JSON.stringify(resource)));
  expect(entry.length).toBeGreaterThan(3);
  const response = await post(origin, call({ observations: { resourceType: "Bundle", entry } }));
  expect(await response.json()).toEqual({ cards: [] });
});

test("a result of another patient, a replaced one and one with a comment make no card", async ({ origin }) => {
  const counted = async (name: string, more: object = {}) => {
    const sent = realWorld(name) as { prefetch?: object };
    const context = { userId: "Practitioner/1", patientId: "1" };
    const observations = { resourceType: "Bundle", type: "searchset", entry: [{ resource: sent }] };
    const response = await post(origin, sent.prefetch ? sent : call({ observations }, { context, ...more }));
    return (await response.json()).cards ?? [];
  };
  expect(await counted("01-cds-other-patient")).toEqual([]);
  expect(await counted("05-final-then-corrected")).toEqual([]);
  expect(await counted("11-note-disregard")).toEqual([]);
});

test("a chart in which nothing was found is answered with no card", async ({ origin }) => {
  for (const observations of [null, { resourceType: "Bundle", type: "searchset", total: 0 }]) {
    const response = await post(origin, call({ observations }));
    expect([response.status, await response.json()]).toEqual([200, { cards: [] }]);
  }
});

test("a call that is not one is refused with problem details that say why", async ({ origin }) => {
  const two = ["a", "b"].map((id) => ({
    resource: {
      resourceType: "Observation",
      status: "final",
      subject: { reference: `Patient/${id}` },
      code: { coding: [{ system: "http://loinc.org", code: "777-3" }] },
      valueQuantity: { value: 80, system: "http://unitsofmeasure.org", code: "10*9/L" },
    },
  }));
  const cases: [Promise<Response>, number, string][] = [
    [post(origin, "{"), 400, "patient-view"],
    [post(origin, "[".repeat(900_000)), 400, "patient-view"],
    [post(origin, call({}, { hook: "order-sign" })), 400, "patient-view"],
    [post(origin, call({}, { context: { userId: "Practitioner/1" } })), 400, "patient in its context"],
    [post(origin, call({})), 412, "asks no server"],
    [post(origin, call({ observations: { resourceType: "OperationOutcome" } })), 412, "asks no server"],
    [post(origin, call({ observations: { resourceType: "Bundle", entry: two } })), 400, "2 patients"],
    [post(origin, "<call/>", "application/xml"), 415, "application/json"],
    [post(origin, call({ observations: "x".repeat(5_000_000) })), 413, "5,000,000 bytes"],
    [fetch(`${origin}${SERVICES}/another`, { method: "POST" }), 404, "sle-laboratory-values"],
    [fetch(origin + SERVICE), 405, "POST"],
  ];
  for (const [pending, status, says] of cases) {
    const response = await pending;
    expect(response.status, says).toBe(status);
    expect(response.headers.get("content-type"), says).toBe("application/problem+json");
    expect((await response.json()).detail, says).toContain(says);
  }
});

test("feedback on cards is counted, and nothing else of it is kept", async ({ origin }) => {
  const at = `${origin}${SERVICE}/feedback`;
  const send = (body: unknown, address = at) =>
    fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const before = await (await fetch(at)).json();
  const reason = { code: "known", system: "urn:sle-classification:override-reason" };
  const sent = await send({
    feedback: [
      { card: "a", outcome: "accepted" },
      { card: "b", outcome: "overridden", overrideReason: { reason, userComment: "Jane Doe" } },
    ],
  });
  expect(sent.status).toBe(200);
  const response = await fetch(at);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const after = await response.json();
  expect([after.accepted, after.overridden, after.reasons.known]).toEqual([
    before.accepted + 1,
    before.overridden + 1,
    before.reasons.known + 1,
  ]);
  expect(JSON.stringify(after)).not.toContain("Jane");
  for (const [pending, status] of [
    [send("{"), 400],
    [send({ feedback: [] }), 400],
    [send("x".repeat(300_000)), 413],
    [send({}, `${origin}${SERVICES}/another/feedback`), 404],
    [fetch(`${origin}${SERVICES}/another/feedback`), 404],
    [fetch(at, { method: "DELETE" }), 405],
  ] as const) {
    const refused = await pending;
    expect(refused.status).toBe(status);
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
  }
  expect(await (await fetch(at)).json()).toEqual(after);
});

test("a record in a browser may call with its own authorization, as CDS Hooks asks", async ({ origin }) => {
  const asked = await fetch(origin + SERVICE, { method: "OPTIONS", headers: { Origin: "https://ehr.example" } });
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-origin")).toBe("*");
  expect(asked.headers.get("access-control-allow-headers")).toContain("Authorization");
});

/** The addresses in the card that a caller gets who names another host. */
async function addressesFor(origin: string, headers: Readonly<Record<string, string>>): Promise<string[]> {
  const sending = request(origin + SERVICE, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
  });
  const answer = new Promise<string>((resolve, reject) => {
    sending.on("response", (response) => void text(response).then(resolve, reject)).on("error", reject);
  });
  sending.end(JSON.stringify(call({ observations: lupus })));
  const { cards } = JSON.parse(await answer);
  const [{ source, links }] = cards;
  return [source.url, ...links.map(({ url }: { url: string }) => url)];
}

const FOREIGN = { Host: "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" };

test("a card's links lead to this app whatever host the caller names", async ({ origin }) => {
  expect(await addressesFor(origin, FOREIGN)).toEqual([origin, `${origin}/launch`, `${origin}/`]);
});

test("a card's links lead to the public origin that the operator names", async ({ onTestFinished }) => {
  const app = await startApp({ PUBLIC_ORIGIN: "https://criteria.example" });
  onTestFinished(app.stop);
  const named = "https://criteria.example";
  expect(await addressesFor(app.origin, FOREIGN)).toEqual([named, `${named}/launch`, `${named}/`]);
});
