import { connect } from "node:net";
import { text } from "node:stream/consumers";

/** What a server answers to these very bytes, which a client that minds the standard would not send. */
export async function sendRaw(origin: string, sent: string): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(Number(new URL(origin).port), "localhost");
  socket.write(sent);
  const [head = "", ...rest] = (await text(socket)).split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head: head.toLowerCase(), body: rest.join("\r\n\r\n") };
}

/** A request with an address and a method as they are, and the connection closed after the answer. */
export function rawRequest(method: string, target: string, headers = ""): string {
  return `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`;
}
