"use client";

import { useEffect, useId, useState } from "react";
import { download } from "../../_components/download.ts";
import { browserPlaces } from "../../_store/browser-places.ts";
import { copies } from "../../_store/copies.ts";

/** What was set aside on this device, or could not be read: it is kept until somebody deletes it. */
export function Copies({ of }: { of?: (key: string) => boolean }) {
  const id = useId();
  const [keys, setKeys] = useState<readonly string[]>([]);
  useEffect(() => {
    const look = () => setKeys(copies(of));
    look();
    return browserPlaces.subscribe(look);
  }, [of]);
  if (keys.length === 0) return null;
  const textOf = (key: string) => {
    const found = browserPlaces.read(key);
    return found === "forbidden" ? "" : (found.text ?? "");
  };
  return (
    <section aria-labelledby={id} className="py-2">
      <h3 id={id} className="font-semibold">
        Kept and not used
      </h3>
      <p className="text-small text-muted">It could not be read, or was set aside. Nothing is written over it.</p>
      <ul>
        {keys.map((key, position) => {
          const name = `copy ${position + 1} of ${keys.length}`;
          return (
            <li key={key} className="flex flex-wrap items-center gap-x-4 border-b border-hairline py-1 text-small">
              <code className="min-w-0 wrap-anywhere">{key}</code>
              <button
                type="button"
                className="link"
                aria-label={`Download ${name}`}
                onClick={() => download(textOf(key), "sle-kept.json")}
              >
                Download
              </button>
              <button
                type="button"
                className="link"
                aria-label={`Delete ${name}`}
                onClick={() => {
                  browserPlaces.remove(key);
                  setKeys(copies(of));
                }}
              >
                Delete
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
