import type { Example } from "./types.ts";

export const slerpiExamples = [] as const satisfies readonly Example[];
