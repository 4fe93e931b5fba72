import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { keepRound } from "../../../app/rounds/_prepare/kept.ts";
import { KeptNotices } from "../../../app/rounds/_prepare/kept-notices.tsx";
import { writeRound } from "../../../lib/rounds/prepare.ts";
import { prepared } from "../../rounds/support.ts";

const KEY = "sle-round-draft";
const OURS = prepared([], { title: "Ours" });
const THEIRS = prepared([], { title: "Theirs" });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** As another window of the browser does it. */
function writtenElsewhere(text: string): void {
  localStorage.setItem(KEY, text);
  act(() => void window.dispatchEvent(new StorageEvent("storage", { key: KEY, newValue: text })));
}

it("a round that another window prepares in the same place is said, until this window's is kept again", () => {
  localStorage.setItem(KEY, writeRound(OURS));
  const save = vi.fn();
  render(<KeptNotices save={save} />);
  const said = () => screen.queryByText(/in another window too/);
  expect(said()).toBeNull();
  act(() => keepRound({ ...OURS, title: "Ours, changed" }));
  expect(said()).toBeNull();
  writtenElsewhere(writeRound(THEIRS));
  expect(said()?.textContent).toContain("what is in this window is not kept now");
  fireEvent.click(screen.getByRole("button", { name: "Download it as it is" }));
  expect(save).toHaveBeenCalledOnce();
  act(() => keepRound(OURS));
  expect(said()).toBeNull();
  expect(localStorage.getItem(KEY)).toContain("Ours");
});
