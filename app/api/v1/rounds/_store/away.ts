/** Whether a store failed because what it writes on is away for now: a database or a disk, not a mistake of ours. */

/** SQLite: busy, locked, read-only, an error of the disk, corrupt, full, cannot be opened, no database. */
const SQLITE = new Set([5, 6, 8, 10, 11, 13, 14, 26]);

/** Known by its code: routes are bundled apart, and the class of one bundle is not that of another. */
const AWAY = "STORE_AWAY";

/** Thrown where a database cannot be asked for now. */
export class Away extends Error {
  readonly code = AWAY;
}

export function isAway(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code, errcode } = thrown as { readonly code?: unknown; readonly errcode?: unknown };
  if (code === AWAY) return true;
  return code === "ERR_SQLITE_ERROR" && typeof errcode === "number" && SQLITE.has(errcode % 256);
}
