/**
 * A codebook, `sle-codebook/1`: which column of somebody else's file is what, and what each of its values means. Nothing
 * is assumed. What a codebook does not say is not read, and a value that it does not list keeps its row out.
 */
import type { Condition, Definitions, FindingId, TestId } from "../../criteria/types.ts";
import { positiveFindings } from "../definition/walk.ts";
import { CAUSES } from "../record/causes.ts";
import { disbelief } from "../record/interpret.ts";
import { shown } from "../record/issues.ts";
import { LIMIT_NAMES, LIMIT_WORDS } from "../record/limit-names.ts";
import { didYouMean, suggester, suggestUnits } from "../record/suggest.ts";
import { acceptedUnit } from "../record/units.ts";
import { z } from "../record/zod.ts";
import { outputColumns } from "./columns.ts";

/** What a value of a column says of a finding: the same words as the cells of a cohort file. */
const answer = z.enum([
  "present",
  "absent",
  "unknown",
  "explained",
  ...CAUSES.map((cause) => `explained:${cause}` as const),
]);

/**
 * What 0, or a box without a tick, means: that the finding is absent, or only that nobody ticked it. A column that holds
 * nothing but 0 and 1, or ticks and blanks, cannot tell, so a person has to.
 */
const unticked = z.enum(["absent", "not-asked"]);

const findingColumn = z.strictObject({
  is: z.literal("finding"),
  finding: z.string(),
  values: z.record(z.string(), answer),
  unticked: unticked.optional(),
});

/** One value that answers several findings, such as the classes of a biopsy in one cell. */
const findingsColumn = z.strictObject({
  is: z.literal("findings"),
  values: z.record(z.string(), z.union([z.literal("unknown"), z.record(z.string(), answer)])),
  unticked: unticked.optional(),
});

/**
 * An item of a set as a whole: absent, every finding is that alone would have met it (none where it asks for several
 * together); present, those named in `presentAs` are.
 */
const criterionColumn = z.strictObject({
  is: z.literal("criterion"),
  set: z.string(),
  criterion: z.string(),
  presentAs: z.array(z.string()).optional(),
  values: z.record(z.string(), answer),
  unticked: unticked.optional(),
});

const testColumn = z.strictObject({
  is: z.literal("test"),
  test: z.string(),
  unit: z.string(),
  /** Limits of the laboratory that are the same for all rows. */
  limits: z.partialRecord(z.enum(LIMIT_NAMES), z.number()).optional(),
  method: z.string().optional(),
  /** Values that are no number: nothing known, or the number that they stand for. */
  values: z.record(z.string(), z.union([z.literal("unknown"), z.number()])).optional(),
});

/** A limit of the laboratory that stands in a column of its own, in the unit of the column that it is of. */
const limitColumn = z.strictObject({
  is: z.literal("limit"),
  of: z.string(),
  limit: z.enum(LIMIT_NAMES),
  values: z.record(z.string(), z.literal("unknown")).optional(),
});

const column = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("id") }),
  findingColumn,
  findingsColumn,
  criterionColumn,
  testColumn,
  limitColumn,
  /** The day of the row's measurements, in this order of day, month and year. */
  z.strictObject({
    is: z.literal("date"),
    order: z.enum(["year-month-day", "day-month-year", "month-day-year"]),
    values: z.record(z.string(), z.literal("unknown")).optional(),
  }),
  z.strictObject({
    is: z.literal("kept"),
    /** Of a column that says who has the disease: what its values say. One that is not listed leaves the patient out. */
    reference: z.record(z.string(), z.enum(["has", "has-not"])).optional(),
  }),
  z.strictObject({ is: z.literal("ignored") }),
]);

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1"] as const;
export const SHAPES = ["row-per-patient", "row-per-visit", "column-per-patient"] as const;

const layout = {
  decimal: z.enum([".", ","]),
  shape: z.enum(SHAPES),
  /** The line on which the columns are named, from 1; what stands above it is not read. */
  headerRow: z.int().min(1).max(100),
};

const file = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text").optional(),
    encoding: z.enum(ENCODINGS),
    /** One character between cells. */
    separator: z
      .string()
      .length(1)
      .refine((sign) => !/["\r\n]/.test(sign), "one sign that is neither a quotation mark nor a line end"),
    ...layout,
  }),
  z.strictObject({ kind: z.literal("xlsx"), sheet: z.string(), ...layout }),
  z.strictObject({ kind: z.literal("parquet"), ...layout, headerRow: z.literal(1) }),
]);

export const codebookSchema = z.strictObject({
  format: z.literal("sle-codebook/1"),
  file,
  /** By name: every column of the file, since one that is not named could be a patient's answer. */
  columns: z.record(z.string(), column),
});

export type Codebook = z.infer<typeof codebookSchema>;
export type CodedColumn = z.infer<typeof column>;
export type CodedAnswer = z.infer<typeof answer>;
/** How a file is read into rows of cells. */
export type FileReading = Codebook["file"];
export type TextReading = Extract<FileReading, { readonly encoding: string }>;

export type ReadCodebook = { readonly codebook: Codebook } | { readonly faults: readonly string[] };

/** A codebook, or all that is wrong with it, in sentences. */
export function readCodebook(input: unknown, definitions: Definitions): ReadCodebook {
  const lost = lostNames(input);
  if (lost.length > 0) return { faults: lost };
  const read = codebookSchema.safeParse(input);
  if (!read.success) {
    return {
      faults: read.error.issues.map(
        ({ path, message }) => `${path.map(String).join(" > ") || "The codebook"}: ${message}.`,
      ),
    };
  }
  const columns = Object.entries(read.data.columns);
  const ids = columns.filter(([, { is }]) => is === "id");
  const days = columns.filter(([, { is }]) => is === "date").map(([name]) => shown(name));
  const faults = [
    ...(days.length < 2
      ? []
      : [
          `${days.length} columns are the day of a row (${days.join(", ")}), and nothing says of which the values are; accepted: one, with the others as "ignored".`,
        ]),
    ...(ids.length === 1
      ? []
      : [`${ids.length} columns say which patient a row is of; accepted: one, as { "is": "id" }.`]),
    ...keptFaults(columns, definitions),
    ...columns.flatMap(([name, one]) =>
      columnFaults(name, one, read.data, definitions).map((fault) => `Column ${shown(name)}: ${fault}`),
    ),
  ];
  return faults.length > 0 ? { faults } : { codebook: read.data };
}

/** `__proto__` as a name of its own would slip past the schema, and what it says be lost. */
function lostNames(input: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof input !== "object" || input === null || path.length > DEEPEST) return [];
  return Object.entries(input).flatMap(([name, inner]) =>
    name === LOST
      ? [
          `${path.join(" > ") || "The codebook"}: a column, a value or a field cannot have the name ${shown(LOST)}; rename it in the file and here.`,
        ]
      : lostNames(inner, [...path, name]),
  );
}

const LOST = "__proto__";
/** No codebook has names further in. */
const DEEPEST = 6;

/** A column that is kept stands in the output under its name, beside those that are always there. */
function keptFaults(columns: readonly (readonly [string, CodedColumn])[], definitions: Definitions): readonly string[] {
  const own = new Set(outputColumns(definitions));
  return columns.flatMap(([name, { is }]) =>
    is === "kept" && own.has(name.trim())
      ? [`Column ${shown(name)}: it is a column of the output and cannot be kept beside it; give it another name.`]
      : [],
  );
}

function columnFaults(
  name: string,
  one: CodedColumn,
  { columns }: Codebook,
  definitions: Definitions,
): readonly string[] {
  switch (one.is) {
    case "finding":
      return [...findingFaults([one.finding], definitions), ...untickedFaults(one)];
    case "findings": {
      const answers = Object.values(one.values).filter((value) => value !== "unknown");
      return [
        ...findingFaults(
          answers.flatMap((value) => Object.keys(value)),
          definitions,
        ),
        ...untickedFaults(one),
      ];
    }
    case "criterion":
      return [...criterionFaults(one, definitions), ...untickedFaults(one)];
    case "test":
      return testFaults(one, definitions);
    case "limit":
      return limitFaults(one, name, columns);
    default:
      return [];
  }
}

function findingFaults(ids: readonly string[], { findings }: Definitions): readonly string[] {
  const suggest = suggester(Object.entries(findings).map(([id, { label }]) => ({ id, names: [label] })));
  return [...new Set(ids)]
    .filter((id) => !Object.hasOwn(findings, id))
    .map((id) => `there is no finding ${shown(id)}.${didYouMean(suggest(id))}`);
}

function testFaults(
  { test, unit, method, limits = {} }: z.infer<typeof testColumn>,
  definitions: Definitions,
): readonly string[] {
  const { tests } = definitions;
  if (!Object.hasOwn(tests, test)) {
    const suggest = suggester(Object.entries(tests).map(([id, { label, short }]) => ({ id, names: [label, short] })));
    return [`there is no test ${shown(test)}.${didYouMean(suggest(test))}`];
  }
  const { units, methods = [] } = tests[test as TestId];
  const known = acceptedUnit(tests[test as TestId], unit);
  const accepted = known
    ? LIMIT_NAMES.flatMap((name) => {
        const limit = limits[name];
        const why = limit === undefined ? undefined : disbelief(limit, name, test as TestId, known, definitions);
        return why === undefined ? [] : [`as ${LIMIT_WORDS[name]} of all rows, ${why}`];
      })
    : [
        `read the unit ${shown(unit)}; accepted: ${units.map((one) => one.unit).join(", ")}.${didYouMean(suggestUnits(unit, tests[test as TestId]))}`,
      ];
  return method === undefined || methods.some(({ id }) => id === method)
    ? accepted
    : [...accepted, `read the method ${shown(method)}; accepted: ${methods.map(({ id }) => id).join(", ")}.`];
}

/** A value has one limit of a kind: of two, nothing says which it is. */
function limitFaults(
  { of, limit }: z.infer<typeof limitColumn>,
  name: string,
  columns: Codebook["columns"],
): readonly string[] {
  const test = ownOf(columns, of);
  if (test?.is !== "test") return [`it is a limit of ${shown(of)}, which is no column of a test.`];
  const [first] = Object.entries(columns).find(
    ([, one]) => one.is === "limit" && one.of === of && one.limit === limit,
  ) ?? [name];
  const what = LIMIT_WORDS[limit];
  return [
    ...(first === name
      ? []
      : [`it is the ${what} of ${shown(of)}, and so is ${shown(first)}; accepted: one, with the other as "ignored".`]),
    ...(test.limits?.[limit] === undefined
      ? []
      : [`it is the ${what} of ${shown(of)}, which has one for all rows in "limits"; accepted: one of the two.`]),
  ];
}

function criterionFaults(one: z.infer<typeof criterionColumn>, definitions: Definitions): readonly string[] {
  const criterion = criterionOf(one, definitions);
  if (!criterion) return [`there is no criterion ${shown(one.criterion)} in the set ${shown(one.set)}.`];
  const asked = positiveFindings(criterion.when);
  const values = Object.values(one.values);
  const silent =
    values.includes("absent") && ruledOut(criterion.when).length === 0
      ? [
          `that the criterion is not met rules out no finding of it by itself (${asked.join(", ")}), since it asks for several together: say "unknown" for its "absent".`,
        ]
      : [];
  return [...silent, ...presentFaults(one, asked, values)];
}

function presentFaults(
  one: z.infer<typeof criterionColumn>,
  asked: readonly FindingId[],
  values: readonly CodedAnswer[],
): readonly string[] {
  const says = values.some((value) => value !== "absent" && value !== "unknown");
  if (!says || asked.length === 1) return [];
  if (!one.presentAs?.length) {
    return [
      `the criterion reads ${asked.length} findings, which other sets read each by itself: name in "presentAs" those that are present when it is (${asked.join(", ")}).`,
    ];
  }
  const others = one.presentAs.filter((id) => !asked.includes(id as FindingId));
  return others.map((id) => `${shown(id)} is no finding of this criterion; accepted: ${asked.join(", ")}.`);
}

function criterionOf({ set, criterion }: { readonly set: string; readonly criterion: string }, { sets }: Definitions) {
  const found = sets.find(({ id }) => id === set);
  return found?.domains.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion);
}

/** The findings that cannot be present when a condition does not hold: each would meet it alone. */
function ruledOut(condition: Condition): readonly FindingId[] {
  switch (condition.kind) {
    case "present":
    case "recorded":
      return [condition.finding];
    case "any":
      return [...new Set(condition.of.flatMap(ruledOut))];
    case "all":
      return condition.of.length === 1 ? condition.of.flatMap(ruledOut) : [];
    case "atLeast":
      return condition.count === 1 || condition.of.length === 1 ? condition.of.flatMap(ruledOut) : [];
    case "not":
      return [];
  }
}

/** The findings that a criterion-level item makes absent when it is not met. */
export function absentBy(one: z.infer<typeof criterionColumn>, definitions: Definitions): readonly FindingId[] {
  const criterion = criterionOf(one, definitions);
  return criterion ? ruledOut(criterion.when) : [];
}

/** The findings that a criterion-level item makes present. */
export function presentBy(one: z.infer<typeof criterionColumn>, definitions: Definitions): readonly FindingId[] {
  const criterion = criterionOf(one, definitions);
  const asked = criterion ? positiveFindings(criterion.when) : [];
  return asked.length === 1 ? asked : ((one.presentAs ?? []) as FindingId[]);
}

/** What names say, by a name of the file: every object has others of its own, such as "constructor". */
export function ownOf<Said>(said: Readonly<Record<string, Said>>, name: string): Said | undefined {
  return Object.hasOwn(said, name) ? said[name] : undefined;
}

type Ticked = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly unticked?: "absent" | "not-asked" | undefined;
};

/** 0 and 1 as programs write them, and the words of a box: none of them tells absent from not asked. */
const OFF = /^([+-]?0+([.,]0*)?|false|unchecked)$/i;
const ON = /^(\+?0*1([.,]0*)?|true|checked)$/i;

/** The values that stand for a box without a tick; none where the values tell more than ticked and not. */
export function untickedValues(values: Readonly<Record<string, unknown>>): readonly string[] {
  const names = Object.entries(values)
    .filter(([value, means]) => means !== "unknown" || OFF.test(value) || value === "")
    .map(([value]) => value);
  const off = names.filter((value) => OFF.test(value));
  if (off.length > 0 && names.every((value) => value === "" || OFF.test(value) || ON.test(value))) return off;
  // One mark, whichever and however it is written, and blank cells.
  const marks = names.filter((value) => value !== "");
  const isOne = marks.every((value) => ON.test(value)) || new Set(marks.map((value) => value.toLowerCase())).size <= 1;
  return names.includes("") && isOne ? [""] : [];
}

/** The value that stands for a box without a tick; undefined where the values tell more than ticked and not. */
export function untickedValue(values: Readonly<Record<string, unknown>>): string | undefined {
  return untickedValues(values)[0];
}

/** What a value says, where it says the same of every finding that it answers. */
function meansAlike(means: unknown): string | undefined {
  if (typeof means !== "object" || means === null) return String(means);
  const said = [...new Set(Object.values(means).map(String))];
  return said.length > 1 ? undefined : (said[0] ?? "unknown");
}

function untickedFaults({ values, unticked: said }: Ticked): readonly string[] {
  const found = untickedValues(values);
  const [first] = found;
  if (first === undefined) return [];
  const what = (value: string): string => (value === "" ? "a blank cell" : value);
  if (said === undefined) {
    return [
      `its values are 0 and 1, or ticks and blanks, which cannot tell absent from not asked: say in "unticked" whether ${what(first)} means "absent" or "not-asked".`,
    ];
  }
  return found
    .filter((value) => meansAlike(values[value]) !== (said === "absent" ? "absent" : "unknown"))
    .map(
      (value) =>
        `"unticked" says that ${what(value)} means ${said}, and "values" that it means ${shown(wordsOf(values[value]))}.`,
    );
}

function wordsOf(means: unknown): string {
  if (typeof means !== "object" || means === null) return String(means);
  const said = Object.entries(means).map(([finding, answer]) => `${finding}: ${String(answer)}`);
  return said.join(", ") || "unknown";
}

/** What is wrong with a codebook for a file with these columns: it may be that of another. */
export function headerFaults({ columns }: Codebook, header: readonly string[]): readonly string[] {
  const there = new Set(header);
  const missing = Object.keys(columns).filter((name) => !there.has(name));
  const more = header.filter((name) => name !== LOST && !Object.hasOwn(columns, name));
  return [
    ...(missing.length > 0
      ? [
          `The codebook has columns that the file has not: ${firstOf(missing)}. It may be that of another file, or the file is in another encoding or names its columns on another line than the codebook says.`,
        ]
      : []),
    ...(more.length > 0
      ? [
          `The file has columns that the codebook has not: ${firstOf(more)}. Name them, as "ignored" where they are not to be read.`,
        ]
      : []),
    ...(there.has(LOST)
      ? [`The file has a column ${shown(LOST)}, a name that no codebook can have; rename it in the file.`]
      : []),
    ...repeatedNames(header),
  ];
}

/** Two columns of one name cannot be told apart, by whatever codebook. */
export function repeatedNames(header: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of header)
    if (!seen.has(name)) seen.add(name);
    else twice.add(name);
  const isNameless = twice.delete("");
  return [
    ...(twice.size > 0 ? [`The file has columns of the same name: ${firstOf([...twice])}.`] : []),
    ...(isNameless ? ["The file has several columns without a name; name them, or choose the line that does."] : []),
  ];
}

function firstOf(names: readonly string[]): string {
  return `${names.slice(0, 5).map(shown).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
}
