/** What every address of the rounds does alike: finds the room, and says in one form what cannot be done. */
import { type ProblemKind, problem } from "../../../../../lib/api/problem.ts";
import { isTooDeep } from "../../../../../lib/record/json-depth.ts";
import { readCode } from "../../../../../lib/rounds/code.ts";
import { isOver, type Refusal, type Room } from "../../../../../lib/rounds/room.ts";
import type { Role } from "../../../../../lib/rounds/view.ts";
import { type Asked, readJsonText } from "../../_http/body.ts";
import { isAway } from "../_store/away.ts";
import { afterAWrongCode, strangersWait, waitAsAStranger } from "./guessing.ts";
import { type KeptRooms, keptRooms } from "./kept-rooms.ts";
import { holderOf, isForeign, isKnown, type Kind } from "./whose.ts";

export type RoomParameters = { readonly params: Promise<{ code: string }> };

/** JSON that is nobody else's: not kept by anybody, and not readable from another site. */
export function own(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store", ...headers },
  });
}

export function refused(kind: ProblemKind, detail: string): Response {
  const body = problem(kind, detail);
  return own(body.status, body, { "Content-Type": "application/problem+json" });
}

const AWAY =
  "The place where rooms are kept cannot be read or written now. What was acknowledged before is kept; try again.";

/** A handler that answers also when something is thrown, and prints nothing of it. */
export function holding<Sent extends Asked, Rest extends readonly unknown[]>(
  handle: (request: Sent, ...rest: Rest) => Promise<Response>,
): (request: Sent, ...rest: Rest) => Promise<Response> {
  return (request, ...rest) =>
    handle(request, ...rest).catch((thrown) => {
      if (thrown instanceof Answered) return thrown.response;
      if (!isAway(thrown)) {
        return refused("unexpected", "The request could not be answered. What was acknowledged before is kept.");
      }
      const answer = refused("rooms-unavailable", AWAY);
      answer.headers.set("Retry-After", "2");
      return answer;
    });
}

/** Thrown to answer at once. */
class Answered extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super("answered");
    this.response = response;
  }
}

export async function rooms(): Promise<KeptRooms> {
  const opened = await keptRooms();
  if ("unavailable" in opened) throw new Answered(refused("rooms-unavailable", opened.unavailable));
  return opened;
}

/**
 * The room of an address. Where there is none, the answer waits, so that codes cannot be guessed in numbers. A code that
 * was typed in another way is answered with the address of the room: the cookies of a browser are for that alone, and
 * whoever came by another would be somebody new.
 */
export async function roomAt(request: Asked, { params }: RoomParameters): Promise<KeptRooms & { readonly room: Room }> {
  const { code: typed } = await params;
  const kept = await rooms();
  const code = readCode(typed);
  const room = code === undefined ? undefined : await kept.store.room(code);
  // What is over is erased within minutes; until then it is not there.
  if (!room || isOver(room, Date.now())) return await noSuchRoom();
  if (strangersWait() > 0 && !(await isKnown(kept, request, room.code))) await waitAsAStranger();
  if (typed !== room.code) throw new Answered(elsewhere(request, room.code));
  return { ...kept, room };
}

function elsewhere(request: Asked, code: string): Response {
  const { pathname, search } = new URL(request.url);
  const [, api, v1, rounds, , ...rest] = pathname.split("/");
  const location = ["", api, v1, rounds, code, ...rest].join("/") + search;
  return new Response(null, { status: 308, headers: { Location: location, "Cache-Control": "no-store" } });
}

export async function noSuchRoom(): Promise<never> {
  await afterAWrongCode();
  throw new Answered(
    refused("no-such-room", "There is no room of this code: it was mistyped, or the room was erased."),
  );
}

/** As `roomAt`, for those alone who hold a right to it. A room that has ended answers nobody else. */
export async function roomFor(
  request: Asked,
  address: RoomParameters,
  kind: Kind,
): Promise<KeptRooms & { readonly room: Room; readonly holder: Role }> {
  const found = await roomAt(request, address);
  const holder = await holderOf(found, request, found.room.code, kind);
  if (holder) return { ...found, holder };
  if (found.room.ended) return await noSuchRoom();
  const who = kind === "voter" ? "has not joined this room" : "is not a presenter of this room";
  throw new Answered(refused("not-yours", `Whoever asks ${who}.`));
}

/** Stops what a page of another site sends in somebody's name. */
export function notForeign(request: Asked): void {
  if (isForeign(request)) throw new Answered(refused("not-yours", "This was sent by a page of another site."));
}

/** What a request brings as JSON; undefined where that is no JSON. */
export async function jsonOf(request: Asked, most: number): Promise<unknown> {
  const body = await readJsonText(request, most);
  if ("refused" in body) {
    const { kind, detail } = body;
    throw new Answered(refused(kind === "record-not-readable" ? "round-not-readable" : kind, detail));
  }
  if (isTooDeep(body.text)) return undefined;
  try {
    return JSON.parse(body.text);
  } catch {
    return undefined;
  }
}

/** What cannot be done now, in words for whoever pressed. */
export function refusal(why: Refusal): Response {
  switch (why.refused) {
    case "not-now":
      return refused("not-now", `The question is in the phase ${why.phase}, which does not allow this.`);
    case "another-is-open":
      return refused("not-now", `The vote on ${why.question} is open; close it first.`);
    case "ended":
      return refused("not-now", "The round has ended.");
    case "no-such-question":
      return refused("not-found", "The round has no such question.");
    case "no-such-choice":
      return refused("round-not-readable", `This is not a choice; the choices are ${why.choices.join(", ")}.`);
  }
}
