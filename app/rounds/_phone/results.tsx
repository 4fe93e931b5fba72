import type { QuestionView } from "../../../lib/rounds/view.ts";
import { rightWords, scoreBeside } from "../../../lib/rounds/words.ts";

/** The answers of the room once the vote is closed, what each would have done, and the key once it is shown. */
export default function Results({ question, own }: { question: QuestionView; own: string | undefined }) {
  const { spreads, choices, consequences, key, mistake } = question;
  const label = (choice: string) => choices.find((one) => one.key === choice)?.label ?? choice;
  return (
    <>
      {key && (
        <section className="voter-key">
          <h2>Key: {rightWords(key.right, choices)}</h2>
          <p>{key.reading}</p>
          <ul>
            {key.rules.map(({ set, short, says }) => (
              <li key={set}>
                <strong>{short}:</strong> {says}
              </li>
            ))}
          </ul>
          {mistake && mistake.misreadings.length > 0 && (
            <p>
              <strong>Commonest other answer:</strong> {label(mistake.choice)}. {mistake.misreadings.join(" ")}
            </p>
          )}
          {key.sources.length > 0 && (
            <details className="voter-note">
              <summary>Sources</summary>
              {key.sources.map((source) => (
                <p key={source}>{source}</p>
              ))}
            </details>
          )}
        </section>
      )}
      {spreads.toReversed().map(({ ballot, answered, bars }) => (
        <section key={ballot}>
          <h2>
            {ballot === 1 ? "First vote" : "Second vote"}: {answered} answered
          </h2>
          <ul className="voter-bars">
            {bars
              .filter(({ count }) => count > 0)
              .map(({ choice, count, percent }) => (
                <li key={choice}>
                  <span>
                    {label(choice)}
                    {choice === own && " (yours)"}
                  </span>
                  <span>
                    {count}, {percent}%
                  </span>
                  <span className="voter-bar" aria-hidden="true">
                    <span style={{ width: `${percent}%` }} />
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {consequences.length > 0 && (
        <section>
          <h2>What each answer makes of the patient</h2>
          {consequences.map(({ choice, contradicts, sets }) => (
            <div key={choice}>
              <h3>{label(choice)}</h3>
              {contradicts && <p>{contradicts}</p>}
              <ul>
                {sets.map((one) => (
                  <li key={one.set}>
                    {one.short}: {scoreBeside(one)}. {one.says}.
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
