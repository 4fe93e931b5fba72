import { definitions } from "../../../criteria/core.ts";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { capitalize } from "../../../lib/explain/values.ts";
import type { Mention } from "../../../lib/practice/case.ts";
import type { ReviewedMention } from "../../../lib/practice/review.ts";
import { outcomeSentence } from "../../_practice/words.ts";

/** Each thing that the story mentions: how it was marked, how the set takes it, and why. Differences come first. */
export function MentionReview({ mentions, set }: { mentions: readonly ReviewedMention[]; set: CriteriaSet }) {
  const differ = mentions.filter(({ given, agrees }) => given !== undefined && !agrees);
  const agree = mentions.filter(({ given, agrees }) => given !== undefined && agrees);
  const unmarked = mentions.filter(({ given }) => given === undefined);
  return (
    <section>
      <h3>Findings</h3>
      {differ.length > 0 && <MentionList mentions={differ} set={set} />}
      {agree.length > 0 && (
        <details>
          <summary>{agree.length} marked rightly</summary>
          <MentionList mentions={agree} set={set} />
        </details>
      )}
      {unmarked.length > 0 && (
        <details>
          <summary>{unmarked.length} not marked</summary>
          <MentionList mentions={unmarked} set={set} />
        </details>
      )}
    </section>
  );
}

function MentionList({ mentions, set }: { mentions: readonly ReviewedMention[]; set: CriteriaSet }) {
  return (
    <ul className="practice-mentions">
      {mentions.map(({ mention, given, expected, reason }) => (
        <li key={mention.key}>
          <p className="font-semibold">{capitalize(mention.words.join(" … "))}</p>
          <p>
            {given && given !== expected.outcome && <>You: {outcomeSentence(given)}. </>}
            {set.short}: {outcomeSentence(expected.outcome)}.
          </p>
          <p className="practice-note">
            {reason} <a href={ruleAddress(mention, set, expected.criterion)}>The rule</a>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The criterion that the outcome is about; otherwise the finding; otherwise the set. */
function ruleAddress(mention: Mention, set: CriteriaSet, criterion: string | undefined): string {
  if (criterion !== undefined) return `/criteria/${set.id}#criterion-${criterion}`;
  if (mention.kind === "finding" && mention.finding in definitions.findings) return `/findings/${mention.finding}`;
  return `/criteria/${set.id}`;
}
