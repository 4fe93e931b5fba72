import type { Page } from "playwright-core";

/** Everything in which something is read. */
const READ = "p, h1, h2, h3, button, a, select, summary, label, strong, kbd, th, td, li, caption";

/** What is read within a place of the page, with its size in pixels and its contrast as WCAG computes it. */
export function legibility(page: Page, within: string) {
  return page.locator(`${within} :is(${READ}):visible`).evaluateAll((all) => {
    const numbers = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const light = (color: string) => {
      const [r = 0, g = 0, b = 0] = numbers(color).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element: Element | null): string => {
      if (!element) return "rgb(255, 255, 255)";
      const color = getComputedStyle(element).backgroundColor;
      return numbers(color)[3] === 0 ? ground(element.parentElement) : color;
    };
    return all
      .filter((one) => one.getBoundingClientRect().width > 1)
      .map((one) => {
        const { fontSize, color } = getComputedStyle(one);
        const [a, b] = [light(color), light(ground(one))];
        return {
          words: `${one.tagName} ${one.textContent?.slice(0, 30)}`,
          size: Number.parseFloat(fontSize),
          contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
        };
      });
  });
}
