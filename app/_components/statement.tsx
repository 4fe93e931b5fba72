import { STATEMENT } from "../../lib/explain/statement.ts";
import "./statement.css";

/** What this app does and does not do; on every page, in view and on paper. */
export function Statement() {
  return <p>{STATEMENT}</p>;
}

/**
 * What stays of the statement on a narrow screen once it has been scrolled away: one line, which brings it back whole.
 * It lies behind the statement, which uncovers it on its way out, so that nothing moves. While the line is open, the
 * statement beside it stays under it; the styles see to that, so it works without scripts.
 */
export function StatementLine() {
  return (
    <details className="statement-line">
      <summary className="statement-short">
        Applies criteria. It does not diagnose. <span className="statement-more">More</span>
      </summary>
    </details>
  );
}
