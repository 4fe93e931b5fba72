/** What comes with packages: licenses, scripts at install, versions. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import app from "../../package.json" with { type: "json" };
import {
  EXCEPTIONS,
  exceptionOf,
  licensesMarkdown,
  PERMISSIVE,
  packages,
  withInstallScript,
} from "../../scripts/licenses.ts";

test("the license of everything that the app runs on is permissive, or an exception that is named", () => {
  expect(packages.length).toBeGreaterThan(50);
  const others = packages.filter((one) => !PERMISSIVE.includes(one.license) && !exceptionOf(one));
  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test("every exception is one that is needed", () => {
  const used = new Set(packages.filter(({ license }) => !PERMISSIVE.includes(license)).map(exceptionOf));
  expect(EXCEPTIONS.filter((one) => !used.has(one))).toEqual([]);
});

test("the list of licenses is written in docs/licenses.md as it is now: npm run -s trace -- --write", () => {
  const file = readFileSync(new URL("../../docs/licenses.md", import.meta.url), "utf8");
  expect(file).toBe(licensesMarkdown());
});

test("no package runs a script at install but those that are named", () => {
  const named: Readonly<Record<string, boolean>> = app.allowScripts;
  expect(withInstallScript).toEqual(Object.keys(named).sort());
  expect(Object.keys(named).filter((name) => named[name])).toEqual(["node"]);
});

test("versions are pinned exactly", () => {
  const versions = Object.entries({ ...app.dependencies, ...app.devDependencies, ...app.optionalDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
