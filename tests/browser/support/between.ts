/** A proxy between browser and app, of the kinds that stand in halls and hospitals: what they do to streams is chosen here. */
import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** `pass`: as they come. `keep`: taken and never answered. `refuse`: answered with an error. */
type ToNewStreams = "pass" | "keep" | "refuse";

export interface Between {
  readonly origin: string;
  /** Streams that browsers hold now. */
  readonly open: () => number;
  /** Streams that were asked for so far. */
  readonly asked: () => number;
  /** The most that were held at one time. */
  readonly most: () => number;
  readonly treat: (newStreams: ToNewStreams) => void;
  /** From now on nothing comes through the streams that are open, and nothing says so. */
  readonly silence: () => void;
  readonly stop: () => Promise<void>;
}

export async function startBetween(origin: string): Promise<Between> {
  const { hostname, port } = new URL(origin);
  const silent = new Set<ServerResponse>();
  const held = new Set<ServerResponse>();
  let treatment: ToNewStreams = "pass";
  let [asked, most] = [0, 0];

  function pass(incoming: IncomingMessage, response: ServerResponse): void {
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on("data", (chunk: Buffer) => !silent.has(response) && response.write(chunk));
      answer.on("end", () => !silent.has(response) && response.end());
      answer.on("error", () => response.destroy());
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    incoming.pipe(onward);
  }

  const server = createServer((incoming, response) => {
    if (!/\/events\b/.test(incoming.url ?? "")) return pass(incoming, response);
    asked += 1;
    held.add(response);
    most = Math.max(most, held.size);
    response.on("close", () => held.delete(response));
    if (treatment === "pass") return pass(incoming, response);
    if (treatment === "refuse") response.writeHead(502).end();
  });
  server.listen(0);
  await once(server, "listening");
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    open: () => held.size,
    asked: () => asked,
    most: () => most,
    treat: (newStreams) => {
      treatment = newStreams;
    },
    silence: () => {
      for (const response of held) silent.add(response);
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
