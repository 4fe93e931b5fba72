"use client";

import { useEffect, useId, useRef, useState } from "react";
import { definitions } from "../../../criteria/named.ts";
import { practice } from "../../../criteria/practice/index.ts";
import type { PracticeCase } from "../../../criteria/practice/types.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { assess } from "../../../lib/assess.ts";
import { keptPlanOf } from "../../../lib/practice/kept-plan.ts";
import { caseById, deckOf } from "../../../lib/practice/sitting.ts";
import { isEmpty } from "../../../lib/record/edit.ts";
import { patientOfCase, patientOfExample, patientOfRecord, type RoundPatient } from "../../../lib/rounds/prepare.ts";
import { keepFocus } from "../../_components/keep-focus.ts";
import { late } from "../../_components/late.tsx";
import { SessionNotice } from "../../_record/notice-kinds.tsx";
import { patientName } from "../../_record/patients/patient-name.ts";
import { useSession, useSessionState } from "../../_record/session/use-session.ts";
import { useRecord } from "../../_store/use-record.ts";
import type { Dropped } from "./dropped.ts";

/** Reads what no other source does, and comes when it is asked for. */
const TextPatient = late(
  () => import("./text-patient.tsx").then((all) => all.TextPatient),
  <p role="status">What reads a text is coming.</p>,
);

type Source = "named" | "written" | "generated" | "example" | "open" | "text";

const SOURCES: readonly { readonly id: Source; readonly title: string }[] = [
  { id: "written", title: "A written case" },
  { id: "generated", title: "A generated case, by number" },
  { id: "example", title: "A worked example" },
  { id: "open", title: "The patient who is open in the calculator" },
  { id: "text", title: "A letter or a printout, pasted or dropped" },
];

/** The case that the address names, as a case of practice does that a round is to be held about. */
function namedCase(): PracticeCase | undefined {
  const id = new URLSearchParams(location.search).get("case");
  return id === null ? undefined : caseById(id, practice, definitions);
}

/** Where the patient comes from. */
export function PatientChoice({ take, dropped }: { take: (patient: RoundPatient) => void; dropped: Dropped }) {
  const session = useSession();
  useEffect(() => {
    const stop = session.start();
    void session.restored();
    return stop;
  }, [session]);
  const record = useRecord((one) => one);
  const notice = useSessionState((state) => state.notice);
  const id = useId();
  const [named] = useState(namedCase);
  const [source, setSource] = useState<Source>(() => {
    if (named) return "named";
    return new URLSearchParams(location.search).get("patient") === "open" ? "open" : "written";
  });
  const sources = named ? [{ id: "named" as const, title: `From practice: ${named.title}` }, ...SOURCES] : SOURCES;
  const [written, setWritten] = useState(practice.cases[0]?.id ?? "");
  const [example, setExample] = useState("");
  const [number, setNumber] = useState("1");
  const [set, setSet] = useState(definitions.sets[0]?.id ?? "");
  const [problem, setProblem] = useState("");
  /** Once it is there, it stays there with what was read, whichever source is looked at meanwhile. */
  const [isReading, setIsReading] = useState(false);
  const another = useRef<HTMLButtonElement>(null);
  const choose = (one: Source) => {
    setSource(one);
    setProblem("");
    if (one === "text") setIsReading(true);
  };
  useEffect(() => dropped.listen(() => choose("text")));

  const takeRecord = (one: SleRecord) => {
    const wrong = assess(keptPlanOf(definitions), one).issues.find(({ severity }) => severity === "error");
    if (wrong) setProblem(`No round can be held on this record yet. ${wrong.message}`);
    else take(patientOfRecord(one, "A patient", definitions));
    return !wrong;
  };
  const takeText = (one: SleRecord) => {
    setProblem("");
    // Nothing of this patient is left for the next.
    if (!takeRecord(one)) return;
    setIsReading(false);
    keepFocus(() => another.current);
  };
  const use = async () => {
    setProblem("");
    if (source === "open") {
      if (isEmpty(record)) setProblem("Nothing is entered in the calculator.");
      else takeRecord(record);
      return;
    }
    if (source === "example") {
      const { examplePatients } = await import("../../_record/patients/example-patients.ts");
      const found = examplePatients.find((one) => one.id === example) ?? examplePatients[0];
      if (found) take(patientOfExample(found.record, found.title, definitions));
      return;
    }
    if (source === "named" && named) return take(patientOfCase(named, definitions));
    const found =
      source === "written"
        ? practice.cases.find((one) => one.id === written)
        : deckOf(
            { kind: "seed", set, seed: number.trim() || "1", count: 1, difficulty: 3 },
            practice,
            definitions,
          )[0]?.()?.practiceCase;
    if (!found) return setProblem("No case can be made of this number. Try another.");
    const patient = patientOfCase(found, definitions);
    take(source === "generated" ? { ...patient, title: `Case ${number.trim() || "1"}` } : patient);
  };
  return (
    <>
      <fieldset className="prepare-sources">
        <legend className="sr-only">Where the patient comes from</legend>
        {sources.map((one) => (
          <label key={one.id}>
            <input type="radio" name={id} checked={source === one.id} onChange={() => choose(one.id)} />
            {one.title}
            {one.id === "open" && `: ${patientName(record)}`}
          </label>
        ))}
      </fieldset>
      {/* Always there: a screen reader does not hear what appears together with its words. */}
      <div role="status" className="prepare-said">
        {notice && (source === "open" || notice.actions.length > 0) && <SessionNotice notice={notice} />}
      </div>
      {isReading && (
        <div hidden={source !== "text"}>
          <TextPatient bring={dropped.readWith} take={takeText} />
        </div>
      )}
      {source === "text" && !isReading && (
        <div className="prepare-actions">
          <button ref={another} type="button" className="button" onClick={() => setIsReading(true)}>
            Read another patient's letter
          </button>
        </div>
      )}
      <div className="prepare-actions" hidden={source === "text"}>
        {source === "written" && (
          <label className="stacked" htmlFor={`${id}-written`}>
            Case
            <select
              id={`${id}-written`}
              className="field"
              value={written}
              onChange={(event) => setWritten(event.target.value)}
            >
              {practice.cases.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          </label>
        )}
        {source === "generated" && (
          <>
            <label className="stacked" htmlFor={`${id}-number`}>
              Number
              <input
                id={`${id}-number`}
                className="field number"
                value={number}
                maxLength={40}
                autoComplete="off"
                onChange={(event) => setNumber(event.target.value)}
              />
            </label>
            <label className="stacked" htmlFor={`${id}-set`}>
              Turns on a rule of
              <select id={`${id}-set`} className="field" value={set} onChange={(event) => setSet(event.target.value)}>
                {definitions.sets.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.short}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
        {source === "example" && <ExampleChoice id={`${id}-example`} chosen={example} choose={setExample} />}
        <button type="button" className="button button-main" onClick={() => void use()}>
          Use this patient
        </button>
      </div>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

interface Named {
  readonly id: string;
  readonly title: string;
}

/** The worked examples come with words and sources that nothing else here needs, so they are fetched when asked for. */
function ExampleChoice({ id, chosen, choose }: { id: string; chosen: string; choose: (id: string) => void }) {
  const [examples, setExamples] = useState<readonly Named[]>();
  if (!examples) {
    void import("../../_record/patients/example-patients.ts").then((all) => setExamples(all.examplePatients));
  }
  return (
    <label className="stacked" htmlFor={id}>
      Example
      <select id={id} className="field" value={chosen} onChange={(event) => choose(event.target.value)}>
        {(examples ?? []).map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
    </label>
  );
}
