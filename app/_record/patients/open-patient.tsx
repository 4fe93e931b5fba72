"use client";

import { useRecord } from "../../_store/use-record.ts";
import { useSessionState } from "../session/use-session.ts";
import { exampleTitle } from "./example-label.ts";
import { patientName } from "./patient-name.ts";
import "./open-patient.css";

/** Which patient is on the page, in few words, where it has a label or could be taken for another. */
export function OpenPatient() {
  const isLabeled = useRecord((record) => record.label !== undefined);
  const hasOthers = useSessionState((state) => state.hasOthers);
  const name = useRecord((record) => (exampleTitle(record.label) === undefined ? patientName(record) : "Example"));
  if (!isLabeled && !hasOthers) return null;
  return (
    <span className="open-patient">
      <span className="sr-only">Open patient: </span>
      <bdi>{name}</bdi>
    </span>
  );
}
