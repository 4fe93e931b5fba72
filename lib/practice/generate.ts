import type {
  Difficulty,
  FactForm,
  FactTemplate,
  Opening,
  Patient,
  PracticeCase,
  PracticeMaterial,
} from "../../criteria/practice/types.ts";
import type { Definitions, FindingId, Statement } from "../../criteria/types.ts";
import { TRUE, truthOf } from "../definition/truth.ts";
import { findingsIn } from "../definition/walk.ts";
import { derive } from "../record/derive.ts";
import type { Facts } from "../record/facts.ts";
import { asStatement, interpret, type RecordPlan, recordPlanOf } from "../record/interpret.ts";
import type { Measured } from "../record/measure.ts";
import { asAssessed } from "../scoring/leaf-truth.ts";
import { answerFrom } from "./answer.ts";
import { type ChosenFact, compose } from "./compose.ts";
import { type Random, randomFrom } from "./random.ts";
import { type PracticeRule, rulesReading } from "./rules.ts";

/** What a generated case is asked for by. The same wish gives the same case on any machine. */
export interface Wish {
  readonly seed: string;
  readonly difficulty: Difficulty;
  readonly rule: PracticeRule;
}

/** A case and its twin: one fact apart, and classified differently by the set of the rule. */
export interface Twins {
  readonly shown: PracticeCase;
  readonly twin: PracticeCase;
  /** The fact in which the two differ. */
  readonly fact: string;
}

/** How often a case is begun anew before the rule is given up. */
const ATTEMPTS = 200;

/** What cases are generated from, with what was read of it so far. */
export interface GenerationPlan {
  readonly material: PracticeMaterial;
  readonly record: RecordPlan;
  /** The findings that each template touches. */
  readonly touched: readonly { readonly template: FactTemplate; readonly findings: ReadonlySet<FindingId> }[];
  /** By id of a rule, the templates in which it can turn. */
  readonly deciders: Map<string, readonly FactTemplate[]>;
  readonly forms: Map<FactForm, Part>;
}

/** The plan by which cases are generated: worked out once for these definitions and this material. */
export function generationPlanOf(material: PracticeMaterial, definitions: Definitions): GenerationPlan {
  return {
    material,
    record: recordPlanOf(definitions),
    touched: material.facts.map((template) => ({ template, findings: findingsTouched(template, definitions) })),
    deciders: new Map(),
    forms: new Map(),
  };
}

/** Twins as they are wished for; undefined where the rule cannot be made to decide. */
export function generate(plan: GenerationPlan, wish: Wish): Twins | undefined {
  const { material, record } = plan;
  const random = randomFrom(`${wish.seed} ${wish.difficulty} ${wish.rule.id}`);
  const deciders = decidersOf(plan, wish.rule);
  const factsOf = (chosen: readonly ChosenFact[]) => quickFacts(plan, chosen);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const pair = attemptAt(wish, random, deciders, material, factsOf);
    if (!pair) continue;
    const twins = present(pair, wish, random, material);
    // What was put together from cached parts is read once more as a whole.
    const [one, two] = [interpret(record, twins.shown.record).facts, interpret(record, twins.twin.record).facts];
    if (one && two && differ(wish.rule, one, two) && decides(wish.rule, one, two)) return twins;
  }
  return undefined;
}

interface Pair {
  readonly opening: Opening;
  readonly patient: Patient;
  readonly common: readonly ChosenFact[];
  readonly deciding: readonly [ChosenFact, ChosenFact];
}

type FactsOf = (chosen: readonly ChosenFact[]) => Facts | undefined;

/** How many facts are told beside those that the verdict needs. */
const BESIDE: Readonly<Record<Difficulty, number>> = { 1: 2, 2: 4, 3: 6 };

/**
 * One try: a patient, a fact in two forms between which the rule turns, other facts until the turn decides the verdict
 * and none that is not needed for it; then as many beside as the difficulty asks for.
 */
function attemptAt(
  { rule, difficulty }: Wish,
  random: Random,
  deciders: readonly FactTemplate[],
  material: PracticeMaterial,
  factsOf: FactsOf,
): Pair | undefined {
  const opening = random.pick(material.openings);
  const patient = patientOf(opening, random);
  const template = random.pick(deciders);
  const believable = template.forms.filter((form) => suits(form, patient));
  const standing = (kind: FactForm["kind"]) => believable.filter((form) => form.kind === kind);
  const met = nearest(difficulty, standing("met"));
  const others = [...nearest(difficulty, standing("missed")), ...nearest(difficulty, standing("explained"))];
  if (met.length === 0 || others.length === 0) return undefined;
  const deciding = [
    { template, form: random.pick(met) },
    { template, form: random.pick(others) },
  ] as const;
  const fits = (candidate: ChosenFact, common: readonly ChosenFact[]) =>
    [...common, ...deciding].every(
      (other) => other.template.topic !== candidate.template.topic && goTogether(candidate.form, other.form),
    );
  const draw = (fact: FactTemplate, kind: FactForm["kind"]): ChosenFact | undefined => {
    const forms = fact.forms.filter((form) => form.kind === kind && !form.onlyDeciding && suits(form, patient));
    return forms.length > 0 ? { template: fact, form: random.pick(nearest(difficulty, forms)) } : undefined;
  };
  let common: readonly ChosenFact[] = [];
  let state = stateOf(rule, common, deciding, factsOf);
  // Helpers first, so that a rule which asks for two things together has a chance of both.
  const usual = material.facts.filter((fact) => fact.usual);
  const helpers = random.shuffle(deciders).filter(() => random.chance(0.5));
  for (const fact of [...usual, ...helpers, ...random.shuffle(material.facts)]) {
    if (state === "decided") break;
    const candidate = draw(fact, random.chance(0.7) ? "met" : random.chance(0.3) ? "explained" : "missed");
    if (!candidate || !fits(candidate, common)) continue;
    const longer = [...common, candidate];
    const next = stateOf(rule, longer, deciding, factsOf);
    if (next === "impossible" || next === "both") continue;
    state = next;
    common = longer;
  }
  if (state !== "decided") return undefined;
  const stays = (some: readonly ChosenFact[]) => stateOf(rule, some, deciding, factsOf) === "decided";
  common = needed(common, stays);
  const told = (topic: string) => [...common, ...deciding].some((one) => one.template.topic === topic);
  const add = (fact: FactTemplate, kinds: readonly FactForm["kind"][]): boolean => {
    const candidate = kinds
      .map((kind) => draw(fact, kind))
      .find((one) => one && fits(one, common) && stays([...common, one]));
    if (candidate) common = [...common, candidate];
    return candidate !== undefined;
  };
  const either = random.shuffle(["met", "missed"] as const);
  for (const fact of usual) if (!told(fact.topic)) add(fact, either);
  // What a fact cannot be told without, in any form that leaves the verdict to the rule.
  for (const topic of [...common, ...deciding].flatMap(({ form }) => form.needs ?? [])) {
    const telling = random.shuffle(material.facts.filter((fact) => fact.topic === topic));
    if (!told(topic) && !telling.some((fact) => add(fact, ["met", "missed"]))) return undefined;
  }
  // Somebody who comes has a reason to come, and it is one of the facts beside.
  const isComplaint = ({ template, form }: ChosenFact) => template.complaint === true && form.kind !== "missed";
  const comes = common.some(isComplaint) || deciding.every(isComplaint);
  const complaints = material.facts.filter(({ complaint, topic }) => complaint && !told(topic));
  const added = !comes && random.shuffle(complaints).some((fact) => add(fact, ["met"]));
  if (!comes && !added) return undefined;
  let beside = BESIDE[difficulty] - Number(added);
  for (const fact of random.shuffle(material.facts)) {
    if (beside === 0) break;
    const kind = random.chance(0.35) ? "met" : random.chance(0.2) ? "explained" : "missed";
    if (fact.forms.every(({ needs }) => !needs) && add(fact, [kind])) beside -= 1;
  }
  return { opening, patient, common, deciding };
}

/** Somebody as an opening speaks of them. */
export function patientOf({ ages: [youngest, oldest], sex }: Opening, random: Random): Patient {
  const age = youngest + random.below(oldest - youngest + 1);
  return { age, sex: sex === "either" ? (random.chance(0.7) ? "female" : "male") : sex };
}

/** Whether this is believable of the patient. */
export function suits({ ages }: FactForm, { age }: Patient): boolean {
  return ages === undefined || (ages[0] <= age && age <= ages[1]);
}

/** Whether neither says that what the other brings is not there. */
export function goTogether(one: FactForm, other: FactForm): boolean {
  const clash = ({ brings = [] }: FactForm, { excludes = [] }: FactForm) =>
    brings.some((what) => excludes.includes(what));
  return !clash(one, other) && !clash(other, one);
}

/** The forms as near to their limit as the difficulty asks for, or else those that come nearest to that. */
function nearest(difficulty: Difficulty, forms: readonly FactForm[]): readonly FactForm[] {
  const within = forms.filter((form) => form.difficulty <= difficulty).map((form) => form.difficulty);
  const wanted = within.length > 0 ? Math.max(...within) : Math.min(...forms.map((form) => form.difficulty));
  return forms.filter((form) => form.difficulty === wanted);
}

/** The facts without those that the turn does not need; what is usually told stays. */
function needed(common: readonly ChosenFact[], stays: (some: readonly ChosenFact[]) => boolean): readonly ChosenFact[] {
  return common.reduceRight((left, fact) => {
    const fewer = left.filter((one) => one !== fact);
    return !fact.template.usual && stays(fewer) ? fewer : left;
  }, common);
}

/** Facts of chosen forms, each form read once. Forms of one case share no test, so that their readings can be joined. */
function quickFacts(plan: GenerationPlan, chosen: readonly ChosenFact[]): Facts | undefined {
  const parts = chosen.map(({ form }) => partOf(plan, form));
  const stated = new Map(parts.flatMap((part) => part.stated));
  const measured = new Map(parts.flatMap((part) => part.measured));
  const { facts, contradictions } = derive(stated, measured, plan.record.relations);
  return contradictions.length > 0 ? undefined : facts;
}

function partOf({ record, forms }: GenerationPlan, form: FactForm): Part {
  const before = forms.get(form);
  if (before) return before;
  const { measured } = interpret(record, { format: "sle-record/1", measurements: form.measurements ?? [] });
  const stated = Object.entries(form.findings ?? {}).map(
    ([finding, answer]) => [finding as FindingId, asStatement(answer)] as const,
  );
  const part = { stated, measured: [...measured] };
  forms.set(form, part);
  return part;
}

interface Part {
  readonly stated: readonly (readonly [FindingId, Statement])[];
  readonly measured: readonly (readonly [FindingId, Measured])[];
}

type State = "decided" | "both" | "neither" | "impossible";

/** Which of the two ways in which the deciding fact stands classify, and whether it is by this rule. */
function stateOf(
  rule: PracticeRule,
  common: readonly ChosenFact[],
  [met, other]: Pair["deciding"],
  factsOf: FactsOf,
): State {
  const one = factsOf([...common, met]);
  const two = factsOf([...common, other]);
  if (!one || !two) return "impossible";
  const first = answerFrom(one, rule.set).classified;
  const second = answerFrom(two, rule.set).classified;
  if (first && second) return "both";
  if (first === second) return "neither";
  return decides(rule, one, two) ? "decided" : "both";
}

function differ({ set }: PracticeRule, one: Facts, two: Facts): boolean {
  return answerFrom(one, set).classified !== answerFrom(two, set).classified;
}

/** The rule holds for one of the two only, and without the rule the two would be classified alike. */
export function decides({ set, when, without }: PracticeRule, one: Facts, two: Facts): boolean {
  const holds = (facts: Facts) => truthOf(when, asAssessed(set, facts)) === TRUE;
  const alike = answerFrom(one, without).classified === answerFrom(two, without).classified;
  return holds(one) !== holds(two) && alike;
}

function present(
  { common, deciding, opening, patient }: Pair,
  wish: Wish,
  random: Random,
  material: PracticeMaterial,
): Twins {
  const order = new Map(material.facts.map(({ id }, position) => [id, position]));
  const write = (fact: ChosenFact, which: string): PracticeCase => {
    const chosen = [...common, fact].sort((a, b) => (order.get(a.template.id) ?? 0) - (order.get(b.template.id) ?? 0));
    const { story, record } = compose(chosen, opening.says);
    const id = `${wish.seed}~${wish.difficulty}~${wish.rule.id}~${which}`;
    const title = `Case ${wish.seed}`;
    return { id, title, difficulty: wish.difficulty, patient, story, record, otherwise: "absent", notes: [] };
  };
  const [first, second] = random.chance(0.5) ? deciding : ([deciding[1], deciding[0]] as const);
  return { shown: write(first, "a"), twin: write(second, "b"), fact: first.template.id };
}

/** The templates in which a rule can turn: those with a form that touches a finding the rule reads. */
function decidersOf({ record, touched, deciders }: GenerationPlan, rule: PracticeRule): readonly FactTemplate[] {
  const before = deciders.get(rule.id);
  if (before) return before;
  const read = new Set(findingsIn(rule.when));
  const found = touched
    .filter(({ findings }) =>
      [...findings].some(
        (finding) => read.has(finding) || rulesReading(finding, record.definitions).some(({ id }) => id === rule.id),
      ),
    )
    .map(({ template }) => template);
  deciders.set(rule.id, found);
  return found;
}

function findingsTouched({ forms }: FactTemplate, definitions: Definitions): ReadonlySet<FindingId> {
  const touched = new Set<FindingId>();
  for (const form of forms) {
    for (const finding of Object.keys(form.findings ?? {}) as FindingId[]) touched.add(finding);
    for (const { test } of form.measurements ?? []) {
      for (const [finding, { decidedBy }] of Object.entries(definitions.findings)) {
        if (decidedBy?.some((rule) => rule.test === test)) touched.add(finding as FindingId);
      }
    }
  }
  return touched;
}
