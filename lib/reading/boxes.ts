import type { Line } from "./document.ts";
import type { Token } from "./tokens.ts";

/** What the check boxes of a line say of the word at a place of it. */
export type BoxSays = "ticked" | "open" | "present" | "absent" | "unanswered" | "between" | undefined;

const YES = new Set([
  "yes",
  "y",
  "positive",
  "pos",
  "present",
  "detected",
  "ever",
  "now",
  "past",
  "current",
  "previous",
]);
const NO = new Set(["no", "n", "negative", "neg", "absent", "none", "nil", "never"]);

/**
 * Reads the check boxes of a line. A box stands before what it ticks; where an answer stands before the box, as in
 * `Yes [ ]  No [x]`, it stands behind; and before all boxes stands the question that they answer. `namesOnLine` gives
 * where the names of findings stand.
 */
export function boxesOf(
  tokens: readonly Token[],
  line: Line,
  namesOnLine: () => readonly { readonly from: number; readonly to: number }[],
): (index: number) => BoxSays {
  const [box, ...others] = boxPlaces(tokens, line);
  // "Malar rash [x] oral ulcers": of which of the two the box is, is not said.
  if (box !== undefined && tokens[box]?.ticked && others.length === 0) {
    const names = namesOnLine();
    if (names.some(({ to }) => to === box) && names.some(({ from }) => from === box + 1)) return () => "between";
  }
  const starts = questionsIn(tokens, line);
  const parts = [line.from, ...starts].map((from, at) => {
    const to = starts[at] ?? line.to;
    return { to, says: boxesIn(tokens, { from, to, body: at === 0 ? line.body : from }) };
  });
  return (index) => parts.find(({ to }) => index < to)?.says(index);
}

function boxPlaces(tokens: readonly Token[], { from, to }: Pick<Line, "from" | "to">): readonly number[] {
  const boxes: number[] = [];
  for (let index = from; index < to; index += 1) if (tokens[index]?.kind === "box") boxes.push(index);
  return boxes;
}

/** Where in a line further questions begin, each with a colon before boxes of its own. */
function questionsIn(tokens: readonly Token[], { from, to }: Line): readonly number[] {
  const starts: number[] = [];
  let colon = false;
  let box = false;
  for (let index = to - 1; index > from; index -= 1) {
    const token = tokens[index];
    if (token?.kind === "box") {
      box = true;
      colon = false;
    } else if (token?.word === ":") colon = box;
    if (token?.gap === "cell" && token.kind === "word" && colon) {
      starts.unshift(index);
      colon = false;
      box = false;
    }
  }
  return starts;
}

function boxesIn(tokens: readonly Token[], line: Pick<Line, "from" | "to" | "body">): (index: number) => BoxSays {
  const boxes = boxPlaces(tokens, line);
  const [first] = boxes;
  if (first === undefined) return () => undefined;
  const word = (index: number): string => tokens[index]?.word ?? "";
  const isAnswer = (index: number): boolean => YES.has(word(index)) || NO.has(word(index));
  const isTicked = (box: number): boolean => tokens[box]?.ticked === true;
  // "Chest pain [ ]. Photosensitivity [x]. Raynaud's [ ].": each is of the name before it.
  const isTight = (box: number): boolean =>
    tokens[box - 1]?.kind === "word" && !isAnswer(box - 1) && (box + 1 >= line.to || /^[,.;]$/.test(word(box + 1)));
  if (boxes.length > 1 && boxes.every(isTight))
    return (index) => (boxes.includes(index + 1) ? (isTicked(index + 1) ? "ticked" : "open") : undefined);
  const behind = first > line.body && isAnswer(first - 1);
  const answers = boxes
    .map((box) => ({ box, answer: word(behind ? box - 1 : box + 1) }))
    .filter(({ answer }) => YES.has(answer) || NO.has(answer));
  // "( ) neg ( ) pos (x) not done": what is ticked is none of the answers.
  const isOther =
    answers.length > 1 && !behind && boxes.some((box) => isTicked(box) && !answers.some((one) => one.box === box));
  const question = isOther
    ? "unanswered"
    : answers.length > 0
      ? answerTo(answers.filter(({ box }) => isTicked(box)).map(({ answer }) => answer))
      : undefined;
  // "Malar rash ( )  Oral ulcers (x)": the line begins with a name and ends in a box.
  const standsBehind = boxes.length > 1 && answers.length === 0 && first > line.body && boxes.at(-1) === line.to - 1;
  const afterwards = (index: number): BoxSays => {
    const box = boxes.find((one) => one > index);
    return box === undefined ? undefined : isTicked(box) ? "ticked" : "open";
  };
  return (index) => {
    if (standsBehind && index < first && !tokens.slice(index, first).some(({ word }) => word === ":"))
      return afterwards(index);
    if (index < first) {
      if (question) return question;
      // "Malar rash [ ] oral ulcers": of which of the two the box is, is not said.
      // "Sm [+]  La [-]  RNP [ ]": the names before have signs of their own.
      const hasSigns = tokens
        .slice(index, first)
        .some(({ word }, at, all) => /^[+-]$/.test(word) && /^[[(]$/.test(all[at - 1]?.word ?? ""));
      const isOf = (first === line.to - 1 && !hasSigns) || first === index + 1;
      return boxes.length === 1 && isOf ? (isTicked(first) ? "ticked" : "open") : undefined;
    }
    if (behind) return question;
    // Each has a box behind it, and the last one the last.
    if (standsBehind) return afterwards(index);
    const box = boxes.filter((one) => one < index).at(-1) ?? first;
    return isTicked(box) ? "ticked" : "open";
  };
}

function answerTo(ticked: readonly string[]): BoxSays {
  const [only, ...others] = ticked;
  if (only === undefined || others.length > 0) return "unanswered";
  return YES.has(only) ? "present" : "absent";
}
