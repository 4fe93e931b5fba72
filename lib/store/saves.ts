/**
 * What an entry was saved over: how often it had been saved in each sitting, which is the time that one window has the
 * patient open. The sitting in which the entry was saved is the last.
 */
export type Saves = Readonly<Record<string, number>>;

/** What is saved in this sitting over an entry with these saves. */
export function savedOver(saves: Saves, sitting: string): Saves {
  const { [sitting]: before = 0, ...others } = saves;
  return { ...others, [sitting]: before + 1 };
}

/**
 * A name that no other has, as of a sitting. `crypto.randomUUID` is missing where the app is served without TLS, as in a
 * hospital's own network.
 */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("-");
}
