/** Where the words of a cue are none: "May" as a month, "due to", "repeat ANA negative", "the following weeks". */
import type { Sentence } from "../document.ts";
import type { Token } from "../tokens.ts";

/** "May" as a month. */
export function isMonth(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.word === "may" &&
    (next?.word === ":" ||
      next?.word === "," ||
      next?.kind === "number" ||
      /^(?:in|on|of|since|last|early|late|by)$/.test(tokens[at - 1]?.word ?? ""))
  );
}

/** A verb with its -s is longer as written than as it is compared. */
export function isInThirdPerson(token: Token | undefined): boolean {
  return token !== undefined && token.end - token.start > token.word.length;
}

const ASKS_TO_REPEAT = new Set(["to", "please", "will", "plan", "should", "advise", "suggest", "need", "then", "for"]);

export const SAYS_RESULT = new Set([
  "positive",
  "pos",
  "negative",
  "neg",
  "normal",
  "low",
  "raised",
  "reactive",
  "detected",
  "was",
  "were",
  "is",
  "showed",
  "remain",
  "remained",
  "came",
  "+",
  "-",
]);

/** How far behind "repeat" its result may stand. */
const RESULT_WITHIN = 8;

/** "Due to pneumonia" gives a cause, and "repeat ANA negative" a result: neither is planned. */
export function isNoPlan(tokens: readonly Token[], at: number, { from, to }: Sentence): boolean {
  const word = tokens[at]?.word;
  if (word === "due") {
    return (
      tokens[at + 1]?.word === "to" &&
      !/^(?:have|start|be|see|attend|undergo|return|repeat|get|begin|receive|come|go|commence|finish|stop|restart|complete)$/.test(
        tokens[at + 2]?.word ?? "",
      )
    );
  }
  if (word !== "repeat") return false;
  if (hasReport(tokens, at, to)) return true;
  if (at > from && ASKS_TO_REPEAT.has(tokens[at - 1]?.word ?? "")) return false;
  let saysResult = false;
  for (let index = at + 1; index < Math.min(to, at + RESULT_WITHIN); index += 1) {
    const next = tokens[index]?.word ?? "";
    if (/^(?:if|when|next|since|because|as|unless|until|,|;)$/.test(next)) break;
    // "Repeat anti-Sm": a hyphen inside a name is no minus, as that of "repeat anti-Sm -ve" is.
    const isInName = tokens[index]?.gap === "none" && tokens[index + 1]?.gap === "none";
    if (SAYS_RESULT.has(next) && !(next === "-" && isInName)) saysResult = true;
  }
  return saysResult;
}

/** "Repeat renal biopsy: class IV": behind its colon an examination has what it showed. */
function hasReport(tokens: readonly Token[], at: number, to: number): boolean {
  const colon = tokens.slice(at + 1, Math.min(to, at + RESULT_WITHIN)).findIndex(({ word }) => word === ":");
  return colon > 0 && at + 2 + colon < to && EXAMINATION.test(tokens[at + colon]?.word ?? "");
}

const EXAMINATION = /^(?:biopsy|echo|echocardiogram|ct|hrct|mri|ecg|ekg|cxr|ray|ultrasound|scan|eeg)$/;

/** "ANA (IF) 1:320" names a method, and "we consider the rash to be drug-induced" a judgment: neither is doubt. */
export function isNoDoubt(tokens: readonly Token[], at: number, { to }: Sentence): boolean {
  const [word, before] = [tokens[at]?.word ?? "", tokens[at - 1]?.word ?? ""];
  // "Anti-Sm has always been negative": of the patient, and no rule.
  if (word === "alway")
    return /^(?:been|had|has|negative|positive|normal|low|raised|remained)$/.test(tokens[at + 1]?.word ?? "");
  // "Hospital no: 12345".
  if (word === "no") return /^[:.]$/.test(tokens[at + 1]?.word ?? "") && tokens[at + 2]?.kind === "number";
  if (word === "if")
    return (
      (before === "(" && tokens[at + 1]?.word === ")") ||
      before === "by" ||
      (before === "-" && tokens[at]?.gap === "none")
    );
  if (word !== "consider" || !/^(?:we|i|they|team)$/.test(before)) return false;
  return tokens
    .slice(at, Math.min(to, at + JUDGED_WITHIN))
    .some((token, far, all) => token.word === "to" && all[far + 1]?.word === "be");
}

/** How far behind "we consider" stands what something is considered to be. */
const JUDGED_WITHIN = 8;

/** "Denies the following:", "had the following": a list of the patient's, and no rule. "Over the following weeks" is a time. */
export function isTheFollowing(tokens: readonly Token[], at: number, from: number): boolean {
  return (
    at > from &&
    tokens[at]?.word === "the" &&
    tokens[at + 1]?.word === "following" &&
    (tokens[at - 2]?.word === "none" ||
      /^(?:denie|denied|denying|for|had|report|reported|endorse|endorsed)$/.test(tokens[at - 1]?.word ?? "") ||
      tokens.slice(at + 2, at + 4).some(({ word }) => A_TIME.test(word)))
  );
}

const A_TIME = /^(?:hour|day|night|morning|evening|week|weekend|month|year|spring|summer|autumn|fall|winter)$/;

/** "Should seizures recur, ...", "had the platelets been 40, we would have ...": a condition that no "if" begins. */
export function ofInverted(tokens: readonly Token[], { from, to }: Sentence): readonly number[] {
  const word = (at: number): string => tokens[at]?.word ?? "";
  const rest = tokens.slice(from + 1, Math.min(to, from + CONDITION));
  const isHad =
    word(from) === "had" &&
    /^(?:the|she|he|it|they|her|his|this|these|we)$/.test(word(from + 1)) &&
    rest.some((token) => token.word === "would");
  const isShould = word(from) === "should" && tokens[to - 1]?.word !== "?";
  if (!isHad && !isShould) return [];
  const comma = rest.findIndex((token) => /^[,;]$/.test(token.word));
  return rest.slice(0, comma < 0 ? rest.length : comma).map((_, far) => from + 1 + far);
}

/** How far such a condition and what came of it reach. */
const CONDITION = 40;
