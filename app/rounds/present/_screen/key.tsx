import type { Key as KeyOfQuestion } from "../../../../lib/rounds/plan.ts";
import type { QuestionView } from "../../../../lib/rounds/view.ts";

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
      <h3>Key: {right.map(label).join(", or: ")}</h3>
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
      {sources.length > 0 && <p>Source: {sources.join(" ")}</p>}
    </section>
  );
}
