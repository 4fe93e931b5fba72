/** Runs one query on DuckDB, in a program of its own: the other side of `npm run bench -- cohort`. */
import { DuckDBInstance } from "@duckdb/node-api";

const [query = ""] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(query);
