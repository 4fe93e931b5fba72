"use client";

import type { CSSProperties } from "react";
import { definitions } from "../../../criteria/core.ts";
import { type Cell, cellText, comparison } from "../../../lib/explain/compare.ts";
import { disagreement } from "../../../lib/explain/disagreement.ts";
import { verdictWords } from "../../../lib/explain/verdict.ts";
import { useAssessment } from "../../_store/use-record.ts";
import { FindingLink } from "./open-questions.tsx";
import "./compare.css";

/** Says at the calculator that it is there. A rule that asks `:has(.compare)` styles the whole page anew at every answer. */
function takeTheWidth(compare: Element | null): () => void {
  const calculator = compare?.closest(".calculator");
  calculator?.toggleAttribute("data-compares", true);
  return () => calculator?.removeAttribute("data-compares");
}

/** What every present finding did in every set, and why the sets disagree. */
export default function CompareView() {
  const { record, interpreted, result } = useAssessment((assessment) => assessment);
  const { facts } = interpreted;
  const { results } = result;
  if (!facts || !results) return null;
  const rows = comparison(facts, results, definitions, record.measurements);
  const why = disagreement(results, rows, definitions);
  if (rows.length === 0) return <p className="py-6 text-muted">Findings that are present are compared here.</p>;
  return (
    <div ref={takeTheWidth} className="compare">
      {why.length > 0 && (
        <div className="compare-why">
          <h3 className="font-semibold">Why the sets disagree</h3>
          {why.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section className="compare-scroll" aria-label="Findings against criteria sets" tabIndex={0}>
        <table className="grid-table" style={SETS}>
          <thead>
            <tr>
              <th scope="col">Present</th>
              {definitions.sets.map(({ id, short }) => (
                <th key={id} scope="col">
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ finding, cells }) => (
              <tr key={finding}>
                <th scope="row">
                  <FindingLink finding={finding} />
                </th>
                {definitions.sets.map((set) => {
                  const cell = cells[set.id];
                  return (
                    <td key={set.id} data-cell={cell && weightOf(cell)}>
                      {cell && cellText(cell, set, definitions)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Score</th>
              {definitions.sets.map((set) => {
                const one = results[set.id];
                return (
                  <td key={set.id} data-cell="total">
                    {one && (
                      <>
                        <strong>{one.score.value}</strong> <span>{verdictWords(one, set)}</span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          </tfoot>
        </table>
      </section>
    </div>
  );
}

/** For the style sheet: how many columns there are beside the name. */
const SETS = { "--sets": definitions.sets.length } as CSSProperties;

/** How strongly a cell is set: what counted, what was read and did not count, and what is not an item. */
function weightOf(cell: Cell): "counted" | "read" | "none" {
  switch (cell.kind) {
    case "counted":
    case "opens":
      return "counted";
    case "same-criterion":
    case "outranked":
    case "explained":
    case "excluded":
    case "not-enough":
    case "asks":
    case "takes-out":
      return "read";
    case "not-an-item":
      return "none";
  }
}
