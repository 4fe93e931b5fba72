import type { Example } from "../../criteria/types.ts";

/** The label of a loaded example: it marks the record in the list, in notes and on paper. */
export function exampleLabel({ title }: Pick<Example, "title">): string {
  return `Example: ${title}`;
}
