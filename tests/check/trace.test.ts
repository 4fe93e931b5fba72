/** Everything that the sets say is traced to a source and to worked records; what is taken away is missed. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { ReferenceDefinitions, ReferenceSet } from "../../criteria/types.ts";
import { traceOf, type WorkedMaterial } from "../../lib/check/trace.ts";
import { traceLines, traceMarkdown, traceSummary } from "../../lib/check/trace-words.ts";
import { criteriaOf } from "../../lib/definition/walk.ts";
import { traced, workedMaterial } from "../../scripts/traceability.ts";

const trace = traced();
const material = workedMaterial();

/** The definitions with one set alone, and what was worked out for it. */
function alone(id: string, change: (set: ReferenceSet) => ReferenceSet = (set) => set) {
  const [set] = definitions.sets.filter((one) => one.id === id).map(change);
  if (!set) throw new Error(`there is no set ${id}`);
  const records = material.records.flatMap((one) => {
    const expected = one.expect[id];
    return expected ? [{ ...one, expect: { [id]: expected } }] : [];
  });
  // Relations and limits are of all sets together, and are traced with all of them.
  const of: ReferenceDefinitions = { ...definitions, sets: [set] };
  return { of, worked: { records, limits: material.limits } };
}

/** Gaps of the set itself. */
const gapsAlone = (
  id: string,
  change?: (set: ReferenceSet) => ReferenceSet,
  worked?: (of: WorkedMaterial) => WorkedMaterial,
) => {
  const one = alone(id, change);
  return traceOf(one.of, worked ? worked(one.worked) : one.worked).gaps.filter((gap) => gap.includes(`${id}.`));
};

const withCriterion = (criterion: string, change: object) => (set: ReferenceSet) => ({
  ...set,
  domains: set.domains.map((domain) => ({
    ...domain,
    criteria: domain.criteria.map((one) => (one.id === criterion ? { ...one, ...change } : one)),
  })),
});

describe("the trace", () => {
  test("has no gap", () => {
    expect(trace.gaps).toEqual([]);
  });

  test("holds every criterion, weight, domain, finding, decision, caution and limit of the definitions", () => {
    for (const { set, rows } of trace.sets) {
      const paths = new Set(rows.map(({ kind, path }) => `${kind} ${path}`));
      for (const { criterion, domain } of criteriaOf(set)) {
        expect(paths).toContain(`criterion ${set.id}.${criterion.id}`);
        expect(paths).toContain(`weight ${set.id}.${criterion.id}.weight`);
        expect(paths).toContain(`domain ${set.id}.${domain.id}`);
        expect(paths).toContain(`sentence ${set.id}.${criterion.id}.definition`);
      }
      expect([...paths].filter((path) => path.startsWith("sentence") && path.includes(".decisions."))).toHaveLength(
        set.decisions.length,
      );
      expect([...paths].filter((path) => path.startsWith("caution"))).toHaveLength(set.cautions.length);
      expect([...paths].filter((path) => path.startsWith("not read"))).toHaveLength(Object.keys(set.notItems).length);
    }
    const rules = Object.values(definitions.findings).flatMap(({ decidedBy }) => decidedBy ?? []);
    expect(trace.limits).toHaveLength(rules.reduce((sum, rule) => sum + definitions.tests[rule.test].units.length, 0));
  });

  test("is written in docs/traceability.md as it is now: npm run -s trace -- --write", () => {
    const file = readFileSync(new URL("../../docs/traceability.md", import.meta.url), "utf8");
    // Compared as a whole, but not shown as a whole.
    expect(file === traceMarkdown(trace, definitions), "the file is not what the definitions give").toBe(true);
  });

  test("names each source with where it is found, and what awaits a check", () => {
    const lines = traceLines(trace, definitions);
    expect(lines).toContain(
      "# EULAR/ACR classification criteria for systemic lupus erythematosus, 2019 (eular-acr-2019)",
    );
    expect(lines.filter((line) => line.includes("source: NONE"))).toEqual([]);
    expect(lines.some((line) => line.includes("doi 10.1136/annrheumdis-2018-214819"))).toBe(true);
    expect(lines.some((line) => line.includes("to confirm:"))).toBe(true);
    expect(traceSummary(trace)).toMatch(/^4 sets: \d+ items and \d+ sentences, .* no gaps$/);
  });

  test("is printed by the command, which succeeds", () => {
    const script = fileURLToPath(new URL("../../scripts/trace.ts", import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8", maxBuffer: 1e8 });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(traceSummary(trace));
  });
});

describe("a gap is seen", () => {
  const EULAR = "eular-acr-2019";

  test("where there is none, there is none", () => {
    expect(gapsAlone(EULAR)).toEqual([]);
  });

  test("when a criterion loses its source, in it, its weight and its sentences", () => {
    const gaps = gapsAlone(EULAR, withCriterion("fever", { source: [] }));
    expect(gaps).toContain(`criterion ${EULAR}.fever: no source`);
    expect(gaps).toContain(`weight ${EULAR}.fever.weight: no source`);
    expect(gaps).toContain(`sentence ${EULAR}.fever.definition: no source`);
    expect(gaps).toContain(`finding ${EULAR}.fever: no source`);
  });

  test("when a source does not exist, and when what awaits a check is not said", () => {
    expect(gapsAlone(EULAR, withCriterion("fever", { source: ["nowhere"] }))).toContain(
      `criterion ${EULAR}.fever: there is no source "nowhere"`,
    );
    expect(gapsAlone(EULAR, withCriterion("fever", { checked: "partly" }))).toContain(
      `criterion ${EULAR}.fever: what awaits a check is not said`,
    );
  });

  test("when a set cites nothing, and when a decision or a figure has no source", () => {
    const gaps = gapsAlone(EULAR, (set) => ({
      ...set,
      citations: [],
      decisions: set.decisions.map((one, at) => (at === 0 ? { ...one, source: [] } : one)),
      performance: set.performance.map((one, at) => (at === 0 ? { ...one, source: [] } : one)),
    }));
    expect(gaps).toContain(`sentence ${EULAR}.rule: no source`);
    expect(gaps).toContain(`threshold ${EULAR}.classifiedWhen: no source`);
    expect(gaps).toContain(`sentence ${EULAR}.decisions.0: no source`);
    expect(gaps).toContain(`sentence ${EULAR}.performance.0: no source`);
  });

  /** Every way in which a worked record exercises something of the set, without the records that do. */
  const row = (kind: string, path: string) => {
    const found = trace.sets.flatMap(({ rows }) => rows).find((one) => one.kind === kind && one.path === path);
    if (!found) throw new Error(`there is no ${kind} ${path}`);
    return found;
  };
  const ways = [
    ["criterion", `${EULAR}.thrombocytopenia`, "explained, not counted"],
    ["criterion", `${EULAR}.delirium`, "outranked"],
    ["entry", `${EULAR}.entry`, "met although explained"],
    ["threshold", `${EULAR}.classifiedWhen`, "9, not met"],
    ["count", `${EULAR}.acute-pericarditis.atLeast`, "1 of them"],
    ["criterion", "slicc-2012.direct-coombs", "excluded"],
    ["route", "slicc-2012.route", "met without the score"],
    ["caution", "slicc-2012.cautions.exactly-500-mg", "said"],
    ["attribution", "acr-1997.attribution.seizure", "by metabolic"],
    ["threshold", "slerpi.classifiedWhen", "7, not met"],
    ["not read", "slerpi.notItems.red-cell-casts", "present"],
  ] as const;
  test.each(ways)("when the %s %s has no record any more that shows: %s", (kind, path, way) => {
    const those = row(kind, path).worked[way] ?? [];
    expect(those.length).toBeGreaterThan(0);
    const without = (of: WorkedMaterial) => ({ ...of, records: of.records.filter(({ id }) => !those.includes(id)) });
    const gaps = gapsAlone(path.split(".")[0] ?? "", undefined, without);
    expect(gaps).toContain(`${kind} ${path}: no worked record (${way})`);
  });

  test("when a worked record expects what the engine does not give", () => {
    const worked = {
      ...material,
      records: [{ id: "wrong", record: { format: "sle-record/1" as const }, expect: { slerpi: { value: 1 } } }],
    };
    expect(traceOf(definitions, worked).gaps).toContain("wrong: slerpi gives 0 and not 1");
  });

  test.each([["below"], ["at"], ["above"]] as const)("when a limit has no value %s it", (side) => {
    const limits = material.limits.flatMap((one) => {
      if (one.finding !== "thrombocytopenia" || one.unit !== "10*9/L") return [one];
      const stays = (value: number) => (side === "below" ? value >= 100 : side === "at" ? value !== 100 : value <= 100);
      return [{ ...one, present: one.present.filter(stays), absent: one.absent.filter(stays) }];
    });
    expect(traceOf(definitions, { records: [], limits }).gaps).toContain(
      `limit findings.thrombocytopenia.decidedBy.0: no value ${side} it (platelets < 100 10*9/L, in 10*9/L)`,
    );
  });

  test("when a value around a limit is not what was worked out", () => {
    const limits = [{ finding: "fever", test: "temperature", unit: "Cel", present: [38.3], absent: [] } as const];
    expect(traceOf(definitions, { records: [], limits }).gaps).toContain("fever: temperature 38.3 Cel is not present");
  });
});
