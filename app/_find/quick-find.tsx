"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { definitions } from "../../criteria/core.ts";
import type { Offer, Offers } from "../../lib/find/offers.ts";
import { today } from "../_components/today.ts";
import { bringText, isOfSeveralLines } from "../_reading/bring-text.ts";
import { useSession } from "../_record/session/use-session.ts";
import { useRecordStore } from "../_store/use-record.ts";
import { useView } from "../_store/view-store.ts";
import { Entered, type Said } from "./entered.tsx";
import { QUICK_FIND_ID } from "./focus-quick-find.ts";
import { type FindCode, useFindCode } from "./use-find-code.ts";

/** How long typing rests, in milliseconds, before a screen reader hears what cannot be read. */
const REST_BEFORE_SAYING = 1000;

const NOT_FETCHED = "What reads this line could not be fetched. It stays here; press Enter to try again.";

const NOTHING: Offers = { offers: [], certain: false };

/** Finds any finding by any of its names and answers it, or enters a measurement as it is typed. */
export function QuickFind() {
  const store = useRecordStore();
  const session = useSession();
  const router = useRouter();
  const set = useView((view) => view.set);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  // The lines that were entered before what reads them has come.
  const [waiting] = useState(() => new Set<string>());
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [said, setSaid] = useState<Said | undefined>(undefined);
  const { code, failed, fetchCode, fetchInTheEnd, approach } = useFindCode();
  // Why Enter did nothing.
  const [hint, setHint] = useState<string | undefined>(undefined);
  const { offers, message = hint, certain } = useMemo(() => code?.offersFor(query, today()) ?? NOTHING, [code, query]);
  const active = chosen ?? (certain ? 0 : undefined);
  const pointed = active === undefined ? undefined : offers[active];
  const listed = open && offers.length > 0;

  // Said once the typing rests, since a word at every letter is heard as noise; and at once when Enter asks.
  const [heard, setHeard] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (!open || message === undefined || hint !== undefined) return;
    const rested = setTimeout(() => setHeard(message), REST_BEFORE_SAYING);
    return () => clearTimeout(rested);
  }, [open, message, hint]);

  const type = (text: string, keepSaid = false) => {
    setQuery(text);
    setChosen(undefined);
    setHint(undefined);
    setHeard(undefined);
    setOpen(text.trim() !== "");
    if (text !== "" && !keepSaid) setSaid(undefined);
  };
  /** Leads to what an offer is about. */
  const goTo = (offer: Offer, { goToFinding, goToTest }: FindCode) => {
    switch (offer.kind) {
      case "read":
        return router.push(`/about#${offer.topic.id}`);
      case "measure":
        // The value stays as it was typed, because nothing has entered it.
        return goToTest(offer.measurement.test);
      case "value-wanted":
        type("");
        return goToTest(offer.test);
      case "look":
      case "answer":
        type("");
        return goToFinding(offer.finding);
      case "several":
        return undefined;
    }
  };
  /** Says why Enter did nothing. What is the same as before is said anew: a live region is silent about no change. */
  const refuse = (code: FindCode, why?: string) => {
    const words = code.notEnteredWords(query, field.current?.value, why);
    setHint(words);
    sayAnew(words);
  };
  // The same words are heard again only if they are others.
  const sayAnew = (words: string) => setHeard((before) => (before === words ? `${words}\u00a0` : words));
  const choose = (offer: Offer, code: FindCode) => {
    if (offer.kind === "value-wanted") {
      type(`${definitions.tests[offer.test].short} `);
      field.current?.focus();
      return;
    }
    if (offer.kind === "read" || offer.kind === "look") return goTo(offer, code);
    const before = store.getHistory().present;
    code.keepPlaceThrough(() => store.press((now) => code.take(now, offer)));
    const record = store.getHistory().present;
    setSaid({ words: code.enteredWords(offer, record, set, before), record, canUndo: record !== before });
    type(code.staysTyped(offer, query, field.current?.value), true);
  };
  const step = (way: Step) => {
    const before = store.getHistory().present;
    // Without the code, nothing was entered from here.
    if (code) code.keepPlaceThrough(store[way]);
    else store[way]();
    const record = store.getHistory().present;
    if (record === before) return;
    const wasSaid = said?.canUndo === true && said.record === before;
    const words = way === "redo" ? "Redone." : wasSaid ? `Taken back: ${said.words}` : "Undone.";
    setSaid({ words, record, canUndo: false });
  };
  const enter = async (event: React.KeyboardEvent) => {
    if (query.trim() === "") return;
    let fetched = code;
    const before = store.getHistory().present;
    if (!fetched) {
      if (waiting.has(query)) return;
      waiting.add(query);
      const patient = session.getState();
      fetched = await fetchCode().catch(() => undefined);
      // It was taken back.
      if (!waiting.delete(query)) return;
      if (!field.current) {
        const { enterLineFor, offersFor } = await fetchInTheEnd();
        return enterLineFor(session, patient, query, offersFor(query, today()));
      }
      if (!fetched) return sayAnew(NOT_FETCHED);
    }
    // Whoever types faster than the code arrives gets what would have been offered first.
    const first = code ? undefined : fetched.offersAfterWaiting(query, today(), before, store.getHistory().present);
    const offer = first?.certain ? first.offers[0] : pointed;
    if (!offer) refuse(fetched, first?.message ?? message);
    else if (event.ctrlKey || event.metaKey) goTo(offer, fetched);
    else if (!event.shiftKey || offer.kind !== "answer") choose(offer, fetched);
    else if (offer.date) refuse(fetched, fetched.DAY_OF_PRESENT);
    else choose({ ...offer, status: "absent" }, fetched);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const last = offers.length - 1;
    let stepped: Step | undefined;
    switch (event.key) {
      case "ArrowDown":
        setChosen(active === undefined || active === last ? 0 : active + 1);
        setOpen(true);
        break;
      case "ArrowUp":
        setChosen(active === undefined || active === 0 ? last : active - 1);
        setOpen(true);
        break;
      case "Enter":
        void enter(event);
        break;
      case "Escape":
        if (query === "") field.current?.blur();
        waiting.clear();
        type("");
        break;
      default:
        // It leads to this field, from here as well.
        if (query === "" && event.key === "/") break;
        // With nothing typed there is nothing else to take back.
        stepped = query === "" ? stepBy(event) : undefined;
        if (!stepped) return;
        step(stepped);
    }
    event.preventDefault();
  };
  return (
    <search className="mx-auto block max-w-2xl pt-1">
      <div className="flex items-baseline justify-between gap-3 text-small">
        <label htmlFor={QUICK_FIND_ID}>Find a finding, or type a value</label>
        <button type="button" className="link shrink-0" aria-haspopup="dialog" onClick={() => bringText()}>
          Paste text
        </button>
      </div>
      <div className="relative">
        <input
          ref={field}
          id={QUICK_FIND_ID}
          type="text"
          role="combobox"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="field w-full"
          aria-expanded={listed}
          aria-controls={`${id}-offers`}
          aria-autocomplete="list"
          aria-activedescendant={listed && active !== undefined ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-hint`}
          value={query}
          onChange={(event) => type(event.target.value)}
          onPointerEnter={approach}
          onFocus={() => {
            approach();
            setOpen(query.trim() !== "");
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text/plain");
            if (!isOfSeveralLines(pasted)) return;
            event.preventDefault();
            bringText(pasted);
          }}
        />
        {code && (
          <code.OfferList
            id={id}
            open={open}
            message={message}
            offers={offers}
            active={active}
            choose={(offer) => choose(offer, code)}
          />
        )}
      </div>
      <p id={`${id}-hint`} className="mt-1 text-small text-muted">
        {failed && query !== "" ? NOT_FETCHED : "malar rash · no seizure · wbc 3.2, plt 85 · ana 1:320 · c3 0.62 (0.9)"}
      </p>
      {/* Said from a place that is always there: a screen reader does not hear what appears together with its words. */}
      <p role="status" className="sr-only">
        {open && heard}
      </p>
      <Entered
        said={said}
        undo={() => {
          step("undo");
          // The button goes with what it took back.
          field.current?.focus();
        }}
      />
    </search>
  );
}

type Step = "undo" | "redo";

/** The step through the history of the record that a key asks for. */
function stepBy({ key, ctrlKey, metaKey, altKey, shiftKey }: React.KeyboardEvent): Step | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" ? "redo" : undefined;
}
