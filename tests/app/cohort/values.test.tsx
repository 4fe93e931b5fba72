import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { WordSelect } from "../../../app/cohort/_codebook/values.tsx";

afterEach(cleanup);

/** What was said of the text, in order. */
function shown(): readonly unknown[] {
  const said: unknown[] = [];
  function Held() {
    const [says, setSays] = useState<"unknown" | number | undefined>(undefined);
    const say = (now: typeof says) => {
      said.push(now);
      setSays(now);
    };
    return <WordSelect value="ND" beside="3 times" says={says} canBeNumber say={say} />;
  }
  render(<Held />);
  return said;
}

const meaning = () => screen.getByRole("combobox", { name: /ND/ });
const number = () => screen.getByRole("spinbutton", { name: "The number that “ND” stands for" });

test("a text that stands for a number stands for none before one is typed", () => {
  const said = shown();
  fireEvent.change(meaning(), { target: { value: "number" } });
  expect(said).toEqual([undefined]);
  expect(number()).toHaveProperty("value", "");
  fireEvent.change(number(), { target: { value: "250" } });
  expect(said.at(-1)).toBe(250);
  fireEvent.change(number(), { target: { value: "" } });
  expect(said.at(-1)).toBeUndefined();
  expect(number()).toHaveProperty("value", "");
  fireEvent.change(meaning(), { target: { value: "unknown" } });
  expect(said.at(-1)).toBe("unknown");
  expect(screen.queryByRole("spinbutton")).toBeNull();
});
