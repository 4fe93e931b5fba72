import type { Metadata } from "next";
import { definitions } from "../../criteria/index.ts";
import type { FindingId } from "../../criteria/types.ts";
import { readingsOf } from "../../lib/definition/places.ts";
import { Article, Section } from "../_reference/article.tsx";
import { findingsByGroup } from "../_reference/finding-ids.ts";
import { FindingLink } from "../_reference/finding-link.tsx";
import styles from "../_reference/reference.module.css";

export const metadata: Metadata = {
  title: "Findings",
  description: "Every documented feature of lupus: where it counts in each criteria set, or why it counts nowhere.",
};

export default function Page() {
  return (
    <Article
      title="Findings"
      lead="Every documented feature of lupus: where it counts in each criteria set, or why it counts nowhere."
      sections={findingsByGroup}
    >
      {findingsByGroup.map(({ id, title, hint, findings }) => (
        <Section key={id} id={id} title={title}>
          {hint && <p>{hint}</p>}
          <ul className={styles["index"]}>
            {findings.map((finding) => (
              <Entry key={finding} id={finding} />
            ))}
          </ul>
        </Section>
      ))}
    </Article>
  );
}

function Entry({ id }: { readonly id: FindingId }) {
  const { synonyms } = definitions.findings[id];
  const sets = readingsOf(id, definitions).filter(({ places, through }) => places.length + through.length > 0);
  return (
    <li>
      <FindingLink id={id} />
      <span className={styles["aside"]}>{sets.map(({ set }) => set.short).join(", ") || "counts nowhere"}</span>
      {synonyms.length > 0 && <p className={styles["quiet"]}>{synonyms.join(", ")}</p>}
    </li>
  );
}
