import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withColors } from "../../../app/cohort/_pictures/download-picture.ts";
import { PALETTE } from "../../../app/cohort/_pictures/palette.ts";

test("a saved picture has the colors of the light scheme, written out", () => {
  const styles = readFileSync("app/globals.css", "utf8");
  // The first declaration of a token is that of the light scheme.
  for (const [token, color] of Object.entries(PALETTE)) {
    expect(new RegExp(`--${token}: (#\\w+);`).exec(styles)?.[1], token).toBe(color);
  }
  expect(withColors('<rect fill="var(--accent)" stroke="var(--control)"/>')).toBe(
    `<rect fill="${PALETTE["accent"]}" stroke="${PALETTE["control"]}"/>`,
  );
});

test("every token that a picture names is one of the palette", () => {
  for (const name of ["parts", "verdict-bars", "score-bars", "overlap-rows"]) {
    const text = readFileSync(`app/cohort/_pictures/${name}.tsx`, "utf8");
    const named = [...text.matchAll(/var\(--([\w-]+)\)/g)].map(([, token = ""]) => token);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((token) => !(token in PALETTE))).toEqual([]);
  }
});
