import type { Misreading } from "../../criteria/practice/types.ts";
import type { CriteriaSet } from "../../criteria/types.ts";
import { isPracticed } from "../../lib/practice/misread.ts";
import type { Explanation, Recognition } from "../../lib/practice/recognize.ts";
import "./mistake.css";

/** More than this many explanations would explain nothing. */
const MOST_SHOWN = 4;

/**
 * Which misreadings give exactly the answer that was given: the likeliest first, those that are as likely as each other
 * together, and what is less likely folded away. Else what was given in one domain.
 */
export function Mistake({ recognition, set }: { recognition: Recognition; set: CriteriaSet }) {
  const { agrees, explanations, parts } = recognition;
  if (agrees) return null;
  const [likeliest] = explanations;
  if (!likeliest && parts.length === 0) {
    return <p className="mistake-note">No known misreading, and no pair of them, gives exactly this answer.</p>;
  }
  const asLikely = explanations.filter(({ cost }) => cost === likeliest?.cost);
  return (
    <section className="mistake">
      <h3>Which mistake was it?</h3>
      {likeliest ? (
        <>
          <p>{leadOf(asLikely)}</p>
          <Explanations explanations={asLikely} set={set} />
          <LessLikely explanations={explanations.slice(asLikely.length)} set={set} />
        </>
      ) : (
        <Parts parts={parts} set={set} />
      )}
    </section>
  );
}

/** What is said before explanations that are as likely as each other. */
function leadOf(explanations: readonly Explanation[]): string {
  const isPair = explanations[0]?.misreadings.length === 2;
  const none = isPair ? "No single misreading is likelier than these two at once. " : "";
  if (explanations.length > 1)
    return `${none}Exactly this answer comes out in any of these ways, each as likely as the others:`;
  return isPair ? "Exactly this answer comes out if both of these were done:" : "Exactly this answer comes out if:";
}

function Explanations({ explanations, set }: { explanations: readonly Explanation[]; set: CriteriaSet }) {
  const more = explanations.length - MOST_SHOWN;
  return (
    <>
      <ul>
        {explanations.slice(0, MOST_SHOWN).map(({ misreadings: [one, other] }) => (
          <li key={`${one.id} ${other?.id}`}>
            <p>
              <MisreadingLine misreading={one} set={set} />
            </p>
            {other && (
              <p>
                And: <MisreadingLine misreading={other} set={set} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mistake-note">{more} more would give the same answer.</p>}
    </>
  );
}

function LessLikely({ explanations, set }: { explanations: readonly Explanation[]; set: CriteriaSet }) {
  if (explanations.length === 0) return null;
  return (
    <details>
      <summary>Less likely</summary>
      <Explanations explanations={explanations} set={set} />
    </details>
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

function MisreadingLine({ misreading, set }: { misreading: Misreading; set: CriteriaSet }) {
  const { id, title, rule, see } = misreading;
  return (
    <>
      <span className="font-semibold">{title}</span> {rule}{" "}
      <a href={see ? `/findings/${see}` : `/criteria/${set.id}`}>The rule</a>
      {isPracticed(misreading) && (
        <>
          , <a href={`/practice/sitting?set=${set.id}&misreading=${encodeURIComponent(id)}&n=5`}>practice it</a>
        </>
      )}
    </>
  );
}
