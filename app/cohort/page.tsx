import type { Metadata } from "next";
import Link from "next/link";
import { definitions } from "../../criteria/index.ts";
import { assumedWords, citedSets, thresholdWords } from "../../lib/cohort/methods.ts";
import { thresholdOf } from "../../lib/definition/walk.ts";
import { Article, Section } from "../_reference/article.tsx";
import { Cohort } from "./_page/cohort.tsx";
import type { PageSet } from "./_page/page-set.ts";

const lead = "A file with one row a patient in; what four sets of criteria say of each, and of all together, out.";

export const metadata: Metadata = { title: "Cohorts", description: lead };

const sets = citedSets(definitions).flatMap((cited): PageSet[] =>
  definitions.sets.filter(({ id }) => id === cited.id).map((set) => ({ ...cited, ...thresholdOf(set) })),
);

const assumed = assumedWords(definitions);
const thresholds = thresholdWords(definitions);

export default function Page() {
  return (
    <Article title="Cohorts" lead={lead}>
      <p>
        <strong>Nothing leaves this device.</strong> The file is read here, by this browser; no part of it is sent
        anywhere or kept, and closing the page forgets it. What is not in the file is unknown, unless it follows from
        what is. An unknown is not taken as absent for the exact verdict, which says whether it rests on what is not
        known; as assessed counts it as not met. Some findings are assumed from others: {assumed}.
      </p>
      <Cohort sets={sets} assumed={assumed} thresholds={thresholds} />
      <Section id="format" title="What the file looks like">
        <p>CSV in UTF-8 with commas, the names of the columns in the first line, and one row a patient.</p>
        <ul>
          <li>
            <code>id</code> says which patient a row is of, and comes back as it is. Use a number of your own, and no
            name.
          </li>
          <li>
            A column named by <Link href="/findings">a finding</Link>, such as <code>malar-rash</code>, holds{" "}
            <code>1</code> or <code>present</code>, <code>0</code> or <code>absent</code>, nothing or{" "}
            <code>unknown</code>, or <code>explained</code> where something else explains it better, with the cause
            behind a colon where it is known: <code>explained:drug</code>. <code>true</code> and <code>1.0</code> are
            read as <code>1</code>, <code>false</code> and <code>0.0</code> as <code>0</code>. Take care where a box
            that was not ticked was exported as 0: it may mean that nobody asked.
          </li>
          <li>
            A column named by a test and its unit, such as <code>white-cells [10*9/L]</code>, holds one number. The
            laboratory's limits stand in columns such as <code>c3 low</code> and <code>c3 high</code>.
          </li>
          <li>Any other column can be copied through.</li>
        </ul>
        <p>
          A file that is not like this, such as an export of a register, a workbook or a sheet with patients in columns,
          is read by a codebook: here you say what each column is and what its values mean, look at what that makes of
          twenty rows, and save it as a file to use again.
        </p>
        <p>
          On the command line the same is <code>npm run -s cohort -- IN.csv --out OUT.csv</code>; it writes the same
          file, byte for byte.
        </p>
      </Section>
    </Article>
  );
}
