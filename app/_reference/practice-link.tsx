import type { Route } from "next";
import Link from "next/link";
import type { PracticeRule } from "../../lib/practice/rules.ts";

/** Leads to five cases that turn on this rule. `named`: the rule is named for everyone, because no heading names it. */
export function PracticeLink({ rule, named = false }: { readonly rule: PracticeRule; readonly named?: boolean }) {
  return (
    <p className="reference-practice">
      <Link href={`/practice/sitting?rule=${encodeURIComponent(rule.id)}&n=5` as Route} prefetch={false}>
        Practice this rule
        <span className={named ? undefined : "sr-only"}>: {rule.title}</span>
      </Link>
    </p>
  );
}
