import { availableParallelism, loadavg } from "node:os";
import lighthouse from "lighthouse";
import { onePageOfEachKind } from "../browser/support/pages.ts";
import { type Figure, notJudged, type Place } from "./figure.ts";

const BARS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;

/** Odd, so that there is a middle one; the machine has other things to do while it measures. */
const RUNS = 3;

/**
 * Pages that ask search engines to pass them over, so that whether they can be indexed is no measure of them: nobody
 * looks for the page that an electronic record opens, and found by itself it can do nothing.
 */
const UNLISTED: ReadonlySet<string> = new Set(["/launch"]);

/** What a failed audit found is printed up to this many characters. */
const LONGEST = 600;

type Category = keyof typeof BARS;
const categories = Object.keys(BARS) as Category[];

/** Lighthouse with its own settings, which are those of a middling phone. The middle score of three runs. */
export async function lighthouseScores({ origin, debuggingPort, paths }: Place): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const path of paths ?? onePageOfEachKind().map((page) => page.path)) {
    const [what, bar] = [`Lighthouse, mobile: ${path}`, Object.values(BARS).join(" / ")];
    try {
      const runs: Record<Category, number>[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await scoresOf(origin + path, debuggingPort));
      const scores = categories.map((category) => [category, middle(runs.map((run) => run[category]))] as const);
      const missed = scores.filter(([category, score]) => score < BARS[category]).map(([category]) => category);
      // Of the four, only the speed depends on what else the machine does.
      const isNoise = isBusy() && missed.every((category) => category === "performance");
      figures.push({
        what,
        bar,
        figure: `${scores.map(([, score]) => score).join(" / ")} (${machine()})`,
        holds: missed.length === 0 || (isNoise ? undefined : false),
      });
    } catch (cause) {
      figures.push(notJudged(what, bar, cause));
    }
  }
  return figures;
}

/** What else the machine has to do, as it says itself: one process for each processor keeps it fully busy. */
export function machine(): string {
  return `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`;
}

/** Lighthouse and the server under it keep one processor busy by themselves. */
const isBusy = () => (loadavg()[0] ?? 0) > availableParallelism() + 1;

async function scoresOf(url: string, port: number): Promise<Record<Category, number>> {
  const skipAudits = UNLISTED.has(new URL(url).pathname) ? ["is-crawlable"] : null;
  const result = await lighthouse(url, {
    port,
    output: "json",
    onlyCategories: categories,
    skipAudits,
    logLevel: "error",
  });
  if (!result) throw new Error(`Lighthouse had nothing to say about ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`Lighthouse could not measure ${url}: ${lhr.runtimeError.message}`);
  const metrics = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
  ];
  const said = metrics.map((id) => `${id} ${lhr.audits[id]?.displayValue ?? "?"}`);
  console.log(`  ${new URL(url).pathname}: ${said.join(", ")}`);
  for (const audit of Object.values(lhr.audits)) {
    if (audit.score !== 0 || audit.scoreDisplayMode !== "binary") continue;
    const found = audit.details && "items" in audit.details ? JSON.stringify(audit.details.items) : "";
    console.log(`    failed: ${audit.title} ${found.slice(0, LONGEST)}`);
  }
  const score = (category: Category) => Math.round(100 * (lhr.categories[category]?.score ?? 0));
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best-practices": score("best-practices"),
    seo: score("seo"),
  };
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
