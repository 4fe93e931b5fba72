import type { Offers } from "../../lib/find/offers.ts";

type OffersFor = (query: string) => Offers;

let loaded: OffersFor | undefined;
let loading: Promise<OffersFor> | undefined;

/** What reads a query, once it has been fetched. */
export function findCode(): OffersFor | undefined {
  return loaded;
}

/** Fetches what reads a query, when its field is approached or entered. */
export function fetchFindCode(): Promise<OffersFor> {
  loading ??= import("./offers-for.ts").then(
    ({ offersFor }) => {
      loaded = offersFor;
      return offersFor;
    },
    (cause) => {
      // Offline before the first full visit: the next key asks again.
      loading = undefined;
      throw cause;
    },
  );
  return loading;
}
