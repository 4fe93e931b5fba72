import type { Definitions } from "../../criteria/types.ts";
import { error, firstOf, type Issue, shown } from "../record/issues.ts";
import { LIMIT_NAMES } from "../record/limit-names.ts";
import { type Parsed, parseRecord, type RecordFormat } from "../record/parse.ts";
import { z } from "../record/zod.ts";
import { otherSubject } from "./import/unsafe.ts";
import { ANSWERS, EXTENSIONS, LINK, questionnaireUrl, RECORD_ID } from "./names.ts";

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
interface Answer {
  readonly valueCoding?: { readonly system?: string | undefined; readonly code?: string | undefined } | undefined;
  readonly valueString?: string | undefined;
  readonly _valueString?: unknown;
  readonly valueDate?: string | undefined;
  readonly valueDecimal?: number | undefined;
  readonly valueQuantity?:
    | {
        readonly value?: number | undefined;
        readonly code?: string | undefined;
        readonly unit?: string | undefined;
        readonly comparator?: string | undefined;
      }
    | undefined;
  readonly extension?: readonly Ext[] | undefined;
  readonly item?: readonly Item[] | undefined;
}

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
const answer: z.ZodType<Answer> = z.lazy(() =>
  z.object({
    valueCoding: z.object({ system: z.string().optional(), code: z.string().optional() }).optional(),
    valueString: z.string().optional(),
    _valueString: z.unknown().optional(),
    valueDate: z.string().optional(),
    valueDecimal: z.number().optional(),
    valueQuantity: z
      .object({
        value: z.number().optional(),
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
    if (one.linkId === LINK.label) this.label = this.single(one, textOf);
    else if (one.linkId === LINK.measurements) for (const inner of one.item ?? []) this.measurement(inner);
    else if (one.linkId === LINK.statement || one.linkId === LINK.results) return;
    else if (Object.keys(this.definitions.groups).some((group) => LINK.group(group) === one.linkId)) {
      for (const inner of one.item ?? []) this.finding(inner);
    } else this.foreign(one.linkId);
  }

  private foreign(linkId: string): void {
    this.issues.push(error("malformed", linkId, `There is no question ${shown(linkId)} in this Questionnaire.`));
  }

  /** The one answer to an item, or undefined when it has none. More than one is an issue. */
  private single<Value>({ linkId, answer: answers = [] }: Item, read: (answer: Answer) => Value): Value | undefined {
    const [first] = answers;
    if (answers.length > 1) {
      this.issues.push(error("malformed", linkId, `Read ${answers.length} answers; accepted: one.`));
    }
    return first && read(first);
  }

  private finding(one: Item): void {
    const id = one.linkId;
    if (!Object.hasOwn(this.definitions.findings, id)) {
      this.foreign(id);
      return;
    }
    if (Object.hasOwn(this.findings, id)) {
      this.issues.push(error("malformed", `findings.${id}`, "The finding is answered twice; accepted: once."));
    }
    const given = this.single(one, (first) => first);
    if (!given) return;
    const { code, system = ANSWERS } = given.valueCoding ?? {};
    if (code === undefined || system !== ANSWERS) {
      const read = shown(code ?? given.valueString);
      const accepted = `a coding of ${ANSWERS}: present, absent, unknown or explained`;
      this.issues.push(error("malformed", `findings.${id}`, `Read ${read}; accepted: ${accepted}.`));
      return;
    }
    const parts = this.parts(id, given.item ?? [], ["cause", "explanation", "date", "note", "help"]);
    const statement = {
      status: code === "explained" ? "present" : code,
      ...this.explanation(code, parts, given.extension ?? []),
      ...definedOnly({ date: parts.get("date")?.valueDate, note: textOf(parts.get("note")) }),
    };
    this.findings[id] = Object.keys(statement).length === 1 ? statement.status : statement;
  }

  /** The parts of an item by name, each with its one answer. */
  private parts(parent: string, items: readonly Item[], names: readonly string[]): ReadonlyMap<string, Answer> {
    const found = new Map<string, Answer>();
    for (const one of items) {
      const name = names.find((candidate) => LINK.part(parent, candidate) === one.linkId);
      const first = this.single(one, (given) => given);
      if (name === undefined || found.has(name)) this.foreign(one.linkId);
      else if (first) found.set(name, first);
    }
    return found;
  }

  private explanation(code: string, parts: ReadonlyMap<string, Answer>, extensions: readonly Ext[]) {
    if (code === "explained") {
      // The answer itself says "another cause", which is all that is known when none is named.
      const cause = parts.get("cause")?.valueCoding?.code ?? "other";
      return { explainedBy: { cause, ...definedOnly({ text: textOf(parts.get("explanation")) }) } };
    }
    const idle = extensions.find(({ url }) => url === EXTENSIONS.idleExplanation)?.extension;
    const inner = (name: string) => idle?.find(({ url }) => url === name);
    return idle
      ? { explainedBy: { ...definedOnly({ cause: inner("cause")?.valueCode, text: textOf(inner("text")) }) } }
      : {};
  }

  private measurement(one: Item): void {
    const test = Object.keys(this.definitions.tests).find((id) => LINK.test(id) === one.linkId);
    if (test === undefined) {
      this.foreign(one.linkId);
      return;
    }
    const names = ["value", "comparator", "date", ...LIMIT_NAMES, "method", "help"];
    const parts = this.parts(one.linkId, one.item ?? [], names);
    if (parts.size === 0) return;
    const quantity = parts.get("value")?.valueQuantity;
    const method = parts.get("method");
    const position = one.extension?.find(({ url }) => url === EXTENSIONS.position)?.valueInteger;
    const measurement = {
      test,
      value: quantity?.value,
      unit: quantity?.code ?? quantity?.unit ?? "",
      ...definedOnly({
        comparator: quantity?.comparator ?? parts.get("comparator")?.valueCoding?.code,
        date: parts.get("date")?.valueDate,
        ...Object.fromEntries(LIMIT_NAMES.map((name) => [name, parts.get(name)?.valueDecimal])),
        method: method?.valueCoding?.code ?? textOf(method),
      }),
    };
    this.measurements.push({ position: position ?? Number.MAX_SAFE_INTEGER, measurement });
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
