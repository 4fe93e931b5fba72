"use client";

import { definitions } from "../../criteria/core.ts";
import { findingDefinitions } from "../../criteria/finding-definitions.ts";
import { writeExplanation, writeMeasurement, writeValue } from "../../lib/explain/values.ts";
import type { Otherwise } from "../../lib/reading/checks.ts";
import type { ReviewItem } from "../../lib/reading/review.ts";
import { UnbrokenDates } from "../_components/unbroken-dates.tsx";

/** The id of the element that shows a proposal, to which its mark in the text leads. */
export function reviewRowId(id: string): string {
  return `review-${id}`;
}

interface Parts {
  readonly item: ReviewItem;
  readonly isHeld: boolean;
  readonly isDropped: boolean;
  readonly otherwise?: Otherwise;
  readonly take: (item: ReviewItem, row: Element | null) => void;
  readonly drop: (item: ReviewItem, row: Element | null) => void;
  readonly bringBack: (item: ReviewItem) => void;
  readonly look?: {
    readonly at: (id: string | undefined) => void;
    readonly show: (from: readonly [number, number]) => void;
  };
}

/** One proposal: what it is, where it stands, how sure it is, and what to do with it. */
export function ReviewRow({ item, isHeld, isDropped, otherwise, take, drop, bringBack, look }: Parts) {
  const words = inWords(item);
  const rowOf = (button: Element) => button.closest("[data-review-row]");
  return (
    <li
      id={reviewRowId(item.id)}
      data-review-row=""
      data-state={isHeld ? "held" : isDropped ? "dropped" : "open"}
      tabIndex={-1}
      className="review-row"
      onFocus={() => look?.at(item.id)}
    >
      <div className="flex items-start justify-between gap-3">
        <p className="review-words">
          <UnbrokenDates>{words}</UnbrokenDates>
        </p>
        <div className="flex shrink-0 items-center gap-2">
          {isHeld && <span className="text-small text-muted">In the record</span>}
          {isDropped && (
            <>
              <span className="text-small text-muted">Dropped</span>
              <button
                type="button"
                className="link text-small"
                aria-label={`Bring back ${words}`}
                onClick={() => bringBack(item)}
              >
                Bring back
              </button>
            </>
          )}
          {!isHeld && !isDropped && (
            <>
              <button
                type="button"
                className="button"
                data-review-take=""
                aria-label={`Confirm ${words}`}
                onClick={({ currentTarget }) => take(item, rowOf(currentTarget))}
              >
                Confirm
              </button>
              <button
                type="button"
                className="link text-small"
                data-review-drop=""
                aria-label={`Drop ${words}`}
                onClick={({ currentTarget }) => drop(item, rowOf(currentTarget))}
              >
                Drop
              </button>
            </>
          )}
        </div>
      </div>
      <Where item={item} look={look} />
      {item.kind === "finding" && <p className="text-small">{findingDefinitions[item.finding].definition}</p>}
      {item.sureness === "worked-out" && (
        <p className="text-small text-attention">Not said in so many words: read the line.</p>
      )}
      {[...item.remarks, ...(otherwise ? [inRecord(otherwise)] : [])].map((remark) => (
        <p key={remark} className="text-small text-attention">
          {remark}
        </p>
      ))}
    </li>
  );
}

function Where({ item, look }: { readonly item: ReviewItem; readonly look: Parts["look"] | undefined }) {
  const { place, original, date } = item;
  const day = date ? `, ${date}` : ", no date";
  if (place.kind === "part") {
    return (
      <p className="break-words text-small text-muted">
        {place.name}
        {day}: “{original}”
      </p>
    );
  }
  return (
    <p className="break-words text-small text-muted">
      <button
        type="button"
        className="link"
        aria-label={`Line ${place.line}: show ${inWords(item)} in the text`}
        onClick={() => look?.show(place.from)}
      >
        Line {place.line}
      </button>
      {/* A value has its day in its own words already. */}
      {item.kind === "measurement" && date ? "" : day}: “<bdi>{original}</bdi>”
    </p>
  );
}

function inWords(item: ReviewItem): string {
  if (item.kind === "measurement") return writeMeasurement(item.measurement, definitions);
  const explained = item.explainedBy ? `, explained by ${writeExplanation(item.explainedBy)}` : "";
  return `${definitions.findings[item.finding].label}: ${item.status}${explained}`;
}

function inRecord(otherwise: Otherwise): string {
  return otherwise.kind === "answer"
    ? `The record says ${otherwise.status}: to confirm this replaces that.`
    : `The record has ${writeValue(otherwise.measurement, definitions)} of the same day: keep the one that stands.`;
}
