import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import AboutPage from "../../app/about/page.tsx";
import { SetReference } from "../../app/criteria/[set]/_sections/set-reference.tsx";
import CriteriaPage from "../../app/criteria/page.tsx";
import { FindingReference } from "../../app/findings/[id]/_sections/finding-reference.tsx";
import FindingsPage from "../../app/findings/page.tsx";
import {
  childrenStudies,
  context,
  definitions,
  differences,
  implicatedDrugs,
  notIncluded,
} from "../../criteria/index.ts";
import type { FindingId } from "../../criteria/types.ts";
import { readingsOf } from "../../lib/definition/places.ts";
import { provenancesOf } from "../../lib/definition/provenance.ts";
import { criteriaOf, routesOf } from "../../lib/definition/walk.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { rulesOf } from "../../lib/practice/rules.ts";

// jsdom cannot compress; the links are opened by tests/browser/reference.test.ts.
vi.mock("../../app/_reference/example-links.ts", () => ({ exampleLinks: new Map() }));

afterEach(cleanup);

const findingIds = Object.keys(definitions.findings) as FindingId[];

function text(element: Element | null): string {
  return (element?.textContent ?? "").replaceAll("\u00a0", " ");
}

/** Every link into the page leads to something on it. */
function expectWholeAnchors(container: HTMLElement): void {
  for (const link of container.querySelectorAll('a[href^="#"]')) {
    const target = link.getAttribute("href")?.slice(1) ?? "";
    expect(container.querySelector(`[id="${target}"]`), `#${target}`).not.toBeNull();
  }
}

function expectUniqueIds(container: HTMLElement): void {
  const ids = [...container.querySelectorAll("[id]")].map(({ id }) => id);
  expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
}

describe.each(definitions.sets.map((set) => ({ name: set.short, set })))("the page of $name", ({ set }) => {
  test("has one main heading, the statement, and anchors that lead somewhere", () => {
    const { container } = render(<SetReference set={set} />);
    expect(screen.getAllByRole("heading", { level: 1 }).map(text)).toEqual([set.title]);
    expect(text(container)).toContain(STATEMENT);
    expectWholeAnchors(container);
    expectUniqueIds(container);
  });

  test("gives every criterion its definition, its weight and a link to each finding", () => {
    const { container } = render(<SetReference set={set} />);
    for (const { criterion } of criteriaOf(set)) {
      const section = container.querySelector(`[id="criterion-${criterion.id}"]`);
      expect(text(section)).toContain(criterion.definition);
      expect(text(section)).toContain(`${Math.abs(criterion.weight)} `);
      expect(section?.querySelector('a[href^="/findings/"]'), criterion.id).not.toBeNull();
    }
  });

  test("leads from every criterion, the entry criterion and every route to practicing it", () => {
    const { container } = render(<SetReference set={set} />);
    const practiced = (within: Element | null) =>
      [...(within?.querySelectorAll('a[href^="/practice/sitting?rule="]') ?? [])].map((link) =>
        decodeURIComponent(/rule=([^&]+)/.exec(link.getAttribute("href") ?? "")?.[1] ?? ""),
      );
    for (const { criterion } of criteriaOf(set)) {
      const section = container.querySelector(`[id="criterion-${criterion.id}"]`);
      expect(practiced(section)).toEqual([`${set.id}/${criterion.id}`]);
    }
    expect(practiced(container).toSorted()).toEqual(
      rulesOf(set)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test("says everything that awaits a check, and answers every open question", () => {
    const { container } = render(<SetReference set={set} />);
    const awaiting = text(container.querySelector("#awaiting"));
    const open = [...provenancesOf(set)].filter(({ of }) => of.checked !== "yes");
    expect(open.length).toBeGreaterThan(0);
    for (const { of } of open) expect(awaiting).toContain(of.toConfirm);
    for (const { question } of set.decisions) expect(text(container.querySelector("#decisions"))).toContain(question);
    for (const remark of set.remarks ?? [])
      expect(text(container.querySelector("#performance"))).toContain(remark.text);
  });

  test("shows what the engine makes of the worked patients, as they were worked out by hand", () => {
    const { container } = render(<SetReference set={set} />);
    const rows = [...container.querySelectorAll("#examples tbody tr")];
    expect(rows).toHaveLength(definitions.examples.filter(({ expect: by }) => set.id in by).length);
    for (const example of definitions.examples) {
      const expected = example.expect[set.id];
      if (!expected) continue;
      const row = rows.find((one) => text(one).startsWith(`${example.title}${example.teaches}`));
      const score = text(row?.querySelector("td") ?? null).replace("\u2212", "-");
      expect(Number.parseFloat(score), example.title).toBe(expected.value);
      const { met, notMet } = set.outcome;
      const result = text(row?.querySelectorAll("td")[1] ?? null);
      const said = [met, ...routesOf(set).map(({ by }) => `${met} by ${by}`)];
      if (expected.verdict === "classified") expect(said, example.title).toContain(result);
      if (expected.verdict === "not-classified") expect(result, example.title).toBe(notMet);
    }
  });
});

describe("the page of a finding", () => {
  test.each(findingIds)("%s says in every set where it counts, or why it does not", (id) => {
    const { container } = render(<FindingReference id={id} />);
    const finding = definitions.findings[id];
    expect(screen.getAllByRole("heading", { level: 1 }).map(text)).toEqual([finding.label]);
    for (const detail of finding.details ?? []) expect(text(container)).toContain(detail);
    const rows = [...container.querySelectorAll("#counts dl > div")];
    expect(rows.map((row) => text(row.querySelector("dt")))).toEqual(definitions.sets.map(({ short }) => short));
    for (const [position, { places, through, whyNot }] of readingsOf(id, definitions).entries()) {
      const said = text(rows[position]?.querySelector("dd") ?? null);
      for (const place of places) {
        const words = place.kind === "criterion" ? [place.criterion.title, place.criterion.definition] : [place.title];
        if (place.kind === "entry") words.splice(0, 1, "Entry criterion", place.definition);
        for (const one of words) expect(said).toContain(one);
      }
      for (const follower of through) expect(said).toContain(definitions.findings[follower].label);
      if (places.length === 0) expect(said).toContain(`Does not count by itself. ${whyNot}`);
    }
    expectWholeAnchors(container);
    expectUniqueIds(container);
  });

  test("names the limit in every unit", () => {
    const { container } = render(<FindingReference id="fever" />);
    expect(text(container.querySelector("#measured"))).toContain("above 38.3 °C (100.94 °F)");
  });
});

test("the index leads to every finding and shows the words by which people look for it", () => {
  const { container } = render(<FindingsPage />);
  for (const id of findingIds) {
    const entry = container.querySelector(`a[href="/findings/${id}"]`)?.closest("tr") ?? null;
    const { synonyms, related = [] } = definitions.findings[id];
    for (const word of [...synonyms, ...related]) expect(text(entry), id).toContain(word);
  }
  expectWholeAnchors(container);
});

test("the overview leads to every set, compares every subject in all of them, and says what is left out", () => {
  const { container } = render(<CriteriaPage />);
  for (const { id } of definitions.sets) expect(container.querySelector(`a[href="/criteria/${id}"]`)).not.toBeNull();
  for (const { topic } of differences) {
    const row = [...container.querySelectorAll("#differences tbody tr")].find((one) => text(one).startsWith(topic));
    expect(row?.querySelectorAll("td"), topic).toHaveLength(definitions.sets.length);
  }
  for (const { title } of notIncluded) expect(text(container.querySelector("#not-included"))).toContain(title);
  expectWholeAnchors(container);
});

test("the page about classification says every remark, study and drug, and all that awaits a check in any set", () => {
  const { container } = render(<AboutPage />);
  const all = text(container);
  expect(all).toContain(STATEMENT);
  for (const { id, remarks } of context) {
    const section = text(container.querySelector(`[id="${id}"]`));
    for (const remark of remarks) expect(section, id).toContain(remark.text);
  }
  for (const { study } of childrenStudies) expect(all).toContain(study);
  for (const drug of implicatedDrugs.flatMap(({ drugs }) => drugs)) expect(all).toContain(drug);
  const open = definitions.sets.flatMap((set) => [...provenancesOf(set)].filter(({ of }) => of.checked !== "yes"));
  expect(container.querySelectorAll("#awaiting tbody tr")).toHaveLength(open.length);
  expectWholeAnchors(container);
  expectUniqueIds(container);
});
