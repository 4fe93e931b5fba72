import { describe, expect, test } from "vitest";
import {
  error,
  firstFound,
  firstOf,
  firstRemarks,
  type Issue,
  MOST_ISSUES,
  type RecordNotice,
  shown,
} from "../../lib/record/issues.ts";

/** Counted up, so that it shows which part of a text is left. */
const counted = (length: number) =>
  Array.from({ length: Math.ceil(length / 5) }, (_, at) => String(at).padStart(5, "0"))
    .join("")
    .slice(0, length);

describe("a mistake", () => {
  test.each([
    ["path", 200],
    ["message", 1000],
  ] as const)("has a %s of at most %d characters, without its middle where there are more", (part, most) => {
    const of = (text: string) => error("malformed", part === "path" ? text : "", part === "message" ? text : "")[part];
    expect(of(counted(most))).toBe(counted(most));
    const long = counted(most + 1);
    const cut = of(long);
    expect(cut).toHaveLength(most);
    const [start = "", end = ""] = cut.split("…");
    expect(long.startsWith(start)).toBe(true);
    expect(long.endsWith(end)).toBe(true);
    expect(end).toHaveLength(most / 4);
    const longest = counted(10 * most);
    expect(of(longest)).toBe(`${longest.slice(0, (most * 3) / 4 - 1)}…${longest.slice(-most / 4)}`);
  });

  test("names the first hundred places", () => {
    const places = Array.from({ length: 101 }, (_, at) => `measurements.${at}`);
    expect(error("contradiction", "", "", places).related).toEqual(places.slice(0, 100));
    expect(error("contradiction", "", "", places.slice(0, 100)).related).toEqual(places.slice(0, 100));
    expect(error("contradiction", "", "")).not.toHaveProperty("related");
  });
});

describe("a list of mistakes", () => {
  const mistake = (at: number, severity: Issue["severity"] = "error"): Issue => ({
    ...error("malformed", `${at}`, "wrong"),
    severity,
  });
  const mistakes = (count: number) => Array.from({ length: count }, (_, at) => mistake(at));

  test("has a hundred, and then says that there are more", () => {
    expect(MOST_ISSUES).toBe(100);
    expect(firstOf(mistakes(100))).toEqual(mistakes(100));
    const more = { ...error("malformed", "", "More than 100 mistakes; the others are not listed.") };
    expect(firstOf(mistakes(101))).toEqual([...mistakes(100), more]);
    expect(firstOf(mistakes(500))).toEqual([...mistakes(100), more]);
    expect(firstOf([])).toEqual([]);
  });

  test("asks for no more than it lists", () => {
    let asked = 0;
    function* endless() {
      for (;;) yield mistake(asked++);
    }
    expect(firstOf(endless())).toHaveLength(101);
    expect(asked).toBe(101);
  });

  test("has 40,000 characters of paths, messages and places, and then says that there are more", () => {
    // 10 + 970 + 20 of each.
    const long = (at: number): Issue =>
      error("malformed", String(at).padStart(10, "0"), "m".repeat(970), ["p".repeat(12), "q".repeat(8)]);
    const all = Array.from({ length: 45 }, (_, at) => long(at));
    expect(firstOf(all.slice(0, 40))).toEqual(all.slice(0, 40));
    expect(firstOf(all)).toHaveLength(41);
    expect(firstOf(all).at(-1)?.message).toMatch(/^More than 40 mistakes/);
    // One character more, in any of the three.
    const [first, ...others] = all.slice(0, 40);
    if (!first) throw new Error("none");
    for (const one of [
      { ...first, path: `${first.path}.` },
      { ...first, message: `${first.message}.` },
      { ...first, related: [...(first.related ?? []), "r"] },
    ])
      expect(firstOf([one, ...others]).at(-1)?.message).toMatch(/^More than 39 mistakes/);
  });

  test("ends as gravely as the last that it lists", () => {
    const warnings = Array.from({ length: 120 }, (_, at) => mistake(at, "warning"));
    expect(firstOf(warnings).at(-1)).toMatchObject({
      severity: "warning",
      message: expect.stringMatching(/^More than 100/),
    });
    const mixed = [...mistakes(50), ...warnings];
    expect(firstOf(mixed).at(-1)?.severity).toBe("warning");
    expect(firstOf([...warnings.slice(0, 50), ...mistakes(60)]).at(-1)?.severity).toBe("error");
    const huge: Issue = { ...mistake(0, "warning"), message: "m".repeat(40_001) };
    expect(firstOf([huge])).toMatchObject([{ severity: "warning", message: expect.stringMatching(/^More than 0/) }]);
  });

  test("of a whole record begins with the errors, each kind in its order", () => {
    const found = [mistake(0, "warning"), mistake(1), mistake(2, "warning"), mistake(3)];
    expect(firstFound(found).map(({ path }) => path)).toEqual(["1", "3", "0", "2"]);
    const many = [...Array.from({ length: 150 }, (_, at) => mistake(at, "warning")), mistake(999)];
    expect(firstFound(many)[0]).toEqual(mistake(999));
  });
});

test("remarks are a hundred, and then one that says that there are more", () => {
  const remarks = (count: number) =>
    Array.from({ length: count }, (_, at): RecordNotice => ({ code: "assumed", finding: `f${at}`, message: `m${at}` }));
  expect(firstRemarks(remarks(100))).toEqual(remarks(100));
  const more = { code: "assumed", finding: "f100", message: "More than 100 remarks; the others are not listed." };
  expect(firstRemarks(remarks(101))).toEqual([...remarks(100), more]);
  expect(firstRemarks(remarks(300))).toEqual([...remarks(100), more]);
});

test("a value in a message is short", () => {
  expect(shown(undefined)).toBe("nothing");
  expect(shown([1])).toBe("a list");
  expect(shown({})).toBe("an object");
  expect(shown(null)).toBe("null");
  expect(shown(3.2)).toBe("3.2");
  // With its quotation marks.
  expect(shown(counted(58))).toBe(`"${counted(58)}"`);
  expect(shown(counted(59))).toBe(`"${counted(59).slice(0, 56)}...`);
  expect(shown(counted(59))).toHaveLength(60);
  expect(shown(counted(5000))).toBe(`"${counted(5000).slice(0, 56)}...`);
  expect(shown("a\u202Eb")).toBe('"a\\u{202E}b"');
});
