/** Mutants that no test notices, each with the reason why none has to. */
export const SURVIVORS: Readonly<Record<string, string>> = {};
