import type { Difficulty } from "../../criteria/practice/types.ts";

/** Where the cases of a sitting come from. */
export const SOURCES = ["written", "generated", "due"] as const;
export type Source = (typeof SOURCES)[number];

/** What was last asked for at the start of practice, so that it need not be asked again. */
export interface KeptChoice {
  readonly source: Source;
  /** By id. */
  readonly set: string;
  readonly count: number;
  readonly difficulty: Difficulty;
}

const FORMAT = "sle-practice-choice/1";

export function writeChoice(choice: KeptChoice): string {
  return JSON.stringify({ format: FORMAT, ...choice });
}

/**
 * Reads what lies on the device. It is a convenience and no answer of anybody, so what cannot be read is left out
 * without a word.
 */
export function readChoice(text: string | undefined): KeptChoice | undefined {
  const value = parsed(text ?? "");
  if (typeof value !== "object" || value === null || !("format" in value) || value.format !== FORMAT) return undefined;
  const { source, set, count, difficulty } = value as Readonly<Record<string, unknown>>;
  const from = SOURCES.find((one) => one === source);
  const hard = ([1, 2, 3] as const).find((one) => one === difficulty);
  if (!from || !hard || typeof set !== "string" || typeof count !== "number") return undefined;
  if (!Number.isInteger(count) || count < 1 || count > 50) return undefined;
  return { source: from, set, count, difficulty: hard };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
