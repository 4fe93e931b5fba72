/** Statements that a text itself takes back further on. */
import type { FindingId } from "../../../criteria/types.ts";
import type { Token } from "../tokens.ts";
import type { Statement } from "./item.ts";

/** Keeps, by their places, which of the statements that were read do not stand any more. */
export class TakenBack {
  readonly #tokens: readonly Token[];
  /** Of a finding what was said before this place. */
  readonly #before = new Map<FindingId, number>();
  readonly #places = new Set<number>();
  #lineFrom = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  beginLine(said: number): void {
    this.#lineFrom = said;
  }

  /** "Please remove the diagnosis of psychosis": whatever was said of it before. */
  takeBack(finding: FindingId, said: number): void {
    this.#before.set(finding, said);
  }

  /** "RBC casts. NEW: reviewed, no RBC casts": of one line what is said again stands. */
  putRight(said: readonly Statement[], own: readonly Statement[]): void {
    for (const { finding, status, from } of own) {
      if (status !== "absent") continue;
      for (let at = this.#lineFrom; at < said.length; at += 1) {
        const one = said[at];
        if (one?.finding === finding && isPutRightBetween(this.#tokens, one.to, from)) this.#places.add(at);
      }
    }
  }

  has({ finding, status }: Statement, at: number): boolean {
    return status === "present" && (this.#places.has(at) || at < (this.#before.get(finding) ?? 0));
  }
}

function isPutRightBetween(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(
      ({ word }, at) =>
        (/^(?:new|update|updated|correction|corrected|amended|amendment|addendum|revised|reviewed)$/.test(word) &&
          tokens[from + at + 1]?.word === ":") ||
        (word === "on" && /^(?:review|rereading)$/.test(tokens[from + at + 1]?.word ?? "")),
    );
}
