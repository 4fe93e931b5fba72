import type {
  Difficulty,
  FactForm,
  FactTemplate,
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
  // What is not told is a trap of its own, and kept for the hardest cases.
  const otherwise = wish.difficulty === 3 && random.chance(0.5) ? "unknown" : "absent";
  const deciders = decidersOf(plan, wish.rule);
  const factsOf = (chosen: readonly ChosenFact[]) => quickFacts(plan, chosen);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const pair = attemptAt(wish, otherwise, random, deciders, material, factsOf);
    if (!pair) continue;
    const twins = present(pair, otherwise, wish, random, material);
    // What was put together from cached parts is read once more as a whole.
    const [one, two] = [interpret(record, twins.shown.record).facts, interpret(record, twins.twin.record).facts];
    if (one && two && differ(wish.rule, one, two) && decides(wish.rule, one, two)) return twins;
  }
  return undefined;
}

interface Pair {
  readonly common: readonly ChosenFact[];
  readonly deciding: readonly [ChosenFact, ChosenFact];
}

type FactsOf = (chosen: readonly ChosenFact[]) => Facts | undefined;

/** One try: a fact in two forms between which the rule turns, and other facts until the turn decides the verdict. */
function attemptAt(
  { rule, difficulty }: Wish,
  otherwise: PracticeCase["otherwise"],
  random: Random,
  deciders: readonly FactTemplate[],
  material: PracticeMaterial,
  factsOf: FactsOf,
): Pair | undefined {
  const template = random.pick(deciders);
  const met = within(
    difficulty,
    template.forms.filter(({ kind }) => kind === "met"),
  );
  const others = within(
    difficulty,
    template.forms.filter(({ kind }) => kind !== "met"),
  );
  const deciding = [
    { template, form: hardest(met, random) },
    { template, form: hardest(others, random) },
  ] as const;
  const common: ChosenFact[] = [];
  const topics = new Set<string>([template.topic]);
  let decided = isDecided(rule, common, deciding, factsOf);
  // Helpers first, so that a rule which asks for two things together has a chance of both.
  const usual = material.facts.filter((fact) => fact.usual && (otherwise === "absent" || random.chance(0.85)));
  const helpers = random.shuffle(deciders).filter(() => random.chance(0.5));
  const rest = random.shuffle(material.facts);
  let wanted = 2 + difficulty + random.below(2);
  for (const candidate of [...usual, ...helpers, ...rest]) {
    if (topics.has(candidate.topic)) continue;
    if (decided && wanted === 0) break;
    const form = drawn(candidate, difficulty, decided, random);
    if (!form) continue;
    const longer = [...common, { template: candidate, form }];
    const state = stateOf(rule, longer, deciding, factsOf);
    if (state === "impossible" || state === "both" || (decided && state !== "decided")) continue;
    decided = state === "decided";
    if (decided) wanted -= 1;
    topics.add(candidate.topic);
    common.push({ template: candidate, form });
  }
  return decided ? { common, deciding } : undefined;
}

/** The forms of at most this difficulty, or the easiest where there is none. */
function within(difficulty: Difficulty, forms: readonly FactForm[]): readonly FactForm[] {
  const easiest = Math.min(...forms.map((form) => form.difficulty));
  return forms.filter((form) => form.difficulty <= Math.max(difficulty, easiest));
}

/** Near its limit rather than far from it, as far as the difficulty allows. */
function hardest(forms: readonly FactForm[], random: Random): FactForm {
  const most = Math.max(...forms.map(({ difficulty }) => difficulty));
  return random.chance(0.6) ? random.pick(forms.filter(({ difficulty }) => difficulty === most)) : random.pick(forms);
}

/** A form for a further fact: more often present until the case is decided, then more often not. */
function drawn(
  { forms }: FactTemplate,
  difficulty: Difficulty,
  decided: boolean,
  random: Random,
): FactForm | undefined {
  const kind = random.chance(decided ? 0.25 : 0.7) ? "met" : random.chance(0.3) ? "explained" : "missed";
  const fitting = forms.filter((form) => form.difficulty <= difficulty && form.kind === kind);
  return fitting.length > 0 ? random.pick(fitting) : undefined;
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

function isDecided(
  rule: PracticeRule,
  common: readonly ChosenFact[],
  deciding: Pair["deciding"],
  factsOf: FactsOf,
): boolean {
  return stateOf(rule, common, deciding, factsOf) === "decided";
}

function present(
  { common, deciding }: Pair,
  otherwise: PracticeCase["otherwise"],
  wish: Wish,
  random: Random,
  material: PracticeMaterial,
): Twins {
  const opening = random.pick(material.openings);
  const [youngest, oldest] = opening.ages;
  const patient = {
    age: youngest + random.below(oldest - youngest + 1),
    sex: opening.sex === "either" ? (random.chance(0.5) ? ("female" as const) : ("male" as const)) : opening.sex,
  };
  const order = new Map(material.facts.map(({ id }, position) => [id, position]));
  const write = (fact: ChosenFact, which: string): PracticeCase => {
    const chosen = [...common, fact].sort((a, b) => (order.get(a.template.id) ?? 0) - (order.get(b.template.id) ?? 0));
    const { story, record } = compose(chosen, opening.says);
    const id = `${wish.seed}~${wish.difficulty}~${wish.rule.id}~${which}`;
    const title = `Case ${wish.seed}`;
    return { id, title, difficulty: wish.difficulty, patient, story, record, otherwise, notes: [] };
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
