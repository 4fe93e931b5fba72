import type { Example } from "./types.ts";

export const acr1997Examples = [] as const satisfies readonly Example[];
