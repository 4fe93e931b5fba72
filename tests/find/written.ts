import type { Offer } from "../../lib/find/offers.ts";

/** An offer as one short line, so that a table of them can be read: `white-cells 3.2 10*9/L`, `malar-rash present`. */
export function written(offer: Offer): string {
  switch (offer.kind) {
    case "measure": {
      const { test, comparator = "", value, unit, ...beside } = offer.measurement;
      const said = Object.entries(beside).map(([name, one]) => `${name} ${one}`);
      return [
        `${test} ${comparator}${value} ${unit}`,
        ...said,
        ...(offer.unkept ? [`not kept ${offer.unkept}`] : []),
      ].join(", ");
    }
    case "answer": {
      const { finding, status, date, explainedBy, note } = offer;
      const said = [
        date && `date ${date}`,
        explainedBy && `explained by ${explainedBy.cause} ${explainedBy.text ?? ""}`,
        note && `note ${note}`,
      ];
      return [`${finding} ${status}`, ...said.filter((one) => one !== undefined)].join(", ");
    }
    case "several":
      return `${offer.parts.map(written).join(" + ")}${offer.left ? ` leaving ${offer.left}` : ""}`;
    case "value-wanted":
      return `value of ${offer.test}`;
    case "look":
      return `look at ${offer.finding}`;
    case "read":
      return `read ${offer.topic.id}`;
  }
}
