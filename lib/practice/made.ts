import type { Change, FactForm, FactTemplate, Misreading, PracticeCase, Stage } from "../../criteria/practice/types.ts";
import type {
  Cause,
  Condition,
  CriteriaSet,
  Definitions,
  FindingId,
  Measurement,
  Rule,
  Statement,
  TestId,
} from "../../criteria/types.ts";
import { excludedCauses } from "../definition/excluded-causes.ts";
import { criteriaOf, findingsIn, routesOf } from "../definition/walk.ts";
import { capitalize, inSentence, writeCause } from "../explain/values.ts";
import { interpret } from "../record/interpret.ts";
import { acceptedUnit, convert } from "../record/units.ts";
import { answerFrom, answerOf, factsOf, isSameAnswer } from "./answer.ts";
import { recordOf } from "./case.ts";
import { type ChosenFact, compose } from "./compose.ts";
import { type GenerationPlan, goTogether, patientOf, suits } from "./generate.ts";
import { misread } from "./misread.ts";
import { type Random, randomFrom } from "./random.ts";
import { canChange } from "./recognize.ts";

/** What a misreading changes of a case: the number, or only the verdict. */
export type Misled = "number" | "verdict" | "nothing";

/** What a misreading changes of a case that is scored by a set. */
export function misledIn(
  practiceCase: PracticeCase,
  set: CriteriaSet,
  misreading: Misreading,
  definitions: Definitions,
): Misled {
  const record = recordOf(practiceCase, definitions);
  const facts = factsOf(record, definitions);
  if (!facts || !(isOfSums(misreading) || canChange(misreading, { record, set, definitions }, facts))) return "nothing";
  const right = answerFrom(facts, set);
  const view = misread({ record, set, definitions }, misreading);
  const wrong = answerOf(view.record, view.set, view.definitions);
  if (!wrong || isSameAnswer(wrong, right)) return "nothing";
  return wrong.total === right.total ? "verdict" : "number";
}

/** Of these it is only asked whether they give another number: that all of what was added is there is rarely so. */
const isOfSums = ({ changes }: Misreading) => changes.some(({ kind }) => SUMS.has(kind));

const SUMS: ReadonlySet<Change["kind"]> = new Set(["add-items", "count-items", "only-criterion"]);

/** Whether it is about the entry criterion or a route, which have no points. */
const isOfGates = ({ changes }: Misreading) => changes.some(({ kind }) => /^(entry|route)-/.test(kind));

/** How often a case is begun anew; a misreading that changes no number has to be content with half of them. */
const ATTEMPTS = 120;

/** Facts of what the misreading is about, and all facts beside the ANA, that a case is tried with at most. */
const ABOUT = 2;
const MOST = 8;

/**
 * A case in which a misreading gives another answer, made for it: facts of what it is about, told by their templates or
 * by their names, and others until the answer differs; then none that is not needed. The same `seed` gives the same case.
 * Undefined where none is found.
 */
export function madeFor(
  misreading: Misreading,
  set: CriteriaSet,
  plan: GenerationPlan,
  seed: string,
): PracticeCase | undefined {
  const { material, record } = plan;
  const { definitions } = record;
  const id = `${seed}~${set.id}~${misreading.id}~made`;
  const random = randomFrom(id);
  const about = factsAbout(misreading, set, plan);
  const isGate = isOfGates(misreading);
  const ana = material.facts.filter(({ usual }) => usual);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const opening = random.pick(material.openings);
    const patient = patientOf(opening, random);
    const told = (facts: readonly ChosenFact[]): PracticeCase => ({
      id,
      title: `Case ${seed}`,
      difficulty: 2,
      patient,
      ...compose(inOrder(facts, plan), opening.says),
      // What is taken for granted of something unknown is seen only where not everything else is known.
      otherwise: attempt % 4 === 3 ? "unknown" : "absent",
      notes: [],
    });
    const isMisled = (facts: readonly ChosenFact[]) => {
      const by = misledIn(told(facts), set, misreading, definitions);
      return by === "number" || (by === "verdict" && (isGate || attempt >= ATTEMPTS / 2));
    };
    const draw = drawn(random);
    const believable = (one: ChosenFact | undefined): one is ChosenFact =>
      one !== undefined && suits(one.form, patient);
    const offered = [
      ...[about.first, about.beside].flatMap((some) =>
        random
          .shuffle(some)
          .slice(0, random.below(ABOUT) + 1)
          .map(random.pick),
      ),
      ...ana.map((template) => draw(template, random.chance(isGate ? 0.5 : 0.75) ? "met" : "missed")),
      ...random.shuffle(material.facts).map((template) => draw(template, random.chance(0.6) ? "met" : "missed")),
    ].filter(believable);
    let chosen: readonly ChosenFact[] = [];
    let misled = false;
    for (const fact of offered) {
      if (misled || chosen.length === MOST) break;
      if (!fits(fact, chosen) || !interpret(record, told([...chosen, fact]).record).facts) continue;
      chosen = [...chosen, fact];
      misled = isMisled(chosen);
    }
    if (!misled) continue;
    chosen = chosen.reduceRight((left, fact) => {
      const fewer = left.filter((one) => one !== fact);
      return !fact.template.usual && isMisled(fewer) ? fewer : left;
    }, chosen);
    // The ANA is told of nearly everybody, and nobody comes without a reason.
    const reasons = material.facts.filter(({ complaint }) => complaint);
    for (const some of [ana, chosen.some(isReason) ? [] : reasons]) {
      const more = random
        .shuffle(some)
        .flatMap((template) => [draw(template, "met"), draw(template, "missed")])
        .find(
          (one) =>
            believable(one) && (some === ana || isReason(one)) && fits(one, chosen) && isMisled([...chosen, one]),
        );
      if (more) chosen = [...chosen, more];
    }
    return told(chosen);
  }
  return undefined;
}

const isReason = ({ template, form }: ChosenFact) => template.complaint === true && form.kind !== "missed";

/** A form of a template that stands so, or none. */
function drawn(random: Random) {
  return (template: FactTemplate, kind: FactForm["kind"]): ChosenFact | undefined => {
    const forms = template.forms.filter((form) => form.kind === kind && !form.onlyDeciding && !form.needs);
    return forms.length > 0 ? { template, form: random.pick(forms) } : undefined;
  };
}

/** Whether a fact can be told beside others: of another topic, and of nothing that is told already. */
function fits({ template, form }: ChosenFact, others: readonly ChosenFact[]): boolean {
  const spoken = ({ findings = {}, measurements = [] }: FactForm) => [
    ...Object.keys(findings),
    ...measurements.map(({ test }) => test),
  ];
  const own = spoken(form);
  return others.every(
    (other) =>
      other.template.topic !== template.topic &&
      goTogether(form, other.form) &&
      !spoken(other.form).some((one) => own.includes(one)),
  );
}

/** In the order of the templates; what is told by its name alone comes last. */
function inOrder(facts: readonly ChosenFact[], { material }: GenerationPlan): readonly ChosenFact[] {
  const place = ({ template }: ChosenFact) => {
    const at = material.facts.findIndex(({ id }) => id === template.id);
    return at < 0 ? material.facts.length : at;
  };
  return facts.toSorted((a, b) => place(a) - place(b));
}

// ---------------------------------------------------------------- what a misreading is about

/** What a misreading may turn on, and what may have to be there beside it. */
interface About {
  readonly first: readonly Ways[];
  readonly beside: readonly Ways[];
}

/** The ways to tell of one finding, or of a test. */
type Ways = readonly ChosenFact[];

/** Facts that a misreading may turn on: its findings, there or explained, and values of its tests about their limits. */
function factsAbout(misreading: Misreading, set: CriteriaSet, plan: GenerationPlan): About {
  const { definitions } = plan.record;
  const names = namesIn(misreading.changes);
  const findings = findingsNamed(names, set, definitions);
  const tests = (Object.keys(definitions.tests) as TestId[]).filter((test) => names.has(test));
  const values = tests.flatMap((test) => valuesOf(test, names, plan));
  const gates = [...(set.entry ? [set.entry.when] : []), ...routesOf(set).map(({ when }) => when)];
  const conditions = [...[...criteriaOf(set)].map(({ criterion }) => criterion.when), ...gates];
  const beside = new Set([
    ...conditions.filter((when) => findingsIn(when).some((finding) => findings.has(finding))).flatMap(findingsIn),
    ...(isOfGates(misreading) ? gates.flatMap(findingsIn) : []),
  ]);
  return {
    first: values.length > 0 ? [values] : told(findings, set, plan),
    beside: told(beside, set, plan),
  };
}

/** Each finding as templates tell it, and by its name. */
function told(findings: ReadonlySet<FindingId>, set: CriteriaSet, plan: GenerationPlan): readonly Ways[] {
  return [...findings].map((finding) => [
    ...plan.touched.flatMap(({ template, findings: touched }) =>
      touched.has(finding)
        ? template.forms
            .filter(({ kind, needs, measurements }) => !needs && (kind !== "missed" || measurements))
            .map((form) => ({ template, form }))
        : [],
    ),
    ...toldByName(finding, set, plan),
  ]);
}

/** Everything that is named somewhere in these: ids, kinds and numbers. */
function namesIn(value: unknown): ReadonlySet<unknown> {
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...namesIn(one)]));
  if (typeof value !== "object" || value === null) return new Set([value]);
  return new Set(Object.entries(value).flatMap(([key, one]) => [key, ...namesIn(one)]));
}

/** The findings that are named, and those of the domains and criteria that are. */
function findingsNamed(
  names: ReadonlySet<unknown>,
  set: CriteriaSet,
  { findings }: Definitions,
): ReadonlySet<FindingId> {
  const conditions: readonly Condition[] = [...criteriaOf(set)].flatMap(({ criterion, domain }) =>
    names.has(criterion.id) || names.has(domain.id) ? [criterion.when] : [],
  );
  const named = (Object.keys(findings) as FindingId[]).filter((finding) => names.has(finding));
  return new Set([...named, ...conditions.flatMap(findingsIn)]);
}

/** A finding told by its name: there, and explained by each cause for which the set takes it out. */
function toldByName(finding: FindingId, set: CriteriaSet, plan: GenerationPlan): readonly ChosenFact[] {
  const { label } = plan.record.definitions.findings[finding];
  const stage = plan.touched.find(({ findings }) => findings.has(finding))?.template.stage ?? "examination";
  const causes = excludedCauses(set, finding);
  const say = (kind: FactForm["kind"], says: string, answer: Statement) =>
    named(finding, stage, { kind, says, findings: { [finding]: answer } });
  // A cause that takes it out, and one that does not: what the set makes of each is misread in its own way.
  const printed = causes === "any" ? [] : causes;
  const by = new Set<Cause>([printed[0] ?? "other-disease", "other-disease"]);
  return [
    say("met", `[${inSentence(label)}](${finding})`, { status: "present" }),
    say("missed", `[no ${inSentence(label)}](-${finding})`, { status: "absent" }),
    ...[...by].map((cause) =>
      say(
        "explained",
        `[${capitalize(inSentence(label))}](${finding}), [explained by ${writeCause(cause)}](!${finding}).`,
        { status: "present", explainedBy: { cause } },
      ),
    ),
  ];
}

function named(topic: string, stage: Stage, form: Omit<FactForm, "difficulty">): ChosenFact {
  const whole: FactForm = { difficulty: 1, ...form };
  return { template: { id: `named:${topic}`, topic: `named:${topic}`, stage, forms: [whole, whole] }, form: whole };
}

// ---------------------------------------------------------------- values about a limit

/** What stands for a limit of the laboratory's own. */
const OWN_LIMIT = 20;

/** Values of a test at each limit by which it is judged, and between that and another that is named. */
function valuesOf(test: TestId, names: ReadonlySet<unknown>, plan: GenerationPlan): readonly ChosenFact[] {
  const { findings, tests } = plan.record.definitions;
  const others = [...names].filter((one) => typeof one === "number");
  const rules = Object.values(findings).flatMap(({ decidedBy = [] }) => decidedBy.filter((rule) => rule.test === test));
  const { titer } = tests[test];
  return rules.flatMap((rule) => {
    const methods = [...(rule.methods ?? []), ...(rule.notMethods ?? []), undefined];
    return amounts(rule, others, tests[test]).flatMap((amount) =>
      methods.map((method) => {
        const one: Measurement = { test, ...amount, ...(method !== undefined && { method }) };
        const measurements = (rule.occasions ?? 1) > 1 ? DAYS.map((date) => ({ ...one, date })) : [one];
        const says = measurements.length > 1 ? "{0}, then {1}." : "{0}";
        const stage = titer || "limit" in rule ? "laboratory" : stageOf(test, plan);
        return named(test, stage, { kind: "met", says, measurements });
      }),
    );
  });
}

const DAYS = ["2026-01-12", "2026-02-16"] as const;

/** Where the templates tell of a test. One that they never measure is told with the laboratory. */
const stageOf = (test: TestId, { material }: GenerationPlan): Stage =>
  material.facts.find(({ forms }) =>
    forms.some(({ measurements = [] }) => measurements.some((one) => one.test === test)),
  )?.stage ?? "laboratory";

type Amount = Pick<Measurement, "value" | "unit" | "high" | "low" | "p99">;

function amounts(rule: Rule, others: readonly number[], test: Definitions["tests"][TestId]): readonly Amount[] {
  const [{ unit }] = test.units;
  if ("limit" in rule) {
    const own = test.titer ? 80 : OWN_LIMIT;
    const limit = { [rule.limit]: own };
    return [own * (rule.times ?? 1), own * 1.5].map((value) => ({ value, unit, ...limit }));
  }
  const between = others.map((other) => (test.titer ? other : shortly((rule.value + other) / 2)));
  const converted = (rule.perUnit ?? []).flatMap((printed): Amount[] => {
    const [from, to] = [acceptedUnit(test, unit), acceptedUnit(test, printed.unit)];
    const exact = from && to && convert(rule.value, from, to);
    return exact === undefined ? [] : [{ value: shortly((exact + printed.value) / 2), unit: printed.unit }];
  });
  return [...[rule.value, ...between].map((value) => ({ value, unit })), ...converted];
}

/** With two digits that tell, as one dictates a value. */
const shortly = (value: number): number => Number(value.toPrecision(2));
