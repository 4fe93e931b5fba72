import type { Hazard } from "./types.ts";

const PITFALLS = "tests/pitfalls.test.ts";

/** What can go wrong for a patient or a learner, worst first. */
export const hazards: readonly Hazard[] = [
  {
    id: "H1",
    hazard: "A set gives other points or another verdict than its publication",
    causes: "A limit, weight or rule is copied wrongly, or the engine adds up wrongly.",
    effect: "A patient is put into a study or left out of one, or a clinician trusts a wrong number.",
    controls: [
      {
        says: "Every item has a source, records worked out by hand, and values below, at and above each limit.",
        provedBy: { file: "tests/check/trace.test.ts", title: "has no gap" },
      },
      {
        says: "The publications were read a second time into a program that shares no code with this one; both agree on every worked patient.",
        provedBy: { file: "tests/examples.test.ts", title: "worked patients" },
      },
      {
        says: "Each literal of the definitions that can decide a result was changed, one at a time, and a test noticed; every run of the tests does a part of that again.",
        provedBy: { file: "tests/mutation/mutation.test.ts", title: "each mutant of part" },
      },
      {
        says: "Mistakes that other calculators make are built in, and a named test notices each.",
        provedBy: { file: "tests/mistakes/mistakes.test.ts", title: "each line of the list is built in at least once" },
      },
    ],
    remains: "Items that were read in reprints only, or not yet; each is marked where it is shown.",
  },
  {
    id: "H2",
    hazard: "What is unknown is taken as absent or as present",
    causes: "A question that was not asked looks like one that was answered with no.",
    effect: "A verdict seems settled while an open test could turn it round.",
    controls: [
      {
        says: "A form opens with nothing answered.",
        provedBy: {
          file: "tests/browser/calculator.test.ts",
          title: "opens empty, with nothing present and nothing absent",
        },
      },
      {
        says: "A verdict is given only when every way of answering the rest comes to it.",
        provedBy: {
          file: "tests/scoring/properties.test.ts",
          title: "an answer never unsettles a verdict, and never widens the bounds",
        },
      },
      {
        says: "An unanswered entry criterion is neither met nor not met.",
        provedBy: { file: PITFALLS, title: "3. an ANA that nobody answered is neither positive nor negative" },
      },
    ],
    remains: "A user who answers absent where nobody looked.",
  },
  {
    id: "H3",
    hazard: "A value is read in another unit, or against another limit, than it was measured in",
    causes: "Laboratories report one test in several units and with limits of their own.",
    effect: "A normal count is taken as low, or a low one as normal.",
    controls: [
      {
        says: "A number is never compared without its unit, and one that cannot be believed is refused with the unit that would fit.",
        provedBy: { file: PITFALLS, title: "12. a number is never compared without its unit" },
      },
      {
        says: "Units and limits are converted exactly, and a limit belongs to the side that is printed.",
        provedBy: { file: "tests/record/limits.test.ts", title: "there is one for every rule with a number" },
      },
      {
        says: "The same value in another unit gives the same result.",
        provedBy: {
          file: "tests/scoring/properties.test.ts",
          title: "the unit: the same value in another accepted unit gives the same results, to the byte",
        },
      },
    ],
    remains: "A believable number that was typed wrongly.",
  },
  {
    id: "H4",
    hazard: "A value or finding of another patient is in the record",
    causes:
      "A chart, a bundle or a letter holds more than one person; two windows are open; the patient was not changed.",
    effect: "A patient is judged by somebody else's results.",
    controls: [
      {
        says: "Results of several patients are refused as a whole, and in a chart only those count that say that they are of the patient in view.",
        provedBy: {
          file: "tests/fhir/whose.test.ts",
          title: "a result of another patient makes no card for the patient in view",
        },
      },
      {
        says: "Whose record is open is in view everywhere, and is said again after a pause.",
        provedBy: {
          file: "tests/browser/whose.test.ts",
          title: "is in view wherever one is, by label or by when it was begun",
        },
      },
      {
        says: "Nothing of one patient is left for the next.",
        provedBy: {
          file: "tests/browser/record.test.ts",
          title: "nothing said of one, opened for it or typed for it is left for the next",
        },
      },
      {
        says: "A line that is read late is entered for the patient for whom it was typed, or not at all.",
        provedBy: {
          file: "tests/browser/first-load.test.ts",
          title: "are never entered for the patient who comes next",
        },
      },
    ],
    remains: "A letter about two people that says so nowhere, or a user who types into the wrong record.",
  },
  {
    id: "H5",
    hazard: "An answer that was entered is lost, or an older one comes back",
    causes: "A full or cleared storage, a closed tab, two windows at once, a damaged entry, a new version.",
    effect: "A finding is missing from the result without anybody's knowing.",
    controls: [
      {
        says: "Each step is kept at once and is there after the page was closed without warning.",
        provedBy: {
          file: "tests/browser/record.test.ts",
          title: "answers are there again after the page is closed without warning",
        },
      },
      {
        says: "Where two windows changed one record at once, both are kept, as two patients.",
        provedBy: {
          file: "tests/app/_record/session/session.test.ts",
          title: "answers given while neither heard of the other are both kept, as two patients",
        },
      },
      {
        says: "Two windows that answer in the same moment lose neither answer, and both say so.",
        provedBy: {
          file: "tests/browser/windows.test.ts",
          title: "two windows that answer in the same moment keep both answers, and say so",
        },
      },
      {
        says: "An entry that is damaged or newer is said and never written over.",
        provedBy: {
          file: "tests/browser/record.test.ts",
          title: "a damaged entry is said, kept, and not written over",
        },
      },
      {
        says: "Storage that is full or forbidden is said, and the page works on.",
        provedBy: {
          file: "tests/browser/record.test.ts",
          title: "where nothing may be stored, the app says so and works on",
        },
      },
    ],
    remains: "A browser that clears its storage by itself; a file or a note is the copy that stays.",
  },
  {
    id: "H6",
    hazard: "A finding that something else explains counts, or one that does not is kept from counting",
    causes: "The sets differ in what they let an explanation take away.",
    effect: "Points for an infection or a drug, or missing points in a patient with both.",
    controls: [
      {
        says: "Attribution is applied set by set as printed, for each cause, and worked out by hand.",
        provedBy: { file: "tests/check/worked.test.ts", title: "one finding at a time" },
      },
      {
        says: "Where an explained finding still counts, that is said beside the verdict.",
        provedBy: {
          file: "tests/explain/true-words.test.ts",
          title: "of a finding that counts although it is explained is that it is explained, everywhere",
        },
      },
      {
        says: "An explanation does not stick to a corrected answer.",
        provedBy: { file: PITFALLS, title: "21. nothing sticks to a corrected answer" },
      },
    ],
    remains: "Whether something else explains a finding better is a judgment, and the user's.",
  },
  {
    id: "H7",
    hazard: "A reason that is shown is not true",
    causes: "Words are written apart from the numbers that they explain.",
    effect: "A learner remembers a wrong rule; a clinician corrects the wrong entry.",
    controls: [
      {
        says: "All words come from one account of the result and are held to the definitions over all pairs of finding and set.",
        provedBy: { file: "tests/explain/true-words.test.ts", title: "in the sections is what the states are" },
      },
      {
        says: "A note says nothing that is not of this record.",
        provedBy: {
          file: "tests/explain/letter.test.ts",
          title: "has no day, no value and no explanation that is not of this record, whatever was written before",
        },
      },
    ],
    remains: "Definitions in this project's own words, which may leave out what a reader needs.",
  },
  {
    id: "H8",
    hazard: "What a letter, a bundle or a typed line says is read as something else",
    causes: "Denials, doubt, family history, ranges, dates, abbreviations, look-alike codes.",
    effect: "A denied finding counts as present.",
    controls: [
      {
        says: "Nothing that was read counts before a person has confirmed it.",
        provedBy: { file: "tests/browser/import.test.ts", title: "nothing counts before it is confirmed" },
      },
      {
        says: "What is denied, doubted or told of somebody else is never entered as present.",
        provedBy: {
          file: "tests/find/certain.test.ts",
          title: "what is denied, doubted or told of somebody else is never entered as present",
        },
      },
      {
        says: "What was not understood is listed with why, and never left out in silence.",
        provedBy: {
          file: "tests/fhir/import.test.ts",
          title: "what was not understood is listed once, with why and how often",
        },
      },
    ],
    remains: "A proposal that is wrong and is confirmed without a look at the text beside it.",
  },
  {
    id: "H9",
    hazard: "A classification is taken for a diagnosis, or its absence for health",
    causes: "A verdict in large letters, copied without its context.",
    effect: "A patient is treated, or sent away, because of a score.",
    controls: [
      {
        says: "The statement that this does not diagnose ends every note for a letter, and stands on every page.",
        provedBy: {
          file: "tests/explain/letter.test.ts",
          title: "is three to six lines, ends in the statement and what worked it out",
        },
      },
      {
        says: "No probability is shown, by any set.",
        provedBy: { file: PITFALLS, title: "24. no result holds a probability, a chance or a percentage" },
      },
    ],
    remains: "Whoever reads a number may still make a diagnosis of it.",
  },
  {
    id: "H10",
    hazard: "A number cannot be worked out again, or an old version answers",
    causes: "Definitions change; a page is kept by a browser; a note has no version.",
    effect: "Two numbers for one patient, and nobody knows which stands.",
    controls: [
      {
        says: "A file carries the version and the hash of the definitions, as notes, paper and answers of one record do.",
        provedBy: {
          file: "tests/share/file.test.ts",
          title: "a file names the version and the definitions, and carries the statement with the result",
        },
      },
      {
        says: "A new version is offered and taken only when asked, and a record is not lost by it.",
        provedBy: {
          file: "tests/browser/offline.test.ts",
          title: "a new version is offered, and taken only when asked",
        },
      },
    ],
    remains: "A link or a file that is opened years later is read by the definitions of that day, which it names.",
  },
  {
    id: "H11",
    hazard: "A learner is marked wrong for a right answer, or right for a wrong one",
    causes: "A case says in words what its record does not.",
    effect: "A wrong rule is learned.",
    controls: [
      {
        says: "What a case tells and what its record holds are held to each other.",
        provedBy: { file: "tests/practice/cases.test.ts", title: "the cases" },
      },
      {
        says: "The key of a round shows the rule and its source.",
        provedBy: {
          file: "tests/rounds/view.test.ts",
          title: "shows the key with the misreading that the commonest wrong answer stands for",
        },
      },
    ],
    remains: "A case of one's own is as right as the person who wrote it.",
  },
  {
    id: "H12",
    hazard: "Somebody cannot use it, or reads something else in it",
    causes: "A small screen, a keyboard alone, a screen reader, colors that cannot be told apart, no network.",
    effect: "An answer is given in the wrong place, or a remark is not seen.",
    controls: [
      {
        says: "Every page passes an automatic check of accessibility.",
        provedBy: {
          file: "tests/browser/accessibility.test.ts",
          title: "axe finds nothing wrong on any page of the build, and no target is too small on a phone",
        },
      },
      {
        says: "A whole patient can be entered with the keyboard alone.",
        provedBy: {
          file: "tests/browser/find.test.ts",
          title: "a whole patient of ten findings needs nothing but the keyboard",
        },
      },
      {
        says: "After one visit a patient is scored, kept and noted without a network.",
        provedBy: {
          file: "tests/browser/offline.test.ts",
          title: "after one visit a patient is scored, kept and noted without a network",
        },
      },
    ],
    remains:
      "It was tried in two families of browsers, in one of them by a command alone, and with no screen reader by people who need one.",
  },
];
