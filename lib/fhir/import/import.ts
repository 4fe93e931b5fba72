import type { Definitions } from "../../../criteria/types.ts";
import { isTooDeep } from "../../api/depth.ts";
import { error, type Issue } from "../../record/issues.ts";
import { conditionReader } from "./condition.ts";
import { type Outcome, observationReader } from "./observation.ts";
import type { Convert, ImportReport, NotTaken, Proposal } from "./report.ts";
import { type Json, nameOf, object, objects, short, text } from "./resources.ts";

/** Characters that an import may have. */
export const LONGEST_IMPORT = 25_000_000;

type Read = (input: string | Json, convert?: Convert) => ImportReport;

/**
 * A reader of FHIR R4 Bundles, or of single Observations and Conditions, for these definitions. It only proposes:
 * what it gives counts for nothing until a person confirms it. It reads what is in the text and follows no reference,
 * so that its time grows with the length of the text and with nothing else.
 */
export function importer(definitions: Definitions): Read {
  const readObservation = observationReader(definitions);
  const readCondition = conditionReader(definitions);
  const outcomesOf = (resource: Json, convert: Convert | undefined): readonly Outcome[] => {
    switch (resource["resourceType"]) {
      case "Observation":
        return readObservation(resource, convert);
      case "Condition":
        return [readCondition(resource)];
      default: {
        const what = short(text(resource["resourceType"]) ?? "Resource", 40);
        return [{ kind: "not-taken", what, why: "only Observations and Conditions are read" }];
      }
    }
  };
  return (input, convert) => {
    const parsed = typeof input === "string" ? parse(input) : { root: input };
    if ("why" in parsed) return nothing(parsed.why);
    const resources = resourcesIn(parsed.root);
    if (resources.length === 0) return nothing(emptyBecause(parsed.root));
    const patients = patientsIn(resources);
    if (patients.size > 1) {
      return nothing(
        `It holds results of ${patients.size} patients, and a record is of one. Export one patient alone.`,
      );
    }
    const collected = new Collected();
    const remembered = convert && remembering(convert);
    for (const resource of resources) {
      for (const outcome of outcomesOf(resource, remembered)) collected.add(outcome, resource);
    }
    return { issues: [], resources: resources.length, ...collected.done() };
  };
}

/** The same values come back many times in a long history, and a conversion is slow. */
function remembering(convert: Convert): Convert {
  const known = new Map<string, number | undefined>();
  return (value, from, to) => {
    const key = `${value} ${from} ${to}`;
    if (!known.has(key)) known.set(key, convert(value, from, to));
    return known.get(key);
  };
}

/** The report on something of which nothing was read, or that held nothing. */
export function nothingRead(issues: readonly Issue[]): ImportReport {
  return { issues, proposals: [], notTaken: [], resources: 0, needsConverter: false };
}

function nothing(why: string): ImportReport {
  return nothingRead([error("malformed", "", `${why} Nothing was read.`)]);
}

function parse(input: string): { readonly root: Json } | { readonly why: string } {
  if (input.length > LONGEST_IMPORT) return { why: "It is longer than 25 million characters." };
  const start = input.trimStart().slice(0, 1);
  if (start === "<") return { why: "It looks like XML or HTML; accepted: FHIR R4 as JSON." };
  if (isTooDeep(input)) return { why: "Lists and objects are nested deeper than FHIR ever nests them." };
  try {
    const root = object(JSON.parse(input.replace(/^\uFEFF/, "")));
    return root ? { root } : { why: "It is JSON, but no FHIR resource." };
  } catch {
    return { why: "It is not valid JSON; accepted: FHIR R4 as JSON." };
  }
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

/** Whom the results are about: the subjects that they name. A bundle of one patient names one, or none. */
function patientsIn(resources: readonly Json[]): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const resource of resources) {
    if (resource["resourceType"] !== "Observation" && resource["resourceType"] !== "Condition") continue;
    const reference = text(object(resource["subject"])?.["reference"]);
    // One patient may be named by a full address and by a short one.
    if (reference) subjects.add(reference.split("/_history/")[0]?.split("/").slice(-2).join("/") ?? reference);
  }
  return subjects;
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
  return proposals.map((one) => {
    if (one.kind === "measurement") {
      const others = places.get(`${one.measurement.test} ${one.measurement.date ?? "undated"}`) ?? [];
      if (others.length < 2) return one;
      return {
        ...one,
        remarks: [...one.remarks, "There is another value of the same day: take the one that is right."],
      };
    }
    const disagree = (places.get(one.finding) ?? []).some(
      (other) => other.kind === "finding" && other.status !== one.status,
    );
    if (!disagree) return one;
    return { ...one, remarks: [...one.remarks, "Another result says the opposite: take the one that is right."] };
  });
}
