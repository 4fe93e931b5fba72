"use client";

import { useEffect, useState } from "react";

/** Makes the app work without a network after the first visit, and offers a new version when there is one. */
export function ServiceWorker() {
  const [waiting, setWaiting] = useState<globalThis.ServiceWorker | undefined>(undefined);
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    let current = true;
    const offer = (worker: globalThis.ServiceWorker | null) => {
      // The first worker of all replaces none: there is no other version to tell of.
      if (current && worker && navigator.serviceWorker.controller) setWaiting(worker);
    };
    const register = async () => {
      const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
      offer(registration.waiting);
      registration.addEventListener("updatefound", () => {
        const worker = registration.installing;
        worker?.addEventListener("statechange", () => worker.state === "installed" && offer(worker));
      });
    };
    // Where the browser allows no worker, the app works as a page does.
    const leave = onceAtRest(() => void register().catch(() => undefined));
    return () => {
      current = false;
      leave();
    };
  }, []);
  if (!waiting) return null;
  const reload = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take over");
  };
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-4 bg-accent-soft px-4 py-2 text-small lg:px-6">
      A new version of this app is ready. What you entered is kept.
      <button type="button" className="link" onClick={reload}>
        Reload
      </button>
    </p>
  );
}

/** How long nothing may be pressed or typed before the app is stored on the device, in milliseconds. */
const REST = 2_000;
const ENTRIES = ["pointerdown", "keydown"];

/**
 * Runs once nobody enters anything, and at once when the page is left: a worker that stores a whole app keeps a slow
 * device busy for seconds, and an answer that is given meanwhile takes twice as long. Returns the way to stop.
 */
function onceAtRest(run: () => void): () => void {
  let timer = setTimeout(done, REST);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(done, REST);
  };
  const onHide = () => document.visibilityState === "hidden" && done();
  for (const kind of ENTRIES) window.addEventListener(kind, wait, { capture: true, passive: true });
  document.addEventListener("visibilitychange", onHide);
  function stop() {
    clearTimeout(timer);
    for (const kind of ENTRIES) window.removeEventListener(kind, wait, { capture: true });
    document.removeEventListener("visibilitychange", onHide);
  }
  function done() {
    stop();
    run();
  }
  return stop;
}
