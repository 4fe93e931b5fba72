import type { Definitions } from "../../../criteria/types.ts";
import { isTooDeep } from "../../api/depth.ts";
import { error, shown } from "../../record/issues.ts";
import { firstFlaw } from "../../record/json.ts";
import { conditionReader } from "./condition.ts";
import { type Outcome, observationReader } from "./observation.ts";
import { type Convert, type ImportReport, type NotTaken, nothingRead, type Proposal } from "./report.ts";
import { type Json, nameOf, object, objects, short, text } from "./resources.ts";

/** Characters that an import may have. */
export const LONGEST_IMPORT = 25_000_000;

/** `today` is the last day that a result can be of, as YYYY-MM-DD; without it any day is taken. */
type Read = (input: string | Json, convert?: Convert, today?: string) => ImportReport;

/**
 * A reader of FHIR R4 Bundles, or of single Observations and Conditions, for these definitions. It only proposes:
 * what it gives counts for nothing until a person confirms it. It reads what is in the text and follows no reference,
 * so that its time grows with the length of the text and with nothing else.
 */
export function importer(definitions: Definitions): Read {
  const readObservation = observationReader(definitions);
  const readCondition = conditionReader(definitions);
  const outcomesOf = (resource: Json, convert: Convert | undefined, today: string | undefined): readonly Outcome[] => {
    switch (resource["resourceType"]) {
      case "Observation":
        return readObservation(resource, convert, today);
      case "Condition":
        return [readCondition(resource, today)];
      default: {
        const what = short(text(resource["resourceType"]) ?? "Resource", 40);
        return [{ kind: "not-taken", what, why: "only Observations and Conditions are read" }];
      }
    }
  };
  return (input, convert, today) => {
    const parsed = typeof input === "string" ? parse(input) : { root: input };
    if ("why" in parsed) return nothing(parsed.why);
    if (parsed.root["resourceType"] === "Bundle" && parsed.root["type"] === "history") {
      return nothing("It is a history, which holds earlier versions of a result beside the one that stands.");
    }
    const resources = resourcesIn(parsed.root);
    if (resources.length === 0) return nothing(emptyBecause(parsed.root));
    const patients = patientsIn(resources);
    if (patients > 1) {
      return nothing(`It holds results of ${patients} patients, and a record is of one. Export one patient alone.`);
    }
    const collected = new Collected();
    const remembered = convert && remembering(convert);
    for (const resource of resources) {
      for (const outcome of outcomesOf(resource, remembered, today)) collected.add(outcome, resource);
    }
    return { issues: [], resources: resources.length, ...collected.done() };
  };
}

/** Different units that are converted in one import. A chart of many years, from several laboratories, has some dozens. */
const MOST_UNITS = 200;

/**
 * The same values come back many times in a long history, and a conversion is slow. A unit that cannot be converted for
 * one value cannot be for another, and an import with more units than any chart has gets no more of them converted.
 */
function remembering(convert: Convert): Convert {
  const units = new Set<string>();
  const impossible = new Set<string>();
  const known = new Map<string, number>();
  return (value, from, to) => {
    if (units.size >= MOST_UNITS && !units.has(from)) return undefined;
    units.add(from);
    const pair = `${from} ${to}`;
    const key = `${value} ${pair}`;
    const found = known.get(key) ?? (impossible.has(pair) ? undefined : convert(value, from, to));
    if (found === undefined) impossible.add(pair);
    else known.set(key, found);
    return found;
  };
}

function nothing(why: string): ImportReport {
  return nothingRead([error("malformed", "", `${why} Nothing was read.`)]);
}

function parse(input: string): { readonly root: Json } | { readonly why: string } {
  if (input.length > LONGEST_IMPORT) return { why: "It is longer than 25 million characters." };
  const start = input.trimStart().slice(0, 1);
  if (start === "<") return { why: "It looks like XML or HTML; accepted: FHIR R4 as JSON." };
  if (isTooDeep(input)) return { why: "Lists and objects are nested deeper than FHIR ever nests them." };
  const plain = input.replace(/^\uFEFF/, "");
  // JSON.parse would say less of what is wrong, and would drop the first of two values without a word.
  const flaw = firstFlaw(plain);
  if (flaw?.repeated) return { why: `${shown(flaw.repeated.key)} is given twice, at ${short(flaw.repeated.path)}.` };
  if (flaw) return { why: `It is not valid JSON: read ${flaw.read}; accepted: FHIR R4 as JSON.` };
  const root = object(JSON.parse(plain));
  return root ? { root } : { why: "It is JSON, but no FHIR resource." };
}

/** The resources of a bundle, with those that they contain; or the resource itself. */
function resourcesIn(root: Json): readonly Json[] {
  const outer =
    root["resourceType"] === "Bundle"
      ? objects(root["entry"])
          .map((entry) => object(entry["resource"]))
          .filter((resource) => resource !== undefined)
      : [root];
  return outer
    .flatMap((resource) => [resource, ...objects(resource["contained"])])
    .filter((resource) => text(resource["resourceType"]) !== undefined);
}

function emptyBecause(root: Json): string {
  if (root["resourceType"] === "Bundle") return "The Bundle has no resources.";
  return "It is no FHIR resource: there is no resourceType.";
}

/**
 * How many patients the results are about. A bundle of one patient names one in each way of naming, or none; where
 * there are several patients, a result that names none could be anybody's.
 */
function patientsIn(resources: readonly Json[]): number {
  const results = resources.filter(
    ({ resourceType }) => resourceType === "Observation" || resourceType === "Condition",
  );
  const named = { reference: new Set<string>(), identifier: new Set<string>(), display: new Set<string>() };
  let unnamed = false;
  for (const { subject } of results) {
    const { reference, identifier, display } = object(subject) ?? {};
    const { system, value } = object(identifier) ?? {};
    // One patient may be named by a full address and by a short one.
    const short = text(reference)?.split("/_history/")[0]?.split("/").slice(-2).join("/");
    if (short) named.reference.add(short);
    else if (value) named.identifier.add(JSON.stringify([system, value]));
    else if (text(display)) named.display.add(`${display}`);
    else unnamed = true;
  }
  const present = new Set(resources.filter(({ resourceType }) => resourceType === "Patient").map(({ id }) => id)).size;
  return Math.max(...Object.values(named).map(({ size }) => size), unnamed ? present : 0);
}

class Collected {
  private readonly proposals = new Map<string, Proposal>();
  private readonly notTaken = new Map<string, NotTaken>();
  private needsConverter = false;

  add(outcome: Outcome, resource: Json): void {
    switch (outcome.kind) {
      case "needs-converter":
        this.needsConverter = true;
        return;
      case "not-taken": {
        const { what, why } = outcome;
        const key = JSON.stringify([what, why]);
        const before = this.notTaken.get(key);
        this.notTaken.set(key, {
          what,
          why,
          source: before?.source ?? nameOf(resource),
          count: (before?.count ?? 0) + 1,
        });
        return;
      }
      case "proposals":
        for (const body of outcome.bodies) {
          // The same result is often in a bundle twice, in a panel and on its own.
          const key = JSON.stringify(
            body.kind === "measurement" ? body.measurement : [body.finding, body.status, body.date],
          );
          if (!this.proposals.has(key)) this.proposals.set(key, { ...body, id: `${this.proposals.size}` });
        }
    }
  }

  done(): Pick<ImportReport, "proposals" | "notTaken" | "needsConverter"> {
    const proposals = [...this.proposals.values()];
    return {
      proposals: withDisagreements(proposals),
      notTaken: [...this.notTaken.values()],
      needsConverter: this.needsConverter,
    };
  }
}

/** Remarks on values of one test and day that differ, and on a finding that is proposed present and absent. */
function withDisagreements(proposals: readonly Proposal[]): readonly Proposal[] {
  const places = Map.groupBy(proposals, (one) =>
    one.kind === "measurement" ? `${one.measurement.test} ${one.measurement.date ?? "undated"}` : one.finding,
  );
  const statuses = (ones: readonly Proposal[]) =>
    new Set(ones.map((one) => (one.kind === "finding" ? one.status : undefined)));
  const disputed = new Set([...places].filter(([, ones]) => statuses(ones).size > 1).map(([place]) => place));
  return proposals.map((one) => {
    if (one.kind === "measurement") {
      const others = places.get(`${one.measurement.test} ${one.measurement.date ?? "undated"}`) ?? [];
      if (others.length < 2) return one;
      return {
        ...one,
        remarks: [...one.remarks, "There is another value of the same day: take the one that is right."],
      };
    }
    if (!disputed.has(one.finding)) return one;
    return { ...one, remarks: [...one.remarks, "Another result says the opposite: take the one that is right."] };
  });
}
