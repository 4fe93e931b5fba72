import { useSyncExternalStore } from "react";
import { fetched } from "../_components/fetched.ts";

export type FindCode = typeof import("./offers-for.ts");

const findCode = fetched(() => import("./offers-for.ts"));
const approach = () => void findCode.fetchInTheEnd();

/** What reads a query and says what was taken from it: fetched when the field is approached or entered. */
export function useFindCode() {
  const code = useSyncExternalStore(findCode.subscribe, findCode.now, () => undefined);
  const failed = useSyncExternalStore(findCode.subscribe, findCode.failed, () => false);
  return { code, failed, fetchCode: findCode.fetch, fetchInTheEnd: findCode.fetchInTheEnd, approach };
}
