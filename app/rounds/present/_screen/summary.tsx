import { versionWords } from "../../../../lib/definition/identity.ts";
import type { RoomSummary } from "../../../../lib/rounds/summary.ts";
import type { Spread } from "../../../../lib/rounds/tally.ts";
import type { RoomView } from "../../../../lib/rounds/view.ts";
import { certaintyWords, practiceAddress, rightWords, scoreBeside } from "../../../../lib/rounds/words.ts";
import { EraseRoom } from "./erase-room.tsx";

/** What the round came to: for the screen, for paper, and as files. */
export function Summary({ view, summary }: { view: RoomView; summary: RoomSummary }) {
  const { questions, mistakes, asTheRoomRead, renewed, asPrepared, practice } = summary;
  const labels = new Map(
    questions.map(({ question, choices }) => [question, new Map(choices.map(({ key, label }) => [key, label]))]),
  );
  const label = (question: string, key: string) => labels.get(question)?.get(key) ?? key;
  const results = `/api/v1/rounds/${view.code}/results`;
  return (
    <>
      <h2>The round has ended</h2>
      <p>
        {view.joined ?? 0} joined, {questions.length} of {view.questions} questions were voted on.
      </p>
      {questions.length > 0 && (
        <div className="stage-scroll">
          <table className="stage-table">
            <caption>By question: how many were right</caption>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Key</th>
                <th scope="col">First vote</th>
                <th scope="col">Second vote</th>
                <th scope="col">By how sure they were</th>
              </tr>
            </thead>
            <tbody>
              {questions.map(({ question, words, choices, right, first, second, sureness }) => (
                <tr key={question}>
                  <th scope="row">{words}</th>
                  <td>{rightWords(right, choices)}</td>
                  <td>{rightCount(first, right)}</td>
                  <td>{rightCount(second, right)}</td>
                  <td>
                    {sureness
                      .filter(({ answered }) => answered > 0)
                      .toReversed()
                      .map((one) => `${certaintyWords(one.certainty)}: ${one.right} of ${one.answered}`)
                      .join(". ")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asPrepared.length > 0 && (
        <div className="stage-scroll">
          <table className="stage-table">
            <caption>What the patient comes to</caption>
            <thead>
              <tr>
                <th scope="col">Set</th>
                <th scope="col">By the record</th>
                {!renewed && <th scope="col">As more than half of the room read the findings</th>}
              </tr>
            </thead>
            <tbody>
              {asPrepared.map((one, position) => {
                const read = asTheRoomRead.find(({ set }) => set === one.set);
                return (
                  <tr key={one.set}>
                    <th scope="row">{one.short}</th>
                    <td>
                      {scoreBeside(one)}. {one.says}
                    </td>
                    {read && (
                      <td>
                        {scoreBeside(read)}. {read.says}
                      </td>
                    )}
                    {!read && !renewed && position === 0 && (
                      <td rowSpan={asPrepared.length}>
                        No set can be applied: what they read contradicts the rest of the record.
                      </td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {asPrepared.length > 0 && !renewed && (
        <p>Where no reading of a finding had more than half of those who answered, it is read as in the record.</p>
      )}
      {renewed && (
        <p>
          The criteria of this app were renewed after the room was opened. All of this is by those that it was opened
          with; what the room's own reading comes to is not worked out by others.
        </p>
      )}
      {mistakes.length > 0 && (
        <section>
          <h3>What the room misread, the commonest first</h3>
          <ol className="stage-list">
            {mistakes.map(({ question, choice, count, misreadings }) => (
              <li key={`${question} ${choice}`}>
                <strong>{count}</strong> answered “{label(question, choice)}” to “
                {questions.find((one) => one.question === question)?.words}”. {misreadings.join(" ")}
              </li>
            ))}
          </ol>
        </section>
      )}
      {practice.length > 0 && (
        <p>
          <a href={practiceAddress(practice)}>Cases to practice what was misread</a>
        </p>
      )}
      <p>Worked out by version {versionWords(view.app)}.</p>
      {view.presenter && (
        <section className="stage-no-print">
          <h3>Take it with you</h3>
          <p className="stage-steps">
            <button type="button" className="stage-button" onClick={() => window.print()}>
              Print
            </button>
            <a className="stage-button" href={`${results}?as=csv`} download="sle-round.csv">
              Download CSV
            </a>
            <a className="stage-button" href={results} download="sle-round.json">
              Download JSON
            </a>
          </p>
          <p>
            No name, no address and no device is in them{view.numbered ? "; answers stand under numbers" : ""}. The room
            is kept until{" "}
            {new Date(view.keptUntil).toLocaleString("en-US", { dateStyle: "medium", timeStyle: "short" })}, 24 hours
            after the last action in it.
          </p>
          <EraseRoom code={view.code} />
        </section>
      )}
    </>
  );
}

function rightCount({ answered, bars }: Spread, right: readonly string[]): string {
  if (answered === 0) return "Not taken";
  const count = bars.filter(({ choice }) => right.includes(choice)).reduce((sum, bar) => sum + bar.count, 0);
  return `${count} of ${answered} (${Math.round((count * 100) / answered)}%)`;
}
