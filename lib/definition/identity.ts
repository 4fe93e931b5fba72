import type {
  Classification,
  Code,
  CriteriaSet,
  NamedDefinitions,
  NamedFinding,
  NamedLabTest,
} from "../../criteria/types.ts";

/** Which app, with which definitions, made a result: what is needed to work out the same number again years later. */
export interface Identity {
  /** Of the app, such as "0.1.0". */
  readonly version: string;
  /** Of the definitions: "sha256:" and 64 hexadecimal digits. */
  readonly definitions: string;
}

const code = ({ system, code: itself, presence, method }: Code) => ({ system, code: itself, presence, method });

const finding = ({ decidedBy, codes }: NamedFinding) => ({
  decidedBy: decidedBy?.map(({ note: _, ...rule }) => rule),
  codes: codes?.map(code),
});

const test = ({ units, plausible, usual, limits, methods, titer, codes }: NamedLabTest) => ({
  units: units.map(({ label: _, ...unit }) => unit),
  plausible,
  usual,
  limits: limits?.map(({ label: _, ...limit }) => limit),
  methods: methods?.map(({ label: _, ...method }) => method),
  titer,
  codes: codes?.map(code),
});

function classification(when: Classification): unknown {
  switch (when.kind) {
    case "route":
      return { kind: when.kind, when: when.when };
    case "allOf":
    case "anyOf":
      return { kind: when.kind, of: when.of.map(classification) };
    default:
      return when;
  }
}

const set = ({ unit, attribution, entry, domains, classifiedWhen, cautions }: CriteriaSet) => ({
  unit,
  attribution: attribution.kind === "as-printed" ? { excludes: attribution.excludes } : attribution.kind,
  entry: entry?.when,
  domains: domains.map(({ id, group, criteria }) => ({
    id,
    group,
    criteria: criteria.map(({ id: criterion, weight, when }) => ({ id: criterion, weight, when })),
  })),
  classifiedWhen: classification(classifiedWhen),
  cautions: cautions.map(({ message: _, ...caution }) => caution),
});

const each = <Whole, Part>(parts: Readonly<Record<string, Whole>>, narrow: (part: Whole) => Part) =>
  Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, narrow(part)]));

/** Of the definitions, what a number or a verdict can depend on: every id, limit, weight and condition, and no words. */
export function decisive({ findings, tests, implications, assumptions, otherForms, sets }: NamedDefinitions): unknown {
  return {
    findings: each<NamedFinding, unknown>(findings, finding),
    tests: each<NamedLabTest, unknown>(tests, test),
    implications: implications.map(({ why: _, ...implication }) => implication),
    assumptions: assumptions.map(({ why: _, ...assumption }) => assumption),
    otherForms: otherForms.map(({ why: _, ...forms }) => forms),
    // By id: in which order the sets are shown decides nothing.
    sets: Object.fromEntries(sets.map((one) => [one.id, set(one)])),
  };
}

/** JSON without blanks, the keys of every object in the order of their characters: the same for the same data. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * A hash of what decides the results: another one as soon as any limit, weight, condition, unit, code or id is another,
 * and the same whatever the words are and in whatever order the files give it.
 */
export async function definitionsHash(definitions: NamedDefinitions): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(decisive(definitions)));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** "3f2a9c0d41b7": enough of the hash for people to compare two by eye. */
export function shortHash({ definitions }: Identity): string {
  return definitions.replace(/^sha256:/, "").slice(0, 12);
}

/** "0.1.0, definitions 3f2a9c0d41b7", as notes, cards, paper and the foot of every page say it after "version". */
export function versionWords(identity: Identity): string {
  return `${identity.version}, definitions ${shortHash(identity)}`;
}
