"use client";

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { definitions } from "../../criteria/core.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { otherwiseIn } from "../../lib/reading/checks.ts";
import { hasRoomFor, heldIn, MOST_MEASUREMENTS, takenTogether } from "../../lib/reading/confirm.ts";
import { count, type Review as Read, type ReviewItem } from "../../lib/reading/review.ts";
import { Passed } from "./review-passed.tsx";
import { ReviewRow } from "./review-row.tsx";
import { useSteps } from "./use-steps.tsx";
import "./review.css";

interface Parts {
  readonly review: Read;
  /** The record that confirmed facts go to. */
  readonly record: SleRecord;
  readonly confirm: (items: readonly ReviewItem[]) => void;
  /** Takes back what was confirmed last, or confirms it again, where that can be done from here. */
  readonly step?: (way: "undo" | "redo") => void;
  /** Leaves the review, where it has a button of its own for that. */
  readonly done?: () => void;
  /** Told which proposal is looked at, and leads to its place in the source. */
  readonly look?: {
    readonly at: (id: string | undefined) => void;
    readonly show: (from: readonly [number, number]) => void;
  };
}

/** The one review: what was read, whatever it was read from, for a person to confirm. Nothing counts before. */
export function Review({ review, record, confirm, step, done, look }: Parts) {
  const box = useRef<HTMLDivElement>(null);
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const held = useMemo(() => heldIn(record), [record]);
  const otherwise = useMemo(() => otherwiseIn(record, definitions), [record]);
  // Whoever came by keys goes on by keys: to what can be confirmed first.
  useEffect(() => {
    // A sheet was scrolled for what stood in it before.
    const sheet = box.current?.closest("dialog");
    if (sheet) sheet.scrollTop = 0;
    firstIn(box.current)?.focus();
  }, []);
  if (review.refused.length > 0) {
    return (
      <div role="alert" className="problem">
        {review.refused.map((why) => (
          <p key={why}>{why}</p>
        ))}
      </div>
    );
  }
  const values = review.items.filter(({ kind }) => kind === "measurement");
  const findings = review.items.filter(({ kind }) => kind === "finding");
  const isOpen = (item: ReviewItem) => !dropped.has(item.id) && !held(item);
  const open = values.filter(isOpen);
  const together = takenTogether(open).filter((item) => !otherwise(item));
  const room = hasRoomFor(record, open.length);
  const left = open.length + findings.filter(isOpen).length;

  // At once: a second press before the focus has gone on would be one on what has taken the place of the first.
  const goOnAfter = (change: () => void, from?: Element | null) => {
    flushSync(change);
    nextAfter(box.current, from)?.focus();
  };
  const rows = {
    held,
    otherwise,
    dropped,
    ...(look && { look }),
    take: (item: ReviewItem, row: Element | null) => goOnAfter(() => confirm([item]), row),
    drop: (item: ReviewItem, row: Element | null) =>
      goOnAfter(() => setDropped((before) => new Set([...before, item.id])), row),
    bringBack: ({ id }: ReviewItem) => setDropped(new Set([...dropped].filter((one) => one !== id))),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside
    <div ref={box} className="review" onKeyDown={(event) => onKeyDown(event, step)}>
      <p className="py-2">
        {review.read} read: {count(values.length, "laboratory value")}, {count(findings.length, "possible finding")}.
        Nothing counts until you confirm it.
      </p>
      <p role="status" className="sr-only">
        {left === 0 ? "Nothing is left to look at." : `${left} left to look at.`}
      </p>
      {left > 0 && (
        <p className="review-keys pb-2 text-small text-muted">
          <kbd>Enter</kbd> takes, <kbd>Backspace</kbd> drops, the <kbd>arrow keys</kbd> move
          {step && (
            <>
              , <kbd>Ctrl+Z</kbd> takes back
            </>
          )}
          .
        </p>
      )}
      {values.length > 0 && (
        <section aria-label="Laboratory values" className="border-t border-hairline pt-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="font-semibold">Laboratory values</h3>
            <button
              type="button"
              className="button"
              data-review-first=""
              disabled={together.length === 0 || !room}
              onClick={() => goOnAfter(() => confirm(together))}
            >
              Confirm all laboratory values
            </button>
          </div>
          {!room && (
            <p className="text-small text-attention">
              A record takes {MOST_MEASUREMENTS.toLocaleString("en-US")} values, and these are more. Confirm singly
              those that matter, or export fewer years.
            </p>
          )}
          {together.length < open.length && (
            <p className="text-small text-attention">
              {count(open.length - together.length, "value")} may not stand, as said beside{" "}
              {open.length - together.length === 1 ? "it" : "each"}: look and confirm singly.
            </p>
          )}
          <Rows of={values} {...rows} />
        </section>
      )}
      {findings.length > 0 && (
        <section aria-label="Possible findings" className="border-t border-hairline pt-3">
          <h3 className="font-semibold">Possible findings</h3>
          <Rows of={findings} {...rows} />
        </section>
      )}
      {done && (
        <p className="py-3">
          <button type="button" className="button button-main" data-review-last="" onClick={done}>
            Done
          </button>
        </p>
      )}
      {review.passed.length > 0 && <Passed of={review.passed} show={look?.show} />}
    </div>
  );
}

type RowParts = Omit<Parameters<typeof ReviewRow>[0], "item" | "isHeld" | "isDropped" | "otherwise">;

interface Listed extends RowParts {
  readonly of: readonly ReviewItem[];
  readonly held: (item: ReviewItem) => boolean;
  readonly otherwise: ReturnType<typeof otherwiseIn>;
  readonly dropped: ReadonlySet<string>;
}

function Rows({ of, held, otherwise, dropped, ...parts }: Listed) {
  const { visible, more } = useSteps(of);
  return (
    <>
      <ul>
        {visible.map((item) => {
          const isHeld = held(item);
          const other = isHeld ? undefined : otherwise(item);
          return (
            <ReviewRow
              key={item.id}
              item={item}
              isHeld={isHeld}
              isDropped={!isHeld && dropped.has(item.id)}
              {...(other && { otherwise: other })}
              {...parts}
            />
          );
        })}
      </ul>
      {more}
    </>
  );
}

/** What a row is reached by: its first button, or itself where nothing is left to be done in it. */
function reach(row: Element | undefined): HTMLElement | undefined {
  if (!(row instanceof HTMLElement)) return undefined;
  return row.querySelector<HTMLElement>("[data-review-take]") ?? row;
}

function rowsIn(box: Element | null): readonly Element[] {
  return [...(box?.querySelectorAll("[data-review-row]") ?? [])];
}

function firstIn(box: Element | null): HTMLElement | undefined {
  return box?.querySelector<HTMLElement>("[data-review-first]:enabled") ?? nextAfter(box);
}

/** The next row in which something is left to be done; after the last one the first, and with none left the way on. */
function nextAfter(box: Element | null, from?: Element | null): HTMLElement | undefined {
  const rows = rowsIn(box);
  const at = from ? rows.indexOf(from) : -1;
  const ordered = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  const takes = ordered.map((row) => row.querySelector<HTMLElement>("[data-review-take]")).find((one) => one !== null);
  if (takes) return takes;
  const more = box?.querySelector<HTMLElement>("[data-review-more]");
  return more ?? document.querySelector<HTMLElement>("[data-review-last]:enabled") ?? undefined;
}

function onKeyDown(event: KeyboardEvent<HTMLDivElement>, step: Parts["step"]): void {
  const { key, repeat, target, currentTarget } = event;
  if (!(target instanceof Element) || event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    const way =
      key.toLowerCase() === "z" ? (event.shiftKey ? "redo" : "undo") : key.toLowerCase() === "y" ? "redo" : "";
    if (way === "" || !step) return;
    step(way);
    event.preventDefault();
    return;
  }
  // A key that is held down takes one proposal, and not all that follow.
  if (repeat && (key === "Enter" || key === "Backspace")) {
    event.preventDefault();
    return;
  }
  const rows = rowsIn(currentTarget);
  const row = target.closest("[data-review-row]");
  if (key === "ArrowDown" || key === "ArrowUp") {
    const at = row ? rows.indexOf(row) : -1;
    const next = key === "ArrowDown" ? rows[at + 1] : at > 0 ? rows[at - 1] : undefined;
    if (next) reach(next)?.focus();
    else if (at === 0 && key === "ArrowUp") firstIn(currentTarget)?.focus();
    event.preventDefault();
  } else if ((key === "Backspace" || key === "Delete") && row) {
    row.querySelector<HTMLElement>("[data-review-drop]")?.click();
    event.preventDefault();
  }
}
