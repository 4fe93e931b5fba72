"use client";

import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { FindingId, TestId } from "../../../criteria/types.ts";
import type { Worth } from "../../../lib/explain/worth.ts";

/** What an answer is asked for: a finding, or the values of a test. */
export type Place = FindingId | `test ${TestId}`;
export type Worths = ReadonlyMap<Place, Worth>;

export const NO_WORTHS: Worths = new Map();

/** What every answer is worth, as last worked out (work-out-worths.ts). */
export const worths = createStore<Worths>(() => NO_WORTHS);

/** What the answer to a finding is worth, as last worked out. */
export function useFindingWorth(finding: FindingId): Worth | undefined {
  return useStore(worths, (known) => known.get(finding));
}

/** What the values of a test could add, as last worked out. */
export function useTestWorth(test: TestId): Worth | undefined {
  return useStore(worths, (known) => known.get(`test ${test}`));
}
