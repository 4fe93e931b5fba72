"use client";

import { lazy, Suspense } from "react";
import { useRecord } from "../../_store/use-record.ts";
import { useSessionState } from "../session/use-session.ts";

const OpenPatientName = lazy(() => import("./open-patient-name.tsx"));

/** Which patient is on the page, where it has a label or could be taken for another. */
export function OpenPatient() {
  const isLabeled = useRecord((record) => record.label !== undefined);
  const hasOthers = useSessionState((state) => state.hasOthers);
  return <Suspense>{(isLabeled || hasOthers) && <OpenPatientName />}</Suspense>;
}
