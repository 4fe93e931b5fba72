import { Agent, request } from "node:http";
import { randomFrom, randomRecord } from "../scoring/support/random-records.ts";
import { type Figure, type Place, quantile } from "./figure.ts";

const BAR = 0.7;
/** Rounds in which both sides are asked in turn, so that what else the machine does falls on both. */
const ROUNDS = 12;
const REQUESTS = 150;
const CONNECTIONS = 8;
const WHAT = "POST /api/v1/score, requests a second against an empty handler of the same framework";

/** How fast records are scored over HTTP, beside a handler that reads the same bodies and answers nothing. */
export async function score({ origin, floor }: Place): Promise<readonly Figure[]> {
  const random = randomFrom(11);
  const bodies = Array.from({ length: REQUESTS }, () => JSON.stringify(randomRecord(random, 0.6)));
  const [ours, empty] = [`${origin}/api/v1/score`, `${await floor()}/empty`];
  for (const url of [ours, empty]) await rate(url, bodies);
  const ratios: number[] = [];
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [least, own] = [await rate(empty, bodies), await rate(ours, bodies)];
    rates.push(own);
    ratios.push(own / least);
  }
  const ratio = quantile(ratios, 0.5);
  const figure = `${ratio.toFixed(2)}x (${quantile(rates, 0.5).toFixed(0)} a second; ${ROUNDS} rounds in turn)`;
  return [{ what: WHAT, bar: `>= ${BAR}x`, figure, holds: ratio >= BAR }];
}

/** Requests a second, over so many connections at once. */
async function rate(url: string, bodies: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const left = [...bodies];
  const start = performance.now();
  const work = async () => {
    for (let body = left.pop(); body !== undefined; body = left.pop()) await post(url, agent, body);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  agent.destroy();
  return (1000 * bodies.length) / (performance.now() - start);
}

function post(url: string, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
    const sending = request(url, { method: "POST", headers, agent });
    sending.on("response", (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on("end", resolve);
    });
    sending.on("error", reject).end(body);
  });
}
