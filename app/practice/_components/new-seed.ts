/** A seed that is short enough to read out to a class. */
export function newSeed(): string {
  return String(1000 + (crypto.getRandomValues(new Uint16Array(1))[0] ?? 0));
}
