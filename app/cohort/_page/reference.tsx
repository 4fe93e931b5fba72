import { Fragment, useId, useMemo, useState } from "react";
import { type KeptColumn, MOST_VALUES } from "../../../lib/cohort/figure-columns.ts";
import { againstReference, type SetReference } from "../../../lib/cohort/reference.ts";
import { BASIS_WORDS, type Basis } from "../../../lib/cohort/summary.ts";
import { estimateCells, tableCsv } from "../../../lib/cohort/summary-tables.ts";
import { identity } from "../../../scripts/identity.ts";
import { download } from "../../_components/download.ts";
import { Table } from "../../_reference/table.tsx";
import type { Scored } from "../_run/answer.ts";
import { ratioWords, shareWords, whole } from "./numbers.ts";

type Meaning = "has" | "has-not" | "out";

const MEANINGS: readonly (readonly [Meaning, string])[] = [
  ["has", "has SLE"],
  ["has-not", "has not"],
  ["out", "left out"],
];

const BASES: readonly Basis[] = ["as-assessed", "exact"];

/** The sets against a column that was copied through. What its values mean is asked and never assumed. */
export function Reference({ scored, nameOf }: { scored: Scored; nameOf: (set: string) => string }) {
  const id = useId();
  const { kept, uncounted } = scored.columns;
  const [byCodebook] = useState(() => referenceIn(scored));
  const [chosen, setChosen] = useState(byCodebook?.name ?? "");
  const [said, setSaid] = useState<ReadonlyMap<string, Meaning>>(byCodebook?.said ?? new Map());
  const column = kept.find(({ name }) => name === chosen);
  if (kept.length === 0 && uncounted.length === 0) return null;
  return (
    <section aria-labelledby="cohort-reference">
      <h2 id="cohort-reference">Against a reference</h2>
      <p>
        A column that was copied through can say who has the disease. A diagnosis that was itself made by criteria, or
        by people who had them in mind, makes the comparison circular: the set then agrees with itself, and the figures
        say nothing of how well it tells patients apart.
      </p>
      {uncounted.length > 0 && (
        <p className="cohort-note">
          Not offered, because a column with more than {MOST_VALUES} different values cannot be asked about value by
          value:{" "}
          {uncounted.slice(0, 10).map((name, position) => (
            <Fragment key={name}>
              {position > 0 && ", "}
              <bdi>{name}</bdi>
            </Fragment>
          ))}
          {uncounted.length > 10 && ` and ${whole(uncounted.length - 10)} more`}.
        </p>
      )}
      {kept.length > 0 && (
        <label className="stacked" htmlFor={`${id}-column`}>
          Reference column
          <select
            id={`${id}-column`}
            className="field"
            value={chosen}
            onChange={(event) => {
              setChosen(event.target.value);
              setSaid(new Map());
            }}
          >
            <option value="">none</option>
            {kept.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {column && (
        <>
          <fieldset className="cohort-values">
            <legend>What each of its values says of a patient</legend>
            <ul>
              {column.texts.map((text) => (
                <li key={text}>
                  <Value
                    text={text}
                    said={said.get(text) ?? "out"}
                    say={(meaning) => setSaid(new Map(said).set(text, meaning))}
                  />
                </li>
              ))}
            </ul>
          </fieldset>
          <Tables scored={scored} column={column} said={said} nameOf={nameOf} />
        </>
      )}
    </section>
  );
}

/** The column that a codebook says is the reference, and what its values say. */
function referenceIn({ again, columns }: Scored) {
  if (again.kind !== "coded") return undefined;
  for (const { name, texts } of columns.kept) {
    const column = again.codebook.columns[name];
    if (column?.is !== "kept" || !column.reference) continue;
    const { reference } = column;
    const said = texts.flatMap((text) => {
      const means = Object.hasOwn(reference, text.trim()) ? reference[text.trim()] : undefined;
      return means ? [[text, means] as const] : [];
    });
    return { name, said: new Map<string, Meaning>(said) };
  }
  return undefined;
}

function Value({ text, said, say }: { text: string; said: Meaning; say: (meaning: Meaning) => void }) {
  const name = useId();
  return (
    <fieldset className="cohort-value">
      <legend>
        <bdi>{text === "" ? "nothing" : text}</bdi>
      </legend>
      {MEANINGS.map(([meaning, words]) => (
        <label key={meaning}>
          <input type="radio" name={name} checked={said === meaning} onChange={() => say(meaning)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

function Tables({
  scored,
  column,
  said,
  nameOf,
}: {
  scored: Scored;
  column: KeptColumn;
  said: ReadonlyMap<string, Meaning>;
  nameOf: (set: string) => string;
}) {
  const found = useMemo(() => {
    const meaning = new Map([...said].flatMap(([text, one]) => (one === "out" ? [] : [[text, one] as const])));
    return BASES.map((basis) => ({
      basis,
      sets: againstReference(scored.columns, column, meaning, basis),
    }));
  }, [scored, column, said]);
  const isAsked = [...said.values()].includes("has") && [...said.values()].includes("has-not");
  if (!isAsked)
    return <p className="cohort-note">Say of at least one value that it has, and of one that it has not.</p>;
  return (
    <>
      {found.map(({ basis, sets }) => (
        <Table
          key={basis}
          caption={`Counted ${BASIS_WORDS[basis]}. Shares with Wilson's 95% intervals, likelihood ratios with those of Simel and others (1991)`}
          head={[
            "Set",
            "Has it: classified, not",
            "Has it not: classified, not",
            "Sensitivity",
            "Specificity",
            "LR+",
            "LR−",
            // As assessed, no set leaves anybody open.
            ...(basis === "exact" ? ["Left out: undetermined"] : []),
          ]}
          rows={sets.map(({ id, table: [[hit, falseAlarm], [miss, rightNo]], open, accuracy }) => ({
            key: id,
            cells: [
              nameOf(id),
              `${whole(hit)}, ${whole(miss)}`,
              `${whole(falseAlarm)}, ${whole(rightNo)}`,
              shareWords(accuracy.sensitivity),
              shareWords(accuracy.specificity),
              ratioWords(accuracy.positiveRatio),
              ratioWords(accuracy.negativeRatio),
              ...(basis === "exact" ? [whole(open)] : []),
            ],
          }))}
        />
      ))}
      <button
        type="button"
        className="button"
        onClick={() =>
          download(
            tableCsv(
              {
                head: HEAD,
                rows: found.flatMap(({ basis, sets }) =>
                  sets.map((one) => [BASIS_WORDS[basis], ...numbersOf(one, basis)]),
                ),
              },
              identity,
            ),
            "cohort-reference.csv",
            "text/csv",
          )
        }
      >
        The sets against the reference (CSV)
      </button>
    </>
  );
}

const LIMITS = (name: string): readonly string[] => [name, `${name} 95% low`, `${name} 95% high`];

const HEAD: readonly string[] = [
  "counted",
  "set",
  "has it and classified",
  "has it and not classified",
  "has it not and classified",
  "has it not and not classified",
  "left out: undetermined",
  ...LIMITS("sensitivity"),
  ...LIMITS("specificity"),
  ...LIMITS("positive likelihood ratio"),
  ...LIMITS("negative likelihood ratio"),
];

function numbersOf({ id, table: [[hit, falseAlarm], [miss, rightNo]], open, accuracy }: SetReference, basis: Basis) {
  const { sensitivity, specificity, positiveRatio, negativeRatio } = accuracy;
  return [
    id,
    hit,
    miss,
    falseAlarm,
    rightNo,
    basis === "exact" ? open : "",
    ...[sensitivity, specificity, positiveRatio, negativeRatio].flatMap(estimateCells),
  ];
}
