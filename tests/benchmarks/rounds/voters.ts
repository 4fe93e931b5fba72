/**
 * The phones of the benchmark, in a process of their own: [origin, rooms as JSON, voters in each, milliseconds in which
 * they answer]. Every phone holds its stream. Prints what was acknowledged, and how long that took, as JSON.
 */
import { Agent } from "node:http";
import { CHOICES, call, joinRoom, listen } from "./room.ts";

const [origin_ = "", rooms_ = "[]", voters_ = "1", within_ = "10000"] = process.argv.slice(2);
const origin = new URL(origin_);
const rooms = JSON.parse(rooms_) as readonly string[];
const [voters, within] = [Number(voters_), Number(within_)];
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

interface Phone {
  readonly code: string;
  readonly token: string;
}

const took: number[] = [];
const kept: Record<string, number> = {};
let errors = 0;

/** So many at a time: a hall does not scan the code in one instant. */
const AT_ONCE = 25;
async function inTurns<T, R>(all: readonly T[], each: (one: T, position: number) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  let next = 0;
  const work = async () => {
    while (next < all.length) {
      const position = next;
      next += 1;
      done[position] = await each(all[position] as T, position);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return done;
}

const phones = await inTurns(
  rooms.flatMap((code) => Array.from({ length: voters }, () => code)),
  async (code): Promise<Phone> => ({ code, token: await joinRoom(origin, agent, code) }),
);
const ends = await inTurns(phones, ({ code, token }) =>
  listen(origin, agent, `/${code}/events`, token, () => undefined),
);
process.send?.("joined");
await new Promise((resolve) => process.once("message", resolve));

await Promise.all(
  phones.map(async ({ code, token }, position) => {
    await new Promise((resolve) => setTimeout(resolve, (within * position) / phones.length));
    const start = performance.now();
    try {
      const body = { choice: CHOICES[position % CHOICES.length], certainty: 1 + (position % 3) };
      const { status } = await call(origin, agent, "PUT", `/${code}/votes/q1/1`, { body, token });
      if (status !== 200) throw new Error(String(status));
      took.push(performance.now() - start);
      kept[code] = (kept[code] ?? 0) + 1;
    } catch {
      errors += 1;
    }
  }),
);
process.send?.({ took, kept, errors });
for (const end of ends) end();
agent.destroy();
process.disconnect?.();
