import { worthOf } from "./identifiers.ts";
import { readReference } from "./reference.ts";
import { type Json, object, objects } from "./resources.ts";
import { dayOrNone, identifiersOf, isCorrection, isOfUnit, pointIn, type Result } from "./result.ts";
import { type Fate, whyReplaced } from "./which-stands.ts";

/**
 * A correction under the same number of the laboratory, of the same moment and test, replaces a result under another
 * code for that test. Where the methods of a test are told apart, or the code of the correction is not known here and
 * its unit is the same, a person has to say.
 */
export function correctOtherCodes(all: readonly Result[], standing: readonly Result[], fates: Map<Result, Fate>): void {
  const corrections = Map.groupBy(
    all
      .filter((result) => isCorrection(result) && !fates.has(result))
      .flatMap((result) => identifiersOf(result).map((number) => ({ key: `${number} ${pointIn(result)}`, result }))),
    ({ key }) => key,
  );
  if (corrections.size === 0) return;
  for (const result of standing) {
    if (isCorrection(result) || fates.has(result)) continue;
    const others = identifiersOf(result)
      .flatMap((number) => (corrections.get(`${number} ${pointIn(result)}`) ?? []).slice(0, 10))
      .map((one) => one.result)
      .filter((one) => one.codes !== result.codes && one.source !== result.source);
    const same = others.find(({ asked }) => asked === result.asked);
    if (same && !result.hasMethods) {
      fates.set(result, { kind: "replaced", by: same, why: whyReplaced(result, same) });
    } else if (same || others.some((one) => one.asked === "" && isOfUnit(one, result))) {
      const why =
        "A correction under another code has the same number of the laboratory: check whether this one stands.";
      fates.set(result, { kind: "doubtful", why });
    }
  }
}

/**
 * A correction without its partner of the same day, beside a result of another day that has its number of the
 * laboratory, its specimen, or its order and is of the day before or after: it may be its.
 */
export function doubtBesideOtherDay(results: readonly Result[], fates: Map<Result, Fate>): void {
  const keys = Map.groupBy(
    results.flatMap((result) =>
      [...identifiersOf(result), ...drawsOf(result)].map((name) => ({ key: `${result.asked} ${name}`, name, result })),
    ),
    ({ key }) => key,
  );
  for (const shared of keys.values()) {
    const days = Map.groupBy(shared, ({ result }) => dayOrNone(result));
    if (days.size < 2) continue;
    const alone = [...days.values()].flatMap((of) =>
      of.length === 1 && of[0] && isCorrection(of[0].result) ? of : [],
    );
    if (alone.length === 0) continue;
    const corrected = new Set(alone.map(({ result }) => dayNumber(result)));
    for (const { name, result } of shared) {
      if (fates.has(result)) continue;
      const isNear = [-1, 1].some((apart) => corrected.has(dayNumber(result) + apart));
      if (name.startsWith("order ") && !isNear) continue;
      fates.set(result, {
        kind: "doubtful",
        why: "A correction of another day has the same number of the laboratory, specimen or order: check which of them stands.",
      });
    }
  }
}

const dayNumber = ({ moment }: Result) => Date.parse(moment.day ?? "") / (24 * 60 * 60 * 1000);

/** Names of the specimen and of the orders that a result refers to. Two draws can be of one order, not of one specimen. */
function drawsOf({ source }: Result): readonly string[] {
  const { specimen, basedOn } = source.resource;
  const named = (prefix: string, one: Json | undefined) => {
    const reference = readReference(one?.["reference"], source.fullUrl);
    const identifier = object(one?.["identifier"]);
    return [
      ...(reference && reference.kind !== "contained" ? [`${prefix} ${JSON.stringify(reference)}`] : []),
      ...(identifier && worthOf(identifier) !== "nothing"
        ? [`${prefix} ${JSON.stringify([identifier["system"], identifier["value"]])}`]
        : []),
    ];
  };
  return [...named("specimen", object(specimen)), ...objects(basedOn).flatMap((order) => named("order", order))];
}
