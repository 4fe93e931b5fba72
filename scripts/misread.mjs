/** `npm run -s misread`: explains wrong answers on the command line, on the pinned Node. Standard output is misread.ts's alone. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { install, pinnedNode } from "./bootstrap.mjs";

if (!existsSync(pinnedNode)) await install();

if (Number(process.versions.node.split(".")[0]) >= 24) {
  process.stdout.on("error", (error) => {
    // Whoever reads, such as head, may have read enough.
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  await import("./misread.ts");
} else {
  const { status } = spawnSync(pinnedNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
