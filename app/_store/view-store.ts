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

export type Sheet = "record" | "examples" | "import" | "text" | "keys";

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

/** The questions of another patient: what covered them goes, and so does what is read of the one before. */
export function showQuestions(): void {
  const { sheet } = view();
  become({ resultOpen: false, sheet: sheet === "text" || sheet === "import" ? undefined : sheet });
}

/** There is one result bar on a page. */
export const RESULT_BAR_ID = "result-bar";

export function unfold(group: GroupId, open: boolean): void {
  const others = view().unfolded.filter((one) => one !== group);
  become({ unfolded: open ? [...others, group] : others });
}

/** The questions with those of a group unfolded, whatever covered or folded them. */
export function showGroup(group: GroupId): void {
  become({ unfolded: [...new Set([...view().unfolded, group])], resultOpen: false });
  uncoverQuestions();
}

/** On a wide screen: what is shown over the whole width gives way to the questions. */
export function uncoverQuestions(): void {
  if (view().panel === "compare" && isWide()) showPanel("reasons");
}

let wide: MediaQueryList | undefined;

/** The result stands beside the questions, and not in a bar below them. As the styles say it. */
function isWide(): boolean {
  wide ??= window.matchMedia("(width >= 60rem)");
  return wide.matches;
}

/** Whether the result itself is on the screen. */
export function seesResult(): boolean {
  return view().resultOpen || isWide();
}

/** Whether the bar stands for the result. */
export function seesResultBar(): boolean {
  return !seesResult();
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
