import { useMemo, useSyncExternalStore } from "react";
import { type RoomFragment, readFragment } from "../../../lib/rounds/address.ts";

const subscribe = (listener: () => void) => {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
};

/** The room that the address names: `unknown` until the page has looked, undefined where it names none. */
export function useFragment(): RoomFragment | undefined | "unknown" {
  const hash = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => "unknown" as const,
  );
  return useMemo(() => (hash === "unknown" ? hash : readFragment(hash)), [hash]);
}
