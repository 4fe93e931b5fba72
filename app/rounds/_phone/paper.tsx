import { type Identity, versionWords } from "../../../lib/definition/identity.ts";
import type { OwnPaper, OwnVote } from "../../../lib/rounds/summary.ts";
import { certaintyWords, practiceAddress } from "../../../lib/rounds/words.ts";

/** What this phone answered and what was right. Nothing on it is anybody else's. */
export default function Paper({ paper: { questions, practice }, app }: { paper: OwnPaper; app: Identity }) {
  return (
    <>
      <h2>Your own paper</h2>
      {questions.length === 0 && <p>You answered no question.</p>}
      <ol className="voter-paper">
        {questions.map(({ question, words, first, second, key }) => (
          <li key={question}>
            <h3>{words}</h3>
            {first && <p>First answer: {said(first)}</p>}
            {second && <p>Second answer: {said(second)}</p>}
            <p>
              <strong>Key:</strong> {key.right}. {key.reading}
            </p>
          </li>
        ))}
      </ol>
      {practice.length > 0 && (
        <p>
          <a href={practiceAddress(practice)} className="voter-button">
            Practice the rules you missed
          </a>
        </p>
      )}
      <p className="voter-note">Worked out by version {versionWords(app)}.</p>
      <p>
        <button type="button" className="voter-button voter-quiet" onClick={() => window.print()}>
          Print
        </button>
      </p>
    </>
  );
}

function said({ label, certainty, right }: OwnVote): string {
  return `${label} (${certaintyWords(certainty).toLowerCase()}): ${right ? "right" : "not right"}`;
}
