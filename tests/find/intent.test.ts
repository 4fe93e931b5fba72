import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { readIntent, sayingNamesOf } from "../../lib/find/intent.ts";

const intent = readIntent.bind(undefined, sayingNamesOf(definitions));

test.each([
  ["malar rash", "present", "malar rash"],
  ["anti-sm positive", "present", "anti-sm"],
  ["no malar", "absent", "malar"],
  ["-malar", "absent", "malar"],
  ["– malar", "absent", "malar"],
  ["not seizure", "absent", "seizure"],
  ["anti-sm neg", "absent", "anti-sm"],
  ["coombs negative", "absent", "coombs"],
  ["?malar", "unknown", "malar"],
  ["malar unknown", "unknown", "malar"],
  ["non-scarring alopecia", "present", "non-scarring alopecia"],
  ["no appetite", "present", "no appetite"],
  ["no app", "present", "no app"],
  ["not eating", "present", "not eating"],
  ["no ne", "absent", "ne"],
  ["denies seizures", "absent", "seizures"],
  ["no history of seizure", "absent", "seizure"],
  ["malar ruled out", "absent", "malar"],
  ["ana positive", "present", "ana positive"],
])("%j says %s of %j", (query, status, words) => {
  expect(intent(query)).toEqual({ status, words });
});

test("a day says when the finding was first seen", () => {
  expect(intent("malar 2024-03-02")).toEqual({ status: "present", words: "malar", date: "2024-03-02" });
});

test("what is absent has no day of its own, and the day that was typed is not dropped", () => {
  expect(intent("no malar 2024-03-02")).toEqual({ status: "absent", words: "malar 2024-03-02" });
});
