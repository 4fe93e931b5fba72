import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ReferenceSet } from "../../criteria/types.ts";

const toy = vi.hoisted(() => {
  const checked = { source: ["slicc-2012-paper"], checked: "yes" } as const;
  const present = <F extends string>(finding: F) => ({ kind: "present", finding }) as const;
  return {
    id: "toy-2030",
    title: "A toy set, 2030",
    short: "Toy 2030",
    year: 2030,
    rule: "Three points or the route.",
    purpose: "To be shown without touching anything but data.",
    notFor: ["Anything."],
    citations: ["slicc-2012-paper"],
    performance: [{ ...checked, sensitivity: "50%", cohort: "Nobody." }],
    attribution: { ...checked, kind: "as-printed", summary: "Fever only.", excludes: { fever: ["infection", "drug"] } },
    outcome: { met: "In the toy group", notMet: "Not in the toy group" },
    unit: "points",
    domains: [
      {
        id: "one",
        title: "One",
        group: "clinical",
        criteria: [
          {
            ...checked,
            id: "several",
            title: "Several",
            definition: "Two of three, and no rash.",
            weight: 3,
            when: {
              kind: "all",
              of: [
                { kind: "atLeast", count: 2, of: [present("fever"), present("seizure"), present("psychosis")] },
                { kind: "not", of: present("malar-rash") },
              ],
            },
          },
          { ...checked, id: "against", title: "Against", definition: "Lungs.", weight: -2.5, when: present("myalgia") },
        ],
      },
    ],
    classifiedWhen: {
      kind: "anyOf",
      of: [
        { kind: "scoreAtLeast", score: 3 },
        { kind: "route", title: "By antibody", by: "antibody", when: present("anti-sm") },
      ],
    },
    decisions: [],
    mistakes: [],
    notItems: {},
    cautions: [],
  } as const satisfies ReferenceSet;
});

vi.mock("../../criteria/index.ts", async (original) => {
  const real = await original<typeof import("../../criteria/index.ts")>();
  return { ...real, definitions: { ...real.definitions, sets: [...real.definitions.sets, toy] } };
});

// jsdom cannot compress; the links are opened by tests/browser/reference.test.ts.
vi.mock("../../app/_reference/example-links.ts", () => ({ exampleLinks: new Map() }));

afterEach(cleanup);

function text(element: Element | null): string {
  return (element?.textContent ?? "").replaceAll("\u00a0", " ");
}

test("a set that is data alone gets its page: rule, weights, conditions, exclusions and range", async () => {
  const { SetReference } = await import("../../app/criteria/[set]/_sections/set-reference.tsx");
  const { container } = render(<SetReference set={toy} />);
  expect(text(screen.getByRole("heading", { level: 1 }))).toBe("A toy set, 2030");
  expect(text(container.querySelector("#rule"))).toContain("The score runs from −2.5 to 3 points");
  expect(text(container.querySelector("#rule"))).toContain("By antibody: Anti-Sm");
  expect(text(container.querySelector("#criterion-several"))).toContain("at least 2 of");
  expect(text(container.querySelector("#criterion-several"))).toContain("not Malar rash");
  expect(text(container.querySelector("#criterion-against"))).toContain("−2.5 points");
  expect(text(container.querySelector("#attribution"))).toContain("an infection or a drug");
});

test("its findings say where they count in it, and the overview has a column for it", async () => {
  const { FindingReference } = await import("../../app/findings/[id]/_sections/finding-reference.tsx");
  const { container, unmount } = render(<FindingReference id="myalgia" />);
  expect(text(container.querySelector("#counts"))).toContain("Against, −2.5 points");
  unmount();
  const { default: CriteriaPage } = await import("../../app/criteria/page.tsx");
  render(<CriteriaPage />);
  expect(screen.getByRole("columnheader", { name: "Toy 2030" })).toBeTruthy();
});
