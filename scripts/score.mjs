/** `npm run -s score`: scores records on the command line, on the pinned Node. Standard output is score.ts's alone. */
import { existsSync } from "node:fs";
import { install, pinnedNode, root } from "./bootstrap.mjs";

if (!existsSync(pinnedNode)) await install();

if (Number(process.versions.node.split(".")[0]) >= 24) {
  await import("./score.ts");
} else {
  const { spawnSync } = await import("node:child_process");
  const { join } = await import("node:path");
  const { status } = spawnSync(pinnedNode, [join(root, "scripts/score.ts"), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
