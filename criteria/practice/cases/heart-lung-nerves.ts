import type { PracticeCase } from "../types.ts";

export const heartLungNerves = [
  {
    id: "runner-chest-pain",
    title: "A runner with chest pain",
    difficulty: 1,
    patient: { age: 23, sex: "female" },
    story: {
      history:
        "A {patient} has [sharp chest pain for four days, worse lying, better leaning forward](pericardial-pain-over-1-day).",
      examination: "[A friction rub at the left sternal edge](pericardial-rub). {0}.",
      laboratory: "{1}, {2} and {3}.",
      imaging: "Echocardiogram: [no effusion](-pericardial-effusion). [The ECG is normal](-pericarditis-ecg).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "pericardial-pain-over-1-day": "present",
        "pericardial-rub": "present",
        "pericardial-effusion": "absent",
        "pericarditis-ecg": "absent",
      },
      measurements: [
        { test: "temperature", value: 38.2, unit: "Cel" },
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 4.0, unit: "10*9/L" },
        { test: "c4", value: 0.07, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "acute-pericarditis",
        says: "Pain and rub are two of the four signs: acute pericarditis, 6.",
        sets: ["eular-acr-2019"],
      },
      { finding: "pericardial-rub", says: "One sign is enough here.", sets: ["slicc-2012", "acr-1997", "slerpi"] },
      { finding: "fever", says: "38.2 is not above 38.3.", sets: ["eular-acr-2019"] },
      { finding: "leukopenia", says: "4.0 is not below 4.0." },
    ],
  },
  {
    id: "painter-tamponade",
    title: "A painter who cannot lie flat",
    difficulty: 2,
    patient: { age: 40, sex: "male" },
    story: {
      history: "A {patient} has been breathless for a week.",
      examination: "Distended neck veins. {0}.",
      laboratory: "{1}, {2}, {3} and {4}.",
      imaging:
        "[A large new pericardial effusion](pericardial-effusion-new), [widespread ST elevation on the ECG](pericarditis-ecg) and [fluid around the left lung](pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: { "pericardial-effusion-new": "present", "pericarditis-ecg": "present", "pleural-effusion": "present" },
      measurements: [
        { test: "temperature", value: 101.2, unit: "[degF]" },
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "c3", value: 65, unit: "mg/dL", low: 90 },
        { test: "c4", value: 5, unit: "mg/dL", low: 10 },
        { test: "anti-dsdna", value: 30, unit: "[IU]/mL", high: 10, method: "elisa" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "pericarditis-ecg",
        says: "New effusion and ECG are two of four signs: 6. The effusions weigh 5 in the same domain: 6, not 11.",
        sets: ["eular-acr-2019"],
      },
      { finding: "fever", says: "101.2 °F is 38.4 °C, above 38.3.", sets: ["eular-acr-2019"] },
      {
        finding: "anti-dsdna-slicc",
        says: "By ELISA more than twice the limit is asked for: 30 is more than 20.",
        sets: ["slicc-2012"],
      },
    ],
  },
  {
    id: "builder-cough",
    title: "A builder with a cough",
    difficulty: 2,
    patient: { age: 54, sex: "male" },
    story: {
      history:
        "A {patient} has had [pain on breathing in for five days](pleurisy-over-1-day), with shivering and purulent sputum.",
      examination:
        "{0}. [A pleural rub on the right](pleural-rub). [All of it is put down to bacterial pneumonia](!pleurisy-over-1-day !pleural-rub !fever).",
      laboratory: "{1}, {2} and {3}.",
      imaging: "[A small effusion](pleural-effusion) [beside the pneumonia](!pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "pleurisy-over-1-day": { status: "present", explainedBy: { cause: "infection", text: "pneumonia" } },
        "pleural-rub": { status: "present", explainedBy: { cause: "infection", text: "pneumonia" } },
        "pleural-effusion": { status: "present", explainedBy: { cause: "infection", text: "pneumonia" } },
        fever: { status: "present", explainedBy: { cause: "infection", text: "pneumonia" } },
      },
      measurements: [
        { test: "temperature", value: 39.4, unit: "Cel" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 14.2, unit: "10*9/L" },
        { test: "platelets", value: 410, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "fever", says: "Pneumonia explains it." },
      { finding: "pleurisy-over-1-day", says: "Pneumonia explains pain, rub and fluid alike." },
    ],
  },
  {
    id: "singer-breathless",
    title: "A singer with crackles",
    difficulty: 2,
    patient: { age: 51, sex: "female" },
    story: {
      history: "A {patient} loses breath in long phrases. [Fingers whiten in the cold](raynaud).",
      examination: "Fine crackles at both bases. {0}.",
      laboratory: "{1}, {2} and {3}. [Anti-La](anti-la) and [anti-Ro](anti-ro) are positive.",
      imaging: "[High-resolution CT: interstitial lung disease](interstitial-lung-disease).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        raynaud: "present",
        "anti-la": "present",
        "anti-ro": "present",
        "interstitial-lung-disease": "present",
      },
      measurements: [
        { test: "swollen-joints", value: 3, unit: "{count}" },
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.6, unit: "10*9/L" },
        { test: "anticardiolipin-igm", value: 31, unit: "[MPL'U]", high: 20 },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "interstitial-lung-disease", says: "It subtracts 1: 9 becomes 8, still above 7.", sets: ["slerpi"] },
      { finding: "raynaud", says: "Counted by none of the sets." },
    ],
  },
  {
    id: "pilot-first-fit",
    title: "A pilot off duty",
    difficulty: 1,
    patient: { age: 31, sex: "male" },
    story: {
      history:
        "A {patient} had [a witnessed generalized seizure](seizure). Electrolytes, glucose and imaging were normal; no drugs.",
      examination: "[Discoid plaques on both ears](discoid-lupus).",
      laboratory: "{0}, {1} and {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: { seizure: "present", "discoid-lupus": "present" },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "platelets", value: 180, unit: "10*9/L" },
        { test: "anti-dsdna", value: 14, unit: "[IU]/mL", high: 10, method: "clia" },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "seizure", says: "5 here.", sets: ["eular-acr-2019"] },
      { finding: "anti-dsdna-slicc", says: "Not an ELISA, so above the range is enough here.", sets: ["slicc-2012"] },
      {
        finding: "anti-dsdna-specific",
        says: "Chemiluminescence above its limit is not by itself an assay of shown specificity.",
        sets: ["eular-acr-2019"],
      },
    ],
  },
  {
    id: "author-uremic-fit",
    title: "An author found on the floor",
    difficulty: 3,
    patient: { age: 63, sex: "female" },
    story: {
      history:
        "A {patient} had [a seizure](seizure), [with a sodium of 108 mmol/L](!seizure). For years [an afternoon of sun has brought {her/him} out in a rash](photosensitivity).",
      examination: "[Ulcers of the palate](oral-ulcers). [A malar rash](malar-rash).",
      laboratory: "{0}, {1} and {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        seizure: { status: "present", explainedBy: { cause: "metabolic", text: "sodium of 108 mmol/L" } },
        photosensitivity: "present",
        "oral-ulcers": "present",
        "malar-rash": "present",
      },
      measurements: [
        { test: "ana-titer", value: 40, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 6.0, unit: "10*9/L" },
        { test: "c3", value: 0.94, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "seizure", says: "The sodium explains the seizure." },
      { finding: "seizure", says: "A metabolic cause is an exclusion that is printed here.", sets: ["acr-1997"] },
      { finding: "malar-rash", says: "Malar rash and photosensitivity are two criteria here.", sets: ["acr-1997"] },
    ],
  },
  {
    id: "actor-voices",
    title: "An actor who hears voices",
    difficulty: 2,
    patient: { age: 27, sex: "male" },
    story: {
      history:
        "A {patient} on prednisolone 80 mg for asthma hears voices and is convinced of a plot: [psychosis](psychosis), [which began with the dose and is put down to the steroid](!psychosis).",
      examination: "{0}. [A malar rash](malar-rash).",
      laboratory: "{1}, {2} and {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        psychosis: { status: "present", explainedBy: { cause: "drug", text: "prednisolone" } },
        "malar-rash": "present",
      },
      measurements: [
        { test: "swollen-joints", value: 0, unit: "{count}" },
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "c3", value: 0.7, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.05, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "psychosis", says: "It began with the dose: the steroid explains it." },
      { finding: "malar-rash", says: "Rash 6 and both complements 4 make exactly 10.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "widow-confused",
    title: "A widow who is muddled at night",
    difficulty: 2,
    patient: { age: 71, sex: "female" },
    story: {
      history:
        "A {patient} became, within a day, [drowsy, inattentive and muddled, better and worse by the hour, with new loss of memory](delirium). Infection, drugs and metabolic causes were ruled out.",
      examination:
        "[Loss of strength in the left foot and the right hand: mononeuritis multiplex](mononeuritis-multiplex), without a primary vasculitis.",
      laboratory: "{0}, {1} and {2}. [Anti-beta-2-glycoprotein I IgG is positive](anti-beta2gp1).",
    },
    record: {
      format: "sle-record/1",
      findings: { delirium: "present", "mononeuritis-multiplex": "present", "anti-beta2gp1": "present" },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "platelets", value: 92, unit: "10*9/L" },
        { test: "white-cells", value: 3.5, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "mononeuritis-multiplex",
        says: "With delirium one neurologic criterion.",
        sets: ["slicc-2012", "slerpi"],
      },
      { finding: "mononeuritis-multiplex", says: "Not an item here.", sets: ["eular-acr-2019", "acr-1997"] },
      { finding: "anti-beta2gp1", says: "Not read here.", sets: ["acr-1997"] },
    ],
  },
  {
    id: "welder-numb-legs",
    title: "A welder with numb legs",
    difficulty: 2,
    patient: { age: 43, sex: "male" },
    story: {
      history:
        "A {patient} lost feeling below the navel within two days: [myelitis](myelitis), without infection and without antibodies against aquaporin-4.",
      examination: "[A facial palsy two months earlier](cranial-neuropathy), for which no other cause was found. {0}.",
      laboratory: "{1}, {2} and {3}.",
      imaging: "Spine MRI: a long lesion of the thoracic cord.",
    },
    record: {
      format: "sle-record/1",
      findings: { myelitis: "present", "cranial-neuropathy": "present" },
      measurements: [
        { test: "temperature", value: 38.1, unit: "Cel" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "anticardiolipin-igg", value: 85, unit: "[GPL'U]", high: 20 },
        { test: "c3", value: 0.6, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "myelitis",
        says: "An item of the neurologic criterion here, with the facial palsy one.",
        sets: ["slicc-2012", "slerpi"],
      },
      { finding: "myelitis", says: "Not an item here.", sets: ["eular-acr-2019", "acr-1997"] },
      { finding: "fever", says: "38.1 is fever on the ward, and not above 38.3.", sets: ["eular-acr-2019"] },
      {
        finding: "cranial-neuropathy",
        says: "1.5 for the nerves, 3 and 2.5 make exactly 7, which is not above 7.",
        sets: ["slerpi"],
      },
    ],
  },
  {
    id: "seamstress-feet",
    title: "A seamstress with burning feet",
    difficulty: 1,
    patient: { age: 49, sex: "female" },
    story: {
      history:
        "A {patient} has burning, weak feet: [a peripheral neuropathy](peripheral-neuropathy), no diabetes, no toxin.",
      examination: "{0}.",
      laboratory: "{1} and {2}. [Anti-Sm is positive](anti-sm).",
    },
    record: {
      format: "sle-record/1",
      findings: { "peripheral-neuropathy": "present", "anti-sm": "present" },
      measurements: [
        { test: "swollen-joints", value: 4, unit: "{count}" },
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 5.0, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "peripheral-neuropathy",
        says: "An item of the neurologic criterion here.",
        sets: ["slicc-2012", "slerpi"],
      },
      { finding: "peripheral-neuropathy", says: "Not an item here.", sets: ["eular-acr-2019", "acr-1997"] },
    ],
  },
  {
    id: "sculptor-lungs",
    title: "A sculptor with stiff lungs",
    difficulty: 3,
    patient: { age: 57, sex: "male" },
    story: {
      history: "A {patient} has a dry cough and swollen fingers, and has [lost 5 kg](weight-loss).",
      examination: "{0}. [Ulcers inside the nose](nasal-ulcers).",
      laboratory: "{1}, {2} and {3}.",
      imaging: "[Interstitial lung disease on CT](interstitial-lung-disease). [No pleural fluid](-pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "weight-loss": "present",
        "nasal-ulcers": "present",
        "interstitial-lung-disease": "present",
        "pleural-effusion": "absent",
      },
      measurements: [
        { test: "swollen-joints", value: 5, unit: "{count}" },
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "c3", value: 0.7, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.06, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "interstitial-lung-disease",
        says: "2 + 1 + 3 + 2 is 8, minus 1 is exactly 7, which is not above 7.",
        sets: ["slerpi"],
      },
      { finding: "nasal-ulcers", says: "The item here asks for ulcers of the mouth.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "miner-silica-lung",
    title: "A miner with scarred lungs",
    difficulty: 3,
    patient: { age: 59, sex: "male" },
    story: {
      history: "A {patient} worked underground for thirty years.",
      examination: "[Thinning of the hair with broken ends](non-scarring-alopecia). {0}.",
      laboratory: "{1}, {2} and {3}.",
      imaging:
        "[Interstitial lung disease](interstitial-lung-disease), [put down to silica](!interstitial-lung-disease).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "non-scarring-alopecia": "present",
        "interstitial-lung-disease": { status: "present", explainedBy: { cause: "other", text: "silica" } },
      },
      measurements: [
        { test: "swollen-joints", value: 2, unit: "{count}" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.8, unit: "10*9/L" },
        { test: "c4", value: 0.2, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "unknown",
    notes: [{ finding: "interstitial-lung-disease", says: "Silica explains it." }],
  },
  {
    id: "curator-lung-and-rash",
    title: "A curator with a rash and a cough",
    difficulty: 2,
    patient: { age: 47, sex: "female" },
    story: {
      history:
        "A {patient} coughs. Last week [each breath stabbed in the side](pleuritic-pain), [for half a day](-pleurisy-over-1-day).",
      examination: "[A malar rash](malar-rash).",
      laboratory: "{0}, {1} and {2}.",
      imaging: "[CT: interstitial lung disease](interstitial-lung-disease). [No fluid](-pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "pleuritic-pain": "present",
        "pleurisy-over-1-day": "absent",
        "malar-rash": "present",
        "interstitial-lung-disease": "present",
        "pleural-effusion": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "c3", value: 0.8, unit: "g/L", low: 0.9 },
        { test: "white-cells", value: 4.7, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "interstitial-lung-disease", says: "3 + 1.5 + 3 is 7.5; minus 1 is 6.5.", sets: ["slerpi"] },
      { finding: "low-c3", says: "C3 alone is 3 here.", sets: ["eular-acr-2019"] },
      { finding: "low-c3", says: "Both C3 and C4 have to be low here.", sets: ["slerpi"] },
      { finding: "pleurisy-over-1-day", says: "More than a day is asked for here.", sets: ["slicc-2012"] },
    ],
  },
] as const satisfies readonly PracticeCase[];
