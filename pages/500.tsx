/** What is sent where the server itself fails, whichever page was asked for. */
import { STATEMENT } from "../lib/explain/statement.ts";

export default function ServerError() {
  return (
    <main className="mx-auto max-w-xl p-4 font-sans">
      <p>{STATEMENT}</p>
      <h1 className="py-4 text-heading font-semibold">The server could not answer</h1>
      <p>What was entered stays on this device. Load the page again in a moment.</p>
      <p>
        <a href="/">To the calculator</a>
      </p>
    </main>
  );
}
