"use client";

import { useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { definitions } from "../../../criteria/core.ts";
import { otherExplanations } from "../../../criteria/other-explanations.ts";
import type { FindingId } from "../../../criteria/types.ts";
import { inSentence, writeCause } from "../../../lib/explain/values.ts";
import { CAUSES } from "../../../lib/record/causes.ts";
import { EARLIEST_DAY, isBelieved } from "../../../lib/record/day.ts";
import { dateFinding, explain, explainedAlike, noteFinding, statementOf } from "../../../lib/record/edit.ts";
import { PageLink } from "../../_components/page-link.tsx";
import { today } from "../../_components/today.ts";
import { useRecord, useRecordStore } from "../../_store/use-record.ts";
import { FirstDayProblem } from "../problems/boxes.tsx";
import { attribute, attributeTo, twinsIn } from "./attribute.ts";
import { EditedText } from "./edited-text.tsx";

/** What explains a present finding better than SLE, and when it was first seen. */
export function Attribution({ finding }: { finding: FindingId }) {
  const store = useRecordStore();
  const { status, explainedBy, date, note } = useRecord((record) => statementOf(record, finding));
  const id = useId();
  const strange = !isBelieved(date, today());
  const { label } = definitions.findings[finding];
  return (
    <div className="attribution">
      <label className="attribution-part">
        <span>Explained by</span>
        <select
          className="field"
          aria-label={`${label}: explained by something else`}
          value={explainedBy?.cause ?? ""}
          onChange={(event) => {
            const cause = CAUSES.find((one) => one === event.target.value);
            store.edit((record) => attribute(record, finding, cause));
          }}
        >
          <option value="">nothing else</option>
          {CAUSES.map((cause) => (
            <option key={cause} value={cause}>
              {writeCause(cause)}
            </option>
          ))}
        </select>
      </label>
      {explainedBy && (
        <div className="attribution-part">
          <span>Which</span>
          <EditedText
            label={`${label}: what explains it`}
            list={id}
            value={explainedBy.text ?? ""}
            enter={(text) =>
              store.edit((record) => attributeTo(record, finding, { cause: explainedBy.cause, ...(text && { text }) }))
            }
          />
          <datalist id={id}>
            {otherExplanations[finding]
              .filter(({ cause }) => cause === explainedBy.cause)
              .map((other) => (
                <option key={other.label} value={other.label} />
              ))}
          </datalist>
        </div>
      )}
      {explainedBy && <Twins finding={finding} />}
      {explainedBy?.cause === "drug" && (
        <PageLink href="/about#drug-induced" className="link">
          Drugs to think of
        </PageLink>
      )}
      {status === "present" && (
        <FirstSeen
          label={label}
          date={date}
          describedBy={strange ? `${id}-day` : undefined}
          enter={(day) => store.edit((record) => dateFinding(record, finding, day))}
        />
      )}
      {strange && <FirstDayProblem id={`${id}-day`} finding={finding} />}
      {note !== undefined && (
        <div className="attribution-part">
          <span>Note</span>
          <EditedText
            label={`${label}: note`}
            value={note}
            enter={(text) => store.edit((record) => noteFinding(record, finding, text))}
          />
        </div>
      )}
    </div>
  );
}

/** What the same results decide: which of it the explanation explains too, and which still counts. */
function Twins({ finding }: { finding: FindingId }) {
  const store = useRecordStore();
  const twins = useRecord((record) => {
    const all = twinsIn(record, finding);
    const alike = explainedAlike(record, finding, all);
    return { alike, apart: all.filter((twin) => !statementOf(record, twin).explainedBy) };
  });
  const name = (twin: FindingId) => inSentence(definitions.findings[twin].label);
  const { label } = definitions.findings[finding];
  return (
    <>
      {twins.alike.length > 0 && (
        <ul className="attribution-twins" aria-label={`${label}: also explains`}>
          {twins.alike.map((twin) => (
            <li key={twin}>
              Also explains: {name(twin)}{" "}
              <button
                type="button"
                className="link"
                aria-label={`Take ${name(twin)} out of the explanation`}
                onClick={() => store.edit((record) => attribute(record, twin, undefined))}
              >
                Take it out
              </button>
            </li>
          ))}
        </ul>
      )}
      {twins.apart.length > 0 && (
        <ul className="attribution-twins" aria-label={`${label}: not explained, from the same result`}>
          {twins.apart.map((twin) => (
            <li key={twin}>
              Not explained, though the same result decides it: {name(twin)}{" "}
              <button
                type="button"
                className="link"
                aria-label={`Explain ${name(twin)} as well`}
                onClick={() => store.edit((record) => explain(record, twin, statementOf(record, finding).explainedBy))}
              >
                Explain it as well
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The day on which a finding was first seen. A browser builds a field for a day slowly, so it waits to be wanted. */
function FirstSeen({
  label,
  date,
  describedBy,
  enter,
}: {
  label: string;
  date: string | undefined;
  describedBy: string | undefined;
  enter: (day: string | undefined) => void;
}) {
  const [wanted, setWanted] = useState(false);
  const [typed, setTyped] = useState(date ?? "");
  useEffect(() => setTyped(date ?? ""), [date]);
  const [half, setHalf] = useState(false);
  // A day that came back since, as by Undo, is complete.
  const incomplete = half && date === undefined;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // It stays while a day in it is cleared or half typed.
  if (!wanted && date !== undefined) setWanted(true);
  const want = (next: boolean) => {
    flushSync(() => {
      setWanted(next);
      setHalf(false);
    });
    (next ? field : button).current?.focus();
  };
  if (!wanted) {
    return (
      <button
        ref={button}
        type="button"
        className="link"
        aria-label={`${label}: add the day first seen`}
        onClick={() => want(true)}
      >
        Add the day first seen
      </button>
    );
  }
  const done = (day: string) => {
    if (day !== (date ?? "")) enter(day || undefined);
  };
  return (
    <label className="attribution-part">
      <span>First seen</span>
      <input
        ref={field}
        type="date"
        className="field"
        aria-label={`${label}: first seen`}
        aria-describedby={incomplete ? id : describedBy}
        min={EARLIEST_DAY}
        max={today()}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setHalf(false);
          // While a year is typed, its beginning is a year too: one that is hard to believe is entered when it is left.
          if (target.value !== "" && isBelieved(target.value, today())) done(target.value);
        }}
        onBlur={({ target }) => {
          done(typed);
          setHalf(target.validity.badInput);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") done(typed);
          else if (event.key === "Escape" && typed === "" && date === undefined) want(false);
        }}
      />
      {incomplete && (
        <span id={id} className="problem">
          The day is not complete, so none is recorded.
        </span>
      )}
    </label>
  );
}
