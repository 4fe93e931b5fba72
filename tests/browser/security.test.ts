import { expect } from "vitest";
import { test } from "./support/test.ts";

test.override("installs", true);

function directive(policy: string, name: string): string {
  return policy.split("; ").find((part) => part.startsWith(`${name} `)) ?? "";
}

test("the front page runs its scripts under a policy that allows no unlisted inline script", async ({ page }) => {
  const response = await page.goto("/");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(directive(policy, "script-src")).toMatch(/^script-src 'self'( 'sha256-[\w+/]+=*')+$/);
  await page.waitForFunction(() => "__next_f" in window && document.readyState === "complete");
});

test("an inline script that was not part of the page is refused", async ({ page, complaints }) => {
  complaints.push("Content Security Policy");
  await page.goto("/");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'injected'";
    document.head.append(script);
    return document.title === "injected";
  });
  expect(ran).toBe(false);
});

test("a page that does not exist answers 404 under the same policy", async ({ page, complaints }) => {
  complaints.push("status of 404");
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  expect(directive(response?.headers()["content-security-policy"] ?? "", "script-src")).not.toContain("unsafe");
  expect(await page.textContent("h1")).toBe("There is no page at this address");
});

test("every answer keeps the address to itself and turns the device's features off", async ({ page, origin }) => {
  await page.goto("/");
  const { headers } = await fetch(origin);
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("x-powered-by")).toBeNull();
});
