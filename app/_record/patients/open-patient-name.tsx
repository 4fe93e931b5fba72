"use client";

import { useRecord } from "../../_store/use-record.ts";
import { exampleTitle } from "./example-label.ts";
import { patientName } from "./patient-name.ts";

/** The name of the patient on the page, in few words. */
export default function OpenPatientName() {
  const name = useRecord((record) => (exampleTitle(record.label) === undefined ? patientName(record) : "Example"));
  return (
    <span className="open-patient">
      <span className="sr-only">Open patient: </span>
      <bdi>{name}</bdi>
    </span>
  );
}
