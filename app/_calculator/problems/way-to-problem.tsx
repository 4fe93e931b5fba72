"use client";

import { definitions } from "../../../criteria/core.ts";
import type { FindingId } from "../../../criteria/types.ts";
import { goToFinding, goToTest } from "../../_store/go-to.ts";
import { useRecordStore } from "../../_store/use-record.ts";

/** What a problem is, and the way to its place. */
export function WayToProblem({ path, message }: { path: string; message: string }) {
  const store = useRecordStore();
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        const [list, key = ""] = path.split(".");
        const test = store.getHistory().present.measurements?.[Number(key)]?.test;
        if (list === "measurements" && test) goToTest(test);
        else if (key in definitions.findings) goToFinding(key as FindingId);
      }}
    >
      {message}
    </button>
  );
}
