import { STATEMENT } from "../../lib/explain/statement.ts";

/** What this app does and does not do; on every page, in view and on paper. */
export function Statement() {
  return <p>{STATEMENT}</p>;
}
