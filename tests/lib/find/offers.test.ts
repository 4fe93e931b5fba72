import { expect, test } from "vitest";
import { context, definitions } from "../../../criteria/index.ts";
import { offerer } from "../../../lib/find/offers.ts";

const offers = offerer(definitions, context);

test("a measurement that can be read is the only offer, and Enter takes it", () => {
  expect(offers("plt 85")).toEqual({
    offers: [{ kind: "measure", measurement: { test: "platelets", value: 85, unit: "10*9/L" } }],
    certain: true,
  });
});

test("a measurement that can mean several things has to be chosen", () => {
  const { offers: choices, certain, message } = offers("24h protein 0.8");
  expect(choices).toHaveLength(2);
  expect(certain).toBe(false);
  expect(message).toContain("Choose one");
});

test("a denied finding is offered as absent", () => {
  expect(offers("no malar").offers[0]).toMatchObject({ kind: "answer", finding: "malar-rash", status: "absent" });
});

test("a finding with a day is offered as first seen on it", () => {
  expect(offers("discoid 2023-11-02").offers[0]).toMatchObject({ finding: "discoid-lupus", date: "2023-11-02" });
});

test("a test without a value asks for the value", () => {
  expect(offers("upcr").offers).toContainEqual({ kind: "value-wanted", test: "urine-protein-creatinine-ratio" });
});

test("words that name nothing say so", () => {
  expect(offers("zzyzx")).toEqual({ offers: [], certain: false, message: "Nothing is found by these words." });
});

test("nothing typed offers nothing and says nothing", () => {
  expect(offers("  ")).toEqual({ offers: [], certain: false });
});

test("a subject that is no finding is offered to be read about", () => {
  expect(offers("neonatal lupus").offers).toContainEqual(
    expect.objectContaining({ kind: "read", topic: expect.objectContaining({ id: "newborns" }) }),
  );
});
