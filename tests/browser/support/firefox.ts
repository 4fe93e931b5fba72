/** A Firefox as it is installed, steered over WebDriver BiDi. It is looked for on the machine, and never fetched. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, firefox } from "playwright-core";

/** Where a Firefox lies: the one that FIREFOX names, or the first of the search path. */
export function firefoxPath(environment: Readonly<Record<string, string | undefined>> = process.env) {
  const { FIREFOX: named, PATH = "" } = environment;
  if (named) return named;
  const places = PATH.split(delimiter).flatMap((folder) => [join(folder, "firefox"), join(folder, "firefox-esr")]);
  return places.find(canRun);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export async function startFirefox(executablePath: string): Promise<Browser> {
  // This channel is Playwright's name for a Firefox that was not changed for it.
  const browser = await firefox.launch({ channel: "moz-firefox", executablePath });
  leaveOut(browser, "emulation.setMediaFeaturesOverride");
  return browser;
}

/** What Playwright has of a session with a browser; its types do not speak of it. */
interface Session {
  send: (command: string, parameters: unknown) => Promise<unknown>;
}

/**
 * Playwright sends this command with every window, although nothing is to be emulated, and the Firefox for the long term
 * does not know it: nothing could be opened.
 */
function leaveOut(browser: Browser, unknown: string): void {
  const session: Session = Reflect.get(browser, "_connection").toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = (command, parameters) =>
    command === unknown ? send(command, parameters).catch(() => ({})) : send(command, parameters);
}
