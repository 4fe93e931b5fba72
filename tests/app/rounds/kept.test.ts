/** What a device keeps of rounds, where something lies in the way that cannot be read. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { writeRound } from "../../../lib/rounds/prepare.ts";
import { prepared } from "../../rounds/support.ts";

const ROUND = prepared([{ kind: "finding", finding: "malar-rash" }]);
const DRAFT = "sle-round-draft";
const OPENED = "sle-rounds-opened";

beforeEach(() => localStorage.clear());

/** As a window does that is opened now. */
async function opened() {
  vi.resetModules();
  return await import("../../../app/rounds/_prepare/kept.ts");
}

const everything = () => Object.values({ ...localStorage });

describe("the round in preparation", () => {
  test("is there again in the next window", async () => {
    (await opened()).keptRound.change(() => ROUND);
    expect((await opened()).keptRound.getState()).toMatchObject({ value: ROUND, saving: "saved" });
  });

  test.for([
    ["cut off", writeRound(ROUND).slice(0, 200)],
    ["of another kind", JSON.stringify({ format: "sle-record/1" })],
    ["damaged within", JSON.stringify({ ...ROUND, record: { findings: 3 } })],
    ["no JSON", "nonsense"],
  ] as const)("that is %s is said to be so, and stays on the device whatever is prepared next", async ([, text]) => {
    localStorage.setItem(DRAFT, text);
    const { keptRound } = await opened();
    expect(keptRound.getState()).toMatchObject({ value: undefined, unread: { kind: "unreadable", text } });
    keptRound.change(() => ROUND);
    keptRound.change(() => ({ ...ROUND, title: "Another" }));
    expect(everything()).toContain(text);
    // Another that cannot be read takes the place of neither.
    localStorage.setItem(DRAFT, "{");
    (await opened()).keptRound.change(() => ROUND);
    expect(everything()).toEqual(expect.arrayContaining([text, "{", writeRound(ROUND)]));
  });

  test("of a later version is left where it lies", async () => {
    const later = JSON.stringify({ ...ROUND, format: "sle-round/2" });
    localStorage.setItem(DRAFT, later);
    const { keptRound } = await opened();
    expect(keptRound.getState()).toMatchObject({ value: undefined, unread: { kind: "newer" } });
    keptRound.change(() => ROUND);
    expect(localStorage.getItem(DRAFT)).toBe(later);
    expect((await opened()).keptRound.getState().value).toEqual(ROUND);
  });
});

describe("the rooms that were opened here", () => {
  const room = { code: "ACDEFGHJ", title: "A woman with a rash", at: 1000 };

  test("are listed, the latest first, until they must be over", async () => {
    const { keepOpened } = await opened();
    keepOpened(room);
    keepOpened({ ...room, code: "KMNPQRTW", at: 2000 });
    const { keptRooms, roomsAt } = await opened();
    expect(roomsAt(keptRooms.getState().value, 3000).map(({ code }) => code)).toEqual(["KMNPQRTW", "ACDEFGHJ"]);
    expect(roomsAt(keptRooms.getState().value, 1e12)).toEqual([]);
  });

  test.for(["nonsense", "{}", "[3]", JSON.stringify([room, { code: 3 }])])(
    "%s is no list of them: that is said, and it is not written over",
    async (text) => {
      localStorage.setItem(OPENED, text);
      const { keptRooms, keepOpened } = await opened();
      expect(keptRooms.getState().unread).toEqual({ kind: "unreadable", text });
      keepOpened(room);
      expect(keptRooms.getState().value).toEqual([room]);
      expect(everything()).toContain(text);
    },
  );
});
