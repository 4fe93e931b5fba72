/** Who answers for the app, which version it is and how it is cited: from the same data everywhere. */
import { readFileSync } from "node:fs";
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { SiteFooter } from "../../app/_components/site-footer.tsx";
import AboutPage from "../../app/about/page.tsx";
import PrivacyPage from "../../app/privacy/page.tsx";
import { definitions } from "../../criteria/index.ts";
import app from "../../package.json" with { type: "json" };
import { identity } from "../../scripts/identity.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllEnvs();
});

const PAGES = { SiteFooter, AboutPage, PrivacyPage };

function textOf(Page: () => React.ReactNode): string {
  const { container, unmount } = render(<Page />);
  const text = (container.textContent ?? "").replaceAll(/\s+/g, " ");
  unmount();
  return text;
}

describe.each(Object.entries(PAGES))("%s", (_, Page) => {
  test("says plainly that nobody has been named", () => {
    vi.stubEnv("OPERATOR_NAME", "");
    vi.stubEnv("OPERATOR_CONTACT", "");
    expect(textOf(Page)).toContain("Who runs this server has not given a name here. No contact has been set.");
  });

  test("names whom the operator names, and how to reach them", () => {
    vi.stubEnv("OPERATOR_NAME", "Rheumatology of an example");
    vi.stubEnv("OPERATOR_CONTACT", "mailto:someone@hospital.example");
    const { container } = render(<Page />);
    expect(container.textContent).toContain("This server is run by Rheumatology of an example.");
    expect(container.querySelector('a[href="mailto:someone@hospital.example"]')?.textContent).toBe(
      "someone@hospital.example",
    );
  });

  test("makes no link of what is no contact", () => {
    vi.stubEnv("OPERATOR_CONTACT", "javascript:alert(1)");
    const { container } = render(<Page />);
    expect(container.innerHTML).not.toContain("javascript:");
  });
});

test("the foot of a page says version, definitions, purpose and device status", () => {
  const text = textOf(SiteFooter);
  expect(text).toContain(`Version ${app.version}, definitions ${identity.definitions.slice(7, 19)}`);
  expect(text).toContain("For study and teaching. Not a medical device.");
});

test("About says the whole hash, every set and what none of them is for", () => {
  const text = textOf(AboutPage);
  expect(text).toContain(identity.definitions);
  for (const { short, notFor } of definitions.sets) {
    expect(text).toContain(short);
    for (const sentence of notFor) expect(text).toContain(sentence);
  }
  expect(text).toContain("Children: none of the four sets here was made for them");
  expect(text).toContain("Diagnosis.");
  expect(text).toContain("It is not a medical device");
});

test("About leads to security.txt only where there is one", () => {
  for (const contact of ["", "mailto:someone@hospital.example"]) {
    vi.stubEnv("OPERATOR_CONTACT", contact);
    const { container } = render(<AboutPage />);
    expect(container.querySelectorAll('a[href="/.well-known/security.txt"]').length).toBe(contact === "" ? 0 : 1);
    cleanup();
  }
});

test("every section that a foot leads to is there", () => {
  const { container: foot } = render(<SiteFooter />);
  const { container: about } = render(<AboutPage />);
  const places = [...foot.querySelectorAll("a")].flatMap(
    (link) => link.getAttribute("href")?.split("/about#")[1] ?? [],
  );
  expect(places.length).toBeGreaterThan(3);
  for (const id of places) expect(about.querySelector(`[id="${id}"]`), id).not.toBeNull();
});

test("CITATION.cff says what package.json says, and About cites it so", () => {
  const cff = readFileSync("CITATION.cff", "utf8");
  const field = (name: string) => new RegExp(`^(?:\\s*- )?${name}: "?(.*?)"?$`, "m").exec(cff)?.[1] ?? "";
  expect(field("cff-version")).toBe("1.2.0");
  expect([field("version"), field("license"), field("abstract")]).toEqual([app.version, app.license, app.description]);
  expect(readFileSync("LICENSE", "utf8")).toContain(field("name"));
  expect(textOf(AboutPage)).toContain(`${field("name")}. ${field("title")}, version ${field("version")}`);
});
