import type { PracticeCase } from "../types.ts";

export const traps = [
  {
    id: "stagehand-fit",
    title: "A stagehand with dark urine",
    difficulty: 2,
    patient: { age: 34, sex: "male" },
    story: {
      history: "A {patient} had [a first seizure at work](seizure); no drug, glucose and sodium normal.",
      examination: "Scleral icterus. [No rash](-malar-rash).",
      laboratory:
        "[Reticulocytes and LDH raised](hemolysis); [direct Coombs test negative](-direct-coombs). {0}. {1}. {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: { seizure: "present", "malar-rash": "absent", hemolysis: "present", "direct-coombs": "absent" },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "anticardiolipin-iga", value: 48, unit: "[APL'U]" },
        { test: "platelets", value: 175, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "hemolysis", says: "No positive Coombs test, no autoimmune hemolysis." },
      { finding: "anticardiolipin-medium-high", says: "IgA counts for EULAR/ACR and SLICC." },
    ],
  },
  {
    id: "violinist-clot",
    title: "A violinist with a clot",
    difficulty: 3,
    patient: { age: 29, sex: "female" },
    story: {
      history:
        "A {patient} had [a seizure](seizure) in spring and [a clot in the arm](thrombosis) in summer. [All fingers ache, none is swollen](arthralgia).",
      examination: "From the chart: {0}.",
      laboratory: "{1}. {2}. {3}. {4}. [Lupus anticoagulant is negative](-lupus-anticoagulant).",
    },
    record: {
      format: "sle-record/1",
      findings: { seizure: "present", thrombosis: "present", arthralgia: "present", "lupus-anticoagulant": "absent" },
      measurements: [
        { test: "temperature", value: 38.0, unit: "Cel" },
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "ch50", value: 25, unit: "U/mL", low: 41 },
        { test: "c3", value: 1.0, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.15, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "low-ch50", says: "SLICC reads CH50; EULAR/ACR and SLERPI read C3 and C4." },
      { finding: "thrombosis", says: "No set counts the clot." },
    ],
  },
  {
    id: "cook-foamy",
    title: "A cook with protein in the urine",
    difficulty: 2,
    patient: { age: 38, sex: "female" },
    story: {
      history:
        "A {patient} has [tender, never swollen fingers without erosions](nonerosive-arthritis) and [a clot in the calf](thrombosis) on record.",
      examination: "[No swelling](-synovitis-2-joints), [stiff for five minutes](-tender-joints-with-stiffness).",
      laboratory:
        "{0}. {1}, measured once. {2}. [Hemolysis by LDH and haptoglobin](hemolysis), [Coombs negative](-direct-coombs).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "nonerosive-arthritis": "present",
        thrombosis: "present",
        "synovitis-2-joints": "absent",
        "tender-joints-with-stiffness": "absent",
        hemolysis: "present",
        "direct-coombs": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "urine-protein-24h", value: 0.8, unit: "g/(24.h)" },
        { test: "c3", value: 0.75, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "proteinuria-500", says: "One SLICC criterion; without a biopsy the route stays closed." },
      { finding: "nonerosive-arthritis", says: "Tenderness without swelling or stiffness: ACR 1997 and SLERPI only." },
    ],
  },
  {
    id: "guide-pericarditis",
    title: "A guide with a stabbing chest",
    difficulty: 1,
    patient: { age: 32, sex: "male" },
    story: {
      history:
        "A {patient} was admitted with chest pain; the discharge letter says [acute pericarditis by two signs](acute-pericarditis).",
      examination: "[The skin is clear](-malar-rash).",
      laboratory: "{0}. {1}. {2}.",
      imaging: "[A thin pericardial effusion](pericardial-effusion). [No pleural fluid](-pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "acute-pericarditis": "present",
        "malar-rash": "absent",
        "pericardial-effusion": "present",
        "pleural-effusion": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "urine-protein-creatinine-ratio", value: 700, unit: "mg/g" },
        { test: "platelets", value: 230, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [{ finding: "acute-pericarditis", says: "6, and the effusion is outranked; with proteinuria exactly 10." }],
  },
  {
    id: "beekeeper-anemia",
    title: "A beekeeper with a low hemoglobin",
    difficulty: 3,
    patient: { age: 40, sex: "female" },
    story: {
      history: "A {patient} has been short of breath for a month.",
      examination: "[Red cheeks, the folds spared](malar-rash). [Ulcers of the palate](oral-ulcers). {0}.",
      laboratory:
        "Hemoglobin 8.1 g/dL: [hemolytic anemia with raised reticulocytes](hemolytic-anemia-with-reticulocytosis); [direct Coombs test positive](direct-coombs). {1}. {2}. {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "malar-rash": "present",
        "oral-ulcers": "present",
        "hemolytic-anemia-with-reticulocytosis": "present",
        "direct-coombs": "present",
      },
      measurements: [
        { test: "swollen-joints", value: 4, unit: "{count}" },
        { test: "ana-titer", value: 40, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.0, unit: "10*9/L", date: "2026-02-02" },
        { test: "white-cells", value: 3.4, unit: "10*9/L", date: "2026-02-23" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "direct-coombs",
        says: "Out because of the anemia, so SLICC has no immunologic criterion and does not classify.",
      },
    ],
  },
  {
    id: "postman-seven",
    title: "A postman in the sun",
    difficulty: 3,
    patient: { age: 37, sex: "male" },
    story: {
      history: "A {patient} works outdoors.",
      examination:
        "[A malar rash](malar-rash) and [a rash of lupus on the forearms after sun](photosensitive-lupus-rash). [Palatal ulcers](oral-ulcers).",
      laboratory: "{0}. {1}. {2}. {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "malar-rash": "present", "photosensitive-lupus-rash": "present", "oral-ulcers": "present" },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 4.5, unit: "10*9/L" },
        { test: "lymphocytes", value: 0.9, unit: "10*9/L" },
        { test: "urine-protein-24h", value: 0.5, unit: "g/(24.h)" },
      ],
    },
    otherwise: "absent",
    notes: [{ finding: "oral-ulcers", says: "SLERPI: rash 3, ulcers 1, ANA 3 make exactly 7, which is negative." }],
  },
  {
    id: "widower-old-counts",
    title: "A widower with old counts",
    difficulty: 2,
    patient: { age: 67, sex: "male" },
    story: {
      history:
        "A {patient} has [chronic kidney failure](renal-failure) of unclear cause, and results from two clinics.",
      examination:
        "[The hair is thin and broken all over, without scars and not in the pattern of age](non-scarring-alopecia).",
      laboratory: "{0}. {1}. {2}. {3}. {4}. {5}. [Anti-beta-2-glycoprotein I IgG is positive](anti-beta2gp1).",
    },
    record: {
      format: "sle-record/1",
      findings: { "renal-failure": "present", "non-scarring-alopecia": "present", "anti-beta2gp1": "present" },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.1, unit: "10*9/L", date: "2024-05-06" },
        { test: "white-cells", value: 3.6, unit: "10*9/L", date: "2024-06-10" },
        { test: "white-cells", value: 6.2, unit: "10*9/L", date: "2026-01-19" },
        { test: "platelets", value: 61, unit: "10*9/L", date: "2024-05-06" },
        { test: "platelets", value: 210, unit: "10*9/L", date: "2026-01-19" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "thrombocytopenia",
        says: "Low once, two years ago: it counts. ACR 1997 takes all counts together as one.",
      },
      { finding: "anti-beta2gp1", says: "Not in ACR 1997." },
    ],
  },
] as const satisfies readonly PracticeCase[];
