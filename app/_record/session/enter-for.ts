import type { SleRecord } from "../../../criteria/types.ts";
import { say } from "../../_store/say.ts";
import type { Session, SessionState } from "./session.ts";

/**
 * Enters what was typed for the patient who was on the page in this state and left it before it could be read, and says
 * what became of it; without a change it cannot be read. What was said before stays, and with it the way back.
 */
export async function enterFor(
  session: Session,
  patient: SessionState,
  what: string,
  change: ((record: SleRecord) => SleRecord) | undefined,
): Promise<void> {
  if (change && (await session.changeOf(patient, change))) {
    say(`${what} was entered for the patient for whom it was typed.`);
    return;
  }
  const why = change
    ? "the patient for whom it was typed is not kept on this device."
    : "it cannot be read, and the patient for whom it was typed is no longer on the page.";
  const { words = "", actions = [] } = session.getState().notice ?? {};
  session.say({ words: `${words} ${what} was not entered: ${why}`.trim(), actions });
}
