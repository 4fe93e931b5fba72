"use client";

import { useEffect, useState } from "react";
import { download } from "../../_components/download.ts";
import { useHistory } from "../../_store/use-record.ts";
import type { Listed } from "../session/listed.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { entriesWords } from "./entries.ts";
import { writeMoment } from "./moment.ts";
import { patientName } from "./patient-name.ts";

/** Every patient kept on this device: open one, delete one. */
export function Patients({ done }: { done: () => void }) {
  const session = useSession();
  const openId = useSessionState(({ id }) => id);
  const steps = useHistory(({ present }) => present);
  const [patients, setPatients] = useState<readonly Listed[]>([]);
  // Read again whenever the record, the open patient or the notice of a deletion changes.
  const notice = useSessionState((state) => state.notice);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what makes the list change
  useEffect(() => {
    let current = true;
    void session.list().then((listed) => current && setPatients(listed));
    return () => {
      current = false;
    };
  }, [session, openId, steps, notice]);
  if (patients.length === 0) return <p className="py-2 text-small text-muted">No patient is kept on this device.</p>;
  return (
    <ul aria-label="Patients on this device">
      {patients.map((patient) => (
        <li key={patient.id} className="flex items-center justify-between gap-4 border-b border-hairline py-1">
          <PatientLine patient={patient} isOpen={patient.id === openId} done={done} />
          <button
            type="button"
            className="button shrink-0"
            aria-label={`Delete ${nameOf(patient)}`}
            onClick={() => session.deletePatient(patient.id)}
          >
            Delete
          </button>
        </li>
      ))}
    </ul>
  );
}

function PatientLine({ patient, isOpen, done }: { patient: Listed; isOpen: boolean; done: () => void }) {
  const session = useSession();
  if (patient.kind !== "patient") {
    return (
      <span className="text-small">
        {patient.kind === "newer" ? "From a later version of this app. " : "Cannot be read. "}
        <button type="button" className="link" onClick={() => download(patient.text, "sle-record-kept.json")}>
          Download it
        </button>
      </span>
    );
  }
  const { saved, record } = patient.patient;
  return (
    <div className="min-w-0">
      {isOpen ? (
        <strong aria-current="true">
          <bdi>{nameOf(patient)}</bdi>
        </strong>
      ) : (
        <button type="button" className="link" onClick={() => void session.openPatient(patient.id).then(done)}>
          <bdi>{nameOf(patient)}</bdi>
        </button>
      )}
      <p className="text-small text-muted">
        {isOpen && "Open now. "}
        {entriesWords(record)}
        {saved && `, ${writeMoment(saved)}`}
      </p>
    </div>
  );
}

function nameOf(patient: Listed): string {
  return patient.kind === "patient" ? patientName(patient.patient.record) : "an entry that cannot be read";
}
