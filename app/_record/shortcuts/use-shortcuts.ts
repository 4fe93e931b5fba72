"use client";

import { useEffect } from "react";
import { callQuickFind } from "../../_find/focus-quick-find.ts";
import { useRecordStore } from "../../_store/use-record.ts";
import { showSheet } from "../../_store/view-store.ts";
import { stepAndSay } from "../step-and-say.ts";
import { singleKeys } from "./single-keys.ts";

/** The keys that work anywhere on the page, except where a person types. */
export function useShortcuts(): void {
  const store = useRecordStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        if (key === "z") void stepAndSay(store, event.shiftKey ? "redo" : "undo");
        else if (key === "y") void stepAndSay(store, "redo");
        else return;
      } else if (key === "/" && singleKeys.areOn()) callQuickFind();
      else if (key === "?" && singleKeys.areOn()) showSheet("keys");
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [store]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
