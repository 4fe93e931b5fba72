import { dequal } from "dequal";
import type { Arguable, PracticeCase, PracticeMaterial } from "../../criteria/practice/types.ts";
import type { Cause, Definitions, FindingId, LabTest } from "../../criteria/types.ts";
import { assess, assessmentPlanOf } from "../assess.ts";
import { answerOf } from "../practice/answer.ts";
import { recordOf, STAGES, stagesOf } from "../practice/case.ts";
import { readingsOf } from "../practice/defensible.ts";
import { misread } from "../practice/misread.ts";
import type { Mark, Segment } from "../practice/story.ts";
import { CAUSES } from "../record/causes.ts";
import { statementOf } from "../record/edit.ts";
import { interpret, recordPlanOf } from "../record/interpret.ts";
import type { CriterionState, Verdict } from "../scoring/result.ts";

/**
 * What is wrong with a case: text and record that do not say the same, anchors of findings that do not exist,
 * numbers that are not in the record, contradictions. Empty when nothing is.
 */
export function lintCase(practiceCase: PracticeCase, definitions: Definitions): readonly string[] {
  const segments = stagesOf(practiceCase, definitions).flatMap((stage) => stage.segments);
  const marks = segments.flatMap((segment) => (segment.kind === "finding" ? segment.marks : []));
  const unknownIds = marks.filter(({ finding }) => !(finding in definitions.findings));
  if (unknownIds.length > 0) return unknownIds.map(({ finding }) => `there is no finding "${finding}"`);
  return [
    ...badStages(practiceCase),
    ...measurementProblems(practiceCase, segments),
    ...looseNumbers(segments, definitions),
    ...openBraces(segments),
    ...markProblems(practiceCase, marks, definitions),
    ...unmarked(practiceCase, marks),
    ...contradictions(practiceCase, definitions),
    ...practiceCase.notes
      .filter(({ finding }) => !(finding in definitions.findings))
      .map(({ finding }) => `a note is about "${finding}", which does not exist`),
    ...practiceCase.notes.flatMap(({ sets = [] }) =>
      sets
        .filter((set) => !definitions.sets.some(({ id }) => id === set))
        .map((set) => `a note is for the set "${set}", which does not exist`),
    ),
    ...(practiceCase.arguable ?? []).flatMap((one) => arguableProblems(one, practiceCase, definitions)),
  ];
}

/** A second judgment is of findings that exist, can be read, and changes what some set comes to. */
function arguableProblems(one: Arguable, practiceCase: PracticeCase, definitions: Definitions): string[] {
  const unknown = one.findings.filter((finding) => !(finding in definitions.findings));
  if (unknown.length > 0) return unknown.map((finding) => `"${finding}" is arguable and does not exist`);
  const record = recordOf(practiceCase, definitions);
  const alone = { arguable: [one] };
  const changes = definitions.sets.some((set) =>
    readingsOf(alone, record, set, definitions).some(({ objections }) =>
      objections.some(({ says }) => says === one.says),
    ),
  );
  return changes ? [] : [`it makes no difference that "${one.findings.join(" ")}" is arguable`];
}

function badStages({ story }: PracticeCase): string[] {
  return Object.entries(story)
    .filter(([stage, text]) => !(STAGES as readonly string[]).includes(stage) || text.trim() === "")
    .map(([stage]) => `stage "${stage}" is empty or does not exist`);
}

/** Each measurement stands in the text once. */
function measurementProblems({ record }: PracticeCase, segments: readonly Segment[]): string[] {
  const shown = segments.flatMap((segment) => (segment.kind === "measurement" ? [segment.position] : []));
  return (record.measurements ?? []).flatMap((_, position) => {
    const times = shown.filter((one) => one === position).length;
    return times === 1 ? [] : [`measurement ${position} stands in the text ${times} times`];
  });
}

/** A number with a unit that the app measures in belongs to the record, and is printed from it. */
function looseNumbers(segments: readonly Segment[], { tests }: Definitions): string[] {
  const labels = (Object.values(tests) as LabTest[]).flatMap(({ units }) => units.map(({ label }) => label));
  const units = [...new Set(labels)].filter((label) => !["titer", "joints", "index"].includes(label)).map(escaped);
  const pattern = new RegExp(`\\d\\s*(${units.join("|")})(?![\\w/])|\\b1:\\d`);
  return segments
    .filter((segment) => segment.kind !== "measurement" && pattern.test(segment.text))
    .map(({ text }) => `a number in "${text}" is not printed from the record`);
}

/** What stands in braces is filled in; what is left of it names nothing that a story knows. */
function openBraces(segments: readonly Segment[]): string[] {
  return segments
    .flatMap(({ text }) => text.match(/\{[^}]*\}?|\}/g) ?? [])
    .map((words) => `nothing is filled in for ${words}`);
}

function escaped(label: string): string {
  return label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What the text says of a finding is what the record comes to. */
function markProblems(practiceCase: PracticeCase, marks: readonly Mark[], definitions: Definitions): string[] {
  const { facts } = interpret(recordPlanOf(definitions), recordOf(practiceCase, definitions));
  if (!facts) return [];
  return marks.flatMap(({ finding, says }) => {
    const fact = facts[finding];
    if (says === "explained") return fact.explainedBy ? [] : [`the text explains "${finding}", the record does not`];
    return fact.status === says ? [] : [`the text says "${finding}" is ${says}, the record that it is ${fact.status}`];
  });
}

/** Every answer of the record, and every explanation, is anchored in the text. */
function unmarked({ record }: PracticeCase, marks: readonly Mark[]): string[] {
  return (Object.keys(record.findings ?? {}) as FindingId[]).flatMap((finding) => {
    const { status, explainedBy } = statementOf(record, finding);
    const has = (says: Mark["says"]) => marks.some((mark) => mark.finding === finding && mark.says === says);
    const anchored = has(status) || has("explained") || handedOn(finding, record.findings, marks);
    return [
      ...(anchored ? [] : [`the record says "${finding}" is ${status}, the text does not`]),
      ...(explainedBy && !has("explained") && !handedOn(finding, record.findings, marks)
        ? [`the record explains "${finding}", the text does not`]
        : []),
    ];
  });
}

/** The explanation of a measured finding is stated on each finding that the same values decide; the text says it once. */
function handedOn(finding: FindingId, findings: PracticeCase["record"]["findings"], marks: readonly Mark[]): boolean {
  const own = findings?.[finding];
  if (typeof own !== "object" || !own.explainedBy) return false;
  return marks.some((mark) => {
    const other = findings?.[mark.finding];
    return mark.says === "explained" && dequal(other, own);
  });
}

function contradictions(practiceCase: PracticeCase, definitions: Definitions): string[] {
  return interpret(recordPlanOf(definitions), recordOf(practiceCase, definitions)).issues.map(({ message }) => message);
}

/**
 * What the cases together leave out: findings, criteria, states, verdicts, causes, patients, and misreadings that
 * change the answer of fewer than three of them. Empty when the cases cover everything.
 */
export function uncovered({ cases, misreadings }: PracticeMaterial, definitions: Definitions): readonly string[] {
  const plan = assessmentPlanOf(definitions);
  const counted = new Set<string>();
  const states = new Set<CriterionState>();
  const verdicts = new Set<string>();
  const present = new Set<FindingId>();
  const causes = new Set<Cause>();
  const records = cases.map((one) => recordOf(one, definitions));
  for (const record of records) {
    for (const [finding, fact] of Object.entries(interpret(plan.record, record).facts ?? {})) {
      if (fact.status === "present") present.add(finding as FindingId);
      if (fact.explainedBy) causes.add(fact.explainedBy.cause);
    }
    for (const [set, result] of Object.entries(assess(plan, record).results ?? {})) {
      verdicts.add(`${set} ${result.verdict}`);
      for (const { criteria } of result.domains) {
        for (const { id, state } of criteria) {
          states.add(state);
          if (state === "counted") counted.add(`${set}#${id}`);
        }
      }
    }
  }
  const everyVerdict: readonly Verdict[] = ["classified", "not-classified", "undetermined"];
  const everyState: readonly CriterionState[] = ["counted", "outranked", "explained", "excluded", "not-met", "unknown"];
  const criteria = definitions.sets.flatMap((set) =>
    set.domains.flatMap((domain) => domain.criteria.map(({ id }) => `${set.id}#${id}`)),
  );
  const patients = [
    ...(cases.some(({ patient }) => patient.sex === "male") ? [] : ["no man"]),
    ...(cases.some(({ patient }) => patient.age < 18) ? [] : ["no child"]),
  ];
  return [
    ...missing(criteria, counted, "never counts"),
    ...missing(Object.keys(definitions.findings), present, "is never present"),
    ...missing(everyState, states, "is no criterion's state"),
    ...missing(CAUSES, causes, "explains nothing"),
    ...missing(
      definitions.sets.flatMap(({ id }) => everyVerdict.map((verdict) => `${id} ${verdict}`)),
      verdicts,
      "is no verdict",
    ),
    ...patients,
    ...rareMisreadings(),
  ];

  function rareMisreadings(): string[] {
    return misreadings.flatMap((misreading) => {
      const changed = records.filter((record) =>
        definitions.sets.some((set) => {
          const view = misread({ record, set, definitions }, misreading);
          const wrong = answerOf(view.record, view.set, view.definitions);
          return wrong && !dequal(wrong, answerOf(record, set, definitions));
        }),
      ).length;
      return changed >= 3 ? [] : [`"${misreading.id}" changes the answer of ${changed} cases only`];
    });
  }
}

function missing(wanted: readonly string[], found: ReadonlySet<string>, what: string): string[] {
  return wanted.filter((one) => !found.has(one)).map((one) => `${one} ${what}`);
}
