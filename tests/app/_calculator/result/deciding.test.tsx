import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Score } from "../../../../app/_calculator/result/score.tsx";
import { SetDetail } from "../../../../app/_calculator/result/set-detail.tsx";
import { PrintPage } from "../../../../app/_record/paper/print-page.tsx";
import { assessmentOf } from "../../../../app/_store/assessment.ts";
import { createRecordStore } from "../../../../app/_store/record-store.ts";
import { RecordStoreContext } from "../../../../app/_store/use-record.ts";
import { openSet } from "../../../../app/_store/view-store.ts";
import { sets } from "../../../../criteria/index.ts";
import type { SleRecord } from "../../../../criteria/types.ts";

afterEach(cleanup);
vi.mock("../../../../app/_practice/second-opinion.tsx", () => ({ SecondOpinion: () => null }));

const slicc = sets.find(({ id }) => id === "slicc-2012");
const decided: SleRecord = {
  format: "sle-record/1",
  findings: {
    "ana-above-reference": "present",
    "oral-ulcers": "present",
    thrombocytopenia: "present",
    seizure: { status: "present", explainedBy: { cause: "drug" } },
  },
};
const undisturbed: SleRecord = { ...decided, findings: { ...decided.findings, "low-c3": "present" } };
const DECIDES = /Seizure counts although .* It decides the outcome: without it the score would be 3: not classified\./;

function detail(record: SleRecord) {
  const store = createRecordStore();
  store.edit(() => record);
  openSet("slicc-2012");
  render(
    <RecordStoreContext value={store}>
      <SetDetail />
    </RecordStoreContext>,
  );
}

test("what decides the outcome although something else explains it stands with the verdict, and in no list", () => {
  const of = assessmentOf(decided).result.results?.["slicc-2012"];
  if (!of || !slicc) throw new Error("SLICC 2012 is not assessed");
  const { container } = render(<Score result={of} set={slicc} />);
  expect(container.querySelector(".score")?.textContent).toMatch(DECIDES);
  cleanup();
  detail(decided);
  const said = screen.getAllByText(DECIDES);
  expect(said).toHaveLength(1);
  expect(said[0]?.closest(".score")).not.toBeNull();
});

test("an explained finding that counts and does not decide stays in the list", () => {
  detail(undisturbed);
  const [said, ...others] = screen.getAllByText(/Seizure counts although/);
  expect(others).toEqual([]);
  expect(said?.closest(".score")).toBeNull();
  expect(said?.textContent).not.toMatch(/decides/);
});

test("on paper it comes once, before what counted", () => {
  const { container } = render(<PrintPage record={decided} />);
  const section = [...container.querySelectorAll("section")].find(({ textContent }) => textContent?.match(/^SLICC/));
  const lines = [...(section?.querySelectorAll("p") ?? [])].map(({ textContent }) => textContent ?? "");
  const said = lines.flatMap((line, position) => (DECIDES.test(line) ? [position] : []));
  expect(said).toHaveLength(1);
  expect(said[0]).toBeLessThan(lines.findIndex((line) => line.startsWith("Oral or nasal ulcers")));
});
