const LEVELS = ["debug", "dir", "error", "info", "log", "trace", "warn"] as const;

/** Lets nothing be printed through the console, on a server, in a page or in a worker; gives what takes that back. */
export function silenceConsole(): () => void {
  const own = LEVELS.map((level) => [level, console[level]] as const);
  for (const level of LEVELS) console[level] = () => undefined;
  return () => {
    for (const [level, print] of own) console[level] = print;
  };
}

/** Runs something that ends at once with a console that prints nothing. */
export function withoutConsole<Value>(run: () => Value): Value {
  const restore = silenceConsole();
  try {
    return run();
  } finally {
    restore();
  }
}
