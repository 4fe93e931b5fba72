import type { CriteriaSet } from "../../../criteria/types.ts";
import { useAssessment } from "../../_store/use-record.ts";
import { Ruler, RulerMarks } from "./ruler.tsx";

/** The ruler of a set, drawn in the frame after the score that it shows: a picture of it, for which no answer waits. */
export function ResultRuler({ set, large }: { set: CriteriaSet; large: boolean }) {
  const result = useAssessment(({ result }) => result.results?.[set.id]);
  if (!result) return null;
  return (
    <>
      <Ruler result={result} set={set} large={large} />
      {large && <RulerMarks result={result} set={set} />}
    </>
  );
}
