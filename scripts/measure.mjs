/** `npm run measure`: builds the app and measures it; what is measured and how is said in tests/measure. */
import { build, fail, install, pinnedNode, run, say, tail } from "./bootstrap.mjs";

await install();
const { ok, output } = await build();
if (!ok) {
  say(tail(output));
  fail("The app could not be built; the last lines of the build are above.");
}
const measured = await run(pinnedNode, ["tests/measure/measure.ts", ...process.argv.slice(2)], { show: true });
process.exitCode = measured.ok ? 0 : 1;
