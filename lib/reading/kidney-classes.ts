import type { FindingId, InTexts } from "../../criteria/types.ts";
import { entryOf } from "../record/entry-of.ts";
import type { Sentence } from "./document.ts";
import { wordSet } from "./names.ts";
import type { TextState } from "./reading-state.ts";
import type { Token } from "./tokens.ts";

/** A class of lupus nephritis that a text names. */
export interface KidneyClass {
  readonly finding: FindingId;
  readonly from: number;
  readonly to: number;
  /** It is this class or another, which decides another finding. */
  readonly isEither?: true;
}

const ROMAN: Readonly<Record<string, string>> = { i: "1", ii: "2", iii: "3", iv: "4", v: "5", vi: "6" };
const OF_THE_KIDNEY = wordSet([
  "nephritis",
  "ln",
  "biopsy",
  "bx",
  "isn",
  "rps",
  "glomerulonephritis",
  "glomeruli",
  "glomerular",
  "renal",
  "kidney",
  "proliferative",
  "membranous",
]);
const NOT_OF_IT = wordSet([
  "nyha",
  "obesity",
  "child",
  "asa",
  "mallampati",
  "who",
  "killip",
  "angle",
  "ccs",
  "functional",
  "social",
  "fitzpatrick",
]);
const JOINED = new Set(["+", "/", "and", "or", "&", ",", "-", "with"]);

/** Every class of lupus nephritis in a sentence, where it or the line speaks of a kidney. */
export function kidneyClassesIn(state: TextState, sentence: Sentence): readonly KidneyClass[] {
  const { tokens, words } = state;
  const found: KidneyClass[] = [];
  for (let index = sentence.from; index < sentence.to; index += 1) {
    const word = tokens[index]?.word ?? "";
    const isLn = word === "ln" || (word === "nephritis" && tokens[index - 1]?.word === "lupus") || word === "rps";
    if (word !== "class" && !isLn) continue;
    if (NOT_OF_IT.has(tokens[index - 1]?.word ?? "") || tokens[index + 1]?.word === "class") continue;
    if (word === "class" && !speaksOfKidney(state, sentence)) continue;
    found.push(...classesFrom(state, index + 1, sentence.to, words.inTexts, word === "class"));
  }
  const standing = found.filter((one) => !isReadAnew(state, sentence, one) && !isOfOtherDisease(tokens, sentence, one));
  return runsOf(tokens, standing).flatMap((run) => {
    const [first, ...others] = alternativesOf(tokens, run);
    const isEither = others.some((other) => other !== first);
    return isEither ? run.map((one) => ({ ...one, isEither })) : run;
  });
}

/** "Diabetic nephropathy class IV", "class III (Tervaert)": the classes of another disease, where the clause names no lupus. */
function isOfOtherDisease(tokens: readonly Token[], sentence: Sentence, { from, to }: KidneyClass): boolean {
  const isClauseEnd = (at: number): boolean => /^[,;.]$/.test(tokens[at]?.word ?? "");
  let [first, last] = [from, to];
  while (first > sentence.from && !isClauseEnd(first - 1)) first -= 1;
  while (last < sentence.to && !isClauseEnd(last)) last += 1;
  const clause = tokens.slice(first, last).map(({ word }) => word);
  if (clause.some((word) => /^(?:lupus|ln|isn|rps|sle)$/.test(word))) return false;
  return clause.some(
    (word, at) =>
      /^(?:tervaert|haas|banff)$/.test(word) ||
      (/^(?:diabetic|iga)$/.test(word) &&
        /^(?:nephropathy|glomerulosclerosis|nephrosclerosis|kidney)$/.test(clause[at + 1] ?? "")),
  );
}

/**
 * "Read as class III elsewhere; our review: class II", "revised from class II to IV": a reading of others, or the first
 * one, of a biopsy that was read anew.
 */
function isReadAnew({ tokens, sentences }: TextState, sentence: Sentence, { from, to }: KidneyClass): boolean {
  const paragraph = sentences.filter(({ line }) => line.paragraph === sentence.line.paragraph);
  const end = paragraph.at(-1)?.to ?? sentence.to;
  const isClauseEnd = (at: number): boolean => /^[,;.]$/.test(tokens[at]?.word ?? "");
  let [first, last] = [from, to];
  while (first > sentence.from && !isClauseEnd(first - 1)) first -= 1;
  while (last < sentence.to && !isClauseEnd(last)) last += 1;
  const clause = tokens.slice(first, last).map(({ word }) => word);
  const isFrom = tokens.slice(from - 3, from).some(({ word }) => word === "from");
  if (isFrom && clause.some((word) => READS_ANEW.test(word))) return true;
  if (!clause.some((word) => OF_OTHERS.test(word))) return false;
  const all = tokens.slice(to, Math.min(end, to + READ_ANEW_WITHIN)).map(({ word }) => word);
  const next = all.findIndex((word, at) => /^(?:biopsy|bx)$/.test(word) && OF_ANOTHER.test(all[at - 1] ?? ""));
  const behind = next < 0 ? all : all.slice(0, next);
  return behind.some(
    (word, at) =>
      READS_ANEW.test(word) ||
      (word === "reviewed" && behind.slice(Math.max(0, at - 3), at + 5).some((one) => OF_SLIDES.test(one))) ||
      (word === "agree" && behind.slice(at - 3, at).includes("not")) ||
      (word === "our" && /^(?:review|reading|view|opinion|pathologist|slide|level)$/.test(behind[at + 1] ?? "")) ||
      (word === "re" && /^(?:review|reviewed|read|reading)$/.test(behind[at + 2] ?? "")),
  );
}

const OF_OTHERS =
  /^(?:elsewhere|outside|local|locally|initially|initial|originally|original|referring|provisional|provisionally)$/;
const READS_ANEW =
  /^(?:revised|reclassified|reread|rereview|rereviewed|disagree|disagreed|amended|upgraded|downgraded)$/;

const OF_SLIDES = /^(?:slide|biopsy|histology|pathologist|centrally|specimen|level)$/;
/** "Repeat biopsy": another one, and no other reading. */
const OF_ANOTHER = /^(?:repeat|repeated|second|new|later|further|renal|another)$/;

/** How far behind a class it may say that it was read anew. */
const READ_ANEW_WITHIN = 30;

/** Classes that belong together: "III + V or IV", "class III or class V", but not "class IV, not class II or III". */
function runsOf(tokens: readonly Token[], found: readonly KidneyClass[]): readonly (readonly KidneyClass[])[] {
  const runs: KidneyClass[][] = [];
  for (const [at, one] of found.entries()) {
    const between = tokens.slice(found[at - 1]?.to ?? one.from, one.from);
    const isOr = between.slice(-OR_BEFORE_CLASS).some(({ word }) => word === "or");
    const isNext = at > 0 && (isOr || !between.some(({ word }) => word === "class"));
    if (isNext) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** How near before a class its "or" stands: "or class V", "or possibly class V". */
const OR_BEFORE_CLASS = 3;

function speaksOfKidney({ tokens, sentences }: TextState, sentence: Sentence): boolean {
  const at = sentence.index;
  const near = [sentences[at - 1], sentence, sentences[at + 1]].filter(
    (one) => one?.line.paragraph === sentence.line.paragraph,
  );
  return near.some((one) => one && tokens.slice(one.from, one.to).some(({ word }) => OF_THE_KIDNEY.has(word)));
}

/** "III (A/C) + V", "IV-G", "3 and 5": the classes in a row. */
function classesFrom(
  { tokens }: TextState,
  from: number,
  to: number,
  { kidneyClasses }: InTexts,
  isClass: boolean,
): readonly KidneyClass[] {
  const found: KidneyClass[] = [];
  let index = from;
  while (index < to) {
    const token = tokens[index];
    const number =
      token &&
      (entryOf(ROMAN, token.word) ??
        (/^[1-6]$/.test(token.word) && (isClass || index === from) ? token.word : undefined));
    if (!number) break;
    const finding = kidneyClasses[number as keyof InTexts["kidneyClasses"]];
    found.push({ finding, from: index, to: index + 1 });
    index = behindJoint(tokens, index + 1, to);
  }
  return found;
}

/** "Class III or V", "III + V or IV + V": what each alternative comes to. */
function alternativesOf(tokens: readonly Token[], found: readonly KidneyClass[]): readonly string[] {
  const alternatives: Set<FindingId>[] = [];
  for (const [at, { finding, from }] of found.entries()) {
    const isNext = tokens.slice(found[at - 1]?.to ?? from, from).some(({ word }) => word === "or");
    if (at === 0 || isNext) alternatives.push(new Set());
    alternatives.at(-1)?.add(finding);
  }
  return alternatives.map((findings) => [...findings].sort().join());
}

/** Past "-G", "(A/C)" and what joins two classes; where nothing joins them, the place is of no number. */
function behindJoint(tokens: readonly Token[], from: number, to: number): number {
  const word = (at: number): string => tokens[at]?.word ?? "";
  let index = from;
  if (word(index) === "-" && /^[sg]$/.test(word(index + 1))) index += 2;
  if (word(index) === "(") {
    const close = tokens.slice(index, Math.min(to, index + 6)).findIndex((token) => token.word === ")");
    if (close > 0) index += close + 1;
  }
  let joined = false;
  while (index < to && (JOINED.has(word(index)) || word(index) === "class")) {
    joined = true;
    index += 1;
  }
  return joined ? index : to;
}
