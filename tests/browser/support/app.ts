import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}

async function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    (response) => response.ok,
    () => false,
  );
}

interface Served {
  readonly origin: string;
  readonly stop: () => Promise<void>;
  /** For what a test does to it from outside. */
  readonly process: ChildProcess;
  readonly printed: () => string;
}

/** The production build, served as `npm start` serves it, on a port that is free. */
export function startApp(environment: Readonly<Record<string, string>> = {}, port?: number): Promise<Served> {
  return startNext(root, environment, port);
}

/** A production build that lies in a folder, served on a port that is free. */
export async function startNext(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  at?: number,
): Promise<Served> {
  const port = at ?? (await freePort());
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "start", "-p", String(port)], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment, NODE_ENV: "production" },
  });
  let printed = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    // A server that waits for a connection which nobody ends has no more to say.
    const patience = setTimeout(() => server.kill("SIGKILL"), 5_000);
    await gone;
    clearTimeout(patience);
  };
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await answers(origin)) return { origin, stop, process: server, printed: () => printed };
    if (server.exitCode !== null) break;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  await stop();
  throw new Error(`the built app did not answer: was it built? (npm test -- build)\n${printed}`);
}
