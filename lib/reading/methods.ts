import type { Finding, FindingId, LabTest, TestId } from "../../criteria/types.ts";
import { sameWord, type Token } from "./tokens.ts";
import type { ReadingWords } from "./types.ts";

/** The words by which a method of a test is known in a text: its id, and the words of its label that tell. */
function wordsOf({ id, label }: { readonly id: string; readonly label: string }): readonly string[] {
  const abbreviations = label.match(/\(([A-Za-z]+)\)/g)?.map((one) => one.slice(1, -1).toLowerCase()) ?? [];
  const first = label.split(" ")[0]?.toLowerCase() ?? "";
  return id === "other" ? [] : [id, first, ...abbreviations].map(sameWord);
}

/** The method that is named between two tokens. */
export function methodNamed(test: LabTest, tokens: readonly Token[], from: number, to: number): string | undefined {
  const said = new Set(tokens.slice(from, to).map(({ word }) => word));
  return test.methods?.find((method) => wordsOf(method).some((word) => said.has(word)))?.id;
}

/**
 * Where a finding is decided by a test, and another one by the same test done with certain methods: the other one, if
 * such a method is named beside it.
 */
export function specificOf(
  { definitions }: ReadingWords,
  finding: FindingId,
  tokens: readonly Token[],
  from: number,
  to: number,
): FindingId {
  const rules = (definitions.findings[finding] as Finding).decidedBy ?? [];
  if (!rules.some(({ methods, is }) => !methods && is === ">")) return finding;
  for (const { test, methods } of rules) {
    if (methods) return finding;
    const named = methodNamed(definitions.tests[test as TestId], tokens, from, to);
    if (named === undefined) continue;
    const specific = (Object.entries(definitions.findings) as [FindingId, Finding][]).find(([, other]) =>
      other.decidedBy?.some((rule) => rule.test === test && rule.methods?.includes(named) && !("times" in rule)),
    );
    if (specific) return specific[0];
  }
  return finding;
}
