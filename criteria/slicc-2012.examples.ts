import type { Example } from "./types.ts";

export const slicc2012Examples = [] as const satisfies readonly Example[];
