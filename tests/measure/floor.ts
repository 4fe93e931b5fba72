import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { startNext } from "../browser/support/app.ts";

const root = join(import.meta.dirname, "../..");
/** In the project's folder, so that it is built with the very same packages; nothing of it is kept or shipped. */
const folder = join(root, ".artifacts/floor");

/** An app of the same framework that does nothing: an empty page, and a handler that reads a body and answers `{}`. */
const FILES: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "floor", "private": true, "type": "module" }',
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(root)} } };`,
  // Its own, or Next takes that of the project around it.
  "instrumentation.js": "export function register() {}",
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  "app/page.jsx": "export default function Page() { return <p>Nothing</p>; }",
  "app/empty/route.js": `export async function POST(request) {
  await request.text();
  return Response.json({});
}`,
};

/** Builds and serves the app that does nothing: what the framework alone costs on this machine, at this time. */
export async function startFloor(): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const built = spawnSync(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`the empty app could not be built: ${built.stdout}${built.stderr}`);
  const { origin, stop } = await startNext(folder);
  return { origin, stop };
}
