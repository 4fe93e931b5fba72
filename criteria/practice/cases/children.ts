import type { PracticeCase } from "../types.ts";

export const children = [
  {
    id: "pupil-tired",
    title: "A pupil who misses school",
    difficulty: 1,
    patient: { age: 14, sex: "female" },
    story: {
      history: "A {patient} has been [too tired for school](fatigue) since Easter.",
      examination: "[Both cheeks are red, the nasolabial folds free](malar-rash). {0}.",
      laboratory: "{1}, {2}, {3} and {4}.",
    },
    record: {
      format: "sle-record/1",
      findings: { fatigue: "present", "malar-rash": "present" },
      measurements: [
        { test: "swollen-joints", value: 4, unit: "{count}" },
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.4, unit: "10*9/L" },
        { test: "c3", value: 0.7, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.12, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "malar-rash", says: "The rules are those for adults; no limit and no threshold changes with age." },
      { finding: "leukopenia-twice", says: "Low once; two occasions are asked for here.", sets: ["acr-1997"] },
      { finding: "low-c3", says: "C3 is low and C4 is not: 3.", sets: ["eular-acr-2019"] },
      { finding: "low-c3", says: "Both have to be low here.", sets: ["slerpi"] },
    ],
  },
  {
    id: "swimmer-young",
    title: "A young swimmer",
    difficulty: 2,
    patient: { age: 12, sex: "male" },
    story: {
      history: "A {patient} stopped training because {her/his} fingers swell.",
      examination: "{0}. [Three painless ulcers of the hard palate](oral-ulcers).",
      laboratory: "{1}, {2} and {3}. [Lupus anticoagulant positive](lupus-anticoagulant).",
    },
    record: {
      format: "sle-record/1",
      findings: { "oral-ulcers": "present", "lupus-anticoagulant": "present" },
      measurements: [
        { test: "swollen-joints", value: 5, unit: "{count}" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 5.1, unit: "10*9/L" },
        { test: "platelets", value: 180, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "lupus-anticoagulant",
        says: "6, 2 and 2 make exactly 10. Studies of children found that 13 keeps more others out; it is no rule.",
        sets: ["eular-acr-2019"],
      },
      { finding: "lupus-anticoagulant", says: "An immunologic criterion here.", sets: ["slicc-2012", "acr-1997"] },
    ],
  },
  {
    id: "girl-slapped-cheeks",
    title: "A girl whose class is ill",
    difficulty: 2,
    patient: { age: 9, sex: "female" },
    story: {
      history: "Half the class of a {patient} has had slapped cheeks this month; {her/his} parvovirus IgM is positive.",
      examination:
        "[Red cheeks](malar-rash), [which fifth disease explains](!malar-rash). {0}, [the joints of fifth disease](!synovitis-2-joints).",
      laboratory: "{1}. {2}, [low with the virus](!leukopenia).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "malar-rash": { status: "present", explainedBy: { cause: "infection", text: "parvovirus" } },
        "synovitis-2-joints": { status: "present", explainedBy: { cause: "infection", text: "parvovirus" } },
        leukopenia: { status: "present", explainedBy: { cause: "infection", text: "parvovirus" } },
      },
      measurements: [
        { test: "swollen-joints", value: 4, unit: "{count}" },
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.2, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "ana-1-80", says: "1:80 opens the entry, and nothing that counts follows.", sets: ["eular-acr-2019"] },
      {
        finding: "malar-rash",
        says: "The virus explains cheeks, joints and white cells.",
        sets: ["eular-acr-2019", "slerpi"],
      },
      {
        finding: "synovitis-2-joints",
        says: "For joints no exclusion is printed here: they count although the virus explains them.",
        sets: ["slicc-2012"],
      },
      {
        finding: "malar-rash",
        says: "No exclusion is printed here: what the virus explains counts.",
        sets: ["acr-1997"],
      },
    ],
  },
  {
    id: "girl-swollen-eyes",
    title: "A girl with swollen eyes",
    difficulty: 2,
    patient: { age: 15, sex: "female" },
    story: {
      history: "A {patient} wakes with swollen eyes; by evening [{her/his} ankles are thick](leg-edema).",
      examination: "Blood pressure 118/70 mmHg. [The cheeks are clear](-malar-rash).",
      laboratory: "{0}, {1} and {2}. Protein was measured for the first time.",
      biopsy:
        "Kidney: [class V lupus nephritis](biopsy-class-2-or-5), [nothing of class III or IV](-biopsy-class-3-or-4).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "leg-edema": "present",
        "malar-rash": "absent",
        "biopsy-class-2-or-5": "present",
        "biopsy-class-3-or-4": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "urine-protein-24h", value: 4.1, unit: "g/(24.h)" },
        { test: "c3", value: 1.1, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "biopsy-class-2-or-5",
        says: "8, and the protein in the same domain adds nothing.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "biopsy-lupus-nephritis",
        says: "The biopsy beside a positive ANA is enough here, in a child as in an adult.",
        sets: ["slicc-2012"],
      },
      { finding: "proteinuria-persistent", says: "Measured once: that it persists is not shown.", sets: ["acr-1997"] },
    ],
  },
] as const satisfies readonly PracticeCase[];
