import type { CaseNote, PracticeCase, Stage } from "../../criteria/practice/types.ts";
import type { Definitions, FindingId, SleRecord, Status, TestId } from "../../criteria/types.ts";
import { interpret } from "../record/interpret.ts";
import { keptPlanOf } from "./kept-plan.ts";
import { readStory, type Segment } from "./story.ts";

/** The stages in the order in which a case opens. */
export const STAGES: readonly Stage[] = ["history", "examination", "laboratory", "imaging", "biopsy"];

export interface OpenedStage {
  readonly stage: Stage;
  readonly segments: readonly Segment[];
}

/** The stages that a case has, each as segments. */
export function stagesOf(practiceCase: PracticeCase, definitions: Definitions): readonly OpenedStage[] {
  const { story, patient, record } = practiceCase;
  return STAGES.flatMap((stage) => {
    const text = story[stage];
    if (text === undefined) return [];
    return [{ stage, segments: readStory(text, patient, record.measurements ?? [], definitions) }];
  });
}

/**
 * The whole record that a case means: its own, and, where everything else was looked for and is absent,
 * an absent answer to each finding that is otherwise unknown and that the story does not leave open.
 */
export function recordOf(practiceCase: PracticeCase, definitions: Definitions): SleRecord {
  const { record, otherwise } = practiceCase;
  if (otherwise === "unknown") return record;
  const { facts } = interpret(keptPlanOf(definitions).record, record);
  if (!facts) return record;
  const leftOpen = openInStory(practiceCase, definitions);
  const findings: { [F in FindingId]?: Status } = {};
  for (const finding of Object.keys(facts) as FindingId[]) {
    if (facts[finding].status === "unknown" && !leftOpen.has(finding)) findings[finding] = "absent";
  }
  return { ...record, findings: { ...findings, ...record.findings } };
}

/** The findings of which the story says that they were not settled. */
export function openInStory(practiceCase: PracticeCase, definitions: Definitions): ReadonlySet<FindingId> {
  const marks = stagesOf(practiceCase, definitions).flatMap(({ segments }) =>
    segments.flatMap((segment) => (segment.kind === "finding" ? segment.marks : [])),
  );
  return new Set(marks.filter(({ says }) => says === "unknown").map(({ finding }) => finding));
}

/**
 * Whether a story is complete, in a sentence. Without it no case can be scored, so it stands with every case before the
 * answer: on the page, on paper, in a key and on a card.
 */
export function restWords({ otherwise }: Pick<PracticeCase, "otherwise">): string {
  return otherwise === "absent"
    ? "The story is complete: what it does not mention was looked for and is absent."
    : "The story is not complete: what it does not mention is not known.";
}

/** Whether a note is to be said where a case is scored by this set. */
export function concerns({ sets }: CaseNote, set: string): boolean {
  return sets === undefined || sets.includes(set);
}

/** Something that the story mentions and that the trainee judges: a finding, or a test with all its values. */
export type Mention = {
  readonly key: string;
  readonly stage: Stage;
  /** The words of the story, in its order. */
  readonly words: readonly string[];
} & ({ readonly kind: "finding"; readonly finding: FindingId } | { readonly kind: "test"; readonly test: TestId });

/** What a case mentions, each once, in order of first mention. The words that explain a finding are no mention. */
export function mentionsOf(practiceCase: PracticeCase, definitions: Definitions): readonly Mention[] {
  const found = new Map<string, Mention>();
  const add = (mention: Mention) => {
    const before = found.get(mention.key);
    found.set(mention.key, before ? { ...before, words: [...before.words, ...mention.words] } : mention);
  };
  for (const { stage, segments } of stagesOf(practiceCase, definitions)) {
    for (const segment of segments) {
      if (segment.kind === "finding") {
        for (const { finding, says } of segment.marks) {
          if (says === "explained") continue;
          add({ key: `finding:${finding}`, stage, words: [segment.text], kind: "finding", finding });
        }
      }
      if (segment.kind === "measurement") {
        const test = practiceCase.record.measurements?.[segment.position]?.test;
        if (test) add({ key: `test:${test}`, stage, words: [segment.text], kind: "test", test });
      }
    }
  }
  return [...found.values()];
}
