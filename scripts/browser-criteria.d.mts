import type { Definitions } from "../criteria/types.ts";

export function forBrowser(definitions: Definitions): Definitions;
