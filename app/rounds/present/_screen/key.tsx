import type { Key as KeyOfQuestion } from "../../../../lib/rounds/plan.ts";
import type { QuestionView } from "../../../../lib/rounds/view.ts";
import { rightWords } from "../../../../lib/rounds/words.ts";

/** The engine's reading, the rule behind it with its source, and what the commonest wrong answer stands for. */
export function Key({
  question: { choices, mistake },
  shown: { right, reading, rules, sources },
}: {
  question: QuestionView;
  shown: KeyOfQuestion;
}) {
  const label = (key: string) => choices.find((one) => one.key === key)?.label ?? key;
  return (
    <section className="stage-key">
      <h3>Key: {rightWords(right, choices)}</h3>
      <p>{reading}</p>
      <ul>
        {rules.map(({ set, short, says }) => (
          <li key={set}>
            <strong>{short}:</strong> {says}
          </li>
        ))}
      </ul>
      {mistake && mistake.misreadings.length > 0 && (
        <p className="stage-mistake">
          <strong>
            The commonest other answer ({mistake.count}), {label(mistake.choice)}:
          </strong>{" "}
          {mistake.misreadings.join(" ")}
        </p>
      )}
      {sources.length > 0 && (
        <details>
          <summary>{sources.length === 1 ? "Source" : `${sources.length} sources`} of these rules</summary>
          <ul className="stage-list">
            {sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
