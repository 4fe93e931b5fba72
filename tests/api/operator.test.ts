/** Who answers for a server is what its operator says, and nothing is said in their place. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contactWords, operatorFrom, securityText } from "../../lib/api/operator.ts";

const NOW = Date.UTC(2026, 5, 30, 13, 45);
const DAY = 86_400_000;

describe("the operator's settings", () => {
  test("without any, nobody is named", () => {
    expect(operatorFrom({})).toEqual({});
    expect(operatorFrom({ OPERATOR_NAME: "  ", OPERATOR_CONTACT: "" })).toEqual({});
  });

  test("name and contact are taken as they are, without blanks around them", () => {
    expect(operatorFrom({ OPERATOR_NAME: " A\n B ", OPERATOR_CONTACT: " mailto:a@b.example " })).toEqual({
      name: "A B",
      contact: "mailto:a@b.example",
    });
  });

  const accepted = ["mailto:a@b.example", "https://b.example/contact?x=1", "tel:+1-201-555-0123"];
  const refused = [
    ...[
      "a@b.example",
      "b.example",
      "http://b.example",
      "javascript:alert(1)",
      "mailto:",
      "mailto:a",
      "https://",
      "tel:",
    ],
    ...["mailto:a@b.example\nExpires: 2099-01-01T00:00:00Z", "https://b.example\r\nContact: x", "data:text/html,x"],
  ];

  test.each(accepted)("%s is a contact", (contact) => {
    expect(operatorFrom({ OPERATOR_CONTACT: contact }).contact).toBe(contact);
  });

  test.each(refused)("%j is none, and nothing stands in for it", (contact) => {
    expect(operatorFrom({ OPERATOR_CONTACT: contact })).toEqual({});
  });

  test("npm start accepts and refuses the same", () => {
    const [, pattern = ""] = /if \(\/(.*)\/\.test\(said\) && URL/.exec(readFileSync("scripts/start.mjs", "utf8")) ?? [];
    expect(readFileSync("lib/api/operator.ts", "utf8")).toContain(pattern);
    for (const contact of accepted) expect(contact).toMatch(new RegExp(pattern));
  });

  test("a contact is read without its scheme where that is no address", () => {
    expect(contactWords("mailto:a@b.example")).toBe("a@b.example");
    expect(contactWords("https://b.example")).toBe("https://b.example");
  });
});

describe("security.txt", () => {
  const text = securityText({ contact: "mailto:a@b.example" }, "https://app.example", NOW) ?? "";
  const fields = text
    .trimEnd()
    .split("\n")
    .map((line) => /^([A-Za-z-]+): (\S.*)$/.exec(line)?.slice(1));

  test("has each field on its line, and those that RFC 9116 requires once", () => {
    expect(fields.every((field) => field !== undefined)).toBe(true);
    const names = fields.map((field) => field?.[0]);
    for (const name of ["Contact", "Expires"]) expect(names.filter((one) => one === name)).toHaveLength(1);
    expect(new Map(fields as [string, string][]).get("Canonical")).toBe("https://app.example/.well-known/security.txt");
    expect(text.endsWith("\n")).toBe(true);
  });

  test("expires in the form of RFC 3339, later than now and in less than a year", () => {
    const expires = new Map(fields as [string, string][]).get("Expires") ?? "";
    expect(expires).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    expect(Date.parse(expires) - NOW).toBeGreaterThan(90 * DAY);
    expect(Date.parse(expires) - NOW).toBeLessThan(365 * DAY);
  });

  test("names no address that the operator did not name", () => {
    expect(securityText({ contact: "mailto:a@b.example" }, undefined, NOW)).not.toMatch(/Canonical|Policy/);
  });

  test("is not there without a contact: RFC 9116 requires one", () => {
    expect(securityText({}, "https://app.example", NOW)).toBeUndefined();
    expect(securityText({ name: "A" }, "https://app.example", NOW)).toBeUndefined();
  });
});
