import { useState } from "react";
import { fetched } from "../_components/fetched.ts";

export type FindCode = typeof import("./offers-for.ts");

const findCode = fetched(() => import("./offers-for.ts"));

/** What reads a query and says what was taken from it: fetched when the field is approached or entered. */
export function useFindCode() {
  const [code, setCode] = useState(findCode.now);
  const fetchCode = async (): Promise<FindCode> => {
    const arrived = await findCode.fetch();
    setCode(arrived);
    return arrived;
  };
  const approach = () => void fetchCode().catch(() => undefined);
  return { code, fetchCode, approach };
}
