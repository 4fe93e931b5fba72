import type { Route } from "next";
import Link from "next/link";
import { definitions } from "../../../../criteria/index.ts";
import type { CriteriaSet, FindingId } from "../../../../criteria/types.ts";
import { type Place, readingsOf, type SetReading } from "../../../../lib/definition/places.ts";
import { list, writeCause } from "../../../../lib/explain/values.ts";
import { FindingLinks } from "../../../_reference/finding-link.tsx";
import { amount } from "../../../_reference/numbers.ts";

/** For each set: the criterion that the finding meets, for how much, by which definition; or why it does not count. */
export function WhereItCounts({ id }: { readonly id: FindingId }) {
  return (
    <dl className="readings">
      {readingsOf(id, definitions).map((reading) => (
        <div key={reading.set.id}>
          <dt>
            <Link href={`/criteria/${reading.set.id}`} prefetch={false}>
              {reading.set.short}
            </Link>
          </dt>
          <dd>
            {reading.places.length > 0 ? (
              <>
                {reading.places.map((place) => (
                  <PlaceEntry key={`${place.kind} ${titleOf(place)}`} place={place} set={reading.set} />
                ))}
                <p className="readings-quiet">{attributionOf(id, reading)}</p>
                <p className="readings-quiet">
                  <Link href={`/practice/sitting?finding=${id}&set=${reading.set.id}&n=5` as Route} prefetch={false}>
                    Practice this rule<span className="sr-only"> in {reading.set.short}</span>
                  </Link>
                </p>
              </>
            ) : (
              <NotRead reading={reading} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function titleOf(place: Place): string {
  return place.kind === "criterion" ? place.criterion.id : place.title;
}

function PlaceEntry({ place, set }: { readonly place: Place; readonly set: CriteriaSet }) {
  switch (place.kind) {
    case "entry":
      return (
        <>
          <p>
            <strong>Entry criterion</strong>, worth no {set.unit}: without it nobody is classified.
          </p>
          <p>{place.definition}</p>
        </>
      );
    case "route":
      return (
        <p>
          <strong>{place.title}</strong>, a way to be classified that needs no score
          <Companions place={place} />.
        </p>
      );
    case "criterion":
      return (
        <>
          <p>
            <Link href={`/criteria/${set.id}#criterion-${place.criterion.id}`} prefetch={false}>
              {place.criterion.title}
            </Link>
            {place.part.takesOut ? (
              <>: this finding takes the criterion out</>
            ) : (
              <>
                , <strong>{amount(place.criterion.weight, set.unit)}</strong>
                <Companions place={place} />
              </>
            )}
            .
          </p>
          <p>{place.criterion.definition}</p>
        </>
      );
  }
}

/** What else has to be present, where the finding is not enough by itself. */
function Companions({ place: { part } }: { readonly place: Place }) {
  if (part.alone || part.takesOut) return null;
  const singles = part.companions.flatMap((companions) => (companions.length === 1 ? companions : []));
  if (singles.length === 0) return ", with other findings of its condition";
  return (
    <>
      {" "}
      together with <FindingLinks ids={singles} word="or" />
    </>
  );
}

function attributionOf(id: FindingId, { set, places }: SetReading): string {
  const whatever = places.every(({ part }) => part.evenIfExplained);
  if (whatever) return "Counts whatever is said to explain it.";
  switch (set.attribution.kind) {
    case "any-other-cause":
      return "Does not count when something else explains it better.";
    case "as-printed": {
      const causes = set.attribution.excludes[id];
      if (causes === undefined)
        return "Counts even when something else explains it: the set prints no exclusion for it.";
      return causes === "any"
        ? "Does not count when something else explains it."
        : `Does not count when explained by ${list(causes.map(writeCause), "or")}; with another explanation it still counts.`;
    }
  }
}

function NotRead({ reading: { whyNot, through, assumed, instead } }: { readonly reading: SetReading }) {
  return (
    <p>
      Does not count by itself. {whyNot}
      {through.length > 0 && (
        <>
          {" "}
          It makes <FindingLinks ids={through} word="and" /> present, which this set reads.
        </>
      )}
      {assumed.length > 0 && (
        <>
          {" "}
          <FindingLinks ids={assumed} word="and" />, which this set reads, is assumed from it until answered otherwise.
        </>
      )}
      {instead.length > 0 && (
        <>
          {" "}
          This set asks for <FindingLinks ids={instead} word="or" />: answer that as well.
        </>
      )}
    </p>
  );
}
