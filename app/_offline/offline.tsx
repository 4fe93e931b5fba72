"use client";

import { type ComponentType, useEffect, useState } from "react";

/** What makes the app work without a network. It is fetched once the page is there: nobody waits for it. */
export function Offline() {
  const [ServiceWorker, setServiceWorker] = useState<ComponentType | undefined>(undefined);
  useEffect(() => {
    const fetch = () =>
      void import("./service-worker.tsx").then(
        (all) => setServiceWorker(() => all.ServiceWorker),
        // It is tried again on the next page that is opened.
        () => undefined,
      );
    if (document.readyState === "complete") fetch();
    else window.addEventListener("load", fetch);
    return () => window.removeEventListener("load", fetch);
  }, []);
  return ServiceWorker && <ServiceWorker />;
}
