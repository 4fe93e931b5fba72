import type { Definitions, SleRecord } from "../../criteria/types.ts";
import { assessor, type Result } from "../assess.ts";
import { interpreter } from "../record/interpret.ts";

interface Engine {
  readonly assess: (record: SleRecord) => Result;
  readonly interpret: ReturnType<typeof interpreter>;
}

const engines = new WeakMap<Definitions, Engine>();

/** The engine of these definitions. What it learns of a set at the first patient, it keeps for the next. */
export function engineOf(definitions: Definitions): Engine {
  const engine = engines.get(definitions) ?? { assess: assessor(definitions), interpret: interpreter(definitions) };
  engines.set(definitions, engine);
  return engine;
}
