import { describe, expect, test } from "vitest";
import { hostLink, isOnlyHere, joinAddress, presenterAddress, readFragment } from "../../lib/rounds/address.ts";

describe("addresses of a room", () => {
  test("what an address says is read again, whatever hand typed the code", () => {
    const { hash } = new URL(joinAddress("https://criteria.example", "ACDEFGHJ"));
    expect(readFragment(hash)).toEqual({ code: "ACDEFGHJ" });
    for (const typed of ["acde-fghj", "#ACDE FGHJ", "#ACDE%20FGHJ"]) {
      expect(readFragment(typed)).toEqual({ code: "ACDEFGHJ" });
    }
  });

  test("the secret of a host link stands behind the #, where it is never sent", () => {
    const link = new URL(hostLink("https://criteria.example", "ACDEFGHJ", "abc_-123"));
    expect(link.pathname + link.search).toBe("/rounds/present");
    expect(readFragment(link.hash)).toEqual({ code: "ACDEFGHJ", token: "abc_-123" });
    expect(presenterAddress("ACDEFGHJ")).toBe("/rounds/present#ACDEFGHJ");
  });

  test.for(["", "#", "#r1.abc.def", "#ACDEFGH", "#ACDEFGHJK", "#OOOOOOOO", "#%E0%A4%A"])("%j names no room", (hash) => {
    expect(readFragment(hash)).toBeUndefined();
  });

  test.for(["localhost", "LOCALHOST", "app.localhost", "127.0.0.1", "127.1.2.3", "0.0.0.0", "[::1]"])(
    "no phone can reach %s",
    (name) => {
      expect(isOnlyHere(name)).toBe(true);
    },
  );

  test.for(["192.168.1.5", "10.127.0.1", "localhost.example", "criteria.example", "[fe80::1]"])(
    "a phone may reach %s",
    (name) => {
      expect(isOnlyHere(name)).toBe(false);
    },
  );
});
