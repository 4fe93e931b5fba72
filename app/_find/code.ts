export type FindCode = typeof import("./offers-for.ts");

let loaded: FindCode | undefined;
let loading: Promise<FindCode> | undefined;

/** What reads a query and says what was taken from it, once it has been fetched. */
export function findCode(): FindCode | undefined {
  return loaded;
}

/** Fetches it, when its field is approached or entered. */
export function fetchFindCode(): Promise<FindCode> {
  loading ??= import("./offers-for.ts").then(
    (code) => {
      loaded = code;
      return code;
    },
    (cause) => {
      // Offline before the first full visit: the next key asks again.
      loading = undefined;
      throw cause;
    },
  );
  return loading;
}
