import { decidingLines } from "../../../lib/explain/deciding.ts";
import type { SetResult } from "../../../lib/scoring/result.ts";

/** Beside the verdict: findings that have another explanation, count all the same, and decide the outcome. */
export function Deciding({ of }: { of: SetResult }) {
  return decidingLines(of).map((line) => (
    <p key={line} className="problem">
      {line}
    </p>
  ));
}
