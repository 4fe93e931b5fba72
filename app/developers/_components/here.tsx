"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * An address of this very server, as the browser reached it. A page that is built beforehand cannot know it, so that
 * without scripts only the path is given, after a word that stands for the rest.
 */
export function Here({ path }: { readonly path: string }) {
  const origin = useSyncExternalStore(
    never,
    () => location.origin,
    () => "https://THIS-SERVER",
  );
  return `${origin}${path}`;
}
