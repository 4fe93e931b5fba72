import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { ImportSheet } from "../../../app/_import/import-sheet.tsx";
import { createRecordStore } from "../../../app/_store/record-store.ts";
import { RecordStoreContext } from "../../../app/_store/use-record.ts";
import { definitions } from "../../../criteria/index.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { response } from "../../../lib/fhir/response.ts";
import { history } from "../../fhir/bundles/history.ts";
import { lupus } from "../../fhir/bundles/lupus.ts";
import { bundle, platelets } from "../../fhir/support/results.ts";

// The code of the sheet is fetched first, which takes a busy machine longer than the second that is usual.
configure({ asyncUtilTimeout: 30_000 });

beforeAll(() => {
  // jsdom draws no dialogs.
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function shut(this: HTMLDialogElement) {
    this.open = false;
  };
});
afterEach(async () => {
  cleanup();
  // What is done later when a sheet closes still needs the page.
  await new Promise((done) => setTimeout(done));
});

function open() {
  const store = createRecordStore();
  render(
    <RecordStoreContext value={store}>
      <ImportSheet close={() => {}} />
    </RecordStoreContext>,
  );
  const read = (text: string) => {
    fireEvent.change(screen.getByLabelText("Or pasted text"), { target: { value: text } });
    fireEvent.click(screen.getByText("Read the text"));
  };
  return { read, record: () => store.getHistory().present, undo: store.undo };
}

test("nothing is in the record until it is confirmed, and all laboratory values go in together", async () => {
  const { read, record, undo } = open();
  read(JSON.stringify(lupus));
  await screen.findByText(/8 laboratory values/);
  expect(record()).toEqual({ format: "sle-record/1" });
  fireEvent.click(screen.getByText("Confirm all laboratory values"));
  expect(record().measurements).toHaveLength(8);
  expect(record().findings).toBeUndefined();
  undo();
  expect(record()).toEqual({ format: "sle-record/1" });
});

test("more values than a record takes are not confirmed together, and it says why", async () => {
  const { read, record } = open();
  read(history(6000));
  const all = await screen.findByText("Confirm all laboratory values");
  await screen.findByText(/A record takes 5,000 values/);
  fireEvent.click(all);
  expect(record()).toEqual({ format: "sle-record/1" });
  const [one] = screen.getAllByText("Confirm");
  if (one) fireEvent.click(one);
  expect(record().measurements).toHaveLength(1);
});

test("values of one moment that differ are left out when all are confirmed, and each can be taken by itself", async () => {
  const { read, record } = open();
  read(JSON.stringify(bundle(platelets(82), platelets(182), platelets(90, { effectiveDateTime: "2024-03-01" }))));
  await screen.findByText(/2 values may not stand/);
  fireEvent.click(screen.getByText("Confirm all laboratory values"));
  expect(record().measurements?.map(({ value }) => value)).toEqual([90]);
  fireEvent.click(screen.getByLabelText(/^Confirm Platelet count 182/));
  expect(record().measurements?.map(({ value }) => value)).toEqual([90, 182]);
});

test("the laboratory's comment stands beside its value, and what a correction replaced is listed", async () => {
  const number = { identifier: [{ system: "urn:lab", value: "1" }] };
  open().read(
    JSON.stringify(
      bundle(platelets(82, number), platelets(182, { ...number, status: "corrected", note: [{ text: "Recounted" }] })),
    ),
  );
  await screen.findByText("The laboratory's comment: Recounted");
  await screen.findByText(/82 10\*9\/L of 2024-02-10: it was replaced by a later result/);
});

test("a QuestionnaireResponse that was entered in error, or says its status twice, is not opened", async () => {
  const { read, record } = open();
  const answers: SleRecord = { format: "sle-record/1", findings: { seizure: "present" } };
  const text = JSON.stringify(response(answers, definitions, "0.0.0"));
  for (const wrong of [
    text.replace('"completed"', '"entered-in-error"'),
    text.replace('"status"', '"status":"entered-in-error","status"'),
  ]) {
    read(wrong);
    expect((await screen.findByRole("alert", { hidden: true })).textContent).toMatch(/entered-in-error|given twice/);
    expect(record()).toEqual({ format: "sle-record/1" });
    fireEvent.click(screen.getByText("Read another file"));
  }
});

test("a finding is confirmed singly, with the date of its source", async () => {
  const { read, record } = open();
  read(JSON.stringify(lupus));
  fireEvent.click(await screen.findByLabelText(/^Confirm Anti-Sm/));
  expect(record().findings).toEqual({ "anti-sm": { status: "present", date: "2021-03-04" } });
  expect(record().measurements).toBeUndefined();
});

test("each proposal shows its source, its date and the original text", async () => {
  open().read(JSON.stringify(lupus));
  await screen.findByText(/Observation\/o1, 2021-03-04: “ANA titer 1:640/);
});

test("what was not taken is listed with the reason", async () => {
  open().read(JSON.stringify(lupus));
  await screen.findByText(/Hemoglobin \(2 times/);
});

test("markup in a result is text", async () => {
  const { read } = open();
  read(
    JSON.stringify({ resourceType: "Observation", status: "final", code: { text: "<img src=x onerror=alert(1)>" } }),
  );
  await screen.findByText(/<img src=x onerror/);
  expect(document.querySelector("img")).toBeNull();
});

test("a QuestionnaireResponse is opened as another patient", async () => {
  const { read, record } = open();
  const answers: SleRecord = { format: "sle-record/1", findings: { "oral-ulcers": "present", seizure: "absent" } };
  read(JSON.stringify(response(answers, definitions, "0.0.0")));
  await waitFor(() => expect(record()).toEqual(answers));
});

test("a QuestionnaireResponse with a foreign question says which", async () => {
  open().read('{"resourceType":"QuestionnaireResponse","item":[{"linkId":"elsewhere"}]}');
  expect((await screen.findByRole("alert", { hidden: true })).textContent).toContain("elsewhere");
});

test("what cannot be read says why", async () => {
  open().read("<Bundle/>");
  expect((await screen.findByRole("alert", { hidden: true })).textContent).toContain("XML");
});
