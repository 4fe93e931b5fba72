/** What is sent where the server itself fails, whichever page was asked for. */
import { STATEMENT } from "../lib/explain/statement.ts";

export default function ServerError() {
  return (
    <main className="voter">
      <p>{STATEMENT}</p>
      <h1>The server could not answer</h1>
      <p>What was entered stays on this device. Load the page again in a moment.</p>
      <p>
        <a href="/">To the calculator</a>
      </p>
    </main>
  );
}
