import { definitions } from "../../criteria/core.ts";
import { writeMeasurement } from "../../lib/explain/values.ts";
import type { Offer } from "../../lib/find/offers.ts";
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
      return <Line what={writeMeasurement(offer.measurement, definitions)} does="enter" sign={<PlusMark />} />;
    case "value-wanted": {
      const { label } = definitions.tests[offer.test];
      return <Line what={label} does="type a value" />;
    }
    case "read":
      return <Line what={offer.topic.title} does="read" />;
    case "answer": {
      const { label } = definitions.findings[offer.finding];
      const { Sign, words } = SIGNS[offer.status];
      return <Line what={label} through={throughWords(offer.through, label)} does={words} sign={<Sign />} />;
    }
  }
}

interface Parts {
  what: string;
  through?: string | undefined;
  does: string;
  sign?: React.ReactNode;
}

function Line({ what, through, does, sign }: Parts) {
  return (
    <>
      <span className="min-w-0">
        {what}
        {through && <span className="text-small text-muted"> {through}</span>}
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
