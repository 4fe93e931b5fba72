"use client";

import { definitions } from "../../../criteria/core.ts";
import type { FindingId } from "../../../criteria/types.ts";
import { asksWords } from "../../../lib/explain/asked.ts";
import { useAssessment } from "../../_store/use-record.ts";
import { useView } from "../../_store/view-store.ts";
import { askedIn } from "../asked-in.ts";
import { setById } from "../readers.ts";
import { FindingLink } from "../result/open-questions.tsx";

/** At a present finding that the opened set does not read: what the set asks for in its place, and the way there. */
export function AskedInstead({ finding }: { finding: FindingId }) {
  const set = useView((view) => view.set);
  const asked = useAssessment((assessment) => askedIn(set, finding, assessment));
  if (asked.length === 0) return null;
  const open = asked.filter(({ state }) => state === "not-known");
  return (
    <p className="finding-notes">
      {setById(set)?.short} {asksWords(asked, definitions)}.{" "}
      {open.map((one) => (
        <FindingLink key={one.finding} finding={one.finding} />
      ))}
    </p>
  );
}
