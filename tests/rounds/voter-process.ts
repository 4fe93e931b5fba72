/** Votes without end and says which votes were acknowledged, until it is killed: [code, first voter]. */
import { postgresStore } from "../../app/api/v1/rounds/_store/postgres.ts";
import { sqliteStore } from "../../app/api/v1/rounds/_store/sqlite.ts";

const [code = "", first = "0"] = process.argv.slice(2);
const { DATABASE_URL: url, DATA_DIR: folder = "" } = process.env;
const store = url ? await postgresStore(url) : sqliteStore(folder);

async function voteOn(from: number, step: number): Promise<never> {
  for (let voter = from; ; voter += step) {
    const answer = await store.vote(code, { question: "q1", ballot: 1, voter, choice: "counts", certainty: 3 }, 2000);
    if (answer !== "kept") throw new Error(JSON.stringify(answer));
    process.send?.(voter);
  }
}

/** Several at once, so that a kill meets a batch under way. */
await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((one) => voteOn(Number(first) + one, 8)));
