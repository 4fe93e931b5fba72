import type { SleRecord } from "../../../criteria/types.ts";
import { fetched } from "../../_components/fetched.ts";
import { say } from "../../_store/say.ts";
import type { Session } from "./session.ts";

type Opener = typeof import("./open-file-or-link.ts");

const opener = fetched(() => import("./open-file-or-link.ts"));
opener.subscribe(() => {
  if (opener.failed()) say("The link or file cannot be opened yet: the connection failed. It is tried again.");
});

/**
 * Opens a file or a link once what reads it has come. Where somebody has gone on entering meanwhile, or typing, it is
 * offered: no patient is changed under their hands.
 */
export async function openWhenFetched(
  session: Session,
  present: () => SleRecord,
  what: "file" | "link",
  open: (code: Opener) => void,
): Promise<void> {
  const before = present();
  let typed = false;
  const fetching = new AbortController();
  window.addEventListener("input", () => (typed = true), { capture: true, signal: fetching.signal });
  const code = await opener.fetchInTheEnd();
  fetching.abort();
  if (!typed && present() === before) return open(code);
  session.say({ words: `The ${what} can be opened now.`, actions: [{ words: "Open it", run: () => open(code) }] });
}
