/** A room as programs use it over HTTP: what the benchmark's processes share. */
import { once } from "node:events";
import { type Agent, type IncomingMessage, request } from "node:http";
import { prepared } from "../../rounds/support.ts";

export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly cookie: string;
}

/** One request, as a program sends it. Rejects when the connection is lost. */
export async function call(
  origin: URL,
  agent: Agent,
  method: string,
  path: string,
  { body, token }: { body?: unknown; token?: string } = {},
): Promise<Answered> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const sending = request(new URL(`/api/v1/rounds${path}`, origin), {
    method,
    agent,
    headers: {
      ...(text !== undefined && { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
  });
  sending.end(text);
  const [response] = (await once(sending, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const cookie = response.headers["set-cookie"]?.[0] ?? "";
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), cookie };
}

export async function openRoom(origin: URL, agent: Agent): Promise<{ readonly code: string; readonly token: string }> {
  const round = prepared([{ kind: "finding", finding: "oral-ulcers" }]);
  const { status, body } = await call(origin, agent, "POST", "", { body: round });
  if (status !== 201) throw new Error(`${status} ${body}`);
  const { code, token } = JSON.parse(body) as { code: string; token: string };
  return { code, token };
}

export async function joinRoom(origin: URL, agent: Agent, code: string): Promise<string> {
  const { cookie } = await call(origin, agent, "GET", `/${code}`);
  const token = /sle-voter=([\w-]+)/.exec(cookie)?.[1] ?? "";
  const { status, body } = await call(origin, agent, "PUT", `/${code}/voter`, { body: {}, token });
  if (status !== 200) throw new Error(`${status} ${body}`);
  return token;
}

/** Listens to a stream until `close`; calls back with each view. Gives the function that ends it. */
export async function listen(
  origin: URL,
  agent: Agent,
  path: string,
  token: string,
  heard: (view: string) => void,
): Promise<() => void> {
  const sending = request(new URL(`/api/v1/rounds${path}`, origin), {
    agent,
    headers: { Authorization: `Bearer ${token}` },
  });
  sending.end();
  const [response] = (await once(sending, "response")) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`the stream was answered with ${response.statusCode}`);
  let rest = "";
  response.setEncoding("utf8").on("data", (text: string) => {
    const events = (rest + text).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      if (event.startsWith("event: view\ndata: ")) heard(event.slice("event: view\ndata: ".length));
    }
  });
  response.on("error", () => undefined);
  sending.on("error", () => undefined);
  return () => sending.destroy();
}

export const open = { kind: "move", question: "q1", from: "draft", move: "open" } as const;
export const CHOICES = ["counts", "explained:infection", "absent", "cannot-tell"] as const;
