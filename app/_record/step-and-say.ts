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
  try {
    const { changesBetween } = await import("../../lib/explain/changes.ts");
    const words =
      way === "undo" ? changesBetween(after, before, definitions) : changesBetween(before, after, definitions);
    say(words ? `${title}: ${words}.` : `${title}.`);
  } catch {
    say(`${title}.`);
  }
}
