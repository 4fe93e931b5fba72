import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";

const program = join(import.meta.dirname, "../../fhir/fhir-server.ts");

/** Starts the FHIR server of the tests as a process of its own, with these resources and this patient in view. */
export async function startFhirServer(resources: readonly object[], patient: string, pageSize?: number) {
  const server = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  server.stdin.write(`${JSON.stringify({ resources, patient, pageSize })}\n`);
  const asked: string[] = [];
  const listening = Promise.withResolvers<string>();
  createInterface({ input: server.stdout }).on("line", (line) => {
    const said = JSON.parse(line) as { origin?: string; asked?: string };
    if (said.origin) listening.resolve(said.origin);
    if (said.asked) asked.push(said.asked);
  });
  server.once("exit", (code) => listening.reject(new Error(`the FHIR server ended by itself, with ${code}`)));
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null) return;
    server.stdin.end();
    await once(server, "exit");
  };
  return { origin: await listening.promise, asked, stop };
}

/** Asks the server for leave to read, as a program would that is no browser, and gives the token. */
export async function leaveToRead(origin: string): Promise<string> {
  const verifier = randomUUID();
  const authorize = new URL("/authorize", origin);
  authorize.searchParams.set("redirect_uri", "http://localhost/back");
  authorize.searchParams.set("code_challenge", createHash("sha256").update(verifier).digest("base64url"));
  const { headers } = await fetch(authorize, { redirect: "manual" });
  const code = new URL(headers.get("location") ?? "").searchParams.get("code") ?? "";
  const body = new URLSearchParams({ code, code_verifier: verifier });
  const given = await (await fetch(new URL("/token", origin), { method: "POST", body })).json();
  return (given as { access_token: string }).access_token;
}
