/** Wider words by which a text says that a finding was there at some time. */
import type { FindingId } from "../../../criteria/types.ts";
import { blockOf } from "../blocks.ts";
import type { TextState } from "../reading-state.ts";
import { namesPlace } from "./places.ts";

/** "SLE with arthritis in 2016. No synovitis today": that there is none now does not say that there never was. */
export function saysOtherwise(state: TextState, finding: FindingId): boolean {
  const wider = state.words.inTexts.findings[finding]?.notAbsentBeside;
  if (!wider) return false;
  return state.sentences.some((sentence) => {
    if (sentence.section === "family" || blockOf(state, sentence)) return false;
    const context = state.contextOf(sentence);
    return state.tokens
      .slice(sentence.from, sentence.to)
      .some(
        ({ word }, at) =>
          wider.includes(word) &&
          context.at(sentence.from + at).size === 0 &&
          !context.behind(sentence.from + at + 1) &&
          state.tokens[sentence.from + at - 1]?.word !== "?" &&
          !namesPlace(state, { to: sentence.from + at + 1 }, sentence),
      );
  });
}
