import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contentOf, isWhole, lengthOf, listFiles } from "../../scripts/file-list.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
  mkdirSync(join(folder, "static/chunks"), { recursive: true });
  mkdirSync(join(folder, "cache"));
  for (const path of ["BUILD_ID", "static/chunks/a.js", "static/empty", "cache/kept"]) {
    writeFileSync(join(folder, path), path === "static/empty" ? "" : path);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const listed = (measure: (path: string) => string) => listFiles(folder, measure, (path) => path === "cache");
const at = (path: string) => join(folder, path);

describe.each([
  ["hash", contentOf],
  ["length", lengthOf],
])("a folder that was written down by the %s of its files", (_, measure) => {
  test("is whole while nothing is done to it, and when something comes to it or changes in what is left out", () => {
    const list = listed(measure);
    expect(Object.keys(list).sort()).toEqual(["BUILD_ID", "static/chunks/a.js", "static/empty"]);
    expect(isWhole(folder, list, measure)).toBe(true);
    writeFileSync(at("static/another"), "");
    writeFileSync(at("cache/kept"), "changed");
    expect(isWhole(folder, JSON.parse(JSON.stringify(list)), measure)).toBe(true);
  });

  test.each<[string, () => void]>([
    ["a file is missing", () => rmSync(at("static/chunks/a.js"))],
    ["an empty file is missing", () => rmSync(at("static/empty"))],
    ["a folder is missing", () => rmSync(at("static/chunks"), { recursive: true })],
    ["everything is missing", () => rmSync(folder, { recursive: true })],
    ["a file is cut off", () => truncateSync(at("BUILD_ID"), 3)],
    ["a file is empty", () => writeFileSync(at("BUILD_ID"), "")],
    ["an empty file is not", () => writeFileSync(at("static/empty"), "x")],
    [
      "a folder is where a file was",
      () => {
        rmSync(at("BUILD_ID"));
        mkdirSync(at("BUILD_ID"));
        writeFileSync(at("BUILD_ID/x"), "");
        chmodSync(at("BUILD_ID"), 0o700);
      },
    ],
  ])("is not when %s", (_what, damage) => {
    const list = listed(measure);
    damage();
    const was = isWhole(folder, list, measure);
    mkdirSync(folder, { recursive: true });
    expect(was).toBe(false);
  });

  test.each([undefined, null, {}, [], "", "list", 7, { files: 1 }])("is not by a list that is none: %j", (list) => {
    expect(isWhole(folder, list, measure)).toBe(false);
  });
});

test("a change that keeps the length is found by the hash", () => {
  const list = listed(contentOf);
  writeFileSync(at("BUILD_ID"), "BUILD_IE");
  expect(isWhole(folder, list, contentOf)).toBe(false);
});
