/** Secrets that prove a right to a room: 128 random bits. Only their hashes are kept. */
import { createHash, randomBytes } from "node:crypto";

export function newToken(): string {
  return randomBytes(16).toString("base64url");
}

/** Whether a text could be a token, so that nothing else is looked up. */
export function isToken(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}

export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
