export type FormCode = typeof import("./form.tsx");

let loading: Promise<FormCode> | undefined;

/**
 * The code of the measurement forms, fetched when a value's field is approached or entered. It checks what is typed
 * with a schema; a page on which nobody enters a value does without. Rejects when it cannot be fetched; the next call
 * tries again.
 */
export function fetchFormCode(): Promise<FormCode> {
  loading ??= import("./form.tsx").catch((cause) => {
    loading = undefined;
    throw cause;
  });
  return loading;
}
