/**
 * Stands before the server and looks at the two things of a request that Next takes on trust: whether its address can
 * be decoded and whether its method is one that the address can take. Next answers others with an error of its own,
 * 500, and prints what was sent; a browser, a scanner or a slip of the hand may send them any day. And it says of each
 * request what no route of Next can see: whether it came over the network.
 *
 * It comes in by a channel of Node that tells of each request before anybody hears of it, so that it stands there
 * however the server was started, and no part of Next or Node is changed.
 */
import { subscribe } from "node:diagnostics_channel";
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { problem } from "../lib/api/problem.ts";
import { AT_THE_MACHINE } from "../lib/rounds/address.ts";
import { answerHere, type Here } from "./answer-here.ts";
import { withholdOutput } from "./withheld-output.ts";

/** What pages and files take, and what the HTTP interface may be asked with; its routes say which they take. */
const FOR_PAGES = ["GET", "HEAD"];
const FOR_INTERFACE = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Addresses where there is nothing: what Next says there is what is said of an address that cannot be decoded. */
const NOWHERE = "/-";
const NOWHERE_IN_INTERFACE = "/api/v1/-";

/** Parts that Next keeps beside the pages, such as the one it shows when all else fails: none is a page to open. */
const NEXTS_OWN = /^\/+_(?!next\/)/;

const isOfNoVersion = (address: string): boolean => isOfInterface(address) && !/^\/+api\/+v1(\/|$)/.test(address);

const isOfInterface = (address: string): boolean => /^\/+api(\/|$)/.test(address);

/** The address that is looked up for a request's target: itself, or one where there is nothing. */
export function addressOf(target: string): string {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, "");
  const address = /^[?#]|^$/.test(local) ? `/${local}` : local;
  const [path = ""] = address.split(/[?#]/, 1);
  return path.startsWith("/") && canBeDecoded(path) && !NEXTS_OWN.test(path) && !isOfNoVersion(path)
    ? address
    : isOfInterface(path)
      ? NOWHERE_IN_INTERFACE
      : NOWHERE;
}

function canBeDecoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The methods that an address could take, when the request's is none of them. */
export function methodsInstead(method: string, address: string): readonly string[] | undefined {
  const taken = isOfInterface(address) ? FOR_INTERFACE : FOR_PAGES;
  return taken.includes(method) ? undefined : taken;
}

/** What proxies say of the request that they pass on. */
const PASSED_ON = /^(?:x-forwarded-.*|x-real-ip|forwarded|via)$/;

/**
 * Whether a request was made at this machine: its connection comes from the machine itself, and no proxy says that it
 * passes on somebody else's. A name that the request calls the machine by would prove nothing: whoever asks chooses it.
 */
export function sitsAtTheMachine(address: string, headers: IncomingHttpHeaders): boolean {
  return (
    /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/.test(address) && !Object.keys(headers).some((one) => PASSED_ON.test(one))
  );
}

/** Says it in a header of its own, in the place of whatever the request said there. */
export function sayWhoSitsHere({ headers, socket }: IncomingMessage): void {
  delete headers[AT_THE_MACHINE];
  if (sitsAtTheMachine(socket.remoteAddress ?? "", headers)) headers[AT_THE_MACHINE] = String(socket.localPort);
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

function stepInFrontOf(server: Server, addresses: readonly Here[]): void {
  const behind = server.listeners("request") as Listener[];
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    const { method = "" } = request;
    sayWhoSitsHere(request);
    request.url = addressOf(request.url ?? "");
    const taken = methodsInstead(method, request.url);
    if (taken) refuse(method, taken, response);
    else if (!answerHere(addresses, request, response))
      for (const listener of behind) listener.call(server, request, response);
  });
  // Nothing here is a tunnel or a socket: without a listener, a request that asks for one is a request like others.
  server.removeAllListeners("upgrade");
  server.on("connect", (_, socket) => end(socket, "405 Method Not Allowed", `Allow: ${FOR_PAGES.join(", ")}\r\n`));
  server.on("clientError", (cause: NodeJS.ErrnoException, socket) => end(socket, statusOf(cause.code ?? "")));
}

function refuse(method: string, taken: readonly string[], response: ServerResponse): void {
  const allow = taken.join(", ");
  const body = problem("method-not-allowed", `${method} is not taken here; taken: ${allow}.`);
  response.writeHead(body.status, {
    Allow: allow,
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-store",
    Connection: "close",
    "Content-Type": "application/problem+json",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(method === "HEAD" ? undefined : `${JSON.stringify(body, null, 2)}\n`);
}

/** What is said to a request that is no HTTP: as Node says it, but that a method that HTTP does not have is named. */
function statusOf(code: string): string {
  switch (code) {
    case "HPE_INVALID_METHOD":
      return "501 Not Implemented";
    case "HPE_HEADER_OVERFLOW":
      return "431 Request Header Fields Too Large";
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return "413 Payload Too Large";
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return "408 Request Timeout";
    default:
      return "400 Bad Request";
  }
}

function end(socket: Duplex, status: string, headers = ""): void {
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\n${headers}Connection: close\r\nContent-Length: 0\r\n\r\n`);
  else socket.destroy();
}

/**
 * Keeps the door of every server of this process, from its first request on; and what is printed, to itself. Requests
 * to `addresses` are not passed on.
 */
export function keepDoor(addresses: readonly Here[]): void {
  const kept = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { readonly server: Server };
    if (kept.has(server)) return;
    kept.add(server);
    withholdOutput();
    stepInFrontOf(server, addresses);
  });
}
