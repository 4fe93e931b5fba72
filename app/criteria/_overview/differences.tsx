import Link from "next/link";
import { definitions, differences } from "../../../criteria/index.ts";
import type { CriteriaSet, FindingId } from "../../../criteria/types.ts";
import { type Place, readingsOf } from "../../../lib/definition/places.ts";
import { FindingLink } from "../../_reference/finding-link.tsx";
import { amount } from "../../_reference/numbers.ts";
import { Table } from "../../_reference/table.tsx";

/** By subject, which criterion of each set the findings meet and for how much: all of it read off the definitions. */
export function Differences() {
  return (
    <Table
      caption="By subject: the criteria that read it, and for how much"
      head={["Subject", ...definitions.sets.map(({ short }) => short)]}
      rows={differences.map(({ topic, findings, point }) => ({
        key: topic,
        cells: [
          <span key={topic} id={`difference-${findings[0]}`}>
            {topic}
            <small>{point}</small>
          </span>,
          ...definitions.sets.map((set) => <Cell key={set.id} set={set} findings={findings} />),
        ],
      }))}
    />
  );
}

function Cell({ set, findings }: { readonly set: CriteriaSet; readonly findings: readonly FindingId[] }) {
  const entries = entriesOf(set, findings);
  if (entries.length === 0) return "not read";
  return (
    <ul>
      {entries.map(({ place, by }) => (
        <li key={titleOf(place)}>
          <PlaceName place={place} set={set} />
          <small>
            {by.map((finding, position) => (
              <span key={finding}>
                {position > 0 && ", "}
                <FindingLink id={finding} />
              </span>
            ))}
          </small>
        </li>
      ))}
    </ul>
  );
}

function PlaceName({ place, set }: { readonly place: Place; readonly set: CriteriaSet }) {
  if (place.kind !== "criterion") return place.kind === "entry" ? "Entry criterion" : place.title;
  return (
    <>
      <Link href={`/criteria/${set.id}#criterion-${place.criterion.id}`} prefetch={false}>
        {place.criterion.title}
      </Link>
      , {amount(place.criterion.weight, set.unit)}
    </>
  );
}

function titleOf(place: Place): string {
  return place.kind === "criterion" ? place.criterion.id : place.title;
}

/** Each place of the set that the findings can meet, once, with those that do. */
function entriesOf(set: CriteriaSet, findings: readonly FindingId[]) {
  const found = findings.flatMap((finding) => {
    const reading = readingsOf(finding, definitions).find((one) => one.set === set);
    return (reading?.places ?? []).filter(({ part }) => !part.takesOut).map((place) => ({ place, finding }));
  });
  const titles = [...new Set(found.map(({ place }) => titleOf(place)))];
  return titles.flatMap((title) => {
    const here = found.filter(({ place }) => titleOf(place) === title);
    return here[0] ? [{ place: here[0].place, by: here.map(({ finding }) => finding) }] : [];
  });
}
