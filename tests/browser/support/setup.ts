import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startApp } from "./app.ts";
import { startChromium } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built app answers, without a slash at the end. */
    origin: string;
    /** Where the one browser of the run listens. */
    browserEndpoint: string;
  }
}

/** One server and one browser for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Rooms of a run are gone with it.
  const rooms = mkdtempSync(join(tmpdir(), "sle-rooms-"));
  const app = await startApp({ DATA_DIR: rooms });
  const browser = await startChromium();
  project.provide("origin", app.origin);
  project.provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await app.stop();
    rmSync(rooms, { recursive: true, force: true });
  };
}
