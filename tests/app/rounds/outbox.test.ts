import { beforeEach, describe, expect, test } from "vitest";
import { createOutbox, type OwnVote, type Sent } from "../../../app/rounds/_phone/outbox.ts";

const CODE = "ACDEFGHJ";
const vote = (choice: string, certainty: OwnVote["certainty"] = 2): OwnVote => ({
  question: "q1",
  ballot: 1,
  choice,
  certainty,
});

/** A server that answers when it is told to, and the votes that reached it. */
function server(answers: (vote: OwnVote) => Sent | Promise<Sent>) {
  const reached: OwnVote[] = [];
  return {
    reached,
    send: async (sent: OwnVote) => {
      reached.push(sent);
      return answers(sent);
    },
  };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

beforeEach(() => localStorage.clear());

describe("the vote on its way", () => {
  test("is sent, and nothing of it is left on the device", async () => {
    const { send, reached } = server(() => "kept");
    const outbox = createOutbox(CODE, localStorage, send);
    outbox.put(vote("absent"));
    expect(outbox.getState().kind).toBe("sending");
    await settled();
    expect(outbox.getState()).toEqual({ kind: "sent", vote: vote("absent") });
    expect(reached).toEqual([vote("absent")]);
    expect(localStorage.length).toBe(0);
  });

  test("waits without a network, survives a reload, and is sent when it is back", async () => {
    createOutbox(CODE, localStorage, async () => "away").put(vote("absent"));
    await settled();
    const { send, reached } = server(() => "kept");
    const reloaded = createOutbox(CODE, localStorage, send);
    expect(reloaded.getState()).toEqual({ kind: "waiting", vote: vote("absent") });
    reloaded.retry();
    await settled();
    expect(reached).toEqual([vote("absent")]);
    expect(reloaded.getState().kind).toBe("sent");
  });

  test("that is changed under way is sent as changed, last", async () => {
    const first = Promise.withResolvers<Sent>();
    const { send, reached } = server((one) => (one.choice === "absent" ? first.promise : "kept"));
    const outbox = createOutbox(CODE, localStorage, send);
    outbox.put(vote("absent"));
    outbox.put(vote("counts", 3));
    first.resolve("kept");
    await settled();
    expect(reached).toEqual([vote("absent"), vote("counts", 3)]);
    expect(outbox.getState()).toEqual({ kind: "sent", vote: vote("counts", 3) });
  });

  test("that another window of the phone has changed or sent is not sent over it", async () => {
    const { send, reached } = server(() => "kept");
    let isAway = true;
    const here = createOutbox(CODE, localStorage, async (one) => (isAway ? "away" : send(one)));
    here.put(vote("absent"));
    await settled();
    const other = createOutbox(CODE, localStorage, send);
    other.put(vote("counts"));
    await settled();
    isAway = false;
    here.retry();
    await settled();
    expect(reached).toEqual([vote("counts")]);
    expect(here.getState()).toEqual({ kind: "none" });
  });

  test("that comes too late says why, and is not sent again", async () => {
    const { send, reached } = server(() => ({ refused: "The vote is closed." }));
    const outbox = createOutbox(CODE, localStorage, send);
    outbox.put(vote("absent"));
    await settled();
    outbox.retry();
    await settled();
    expect(outbox.getState()).toEqual({ kind: "refused", vote: vote("absent"), why: "The vote is closed." });
    expect(reached).toHaveLength(1);
  });

  test("is held in memory where the browser stores nothing", async () => {
    const refuses = {
      getItem: (): never => {
        throw new Error("denied");
      },
      setItem: (): never => {
        throw new Error("denied");
      },
      removeItem: (): never => {
        throw new Error("denied");
      },
    };
    let isAway = true;
    const { send, reached } = server(() => "kept");
    const outbox = createOutbox(CODE, refuses, async (one) => (isAway ? "away" : send(one)));
    outbox.put(vote("absent"));
    await settled();
    isAway = false;
    outbox.retry();
    await settled();
    expect(reached).toEqual([vote("absent")]);
    expect(outbox.getState().kind).toBe("sent");
  });

  test.for(["", "null", "3", '{"question":"q1"}', '{"question":"q1","choice":"absent","ballot":3,"certainty":2}'])(
    "%j on the device is no vote",
    (text) => {
      localStorage.setItem(`sle-room:${CODE}`, text);
      expect(createOutbox(CODE, localStorage, async () => "kept").getState()).toEqual({ kind: "none" });
    },
  );
});
