import type { Places } from "../../lib/store/places.ts";
import { tryTo } from "./try-to.ts";

/** What every key of this app begins with. */
export const OWN = "sle-";

/** Whoever hears of changes on this page. */
export const listeners = new Set<Parameters<Places["subscribe"]>[0]>();

/** The browser's own storage. Where it is forbidden, nothing is kept and nothing breaks. */
export const browserPlaces: Places = {
  keys: () => tryTo(() => Object.keys(localStorage).filter((key) => key.startsWith(OWN)), []),
  read: (key) => tryTo(() => ({ text: localStorage.getItem(key) ?? undefined }), "forbidden"),
  write(key, text) {
    try {
      localStorage.setItem(key, text);
      return "saved";
    } catch (cause) {
      return cause instanceof DOMException && cause.name === "QuotaExceededError" ? "full" : "forbidden";
    }
  },
  remove: (key) => tryTo(() => localStorage.removeItem(key), undefined),
  subscribe(listener) {
    const onStorage = ({ key, newValue }: StorageEvent) => listener(key ?? undefined, newValue ?? undefined);
    // A window that slept, or a page that one comes back to, has heard of nothing.
    const onVisible = () => document.visibilityState === "visible" && listener(undefined);
    window.addEventListener("storage", onStorage);
    window.addEventListener("pageshow", onVisible);
    document.addEventListener("visibilitychange", onVisible);
    listeners.add(listener);
    return () => {
      window.removeEventListener("storage", onStorage);
      window.removeEventListener("pageshow", onVisible);
      document.removeEventListener("visibilitychange", onVisible);
      listeners.delete(listener);
    };
  },
};
