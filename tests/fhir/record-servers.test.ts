import { expect, test } from "vitest";
import { mayAsk, recordServers } from "../../lib/fhir/record-servers.ts";

test("without a word, only servers on the same machine are asked", () => {
  for (const servers of [recordServers(), recordServers(""), recordServers("  ")]) {
    expect(mayAsk("http://localhost:8080/fhir", servers)).toBe(true);
    expect(mayAsk("http://127.0.0.1:9/fhir", servers)).toBe(true);
    for (const address of [
      "https://ehr.example/fhir",
      "http://localhost.evil.example:80/fhir",
      "http://evil.example/http://localhost:8080",
      "http://localhost:8080@evil.example/fhir",
      "https://localhost:8080/fhir",
      "javascript:alert(1)",
      "",
    ]) {
      expect(mayAsk(address, servers), address).toBe(false);
    }
  }
});

test("named servers are asked, and no others", () => {
  const servers = recordServers("https://ehr.example  https://login.ehr.example:8443");
  expect(servers).toEqual(["https://ehr.example", "https://login.ehr.example:8443"]);
  expect(mayAsk("https://ehr.example/r4/fhir", servers)).toBe(true);
  expect(mayAsk("https://login.ehr.example:8443/token", servers)).toBe(true);
  for (const address of [
    "http://ehr.example/fhir",
    "https://ehr.example:444/",
    "http://localhost:1/",
    "https://ehr.example.evil/",
  ]) {
    expect(mayAsk(address, servers), address).toBe(false);
  }
});

test("what is no origin stops the build, so that no slip widens the policy", () => {
  for (const said of [
    "https:",
    "*",
    "https://*.example",
    "ehr.example",
    "https://ehr.example/fhir",
    "http://ehr.example",
    "https://ehr.example;script-src",
  ]) {
    expect(() => recordServers(said), said).toThrow("NEXT_PUBLIC_SMART_SERVERS");
  }
});
