import type { PracticeCase } from "../types.ts";

export const overlapAndDrugs = [
  {
    id: "typist-knuckles",
    title: "A typist with old knuckles",
    difficulty: 3,
    patient: { age: 58, sex: "female" },
    story: {
      history:
        "A {patient} has had rheumatoid arthritis for twenty years, anti-CCP strongly positive, and takes methotrexate.",
      examination:
        "{0}, [the joints of rheumatoid arthritis](!synovitis-2-joints); [radiographs show erosions](-nonerosive-arthritis). [Ulcers of the cheek](oral-ulcers), [which came with methotrexate](!oral-ulcers). The spleen is not felt.",
      laboratory: "{1} and {2}, low before methotrexate too. [Anti-Sm negative](-anti-sm).",
      imaging: "[A pleural effusion](pleural-effusion), [rheumatoid by its low glucose](!pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "synovitis-2-joints": {
          status: "present",
          explainedBy: { cause: "other-disease", text: "rheumatoid arthritis" },
        },
        "nonerosive-arthritis": "absent",
        "oral-ulcers": { status: "present", explainedBy: { cause: "drug", text: "methotrexate" } },
        "anti-sm": "absent",
        "pleural-effusion": {
          status: "present",
          explainedBy: { cause: "other-disease", text: "rheumatoid arthritis" },
        },
      },
      measurements: [
        { test: "swollen-joints", value: 8, unit: "{count}" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.6, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "synovitis-2-joints",
        says: "Rheumatoid arthritis explains the joints, anti-CCP speaks for it.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "synovitis-2-joints",
        says: "No exclusion is printed for joints here: they count although rheumatoid arthritis explains them.",
        sets: ["slicc-2012"],
      },
      {
        finding: "nonerosive-arthritis",
        says: "Arthritis with erosions is not the arthritis that is asked for here.",
        sets: ["acr-1997", "slerpi"],
      },
      { finding: "leukopenia", says: "Low before the drug, and without a large spleen: not explained." },
    ],
  },
  {
    id: "printer-two-diseases",
    title: "A printer who fell ill anew",
    difficulty: 3,
    patient: { age: 39, sex: "female" },
    story: {
      history:
        "A {patient} has had rheumatoid arthritis for six years. Since summer {she/he} is unwell in another way.",
      examination:
        "{0}, [the joints of rheumatoid arthritis](!synovitis-2-joints), [without erosions so far](nonerosive-arthritis). [A new rash of both cheeks, the folds free](malar-rash).",
      laboratory: "{1}, {2}, {3}, {4} and {5}. Protein was measured once.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "synovitis-2-joints": {
          status: "present",
          explainedBy: { cause: "other-disease", text: "rheumatoid arthritis" },
        },
        "nonerosive-arthritis": {
          status: "present",
          explainedBy: { cause: "other-disease", text: "rheumatoid arthritis" },
        },
        "malar-rash": "present",
      },
      measurements: [
        { test: "swollen-joints", value: 9, unit: "{count}" },
        { test: "ana-titer", value: 1280, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 160, unit: "{titer}", high: 10, method: "crithidia" },
        { test: "c3", value: 0.6, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.05, unit: "g/L", low: 0.1 },
        { test: "urine-protein-24h", value: 1.9, unit: "g/(24.h)" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "synovitis-2-joints",
        says: "Rheumatoid arthritis explains the joints; rash, kidney and antibodies are judged by themselves.",
        sets: ["eular-acr-2019", "slerpi"],
      },
      {
        finding: "synovitis-2-joints",
        says: "No exclusion is printed for joints here: they count although rheumatoid arthritis explains them.",
        sets: ["slicc-2012", "acr-1997"],
      },
      { finding: "proteinuria-persistent", says: "Measured once: that it persists is not shown.", sets: ["acr-1997"] },
    ],
  },
  {
    id: "pianist-tight-fingers",
    title: "A pianist with tight fingers",
    difficulty: 3,
    patient: { age: 51, sex: "female" },
    story: {
      history: "A {patient} has systemic sclerosis: tight skin to the elbows and [white fingers in the cold](raynaud).",
      examination: "{0}, [ascribed to the sclerosis](!synovitis-2-joints).",
      laboratory: "{1} and {2}.",
      imaging:
        "[A pericardial effusion](pericardial-effusion) for which no cause is found. [Interstitial lung disease](interstitial-lung-disease), [that of systemic sclerosis](!interstitial-lung-disease).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        raynaud: "present",
        "synovitis-2-joints": {
          status: "present",
          explainedBy: { cause: "other-disease", text: "systemic sclerosis" },
        },
        "pericardial-effusion": "present",
        "interstitial-lung-disease": {
          status: "present",
          explainedBy: { cause: "other-disease", text: "systemic sclerosis" },
        },
      },
      measurements: [
        { test: "swollen-joints", value: 3, unit: "{count}" },
        { test: "ana-titer", value: 1280, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.8, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "interstitial-lung-disease", says: "The sclerosis explains the lung." },
      {
        finding: "pericardial-effusion",
        says: "5 for the effusion and 3 for the white cells: 8.",
        sets: ["eular-acr-2019"],
      },
    ],
  },
  {
    id: "baker-dry-eyes",
    title: "A baker with dry eyes",
    difficulty: 2,
    patient: { age: 47, sex: "female" },
    story: {
      history:
        "A {patient} has had dry eyes and a dry mouth for years, Sjogren syndrome by biopsy of the lip. [The fingers ache](arthralgia).",
      examination:
        "[Ring-shaped lesions of subacute lupus on back and arms](subacute-cutaneous-lupus). [No joint is swollen](-synovitis-2-joints) or [tender](-nonerosive-arthritis).",
      laboratory: "{0}, {1}, {2} and {3}. [Anti-Ro](anti-ro) and [anti-La](anti-la) positive.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        arthralgia: "present",
        "subacute-cutaneous-lupus": "present",
        "synovitis-2-joints": "absent",
        "nonerosive-arthritis": "absent",
        "anti-ro": "present",
        "anti-la": "present",
      },
      measurements: [
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.1, unit: "10*9/L" },
        { test: "c3", value: 1.0, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.07, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "subacute-cutaneous-lupus", says: "4, 3 and 3 make exactly 10.", sets: ["eular-acr-2019"] },
      { finding: "anti-ro", says: "Anti-Ro and anti-La are counted by none of the sets." },
      { finding: "subacute-cutaneous-lupus", says: "No item here.", sets: ["acr-1997"] },
    ],
    arguable: [
      {
        findings: ["leukopenia"],
        otherwise: { status: "present", explainedBy: { cause: "other-disease", text: "Sjogren syndrome" } },
        says: "Low white cells are common in Sjogren syndrome as well, so one may ascribe them to it or leave them.",
      },
    ],
  },
  {
    id: "choir-heavy-thighs",
    title: "A choir leader with heavy thighs",
    difficulty: 3,
    patient: { age: 35, sex: "female" },
    story: {
      history:
        "A {patient} cannot rise from the chair: dermatomyositis. [Muscles ache](myalgia), [fingers whiten in the cold](raynaud), and [the sun brings out the rash](photosensitivity), [that of dermatomyositis](!photosensitivity).",
      examination:
        "The redness of the face [crosses the nasolabial folds](-malar-rash). {0}, as already a year before the muscles weakened.",
      laboratory: "{1} and {2}. [Anti-RNP strongly positive](anti-rnp).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        myalgia: "present",
        raynaud: "present",
        photosensitivity: { status: "present", explainedBy: { cause: "other-disease", text: "dermatomyositis" } },
        "malar-rash": "absent",
        "anti-rnp": "present",
      },
      measurements: [
        { test: "swollen-joints", value: 5, unit: "{count}" },
        { test: "ana-titer", value: 2560, unit: "{titer}", high: 80 },
        { test: "platelets", value: 82, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "malar-rash", says: "A malar rash leaves the folds free; this one does not." },
      {
        finding: "photosensitivity",
        says: "No exclusion is printed here: it counts although dermatomyositis explains it.",
        sets: ["acr-1997"],
      },
      { finding: "thrombocytopenia", says: "6 and 4 make exactly 10.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "student-acne",
    title: "A student on acne tablets",
    difficulty: 2,
    patient: { age: 23, sex: "female" },
    story: {
      history:
        "A {patient} has taken minocycline for two years; all of this began in the second and is [put down to it](!synovitis-2-joints !fever !ana-above-reference).",
      examination: "{0}. {1}.",
      laboratory: "{2}, [negative before the drug](ana-above-reference). {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "synovitis-2-joints": { status: "present", explainedBy: { cause: "drug", text: "minocycline" } },
        fever: { status: "present", explainedBy: { cause: "drug", text: "minocycline" } },
        "ana-above-reference": { status: "present", explainedBy: { cause: "drug", text: "minocycline" } },
      },
      measurements: [
        { test: "swollen-joints", value: 6, unit: "{count}" },
        { test: "temperature", value: 38.6, unit: "Cel" },
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 6.1, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "ana-above-reference", says: "The entry is met whatever explains the ANA.", sets: ["eular-acr-2019"] },
      {
        finding: "ana-above-reference",
        says: "A drug that causes it is an exclusion that is printed here.",
        sets: ["acr-1997"],
      },
    ],
  },
  {
    id: "machinist-infusions",
    title: "A machinist on infusions",
    difficulty: 3,
    patient: { age: 44, sex: "male" },
    story: {
      history:
        "A {patient} gets infliximab for psoriasis. Three months in, without these before, came [a rash](malar-rash) and [a stab at each breath](pleuritic-pain), [gone within the day](-pleurisy-over-1-day), all of it with the antibodies [put down to the drug](!malar-rash !pleuritic-pain !pleural-effusion !anti-dsdna !ana-above-reference).",
      examination: "Both cheeks are red, the folds free. {0}.",
      laboratory: "{1}, [negative before the drug](ana-above-reference). {2}. {3}, which nobody puts down to the drug.",
      imaging: "[A pleural effusion on the right](pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "malar-rash": { status: "present", explainedBy: { cause: "drug", text: "infliximab" } },
        "pleuritic-pain": { status: "present", explainedBy: { cause: "drug", text: "infliximab" } },
        "pleurisy-over-1-day": "absent",
        "pleural-effusion": { status: "present", explainedBy: { cause: "drug", text: "infliximab" } },
        "anti-dsdna": { status: "present", explainedBy: { cause: "drug", text: "infliximab" } },
        "anti-dsdna-slicc": { status: "present", explainedBy: { cause: "drug", text: "infliximab" } },
        "ana-above-reference": { status: "present", explainedBy: { cause: "drug", text: "infliximab" } },
      },
      measurements: [
        { test: "swollen-joints", value: 0, unit: "{count}" },
        { test: "ana-titer", value: 1280, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 70, unit: "[IU]/mL", high: 20, method: "elisa" },
        { test: "c3", value: 0.8, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "anti-dsdna",
        says: "An antibody that the drug explains does not count here.",
        sets: ["eular-acr-2019", "slerpi"],
      },
      { finding: "low-c3", says: "Nobody ascribes it to the drug: 3.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "gardener-stomach",
    title: "A gardener on a stomach tablet",
    difficulty: 1,
    patient: { age: 63, sex: "female" },
    story: {
      history:
        "A {patient} began omeprazole in April. In May came rings on chest and back; they [faded when it was stopped](!subacute-cutaneous-lupus).",
      examination:
        "[The rings of subacute lupus, fading](subacute-cutaneous-lupus). [The mouth is clear](-oral-ulcers).",
      laboratory: "{0} and {1}. [Anti-Ro positive](anti-ro).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "subacute-cutaneous-lupus": { status: "present", explainedBy: { cause: "drug", text: "omeprazole" } },
        "oral-ulcers": "absent",
        "anti-ro": "present",
      },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 5.6, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "subacute-cutaneous-lupus", says: "What began with a drug and went with it is explained by it." },
      { finding: "anti-ro", says: "Counted by none of the sets." },
    ],
  },
  {
    id: "officer-lung-tablets",
    title: "A prison officer on tablets",
    difficulty: 3,
    patient: { age: 36, sex: "male" },
    story: {
      history:
        "A {patient} takes isoniazid for latent tuberculosis. In the fourth month {she/he} had [a seizure](seizure), [put down to the tablets](!seizure), and [pain behind the breastbone, better leaning forward](pericardial-pain); [all of it is put down to lupus from the drug](!pericardial-pain !pericardial-rub !pericardial-effusion).",
      examination: "[A pericardial rub](pericardial-rub).",
      laboratory: "{0}, [above the range](ana-above-reference) and [negative last year](!ana-above-reference). {1}.",
      imaging: "[A pericardial effusion](pericardial-effusion). The ECG [is normal](-pericarditis-ecg).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        seizure: { status: "present", explainedBy: { cause: "drug", text: "isoniazid" } },
        "pericardial-pain": { status: "present", explainedBy: { cause: "drug", text: "isoniazid" } },
        "pericardial-rub": { status: "present", explainedBy: { cause: "drug", text: "isoniazid" } },
        "pericardial-effusion": { status: "present", explainedBy: { cause: "drug", text: "isoniazid" } },
        "pericarditis-ecg": "absent",
        "ana-above-reference": { status: "present", explainedBy: { cause: "drug", text: "isoniazid" } },
      },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 7.0, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "seizure", says: "A drug is an exclusion that is printed here.", sets: ["acr-1997"] },
      {
        finding: "pericardial-rub",
        says: "An explained sign does not help to reach two of the four.",
        sets: ["eular-acr-2019"],
      },
    ],
  },
  {
    id: "fisherman-years-after",
    title: "A fisherman, years after a tablet",
    difficulty: 2,
    patient: { age: 61, sex: "male" },
    story: {
      history:
        "A {patient} took procainamide until two years ago. What is here now began a year after it was stopped. Last month [it hurt to breathe in for two days](pleurisy-over-1-day).",
      examination: "{0}.",
      laboratory: "{1}; {2}, then {3}.",
      imaging: "[No effusion](-pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: { "pleurisy-over-1-day": "present", "pleural-effusion": "absent" },
      measurements: [
        { test: "swollen-joints", value: 4, unit: "{count}" },
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.3, unit: "10*9/L", date: "2026-01-08" },
        { test: "white-cells", value: 3.5, unit: "10*9/L", date: "2026-02-12" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "ana-above-reference",
        says: "The drug was stopped a year before any of it began: it explains nothing.",
      },
      { finding: "pleurisy-over-1-day", says: "Pain without fluid scores nothing here.", sets: ["eular-acr-2019"] },
      { finding: "leukopenia-twice", says: "Low on two dates, as is asked for here.", sets: ["acr-1997"] },
    ],
  },
] as const satisfies readonly PracticeCase[];
