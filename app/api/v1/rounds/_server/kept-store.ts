/** The one store of this process, opened when it is first asked for: most servers never hold a round. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { KEPT_FOR } from "../../../../../lib/rounds/room.ts";
import type { Store } from "../../../../../lib/rounds/store.ts";
import { ROOMS_FILE } from "../_store/stored.ts";

type Opened = Store | { readonly unavailable: string };

/** Routes are bundled apart, and each bundle has modules of its own: what there may be one of stands here. */
const PLACE = Symbol.for("sle-classification.kept-store");
const process_ = globalThis as { [PLACE]?: Promise<Opened> };

/** How often rooms that are over are looked for, in milliseconds. */
const SWEEP_EVERY = 10 * 60 * 1000;

/** The store that the operator chose: PostgreSQL by DATABASE_URL, else SQLite in the folder DATA_DIR, or `data`. */
export function keptStore(): Promise<Opened> {
  const before = process_[PLACE];
  if (before) return before;
  const opening = open();
  process_[PLACE] = opening;
  // A database that was away for a moment is asked again at the next request.
  void opening.then((opened) => {
    if ("unavailable" in opened && process_[PLACE] === opening) delete process_[PLACE];
  });
  return opening;
}

/**
 * Erases at the start what became old while the server was down, and later what becomes old, though nobody may ask for a
 * round again. Where none was ever kept, nothing is opened and no folder is made. A database that is away is asked again.
 */
export function sweepFromTheStart(againAfter = SWEEP_EVERY): void {
  if (!process.env["DATABASE_URL"] && !existsSync(join(folder(), ROOMS_FILE))) return;
  void keptStore().then((opened) => {
    if ("unavailable" in opened) setTimeout(() => sweepFromTheStart(againAfter), againAfter).unref();
  });
}

const folder = () => process.env["DATA_DIR"] || join(process.cwd(), "data");

async function open(): Promise<Opened> {
  const store = await openStore();
  if ("unavailable" in store) return store;
  const sweep = () => void store.eraseBefore(Date.now() - KEPT_FOR).catch(() => undefined);
  sweep();
  setInterval(sweep, SWEEP_EVERY).unref();
  return store;
}

async function openStore(): Promise<Opened> {
  const url = process.env["DATABASE_URL"];
  try {
    if (url) {
      const { postgresStore } = await import("../_store/postgres.ts");
      return await postgresStore(url);
    }
    const { sqliteStore } = await import("../_store/sqlite.ts");
    return sqliteStore(folder());
  } catch {
    // What was thrown may hold the address of the database, password included: it goes nowhere.
    return {
      unavailable: url
        ? "The database that DATABASE_URL names cannot be reached. Everything but rounds works without it."
        : "The server has no folder that it can write in, named by DATA_DIR. Everything but rounds works without it.",
    };
  }
}
