"use client";

import { useSyncExternalStore } from "react";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, GroupId } from "../../criteria/types.ts";

/** What the reader looks at; never part of the record. */
export interface View {
  /** The criteria set that is opened. */
  readonly set: string;
  /** Groups whose less common findings are unfolded. */
  readonly unfolded: readonly GroupId[];
  /** On a narrow screen: the result covers the questions. */
  readonly resultOpen: boolean;
}

const START: View = { set: definitions.sets[0]?.id ?? "", unfolded: [], resultOpen: false };

let view = START;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: Partial<View>): void {
  view = { ...view, ...next };
  for (const listener of listeners) listener();
}

export function openSet(set: string): void {
  become({ set });
}

export function showResult(resultOpen: boolean): void {
  become({ resultOpen });
}

export function unfold(group: GroupId, open: boolean): void {
  const others = view.unfolded.filter((one) => one !== group);
  become({ unfolded: open ? [...others, group] : others });
}

/** Brings the question of a finding into view, unfolds what hides it, and puts the focus on its answer. */
export function goToFinding(finding: FindingId): void {
  const { group } = definitions.findings[finding];
  become({ unfolded: [...new Set([...view.unfolded, group])], resultOpen: false });
  // After the row has been rendered: the store's listeners render synchronously, a folded row on the next frame.
  requestAnimationFrame(() => {
    const row = document.getElementById(rowId(finding));
    row?.scrollIntoView({ block: "center" });
    row?.querySelector<HTMLInputElement>("input:checked")?.focus({ preventScroll: true });
  });
}

/** The id of the element that asks for a finding. */
export function rowId(finding: FindingId): string {
  return `finding-${finding}`;
}

export function useView<Part>(select: (view: View) => Part): Part {
  return useSyncExternalStore(
    subscribe,
    () => select(view),
    () => select(START),
  );
}
