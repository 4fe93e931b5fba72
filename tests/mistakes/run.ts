/** Builds each known mistake in and says which tests notice it, one line of JSON for each. A process of its own. */
import { noticedBy } from "../mutation/harness.ts";
import { mistakes } from "./mistakes.ts";

const files = [...new Set(mistakes.flatMap((one) => one.noticedBy.map(({ file }) => file)))];
const unchanged = await noticedBy({ files, all: true });
if (unchanged.length > 0) throw new Error(`fails without any mistake: ${JSON.stringify(unchanged)}`);

for (const { pitfall, what, changes, noticedBy: named } of mistakes) {
  const those = [...new Set(named.map(({ file }) => file))];
  const noticed = await noticedBy({ changes, files: those, lib: true, all: true });
  process.stdout.write(`${JSON.stringify({ pitfall, what, noticed })}\n`);
}
