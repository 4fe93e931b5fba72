import { useId, useState } from "react";
import type { Certainty } from "../../../lib/rounds/room.ts";
import type { OwnPart, QuestionView } from "../../../lib/rounds/view.ts";
import { CERTAINTIES, certaintyWords } from "../../../lib/rounds/words.ts";
import type { Delivery, OwnVote } from "./outbox.ts";

const EXPLAINED = "explained:";

interface Parts {
  readonly question: QuestionView;
  /** What the server has of this phone. */
  readonly votes: OwnPart["votes"];
  readonly delivery: Delivery;
  readonly put: (vote: OwnVote) => void;
}

/** The answers of an open question, how sure, and what became of the answer; of any other, where it stands. */
export function Question({ question, votes, delivery, put }: Parts) {
  const { open, phase } = question;
  const label = (key: string) => question.choices.find((one) => one.key === key)?.label ?? key;
  const first = votes.find(({ ballot }) => ballot === 1);
  const late = delivery.kind === "refused" && delivery.vote.question === question.id && delivery.why;
  if (!open) {
    const last = votes.at(-1);
    return (
      <>
        <p role="status">{phase === "draft" ? "The vote has not been opened yet." : CLOSED[phase]}</p>
        {late && <p className="problem">Your last answer was not counted. {late}</p>}
        {phase !== "draft" && (
          <p>
            {last
              ? `Your answer: ${label(last.choice)} (${certaintyWords(last.certainty).toLowerCase()}).`
              : "You gave no answer."}
          </p>
        )}
      </>
    );
  }
  const known = "vote" in delivery && isOf(delivery.vote, question.id, open) ? delivery.vote : undefined;
  const acknowledged = votes.find(({ ballot }) => ballot === open);
  return (
    <>
      {open === 2 && (
        <p>
          Second vote, after the discussion.{" "}
          {first
            ? `Your first answer: ${label(first.choice)} (${certaintyWords(first.certainty).toLowerCase()}).`
            : "You gave no answer before."}
        </p>
      )}
      <AnswerForm
        question={question}
        before={known ?? acknowledged}
        give={(choice, certainty) => put({ question: question.id, ballot: open, choice, certainty })}
        said={deliveryWords(delivery, known, acknowledged !== undefined)}
      />
    </>
  );
}

const CLOSED = {
  "first-closed": "The vote is closed.",
  discussion: "Discussion. A second vote may follow.",
  "second-closed": "The second vote is closed.",
  "first-vote": "",
  "second-vote": "",
  shown: "The key is shown.",
} as const;

const isOf = (vote: OwnVote, question: string, ballot: number) => vote.question === question && vote.ballot === ballot;

function deliveryWords(delivery: Delivery, known: OwnVote | undefined, isAcknowledged: boolean): string {
  if (!known) return isAcknowledged ? SENT : "";
  switch (delivery.kind) {
    case "sending":
      return "Sending your answer.";
    case "waiting":
      return "Kept here. It will be sent when the network is back.";
    case "refused":
      return `Your answer was not counted. ${delivery.why}`;
    case "sent":
    case "none":
      return SENT;
  }
}

const SENT = "Sent. You can change it until the vote is closed.";

interface FormParts {
  readonly question: QuestionView;
  readonly before: { readonly choice: string; readonly certainty: Certainty } | undefined;
  readonly give: (choice: string, certainty: Certainty) => void;
  /** What became of the answer; empty where none was given. */
  readonly said: string;
}

function AnswerForm({ question, before, give, said }: FormParts) {
  const id = useId();
  const [choice, setChoice] = useState(before?.choice);
  const [certainty, setCertainty] = useState(before?.certainty);
  const isExplained = choice?.startsWith(EXPLAINED) ?? false;
  const choose = (key: string) => {
    setChoice(key);
    if (certainty && key !== EXPLAINED) give(key, certainty);
  };
  const causes = question.choices.filter(({ key }) => key.startsWith(EXPLAINED));
  const plain = question.choices.filter(({ key }) => !key.startsWith(EXPLAINED));
  const radio = ({ key, label }: { readonly key: string; readonly label: string }) => (
    <label key={key} className="voter-choice">
      <input type="radio" name={`${id}-answer`} checked={choice === key} onChange={() => choose(key)} />
      {label}
    </label>
  );
  const [counts, ...others] = plain;
  const isComplete = choice !== undefined && choice !== EXPLAINED && certainty !== undefined;
  const status = isComplete
    ? said
    : choice === undefined
      ? "Choose an answer."
      : choice === EXPLAINED
        ? `Say what explains it.${before ? " Until then your earlier answer stands." : ""}`
        : "Not sent yet: say how sure you are.";
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <fieldset className="voter-choices">
        <legend className="sr-only">{question.words}</legend>
        {counts && radio(counts)}
        {causes.length > 0 && (
          <label className="voter-choice">
            <input type="radio" name={`${id}-group`} checked={isExplained} onChange={() => choose(EXPLAINED)} />
            Present, but something else explains it
          </label>
        )}
        {isExplained && (
          <fieldset className="voter-causes">
            <legend>What explains it?</legend>
            {causes.map(radio)}
          </fieldset>
        )}
        {others.map(radio)}
      </fieldset>
      <fieldset className="voter-sure">
        <legend>How sure are you?</legend>
        {CERTAINTIES.map((one) => (
          <label key={one} className="voter-choice">
            <input
              type="radio"
              name={`${id}-sure`}
              checked={certainty === one}
              onChange={() => {
                setCertainty(one);
                if (choice && choice !== EXPLAINED) give(choice, one);
              }}
            />
            {certaintyWords(one)}
          </label>
        ))}
      </fieldset>
      <p role="status" className="voter-said">
        {status}
      </p>
    </form>
  );
}
