import { flushSync } from "react-dom";
import { definitions } from "../../criteria/core.ts";
import type { FindingId, GroupId, TestId } from "../../criteria/types.ts";
import { rowId, showGroup, testRowId } from "./view-store.ts";

/** Brings the question of a finding into view, unfolds what hides it, and puts the focus on its answer. */
export function goToFinding(finding: FindingId): void {
  goTo(definitions.findings[finding].group, rowId(finding), ["input:checked"]);
}

/** As `goToFinding`, with the focus on what explains it; on its answer where nothing can. */
export function goToExplanation(finding: FindingId): void {
  const fields = ["select[aria-label$='explained by something else']", "input:checked"];
  goTo(definitions.findings[finding].group, rowId(finding), fields);
}

/** Brings a test into view and puts the focus on the field for its value. */
export function goToTest(test: TestId): void {
  const group = groupOfTest(test);
  if (group) goTo(group, testRowId(test), ["input"]);
}

/** Brings a value that was entered into view and opens it to be corrected. */
export function goToValue(test: TestId, position: number): void {
  const group = groupOfTest(test);
  if (group) goTo(group, `measurement-${position}`, ["[aria-label^=Edit]"], (edit) => edit.click());
}

function groupOfTest(test: TestId): GroupId | undefined {
  return Object.values(definitions.findings).find(({ decidedBy }) => decidedBy?.some((rule) => rule.test === test))
    ?.group;
}

/**
 * The first of the fields that is there gets the focus, and what is done with it once it has. At once, and not in the
 * next frame: whoever presses something in between would find the focus taken away, and answer there what was meant for
 * another place.
 */
function goTo(group: GroupId, row: string, fields: readonly string[], then?: (field: HTMLElement) => void): void {
  // The row may have been folded.
  flushSync(() => showGroup(group));
  const element = document.getElementById(row);
  element?.scrollIntoView({ block: "center" });
  if (!element) return;
  const field = fields.map((one) => element.querySelector<HTMLElement>(one)).find((one) => one !== null);
  field?.focus({ preventScroll: true });
  tint(element);
  if (field) then?.(field);
}

/** Shows for a while which row a jump led to; the mark is the style sheet's to draw. */
function tint(element: HTMLElement): void {
  element.dataset["arrived"] = "";
  setTimeout(() => delete element.dataset["arrived"], 2_000);
}
