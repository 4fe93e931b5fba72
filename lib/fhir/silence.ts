const LEVELS = ["debug", "dir", "error", "info", "log", "trace", "warn"] as const;

/** Runs something that ends at once with a console that prints nothing, on a server, in a page and in a worker. */
export function withoutConsole<Value>(run: () => Value): Value {
  const own = LEVELS.map((level) => [level, console[level]] as const);
  for (const level of LEVELS) console[level] = () => undefined;
  try {
    return run();
  } finally {
    for (const [level, print] of own) console[level] = print;
  }
}
