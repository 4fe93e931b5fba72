import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { NamedLabTest } from "../../criteria/types.ts";
import { versionWords } from "../../lib/definition/identity.ts";
import { answerCall, cdsPlanOf, services } from "../../lib/fhir/cds.ts";
import { NO_FEEDBACK, withFeedback } from "../../lib/fhir/cds-feedback.ts";
import { convertUcum } from "../../lib/fhir/ucum.ts";
import { identity } from "../../scripts/identity.ts";
import { lupus } from "./bundles/lupus.ts";
import { bundle, callFor, loinc, platelets, quantity, realWorld } from "./support/results.ts";

const respond = answerCall.bind(undefined, cdsPlanOf(definitions, identity));
const call = (prefetch: unknown) => ({
  hook: "patient-view",
  hookInstance: "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
  context: { userId: "Practitioner/1", patientId: "p1" },
  prefetch,
});
const answered = (prefetch: unknown) => respond(call(prefetch), "https://app.example", convertUcum);

test("discovery names the hook and asks for the laboratory values of the patient", () => {
  const [service] = services(definitions, { version: "1.2.3" }).services;
  expect(service).toMatchObject({ hook: "patient-view", id: "sle-laboratory-values", version: "1.2.3" });
  expect(service?.prefetch["observations"]).toContain("Observation?patient={{context.patientId}}");
  const queries = Object.values(service?.prefetch ?? {});
  const asked = queries.flatMap((query) => query.split("&code=")[1]?.split(",") ?? []);
  for (const { codes = [] } of Object.values<NamedLabTest>(definitions.tests)) {
    for (const { system, code } of codes) if (system === "loinc") expect(asked).toContain(`http://loinc.org|${code}`);
  }
  expect(new Set(asked).size).toBe(asked.length);
  for (const query of queries) expect(encodeURI(query).length).toBeLessThan(2000);
  for (const code of ["777-3", "26515-7", "26464-8", "33799-8", "42254-3", "4485-9"]) {
    expect(service?.prefetch["observations"]).toContain(`http://loinc.org|${code}`);
  }
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

test("a question that failed beside others is said, also where nothing counts", () => {
  const outcome = (severity: string) => ({ resourceType: "OperationOutcome", issue: [{ severity, code: "timeout" }] });
  const empty = { resourceType: "Bundle", type: "searchset" };
  const beside = { ...empty, entry: [{ resource: outcome("error"), search: { mode: "outcome" } }] };
  for (const prefetch of [
    { observations: empty, observations2: outcome("error") },
    { observations: null, observations2: outcome("fatal") },
    { observations: beside },
  ]) {
    const [card, ...more] = cardsOf(answered(prefetch));
    expect(card?.detail).toContain("A question about the results failed");
    expect(more).toEqual([]);
  }
  expect(cardsOf(answered({ observations: empty, observations2: outcome("warning") }))).toEqual([]);
});

test("a call without its prefetch, or of another hook, is refused", () => {
  expect(answered({}).kind).toBe("prefetch-missing");
  expect(answered(undefined).kind).toBe("prefetch-missing");
  expect(answered({ observations: { resourceType: "OperationOutcome" } }).kind).toBe("prefetch-missing");
  expect(respond({ hook: "order-sign" }, "https://app.example").kind).toBe("unreadable");
  expect(respond("text", "https://app.example").kind).toBe("unreadable");
});

const cardsOf = (answer: ReturnType<typeof callFor>) => {
  if (answer.kind !== "cards") throw new Error(answer.kind);
  return answer.cards;
};
const onlyCard = (answer: ReturnType<typeof callFor>) => {
  const cards = cardsOf(answer);
  expect(cards).toHaveLength(1);
  return cards[0]?.detail ?? "";
};
const next = { link: [{ relation: "next", url: "https://ehr.example/fhir?page=2" }] };

test("a card has what a record needs to show it, to ask about it and to tell it from others", () => {
  const cards = [1, 2].flatMap(() => cardsOf(answered({ observations: lupus })));
  const [card] = cards;
  for (const { uuid } of cards)
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(cards.map(({ uuid }) => uuid)).size).toBe(2);
  expect(card?.source.topic).toEqual({
    system: "urn:sle-classification:card",
    code: "sle-classification-laboratory",
    display: "Laboratory values in SLE classification",
  });
  expect(card?.overrideReasons.map(({ code }) => code)).toEqual(["known", "explained", "not-valid", "not-asked"]);
  expect(card?.detail).toContain("A score of 10 from laboratory values alone is no classification");
  expect(card?.detail).toContain(`version ${versionWords(identity)}.`);
});

test("a lupus panel under other codes counts, with an index whose limit was sent", () => {
  const { entry } = realWorld("04-lupus-panel-other-loinc") as { entry: object[] };
  const detail = onlyCard(callFor({ resourceType: "Bundle", type: "searchset", entry }));
  // Anti-dsDNA counts by its method, which was not sent.
  expect(detail).toContain("EULAR/ACR 2019: 7 points: Thrombocytopenia (4) and Low C3 or low C4 (3)");
  expect(detail).toContain("From 4 laboratory values alone.");
});

test("results that could not be read and a further page are said in every card, and no word of theirs is", () => {
  const odd = (code: string, unit: string) =>
    platelets(85, { code: loinc(code), ...quantity(85, unit), note: undefined });
  const sent = {
    ...bundle(platelets(85), odd("4485-9", "**bold**"), odd("4498-2", "%"), odd("4498-2", "mol")),
    ...next,
  };
  const detail = onlyCard(callFor(JSON.parse(JSON.stringify(sent)) as object));
  expect(detail).toContain("Thrombocytopenia (4)");
  expect(detail).toContain("3 results could not be read: Complement C3 and Complement C4.");
  expect(detail).toContain("there is a further one");
  expect(detail).not.toContain("bold");
});

test("where nothing counts, what could not be looked at is said, and silence is only for nothing at all", () => {
  const unread = onlyCard(callFor(bundle(platelets(85, quantity(85, "%")))));
  expect(unread).toContain("Nothing counts of what was sent and could be read.");
  expect(unread).toContain("1 result could not be read: Platelet count.");
  expect(unread).not.toContain("points");
  expect(onlyCard(callFor({ ...bundle(platelets(250)), ...next }))).toContain("there is a further one");
  expect(onlyCard(callFor({ resourceType: "Bundle", entry: [], ...next }))).toContain("there is a further one");
  const alike = platelets(85, { code: { coding: [{ system: "urn:lab", code: "PLT", display: "Platelets" }] } });
  expect(onlyCard(callFor(bundle(alike)))).toContain("1 result could not be read: Platelet count.");
  for (const quiet of [
    bundle(platelets(250)),
    bundle(platelets(85, { status: "preliminary" })),
    bundle(platelets(45, { note: [{ text: "clumps" }] })),
    bundle(platelets(85, { code: loinc("718-7") })),
    { resourceType: "Bundle", ...{ link: [{ relation: "self", url: "x" }] } },
  ]) {
    expect(cardsOf(callFor(quiet))).toEqual([]);
  }
});

test("results that were prefetched in several lists are counted together, and a list that failed is said", () => {
  const keys = Object.keys(services(definitions, { version: "1" }).services[0]?.prefetch ?? {});
  expect(keys.slice(0, 2)).toEqual(["observations", "observations2"]);
  const call = (prefetch: object) => callFor({}, { prefetch });
  const c3 = platelets(52, {
    code: loinc("4485-9"),
    ...quantity(52, "mg/dL"),
    referenceRange: [{ low: { value: 90 } }],
  });
  const rest = Object.fromEntries(keys.slice(2).map((key) => [key, null]));
  const both = onlyCard(call({ observations: bundle(platelets(85)), observations2: bundle(c3), ...rest }));
  expect(both).toContain("7 points");
  expect(both).not.toContain("not sent");
  const half = onlyCard(
    call({ observations: bundle(platelets(85)), observations2: { resourceType: "OperationOutcome" } }),
  );
  expect(half).toContain("4 points");
  expect(half).toContain("prefetched lists of results were not sent here");
  expect(onlyCard(call({ observations: null, observations2: bundle(c3), ...rest }))).toContain("3 points");
  expect(call({ observations2: "text" }).kind).toBe("prefetch-missing");
  // A list that holds another patient's results, whichever it is, makes no card from them.
  const other = bundle(platelets(12, { subject: { reference: "Patient/2" } }));
  expect(onlyCard(call({ observations: bundle(c3), observations2: { ...other, ...next }, ...rest }))).toContain(
    "1 result was left out that does not name this patient",
  );
});

const accepted = { card: "4e0a3a1e", outcome: "accepted" };
const put = (reason?: object) => ({ card: "x", outcome: "overridden", ...(reason && { overrideReason: { reason } }) });

test("of feedback only counts are kept, under the reasons that cards offer", () => {
  const system = "urn:sle-classification:override-reason";
  const message = {
    feedback: [
      accepted,
      put({ code: "known", system }),
      put({ code: "known" }),
      put({ code: "known", system: "urn:other" }),
      put({ code: "__proto__" }),
      { ...put({ code: "not-valid", system }), userComment: "Jane Doe, born 1970" },
      put(),
    ],
  };
  const counted = withFeedback(NO_FEEDBACK, message);
  if ("why" in counted) throw new Error(counted.why);
  expect(counted.counts).toEqual({
    accepted: 1,
    overridden: 6,
    reasons: { known: 2, explained: 0, "not-valid": 1, "not-asked": 0, other: 3 },
  });
  const twice = withFeedback(counted.counts, message);
  expect("counts" in twice && twice.counts.overridden).toBe(12);
  expect(JSON.stringify(twice)).not.toContain("Jane");
  expect(NO_FEEDBACK.overridden).toBe(0);
});

test("what is no feedback counts nothing", () => {
  for (const message of [
    undefined,
    "text",
    {},
    { feedback: [] },
    { feedback: {} },
    { feedback: [accepted, "x"] },
    { feedback: [{ outcome: "accepted" }] },
    { feedback: [{ card: "x" }] },
    { feedback: [{ card: "x", outcome: "ignored" }] },
    { feedback: Array.from({ length: 1001 }, () => accepted) },
  ]) {
    expect(withFeedback(NO_FEEDBACK, message)).toHaveProperty("why");
  }
});
