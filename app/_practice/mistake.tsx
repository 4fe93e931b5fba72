import type { Misreading } from "../../criteria/practice/types.ts";
import type { CriteriaSet } from "../../criteria/types.ts";
import type { Recognition } from "../../lib/practice/recognize.ts";
import styles from "./practice.module.css";

/** More than this many explanations would explain nothing. */
const MOST_SHOWN = 4;

/** Which known misreadings give exactly the answer that was given. */
export function Mistake({
  recognition: { agrees, singles, pairs },
  set,
}: {
  recognition: Recognition;
  set: CriteriaSet;
}) {
  if (agrees) return null;
  if (singles.length === 0 && pairs.length === 0) {
    return <p className={styles["note"]}>No known misreading, and no pair of them, gives exactly this answer.</p>;
  }
  const more = (singles.length || pairs.length) - MOST_SHOWN;
  return (
    <section className={styles["mistake"]}>
      <h3>Which mistake was it?</h3>
      {singles.length > 0 ? (
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
        </>
      ) : (
        <>
          <p>No single misreading gives this answer. Two at once do:</p>
          <ul>
            {pairs.slice(0, MOST_SHOWN).map(([one, other]) => (
              <li key={`${one.id} ${other.id}`}>
                <MisreadingLine misreading={one} set={set} />
                <MisreadingLine misreading={other} set={set} />
              </li>
            ))}
          </ul>
        </>
      )}
      {more > 0 && <p className={styles["note"]}>{more} more would give the same answer.</p>}
    </section>
  );
}

function MisreadingLine({ misreading: { id, title, rule, see }, set }: { misreading: Misreading; set: CriteriaSet }) {
  return (
    <>
      <span className="font-semibold">{title}</span> {rule}{" "}
      <a href={see ? `/findings/${see}` : `/criteria/${set.id}`}>The rule</a>,{" "}
      <a href={`/practice/sitting?set=${set.id}&misreading=${id}&n=5`}>practice it</a>{" "}
    </>
  );
}
