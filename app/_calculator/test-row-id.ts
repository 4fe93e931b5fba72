import type { TestId } from "../../criteria/types.ts";

/** The id of the element that asks for a test's values. */
export function testRowId(test: TestId): string {
  return `test-${test}`;
}
