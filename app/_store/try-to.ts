/** What the browser may refuse, and what holds where it does. */
export function tryTo<Value, Other>(act: () => Value, otherwise: Other): Value | Other {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
