import { refused, signed } from "../assess.ts";
import type { Identity } from "../definition/identity.ts";
import { error, type Issue } from "../record/issues.ts";

/** Problem details of RFC 9457. `type` is the place on the page for developers that explains it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

/** What can be wrong with a request, before or beside what is wrong with the record in it. */
export const PROBLEMS = {
  "record-not-readable": { status: 422, title: "The record has an error" },
  "hook-not-readable": { status: 400, title: "The call is not one of this hook" },
  "feedback-not-readable": { status: 400, title: "The message is not feedback on cards" },
  "prefetch-missing": { status: 412, title: "The prefetched results are missing" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "body-too-slow": { status: 408, title: "The body took too long to arrive" },
  "media-type": { status: 415, title: "The body is not JSON" },
  "not-found": { status: 404, title: "There is nothing here" },
  "method-not-allowed": { status: 405, title: "This address does not take this method" },
  "round-not-readable": { status: 422, title: "The round cannot be held" },
  "no-such-room": { status: 404, title: "There is no such room" },
  "not-yours": { status: 403, title: "This is not yours to do" },
  "not-now": { status: 409, title: "Not in this phase" },
  "rooms-unavailable": { status: 503, title: "Rooms cannot be kept here" },
  "rooms-full": { status: 503, title: "No more rooms can be kept here" },
  unexpected: { status: 500, title: "Something went wrong on the server" },
} as const;

export type ProblemKind = keyof typeof PROBLEMS;

export function problem(kind: ProblemKind, detail: string): Problem {
  const { status, title } = PROBLEMS[kind];
  return { type: `/developers#${kind}`, title, status, detail };
}

/** A problem that withholds a result: the members of a problem beside those of `sle-result/1`, with its issues. */
export function refusal(kind: ProblemKind, issues: readonly [Issue, ...Issue[]], app?: Identity) {
  const withheld = refused(issues);
  return { ...problem(kind, issues[0].message), ...(app ? signed(withheld, app) : withheld) };
}

/** A refusal for a body that was not read. */
export function unread(kind: ProblemKind, detail: string) {
  return refusal(kind, [error("malformed", "", detail)]);
}
