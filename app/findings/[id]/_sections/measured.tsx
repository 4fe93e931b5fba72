import { definitions } from "../../../../criteria/index.ts";
import type { FindingId, Rule } from "../../../../criteria/types.ts";
import { decidedByTheSameTest } from "../../../../lib/definition/ties.ts";
import { findingsRead } from "../../../../lib/definition/walk.ts";
import { limitOf } from "../../../../lib/explain/limits.ts";
import { FindingLink } from "../../../_reference/finding-link.tsx";
import { Table } from "../../../_reference/table.tsx";

/** The measurements that decide a finding, and the other limits that the same measurements are held against. */
export function Measured({ id }: { readonly id: FindingId }) {
  const rules = definitions.findings[id].decidedBy ?? [];
  const others = decidedByTheSameTest(id, definitions.findings);
  return (
    <>
      <p>{rules.length === 1 ? "A value that meets this makes it present:" : "Any one of these makes it present:"}</p>
      <ul>
        {rules.map((rule) => (
          <li key={JSON.stringify(rule)}>
            <RuleInWords rule={rule} />
          </li>
        ))}
      </ul>
      <p>
        Comparisons are literal: a value exactly at the limit meets “at least” and does not meet “above” or “below”.
        Once is enough unless said otherwise, and a later normal value undoes nothing.
      </p>
      {others.length > 0 && (
        <Table
          caption="The same measurement, other limits"
          head={["Finding", "Limit", "Read by"]}
          rows={[id, ...others].map((finding) => ({
            key: finding,
            cells: [
              finding === id ? definitions.findings[id].label : <FindingLink key={finding} id={finding} />,
              <Limits key={finding} id={finding} />,
              readBy(finding),
            ],
          }))}
        />
      )}
    </>
  );
}

function RuleInWords({ rule }: { readonly rule: Rule }) {
  const test = definitions.tests[rule.test];
  const { words, conditions, elsewhere } = limitOf(rule, test);
  const converted = elsewhere.map(({ text, exact, unit }) => `${exact ? "" : "about "}${text} ${unit}`);
  return (
    <>
      {test.label} {[words, ...conditions].join(", ")}
      {converted.length > 0 && ` (${converted.join("; ")})`}. {rule.note}
    </>
  );
}

function Limits({ id }: { readonly id: FindingId }) {
  const limits = definitions.findings[id].decidedBy?.map((rule) => {
    const { words, conditions } = limitOf(rule, definitions.tests[rule.test]);
    return [words, ...conditions].join(", ");
  });
  return (
    <ul>
      {[...new Set(limits)].map((limit) => (
        <li key={limit}>{limit}</li>
      ))}
    </ul>
  );
}

function readBy(finding: FindingId): string {
  const sets = definitions.sets.filter((set) => findingsRead(set).includes(finding));
  return sets.map(({ short }) => short).join(", ") || "no set directly";
}
