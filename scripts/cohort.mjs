/** `npm run -s cohort`: scores a cohort file on the command line, on the pinned Node. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, pinnedNode, root } from "./bootstrap.mjs";

if (!existsSync(pinnedNode)) await install();

// npm passes a signal on to its shell alone. Where that has ended, whoever asked is told that this has, too.
const startedBy = process.ppid;
if (process.env.npm_lifecycle_event === "cohort") {
  setInterval(() => process.ppid !== startedBy && process.kill(process.pid, "SIGTERM"), 100).unref();
}

if (Number(process.versions.node.split(".")[0]) >= 24) {
  // TypeScript is made ready to run once and not at each start; where that cannot be kept, nothing else changes.
  nodeModule.enableCompileCache(join(root, "node_modules/.cache/node-compile"));
  await import("./cohort.ts");
} else {
  const child = spawn(pinnedNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  // Who is told to stop passes it on, so that no half-written file is left.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("close", (code) => {
    process.exitCode = code ?? 1;
  });
}
