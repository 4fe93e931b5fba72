/** What the screen, the paper of the summary and each phone say at the end of a round. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import Paper from "../../../app/rounds/_phone/paper.tsx";
import { Summary } from "../../../app/rounds/present/_screen/summary.tsx";
import type { Definitions } from "../../../criteria/types.ts";
import { type Identity, versionWords } from "../../../lib/definition/identity.ts";
import type { Room, Vote } from "../../../lib/rounds/room.ts";
import { view } from "../../../lib/rounds/view.ts";
import { definitions, identity, prepared, roomFor, vote } from "../../rounds/support.ts";

afterEach(cleanup);

const ROOM: Room = {
  ...roomFor(
    prepared([
      { kind: "finding", finding: "oral-ulcers" },
      { kind: "finding", finding: "thrombocytopenia" },
    ]),
  ),
  ended: true,
};
const textIn = ({ textContent }: Element) => (textContent ?? "").replaceAll(/\s+/g, " ");

function summaryText(votes: readonly Vote[], app: Identity = identity, known: Definitions = definitions): string {
  const made = view({ room: ROOM, votes, joined: 3, presenterHere: true }, { kind: "presenter" }, known, app);
  if (!made.summary) throw new Error("the round has ended");
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <Summary view={made} summary={made.summary} />
    </QueryClientProvider>,
  );
  return textIn(container);
}

const CONTRADICTS = "what they read contradicts the rest of the record";
const HALF = "As more than half of the room read the findings";

describe("the summary", () => {
  test("sets what more than half read beside the record", () => {
    const text = summaryText([vote(1, "counts"), vote(2, "counts"), vote(3, "absent")]);
    expect(text).toContain(HALF);
    expect(text).not.toContain(CONTRADICTS);
    expect(text).not.toContain("renewed");
  });

  test("says that what more than half read contradicts the rest of the record, where it does", () => {
    const low = (voter: number, choice: string) => vote(voter, choice, { question: "q2" });
    expect(ROOM.plan.questions[1]?.choices.find(({ key }) => key === "absent")?.contradicts).toBeDefined();
    expect(summaryText([low(1, "absent"), low(2, "absent"), low(3, "counts")])).toContain(CONTRADICTS);
    expect(summaryText([low(1, "absent"), low(2, "cannot-tell"), low(3, "counts")])).not.toContain(CONTRADICTS);
  });

  test("says that the criteria were renewed instead of working anything out by others", () => {
    const text = summaryText([vote(1, "counts"), vote(2, "counts")], {
      ...identity,
      definitions: `sha256:${"0".repeat(64)}`,
    });
    expect(text).toContain("The criteria of this app were renewed after the room was opened.");
    expect(text).not.toContain(HALF);
    expect(text).not.toContain(CONTRADICTS);
  });

  test("says by which version and definitions it was worked out, also after another came", () => {
    const said = `Worked out by version ${versionWords(identity)}.`;
    expect(summaryText([vote(1, "counts")])).toContain(said);
    expect(summaryText([vote(1, "counts")], { version: "9.9.9", definitions: "sha256:1" })).toContain(said);
  });
});

test("each phone's own paper says what was right, and by which version and definitions", () => {
  const known = { room: ROOM, votes: [vote(1, "counts")], joined: 1, presenterHere: true };
  const { own, app } = view(known, { kind: "voter", voter: 1 }, definitions, identity);
  if (!own?.paper) throw new Error("the round has ended");
  const { container } = render(<Paper paper={own.paper} app={app} />);
  const text = textIn(container);
  expect(text).toContain("First answer: Present, and it counts (fairly sure): not right");
  expect(text).toContain(`Worked out by version ${versionWords(identity)}.`);
});
