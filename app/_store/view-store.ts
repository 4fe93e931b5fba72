"use client";

import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { definitions } from "../../criteria/core.ts";
import type { FindingId, GroupId, TestId } from "../../criteria/types.ts";

/** What the reader looks at; never part of the record. */
export interface View {
  /** The criteria set that is opened. */
  readonly set: string;
  /** Groups whose less common findings are unfolded. */
  readonly unfolded: readonly GroupId[];
  /** Which view of the result is shown. */
  readonly panel: (typeof PANELS)[number];
  /** On a narrow screen: the result covers the questions. */
  readonly resultOpen: boolean;
  /** The sheet that lies over the page. */
  readonly sheet?: Sheet | undefined;
}

export type Sheet = "record" | "examples" | "import" | "keys";

const PANELS = ["reasons", "compare", "timeline"] as const;

const START: View = { set: definitions.sets[0]?.id ?? "", unfolded: [], panel: "reasons", resultOpen: false };

const store = createStore(() => START);
const { getState: view, setState: become } = store;

export function openSet(set: string): void {
  become({ set });
  keepChoice();
}

export function showPanel(panel: View["panel"]): void {
  become({ panel });
  keepChoice();
}

const CHOICE = "sle-view";

/** The chosen set and view of the result are there again after a reload of the window. */
function keepChoice(): void {
  try {
    sessionStorage.setItem(CHOICE, `${view().set} ${view().panel}`);
  } catch {
    // Where nothing may be stored, they hold for this visit.
  }
}

/** Chooses what was chosen before the window was reloaded. */
export function restoreChoice(): void {
  try {
    const [set, panel] = sessionStorage.getItem(CHOICE)?.split(" ") ?? [];
    const kept = PANELS.find((one) => one === panel);
    if (set && kept && definitions.sets.some(({ id }) => id === set)) become({ set, panel: kept });
  } catch {
    // As on a first visit.
  }
}

export function showSheet(sheet: Sheet | undefined): void {
  become({ sheet });
}

let scrolledTo = 0;

/** On a narrow screen: shows the result in place of the questions, or the questions again, as they were left. */
export function showResult(resultOpen: boolean): void {
  if (resultOpen === view().resultOpen) return;
  if (resultOpen) scrolledTo = window.scrollY;
  become({ resultOpen });
  requestAnimationFrame(() => {
    window.scrollTo(0, resultOpen ? 0 : scrolledTo);
    if (!resultOpen) document.getElementById(RESULT_BAR_ID)?.focus({ preventScroll: true });
  });
}

/** The questions from the start, whatever was in view. */
export function showQuestions(): void {
  become({ resultOpen: false });
}

/** There is one result bar on a page. */
export const RESULT_BAR_ID = "result-bar";

export function unfold(group: GroupId, open: boolean): void {
  const others = view().unfolded.filter((one) => one !== group);
  become({ unfolded: open ? [...others, group] : others });
}

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

/** On a wide screen: what is shown over the whole width gives way to the questions. */
export function uncoverQuestions(): void {
  if (view().panel === "compare" && window.matchMedia("(width >= 60rem)").matches) showPanel("reasons");
}

/** The first of the fields that is there gets the focus, and what is done with it once it has. */
function goTo(group: GroupId, row: string, fields: readonly string[], then?: (field: HTMLElement) => void): void {
  become({ unfolded: [...new Set([...view().unfolded, group])], resultOpen: false });
  uncoverQuestions();
  // The row may have been folded: it shows itself when this change is rendered, before the next frame.
  requestAnimationFrame(() => {
    const element = document.getElementById(row);
    element?.scrollIntoView({ block: "center" });
    if (!element) return;
    const field = fields.map((one) => element.querySelector<HTMLElement>(one)).find((one) => one !== null);
    field?.focus({ preventScroll: true });
    tint(element);
    if (field) then?.(field);
  });
}

/** Shows for a while which row a jump led to; the mark is the style sheet's to draw. */
function tint(element: HTMLElement): void {
  element.dataset["arrived"] = "";
  setTimeout(() => delete element.dataset["arrived"], 2_000);
}

/** The id of the element that asks for a finding. */
export function rowId(finding: FindingId): string {
  return `finding-${finding}`;
}

/** The id of the element that asks for the values of a test. */
export function testRowId(test: TestId): string {
  return `test-${test}`;
}

export function useView<Part>(select: (view: View) => Part): Part {
  return useStore(store, select);
}
