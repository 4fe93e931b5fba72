import { useEffect, useRef } from "react";
import { useSessionState } from "../_record/session/use-session.ts";

/** Leaves a review as soon as another patient is on the page: what was read is of the one before. */
export function useOnePatient(leave: () => void): void {
  const shown = useSessionState(({ patientsShown }) => patientsShown);
  const first = useRef(shown);
  useEffect(() => {
    if (shown !== first.current) leave();
  }, [shown, leave]);
}
