import type { Page } from "playwright-core";

/** Lets no script through of which `isHeld` says so, by its path, until the returned function is called. */
export async function holdScripts(page: Page, isHeld: (path: string) => boolean = () => true): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/\.js$/, async (route) => {
    if (isHeld(new URL(route.request().url()).pathname)) await promise;
    await route.continue();
  });
  return resolve;
}
