import type { Page } from "playwright-core";

/** Writes down the scripts that a page loads from now on; asked, gives the texts of those so far. */
export function scriptTexts(page: Page): () => Promise<readonly string[]> {
  const texts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") texts.push(response.text().catch(() => ""));
  });
  return () => Promise.all(texts);
}
