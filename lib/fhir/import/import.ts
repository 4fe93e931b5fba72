import type { NamedDefinitions } from "../../../criteria/types.ts";
import { error } from "../../record/issues.ts";
import { type Found, movedDays, withDoubt, withFate } from "./among-others.ts";
import { Collected } from "./collected.ts";
import { commentReader, specimenNames } from "./comments.ts";
import { findingCodesOf, readCondition } from "./condition.ts";
import { remembering } from "./conversions.ts";
import { fatesOf } from "./corrections.ts";
import { dater, momentOf } from "./days.ts";
import { emptyBecause, parse } from "./import-text.ts";
import type { InView } from "./in-view.ts";
import { observationPlanOf, refusalOf } from "./observation.ts";
import type { Outcome } from "./outcome.ts";
import { type People, peopleIn } from "./people.ts";
import { type Convert, type ImportReport, nothingRead } from "./report.ts";
import { type Json, object, objects, short, text, wordsOf } from "./resources.ts";
import { diagnosisIn, type ImportPlan, isObservation, resultsUnread, valuesIn } from "./results-in.ts";
import { isPartOf, isResult, resourceFinder, type Source, sourcesIn } from "./source.ts";
import { kindOfSubject, whyNotRead } from "./unsafe.ts";

export function importPlanOf(definitions: NamedDefinitions): ImportPlan {
  return {
    definitions,
    observations: observationPlanOf(definitions),
    findingCodes: findingCodesOf(definitions),
  };
}

/**
 * Reads a FHIR R4 Bundle, or a single Observation or Condition. It only proposes: what it gives counts for nothing until
 * a person confirms it. It reads what is in the text and follows no reference out of it, so that its time grows with the
 * length of the text and with nothing else.
 *
 * `today` is the last day that a result can be of, as YYYY-MM-DD; without it any day is taken. `inView` is the patient
 * whose chart is open: with it, nothing is proposed that does not say that it is of this patient.
 */
export function readImport(
  plan: ImportPlan,
  input: string | Json,
  convert?: Convert,
  today?: string,
  inView?: InView,
): ImportReport {
  const parsed = typeof input === "string" ? parse(input) : { root: input };
  if ("why" in parsed) return nothing(parsed.why);
  const inside = sourcesIn(parsed.root);
  if ("why" in inside) return nothing(inside.why);
  const { sources } = inside;
  if (sources.length === 0) return nothing(emptyBecause(parsed.root));
  const find = resourceFinder(sources);
  const notPatient = (source: Source) => {
    // What a report contains is about what the report is about, where it does not say itself.
    const about = source.resource["subject"] === undefined ? source.whole : source.resource;
    const subject = find(object(about["subject"])?.["reference"], source);
    const kind = text(subject?.["resourceType"]);
    return kindOfSubject(about) ?? (kind === "Patient" ? undefined : kind);
  };
  const people = peopleIn(sources, find, (source) => notPatient(source) === undefined, inView);
  const results = sources.filter((source) => isResult(source) && notPatient(source) === undefined);
  const refused = whyRefused(people, results, inView);
  if (refused) return nothing(refused);
  const own = sources.filter((source) => !isResult(source) || !people.stranger(source));
  const moments = new Map(own.filter(isObservation).map((source) => [source, momentOf(source.resource)]));
  const date = dater([...moments.values()], today);
  const comments = commentReader(own, find);
  const remembered = convert && remembering(convert);
  const collected = new Collected(plan.definitions);

  /** The results of a resource that is of the patient, as far as nothing beside it is asked. */
  const foundIn = (source: Source): readonly Found[] => {
    const { resource } = source;
    const other = notPatient(source);
    if (other && !kindOfSubject(resource)) {
      const why = `it is about something that is no patient (${short(other, 40)})`;
      collected.add({ kind: "not-taken", what: wordsOf(resource["code"]), why }, resource);
      return [];
    }
    const onWhole = comments.onWhole(source);
    const doubt = people.doubt(source);
    if (!isObservation(source)) {
      return [diagnosisIn(source, withDoubt(readCondition(plan.findingCodes, resource, today, onWhole), doubt), plan)];
    }
    const moment = moments.get(source) ?? {};
    const person = people.personOf(source);
    const around = {
      dated: date(moment, person),
      person,
      comments: onWhole,
      commentsOn: comments.onPart,
      specimen: specimenNames(source, find),
      ...(doubt && { doubt }),
    };
    return valuesIn(source, moment, around, remembered, plan);
  };
  const part = isPartOf(parsed.root);
  if (part) collected.add({ kind: "not-taken", what: "Further results", why: NOT_ALL[part] }, parsed.root);
  const found: Found[] = [];
  let strangers = 0;
  for (const source of sources) {
    const { resource } = source;
    const stranger = people.stranger(source);
    if (!isResult(source)) collected.add(otherThanResult(resource), resource);
    else if (stranger && notPatient(source) === undefined) {
      strangers += 1;
      collected.add({ kind: "not-taken", what: wordsOf(resource["code"]), why: stranger }, resource);
    } else found.push(...foundIn(source));
  }
  // What is not of this patient, or not read, says nothing of this patient's results but that an earlier version of
  // it no longer stands, and that one was taken back.
  const known = new Set(found.map(({ source }) => source));
  const unread = sources
    .filter((source) => isResult(source) && !known.has(source))
    .flatMap((source) => resultsUnread(source, plan));
  const read = found.filter(({ codes, source }) => codes !== "" && !whyNotRead(source.resource));
  const fates = fatesOf(read, [...found, ...unread]);
  const moved = movedDays(found, fates);
  const refusedOnce = new Set<Json>();
  for (const one of found) {
    const { resource } = one.source;
    if (one.outcome.kind === "not-taken" && isObservation(one.source) && refusalOf(resource)) {
      if (refusedOnce.has(resource)) continue;
      refusedOnce.add(resource);
    }
    collected.add(withFate(one, fates.get(one), moved.get(one)), resource);
  }
  return { issues: [], resources: sources.length, strangers, ...collected.done() };
}

const NOT_ALL = {
  "next-page": "the Bundle is one page of several, and there is a further one: read that as well",
  count: "the Bundle holds fewer than its search found: read the others as well",
};

function otherThanResult(resource: Json): Outcome {
  const what = short(text(resource["resourceType"]) ?? "Resource", 40);
  const said = objects(resource["issue"]).map(({ severity, details, diagnostics }) => {
    const words = text(diagnostics) ?? (details === undefined ? "" : wordsOf(details));
    return [text(severity), words].filter((one) => one).join(": ");
  });
  if (what === "OperationOutcome" && said.length > 0) {
    return { kind: "not-taken", what, why: `the record says: ${short(said.join("; "))}` };
  }
  return { kind: "not-taken", what, why: "only Observations and Conditions are read" };
}

/** Why nothing is read of results that are of several patients, or none of which is of the patient in view. */
function whyRefused({ count, stranger }: People, results: readonly Source[], inView: InView | undefined) {
  if (count > 1) return `It holds results of ${count} patients, and a record is of one. Export one patient alone.`;
  if (!inView || results.length === 0 || results.some((source) => !stranger(source))) return undefined;
  return `None of its ${results.length} results says that it is of the patient in view, ${short(inView.id, 64)}.`;
}

function nothing(why: string): ImportReport {
  return nothingRead([error("malformed", "", `${why} Nothing was read.`)]);
}
