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

/** Who tells of a child that is the patient. */
export const PARENTS: readonly string[] = ["mother", "mom", "mum", "mummy", "father", "dad", "parent", "guardian"];

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
  "fiance",
  "fiancé",
  "fiancee",
  "fiancée",
  "spouse",
  "donor",
  "flatmate",
  "roommate",
  "housemate",
  "classmate",
  "schoolmate",
  "coworker",
  "workmate",
  "landlord",
  "landlady",
  "law",
  "stepson",
  "stepdaughter",
  "godmother",
  "godfather",
  "acquaintance",
  "bystander",
  "carer",
  "caregiver",
  "caretaker",
  "kin",
  "grandchild",
  "grandchildren",
  "grandson",
  "granddaughter",
  "stepbrother",
  "stepfather",
  "roomate",
  "newborn",
  "neonate",
  "neonatal",
  "fetus",
  "fetal",
];

/** Another person where they are somebody's: a patient can be one, too. */
export const SOMEBODYS: readonly string[] = [
  "lodger",
  "tenant",
  "boss",
  "manager",
  "employer",
  "employee",
  "teacher",
  "student",
  "pupil",
  "client",
  "nanny",
  "babysitter",
  "assistant",
  "dog",
  "cat",
  "pet",
  "horse",
];

/** Children: another person where they are somebody's, or beside a patient who has borne them; a patient can be one. */
export const CHILDREN: readonly string[] = ["child", "children", "baby", "babies", "infant", "toddler", "kid"];

/** Before a child, these say whose it is. */
export const WHOSE: readonly string[] = ["her", "his", "their", "my", "whose"];

/** Words that say that the patient has borne a child. */
export const HAS_BORNE: readonly string[] = [
  "delivered",
  "delivery",
  "pregnancy",
  "pregnant",
  "birth",
  "postpartum",
  "cesarean",
  "caesarean",
  "breastfeeding",
  "postnatal",
  "antenatal",
];

/** Other persons in several words. */
export const OTHER_PERSON_PHRASES: readonly string[] = [
  "(patient|man|woman|lady|gentleman|girl|boy|person|one) (in|at|from|of) (the|a) (next|other|opposite|neighboring|neighbouring|adjacent|adjoining) (bed|room|bay|cubicle|ward|chair)",
  "(patient|man|woman|lady|gentleman|girl|boy|person) (next|opposite|beside|alongside) [to] (her|him|the)",
  "(bed|room) (neighbor|neighbour|mate)",
  "(fellow|neighboring|neighbouring) patient",
  "(person|man|woman|lady|gentleman|girl|boy|student) (who|she|he|with whom) [she|he] (shares|shared|lives|lived)",
  "cord blood",
  "umbilical [cord] [blood]",
];

/** Directly behind a person these make a thing of it: "donor-specific antibodies", "fetal loss", "the neonatal period". */
export const THING_OF_PERSON: readonly string[] = [
  "specific",
  "site",
  "egg",
  "kidney",
  "organ",
  "transplant",
  "transplantation",
  "nephrectomy",
  "card",
  "period",
  "age",
  "unit",
  "loss",
  "death",
  "demise",
  "heart",
  "monitoring",
  "medicine",
  "ward",
  "care",
  "movement",
  "growth",
  "scan",
  "planning",
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
  "bring",
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
