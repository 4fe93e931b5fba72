import type { Page } from "playwright-core";
import { definitions } from "../../../criteria/index.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { verdictWords } from "../../../lib/explain/verdict.ts";
import { assess } from "../../support/assess.ts";

/** A record with an answer of every kind: dated, explained, absent, and measured in every way. */
export const EVERY_KIND: SleRecord = {
  format: "sle-record/1",
  findings: {
    "malar-rash": { status: "present", date: "2023-05-01" },
    "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes simplex" } },
    seizure: "absent",
    "direct-coombs": "present",
  },
  measurements: [
    { test: "ana-titer", value: 320, unit: "{titer}", date: "2023-04-20" },
    { test: "white-cells", value: 3.2, unit: "10*9/L", date: "2024-02-10" },
    { test: "white-cells", value: 3400, unit: "/uL", date: "2024-03-11" },
    { test: "platelets", value: 20, unit: "10*9/L", comparator: "<" },
    { test: "c3", value: 62, unit: "mg/dL", low: 90 },
    { test: "anti-dsdna", value: 95, unit: "[IU]/mL", high: 10, method: "farr" },
  ],
};

/** The calculator on a wide screen, ready to be used. */
export async function openCalculator(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/");
  await page.waitForSelector(".calculator[data-ready=true]");
}

/** The score of every set, as it is read in the list of results. */
export async function shownScores(page: Page): Promise<Record<string, string>> {
  const lines = await page
    .locator(".set-line")
    .evaluateAll((buttons) =>
      buttons.map((button) => [
        button.querySelector(".set-line-name")?.textContent ?? "",
        [
          button.querySelector(".set-line-score > :first-child")?.textContent,
          button.querySelector(".set-line-verdict")?.textContent,
        ].join(" "),
      ]),
    );
  return Object.fromEntries(lines);
}

/** What the list of results has to show of a record, by the engine. */
export function expectedScores(record: SleRecord): Record<string, string> {
  const { results } = assess(record);
  return Object.fromEntries(
    definitions.sets.map((set) => {
      const result = results?.[set.id];
      return [set.short, result ? `${result.score.value} ${verdictWords(result, set)}` : " No result"];
    }),
  );
}
