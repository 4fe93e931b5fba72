/**
 * How a record becomes findings, read a second time. Every rule is written out here by hand; nothing is looked up.
 *
 * Limits are stated once per unit as whole numbers: [factor, limit] means "value x factor against limit", so no value is
 * ever converted. 38.3 Cel is 100.94 degF. The ratio that stands for 0.5 g in 24 h has one number a unit, as KDIGO's
 * table of 2012 has them in one row: 500 mg/g and 50 mg/mmol, of which neither is the other converted.
 */

export type Status = "present" | "absent" | "unknown";
export interface Statement {
  readonly status: Status;
  readonly explainedBy?: { readonly cause: string; readonly text?: string };
  readonly date?: string;
  readonly note?: string;
}
export interface Measurement {
  readonly test: string;
  readonly value: number;
  readonly unit: string;
  readonly date?: string;
  readonly low?: number;
  readonly high?: number;
  readonly p99?: number;
  readonly method?: string;
  readonly comparator?: "<" | ">";
}
export interface SleRecord {
  readonly format?: string;
  readonly findings?: Readonly<Record<string, Status | Statement>>;
  readonly measurements?: readonly Measurement[];
}
export interface Fact {
  readonly status: Status;
  readonly explainedBy?: string;
}
export interface Notice {
  readonly code: "needs-another-occasion" | "unit-convention" | "assumed";
  readonly finding: string;
}
export interface RecordReading {
  readonly facts: Record<string, Fact>;
  /** The findings answered "absent" although a value or a narrower finding makes them present. */
  readonly contradictions: string[];
  readonly notices: Notice[];
}

export const FINDINGS: readonly string[] = [
  "ana-1-80",
  "ana-above-reference",
  "anti-dsdna",
  "anti-dsdna-specific",
  "anti-dsdna-slicc",
  "anti-sm",
  "anticardiolipin-medium-high",
  "anticardiolipin-igg-igm-abnormal",
  "anti-beta2gp1",
  "lupus-anticoagulant",
  "false-positive-rpr",
  "false-positive-syphilis-6-months",
  "low-c3",
  "low-c4",
  "low-ch50",
  "fever",
  "leukopenia",
  "leukopenia-twice",
  "lymphopenia-1000",
  "lymphopenia-1500-twice",
  "thrombocytopenia",
  "hemolysis",
  "hemolytic-anemia",
  "hemolytic-anemia-with-reticulocytosis",
  "direct-coombs",
  "proteinuria",
  "proteinuria-500",
  "proteinuria-persistent",
  "red-cell-casts",
  "other-cellular-casts",
  "biopsy-lupus-nephritis",
  "biopsy-class-2-or-5",
  "biopsy-class-3-or-4",
  "malar-rash",
  "maculopapular-rash",
  "photosensitivity",
  "photosensitive-lupus-rash",
  "bullous-lupus",
  "ten-variant-lupus",
  "subacute-cutaneous-lupus",
  "discoid-lupus",
  "other-chronic-cutaneous-lupus",
  "oral-ulcers",
  "nasal-ulcers",
  "non-scarring-alopecia",
  "synovitis-2-joints",
  "tender-joints-with-stiffness",
  "nonerosive-arthritis",
  "pleural-effusion",
  "pericardial-effusion",
  "pericardial-effusion-new",
  "acute-pericarditis",
  "pericardial-pain",
  "pericardial-pain-over-1-day",
  "pericardial-rub",
  "pericarditis-ecg",
  "pleuritic-pain",
  "pleurisy-over-1-day",
  "pleural-rub",
  "seizure",
  "psychosis",
  "delirium",
  "mononeuritis-multiplex",
  "myelitis",
  "peripheral-neuropathy",
  "cranial-neuropathy",
  "interstitial-lung-disease",
  "raynaud",
  "fatigue",
  "anorexia",
  "weight-loss",
  "myalgia",
  "arthralgia",
  "leg-edema",
  "renal-failure",
  "headache",
  "valve-disease",
  "vasculitis",
  "thrombosis",
  "anti-ro",
  "anti-la",
  "anti-rnp",
  "family-history",
];

/** Narrower first, wider second. */
export const IMPLIES: readonly (readonly [string, string])[] = [
  ["leukopenia-twice", "leukopenia"],
  ["anti-dsdna-specific", "anti-dsdna"],
  ["anti-dsdna-slicc", "anti-dsdna"],
  ["false-positive-syphilis-6-months", "false-positive-rpr"],
  ["hemolytic-anemia-with-reticulocytosis", "hemolytic-anemia"],
  ["hemolytic-anemia", "hemolysis"],
  ["proteinuria", "proteinuria-500"],
  ["biopsy-class-2-or-5", "biopsy-lupus-nephritis"],
  ["biopsy-class-3-or-4", "biopsy-lupus-nephritis"],
  ["photosensitive-lupus-rash", "photosensitivity"],
  ["pleurisy-over-1-day", "pleuritic-pain"],
  ["pericardial-pain-over-1-day", "pericardial-pain"],
  ["pericardial-effusion-new", "pericardial-effusion"],
];

/** When the first is so, the second is taken to be so too, unless something else answers it. */
export const ASSUMES: readonly (readonly [string, string, "present" | "absent"])[] = [
  ["ana-1-80", "ana-above-reference", "present"],
  ["synovitis-2-joints", "nonerosive-arthritis", "present"],
  ["tender-joints-with-stiffness", "nonerosive-arthritis", "present"],
  ["proteinuria", "proteinuria-500", "absent"],
];

type Limit = readonly [bigint, bigint];
interface Rule {
  readonly finding: string;
  readonly test: string;
  readonly is: "<" | ">" | ">=";
  readonly fixed?: Readonly<Record<string, Limit>>;
  readonly laboratory?: "low" | "high" | "p99";
  readonly times?: bigint;
  readonly methods?: readonly string[];
  readonly notMethods?: readonly string[];
  readonly occasions?: number;
}

const CELLS_4: Readonly<Record<string, Limit>> = {
  "10*9/L": [1n, 4n],
  "10*3/uL": [1n, 4n],
  "/uL": [1n, 4000n],
  "/mm3": [1n, 4000n],
};
const CELLS_1: Readonly<Record<string, Limit>> = {
  "10*9/L": [1n, 1n],
  "10*3/uL": [1n, 1n],
  "/uL": [1n, 1000n],
  "/mm3": [1n, 1000n],
};
const CELLS_1_5: Readonly<Record<string, Limit>> = {
  "10*9/L": [2n, 3n],
  "10*3/uL": [2n, 3n],
  "/uL": [1n, 1500n],
  "/mm3": [1n, 1500n],
};
const CELLS_100: Readonly<Record<string, Limit>> = {
  "10*9/L": [1n, 100n],
  "10*3/uL": [1n, 100n],
  "/uL": [1n, 100000n],
  "/mm3": [1n, 100000n],
};
const DEGREES_38_3: Readonly<Record<string, Limit>> = { Cel: [10n, 383n], "[degF]": [100n, 10094n] };
const HALF_A_GRAM: Readonly<Record<string, Limit>> = { "g/(24.h)": [2n, 1n], "mg/(24.h)": [1n, 500n] };
const RATIO_500: Readonly<Record<string, Limit>> = {
  "mg/g": [1n, 500n],
  "mg/mg": [2n, 1n],
  "g/g": [2n, 1n],
  "mg/mmol": [1n, 50n],
  "g/mmol": [20n, 1n],
};
/** 500 mg/g converted, 1 mg/mmol being 8.84 mg/g: the other reading of the two. */
const RATIO_500_CONVERTED: Readonly<Record<string, Limit>> = {
  "mg/mmol": [884n, 50000n],
  "g/mmol": [884n, 50n],
};

const RULES: readonly Rule[] = [
  { finding: "ana-1-80", test: "ana-titer", is: ">=", fixed: { "{titer}": [1n, 80n] } },
  { finding: "ana-above-reference", test: "ana-titer", is: ">=", laboratory: "high" },
  { finding: "anti-dsdna", test: "anti-dsdna", is: ">", laboratory: "high" },
  { finding: "anti-dsdna-specific", test: "anti-dsdna", is: ">", laboratory: "high", methods: ["crithidia", "farr"] },
  { finding: "anti-dsdna-slicc", test: "anti-dsdna", is: ">", laboratory: "high", notMethods: ["elisa"] },
  { finding: "anti-dsdna-slicc", test: "anti-dsdna", is: ">", laboratory: "high", times: 2n, methods: ["elisa"] },
  { finding: "anticardiolipin-medium-high", test: "anticardiolipin-igg", is: ">", fixed: { "[GPL'U]": [1n, 40n] } },
  { finding: "anticardiolipin-medium-high", test: "anticardiolipin-igm", is: ">", fixed: { "[MPL'U]": [1n, 40n] } },
  { finding: "anticardiolipin-medium-high", test: "anticardiolipin-iga", is: ">", fixed: { "[APL'U]": [1n, 40n] } },
  { finding: "anticardiolipin-medium-high", test: "anticardiolipin-igg", is: ">", laboratory: "p99" },
  { finding: "anticardiolipin-medium-high", test: "anticardiolipin-igm", is: ">", laboratory: "p99" },
  { finding: "anticardiolipin-medium-high", test: "anticardiolipin-iga", is: ">", laboratory: "p99" },
  { finding: "anticardiolipin-igg-igm-abnormal", test: "anticardiolipin-igg", is: ">", laboratory: "high" },
  { finding: "anticardiolipin-igg-igm-abnormal", test: "anticardiolipin-igm", is: ">", laboratory: "high" },
  { finding: "low-c3", test: "c3", is: "<", laboratory: "low" },
  { finding: "low-c4", test: "c4", is: "<", laboratory: "low" },
  { finding: "low-ch50", test: "ch50", is: "<", laboratory: "low" },
  { finding: "fever", test: "temperature", is: ">", fixed: DEGREES_38_3 },
  { finding: "leukopenia", test: "white-cells", is: "<", fixed: CELLS_4 },
  { finding: "leukopenia-twice", test: "white-cells", is: "<", fixed: CELLS_4, occasions: 2 },
  { finding: "lymphopenia-1000", test: "lymphocytes", is: "<", fixed: CELLS_1 },
  { finding: "lymphopenia-1500-twice", test: "lymphocytes", is: "<", fixed: CELLS_1_5, occasions: 2 },
  { finding: "thrombocytopenia", test: "platelets", is: "<", fixed: CELLS_100 },
  { finding: "proteinuria", test: "urine-protein-24h", is: ">", fixed: HALF_A_GRAM },
  { finding: "proteinuria", test: "urine-protein-creatinine-ratio", is: ">", fixed: RATIO_500 },
  { finding: "proteinuria-500", test: "urine-protein-24h", is: ">=", fixed: HALF_A_GRAM },
  { finding: "proteinuria-500", test: "urine-protein-creatinine-ratio", is: ">=", fixed: RATIO_500 },
  { finding: "synovitis-2-joints", test: "swollen-joints", is: ">=", fixed: { "{count}": [1n, 2n] } },
];

/** The number as it is printed, in units of 10 to the minus `places`. */
function scaled(value: number, places: number): bigint {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (parts === null) throw new Error(`not a finite number: ${value}`);
  const fraction = parts[3] ?? "";
  const zeros = places + Number(parts[4] ?? "0") - fraction.length;
  if (zeros < 0) throw new Error(`more than ${places} decimals: ${value}`);
  const digits = BigInt(`${parts[2] ?? ""}${fraction}${"0".repeat(zeros)}`);
  return parts[1] === "-" ? -digits : digits;
}

/** More than any decimal fraction of a double has when it is printed. */
const PLACES = 345;
const ONE = 10n ** BigInt(PLACES);

/** -1, 0 or 1: the value x factor below, at or above the limit. */
function compareFixed(value: number, [factor, limit]: Limit): number {
  const difference = scaled(value, PLACES) * factor - limit * ONE;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function compareToLaboratory(value: number, limit: number, times: bigint): number {
  const difference = scaled(value, PLACES) - times * scaled(limit, PLACES);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

type Judgment = "met" | "not-met" | "open" | "cannot-judge";

/** `side` is where the printed number lies: -1 below the limit, 0 at it, 1 above it. */
function judgeSide(is: Rule["is"], side: number, comparator: Measurement["comparator"]): Judgment {
  if (comparator === undefined) {
    const met = is === "<" ? side < 0 : is === ">" ? side > 0 : side >= 0;
    return met ? "met" : "not-met";
  }
  if (comparator === "<") {
    // The true value lies below the printed one: at or below the limit it is surely below the limit.
    if (side > 0) return "open";
    return is === "<" ? "met" : "not-met";
  }
  // The true value lies above the printed one: at or above the limit it is surely above the limit.
  if (side < 0) return "open";
  return is === "<" ? "not-met" : "met";
}

function judge(rule: Rule, measurement: Measurement): Judgment {
  if (rule.methods !== undefined) {
    if (measurement.method === undefined || !rule.methods.includes(measurement.method)) return "cannot-judge";
  }
  if (rule.notMethods !== undefined) {
    if (measurement.method === undefined || rule.notMethods.includes(measurement.method)) return "cannot-judge";
  }
  if (rule.fixed !== undefined) {
    const limit = rule.fixed[measurement.unit];
    if (limit === undefined) throw new Error(`${rule.test} in ${measurement.unit} is not an accepted unit`);
    return judgeSide(rule.is, compareFixed(measurement.value, limit), measurement.comparator);
  }
  const limit = rule.laboratory === undefined ? undefined : measurement[rule.laboratory];
  if (limit === undefined) return "cannot-judge";
  // For a titer the laboratory's limit is the first positive titer, so the limit itself is positive.
  const is = rule.is === ">" && rule.laboratory === "high" && measurement.unit === "{titer}" ? ">=" : rule.is;
  return judgeSide(is, compareToLaboratory(measurement.value, limit, rule.times ?? 1n), measurement.comparator);
}

/** What all rules of one finding say of one value together. */
function judgeValue(rules: readonly Rule[], measurement: Measurement): Judgment {
  const judgments = rules.filter((rule) => rule.test === measurement.test).map((rule) => judge(rule, measurement));
  if (judgments.includes("met")) return "met";
  // An inequality such as "<50" that leaves one of the rules open leaves the value open: it decides only what is certain.
  if (judgments.includes("open")) return "open";
  return judgments.includes("not-met") ? "not-met" : "cannot-judge";
}

interface Measured {
  readonly status: Status;
  readonly occasionsMissing: boolean;
}

function measure(finding: string, measurements: readonly Measurement[]): Measured {
  const rules = RULES.filter((rule) => rule.finding === finding);
  const dates = new Set<string>();
  let undated = false;
  let values = 0;
  let unsettled = 0;
  for (const measurement of measurements) {
    if (!rules.some((rule) => rule.test === measurement.test)) continue;
    values += 1;
    const judgment = judgeValue(rules, measurement);
    if (judgment === "open" || judgment === "cannot-judge") unsettled += 1;
    if (judgment !== "met") continue;
    if (measurement.date === undefined) undated = true;
    else dates.add(measurement.date);
  }
  const occasions = dates.size > 0 ? dates.size : undated ? 1 : 0;
  const needed = Math.max(1, ...rules.map((rule) => rule.occasions ?? 1));
  if (occasions >= needed) return { status: "present", occasionsMissing: false };
  if (occasions > 0) return { status: "unknown", occasionsMissing: true };
  return { status: values > 0 && unsettled === 0 ? "absent" : "unknown", occasionsMissing: false };
}

const NUMBER_OF = new Map(FINDINGS.map((finding, number) => [finding, number]));

export function numberOf(finding: string): number {
  const number = NUMBER_OF.get(finding);
  if (number === undefined) throw new Error(`unknown finding: ${finding}`);
  return number;
}

const IMPLIES_NUMBERS = IMPLIES.map(([from, to]) => [numberOf(from), numberOf(to)] as const);
const ASSUMES_NUMBERS = ASSUMES.map(([from, to, status]) => [numberOf(from), numberOf(to), status] as const);

export const UNKNOWN = 0;
export const PRESENT = 1;
export const ABSENT = 2;

/** What the record says before anything follows from anything else, by finding number. */
export interface Entries {
  readonly stated: Uint8Array;
  readonly statedCause: (string | undefined)[];
  readonly measured: Uint8Array;
  readonly occasionsMissing: Uint8Array;
}

export interface Derived {
  readonly status: Uint8Array;
  readonly cause: (string | undefined)[];
  readonly assumed: number[];
  readonly contradictions: number[];
}

export function enter(record: SleRecord): Entries {
  const stated = new Uint8Array(FINDINGS.length);
  const statedCause: (string | undefined)[] = FINDINGS.map(() => undefined);
  for (const [finding, entry] of Object.entries(record.findings ?? {})) {
    const number = numberOf(finding);
    const status = typeof entry === "string" ? entry : entry.status;
    if (status === "present") {
      stated[number] = PRESENT;
      if (typeof entry !== "string") statedCause[number] = entry.explainedBy?.cause;
    } else if (status === "absent") {
      stated[number] = ABSENT;
    }
  }
  const measured = new Uint8Array(FINDINGS.length);
  const occasionsMissing = new Uint8Array(FINDINGS.length);
  FINDINGS.forEach((finding, number) => {
    const outcome = measure(finding, record.measurements ?? []);
    measured[number] = outcome.status === "present" ? PRESENT : outcome.status === "absent" ? ABSENT : UNKNOWN;
    occasionsMissing[number] = outcome.occasionsMissing ? 1 : 0;
  });
  return { stated, statedCause, measured, occasionsMissing };
}

export function derive(entries: Entries): Derived {
  const { stated, statedCause, measured } = entries;
  const status = new Uint8Array(FINDINGS.length);
  const cause: (string | undefined)[] = new Array(FINDINGS.length);

  // Present: by statement, by measurement, or passed forward, to the end of the longest chain.
  for (let finding = 0; finding < status.length; finding += 1) {
    if (stated[finding] === PRESENT || measured[finding] === PRESENT) status[finding] = PRESENT;
  }
  let changed = true;
  while (changed) {
    changed = false;
    for (const [from, to] of IMPLIES_NUMBERS) {
      if (status[from] === PRESENT && status[to] !== PRESENT) {
        status[to] = PRESENT;
        changed = true;
      }
    }
  }
  const contradictions: number[] = [];
  for (let finding = 0; finding < status.length; finding += 1) {
    if (stated[finding] === ABSENT && status[finding] === PRESENT) contradictions.push(finding);
  }

  // Absent: by statement or by measurement where nothing makes it present, or passed backward.
  for (let finding = 0; finding < status.length; finding += 1) {
    if (status[finding] === PRESENT) continue;
    if (stated[finding] === ABSENT || measured[finding] === ABSENT) status[finding] = ABSENT;
  }
  changed = true;
  while (changed) {
    changed = false;
    for (const [from, to] of IMPLIES_NUMBERS) {
      if (status[to] === ABSENT && status[from] === UNKNOWN) {
        status[from] = ABSENT;
        changed = true;
      }
    }
  }

  // The explanation: one's own if stated; none if stated or measured without; else that of the sources, if all have one.
  const explain = (finding: number): string | undefined => {
    if (stated[finding] === PRESENT) return statedCause[finding];
    if (measured[finding] === PRESENT) return undefined;
    let inherited: string | undefined;
    for (const [from, to] of IMPLIES_NUMBERS) {
      if (to !== finding || status[from] !== PRESENT) continue;
      const theirs = explain(from);
      if (theirs === undefined) return undefined;
      inherited ??= theirs;
    }
    return inherited;
  };
  for (let finding = 0; finding < status.length; finding += 1) {
    if (status[finding] === PRESENT) cause[finding] = explain(finding);
  }

  // Assumptions, last, and only where there is still no answer.
  const assumed: number[] = [];
  for (let finding = 0; finding < status.length; finding += 1) {
    if (status[finding] !== UNKNOWN) continue;
    let inherited: string | undefined;
    let unexplained = false;
    let conclusion = UNKNOWN;
    for (const [from, to, what] of ASSUMES_NUMBERS) {
      if (to !== finding || status[from] !== (what === "present" ? PRESENT : ABSENT)) continue;
      conclusion = what === "present" ? PRESENT : ABSENT;
      if (cause[from] === undefined) unexplained = true;
      else inherited ??= cause[from];
    }
    if (conclusion === UNKNOWN) continue;
    assumed.push(finding);
    cause[finding] = conclusion === PRESENT && !unexplained ? inherited : undefined;
    status[finding] = conclusion;
  }
  return { status, cause, assumed, contradictions };
}

/** Whether a ratio counts by the number of its unit, for a rule with this sign, and would not if it were converted. */
function conventionMatters(measurement: Measurement, is: ">" | ">="): boolean {
  const published = RATIO_500[measurement.unit];
  const converted = RATIO_500_CONVERTED[measurement.unit];
  if (measurement.test !== "urine-protein-creatinine-ratio" || !published || !converted) return false;
  const counts = (limit: Limit): boolean => {
    const side = compareFixed(measurement.value, limit);
    if (measurement.comparator === "<") return false;
    return measurement.comparator === ">" || is === ">=" ? side >= 0 : side > 0;
  };
  return counts(published) && !counts(converted);
}

export function readRecord(record: SleRecord): RecordReading {
  const entries = enter(record);
  const derived = derive(entries);
  const facts: Record<string, Fact> = {};
  const notices: Notice[] = [];
  FINDINGS.forEach((finding, number) => {
    const status = derived.status[number];
    const cause = derived.cause[number];
    if (status === PRESENT)
      facts[finding] = { status: "present", ...(cause === undefined ? {} : { explainedBy: cause }) };
    else facts[finding] = { status: status === ABSENT ? "absent" : "unknown" };
    if (status === UNKNOWN && entries.occasionsMissing[number] === 1) {
      notices.push({ code: "needs-another-occasion", finding });
    }
    if (derived.assumed.includes(number)) notices.push({ code: "assumed", finding });
  });
  for (const value of record.measurements ?? []) {
    if (conventionMatters(value, ">")) notices.push({ code: "unit-convention", finding: "proteinuria" });
    if (conventionMatters(value, ">=")) notices.push({ code: "unit-convention", finding: "proteinuria-500" });
  }
  return { facts, contradictions: derived.contradictions.map((number) => FINDINGS[number] ?? ""), notices };
}
