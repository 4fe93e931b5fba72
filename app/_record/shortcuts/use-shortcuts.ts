"use client";

import { useEffect } from "react";
import { flushSync } from "react-dom";
import { callQuickFind } from "../../_find/focus-quick-find.ts";
import { useRecordStore } from "../../_store/use-record.ts";
import { showSheet, uncoverQuestions } from "../../_store/view-store.ts";
import { stepAndSay } from "../step-and-say.ts";
import { singleKeys } from "./single-keys.ts";

/** The keys that work anywhere on the page, except where a person types. */
export function useShortcuts(): void {
  const store = useRecordStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      // First of all what costs nothing: every key that is pressed comes by.
      if (!KEYS.includes(key) || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        if (key === "z") void stepAndSay(store, event.shiftKey ? "redo" : "undo");
        else if (key === "y") void stepAndSay(store, "redo");
        else return;
      } else if (key === "/" && singleKeys.areOn()) {
        // It lies among the questions, which have to be drawn before it can be come to.
        flushSync(uncoverQuestions);
        callQuickFind();
      } else if (key === "?" && singleKeys.areOn()) showSheet("keys");
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [store]);
}

const KEYS = ["z", "y", "/", "?"];

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
