"use client";

import { useEffect, useSyncExternalStore } from "react";
import { fetched } from "../_components/fetched.ts";

const code = fetched(() => import("./service-worker.tsx"));
const fetchInTheEnd = () => void code.fetchInTheEnd();

/** What makes the app work without a network. It is fetched once the page is there: nobody waits for it. */
export function Offline() {
  const there = useSyncExternalStore(code.subscribe, code.now, () => undefined);
  useEffect(() => {
    if (document.readyState === "complete") fetchInTheEnd();
    else window.addEventListener("load", fetchInTheEnd);
    return () => window.removeEventListener("load", fetchInTheEnd);
  }, []);
  return there && <there.ServiceWorker />;
}
