import { STATEMENT } from "../../lib/explain/statement.ts";
import "./statement.css";

/** What this app does and does not do; on every page, in view and on paper. */
export function Statement() {
  return <p>{STATEMENT}</p>;
}

/**
 * What stays of the statement on a narrow screen once it has been scrolled away: one line, from which it opens whole.
 * It lies behind the statement, which uncovers it on its way out, so that nothing moves.
 */
export function StatementLine() {
  return (
    <details className="statement-line">
      <summary className="statement-short">
        Applies criteria. It does not diagnose. <span className="statement-more">More</span>
      </summary>
      <p className="statement-whole">{STATEMENT}</p>
    </details>
  );
}
