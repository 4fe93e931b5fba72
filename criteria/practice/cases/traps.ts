import type { PracticeCase } from "../types.ts";

export const traps = [
  {
    id: "stagehand-fit",
    title: "A stagehand who fell",
    difficulty: 2,
    patient: { age: 34, sex: "male" },
    story: {
      history: "A {patient} had [a first seizure at work](seizure); no drug, glucose and sodium normal.",
      examination: "Scleral icterus. [No rash](-malar-rash).",
      laboratory:
        "Hemoglobin 13.0 g/dL, [no anemia](-hemolytic-anemia), but [reticulocytes and LDH raised](hemolysis); [direct Coombs test negative](-direct-coombs). {0}, {1} and {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        seizure: "present",
        "malar-rash": "absent",
        hemolysis: "present",
        "direct-coombs": "absent",
        "hemolytic-anemia": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "anticardiolipin-iga", value: 48, unit: "[APL'U]" },
        { test: "platelets", value: 175, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "hemolysis",
        says: "Without a positive Coombs test it does not count here.",
        sets: ["eular-acr-2019", "slerpi"],
      },
      {
        finding: "anticardiolipin-medium-high",
        says: "IgA above 40 counts here.",
        sets: ["eular-acr-2019", "slicc-2012"],
      },
      {
        finding: "hemolytic-anemia",
        says: "Signs of hemolysis without anemia do not count here.",
        sets: ["slicc-2012", "acr-1997"],
      },
    ],
  },
  {
    id: "violinist-clot",
    title: "A violinist with an aching arm",
    difficulty: 3,
    patient: { age: 29, sex: "female" },
    story: {
      history:
        "A {patient} had [a seizure](seizure) in spring and [a clot in the arm](thrombosis) in summer. [All fingers ache, none is swollen](arthralgia).",
      examination: "{0}, from the chart.",
      laboratory: "{1}, {2}, {3} and {4}. [Lupus anticoagulant is negative](-lupus-anticoagulant).",
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
      { finding: "low-ch50", says: "CH50 is read here beside C3 and C4.", sets: ["slicc-2012"] },
      { finding: "low-ch50", says: "C3 and C4 are read here, not CH50.", sets: ["eular-acr-2019", "slerpi"] },
      { finding: "thrombosis", says: "The clot is counted by none of the sets." },
    ],
  },
  {
    id: "cook-foamy",
    title: "A cook with protein in the urine",
    difficulty: 2,
    patient: { age: 38, sex: "female" },
    story: {
      history:
        "A {patient} has had foamy urine for a month. {Her/His} [fingers are tender, never swollen, without erosions](nonerosive-arthritis); years ago there was [a clot in the calf](thrombosis).",
      examination: "[No swelling](-synovitis-2-joints), [stiff for five minutes](-tender-joints-with-stiffness).",
      laboratory:
        "{0}. {1}, measured once. {2}. [LDH is raised and haptoglobin low](hemolysis), [the Coombs test negative](-direct-coombs); hemoglobin 12.4 g/dL, [no anemia](-hemolytic-anemia).",
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
        "hemolytic-anemia": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "urine-protein-24h", value: 0.8, unit: "g/(24.h)" },
        { test: "c3", value: 0.75, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "proteinuria-500",
        says: "One criterion; without a biopsy the route stays closed.",
        sets: ["slicc-2012"],
      },
      {
        finding: "nonerosive-arthritis",
        says: "Tenderness of two joints without erosions is enough here.",
        sets: ["acr-1997", "slerpi"],
      },
      { finding: "proteinuria-persistent", says: "Measured once: that it persists is not shown.", sets: ["acr-1997"] },
      {
        finding: "hemolysis",
        says: "Without a positive Coombs test it does not count here.",
        sets: ["eular-acr-2019", "slerpi"],
      },
    ],
  },
  {
    id: "guide-pericarditis",
    title: "A guide with a stabbing chest",
    difficulty: 1,
    patient: { age: 32, sex: "male" },
    story: {
      history:
        "A {patient} was in hospital with chest pain; the discharge letter says [acute pericarditis, by pain and rub](acute-pericarditis), no cause found.",
      examination: "[The skin is clear](-malar-rash).",
      laboratory: "{0}, {1} and {2}.",
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
    notes: [
      {
        finding: "acute-pericarditis",
        says: "6, and the effusion is outranked; with the proteinuria exactly 10.",
        sets: ["eular-acr-2019"],
      },
    ],
  },
  {
    id: "beekeeper-anemia",
    title: "A beekeeper short of breath",
    difficulty: 3,
    patient: { age: 40, sex: "female" },
    story: {
      history: "A {patient} has been short of breath for a month.",
      examination: "[Red cheeks, the folds spared](malar-rash). [Ulcers of the palate](oral-ulcers). {0}.",
      laboratory:
        "Hemoglobin 8.1 g/dL: [hemolytic anemia with raised reticulocytes](hemolytic-anemia-with-reticulocytosis); [direct Coombs test positive](direct-coombs). {1}, {2} and {3}.",
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
        says: "The anemia takes the Coombs test out, and the rest is clinical: no immunologic criterion, and one is asked for.",
        sets: ["slicc-2012"],
      },
      { finding: "ana-1-80", says: "16 points, and 1:40 keeps the entry shut.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "postman-seven",
    title: "A postman with a long round",
    difficulty: 3,
    patient: { age: 37, sex: "male" },
    story: {
      history: "A {patient} works outdoors.",
      examination:
        "[A malar rash](malar-rash) and [a rash of lupus on the forearms after sun](photosensitive-lupus-rash). [Palatal ulcers](oral-ulcers).",
      laboratory: "{0}, {1}, {2} and {3}.",
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
    notes: [
      {
        finding: "oral-ulcers",
        says: "Rash 3, ulcers 1 and ANA 3 make exactly 7, which is not above 7.",
        sets: ["slerpi"],
      },
      { finding: "malar-rash", says: "Malar rash and photosensitivity are two criteria here.", sets: ["acr-1997"] },
      { finding: "malar-rash", says: "Two acute rashes are one criterion here.", sets: ["slicc-2012"] },
      { finding: "proteinuria-500", says: "Exactly 500 mg is enough here.", sets: ["slicc-2012"] },
    ],
  },
  {
    id: "widower-old-counts",
    title: "A widower with old counts",
    difficulty: 2,
    patient: { age: 67, sex: "male" },
    story: {
      history:
        "A {patient} has [lost half of {her/his} kidney function](renal-failure) over ten years, and brings results from two clinics.",
      examination:
        "[The hair is thin and broken all over, without scars and not in the pattern of age](non-scarring-alopecia).",
      laboratory: "{0}; {1}, {2}, {3}; {4}, {5}. [Anti-beta-2-glycoprotein I IgG is positive](anti-beta2gp1).",
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
      { finding: "thrombocytopenia", says: "Low once, two years ago: once is enough, and ever is ever." },
      { finding: "thrombocytopenia", says: "All counts together are one criterion here.", sets: ["acr-1997"] },
      { finding: "anti-beta2gp1", says: "Not read here.", sets: ["acr-1997"] },
    ],
  },
] as const satisfies readonly PracticeCase[];
