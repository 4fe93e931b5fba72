import type { Offer } from "../../lib/find/offers.ts";
import { OfferLine } from "./offer-line.tsx";

/** What the quick find offers, under its field, which takes the keys and points to the active one by its position. */
export function OfferList({
  id,
  open,
  message,
  offers,
  active,
  choose,
}: {
  id: string;
  open: boolean;
  message: string | undefined;
  offers: readonly Offer[];
  active: number | undefined;
  choose: (offer: Offer) => void;
}) {
  return (
    <div hidden={!open} className="absolute inset-x-0 top-full z-20 border border-control bg-raised">
      {message && (
        <p aria-hidden="true" className="problem">
          {message}
        </p>
      )}
      <div id={`${id}-offers`} role="listbox" aria-label="What was found" hidden={offers.length === 0}>
        {offers.map((offer, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys and points to the active option
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is what the field points to
            key={position}
            id={`${id}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === active}
            className="flex min-h-9 cursor-pointer items-center justify-between gap-4 px-2 py-1 hover:bg-accent-soft aria-selected:bg-accent-soft aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent"
            // A press must not take the focus from the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(offer)}
          >
            <OfferLine offer={offer} />
          </div>
        ))}
      </div>
    </div>
  );
}
