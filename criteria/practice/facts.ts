import type { FactTemplate, Opening } from "./types.ts";
export const facts: readonly FactTemplate[] = [];
export const openings: readonly Opening[] = [];
