import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../app/_calculator/measurement/typed-value.ts";

describe("a number as it is typed", () => {
  it.each([
    ["3.2", 3.2],
    ["3,2", 3.2],
    ["0,500", 0.5],
    [" 85 ", 85],
    ["1:320", 320],
    ["1/80", 80],
    [".9", 0.9],
    [",9", 0.9],
    ["5.", 5],
    ["12,345.6", 12345.6],
    ["12.345,6", 12345.6],
    ["0.850", 0.85],
  ])("reads %s", (text, value) => {
    expect(readTyped(text)).toEqual({ kind: "number", value });
  });

  it.each(["<20", "< 20"])("keeps the comparator of %s", (text) => {
    expect(readTyped(text)).toEqual({ kind: "number", value: 20, comparator: "<" });
  });

  it("asks again when a comma may be a decimal or may part thousands", () => {
    expect(readTyped("3,200")).toMatchObject({ kind: "unreadable", why: expect.stringContaining("3200 or 3.200") });
  });

  it("says what a number with a dot can be as well", () => {
    expect(readTyped("1.200")).toEqual({ kind: "number", value: 1.2, orElse: 1200 });
  });

  it("reads no more digits than anyone types, and repeats no long text", () => {
    const read = readTyped("9".repeat(400));
    expect(read).toMatchObject({ kind: "unreadable" });
    expect(read.kind === "unreadable" && read.why.length).toBeLessThan(100);
  });

  it.each(["low", "3.2.1", "12 g", "--4", "1e5"])("does not read %s and says what to write", (text) => {
    expect(readTyped(text)).toMatchObject({ kind: "unreadable", why: expect.stringContaining("Write a number") });
  });

  it("takes nothing for nothing", () => {
    expect(readTyped("  ")).toEqual({ kind: "empty" });
  });
});
