import type { Line } from "./document.ts";
import type { Token } from "./tokens.ts";

/** What the check boxes of a line say of the word at a place of it. */
export type BoxSays = "ticked" | "open" | "present" | "absent" | "unanswered" | undefined;

const YES = new Set(["yes", "y", "positive", "pos", "present", "detected"]);
const NO = new Set(["no", "n", "negative", "neg", "absent", "none", "nil"]);

/**
 * Reads the check boxes of a line. A box stands before what it ticks; where an answer stands before the box, as in
 * `Yes [ ]  No [x]`, it stands behind; and before all boxes stands the question that they answer.
 */
export function boxesOf(tokens: readonly Token[], line: Line): (index: number) => BoxSays {
  const boxes: number[] = [];
  for (let index = line.from; index < line.to; index += 1) if (tokens[index]?.kind === "box") boxes.push(index);
  const [first] = boxes;
  if (first === undefined) return () => undefined;
  const word = (index: number): string => tokens[index]?.word ?? "";
  const isAnswer = (index: number): boolean => YES.has(word(index)) || NO.has(word(index));
  const isTicked = (box: number): boolean => tokens[box]?.ticked === true;
  const behind = first > line.body && isAnswer(first - 1);
  const answers = boxes
    .map((box) => ({ box, answer: word(behind ? box - 1 : box + 1) }))
    .filter(({ answer }) => YES.has(answer) || NO.has(answer));
  const question =
    answers.length > 0 ? answerTo(answers.filter(({ box }) => isTicked(box)).map(({ answer }) => answer)) : undefined;
  return (index) => {
    if (index < first) {
      if (question) return question;
      return boxes.length === 1 && first === line.to - 1 ? (isTicked(first) ? "ticked" : "open") : undefined;
    }
    if (behind) return question;
    const box = boxes.filter((one) => one < index).at(-1) ?? first;
    return isTicked(box) ? "ticked" : "open";
  };
}

function answerTo(ticked: readonly string[]): BoxSays {
  const [only, ...others] = ticked;
  if (only === undefined || others.length > 0) return "unanswered";
  return YES.has(only) ? "present" : "absent";
}
