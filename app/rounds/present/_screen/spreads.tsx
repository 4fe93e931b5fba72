import type { Bar } from "../../../../lib/rounds/tally.ts";
import type { QuestionView } from "../../../../lib/rounds/view.ts";
import { certaintyWords } from "../../../../lib/rounds/words.ts";

/** The answers of the room, and beside each what it makes of the patient in every set. */
export function Spreads({ question }: { question: QuestionView }) {
  const { spreads, choices, consequences, key } = question;
  const sets = consequences.find((one) => one.sets.length > 0)?.sets ?? [];
  const hasConsequences = consequences.length > 0;
  const wasGiven = (choice: string) =>
    spreads.some(({ bars }) => bars.some((bar) => bar.choice === choice && bar.count > 0));
  // Where nobody was right, one of the right answers stands there all the same.
  const missed = key?.right.some(wasGiven) ? undefined : key?.right[0];
  const given = choices.filter((choice) => choice.key === missed || wasGiven(choice.key));
  const others = choices.filter((choice) => !given.includes(choice));
  return (
    <>
      <ul className="stage-legend" aria-label="How sure">
        {([3, 2, 1] as const).map((certainty) => (
          <li key={certainty}>
            <span className="stage-part" data-certainty={certainty} aria-hidden="true" /> {certaintyWords(certainty)}
          </li>
        ))}
      </ul>
      <div className="stage-scroll">
        <table className="stage-table">
          <caption>
            {spreads.map(({ ballot, answered }) => `${ballotWords(ballot)}: ${answered} answered`).join(". ")}
          </caption>
          <thead>
            <tr>
              <th scope="col">Answer</th>
              <th scope="col">Votes</th>
              {sets.map(({ set, short, threshold, comparison }) => (
                <th key={set} scope="col">
                  {short}{" "}
                  <span className="stage-light">
                    needs {comparison === ">" ? "more than " : ""}
                    {threshold}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {given.map((choice) => {
              const consequence = consequences.find((one) => one.choice === choice.key);
              return (
                <tr key={choice.key}>
                  <th scope="row">
                    {choice.label}
                    {key?.right.includes(choice.key) && <strong className="stage-right"> Key</strong>}
                  </th>
                  <td>
                    {spreads.map(({ ballot, bars }) => {
                      const bar = bars.find((one) => one.choice === choice.key);
                      return bar && <VoteBar key={ballot} bar={bar} ballot={spreads.length > 1 ? ballot : undefined} />;
                    })}
                  </td>
                  {consequence?.contradicts ? (
                    <td colSpan={Math.max(1, sets.length)}>{consequence.contradicts}</td>
                  ) : (
                    hasConsequences &&
                    sets.map(({ set }) => {
                      const made = consequence?.sets.find((one) => one.set === set);
                      return (
                        <td key={set} data-classified={made?.asAssessed === "classified"}>
                          {made && (
                            <>
                              <strong>{made.score}</strong> {made.says}
                            </>
                          )}
                        </td>
                      );
                    })
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {others.length > 0 && <p>Nobody: {others.map(({ label }) => label).join(" · ")}</p>}
    </>
  );
}

const ballotWords = (ballot: 1 | 2) => (ballot === 1 ? "First vote" : "Second vote");

function VoteBar({ bar: { count, percent, certainty }, ballot }: { bar: Bar; ballot: 1 | 2 | undefined }) {
  const [guessing, fairly, sure] = certainty;
  const parts = [
    [3, sure],
    [2, fairly],
    [1, guessing],
  ] as const;
  return (
    <div className="stage-vote">
      <p>
        {ballot && `${ballotWords(ballot)}: `}
        <strong>{count}</strong>, {percent}%
        <span className="sr-only">
          {" "}
          ({sure} sure, {fairly} fairly sure, {guessing} guessing)
        </span>
      </p>
      <div className="stage-bar" aria-hidden="true">
        {parts.map(
          ([level, some]) =>
            some > 0 && (
              <span
                key={level}
                className="stage-part"
                data-certainty={level}
                style={{ width: `${(percent * some) / count}%` }}
              />
            ),
        )}
      </div>
    </div>
  );
}
