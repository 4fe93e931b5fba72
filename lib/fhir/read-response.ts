import type { Definitions, LabTest } from "../../criteria/types.ts";
import { error, firstOf, type Issue, shown } from "../record/issues.ts";
import { LIMIT_NAMES } from "../record/limit-names.ts";
import { type Parsed, parseRecord, type RecordFormat } from "../record/parse.ts";
import { unitsSpelled } from "../record/unit-spelling.ts";
import { z } from "../record/zod.ts";
import { otherSubject } from "./import/unsafe.ts";
import { ANSWERS, CAUSES, COMPARATORS, EXTENSIONS, LINK, METHODS, questionnaireUrl, RECORD_ID, UCUM } from "./names.ts";

/** The parts of a QuestionnaireResponse that are read. What else a sender adds is let by. */
interface Item {
  readonly linkId: string;
  readonly extension?: readonly Ext[] | undefined;
  readonly answer?: readonly Answer[] | undefined;
  readonly item?: readonly Item[] | undefined;
}
interface Ext {
  readonly url: string;
  readonly valueInteger?: number | undefined;
  readonly valueCode?: string | undefined;
  readonly valueString?: string | undefined;
  readonly _valueString?: unknown;
  readonly extension?: readonly Ext[] | undefined;
}
type Quantity = NonNullable<Answer["valueQuantity"]>;
interface Answer {
  readonly valueCoding?: { readonly system?: string | undefined; readonly code?: string | undefined } | undefined;
  readonly valueString?: string | undefined;
  readonly _valueString?: unknown;
  readonly valueDate?: string | undefined;
  readonly valueDecimal?: number | undefined;
  readonly valueQuantity?:
    | {
        readonly value?: number | undefined;
        readonly system?: string | undefined;
        readonly code?: string | undefined;
        readonly unit?: string | undefined;
        readonly comparator?: string | undefined;
      }
    | undefined;
  readonly extension?: readonly Ext[] | undefined;
  readonly item?: readonly Item[] | undefined;
}

/** The kinds of value that our questions are answered with. */
type Kind = "valueCoding" | "valueString" | "valueDate" | "valueDecimal" | "valueQuantity";

/** The questions below that for a finding, and in the group of a test, with what each is answered with. */
const PARTS_OF_FINDING: Readonly<Record<string, readonly Kind[]>> = {
  cause: ["valueCoding"],
  explanation: ["valueString"],
  date: ["valueDate"],
  note: ["valueString"],
  help: [],
};
const PARTS_OF_TEST: Readonly<Record<string, readonly Kind[]>> = {
  value: ["valueQuantity"],
  comparator: ["valueCoding"],
  date: ["valueDate"],
  ...Object.fromEntries(LIMIT_NAMES.map((name) => [name, ["valueDecimal"] as const])),
  method: ["valueCoding", "valueString"],
  help: [],
};

/** A list of what the schema reads. It is left at the first part that is wrong, because no more is said of it. */
function listOf<Value>(schema: z.ZodType<Value>): z.ZodType<Value[]> {
  return z.array(z.unknown()).transform((values, context) => {
    const read: Value[] = [];
    for (const [position, value] of values.entries()) {
      const one = schema.safeParse(value);
      if (!one.success) {
        const [first] = one.error.issues;
        context.issues.push({ code: "custom", input: value, path: [position, ...(first?.path ?? [])] });
        return z.NEVER;
      }
      read.push(one.data);
    }
    return read;
  });
}

const extension: z.ZodType<Ext> = z.lazy(() =>
  z.object({
    url: z.string(),
    valueInteger: z.number().optional(),
    valueCode: z.string().optional(),
    valueString: z.string().optional(),
    _valueString: z.unknown().optional(),
    extension: listOf(extension).optional(),
  }),
);
/** A value of another kind is kept, so that it can be said. */
const answer: z.ZodType<Answer> = z.lazy(() =>
  z.looseObject({
    valueCoding: z.object({ system: z.string().optional(), code: z.string().optional() }).optional(),
    valueString: z.string().optional(),
    _valueString: z.unknown().optional(),
    valueDate: z.string().optional(),
    valueDecimal: z.number().optional(),
    valueQuantity: z
      .object({
        value: z.number().optional(),
        system: z.string().optional(),
        code: z.string().optional(),
        unit: z.string().optional(),
        comparator: z.string().optional(),
      })
      .optional(),
    extension: listOf(extension).optional(),
    item: listOf(item).optional(),
  }),
);
const item: z.ZodType<Item> = z.lazy(() =>
  z.object({
    linkId: z.string(),
    extension: listOf(extension).optional(),
    answer: listOf(answer).optional(),
    item: listOf(item).optional(),
  }),
);
const responseShape = z.object({ resourceType: z.literal("QuestionnaireResponse"), item: listOf(item).optional() });

const ACCEPTED_STATUSES = ["completed", "amended"];

/**
 * Why a response must not be read as a patient's record, whatever its answers are: it does not stand, it answers
 * another form, it is about something else, or it carries what may turn its meaning round. A response that names no
 * form is read when its questions are ours, and so is one to another version of a form.
 */
function* refusals(root: Readonly<Record<string, unknown>>, definitions: Definitions): Generator<Issue> {
  const { status, questionnaire } = root;
  if (status !== undefined && !ACCEPTED_STATUSES.some((one) => one === status)) {
    const message = `Its status is ${shown(status)}; accepted: ${ACCEPTED_STATUSES.join(" or ")}. Nothing was read.`;
    yield error("malformed", "status", message);
  }
  const forms = [RECORD_ID, ...definitions.sets.map(({ id }) => id)].map(questionnaireUrl);
  if (questionnaire !== undefined) {
    const url = typeof questionnaire === "string" ? questionnaire.trim().split(/[|#]/)[0] : undefined;
    if (url === undefined || !forms.includes(url)) {
      const message = `It answers another form, ${shown(questionnaire)}; accepted: ${forms.join(", ")}. Nothing was read.`;
      yield error("malformed", "questionnaire", message);
    }
  }
  const other = otherSubject(root);
  if (other)
    yield error(
      "malformed",
      "subject",
      `It is about something that is no patient (${shown(other)}). Nothing was read.`,
    );
  const place = modifierIn(root, []);
  if (place !== undefined) {
    const message = "It carries a modifier that is not known here and may turn its meaning round. Nothing was read.";
    yield error("malformed", place, message);
  }
}

/** Where something stands that a reader must understand or refuse. The caller bounds the depth. */
function modifierIn(value: unknown, path: readonly string[]): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const isModifier = key === "modifierExtension" && Array.isArray(part) && part.length > 0;
    const isAbsent = key === "url" && typeof part === "string" && part.endsWith("/data-absent-reason");
    const isRules = key === "implicitRules" && path.length === 0;
    if (isModifier || isAbsent || isRules) return [...path, key].join(".");
    const inside = key === "contained" ? undefined : modifierIn(part, [...path, key]);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/**
 * Reads a QuestionnaireResponse to one of this project's Questionnaires as a record. An item that is none of ours is
 * an issue, never passed over; calculated results are read past, because the engine works them out again. The record
 * is then judged by `format` as any other is. The caller bounds the depth of `input`.
 */
export function readResponse(input: unknown, definitions: Definitions, format: RecordFormat): Parsed {
  const shape = responseShape.safeParse(input);
  if (!shape.success) {
    const [first] = shape.error.issues;
    const place = first?.path.join(".") ?? "";
    return { issues: [error("malformed", place, "Not a QuestionnaireResponse of FHIR R4. Nothing was read.")] };
  }
  const root = input as Readonly<Record<string, unknown>>;
  const refused = [...refusals(root, definitions)];
  const reading = new Reading(definitions);
  for (const one of shape.data.item ?? []) reading.section(one);
  const issues = [...refused, ...reading.issues];
  if (issues.length > 0) return { issues: firstOf(issues) };
  // Said last, since a response that is wrong in another way has the better reason there.
  if (root["status"] === undefined) {
    return {
      issues: [error("malformed", "status", `There is no status; accepted: ${ACCEPTED_STATUSES.join(" or ")}.`)],
    };
  }
  return parseRecord(format, reading.record());
}

class Reading {
  readonly issues: Issue[] = [];
  private readonly definitions: Definitions;
  private readonly findings: Record<string, unknown> = {};
  private readonly measurements: { position: number; measurement: Record<string, unknown> }[] = [];
  private label: string | undefined;

  constructor(definitions: Definitions) {
    this.definitions = definitions;
  }

  record(): unknown {
    const sorted = this.measurements.toSorted((a, b) => a.position - b.position);
    return {
      format: "sle-record/1",
      ...(this.label !== undefined && { label: this.label }),
      ...(Object.keys(this.findings).length > 0 && { findings: this.findings }),
      ...(sorted.length > 0 && { measurements: sorted.map(({ measurement }) => measurement) }),
    };
  }

  section(one: Item): void {
    const { linkId } = one;
    if (linkId === LINK.statement || linkId === LINK.results) return;
    if (linkId === LINK.label) {
      if (this.label !== undefined) this.wrong(linkId, "It is answered twice; accepted: once.");
      this.label = textOf(this.single(one, ["valueString"]));
    } else if (linkId === LINK.measurements) for (const inner of this.inside(one)) this.measurement(inner);
    else if (Object.keys(this.definitions.groups).some((group) => LINK.group(group) === linkId)) {
      for (const inner of this.inside(one)) this.finding(inner);
    } else this.foreign(linkId);
  }

  private wrong(path: string, message: string): void {
    this.issues.push(error("malformed", path, message));
  }

  private foreign(linkId: string): void {
    this.wrong(linkId, `There is no question ${shown(linkId)} in this Questionnaire.`);
  }

  /** The items of a group, which has no answer of its own. */
  private inside({ linkId, answer: answers = [], item: items = [] }: Item): readonly Item[] {
    if (answers.length > 0) this.wrong(linkId, "A group is answered; accepted: answers to the questions in it.");
    return items;
  }

  /**
   * The one answer to a question, of one of the kinds that it is asked in; undefined when there is none. More than one,
   * one of another kind, and what stands where nothing is asked are issues: none of it is passed over.
   */
  private single(one: Item, kinds: readonly Kind[], place = one.linkId, nested = false): Answer | undefined {
    const { linkId, answer: answers = [], item: beneath = [] } = one;
    const [first] = answers;
    if (answers.length > 1) this.wrong(linkId, `Read ${answers.length} answers; accepted: one.`);
    const misplaced = [...beneath, ...(nested ? [] : (first?.item ?? []))];
    for (const other of misplaced.filter((inner) => inner.linkId !== LINK.part(linkId, "help"))) {
      this.wrong(
        other.linkId,
        `It stands beneath ${shown(linkId)}, where nothing is asked; accepted: as the form has it.`,
      );
    }
    if (first === undefined) return undefined;
    const given = new Set(Object.keys(first).flatMap((name) => /^_?(value[A-Z].*)$/.exec(name)?.[1] ?? []));
    const isOf = given.size < 2 && [...given].every((name) => kinds.some((kind) => kind === name));
    if (!isOf) {
      const accepted = kinds.length > 0 ? kinds.join(" or ") : "nothing";
      this.wrong(place, `Answered with ${[...given].map((name) => shown(name)).join(" and ")}; accepted: ${accepted}.`);
    }
    return isOf ? first : undefined;
  }

  private finding(one: Item): void {
    const id = one.linkId;
    if (!Object.hasOwn(this.definitions.findings, id)) {
      this.foreign(id);
      return;
    }
    const place = `findings.${id}`;
    if (Object.hasOwn(this.findings, id)) this.wrong(place, "The finding is answered twice; accepted: once.");
    const given = this.single(one, ["valueCoding"], place, true);
    if (!given) return;
    const code = this.coded(given, ANSWERS, place);
    if (code === undefined) return;
    const parts = this.parts(id, given.item ?? [], PARTS_OF_FINDING);
    const statement = {
      status: code === "explained" ? "present" : code,
      ...this.explanation(id, code, parts, given.extension ?? []),
      ...definedOnly({ date: parts.get("date")?.valueDate, note: textOf(parts.get("note")) }),
    };
    this.findings[id] = Object.keys(statement).length === 1 ? statement.status : statement;
  }

  /** The code of an answer. One of another system, or none, is an issue. */
  private coded({ valueCoding }: Answer, system: string, place: string): string | undefined {
    const { code, system: said = system } = valueCoding ?? {};
    if (code !== undefined && said === system) return code;
    const read = code === undefined ? "no code" : `${shown(code)} of ${shown(said)}`;
    const accepted =
      system === ANSWERS ? `a coding of ${ANSWERS}: present, absent, unknown or explained` : `one of ${system}`;
    this.wrong(place, `Read ${read}; accepted: ${accepted}.`);
    return undefined;
  }

  /** The answered parts of an item by name, each with its one answer. */
  private parts(
    parent: string,
    items: readonly Item[],
    kinds: Readonly<Record<string, readonly Kind[]>>,
  ): ReadonlyMap<string, Answer> {
    const found = new Map<string, Answer>();
    const seen = new Set<string>();
    for (const one of items) {
      const name = Object.keys(kinds).find((candidate) => LINK.part(parent, candidate) === one.linkId);
      if (name === undefined || seen.has(name)) {
        this.foreign(one.linkId);
        continue;
      }
      seen.add(name);
      const first = this.single(one, kinds[name] ?? []);
      if (first) found.set(name, first);
    }
    return found;
  }

  private explanation(id: string, code: string, parts: ReadonlyMap<string, Answer>, extensions: readonly Ext[]) {
    const cause = parts.get("cause");
    if (code === "explained") {
      // The answer itself says "another cause", which is all that is known when none is named.
      const named = cause ? this.coded(cause, CAUSES, LINK.part(id, "cause")) : "other";
      return { explainedBy: { ...definedOnly({ cause: named, text: textOf(parts.get("explanation")) }) } };
    }
    if (cause || parts.has("explanation")) {
      const message = `It is answered ${shown(code)}, and what explains it is answered as well; accepted: one of the two.`;
      this.wrong(`findings.${id}`, message);
    }
    const idle = extensions.find(({ url }) => url === EXTENSIONS.idleExplanation)?.extension;
    const inner = (name: string) => idle?.find(({ url }) => url === name);
    return idle
      ? { explainedBy: { ...definedOnly({ cause: inner("cause")?.valueCode, text: textOf(inner("text")) }) } }
      : {};
  }

  private measurement(one: Item): void {
    const [test, definition] =
      Object.entries<LabTest>(this.definitions.tests).find(([id]) => LINK.test(id) === one.linkId) ?? [];
    if (test === undefined || definition === undefined) {
      this.foreign(one.linkId);
      return;
    }
    const parts = this.parts(one.linkId, this.inside(one), PARTS_OF_TEST);
    if (parts.size === 0) return;
    const value = parts.get("value")?.valueQuantity;
    const position = one.extension?.find(({ url }) => url === EXTENSIONS.position)?.valueInteger;
    const method = parts.get("method");
    const measurement = {
      test,
      value: value?.value,
      unit: this.unit(value, definition, LINK.part(one.linkId, "value")),
      ...definedOnly({
        comparator: this.comparator(one.linkId, value?.comparator, parts.get("comparator")),
        date: parts.get("date")?.valueDate,
        ...Object.fromEntries(LIMIT_NAMES.map((name) => [name, parts.get(name)?.valueDecimal])),
        method: method?.valueCoding ? this.coded(method, METHODS, LINK.part(one.linkId, "method")) : textOf(method),
      }),
    };
    this.measurements.push({ position: position ?? Number.MAX_SAFE_INTEGER, measurement });
  }

  /** The unit of a value by its code, which what is printed beside it must not contradict. */
  private unit({ system = UCUM, code, unit = "" }: Quantity = {}, test: LabTest, place: string): string {
    if (system !== UCUM) this.wrong(place, `Read a unit of ${shown(system)}; accepted: one of ${UCUM}.`);
    const printed = unitsSpelled(unit, test);
    if (code !== undefined && printed.length > 0 && printed.every((one) => one.unit !== code)) {
      this.wrong(place, `Its unit is printed ${shown(unit)} and coded ${shown(code)}; accepted: the same.`);
    }
    return code ?? unit;
  }

  /** Beside the value, or as an answer of its own: the two must not say different things. */
  private comparator(link: string, beside: string | undefined, asked: Answer | undefined): string | undefined {
    const place = LINK.part(link, "comparator");
    const chosen = asked && this.coded(asked, COMPARATORS, place);
    if (beside !== undefined && chosen !== undefined && beside !== chosen) {
      this.wrong(place, `Read ${shown(beside)} beside the value and ${shown(chosen)} here; accepted: the same.`);
    }
    return beside ?? chosen;
  }
}

/** A text, with the empty one that `textValue` wrote as an extension. */
function textOf(value: Pick<Answer, "valueString" | "_valueString"> | undefined): string | undefined {
  if (!value || value.valueString !== undefined) return value?.valueString;
  return JSON.stringify(value._valueString ?? null).includes(EXTENSIONS.emptyText) ? "" : undefined;
}

function definedOnly<Part extends object>(parts: Part): Partial<Part> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<Part>;
}
