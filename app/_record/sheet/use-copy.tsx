"use client";

import { type ReactNode, useState } from "react";
import type { SleRecord } from "../../../criteria/types.ts";
import { soon } from "../../_calculator/soon.tsx";
import { say } from "../../_store/say.ts";

const CopyByHand = soon((code) => code.CopyByHand);

export type Copied = "short note" | "full note" | "link";

export type Copy = (what: Copied, record: SleRecord) => void;

/** What the browser did not let the app copy. */
interface NotCopied {
  readonly what: Copied;
  readonly text: string;
  readonly record: SleRecord;
}

/** Copies a note or a link, and says so; where the browser forbids it, shows the text to be copied by hand. */
export function useCopy(): { copy: Copy; copied: ReactNode } {
  const [notCopied, setNotCopied] = useState<NotCopied | undefined>(undefined);
  const copy = async (what: Copied, record: SleRecord) => {
    let text: string;
    try {
      text = await (await import("./note-link-file.ts")).textOf(what, record);
    } catch {
      return say(`The ${what} was not copied: what writes it could not be fetched. Try again.`);
    }
    try {
      await navigator.clipboard.writeText(text);
      setNotCopied(undefined);
      say(`Copied the ${what}.`);
    } catch {
      say(`The ${what} was not copied.`);
      setNotCopied({ what, text, record });
    }
  };
  return { copy: (what, record) => void copy(what, record), copied: notCopied && <CopyByHand {...notCopied} /> };
}
