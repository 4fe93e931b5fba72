import type { Page } from "playwright-core";

/** WCAG 2.2, 2.5.8: links in running text are excepted. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page
    .locator("button:visible, select:visible, input:visible, summary:visible, nav a:visible")
    .evaluateAll((controls) =>
      controls.flatMap((control) => {
        const { width, height } = (control.closest("label") ?? control).getBoundingClientRect();
        const hidden = width <= 1 || height <= 1;
        return !hidden && (width < 24 || height < 24) ? [`${control.textContent} ${width} x ${height}`] : [];
      }),
    );
}
