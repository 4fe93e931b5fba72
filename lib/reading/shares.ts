import type { Token } from "./tokens.ts";

/** "Fever in 3 of 4 nights" is of the patient. */
const SMALLEST_GROUP = 20;

/** "ANA of at least 1:80 in 31%", "seizures in 12 of 90": how many of a group have what stands before this place. */
export function isShareOfGroup(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:in|among)$/.test(tokens[at]?.word ?? "")) return false;
  const [count, next, whole] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (count?.kind !== "number") return false;
  return (
    next?.word === "%" ||
    (/^(?:of|\/)$/.test(next?.word ?? "") &&
      Number(whole?.word) >= SMALLEST_GROUP &&
      Number(whole?.word) > Number(count.word))
  );
}
