/** The one store of this process with the one hub over it. */
import type { Store } from "../../../../../lib/rounds/store.ts";
import { type Hub, hubOver } from "./hub.ts";
import { keptStore } from "./kept-store.ts";

export interface KeptRooms {
  readonly store: Store;
  readonly hub: Hub;
}

/** Beside the store: the hub holds the criteria, which whoever only erases what is old has no use for. */
const PLACE = Symbol.for("sle-classification.hubs");
const process_ = globalThis as { [PLACE]?: WeakMap<Store, Hub> };

export async function keptRooms(): Promise<KeptRooms | { readonly unavailable: string }> {
  const store = await keptStore();
  if ("unavailable" in store) return store;
  const hubs = process_[PLACE] ?? new WeakMap<Store, Hub>();
  process_[PLACE] = hubs;
  const hub = hubs.get(store) ?? hubOver(store);
  hubs.set(store, hub);
  return { store, hub };
}
