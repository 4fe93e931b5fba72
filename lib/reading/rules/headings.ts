/** What stands under a heading is said of whom, or in which mode: section headings of letters, notes and forms. */
export type SectionKind =
  | "plain"
  | "family"
  | "planned"
  | "allergy"
  | "medication"
  | "query"
  | "reference"
  | "question"
  | "differential"
  | "denied"
  | "general"
  | "other-fluid"
  | "urine";

export const HEADINGS: readonly { readonly kind: SectionKind; readonly phrases: readonly string[] }[] = [
  { kind: "family", phrases: ["family [medical] (history|hx)", "fh", "fhx", "fam (hx|history)", "famhx"] },
  {
    kind: "planned",
    phrases: [
      "[discharge|management|follow] [up] plan",
      "plan",
      "to do",
      "recommendation",
      "next step",
      "follow up",
      "followup",
      "action",
      "request",
      "investigations (requested|ordered)",
      "(order|test) (placed|ordered|requested)",
      "order",
      "next bloods",
      "target",
      "what to do",
      "advice",
      "safety netting",
      "return precautions",
      "[topics|points|also] discussed",
      "[patient] education",
      "counseling",
      "goal",
      "[treatment|therapy] goal",
      "goal for [the] [next] [visit|week|month]",
    ],
  },
  {
    kind: "allergy",
    phrases: [
      "allergy",
      "allergie",
      "[drug] allergie",
      "adverse reaction",
      "(adr|adrs)",
      "intolerance",
      "(drug|adverse) [drug] (reaction|sensitivity|sensitivities)",
    ],
  },
  {
    kind: "medication",
    phrases: ["med", "medication", "current (med|medication|treatment)", "drug", "treatment", "rx"],
  },
  {
    kind: "query",
    phrases: [
      "clinical (detail|question|information|indication) [given]",
      "reason for (referral|request|consultation)",
      "indication",
      "question",
      "referral question",
      "impression [and] [plan] query",
    ],
  },
  {
    kind: "reference",
    phrases: [
      "guide [for] [anticardiolipin]",
      "interpretation",
      "comment",
      "remark",
      "mark",
      "[model] answer",
      "reference [range|interval|value]",
      "learning point",
      "remember",
      "reminder [of] [the] [definitions]",
      "definition",
      "note",
      "key to",
      "method",
      "about this test",
      "disclaimer",
      "teaching point",
      "discussion",
    ],
  },
  { kind: "question", phrases: ["question (1|2|3|4|5|6|7|8|9)", "q1", "q2", "q3"] },
  { kind: "differential", phrases: ["differential [diagnosis|diagnose]", "ddx", "dd"] },
  {
    kind: "denied",
    phrases: [
      "(denies|denied|denying)",
      "no (evidence|sign|symptom|complaint) of",
      "[pertinent] negative",
      "[pertinent] neg",
      "absent",
      "not (present|found|seen|detected)",
      "negative for",
      "none of",
      "no history of",
    ],
  },
  {
    kind: "general",
    phrases: [
      "inclusion [criteria]",
      "exclusion [criteria]",
      "eligibility",
      "(coverage|approval|authorization|stopping|withdrawal|referral) criteria",
    ],
  },
  {
    kind: "other-fluid",
    phrases: [
      "csf",
      "cerebrospinal fluid",
      "(pleural|synovial|ascitic|joint|pericardial|peritoneal) fluid",
      "aspirate",
      "lumbar puncture",
      "bal",
    ],
  },
  {
    kind: "urine",
    phrases: [
      "urine",
      "urinalysis",
      "ua",
      "[urine] microscopy",
      "urine (microscopy|dipstick|sediment|dip)",
      "dipstick",
    ],
  },
];

/** Headings under which the text is of the patient again. */
export const PLAIN_HEADINGS: readonly string[] = [
  "hpi",
  "history",
  "pmh",
  "pmhx",
  "past [medical] history",
  "personal history",
  "o e",
  "oe",
  "pe",
  "exam",
  "examination",
  "finding",
  "result",
  "value",
  "(last|latest|recent) (value|result|test|blood)",
  "[active|current|significant|past] problem [list]",
  "lab",
  "labs",
  "ros",
  "social history",
  "background",
  "diagnosis",
  "diagnoses",
  "course",
  "shx",
  "pshx",
  "impression",
];
