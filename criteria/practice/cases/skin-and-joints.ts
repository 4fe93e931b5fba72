import type { PracticeCase } from "../types.ts";

export const skinAndJoints = [
  {
    id: "nurse-red-cheeks",
    title: "A nurse with red cheeks",
    difficulty: 1,
    patient: { age: 27, sex: "female" },
    story: {
      history:
        "A {patient} comes with two months of [tiredness](fatigue) and aching hands. {She/He} wakes with stiff fingers.",
      examination:
        "[Flat redness of both cheeks leaves the nasolabial folds free](malar-rash). {0}, warm and boggy to the touch. [The mouth shows no ulcers](-oral-ulcers).",
      laboratory: "{1}, {2} and {3}. Anti-Sm [was not requested](?anti-sm).",
    },
    record: {
      format: "sle-record/1",
      findings: { fatigue: "present", "malar-rash": "present", "oral-ulcers": "absent" },
      measurements: [
        { test: "swollen-joints", value: 5, unit: "{count}" },
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 5.8, unit: "10*9/L" },
        { test: "platelets", value: 231, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "malar-rash", says: "Seen by the examiner, and the folds beside the nose are free." },
      { finding: "fatigue", says: "Common in lupus, and counted by none of the sets." },
    ],
  },
  {
    id: "gardener-summer-rash",
    title: "A gardener who avoids the sun",
    difficulty: 1,
    patient: { age: 34, sex: "female" },
    story: {
      history:
        "A {patient} reports that [every summer a rash appears within a day of sun](photosensitivity); {she/he} has no photograph and the skin is clear today. [Both knees and wrists ache without swelling](arthralgia), and [{her/his} fingers turn white, then blue in the cold](raynaud).",
      examination: "[No synovitis](-synovitis-2-joints). [The hair is full](-non-scarring-alopecia).",
      laboratory: "{0}, {1} and {2}. [Anti-Ro is positive](anti-ro); [anti-Sm is negative](-anti-sm).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        photosensitivity: "present",
        arthralgia: "present",
        raynaud: "present",
        "synovitis-2-joints": "absent",
        "non-scarring-alopecia": "absent",
        "anti-ro": "present",
        "anti-sm": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 6, unit: "[IU]/mL", high: 10, method: "elisa" },
        { test: "white-cells", value: 4.4, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "photosensitivity",
        says: "Nobody has seen the rash: it is a history of photosensitivity, and no lupus rash is on record.",
      },
      { finding: "photosensitivity", says: "The patient's own account is enough here.", sets: ["acr-1997"] },
      {
        finding: "arthralgia",
        says: "Aching without swelling, tenderness or stiffness is joint pain and no arthritis.",
      },
      { finding: "anti-ro", says: "No set counts anti-Ro." },
    ],
  },
  {
    id: "student-hair-brush",
    title: "A student and a full hairbrush",
    difficulty: 1,
    patient: { age: 22, sex: "female" },
    story: {
      history: "A {patient} has lost hair for three months and has had sore spots in {her/his} mouth.",
      examination:
        "[Diffuse thinning with broken hairs, no scars](non-scarring-alopecia). [Three ulcers on the hard palate](oral-ulcers). [Both wrists tender, with an hour of morning stiffness](tender-joints-with-stiffness).",
      laboratory: "{0}, {1}, {2} and {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "non-scarring-alopecia": "present",
        "oral-ulcers": "present",
        "tender-joints-with-stiffness": "present",
      },
      measurements: [
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "c3", value: 0.68, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.06, unit: "g/L", low: 0.1 },
        { test: "white-cells", value: 4.1, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "ana-1-80",
        says: "1:80 exactly opens the entry: at least 1:80 is asked for.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "oral-ulcers",
        says: "Ulcers and alopecia share a domain here: 2 points, not 4.",
        sets: ["eular-acr-2019"],
      },
    ],
  },
  {
    id: "tourist-blisters",
    title: "Back from the coast",
    difficulty: 2,
    patient: { age: 31, sex: "female" },
    story: {
      history: "A {patient} returns from the coast with tense blisters on {her/his} shoulders.",
      examination:
        "Grouped, tense blisters on sun-exposed skin. [A malar rash](malar-rash) as well. [A rash of lupus on the arms, brought on by the sun](photosensitive-lupus-rash).",
      laboratory: "{0}, {1} and {2}. [Anti-RNP is positive](anti-rnp).",
      biopsy:
        "Skin: a blister beneath the epidermis with a band of neutrophils, and IgG along the basement membrane: [bullous lupus](bullous-lupus).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "bullous-lupus": "present",
        "malar-rash": "present",
        "photosensitive-lupus-rash": "present",
        "anti-rnp": "present",
      },
      measurements: [
        { test: "ana-titer", value: 1280, unit: "{titer}", high: 80 },
        { test: "c3", value: 71, unit: "mg/dL", low: 90 },
        { test: "c4", value: 18, unit: "mg/dL", low: 10 },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "bullous-lupus",
        says: "Malar, photosensitive and bullous rash are one criterion here between them.",
        sets: ["slicc-2012"],
      },
      {
        finding: "photosensitive-lupus-rash",
        says: "A lupus rash that the sun brought on is also photosensitivity.",
        sets: ["acr-1997"],
      },
      {
        finding: "bullous-lupus",
        says: "Not an item here; the malar rash is what counts of the skin.",
        sets: ["eular-acr-2019"],
      },
    ],
  },
  {
    id: "roofer-plaques",
    title: "A roofer with plaques",
    difficulty: 2,
    patient: { age: 46, sex: "male" },
    story: {
      history: "A {patient} who works outdoors has had scaly patches on scalp and ears for years.",
      examination:
        "[Plugged, scaly plaques that end in sunken scars](discoid-lupus). [Ring-shaped, non-scarring lesions on the upper back](subacute-cutaneous-lupus). [The cheeks are clear](-malar-rash). {0}.",
      laboratory: "{1}, {2}, {3} and {4}. [Anti-Ro is positive](anti-ro).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "discoid-lupus": "present",
        "subacute-cutaneous-lupus": "present",
        "malar-rash": "absent",
        "anti-ro": "present",
      },
      measurements: [
        { test: "swollen-joints", value: 0, unit: "{count}" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3700, unit: "/uL" },
        { test: "lymphocytes", value: 900, unit: "/uL" },
        { test: "platelets", value: 188000, unit: "/uL" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "discoid-lupus",
        says: "Discoid and subacute lupus are two criteria here, one acute or subacute, one chronic.",
        sets: ["slicc-2012"],
      },
      {
        finding: "discoid-lupus",
        says: "Discoid and subacute lupus are one item here: 4 points once.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "lymphopenia-1000",
        says: "Low white cells and low lymphocytes are one criterion here.",
        sets: ["slicc-2012"],
      },
      {
        finding: "lymphopenia-1000",
        says: "Lymphocytes are not read here, only white cells.",
        sets: ["eular-acr-2019", "slerpi"],
      },
    ],
  },
  {
    id: "teacher-chilblains",
    title: "A teacher with painful toes",
    difficulty: 2,
    patient: { age: 39, sex: "female" },
    story: {
      history:
        "A {patient} has [purple, tender toes each winter that a dermatologist calls chilblain lupus](other-chronic-cutaneous-lupus). [{Her/His} sister has SLE](family-history).",
      examination:
        "[Ulcers inside both nostrils, seen by the ENT surgeon](nasal-ulcers). [The mouth is clear](-oral-ulcers).",
      laboratory: "{0}, {1}, {2} and {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "other-chronic-cutaneous-lupus": "present",
        "family-history": "present",
        "nasal-ulcers": "present",
        "oral-ulcers": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 160 },
        { test: "anti-dsdna", value: 64, unit: "[IU]/mL", high: 15, method: "elisa" },
        { test: "ch50", value: 21, unit: "U/mL", low: 41 },
        { test: "c3", value: 1.02, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "nasal-ulcers",
        says: "The item here asks for ulcers of the mouth; those of the nose do not count.",
        sets: ["eular-acr-2019"],
      },
      { finding: "low-ch50", says: "CH50 is read here beside C3 and C4.", sets: ["slicc-2012"] },
      {
        finding: "anti-dsdna-specific",
        says: "An ELISA above its limit is not by itself an assay of shown specificity.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "anti-dsdna-slicc",
        says: "By ELISA more than twice the limit is asked for: 64 is more than 30.",
        sets: ["slicc-2012"],
      },
    ],
  },
  {
    id: "waitress-one-knee",
    title: "A waitress with a bad knee",
    difficulty: 2,
    patient: { age: 25, sex: "female" },
    story: {
      history:
        "A {patient} has had a swollen knee for five weeks. [Muscle pain](myalgia) too, and [no appetite](anorexia).",
      examination:
        "{0}. [No joint is stiff in the morning](-tender-joints-with-stiffness). [Cheeks red, the folds spared](malar-rash).",
      laboratory: "{1}, {2} and {3}. [Urine is clean](-red-cell-casts).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        myalgia: "present",
        anorexia: "present",
        "tender-joints-with-stiffness": "absent",
        "malar-rash": "present",
        "red-cell-casts": "absent",
      },
      measurements: [
        { test: "swollen-joints", value: 1, unit: "{count}" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.9, unit: "10*9/L" },
        { test: "c4", value: 0.14, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "synovitis-2-joints", says: "One joint is one too few." },
      {
        finding: "leukopenia",
        says: "3.9 is below 4.0, and once is enough here.",
        sets: ["eular-acr-2019", "slicc-2012", "slerpi"],
      },
      { finding: "leukopenia-twice", says: "Low once; two occasions are asked for here.", sets: ["acr-1997"] },
    ],
  },
  {
    id: "farmer-tender-hands",
    title: "A farmer with tender hands",
    difficulty: 2,
    patient: { age: 52, sex: "male" },
    story: {
      history: "A {patient} has had tender finger joints for half a year; stiffness in the morning lasts ten minutes.",
      examination:
        "[Six tender joints; radiographs show no erosions](nonerosive-arthritis). [No joint is swollen](-synovitis-2-joints) and [stiffness falls short of 30 minutes](-tender-joints-with-stiffness). [A scaly plaque with plugged follicles in front of the ear](discoid-lupus).",
      laboratory: "{0}, {1} and {2}. [Lupus anticoagulant is positive](lupus-anticoagulant).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "nonerosive-arthritis": "present",
        "synovitis-2-joints": "absent",
        "tender-joints-with-stiffness": "absent",
        "discoid-lupus": "present",
        "lupus-anticoagulant": "present",
      },
      measurements: [
        { test: "ana-titer", value: 40, unit: "{titer}", high: 40 },
        { test: "white-cells", value: 6.4, unit: "10*9/L" },
        { test: "platelets", value: 128, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "nonerosive-arthritis",
        says: "Tenderness of two joints without erosions is enough here.",
        sets: ["acr-1997", "slerpi"],
      },
      {
        finding: "nonerosive-arthritis",
        says: "Neither swelling nor 30 minutes of stiffness: no joint involvement here.",
        sets: ["eular-acr-2019", "slicc-2012"],
      },
      {
        finding: "ana-1-80",
        says: "1:40 is positive for this laboratory and does not open the entry.",
        sets: ["eular-acr-2019"],
      },
      { finding: "thrombocytopenia", says: "Low for the laboratory, but not below 100." },
    ],
  },
  {
    id: "dancer-drug-rash",
    title: "A dancer on a new tablet",
    difficulty: 3,
    patient: { age: 29, sex: "female" },
    story: {
      history:
        "A {patient} began an antibiotic nine days ago. Since then [a widespread rash](maculopapular-rash), [which the dermatologist ascribes to the drug](!maculopapular-rash). {She/He} has had stiff, swollen hands for months.",
      examination:
        "{0}. [Broken, thinned hair](non-scarring-alopecia), [ascribed to iron deficiency with a ferritin of 4 ng/mL](!non-scarring-alopecia).",
      laboratory: "{1}, {2}, {3} and {4}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "maculopapular-rash": { status: "present", explainedBy: { cause: "drug", text: "antibiotic exanthem" } },
        "non-scarring-alopecia": { status: "present", explainedBy: { cause: "metabolic", text: "iron deficiency" } },
      },
      measurements: [
        { test: "swollen-joints", value: 4, unit: "{count}" },
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 22, unit: "[IU]/mL", high: 15, method: "elisa" },
        { test: "c3", value: 0.82, unit: "g/L", low: 0.9 },
        { test: "white-cells", value: 7.2, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "maculopapular-rash", says: "What the drug explains is no rash of lupus." },
      {
        finding: "anti-dsdna-slicc",
        says: "By ELISA more than twice the limit is asked for: 22 is not more than 30.",
        sets: ["slicc-2012"],
      },
      {
        finding: "anti-dsdna",
        says: "Above the range of the laboratory is enough here, whatever the assay.",
        sets: ["acr-1997", "slerpi"],
      },
    ],
  },
  {
    id: "musician-mouth",
    title: "A musician with a sore mouth",
    difficulty: 2,
    patient: { age: 30, sex: "female" },
    story: {
      history:
        "A {patient} has had two painful crops on the lip and palate in a year. Every June [the chest comes out in a rash the day after sun](photosensitivity); nobody has seen it.",
      examination:
        "[Ulcers of the palate](oral-ulcers), [which grow herpes simplex](!oral-ulcers). [A malar rash](malar-rash).",
      laboratory: "{0}, {1} and {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes simplex" } },
        "malar-rash": "present",
        photosensitivity: "present",
      },
      measurements: [
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "anticardiolipin-igg", value: 28, unit: "[GPL'U]", high: 15, p99: 45 },
        { test: "anti-dsdna", value: 9, unit: "[IU]/mL", high: 10, method: "farr" },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "oral-ulcers", says: "Herpes explains the ulcers." },
      {
        finding: "anticardiolipin-igg-igm-abnormal",
        says: "28 is above the laboratory's limit, which is enough here.",
        sets: ["acr-1997", "slerpi"],
      },
      {
        finding: "anticardiolipin-medium-high",
        says: "28 is neither above 40 nor above the 99th percentile of 45.",
        sets: ["eular-acr-2019", "slicc-2012"],
      },
      { finding: "malar-rash", says: "Malar rash and photosensitivity are two criteria here.", sets: ["acr-1997"] },
    ],
  },
  {
    id: "chef-peeling-skin",
    title: "A chef whose skin peels",
    difficulty: 3,
    patient: { age: 41, sex: "male" },
    story: {
      history: "A {patient} is admitted with rapidly spreading redness. {She/He} takes no drugs.",
      examination:
        "[Sheets of skin detach over the sun-exposed half of the body, judged to be the lupus variant](ten-variant-lupus). [The palate is ulcerated](oral-ulcers). {0}.",
      laboratory: "{1}, {2}, {3}, {4} and {5}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "ten-variant-lupus": "present", "oral-ulcers": "present" },
      measurements: [
        { test: "temperature", value: 38.4, unit: "Cel" },
        { test: "ana-titer", value: 2560, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 160, unit: "{titer}", high: 10, method: "crithidia" },
        { test: "white-cells", value: 2100, unit: "/mm3" },
        { test: "c3", value: 40, unit: "mg/dL", low: 90 },
        { test: "c4", value: 4, unit: "mg/dL", low: 10 },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "ten-variant-lupus", says: "This form of acute lupus is named by this set.", sets: ["slicc-2012"] },
      {
        finding: "ten-variant-lupus",
        says: "Not an item here: the ulcers are all that counts of the skin and mouth.",
        sets: ["eular-acr-2019"],
      },
      { finding: "fever", says: "38.4 is above 38.3.", sets: ["eular-acr-2019"] },
    ],
  },
] as const satisfies readonly PracticeCase[];
