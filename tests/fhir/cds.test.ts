import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { versionWords } from "../../lib/definition/identity.ts";
import { answerCall, cdsPlanOf, services } from "../../lib/fhir/cds.ts";
import { convertUcum } from "../../lib/fhir/ucum.ts";
import { identity } from "../../scripts/identity.ts";
import { lupus } from "./bundles/lupus.ts";

const respond = answerCall.bind(undefined, cdsPlanOf(definitions, identity));
const call = (prefetch: unknown) => ({
  hook: "patient-view",
  hookInstance: "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
  context: { userId: "Practitioner/1", patientId: "p1" },
  prefetch,
});
const answered = (prefetch: unknown) => respond(call(prefetch), "https://app.example", convertUcum);

test("discovery names the hook and asks for the laboratory values of the patient", () => {
  const [service] = services(definitions).services;
  expect(service).toMatchObject({ hook: "patient-view", id: "sle-laboratory-values" });
  expect(service?.prefetch["observations"]).toContain("Observation?patient={{context.patientId}}");
  expect(service?.prefetch["observations"]).toContain("http://loinc.org|777-3");
});

test("a card says what the laboratory values count in each set, and gives no verdict", () => {
  const answer = answered({ observations: lupus });
  if (answer.kind !== "cards") throw new Error(answer.kind);
  const [card] = answer.cards;
  expect(card?.detail).toContain("EULAR/ACR 2019: 18 points: ");
  expect(card?.detail).toContain("Thrombocytopenia (4)");
  expect(card?.detail).toContain("It does not diagnose.");
  expect(card?.detail).toContain(`version ${versionWords(identity)}.`);
  expect(`${card?.summary} ${card?.detail}`).not.toMatch(/classified|classifies|meets the criteria|probab/i);
  expect(card?.summary.length).toBeLessThan(140);
  expect(card?.links).toContainEqual({
    label: "Open with this patient's results",
    url: "https://app.example/launch",
    type: "smart",
  });
});

test("a diagnosis or a positive antibody without a number counts for nothing in a card", () => {
  const entry = lupus.entry.filter(({ resource }) => JSON.stringify(resource).match(/"Condition"|11090-8/));
  expect(entry.length).toBeGreaterThan(3);
  expect(answered({ observations: { resourceType: "Bundle", entry } })).toEqual({ kind: "cards", cards: [] });
});

test("a chart without results gets no card", () => {
  expect(answered({ observations: { resourceType: "Bundle" } })).toEqual({ kind: "cards", cards: [] });
  expect(answered({ observations: null })).toEqual({ kind: "cards", cards: [] });
});

test("a call without its prefetch, or of another hook, is refused", () => {
  expect(answered({}).kind).toBe("prefetch-missing");
  expect(answered(undefined).kind).toBe("prefetch-missing");
  expect(answered({ observations: { resourceType: "OperationOutcome" } }).kind).toBe("prefetch-missing");
  expect(respond({ hook: "order-sign" }, "https://app.example").kind).toBe("unreadable");
  expect(respond("text", "https://app.example").kind).toBe("unreadable");
});
