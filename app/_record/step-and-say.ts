import { definitions } from "../../criteria/core.ts";
import type { RecordStore } from "../_store/record-store.ts";
import { say } from "../_store/say.ts";

/** Undoes or redoes a step and says which: what it changed may be far from what is in view. */
export async function stepAndSay(store: RecordStore, way: "undo" | "redo"): Promise<void> {
  const before = store.getHistory().present;
  store[way]();
  const after = store.getHistory().present;
  if (after === before) return;
  const title = way === "undo" ? "Undone" : "Redone";
  let words = "";
  try {
    const { changesBetween } = await import("../../lib/explain/changes.ts");
    words = way === "undo" ? changesBetween(after, before, definitions) : changesBetween(before, after, definitions);
  } catch {
    // It was done all the same.
  }
  // What was done before the next answer is of the past, perhaps of another patient.
  if (store.getHistory().present === after) say(words ? `${title}: ${words}.` : `${title}.`);
}
