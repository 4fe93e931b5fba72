import type { PracticeCase } from "../types.ts";

export const kidney = [
  {
    id: "courier-swollen-ankles",
    title: "A courier with swollen ankles",
    difficulty: 1,
    patient: { age: 24, sex: "male" },
    story: {
      history: "A {patient} has had [swollen legs](leg-edema) for three weeks.",
      examination: "Blood pressure 150/95 mmHg. [No rash](-malar-rash).",
      laboratory: "{0}, {1} and {2}. [Red cell casts](red-cell-casts).",
      biopsy: "[Class IV lupus nephritis](biopsy-class-3-or-4).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "leg-edema": "present",
        "malar-rash": "absent",
        "red-cell-casts": "present",
        "biopsy-class-3-or-4": "present",
      },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "urine-protein-24h", value: 3.4, unit: "g/(24.h)" },
        { test: "c3", value: 0.95, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "biopsy-class-3-or-4",
        says: "10 points by itself; the proteinuria is in the same domain and adds nothing.",
        sets: ["eular-acr-2019"],
      },
      { finding: "leg-edema", says: "A sign of what is counted, and itself counted by none of the sets." },
    ],
  },
  {
    id: "clerk-class-five",
    title: "A clerk with foamy urine",
    difficulty: 2,
    patient: { age: 37, sex: "female" },
    story: {
      history: "A {patient} has foamy urine and [puffy ankles](leg-edema).",
      examination: "[No synovitis](-synovitis-2-joints). [No rub](-pericardial-rub).",
      laboratory: "{0}, {1} and {2}. [Anti-Sm is negative](-anti-sm).",
      biopsy:
        "[Class V lupus nephritis](biopsy-class-2-or-5), pure: [no class III or IV beside it](-biopsy-class-3-or-4).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "leg-edema": "present",
        "synovitis-2-joints": "absent",
        "pericardial-rub": "absent",
        "anti-sm": "absent",
        "biopsy-class-2-or-5": "present",
        "biopsy-class-3-or-4": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "urine-protein-creatinine-ratio", value: 2100, unit: "mg/g" },
        { test: "platelets", value: 260, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "biopsy-class-2-or-5",
        says: "8, not 12 with the proteinuria: they share a domain.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "biopsy-lupus-nephritis",
        says: "The biopsy beside a positive ANA is enough here, whatever the count.",
        sets: ["slicc-2012"],
      },
    ],
  },
  {
    id: "lawyer-mixed-class",
    title: "A lawyer after an insurance check",
    difficulty: 2,
    patient: { age: 33, sex: "female" },
    story: {
      history: "A {patient} is followed for protein in the urine found at an insurance check.",
      examination: "[The mouth is clear](-oral-ulcers).",
      laboratory: "{0}, {1}, {2} and {3}.",
      biopsy: "[Class III](biopsy-class-3-or-4) [together with class V](biopsy-class-2-or-5) lupus nephritis.",
    },
    record: {
      format: "sle-record/1",
      findings: { "oral-ulcers": "absent", "biopsy-class-3-or-4": "present", "biopsy-class-2-or-5": "present" },
      measurements: [
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "urine-protein-24h", value: 1800, unit: "mg/(24.h)" },
        { test: "c3", value: 0.7, unit: "g/L", low: 0.9 },
        { test: "anti-dsdna", value: 8, unit: "[IU]/mL", high: 10, method: "elisa" },
      ],
    },
    otherwise: "unknown",
    notes: [{ finding: "biopsy-class-3-or-4", says: "III with V scores 10, never 18.", sets: ["eular-acr-2019"] }],
  },
  {
    id: "accountant-half-gram",
    title: "An accountant with stiff mornings",
    difficulty: 2,
    patient: { age: 44, sex: "female" },
    story: {
      history:
        "A {patient} has had stiff hands since autumn, and [rashes on the arms the day after sun](photosensitivity), of which {she/he} has no picture.",
      examination:
        "[Four tender joints with an hour of morning stiffness](tender-joints-with-stiffness). The arms are clear today.",
      laboratory: "{0}, {1} and {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "tender-joints-with-stiffness": "present", photosensitivity: "present" },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "urine-protein-24h", value: 0.5, unit: "g/(24.h)" },
        { test: "c4", value: 0.12, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "proteinuria",
        says: "Exactly 0.5 g, and more than 0.5 g is asked for.",
        sets: ["eular-acr-2019", "slerpi"],
      },
      {
        finding: "proteinuria-500",
        says: "500 mg is printed here without a sign, so exactly 500 mg is counted.",
        sets: ["slicc-2012"],
      },
      {
        finding: "proteinuria-persistent",
        says: "One value of exactly 0.5 g is neither above it nor persistent.",
        sets: ["acr-1997"],
      },
    ],
  },
  {
    id: "baker-ratio",
    title: "A baker and a spot urine",
    difficulty: 3,
    patient: { age: 28, sex: "female" },
    story: {
      history:
        "A {patient} was found to have protein in the urine in one sample; [it was never repeated](?proteinuria-persistent).",
      examination: "[A butterfly rash, folds spared](malar-rash).",
      laboratory: "{0}, {1}, {2} and {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "malar-rash": "present" },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "urine-protein-creatinine-ratio", value: 62, unit: "mg/mmol" },
        { test: "white-cells", value: 4.6, unit: "10*9/L" },
        { test: "lymphocytes", value: 0.8, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "proteinuria",
        says: "In mg/mmol the published equivalent of 0.5 g a day is 50, and 62 is above it; converted it is 548 mg/g, above 500 as well.",
        sets: ["eular-acr-2019", "slicc-2012", "slerpi"],
      },
      {
        finding: "proteinuria-persistent",
        says: "One value does not show that it persists, which is asked for here.",
        sets: ["acr-1997"],
      },
      {
        finding: "lymphopenia-1000",
        says: "Lymphocytes are not read here, only white cells.",
        sets: ["eular-acr-2019", "slerpi"],
      },
    ],
  },
  {
    id: "pensioner-dialysis",
    title: "A pensioner on dialysis",
    difficulty: 2,
    patient: { age: 68, sex: "male" },
    story: {
      history:
        "A {patient} has been [on dialysis for two years](renal-failure) after decades of hypertension, and has [lost 6 kg](weight-loss).",
      examination:
        "[A systolic murmur of mitral disease](valve-disease). [Numb feet](peripheral-neuropathy), [ascribed to long-standing diabetes](!peripheral-neuropathy). [Tender finger joints on both sides, with no erosions and no bony nodes](nonerosive-arthritis).",
      laboratory: "{0}, {1} and {2}.",
      imaging: "[Fluid around both lungs](pleural-effusion), [ascribed to fluid overload](!pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "renal-failure": "present",
        "weight-loss": "present",
        "valve-disease": "present",
        "nonerosive-arthritis": "present",
        "peripheral-neuropathy": { status: "present", explainedBy: { cause: "other-disease", text: "diabetes" } },
        "pleural-effusion": { status: "present", explainedBy: { cause: "other", text: "fluid overload on dialysis" } },
      },
      measurements: [
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "platelets", value: 112, unit: "10*9/L" },
        { test: "white-cells", value: 6.9, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "pleural-effusion", says: "Fluid overload explains the effusion." },
      { finding: "peripheral-neuropathy", says: "Diabetes explains the neuropathy." },
      { finding: "renal-failure", says: "Loss of kidney function is counted by none of the sets." },
    ],
  },
  {
    id: "midwife-casts",
    title: "A midwife with brown urine",
    difficulty: 2,
    patient: { age: 36, sex: "female" },
    story: {
      history: "A {patient} has had brown urine and joint pain.",
      examination: "{0}, warm and tender. [Ulcers of the nasal septum](nasal-ulcers).",
      laboratory:
        "{1} and {2}. [Granular casts on two days](other-cellular-casts), [no red cell casts](-red-cell-casts). On the dipstick protein [stayed above 3+ for three months](proteinuria-persistent); it [was never measured](?proteinuria ?proteinuria-500).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "nasal-ulcers": "present",
        "other-cellular-casts": "present",
        "red-cell-casts": "absent",
        "proteinuria-persistent": "present",
      },
      measurements: [
        { test: "swollen-joints", value: 3, unit: "{count}" },
        { test: "ana-titer", value: 40, unit: "{titer}", high: 40 },
        { test: "c4", value: 0.05, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "proteinuria-persistent",
        says: "More than 3+ on the dipstick counts here where protein was never measured.",
        sets: ["acr-1997"],
      },
      {
        finding: "other-cellular-casts",
        says: "Granular casts count here as much as red cell casts.",
        sets: ["acr-1997"],
      },
      {
        finding: "ana-above-reference",
        says: "1:40 is above this laboratory's range, which is enough here.",
        sets: ["slicc-2012", "acr-1997", "slerpi"],
      },
      {
        finding: "ana-1-80",
        says: "1:40 does not open the entry, whatever the laboratory calls it.",
        sets: ["eular-acr-2019"],
      },
    ],
  },
  {
    id: "engineer-silent-lupus",
    title: "An engineer with swollen fingers",
    difficulty: 3,
    patient: { age: 30, sex: "male" },
    story: {
      history: "A {patient} has had swollen fingers and a facial rash since spring.",
      examination: "[A malar rash](malar-rash). {0}. [Palatal ulcers](oral-ulcers).",
      laboratory: "{1}, repeated [with the same result](-ana-above-reference). {2}, {3} and {4}.",
      biopsy: "[Class II lupus nephritis](biopsy-class-2-or-5).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "malar-rash": "present",
        "oral-ulcers": "present",
        "ana-above-reference": "absent",
        "biopsy-class-2-or-5": "present",
      },
      measurements: [
        { test: "swollen-joints", value: 6, unit: "{count}" },
        { test: "ana-titer", value: 40, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 88, unit: "[IU]/mL", high: 7, method: "farr" },
        { test: "c3", value: 0.6, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.07, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "ana-1-80",
        says: "However high the sum, nobody is classified here without the entry.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "biopsy-lupus-nephritis",
        says: "Beside the biopsy anti-dsDNA does as well as an ANA here.",
        sets: ["slicc-2012"],
      },
    ],
  },
  {
    id: "driver-all-normal-now",
    title: "A driver who is well on treatment",
    difficulty: 3,
    patient: { age: 45, sex: "male" },
    story: {
      history: "A {patient} has been well on treatment for a year. The file holds the older results.",
      examination: "[Nothing to see on the skin](-malar-rash).",
      laboratory: "{0}, {1}; {2}, {3}, {4}; {5}, {6}; {7}, {8}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "malar-rash": "absent" },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80, date: "2023-02-06" },
        { test: "ana-titer", value: 40, unit: "{titer}", high: 80, date: "2026-01-12" },
        { test: "white-cells", value: 2.9, unit: "10*9/L", date: "2023-02-06" },
        { test: "white-cells", value: 3.3, unit: "10*9/L", date: "2023-03-20" },
        { test: "white-cells", value: 5.6, unit: "10*9/L", date: "2026-01-12" },
        { test: "urine-protein-24h", value: 1.4, unit: "g/(24.h)", date: "2023-02-06" },
        { test: "urine-protein-24h", value: 0.1, unit: "g/(24.h)", date: "2026-01-12" },
        { test: "c3", value: 0.55, unit: "g/L", low: 0.9, date: "2023-02-06" },
        { test: "c3", value: 1.1, unit: "g/L", low: 0.9, date: "2026-01-12" },
      ],
    },
    otherwise: "unknown",
    notes: [{ finding: "ana-1-80", says: "What was once so stays so: normal values under treatment erase nothing." }],
  },
  {
    id: "librarian-biopsy-only",
    title: "A librarian with rising creatinine",
    difficulty: 2,
    patient: { age: 58, sex: "female" },
    story: {
      history:
        "In a {patient} creatinine has risen over a year: [kidney function is down by a third](renal-failure). A biopsy was done.",
      examination: "Unremarkable. [No joint swelling](-synovitis-2-joints).",
      laboratory: "{0}, {1} and {2}.",
      biopsy:
        "[Lupus nephritis of class I](biopsy-lupus-nephritis) by ISN/RPS, [nothing of class II or V](-biopsy-class-2-or-5) [or of class III or IV](-biopsy-class-3-or-4).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "renal-failure": "present",
        "synovitis-2-joints": "absent",
        "biopsy-lupus-nephritis": "present",
        "biopsy-class-2-or-5": "absent",
        "biopsy-class-3-or-4": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "urine-protein-24h", value: 0.3, unit: "g/(24.h)" },
        { test: "c3", value: 1.05, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "biopsy-lupus-nephritis",
        says: "Beside a positive ANA any class will do here.",
        sets: ["slicc-2012"],
      },
      { finding: "biopsy-lupus-nephritis", says: "Class I carries no points here.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "pharmacist-two-patterns",
    title: "A pharmacist with puffy feet",
    difficulty: 2,
    patient: { age: 29, sex: "female" },
    story: {
      history: "A {patient} has had [swollen ankles](leg-edema) for a month.",
      examination: "[No rash](-malar-rash). [No joint is swollen](-synovitis-2-joints).",
      laboratory: "{0}, {1} and {2}. [Red cell casts](red-cell-casts).",
      biopsy: "[Class IV](biopsy-class-3-or-4) [with class V](biopsy-class-2-or-5) lupus nephritis.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "leg-edema": "present",
        "malar-rash": "absent",
        "synovitis-2-joints": "absent",
        "red-cell-casts": "present",
        "biopsy-class-3-or-4": "present",
        "biopsy-class-2-or-5": "present",
      },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "urine-protein-creatinine-ratio", value: 3.1, unit: "mg/mg" },
        { test: "platelets", value: 212, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "biopsy-class-3-or-4",
        says: "Two classes and the protein share one domain: 10, not 18, not 22.",
        sets: ["eular-acr-2019"],
      },
    ],
  },
  {
    id: "referee-focal-and-membranous",
    title: "A referee and a long report",
    difficulty: 3,
    patient: { age: 41, sex: "male" },
    story: {
      history: "A {patient} had a biopsy because red cells were found in the urine at a check.",
      examination: "Blood pressure 135/85 mmHg. [The skin is clear](-malar-rash).",
      laboratory: "{0}, [which the laboratory calls negative](-ana-above-reference). {1}, {2} and {3}.",
      biopsy: "[Class III](biopsy-class-3-or-4) [and class V](biopsy-class-2-or-5) lupus nephritis.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "malar-rash": "absent",
        "ana-above-reference": "absent",
        "biopsy-class-3-or-4": "present",
        "biopsy-class-2-or-5": "present",
      },
      measurements: [
        { test: "ana-titer", value: 40, unit: "{titer}", high: 80 },
        { test: "urine-protein-24h", value: 420, unit: "mg/(24.h)" },
        { test: "anti-dsdna", value: 52, unit: "[IU]/mL", high: 10, method: "farr" },
        { test: "c4", value: 0.08, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "ana-1-80",
        says: "The entry is closed, so nobody is classified here, whatever the biopsy shows.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "biopsy-lupus-nephritis",
        says: "Beside the biopsy anti-dsDNA stands in for the ANA here.",
        sets: ["slicc-2012"],
      },
    ],
  },
] as const satisfies readonly PracticeCase[];
