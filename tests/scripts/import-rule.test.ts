import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { partsOfLib, partsTable, violations } from "../../scripts/import-rule.ts";

function violationsIn(path: string, source: string): string[] {
  return violations(new Map([[path, source]]));
}

describe("an import that runs the wrong way is caught", () => {
  test.each([
    ["criteria read no value", "criteria/slerpi.ts", 'import { findings } from "./findings.ts";'],
    ["criteria read no value of the grammar", "criteria/slerpi.ts", 'import { grammar } from "./types.ts";'],
    [
      "criteria know no reader, even by type",
      "criteria/findings.ts",
      'import type { Trace } from "../lib/scoring/trace.ts";',
    ],
    [
      "a type inside a value import still loads the file",
      "criteria/slerpi.ts",
      'import { type Id } from "./types.ts";',
    ],
    ["examples import types only", "criteria/slerpi.examples.ts", 'import { slerpi } from "./slerpi.ts";'],
    ["the registry knows no reader", "criteria/index.ts", 'import { lint } from "../lib/check/lint.ts";'],
    ["lib reads no criteria", "lib/scoring/evaluate.ts", 'import { registry } from "../../criteria/index.ts";'],
    ["lib reads no criteria, even later", "lib/explain/note.ts", 'await import("../../criteria/index.ts");'],
    ["lib reads no criteria through an export", "lib/explain/note.ts", 'export * from "../../criteria/index.ts";'],
    ["lib knows types of no single set", "lib/explain/note.ts", 'let a: import("../../criteria/slerpi.ts").A;'],
    ["lib imports nothing that is computed", "lib/explain/note.ts", "await import(name);"],
    ["lib knows no React", "lib/explain/note.ts", 'import { useState } from "react";'],
    ["lib does no input or output", "lib/explain/note.ts", 'import { readFileSync } from "node:fs";'],
    ["scoring knows no zod", "lib/scoring/evaluate.ts", 'import { z } from "zod";'],
    ["scoring knows no FHIR", "lib/scoring/evaluate.ts", 'import type { Bundle } from "../fhir/bundle.ts";'],
    ["scoring knows no schema", "lib/scoring/evaluate.ts", 'import type { Raw } from "../record/schema.ts";'],
    ["a page runs no lint", "app/page.tsx", 'import { lint } from "../lib/check/lint.ts";'],
    ["a page runs no lint, even later", "app/page.tsx", 'await import("../lib/check/lint.ts");'],
    [
      "only practice knows cases",
      "lib/find/search.ts",
      'import type { Story } from "../../criteria/practice/types.ts";',
    ],
    ["a page reads the registry, not one set", "app/page.tsx", 'import { slerpi } from "../criteria/slerpi.ts";'],
    ["a page takes no value from the grammar", "app/page.tsx", 'import { groups } from "../criteria/types.ts";'],
    ["a route knows no other route", "app/page.tsx", 'import { List } from "./findings/list.tsx";'],
    ["a route's parts are its own", "app/page.tsx", 'import { Row } from "./findings/_parts/row.tsx";'],
    ["a page imports no script", "app/page.tsx", 'import { root } from "../scripts/bootstrap.mjs";'],
    [
      "an oracle shares nothing with what it checks, not even a type",
      "tests/oracles/slerpi.ts",
      'import type { Id } from "../../criteria/types.ts";',
    ],
    ["an oracle imports no package", "tests/oracles/slerpi.ts", 'import { expect } from "vitest";'],
  ])("%s", (_, path, source) => {
    expect(violationsIn(path, source)).not.toEqual([]);
  });

  test("scoring loads no package through another file", () => {
    const files = new Map([
      ["lib/scoring/evaluate.ts", 'import { parse } from "../record/parse.ts";'],
      ["lib/record/parse.ts", 'import { z } from "zod";'],
    ]);
    expect(violations(files)).toEqual(["lib/scoring/evaluate.ts: loads zod, directly or through another file"]);
  });

  test("a part of lib imports what the table names, by value or by type, and nothing else", () => {
    for (const { name, imports } of partsOfLib) {
      const from = name.endsWith(".ts") ? `lib/${name}` : `lib/${name}/a.ts`;
      const up = name.endsWith(".ts") ? "." : "..";
      for (const other of partsOfLib.filter((part) => part.name !== name)) {
        const path = other.name.endsWith(".ts") ? other.name : `${other.name}/b.ts`;
        for (const source of [
          `import { b } from "${up}/${path}";`,
          `import type { B } from "${up}/${path}";`,
          `await import("${up}/${path}");`,
          `export * from "${up}/${path}";`,
        ]) {
          const found = violationsIn(from, source);
          if (imports.includes(other.name)) expect(found, `${from}: ${source}`).toEqual([]);
          else expect(found, `${from}: ${source}`).toEqual([expect.stringContaining(`lib/${name} imports only`)]);
        }
      }
    }
  });

  test("two folders of lib cannot import each other, whichever they are", () => {
    for (const one of partsOfLib) {
      for (const other of partsOfLib.filter(({ name }) => name !== one.name)) {
        const path = ({ name }: typeof one) => (name.endsWith(".ts") ? `lib/${name}` : `lib/${name}/a.ts`);
        const circle = new Map([
          [path(one), `import type { A } from "${path(one).split("/").length > 2 ? "../.." : ".."}/${path(other)}";`],
          [path(other), `import type { A } from "${path(other).split("/").length > 2 ? "../.." : ".."}/${path(one)}";`],
        ]);
        expect(violations(circle), `${one.name} and ${other.name}`).not.toEqual([]);
      }
    }
  });

  test("the table names a part only after those that it imports, so that no circle can be written down", () => {
    const above = new Set<string>();
    for (const { name, imports } of partsOfLib) {
      for (const other of imports) expect(above.has(other), `${name} imports ${other}`).toBe(true);
      above.add(name);
    }
  });

  test.each(["lib/notes/a.ts", "lib/helpers.ts"])("%s has no place in lib before the table names it", (path) => {
    expect(violationsIn(path, "")).toEqual([expect.stringContaining("has no place among the parts of lib")]);
  });

  test("a file that no rule covers is an error, not an exception", () => {
    expect(violationsIn("app.ts", "")).toHaveLength(1);
  });
});

describe("an import that follows the table passes", () => {
  test.each([
    ["criteria/slerpi.ts", 'import type { CriteriaSet } from "./types.ts";'],
    ["criteria/types.ts", 'import type { findings } from "./findings.ts";'],
    ["criteria/index.ts", 'export * from "./slerpi.ts";'],
    [
      "lib/scoring/evaluate.ts",
      'import { parse } from "../record/derive.ts"; import type { A } from "../../criteria/types.ts";',
    ],
    ["lib/record/schema.ts", 'import { z } from "zod";'],
    ["lib/practice/case.ts", 'import type { Story } from "../../criteria/practice/types.ts";'],
    ["tests/check/lint.test.ts", 'import { lint } from "../../lib/check/lint.ts";'],
    ["app/_store/record.ts", 'import type { FindingId } from "../../criteria/types.ts";'],
    ["app/layout.tsx", 'import "./globals.css"; import type { Metadata } from "next";'],
    [
      "app/criteria/[set]/page.tsx",
      'import { Score } from "../../_components/score.tsx"; import { Row } from "./row.tsx";',
    ],
    [
      "app/_calculator/form.tsx",
      'import { registry } from "../../criteria/index.ts"; import { Score } from "../_components/score.tsx";',
    ],
    ["tests/oracles/slerpi.ts", 'import { count } from "./counting.ts";'],
    ["tests/scoring.test.ts", 'import { registry } from "../criteria/index.ts"; import { test } from "vitest";'],
  ])("%s: %s", (path, source) => {
    expect(violationsIn(path, source)).toEqual([]);
  });
});

test("the README prints the table of lib's parts", () => {
  expect(readFileSync("README.md", "utf8")).toContain(partsTable());
});
