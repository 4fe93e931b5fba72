import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import type { SetResult } from "../../lib/scoring/result.ts";
import { assess } from "../support/assess.ts";

function result(set: string, findings: NonNullable<SleRecord["findings"]>): SetResult {
  const found = assess({ format: "sle-record/1", findings }).results?.[set];
  if (!found) throw new Error("refused");
  return found;
}

describe("open findings, the most decisive first", () => {
  test("an answer that settles the verdict alone comes before one that moves the score further", () => {
    const { open } = result("eular-acr-2019", { "malar-rash": "present" });
    // Without the ANA nothing classifies; the biopsy alone brings 10 points and settles nothing.
    expect(open.slice(0, 2)).toEqual(["ana-1-80", "biopsy-class-3-or-4"]);
  });

  test("of those that settle nothing, the ones that move the score furthest come first", () => {
    const { open } = result("eular-acr-2019", { "ana-1-80": "present" });
    expect(open[0]).toBe("biopsy-class-3-or-4");
    expect(open.indexOf("synovitis-2-joints")).toBeLessThan(open.indexOf("thrombocytopenia"));
    expect(open.indexOf("thrombocytopenia")).toBeLessThan(open.indexOf("fever"));
  });

  test("only what can still change the verdict is open, and two that each can are both", () => {
    const absent = Object.fromEntries(Object.keys(definitions.findings).map((id) => [id, "absent" as const]));
    const { seizure: _, "pleuritic-pain": __, "pleurisy-over-1-day": ___, ...rest } = absent;
    const three = { ...rest, "malar-rash": "present", "discoid-lupus": "present", "oral-ulcers": "present" } as const;
    const one = result("acr-1997", { ...three, "pleuritic-pain": "absent" });
    expect(one).toMatchObject({ verdict: "undetermined", open: ["seizure"] });
    const two = result("acr-1997", { ...three, "pleuritic-pain": "unknown" });
    expect(new Set(two.open)).toEqual(new Set(["seizure", "pleuritic-pain"]));
  });

  test("nothing is open once the verdict is settled", () => {
    expect(result("eular-acr-2019", { "ana-1-80": "absent" })).toMatchObject({ verdict: "not-classified", open: [] });
    expect(result("eular-acr-2019", { "ana-1-80": "present", "biopsy-class-3-or-4": "present" }).open).toEqual([]);
  });
});

describe("an explanation that an unanswered finding could lift", () => {
  const answers = {
    "biopsy-class-2-or-5": { status: "present", explainedBy: { cause: "other-disease" } },
    "ana-above-reference": "present",
  } as const;
  const routeOf = ({ rule }: SetResult) =>
    rule.kind === "anyOf" ? rule.of.find(({ kind }) => kind === "route")?.met : undefined;

  test("leaves the biopsy route open, and the other class is what is asked for", () => {
    const found = result("slicc-2012", answers);
    expect(routeOf(found)).toBe("unknown");
    expect(found.verdict).toBe("undetermined");
    expect(found.open).toContain("biopsy-class-3-or-4");
  });

  test("is settled when the other class is answered, either way", () => {
    expect(routeOf(result("slicc-2012", { ...answers, "biopsy-class-3-or-4": "absent" }))).toBe("false");
    expect(routeOf(result("slicc-2012", { ...answers, "biopsy-class-3-or-4": "present" }))).toBe("true");
  });
});
