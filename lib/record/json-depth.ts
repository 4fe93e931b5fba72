/** How deep lists and objects of a JSON text may be nested. A record needs 4. */
export const DEEPEST = 64;

/**
 * Whether a JSON text nests deeper than `most`. Looks only at brackets outside of strings, stops at the first that is
 * too deep, and needs no stack, so that no text can exhaust it.
 */
export function isTooDeep(text: string, most = DEEPEST): boolean {
  let depth = 0;
  let quoted = false;
  for (let position = 0; position < text.length; position += 1) {
    const character = text.charCodeAt(position);
    if (character === 0x22) quoted = !quoted;
    else if (quoted) {
      // A backslash takes the next character out of consideration.
      if (character === 0x5c) position += 1;
    } else if (character === 0x5b || character === 0x7b) {
      depth += 1;
      if (depth > most) return true;
    } else if (character === 0x5d || character === 0x7d) depth -= 1;
  }
  return false;
}
