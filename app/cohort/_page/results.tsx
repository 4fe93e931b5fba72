import { useId, useMemo, useState } from "react";
import { methodsText } from "../../../lib/cohort/methods.ts";
import { share } from "../../../lib/cohort/statistics.ts";
import { BASIS_WORDS, type Basis, type CohortSummary } from "../../../lib/cohort/summary.ts";
import { identity } from "../../../scripts/identity.ts";
import { Table } from "../../_reference/table.tsx";
import { Figure } from "../_pictures/figure.tsx";
import { OverlapRows } from "../_pictures/overlap-rows.tsx";
import { ScoreBars } from "../_pictures/score-bars.tsx";
import { VerdictBars } from "../_pictures/verdict-bars.tsx";
import type { Again, Scored } from "../_run/answer.ts";
import { Downloads } from "./downloads.tsx";
import { counted, kappaWords, sharePlain, shareWords, whole } from "./numbers.ts";
import type { CohortDefinitions } from "./page-set.ts";
import { Patients } from "./patients.tsx";
import { Reference } from "./reference.tsx";
import { HeardOf } from "./unread.tsx";

/** Everything that is said of a cohort. */
export function Results({
  file,
  scored,
  sets,
  assumed,
  thresholds,
}: CohortDefinitions & { file: File; scored: Scored }) {
  const { summary } = scored;
  const nameOf = (set: string) => sets.find(({ id }) => id === set)?.short ?? set;
  const methods = useMemo(
    () => methodsText(summary, sets, assumed, identity, readWords(scored.again)),
    [summary, sets, assumed, scored],
  );
  const refused = summary.rows - summary.assessed;
  return (
    <>
      <p role="status" className="cohort-done">
        <bdi>{file.name}</bdi>: {whole(summary.rows)} {summary.rows === 1 ? "patient" : "patients"} scored to the last
        row.
      </p>
      {refused > 0 && (
        <div className="problem">
          <p>
            {whole(refused)} {refused === 1 ? "row has" : "rows have"} an error and no figures:{" "}
            {summary.refused
              .filter(({ count }) => count > 0)
              .map(({ codes, count }) => `${codes} ${whole(count)}`)
              .join(", ")}
            . They are counted nowhere below; open one in the calculator to see what is wrong.
            {summary.refused.some(({ codes, count }) => codes === "malformed" && count > 0) &&
              " Malformed: a cell could not be read, or a limit stands beside two values of its test and is of neither for certain."}
          </p>
        </div>
      )}
      {scored.heard && <HeardOf heard={scored.heard} />}
      <Verdicts scored={scored} nameOf={nameOf} />
      <section aria-labelledby="cohort-scores">
        <h2 id="cohort-scores">Scores</h2>
        <Figure
          name="cohort-scores"
          of="the scores"
          caption={`Patients by score as assessed, and by what their verdict is however the unknowns are answered. ${thresholds}`}
          draw={(width) => <ScoreBars sets={summary.sets} known={sets} width={width} />}
          numbers={
            <Table
              caption="Patients by score"
              head={["Score", "Classified", "Undetermined", "Not classified"]}
              rows={summary.sets.flatMap(({ id, scores }) =>
                scores.map((one) => ({
                  key: `${id} ${one.score}`,
                  cells: [
                    `${nameOf(id)}: ${one.score}`,
                    whole(one.classified),
                    whole(one.undetermined),
                    whole(one.notClassified),
                  ],
                })),
              )}
            />
          }
        />
      </section>
      <Together scored={scored} nameOf={nameOf} />
      <Reference scored={scored} nameOf={nameOf} />
      <Patients file={file} scored={scored} sets={sets} />
      <Downloads file={file} scored={scored} methods={methods} />
    </>
  );
}

function Verdicts({ scored: { summary }, nameOf }: { scored: Scored; nameOf: (set: string) => string }) {
  const of = summary.assessed;
  return (
    <section aria-labelledby="cohort-verdicts">
      <h2 id="cohort-verdicts">What each set says</h2>
      <Figure
        name="cohort-verdicts"
        of="the verdicts"
        caption="All patients, by what holds however the unknowns are answered; what is assumed from other findings stands. Hatched: some answers to what is unknown classify, and others do not. The line is the share that is classified when every unknown is taken as not met, as papers do."
        draw={(width) => <VerdictBars sets={summary.sets} nameOf={nameOf} width={width} />}
      />
      <Table
        caption="Exact verdicts, and the verdict as assessed, which takes every unknown as not met"
        head={["Set", "Classified", "Undetermined", "Not classified", "As assessed classified"]}
        rows={summary.sets.map(({ id, exact, asAssessed }) => ({
          key: id,
          cells: [
            nameOf(id),
            counted(exact.classified, of),
            counted(exact.undetermined, of),
            counted(exact.notClassified, of),
            counted(asAssessed.classified, of),
          ],
        }))}
      />
      <h3>What the unknowns leave open</h3>
      <p>
        With every way of answering what is unknown, the share that a set classifies lies between these, as long as what
        is assumed from other findings holds: that is not varied, and an answer of your own replaces it. Where it is
        wide, the number as assessed says more about what was recorded than about the patients.
      </p>
      <Table
        caption="Share classified: at least and at most by the unknowns; as assessed with Wilson's 95% interval"
        head={["Set", "At least", "As assessed", "At most", "Could become classified", "Could cease to be"]}
        rows={summary.sets.map(({ id, exact, asAssessed, couldBeGained, couldBeLost }) => ({
          key: id,
          cells: [
            nameOf(id),
            sharePlain(exact.classified, of),
            shareWords(share(asAssessed.classified, of)),
            sharePlain(exact.classified + exact.undetermined, of),
            whole(couldBeGained),
            whole(couldBeLost),
          ],
        }))}
      />
      <AskNext summary={summary} nameOf={nameOf} />
    </section>
  );
}

/** How the patients stood in the file, as the methods say it. */
function readWords(again: Again): string | undefined {
  return again.kind === "coded" ? `${SHAPE_WORDS[again.codebook.file.shape]}, read by a codebook` : undefined;
}

const SHAPE_WORDS = {
  "row-per-patient": "one row each",
  "row-per-visit": "one row a visit, joined by their id",
  "column-per-patient": "one column each",
} as const;

/** So many findings are named for each set; the file has all of them. */
const MOST_NAMED = 3;

/** What would settle verdicts if it were asked next, beside what the unknowns leave open. */
function AskNext({ summary, nameOf }: { summary: CohortSummary; nameOf: (set: string) => string }) {
  const sets = summary.settling.filter(({ undetermined }) => undetermined > 0);
  if (sets.length === 0) return null;
  return (
    <>
      <h3>What to ask next</h3>
      <p>
        The finding that would settle the verdict of most undetermined patients, if it alone were asked of those in whom
        it is unknown: of how many the verdict would then be determined, whichever the answer is. Where one finding
        settles few, several have to be asked.
      </p>
      <Table
        caption="Findings that would settle most undetermined verdicts, whichever the answer; the file “What to ask next” has all"
        head={["Set", "Undetermined", "Ask first", "Then, of all undetermined"]}
        rows={sets.map(({ id, undetermined, by }) => {
          const named = by
            .slice(0, MOST_NAMED)
            .map(({ label, settled }) => `${label}: settles ${counted(settled, undetermined)}`);
          return {
            key: id,
            cells: [
              nameOf(id),
              whole(undetermined),
              named[0] ?? "no single finding settles any",
              named.slice(1).join("; ") || "none",
            ],
          };
        })}
      />
    </>
  );
}

const BASES: readonly Basis[] = ["as-assessed", "exact"];

function Together({ scored: { summary }, nameOf }: { scored: Scored; nameOf: (set: string) => string }) {
  const id = useId();
  const [basis, setBasis] = useState<Basis>("as-assessed");
  const own = summary.by[basis];
  const possible = 2 ** summary.sets.length;
  return (
    <section aria-labelledby="cohort-together">
      <h2 id="cohort-together">The sets beside each other</h2>
      <fieldset className="cohort-basis">
        <legend>Count patients</legend>
        {BASES.map((value) => (
          <label key={value}>
            <input type="radio" name={id} checked={basis === value} onChange={() => setBasis(value)} />
            {BASIS_WORDS[value]}
          </label>
        ))}
      </fieldset>
      <h3>Overlap</h3>
      <Figure
        name={`cohort-overlaps-${basis}`}
        of="the overlap"
        caption={`Each row: patients whom the sets with a full dot classify and the others do not. ${
          own.overlaps.length === possible
            ? `All ${possible} combinations occur.`
            : `${possible - own.overlaps.length} of ${possible} combinations have no patient.`
        }${own.open > 0 ? " The row with a question mark: undetermined in at least one set." : ""}`}
        draw={(width) => (
          <OverlapRows
            sets={summary.sets.map((set) => set.id)}
            summary={own}
            of={summary.assessed}
            nameOf={nameOf}
            width={width}
          />
        )}
        numbers={
          <Table
            caption="Patients by the sets that classify them"
            head={["Classified by", "Patients"]}
            rows={[
              ...own.overlaps.map(({ sets, count }) => ({
                key: sets.join(" "),
                cells: [sets.length === 0 ? "No set" : sets.map(nameOf).join(", "), counted(count, summary.assessed)],
              })),
              ...(own.open > 0
                ? [{ key: "open", cells: ["Undetermined in at least one", counted(own.open, summary.assessed)] }]
                : []),
            ]}
          />
        }
      />
      <h3>Agreement</h3>
      <Table
        caption="Two sets of the same patients: how many both, one or neither classify, and Cohen's kappa with its 95% interval where its standard error is not 0"
        head={["Sets", "Both", "First only", "Second only", "Neither", "Agree", "Kappa"]}
        rows={own.pairs.map(({ first, second, table: [[both, firstOnly], [secondOnly, neither]], agreement }) => ({
          key: `${first} ${second}`,
          cells: [
            `${nameOf(first)} and ${nameOf(second)}`,
            whole(both),
            whole(firstOnly),
            whole(secondOnly),
            whole(neither),
            agreement ? sharePlain(both + neither, agreement.count) : "no patient",
            agreement ? kappaWords(agreement.kappa) : "no patient",
          ],
        }))}
      />
    </section>
  );
}
