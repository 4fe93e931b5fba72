import type { Example } from "./types.ts";

export const eularAcr2019Examples = [] as const satisfies readonly Example[];
