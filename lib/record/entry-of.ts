/**
 * What a table has under a word of a text; undefined where it has no such entry. Every object also has names that it
 * was not given, such as "constructor", and a text may hold any word.
 */
export function entryOf<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
