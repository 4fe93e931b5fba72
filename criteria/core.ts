/**
 * The definitions without what scoring, explaining and asking do not need: the names by which findings are found
 * (names.ts), words, sources and worked patients. A sixth of their size, and the same everywhere. In the browser it is
 * what every page loads, worked out when the app is built (scripts/criteria-as-data.ts).
 */
import { definitions as written } from "./registry.ts";
import type {
  Attribution,
  Criterion,
  Definitions,
  Entry,
  Finding,
  FindingId,
  LabTest,
  ReferenceCriterion,
  ReferenceFinding,
  ReferenceLabTest,
  ReferenceSet,
  TestId,
} from "./types.ts";

function finding({ label, group, decidedBy, equivalentTest, countsNowhere }: ReferenceFinding): Finding {
  return {
    label,
    group,
    ...(decidedBy && { decidedBy }),
    ...(equivalentTest && { equivalentTest }),
    ...(countsNowhere && { countsNowhere }),
  };
}

function test(written: ReferenceLabTest): LabTest {
  const {
    synonyms,
    recordNames,
    alsoSaidOf,
    otherAssays,
    beside,
    besideDoubted,
    markedTo,
    codes,
    otherCodes,
    ...kept
  } = written;
  return kept;
}

const criterion = ({ id, title, weight, when }: ReferenceCriterion): Criterion => ({ id, title, weight, when });

const entry = ({ title, when }: Entry): Entry => ({ title, when });

function attribution(written: Attribution): Attribution {
  return written.kind === "any-other-cause"
    ? { kind: written.kind }
    : { kind: written.kind, excludes: written.excludes };
}

function set(written: ReferenceSet): Definitions["sets"][number] {
  const { id, title, short, year, rule, outcome, unit, classifiedWhen, cautions } = written;
  return {
    id,
    title,
    short,
    year,
    rule,
    attribution: attribution(written.attribution),
    outcome,
    unit,
    ...(written.entry && { entry: entry(written.entry) }),
    domains: written.domains.map((domain) => ({ ...domain, criteria: domain.criteria.map(criterion) })),
    classifiedWhen,
    cautions,
  };
}

/** Each part of a record, made narrower. */
function each<Id extends string, Whole, Part>(parts: Readonly<Record<Id, Whole>>, narrow: (part: Whole) => Part) {
  const entries = (Object.entries(parts) as [Id, Whole][]).map(([id, part]) => [id, narrow(part)] as const);
  return Object.fromEntries(entries) as Record<Id, Part>;
}

const { groups, implications, assumptions, otherForms } = written;

export const definitions: Definitions = {
  groups,
  findings: each<FindingId, ReferenceFinding, Finding>(written.findings, finding),
  tests: each<TestId, ReferenceLabTest, LabTest>(written.tests, test),
  implications,
  assumptions,
  otherForms,
  sets: written.sets.map(set),
};
