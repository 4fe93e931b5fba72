import type { Misreading } from "../../criteria/practice/types.ts";
import type { CriteriaSet } from "../../criteria/types.ts";
import type { Recognition } from "../../lib/practice/recognize.ts";
import "./mistake.css";

/** More than this many explanations would explain nothing. */
const MOST_SHOWN = 4;

/** Which known misreadings give exactly the answer that was given, or else what was given in one domain. */
export function Mistake({ recognition, set }: { recognition: Recognition; set: CriteriaSet }) {
  const { agrees, singles, pairs, parts } = recognition;
  if (agrees) return null;
  if (singles.length === 0 && pairs.length === 0 && parts.length === 0) {
    return <p className="mistake-note">No known misreading, and no pair of them, gives exactly this answer.</p>;
  }
  return (
    <section className="mistake">
      <h3>Which mistake was it?</h3>
      {singles.length > 0 ? (
        <Singles singles={singles} set={set} />
      ) : pairs.length > 0 ? (
        <Pairs pairs={pairs} set={set} />
      ) : (
        <Parts parts={parts} set={set} />
      )}
    </section>
  );
}

function Singles({ singles, set }: { singles: Recognition["singles"]; set: CriteriaSet }) {
  return (
    <>
      <p>
        {singles.length === 1
          ? "Exactly this answer comes out if:"
          : "Exactly this answer comes out in any of these ways:"}
      </p>
      <ul>
        {singles.slice(0, MOST_SHOWN).map((misreading) => (
          <li key={misreading.id}>
            <MisreadingLine misreading={misreading} set={set} />
          </li>
        ))}
      </ul>
      <More than={singles.length} />
    </>
  );
}

function Pairs({ pairs, set }: { pairs: Recognition["pairs"]; set: CriteriaSet }) {
  return (
    <>
      <p>
        No single misreading gives this answer. Two at once do{pairs.length === 1 ? ":" : ", in any of these ways:"}
      </p>
      <ol>
        {pairs.slice(0, MOST_SHOWN).map(([one, other]) => (
          <li key={`${one.id} ${other.id}`}>
            <p>
              <MisreadingLine misreading={one} set={set} />
            </p>
            <p>
              And: <MisreadingLine misreading={other} set={set} />
            </p>
          </li>
        ))}
      </ol>
      <More than={pairs.length} />
    </>
  );
}

function Parts({ parts, set }: { parts: Recognition["parts"]; set: CriteriaSet }) {
  return (
    <>
      <p>No misreading, alone or with another, gives the whole answer. In a domain by itself:</p>
      <ul>
        {parts.map(({ domain, points, misreadings }) => (
          <li key={domain}>
            {set.domains.find(({ id }) => id === domain)?.title} comes to {points} if:
            <ul>
              {misreadings.slice(0, 2).map((misreading) => (
                <li key={misreading.id}>
                  <MisreadingLine misreading={misreading} set={set} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function More({ than }: { than: number }) {
  if (than <= MOST_SHOWN) return null;
  return <p className="mistake-note">{than - MOST_SHOWN} more would give the same answer.</p>;
}

function MisreadingLine({ misreading: { id, title, rule, see }, set }: { misreading: Misreading; set: CriteriaSet }) {
  return (
    <>
      <span className="font-semibold">{title}</span> {rule}{" "}
      <a href={see ? `/findings/${see}` : `/criteria/${set.id}`}>The rule</a>,{" "}
      <a href={`/practice/sitting?set=${set.id}&misreading=${id}&n=5`}>practice it</a>
    </>
  );
}
