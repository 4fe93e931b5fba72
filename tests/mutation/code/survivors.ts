/** Mutants of code that no test notices, each with the reason why none has to. */

export interface Reason {
  readonly reason: string;
  /** It makes no difference to what anybody gets, except for time and memory: no test could notice. */
  readonly same?: true;
}

const reasonsFor = (why: Reason, file: string, ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [`${file} ${id}`, why]));

/** Mutants that come to the same. */
const same = (reason: string, file: string, ...ids: readonly string[]) => reasonsFor({ reason, same: true }, file, ids);

/** Mutants that do not come to the same, and that no test has to notice all the same. */
const left = (reason: string, file: string, ...ids: readonly string[]) => reasonsFor({ reason }, file, ids);

export const SURVIVORS: Readonly<Record<string, Reason>> = {
  ...same(
    "Only marks what is contradictory: any number below the first position does.",
    "lib/scoring/completions.ts",
    "CONTRADICTORY: -1 to -2",
  ),
  ...same(
    "The same result, only more slowly: what was worked out before is worked out again.",
    "lib/scoring/completions.ts",
    "completionsOf: without ofNothing.set(component, known);",
  ),
  ...left(
    "Where exactly the refusal begins is not tested at 20: it would go through a million answers. 21 are refused, 12 are read.",
    "lib/scoring/completions.ts",
    "MOST_UNKNOWN: 20 to 19",
    "completionsIn: unknown.length > MOST_UNKNOWN to unknown.length >= MOST_UNKNOWN",
  ),
  ...same(
    "An answer from which nothing follows is asked for all the same: none of what follows is missing.",
    "lib/scoring/completions.ts",
    "completionsIn: needs === 0 ? [] : [{ bit: 1 << i, needs }] to needs === -1 ? [] : [{ bit: 1 << i, needs }]",
  ),
  ...same(
    "The same result, only more slowly: what was worked out before is worked out again.",
    "lib/scoring/levers.ts",
    "leversOf: without leversFound.set(completions, levers);",
  ),
  ...same(
    "Every finding has a pair of answers that differ in it alone, and the first of them moves this to 0 or more.",
    "lib/scoring/levers.ts",
    "leverOf: 0 to -1",
  ),
  ...same(
    "There are no answers before the first or after the last, so that such a step is passed over as contradictory.",
    "lib/scoring/levers.ts",
    "leverOf: 0 to -1 (2)",
    "leverOf: answers < worlds.length to answers <= worlds.length",
  ),
  ...same(
    "The same result, only more slowly: the condition without its negations is worked out again.",
    "lib/scoring/evaluate.ts",
    "withoutNegations: without unnegated.set(condition, known);",
  ),
  ...same(
    "A short cut: with nothing counted there is no group whose loss could decide, and no notice.",
    "lib/scoring/explained-counted.ts",
    "explainedCounted: without if (counted.length === 0) return [];",
    "explainedCounted: counted.length === 0 to counted.length === -1",
  ),
  ...left(
    "Of exactly nine explained findings each deciding group would be named instead of one: more is said, and nothing else.",
    "lib/scoring/explained-counted.ts",
    "MANY: 8 to 9",
  ),
  ...same(
    "More groups are gone through, with a finding twice: its loss is no greater, and what is decisive stays so.",
    "lib/scoring/explained-counted.ts",
    "groupsOfSize: findings.slice(position + 1) to findings.slice(position + 0)",
  ),
  ...same(
    "A short cut: what is left of the parts is judged for each way of answering, and comes to the same.",
    "lib/scoring/left-open.ts",
    "all: without if (parts.includes(false)) return false;",
    "all: parts.filter((part) => part !== true) to parts",
    "all: part !== true to part !== false",
    "all: open.length < 2 ? only : (answers) => open.every((part) => isMet(part, answers)) to open.length < 1 ? only : (answers) => open.every((part) => isMet(part, answers))",
    "any: open.length > 0 to open.length >= 0",
    "any: open.length > 0 to open.length > -1",
    "any: bits === 0 ? false : bits to bits === -1 ? false : bits",
    "atLeast: without if (open.length < missing) return false;",
  ),
  ...same(
    "A short cut: a part in which nothing is unknown has no lever, so that what its others come to is never asked.",
    "lib/scoring/open.ts",
    "withoutEach: unknown.length > 0 ? combinedTotals(running[position] ?? [EMPTY], after, plan) : [] to unknown.length >= 0 ? combinedTotals(running[position] ?? [EMPTY], after, plan) : []",
    "withoutEach: unknown.length > 0 ? combinedTotals(running[position] ?? [EMPTY], after, plan) : [] to unknown.length > -1 ? combinedTotals(running[position] ?? [EMPTY], after, plan) : []",
  ),
  ...same(
    "The same result, only more slowly: whether a total classifies is worked out again.",
    "lib/scoring/open.ts",
    "pivotal: without known[place] = classified;",
  ),
  ...same(
    "Where the set does not classify every finding gets the same number here, whichever it is: it parts none of them.",
    "lib/scoring/open.ts",
    'openFindings: asAssessed === "classified" ? pivot.undoes : 0 to asAssessed === "classified" ? pivot.undoes : 1',
    'openFindings: asAssessed === "classified" ? pivot.undoes : 0 to asAssessed === "classified" ? pivot.undoes : -1',
  ),
  ...same(
    "Never taken: each pair has both its positions.",
    "lib/scoring/open.ts",
    "pivotal: 0 to 1",
    "pivotal: 0 to -1",
    "pivotal: 0 to 1 (2)",
    "pivotal: 0 to -1 (2)",
  ),
  ...same(
    "For a score a fact that is neither absent nor unknown is present, and nothing else of it is read.",
    "lib/scoring/other-readings.ts",
    "unexplainedSubtractions: { ...fact, liftedBy: [] } to { ...{}, liftedBy: [] }",
  ),
  ...same(
    "No rule asks for a score below 0, which the highest would have to be.",
    "lib/scoring/plan.ts",
    "planOf: 0 to -1",
  ),
  ...same(
    "The same result, only more slowly: without a finding that is not present nothing is lost.",
    "lib/scoring/robustness.ts",
    'robustnessOf: read .filter((finding) => facts[finding].status === "present") to read',
  ),
  ...same(
    "The same sets, only more slowly: an answer that adds nothing, or the same one twice, says no more than a smaller set that was found before.",
    "lib/scoring/robustness.ts",
    "minimalSets: choose(size - 1, position + 1) to choose(size - 1, position + 0)",
    "helpfulAnswers: tally !== CONTRADICTORY && more !== CONTRADICTORY to tally !== CONTRADICTORY || more !== CONTRADICTORY",
    "helpfulAnswers: tally !== CONTRADICTORY && more !== CONTRADICTORY && more !== tally to tally !== CONTRADICTORY && more !== CONTRADICTORY || more !== tally",
    "helpfulAnswers: tally !== CONTRADICTORY && more !== CONTRADICTORY && more !== tally to tally !== CONTRADICTORY && more !== CONTRADICTORY && more === tally",
  ),
  ...same(
    "It tries the set of no answers as well, which does not classify: only where it does not is anything tried.",
    "lib/scoring/robustness.ts",
    "minimalSets: 1 to 0",
  ),
  ...same(
    "A short cut: a criterion that no answer meets is judged for each, and never met.",
    "lib/scoring/tally.ts",
    "tallyByAnswers: left.filter((criterion) => criterion.left !== false) to left",
  ),
  ...same(
    "The same result, only more slowly: which parts a finding touches is worked out again.",
    "lib/scoring/without.ts",
    "totalsWithout: without touched.set(lost, known);",
  ),
  ...same(
    "What is past the earliest day is never today, so that either way it is in the future.",
    "lib/record/day.ts",
    "doubtOf: today !== undefined && date > today to today !== undefined && date >= today",
  ),
  ...same(
    "The same explanation, only more slowly: it is worked out again.",
    "lib/record/derive.ts",
    "explanationOf: without if (found) return found;",
    "explanationOf: without known.set(finding, explanation);",
  ),
  ...same(
    "A short cut: without a measurement none is found for any finding.",
    "lib/record/interpret.ts",
    "measureAll: without if (measurements.length === 0) return measured;",
    "measureAll: measurements.length === 0 to measurements.length === -1",
  ),
  ...same(
    "A finding that is met on as many occasions as are asked for is present, and never unknown.",
    "lib/record/interpret.ts",
    "needsAnotherOccasion: occasions.met < occasions.needed to occasions.met <= occasions.needed",
  ),
  ...same(
    "Never taken: a value in a unit that is not accepted is an error by itself, and no finding is worked out from it.",
    "lib/record/interpret.ts",
    "describeValue: acceptedUnit(tests[value.test], value.unit)?.label ?? value.unit to acceptedUnit(tests[value.test], value.unit)?.label",
  ),
  ...same(
    "One day is one occasion, by either way of counting.",
    "lib/record/measure.ts",
    "countOccasions: dated.size > 0 ? dated.size : Math.min(dates.length, 1) to dated.size > 1 ? dated.size : Math.min(dates.length, 1)",
  ),
  ...same(
    "Reading begins at the first character either way: there is none before it.",
    "lib/record/json.ts",
    'firstFlaw: { text, around: [], at: 0, next: "value" } to { text, around: [], at: -1, next: "value" }',
  ),
  ...same(
    "Of the laboratory's limit and the value one is 0, which is no multiple of the other.",
    "lib/record/limit-doubts.ts",
    "within: a.n > 0n && b.n > 0n && compare(a, times(b, many)) <= 0 to a.n >= 0n && b.n > 0n && compare(a, times(b, many)) <= 0",
    "within: a.n > 0n && b.n > 0n && compare(a, times(b, many)) <= 0 to a.n > 0n && b.n >= 0n && compare(a, times(b, many)) <= 0",
    "within: a.n > 0n && b.n > 0n && compare(a, times(b, many)) <= 0 to a.n > -1n && b.n > 0n && compare(a, times(b, many)) <= 0",
    "within: a.n > 0n && b.n > 0n && compare(a, times(b, many)) <= 0 to a.n > 0n && b.n > -1n && compare(a, times(b, many)) <= 0",
  ),
  ...same(
    "Of a longer text the first 57 characters are shown, however many more were kept until then.",
    "lib/record/issues.ts",
    "shown: JSON.stringify(value.slice(0, 100)) to JSON.stringify(value.slice(0, 101))",
    "shown: JSON.stringify(value.slice(0, 100)) to JSON.stringify(value.slice(0, 99))",
  ),
  ...same(
    "Never taken: a character that was found has a number.",
    "lib/record/one-line.ts",
    "writtenOut: (one.codePointAt(0) ?? 0) to (one.codePointAt(0) ?? 1)",
    "writtenOut: (one.codePointAt(0) ?? 0) to (one.codePointAt(0) ?? -1)",
  ),
  ...same(
    "The values are read in parts of another size, or with an empty part behind them, and come to the same.",
    "lib/record/parse.ts",
    "AT_ONCE: 200 to 201",
    "AT_ONCE: 200 to 199",
    "inParts: values.length <= AT_ONCE to values.length < AT_ONCE",
    "inParts: from < values.length to from <= values.length",
  ),
  ...same(
    "A short cut: without a result, or one that makes the finding present, no other finding shares one.",
    "lib/record/twins.ts",
    "twinsOf: without if (measured.size === 0) return [];",
    "twinsOf: measured.size === 0 to measured.size === -1",
    "twinsOf: without if (own.size === 0) return [];",
    "twinsOf: own.size === 0 to own.size === -1",
    "explainedElsewhere: without if (measured.size === 0 || !plan.findings.some(isExplained)) return [];",
    "explainedElsewhere: measured.size === 0 || !plan.findings.some(isExplained) to measured.size === -1 || !plan.findings.some(isExplained)",
    "explainedElsewhere: measured.size === 0 || !plan.findings.some(isExplained) to measured.size === 0 && !plan.findings.some(isExplained)",
  ),
  ...same(
    "Never taken: every wire that is used has a place.",
    "lib/cohort/circuit.ts",
    "programOf: place.get(wire ?? NEVER) ?? 0 to place.get(wire ?? NEVER) ?? -1",
  ),
  ...same(
    "An input has no sources: nothing reads what stands in their places.",
    "lib/cohort/circuit.ts",
    'circuit: { step: "input", a: 0, b: 0, c: 0 } to { step: "input", a: 0, b: -1, c: 0 }',
    'circuit: { step: "input", a: inputs.push(name) - 1, b: 0, c: 0 } to { step: "input", a: inputs.push(name) - 1, b: 0, c: -1 }',
  ),
  ...same(
    "The same bits in more memory: no place is used for another step.",
    "lib/cohort/circuit.ts",
    "lastUses: without last.set(source, wire);",
  ),
  ...same(
    "No two steps are joined in one loop: the same bits, only more slowly.",
    "lib/cohort/circuit.ts",
    "loopsFor: (uses.get(source) ?? 0) + 1 to (uses.get(source) ?? 0) + 0",
    "loopsFor: loops.get(source)?.sources.length === 2 to loops.get(source)?.sources.length === 1",
  ),
  ...same(
    "Only marks what holds for no patient: any number does under which no step is built.",
    "lib/cohort/circuit.ts",
    "NEVER: 0 to -1",
  ),
  ...same(
    "A step of two sources has no third: nothing reads what stands in its place.",
    "lib/cohort/circuit.ts",
    "circuit: 0 to 1",
    "circuit: 0 to -1",
  ),
  ...same(
    "The columns of a file let every class of causes explain a finding, or none of them.",
    "lib/cohort/facts.ts",
    "handedOn: explained.every((wire) => wire === NEVER) to explained.some((wire) => wire === NEVER)",
  ),
  ...same(
    "What is said to be explained stands above all else, which weighs 28 at the most.",
    "lib/rounds/candidates.ts",
    "ofFinding: (explained ? 100 : 0) + 4 * flips.length to (explained ? 101 : 0) + 4 * flips.length",
    "ofFinding: (explained ? 100 : 0) + 4 * flips.length to (explained ? 99 : 0) + 4 * flips.length",
  ),
  ...left(
    "A random byte more or less: too few are left for a code once in 10^23 times, or ten times as often.",
    "lib/rounds/code.ts",
    "CODE_BYTES: 32 to 33",
    "CODE_BYTES: 32 to 31",
  ),
  ...same(
    "The same misreadings, only more slowly: they are tried anew for each question about the set.",
    "lib/rounds/plan.ts",
    "planOf: without read.set(set, answers);",
  ),
  ...same(
    "Never taken: each criterion of a result is one of its set.",
    "lib/rounds/plan.ts",
    "ofSet: domain.criteria.find(({ id }) => id === criterion.id)?.title ?? criterion.id to domain.criteria.find(({ id }) => id === criterion.id)?.title",
  ),
  ...same(
    "Never taken: a file that is refused is refused for a reason.",
    "lib/rounds/prepare.ts",
    'readRound: first?.message ?? "The file cannot be read." to first?.message',
  ),
  ...left(
    "How far the lines of the file stand in: it is read the same.",
    "lib/rounds/prepare.ts",
    "writeRound: JSON.stringify(round, null, 2) to JSON.stringify(round, null, 3)",
    "writeRound: JSON.stringify(round, null, 2) to JSON.stringify(round, null, 1)",
  ),
  ...left(
    "A presenter's window says that it is there a millisecond sooner or later.",
    "lib/rounds/store.ts",
    "SEEN_EVERY: 10_000 to 10001",
    "SEEN_EVERY: 10_000 to 9999",
  ),
  ...same(
    "The same question, only more slowly: it is worked out for each phone.",
    "lib/rounds/view.ts",
    "phonesQuestion: without phonesQuestions.set(known, made);",
  ),
  ...left(
    "How far back the words that tell the sex of the patient may stand is not tested to the last word.",
    "lib/reading/context/people.ts",
    "PATIENT_WITHIN: 15 to 16",
  ),
  ...same(
    "The person is said to be another one twice, or a place before the first word is none of the words asked for.",
    "lib/reading/context/people.ts",
    "personScope: at - 1 to at - 0",
    'personScope: tokens[place]?.word ?? "" to tokens[place]?.word',
  ),
  ...left(
    "Half of what is said, or a little more, is on the same side of half an hour and of a day for every time that is said so.",
    "lib/reading/durations.ts",
    'countBefore: tokens[at - 1]?.word === "half" ? 0.5 : 1 to tokens[at - 1]?.word === "half" ? 0.6 : 1',
  ),
  ...same(
    "It looks at the first number of the span as well, which is none of the words that are looked for.",
    "lib/reading/loose-values.ts",
    "endsSpan: tokens.slice(Math.max(from, index - 6), index - 2) to tokens.slice(Math.max(from, index - 6), index - 1)",
  ),
  ...same(
    "A phrase of nothing but what may be missing would be passed over when it is compiled.",
    "lib/reading/phrases.ts",
    "waysToWrite: way.length > 0 to way.length > -1",
  ),
  ...same(
    "The last sign of ASCII is written as itself by what is done with all others, too.",
    "lib/reading/plain-text.ts",
    'writtenAs: character <= "~" to character < "~"',
  ),
  ...left(
    "How much of a line is shown before what was read in it is not tested to the last character.",
    "lib/reading/review.ts",
    "BEFORE: 40 to 41",
  ),
  ...same(
    "No word that a test allows beside its value is empty, so that an empty one is none of them either way.",
    "lib/find/beside.ts",
    'isBeside: word !== "" && allowed.some((one) => squeezed(one) === squeezed(word)) to word !== "?" && allowed.some((one) => squeezed(one) === squeezed(word))',
  ),
  ...left(
    "Only the order of hits that are as good as each other: a finding that no set reads before or after a test.",
    "lib/find/search.ts",
    'entriesOf: target.kind === "finding" ? reads.filter((set) => set.has(target.finding)).length : 0 to target.kind === "finding" ? reads.filter((set) => set.has(target.finding)).length : -1',
  ),
  ...same(
    "The short name of the one test that has other assays is one of its synonyms as well.",
    "lib/find/test-named.ts",
    "assayNames: [label, short, ...synonyms] to [label, ...synonyms]",
  ),
  ...same(
    "Only of a name of one letter would this be another, and none is so short, begins so or has a slip forgiven.",
    "lib/find/test-named.ts",
    "splitAt: /\\p{L}$/u.test(query.slice(0, at)) to /\\p{L}$/u.test(query.slice(1, at))",
  ),
};
