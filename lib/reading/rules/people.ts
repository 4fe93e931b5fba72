/** Persons other than the patient, as the experiencers of ConText. */
export const FIRST_DEGREE: readonly string[] = [
  "mother",
  "mom",
  "mum",
  "father",
  "dad",
  "sister",
  "brother",
  "sibling",
  "twin",
  "son",
  "daughter",
  "parent",
];

export const OTHER_PEOPLE: readonly string[] = [
  "aunt",
  "uncle",
  "cousin",
  "niece",
  "nephew",
  "grandmother",
  "grandfather",
  "grandparent",
  "grandma",
  "granny",
  "husband",
  "wife",
  "partner",
  "friend",
  "colleague",
  "neighbor",
  "neighbour",
  "relative",
  "family",
  "stepmother",
  "stepsister",
  "boyfriend",
  "girlfriend",
];

/** What a relative says of the patient: the relative is not the one who has it. */
export const TELLS: readonly string[] = [
  "report",
  "reported",
  "say",
  "said",
  "describe",
  "described",
  "noticed",
  "notice",
  "noted",
  "tell",
  "told",
  "state",
  "stated",
  "observed",
  "saw",
  "brought",
  "witnessed",
  "recall",
  "confirm",
  "confirmed",
  "is worried",
];

/** Before a person, these make a witness or a companion of it, not a bearer. */
export const NOT_BEARER: readonly string[] = ["by", "to", "told", "with", "from"];

export const HE: ReadonlySet<string> = new Set([
  "father",
  "dad",
  "brother",
  "son",
  "uncle",
  "nephew",
  "grandfather",
  "husband",
  "boyfriend",
]);
export const SHE: ReadonlySet<string> = new Set([
  "mother",
  "mom",
  "mum",
  "sister",
  "daughter",
  "aunt",
  "niece",
  "grandmother",
  "wife",
  "girlfriend",
]);
