import type { PracticeCase } from "../types.ts";

export const series = [
  {
    id: "judge-three-years",
    title: "A judge with a thick file",
    difficulty: 2,
    patient: { age: 49, sex: "male" },
    story: {
      history: "A {patient} feels well. {Her/His} doctor has drawn blood once a year.",
      examination: "Normal. [No ulcers](-oral-ulcers), [no rash](-malar-rash).",
      laboratory: "{0}, {1}; {2}, {3}, {4}; {5}, {6}; {7}, {8}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "oral-ulcers": "absent", "malar-rash": "absent" },
      measurements: [
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80, date: "2022-03-07" },
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80, date: "2025-03-10" },
        { test: "platelets", value: 96, unit: "10*9/L", date: "2022-03-07" },
        { test: "platelets", value: 140, unit: "10*9/L", date: "2023-03-06" },
        { test: "platelets", value: 210, unit: "10*9/L", date: "2025-03-10" },
        { test: "white-cells", value: 4.2, unit: "10*9/L", date: "2022-03-07" },
        { test: "white-cells", value: 3.9, unit: "10*9/L", date: "2023-03-06" },
        { test: "lymphocytes", value: 1.6, unit: "10*9/L", date: "2022-03-07" },
        { test: "lymphocytes", value: 1.3, unit: "10*9/L", date: "2023-03-06" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "thrombocytopenia", says: "Below 100 once, years ago: it counts." },
      {
        finding: "lymphopenia-1500-twice",
        says: "Below 1.5 once; two occasions are asked for here.",
        sets: ["acr-1997"],
      },
      { finding: "leukopenia", says: "Platelets 4 and white cells 3 share a domain: 4.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "surveyor-urines",
    title: "A surveyor with monthly urines",
    difficulty: 2,
    patient: { age: 34, sex: "female" },
    story: {
      history:
        "A {patient} brings urine results of three months, [above the limit once only](-proteinuria-persistent).",
      examination: "{0}.",
      laboratory: "{1}. {2}, {3}, {4}. {5}, {6}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "proteinuria-persistent": "absent" },
      measurements: [
        { test: "swollen-joints", value: 2, unit: "{count}" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "urine-protein-creatinine-ratio", value: 420, unit: "mg/g", date: "2025-11-03" },
        { test: "urine-protein-creatinine-ratio", value: 510, unit: "mg/g", date: "2025-12-01" },
        { test: "urine-protein-creatinine-ratio", value: 460, unit: "mg/g", date: "2026-01-05" },
        { test: "c3", value: 0.91, unit: "g/L", low: 0.9, date: "2025-11-03" },
        { test: "c3", value: 0.88, unit: "g/L", low: 0.9, date: "2026-01-05" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "proteinuria", says: "Above 500 mg/g once is enough here.", sets: ["eular-acr-2019", "slerpi"] },
      { finding: "proteinuria-persistent", says: "It has to persist here.", sets: ["acr-1997"] },
      { finding: "low-c3", says: "Below the limit once is enough.", sets: ["eular-acr-2019", "slicc-2012"] },
    ],
  },
  {
    id: "electrician-titers",
    title: "An electrician with old titers",
    difficulty: 2,
    patient: { age: 42, sex: "male" },
    story: {
      history: "A {patient} has had [a rash of both cheeks, the folds free](malar-rash) three times, seen each time.",
      examination: "[Ulcers of the palate](oral-ulcers).",
      laboratory: "{0}, {1}, {2}; {3}, {4}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "malar-rash": "present", "oral-ulcers": "present" },
      measurements: [
        { test: "ana-titer", value: 40, unit: "{titer}", high: 80, date: "2021-05-03" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80, date: "2023-06-12" },
        { test: "ana-titer", value: 40, unit: "{titer}", high: 80, date: "2026-02-02" },
        { test: "c4", value: 0.08, unit: "g/L", low: 0.1, date: "2023-06-12" },
        { test: "c4", value: 0.12, unit: "g/L", low: 0.1, date: "2026-02-02" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "ana-1-80", says: "1:160 once is enough, whatever came before and after.", sets: ["eular-acr-2019"] },
      { finding: "oral-ulcers", says: "Rash and ulcers share a domain: 6, and with C4 9.", sets: ["eular-acr-2019"] },
      { finding: "ana-above-reference", says: "3, 1 and 3 make exactly 7, which is not above 7.", sets: ["slerpi"] },
    ],
  },
  {
    id: "porter-chart",
    title: "A night porter with a chart",
    difficulty: 2,
    patient: { age: 38, sex: "male" },
    story: {
      history:
        "A {patient} is on the ward because [each breath has hurt for three days](pleurisy-over-1-day); cultures stay sterile and no infection is found.",
      examination: "From the chart: {0}, {1}, {2}.",
      laboratory: "{3}; {4}, {5}.",
      imaging: "[A pleural effusion on the left](pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: { "pleurisy-over-1-day": "present", "pleural-effusion": "present" },
      measurements: [
        { test: "temperature", value: 38.2, unit: "Cel", date: "2026-02-02" },
        { test: "temperature", value: 38.4, unit: "Cel", date: "2026-02-03" },
        { test: "temperature", value: 38.0, unit: "Cel", date: "2026-02-04" },
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "platelets", value: 120, unit: "10*9/L", date: "2026-02-02" },
        { test: "platelets", value: 99, unit: "10*9/L", date: "2026-02-04" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "fever", says: "38.4 once is above 38.3.", sets: ["eular-acr-2019"] },
      { finding: "thrombocytopenia", says: "99 is below 100, and once is enough." },
      { finding: "pleural-effusion", says: "2, 4 and 5 make 11.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "organist-two-winters",
    title: "An organist whose fingers swell",
    difficulty: 3,
    patient: { age: 29, sex: "female" },
    story: {
      history: "A {patient} has had swollen fingers for two winters.",
      examination: "{0}.",
      laboratory: "{1}; {2}, {3}; {4}, {5}.",
    },
    record: {
      format: "sle-record/1",
      findings: {},
      measurements: [
        { test: "swollen-joints", value: 3, unit: "{count}" },
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "c3", value: 0.82, unit: "g/L", low: 0.9, date: "2025-01-20" },
        { test: "c3", value: 1.02, unit: "g/L", low: 0.9, date: "2025-06-16" },
        { test: "c4", value: 0.14, unit: "g/L", low: 0.1, date: "2025-01-20" },
        { test: "c4", value: 0.08, unit: "g/L", low: 0.1, date: "2025-06-16" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "low-c4",
        says: "Each was low once, though never on one day: both count, 4.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "low-c4",
        says: "Both low, whenever: 2; with arthritis and ANA exactly 7, which is not above 7.",
        sets: ["slerpi"],
      },
    ],
  },
  {
    id: "gamekeeper-hair",
    title: "A gamekeeper with thinning hair",
    difficulty: 3,
    patient: { age: 45, sex: "male" },
    story: {
      history: "A {patient} loses hair by the handful.",
      examination:
        "[The hair is thin all over, without scars and not in the pattern of age](non-scarring-alopecia). [Two ulcers on the tongue](oral-ulcers).",
      laboratory: "{0}; {1}, {2}, {3}; {4}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "non-scarring-alopecia": "present", "oral-ulcers": "present" },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 18, unit: "[IU]/mL", high: 20, method: "elisa", date: "2025-02-03" },
        { test: "anti-dsdna", value: 36, unit: "[IU]/mL", high: 20, method: "elisa", date: "2025-08-04" },
        { test: "anti-dsdna", value: 44, unit: "[IU]/mL", high: 20, method: "elisa", date: "2026-02-02" },
        { test: "anti-dsdna", value: 10, unit: "{titer}", high: 10, method: "crithidia", comparator: "<" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "anti-dsdna-slicc",
        says: "By ELISA more than twice the limit is asked for: 44 is more than 40.",
        sets: ["slicc-2012"],
      },
      {
        finding: "anti-dsdna-specific",
        says: "The specific assay is negative, and an ELISA is not taken for one.",
        sets: ["eular-acr-2019"],
      },
      { finding: "oral-ulcers", says: "Ulcers and alopecia share a domain: 2.", sets: ["eular-acr-2019"] },
    ],
  },
] as const satisfies readonly PracticeCase[];
