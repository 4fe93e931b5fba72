import type { PracticeCase } from "../types.ts";

export const twoAnswers = [
  {
    id: "grocer-sugar",
    title: "A grocer with sugar",
    difficulty: 3,
    patient: { age: 52, sex: "female" },
    story: {
      history:
        "A {patient} has had diabetes for fifteen years, with laser treatment of both eyes. Protein in the urine is new this year.",
      examination: "{0}.",
      laboratory: "{1}, {2} and {3}. [No red cell casts](-red-cell-casts). No biopsy was done.",
    },
    record: {
      format: "sle-record/1",
      findings: { "red-cell-casts": "absent" },
      measurements: [
        { test: "swollen-joints", value: 4, unit: "{count}" },
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "urine-protein-24h", value: 1.2, unit: "g/(24.h)" },
        { test: "c3", value: 1.1, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "absent",
    notes: [{ finding: "proteinuria", says: "A biopsy would tell diabetes from lupus; none was done." }],
    arguable: [
      {
        findings: ["proteinuria", "proteinuria-500"],
        otherwise: { status: "present", explainedBy: { cause: "other-disease", text: "diabetes" } },
        says: "Diabetes with diseased eyes explains protein without casts as well as lupus does, and no biopsy decides.",
      },
    ],
  },
  {
    id: "driver-always-low",
    title: "A driver with an old finding",
    difficulty: 3,
    patient: { age: 33, sex: "male" },
    story: {
      history: "A {patient}, born in Ghana, has had low white cells in every count since the first at eighteen.",
      examination: "[A rash of both cheeks, the folds free](malar-rash).",
      laboratory: "{0}; {1}, {2}. The neutrophils are what is low.",
    },
    record: {
      format: "sle-record/1",
      findings: { "malar-rash": "present" },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.4, unit: "10*9/L", date: "2025-10-06" },
        { test: "white-cells", value: 3.6, unit: "10*9/L", date: "2026-01-12" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "leukopenia",
        says: "It counts as the record stands; old counts can speak for what is the person's own.",
      },
    ],
    arguable: [
      {
        findings: ["leukopenia", "leukopenia-twice"],
        otherwise: {
          status: "present",
          explainedBy: { cause: "other", text: "Duffy-null associated neutrophil count" },
        },
        says: "A count that was low before any illness may be a Duffy-null associated neutrophil count, which is no disease; nobody has tested for it.",
      },
    ],
  },
  {
    id: "mother-hair",
    title: "A mother of a young baby",
    difficulty: 3,
    patient: { age: 30, sex: "female" },
    story: {
      history: "A {patient} gave birth four months ago. Since last month hair comes out in the shower.",
      examination: "[The hair is thin all over, without scars](non-scarring-alopecia). {0}.",
      laboratory: "{1}, {2} and {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "non-scarring-alopecia": "present" },
      measurements: [
        { test: "swollen-joints", value: 3, unit: "{count}" },
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "c3", value: 1.0, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.08, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "non-scarring-alopecia", says: "2 is what decides: 11 with it, 9 without.", sets: ["eular-acr-2019"] },
      {
        finding: "non-scarring-alopecia",
        says: "One criterion decides: four with it, three without.",
        sets: ["slicc-2012"],
      },
    ],
    arguable: [
      {
        findings: ["non-scarring-alopecia"],
        otherwise: { status: "present", explainedBy: { cause: "other", text: "hair loss after childbirth" } },
        says: "Hair that falls three to five months after a birth is common and passes; with swollen joints and a low C4 beside it lupus may be the reason as well.",
      },
    ],
  },
  {
    id: "clerk-fever-urine",
    title: "A clerk with fever and a urine culture",
    difficulty: 3,
    patient: { age: 41, sex: "female" },
    story: {
      history: "A {patient} has had fever for ten days, {0}. {She/He} has no pain on passing urine.",
      examination: "[A rash of both cheeks, the folds free](malar-rash).",
      laboratory:
        "{1} and {2}. A urine culture grows a few E. coli, without white cells in the urine. [Lupus anticoagulant positive](lupus-anticoagulant).",
    },
    record: {
      format: "sle-record/1",
      findings: { "malar-rash": "present", "lupus-anticoagulant": "present" },
      measurements: [
        { test: "temperature", value: 38.9, unit: "Cel" },
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 4.8, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [{ finding: "fever", says: "The fever decides: 10 with it, 8 without.", sets: ["eular-acr-2019"] }],
    arguable: [
      {
        findings: ["fever"],
        otherwise: { status: "present", explainedBy: { cause: "infection", text: "urinary tract infection" } },
        says: "A few bacteria without symptoms or white cells are hardly an infection; a cautious reader treats it and ascribes the fever to it.",
      },
    ],
  },
  {
    id: "carpenter-thyroid",
    title: "A carpenter who moves slowly",
    difficulty: 3,
    patient: { age: 59, sex: "male" },
    story: {
      history: "A {patient} has grown slow and cold over the winter; TSH is 48 mU/L.",
      examination: "The heart sounds are faint, [without a rub](-pericardial-rub).",
      laboratory: "{0}, {1} and {2}.",
      imaging:
        "[A moderate pericardial effusion](pericardial-effusion), [of unknown age](?pericardial-effusion-new); [the ECG shows low voltage only](-pericarditis-ecg).",
    },
    record: {
      format: "sle-record/1",
      findings: { "pericardial-rub": "absent", "pericardial-effusion": "present", "pericarditis-ecg": "absent" },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.7, unit: "10*9/L" },
        { test: "c3", value: 0.84, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "pericardial-effusion",
        says: "The effusion decides: 11 with it, 6 without.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "pericardial-effusion",
        says: "The effusion decides: four criteria with it, three without.",
        sets: ["slicc-2012"],
      },
    ],
    arguable: [
      {
        findings: ["pericardial-effusion"],
        otherwise: { status: "present", explainedBy: { cause: "metabolic", text: "hypothyroidism" } },
        says: "A thyroid that has all but stopped explains an effusion as well as lupus does; whether it goes with thyroxine will show.",
      },
    ],
  },
  {
    id: "dancer-old-epilepsy",
    title: "A dancer with old epilepsy",
    difficulty: 3,
    patient: { age: 28, sex: "female" },
    story: {
      history:
        "A {patient} had epilepsy from six to sixteen and none since. Last month [a seizure](seizure) came back, [which the neurologist takes for the old epilepsy](!seizure).",
      examination: "{0}.",
      laboratory: "{1}, {2} and {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: { seizure: { status: "present", explainedBy: { cause: "other-disease", text: "epilepsy" } } },
      measurements: [
        { test: "swollen-joints", value: 4, unit: "{count}" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 4.9, unit: "10*9/L" },
        { test: "platelets", value: 210, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "seizure",
        says: "Twelve years without one, and one when the joints swell: it can be argued either way.",
        sets: ["eular-acr-2019", "slerpi"],
      },
      {
        finding: "seizure",
        says: "No exclusion is printed for epilepsy here: it counts either way.",
        sets: ["slicc-2012", "acr-1997"],
      },
    ],
    arguable: [
      {
        findings: ["seizure"],
        otherwise: { status: "present" },
        says: "After twelve years without seizures, one that comes with a new joint disease may be of lupus.",
      },
    ],
  },
] as const satisfies readonly PracticeCase[];
