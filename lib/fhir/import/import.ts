import type { Definitions, Measurement } from "../../../criteria/types.ts";
import { error, shown } from "../../record/issues.ts";
import { firstFlaw } from "../../record/json.ts";
import { isTooDeep } from "../../record/json-depth.ts";
import { acceptedUnit, canonical } from "../../record/units.ts";
import { commentReader } from "./comments.ts";
import { conditionReader } from "./condition.ts";
import { type Fate, fatesOf, type Result } from "./corrections.ts";
import { dater, type Moment, momentOf, sameOccasions } from "./days.ts";
import { observationReader } from "./observation.ts";
import type { Body, Outcome } from "./outcome.ts";
import { type InView, isResult, type People, peopleIn } from "./people.ts";
import { type Convert, type ImportReport, type NotTaken, nothingRead, type Proposal } from "./report.ts";
import { type Json, nameOf, object, short, text, wordsOf } from "./resources.ts";
import { resourceFinder, type Source, sourcesIn } from "./source.ts";
import { kindOfSubject, whyNotRead } from "./unsafe.ts";

/** Characters that an import may have. */
export const LONGEST_IMPORT = 25_000_000;

/**
 * `today` is the last day that a result can be of, as YYYY-MM-DD; without it any day is taken. `inView` is the patient
 * whose chart is open: with it, nothing is proposed that does not say that it is of this patient.
 */
type ReadImport = (input: string | Json, convert?: Convert, today?: string, inView?: InView) => ImportReport;

/** A result or diagnosis with what it comes to. */
interface Found extends Unread {
  readonly what: string;
  readonly outcome: Outcome;
}

/** A result with the words that tell it where it takes the place of another. */
interface Unread extends Result {
  readonly inWords: () => string;
}

/**
 * A reader of FHIR R4 Bundles, or of single Observations and Conditions, for these definitions. It only proposes:
 * what it gives counts for nothing until a person confirms it. It reads what is in the text and follows no reference
 * out of it, so that its time grows with the length of the text and with nothing else.
 */
export function importer(definitions: Definitions): ReadImport {
  const observations = observationReader(definitions);
  const readCondition = conditionReader(definitions);
  return (input, convert, today, inView) => {
    const parsed = typeof input === "string" ? parse(input) : { root: input };
    if ("why" in parsed) return nothing(parsed.why);
    if (parsed.root["resourceType"] === "Bundle" && parsed.root["type"] === "history") {
      return nothing("It is a history, which holds earlier versions of a result beside the one that stands.");
    }
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
    const collected = new Collected();

    const foundIn = (source: Source): readonly Found[] => {
      const { resource } = source;
      const other = notPatient(source);
      if (other && !kindOfSubject(resource)) {
        const why = `it is about something that is no patient (${short(other, 40)})`;
        collected.add({ kind: "not-taken", what: wordsOf(resource["code"]), why }, resource);
        return [];
      }
      const onWhole = comments.onWhole(source);
      if (!isObservation(source)) {
        const outcome = withDoubt(readCondition(resource, today, onWhole), people.doubt(source));
        const what = wordsOf(resource["code"]);
        return [
          {
            source,
            codes: what,
            asked: what,
            hasMethods: false,
            part: 0,
            moment: {},
            method: "",
            says: () => sayingOf(outcome),
            what,
            isReadable: true,
            inWords: () => "",
            outcome,
          },
        ];
      }
      const refusal = observations.refusal(resource);
      const moment = moments.get(source) ?? {};
      const person = people.personOf(source);
      const doubt = people.doubt(source);
      const around = {
        dated: date(moment, person),
        person,
        comments: onWhole,
        commentsOn: comments.onPart,
        ...(doubt && { doubt }),
      };
      const counts = new Map<string, number>();
      return observations
        .partsOf(resource)
        .flatMap(({ part, codes, asked, hasMethods }, position): readonly Found[] => {
          // What is refused as a whole is said once.
          if (refusal && position > 0 && codes.length === 0) return [];
          const outcome = refusal ?? observations.read(resource, part, around, remembered);
          const known = codes.toSorted().join(" ");
          const before = counts.get(known) ?? 0;
          counts.set(known, before + 1);
          const method = part["method"] ?? resource["method"];
          return [
            {
              source,
              codes: known,
              asked,
              hasMethods,
              part: before,
              moment,
              method: method === undefined ? "" : wordsOf(method).toLowerCase(),
              says: () => sayingOf(outcome),
              isReadable: outcome.kind !== "not-taken",
              what: wordsOf(part["code"]),
              inWords: () => observations.inWords(part),
              outcome,
            },
          ];
        });
    };
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
    const unread = sources.filter((source) => isResult(source) && !known.has(source)).flatMap(resultsUnread);
    const read = found.filter(({ codes, source }) => codes !== "" && !whyNotRead(source.resource));
    const fates = fatesOf(read, [...found, ...unread]);
    const moved = movedDays(found, fates);
    const refusedOnce = new Set<Json>();
    for (const one of found) {
      const { resource } = one.source;
      if (one.outcome.kind === "not-taken" && isObservation(one.source) && observations.refusal(resource)) {
        if (refusedOnce.has(resource)) continue;
        refusedOnce.add(resource);
      }
      collected.add(withFate(one, fates.get(one), moved.get(one)), resource);
    }
    return { issues: [], resources: sources.length, strangers, ...collected.done() };
  };

  /** The results of a resource of which nothing is told, because it is another's or about something else. */
  function resultsUnread(source: Source): readonly Unread[] {
    const common = { source, part: 0, moment: momentOf(source.resource), method: "", isReadable: false };
    const parts = isObservation(source) ? observations.partsOf(source.resource) : [{ codes: [], asked: "" }];
    return parts.map(({ codes, asked }) => ({
      ...common,
      codes: codes.toSorted().join(" "),
      asked,
      hasMethods: false,
      says: () => "",
      inWords: () => "",
    }));
  }

  /** What an outcome says of a value, whatever its unit, limits and remarks are. */
  function sayingOf(outcome: Outcome): string {
    if (outcome.kind !== "proposals") return JSON.stringify(outcome);
    return JSON.stringify(
      outcome.bodies.map((body) => {
        if (body.kind === "finding") return [body.finding, body.status];
        const { test, value, unit, comparator } = body.measurement;
        const accepted = acceptedUnit(definitions.tests[test], unit);
        const { n, d } = accepted ? canonical(value, accepted) : { n: 0n, d: 1n };
        return [
          test,
          (Number(n) / Number(d)).toPrecision(12),
          accepted?.times ? "" : isScaled(test) ? "" : unit,
          comparator,
        ];
      }),
    );
  }

  function isScaled(test: Measurement["test"]): boolean {
    return definitions.tests[test].units.some((unit) => "times" in unit);
  }
}

const isObservation = ({ resource }: Source) => resource["resourceType"] === "Observation";

function otherThanResult(resource: Json): Outcome {
  const what = short(text(resource["resourceType"]) ?? "Resource", 40);
  return { kind: "not-taken", what, why: "only Observations and Conditions are read" };
}

/** Why nothing is read of results that are of several patients, or none of which is of the patient in view. */
function whyRefused({ count, stranger }: People, results: readonly Source[], inView: InView | undefined) {
  if (count > 1) return `It holds results of ${count} patients, and a record is of one. Export one patient alone.`;
  if (!inView || results.length === 0 || results.some((source) => !stranger(source))) return undefined;
  return `None of its ${results.length} results says that it is of the patient in view, ${short(inView.id, 64)}.`;
}

/** Days of values that are of one occasion with another of the same test, written in another time zone. */
function movedDays(found: readonly Found[], fates: ReadonlyMap<Result, Fate>): ReadonlyMap<Found, string> {
  const values = found.flatMap((one) => {
    if (one.outcome.kind !== "proposals" || fates.get(one)?.kind === "replaced") return [];
    const body = one.outcome.bodies.find(({ kind }) => kind === "measurement");
    return body?.kind === "measurement" && body.date ? [{ one, test: body.measurement.test, date: body.date }] : [];
  });
  const moved = new Map<Found, string>();
  for (const group of Map.groupBy(values, ({ test }) => test).values()) {
    const days = sameOccasions(group.map(({ one, date }) => ({ moment: one.moment, date })));
    for (const [position, day] of days) {
      const one = group[position]?.one;
      if (one) moved.set(one, day);
    }
  }
  return moved;
}

/** An outcome of which it is not certain whose it is. */
function withDoubt(outcome: Outcome, doubt: string | undefined): Outcome {
  if (outcome.kind !== "proposals" || doubt === undefined) return outcome;
  const bodies = outcome.bodies.map((body) => ({
    ...body,
    isDoubtful: true as const,
    remarks: [...body.remarks, doubt],
  }));
  return { kind: "proposals", bodies };
}

/** What a result comes to among the others. */
function withFate({ outcome, what, inWords, moment }: Found, fate: Fate | undefined, day: string | undefined): Outcome {
  if (outcome.kind !== "proposals") return outcome;
  if (fate?.kind === "replaced") {
    const by = (fate.by as Unread).inWords();
    const value = [inWords(), moment.day && `of ${moment.day}`].filter((one) => one).join(" ");
    return { kind: "not-taken", what, why: `${value}: ${fate.why}${by === "" ? "" : `, ${by}`}` };
  }
  const bodies = outcome.bodies.map((body): Body => {
    const dated = day === undefined ? body : onDay(body, day, moment);
    if (fate === undefined) return dated;
    return fate.kind === "choice"
      ? { ...dated, choice: fate.group }
      : { ...dated, isDoubtful: true, remarks: [...dated.remarks, fate.why] };
  });
  return { kind: "proposals", bodies };
}

function onDay(body: Body, date: string, { written = "" }: Moment): Body {
  const remarks = [
    ...body.remarks,
    `It is dated ${date}, as another one of the same night in another time zone: ${short(written, 40)}.`,
  ];
  return body.kind === "measurement"
    ? { ...body, date, measurement: { ...body.measurement, date }, remarks }
    : { ...body, date, remarks };
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

function emptyBecause(root: Json): string {
  if (root["resourceType"] === "Bundle") return "The Bundle has no resources.";
  return "It is no FHIR resource: there is no resourceType.";
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
          const before = this.proposals.get(key);
          this.proposals.set(key, before ? both(before, body) : { ...body, id: `${this.proposals.size}` });
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

/** One proposal of two that propose the same: what is said of either is said of it. */
function both(one: Proposal, other: Body): Proposal {
  const more = other.remarks.filter((remark) => !one.remarks.includes(remark));
  const { hasComment, choice, isDoubtful } = other;
  if (more.length === 0 && !hasComment && !choice && !isDoubtful) return one;
  return {
    ...one,
    remarks: [...one.remarks, ...more],
    ...(hasComment && { hasComment }),
    ...(choice && { choice }),
    ...(isDoubtful && { isDoubtful }),
  };
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
        remarks: [
          ...one.remarks,
          one.choice
            ? "There is another value of the same day: take the one that is right."
            : "There is another value of the same day, which counts as one occasion with it.",
        ],
      };
    }
    if (!disputed.has(one.finding)) return one;
    return { ...one, remarks: [...one.remarks, "Another result says the opposite: take the one that is right."] };
  });
}
