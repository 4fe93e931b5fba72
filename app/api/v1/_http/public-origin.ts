/**
 * Where people find this app, for links in what other programs show. It is what the operator says, PUBLIC_ORIGIN, and
 * else the address that `npm start` prints. It is never taken from a header: who calls could then choose where a
 * clinician's next click leads.
 */
export function publicOrigin(request: Request): string {
  const said = process.env["PUBLIC_ORIGIN"];
  // Next fills in its own port here, and localhost whatever the Host header says; a browser test holds it to that.
  return said ? new URL(said).origin : `http://localhost:${new URL(request.url).port}`;
}
