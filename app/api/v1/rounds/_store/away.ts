/** Whether a store failed because what it writes on is away for now: a database or a disk, not a mistake of ours. */

/** SQLite: busy, locked, read-only, an error of the disk, corrupt, full, cannot be opened, no database. */
const SQLITE = new Set([5, 6, 8, 10, 11, 13, 14, 26]);
/** PostgreSQL, by the class of its SQLSTATE: connection, read-only, resources, operator, system, internal. */
const POSTGRES = /^(08|25|53|57|58|XX)/;
/** Of the connection itself, as Node and the library name them. */
const CONNECTION = /^(CONNECT_|CONNECTION_|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN)/;

export function isAway(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code, errcode } = thrown as { readonly code?: unknown; readonly errcode?: unknown };
  if (code === "ERR_SQLITE_ERROR") return typeof errcode === "number" && SQLITE.has(errcode % 256);
  if (typeof code !== "string") return false;
  return thrown.name === "PostgresError" ? POSTGRES.test(code) : CONNECTION.test(code);
}
