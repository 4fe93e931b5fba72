/**
 * The servers of electronic records that the launch page may ask, as sources of a Content-Security-Policy.
 *
 * `listed` names their origins, parted by spaces: of each FHIR server, and of the server that gives leave to read where
 * it is another one. Nothing listed means a trial: servers on the same machine, at any port. Throws on what is no origin,
 * since a policy with a slip in it would be wider or narrower than was meant.
 */
export function recordServers(listed = ""): readonly string[] {
  const origins = listed.split(/\s+/).filter((one) => one !== "");
  for (const one of origins) {
    if (!ORIGIN.test(one) || !URL.canParse(one) || new URL(one).origin !== one) {
      throw new Error(`NEXT_PUBLIC_SMART_SERVERS names ${one}, which is no origin such as https://ehr.example.`);
    }
  }
  return origins.length > 0 ? origins : ["http://localhost:*", "http://127.0.0.1:*"];
}

/** Stricter than URL: a wildcard or a semicolon would be another policy. */
const ORIGIN = /^https:\/\/[a-z0-9.-]+(:\d+)?$/;

/** Whether an address lies on one of these servers. */
export function mayAsk(address: string, servers: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, protocol, hostname } = new URL(address);
  return servers.some((server) => server === origin || server === `${protocol}//${hostname}:*`);
}
