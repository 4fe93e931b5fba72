import { definitions } from "../../criteria/named.ts";
import type { NamedFinding } from "../../criteria/types.ts";
import { writeExplanation, writeMeasurement } from "../../lib/explain/values.ts";
import type { Offer, Single } from "../../lib/find/offers.ts";
import { squeezed } from "../../lib/find/words.ts";
import { MinusMark, PlusMark, QuestionMark } from "../_components/marks.tsx";

const SIGNS = {
  present: { Sign: PlusMark, words: "present" },
  absent: { Sign: MinusMark, words: "absent" },
  unknown: { Sign: QuestionMark, words: "not known" },
} as const;

/** One offer of the quick find: what it is about, and what taking it does. */
export function OfferLine({ offer }: { offer: Offer }) {
  switch (offer.kind) {
    case "measure":
    case "answer":
      return <FactLine fact={offer} />;
    case "several":
      return (
        <span className="flex min-w-0 grow flex-col">
          {offer.parts.map((part, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line stay in their order
            <span key={position} className="flex items-center justify-between gap-4">
              <FactLine fact={part} />{" "}
            </span>
          ))}
        </span>
      );
    case "value-wanted": {
      const { label } = definitions.tests[offer.test];
      return <Line what={label} does="type a value" />;
    }
    case "look":
      return <Line what={definitions.findings[offer.finding].label} does="not decided by it: see the question" />;
    case "read":
      return <Line what={offer.topic.title} does="read" />;
  }
}

function FactLine({ fact }: { fact: Single }) {
  if (fact.kind === "measure") {
    const unkept = fact.unkept && `${fact.unkept}: not kept`;
    return (
      <Line what={writeMeasurement(fact.measurement, definitions)} beside={unkept} does="enter" sign={<PlusMark />} />
    );
  }
  const { label, tellApart }: NamedFinding = definitions.findings[fact.finding];
  const { Sign, words } = SIGNS[fact.status];
  const beside = [
    tellApart ?? throughWords(fact.through, label),
    fact.explainedBy && `explained by ${writeExplanation(fact.explainedBy)}`,
    fact.date && `first seen ${fact.date}`,
    fact.note && `note: ${fact.note}`,
  ].filter((one) => one !== undefined && one !== "");
  return <Line what={label} beside={beside.join(", ")} does={words} sign={<Sign />} />;
}

interface Parts {
  what: string;
  beside?: string | undefined;
  does: string;
  sign?: React.ReactNode;
}

function Line({ what, beside, does, sign }: Parts) {
  return (
    <>
      <span className="min-w-0">
        {what}
        {beside && <span className="text-small text-muted"> {beside}</span>}
      </span>{" "}
      <span className="flex shrink-0 items-center gap-1 text-small text-muted">
        {sign} {does}
      </span>
    </>
  );
}

/** The synonym that was matched, where it is not the label and short enough to be a name. */
function throughWords(through: string, label: string): string | undefined {
  return through.length > 40 || squeezed(label).includes(squeezed(through)) ? undefined : through;
}
