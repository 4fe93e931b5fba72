import type { PracticeCase } from "../types.ts";

export const blood = [
  {
    id: "cashier-bruises",
    title: "A cashier with bruises",
    difficulty: 1,
    patient: { age: 26, sex: "female" },
    story: {
      history: "A {patient} bruises easily and has had fever at night for a week, {0}; no infection was found.",
      examination: "Petechiae on both shins. [No rash on the face](-malar-rash).",
      laboratory:
        "{1}, {2} and {3}. [Haptoglobin is undetectable and LDH raised](hemolysis); [the direct Coombs test is positive](direct-coombs); hemoglobin 12.9 g/dL, [no anemia](-hemolytic-anemia).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "malar-rash": "absent",
        hemolysis: "present",
        "direct-coombs": "present",
        "hemolytic-anemia": "absent",
      },
      measurements: [
        { test: "temperature", value: 38.9, unit: "Cel" },
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.2, unit: "10*9/L" },
        { test: "platelets", value: 41, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "hemolysis",
        says: "White cells 3, platelets 4 and hemolysis 4 share a domain: 4, not 11.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "direct-coombs",
        says: "Without anemia the positive Coombs test is a criterion of its own here.",
        sets: ["slicc-2012"],
      },
    ],
  },
  {
    id: "weaver-pale",
    title: "A weaver who is pale",
    difficulty: 2,
    patient: { age: 48, sex: "female" },
    story: {
      history: "A {patient} is short of breath on stairs.",
      examination: "Pale, with a palpable spleen. [Fresh ulcers on the palate](oral-ulcers).",
      laboratory:
        "Hemoglobin 7.8 g/dL, [hemolytic anemia with reticulocytes of 9%](hemolytic-anemia-with-reticulocytosis); [direct Coombs test positive](direct-coombs). {0}, {1} and {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "oral-ulcers": "present",
        "hemolytic-anemia-with-reticulocytosis": "present",
        "direct-coombs": "present",
      },
      measurements: [
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "c4", value: 0.08, unit: "g/L", low: 0.1 },
        { test: "platelets", value: 205, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "direct-coombs",
        says: "Beside hemolytic anemia the Coombs test is left out here: the anemia counts alone.",
        sets: ["slicc-2012"],
      },
      {
        finding: "hemolytic-anemia",
        says: "The laboratory signs of hemolysis with a positive Coombs test are asked for here; how low the hemoglobin is makes no difference.",
        sets: ["eular-acr-2019", "slerpi"],
      },
    ],
  },
  {
    id: "tailor-warm-anemia",
    title: "A tailor who needed blood",
    difficulty: 3,
    patient: { age: 55, sex: "male" },
    story: {
      history:
        "A {patient} was transfused for [hemolytic anemia](hemolytic-anemia), [which the hematologist ascribes to a lymphoma](!hemolytic-anemia).",
      examination: "Enlarged axillary nodes. {0}.",
      laboratory:
        "[Direct Coombs test positive](direct-coombs), as it was before the transfusion. {1}, {2} and {3}. [Anti-Sm is positive](anti-sm).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "hemolytic-anemia": { status: "present", explainedBy: { cause: "malignancy", text: "lymphoma" } },
        "direct-coombs": "present",
        "anti-sm": "present",
      },
      measurements: [
        { test: "swollen-joints", value: 2, unit: "{count}" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 8.8, unit: "10*9/L" },
        { test: "platelets", value: 140, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "hemolytic-anemia", says: "The lymphoma explains the anemia, and with it the hemolysis." },
      {
        finding: "direct-coombs",
        says: "Anemia that is on record takes the Coombs test out here, whatever explains it.",
        sets: ["slicc-2012"],
      },
    ],
  },
  {
    id: "secretary-one-count",
    title: "A secretary with a blotchy summer",
    difficulty: 1,
    patient: { age: 32, sex: "female" },
    story: {
      history:
        "A {patient} has had painless mouth ulcers, and [a rash on the arms after each sunny weekend](photosensitivity), gone by the time of the visit.",
      examination: "[Ulcers of the palate](oral-ulcers).",
      laboratory: "{0}. One count so far: {1} and {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "oral-ulcers": "present", photosensitivity: "present" },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.4, unit: "10*9/L", date: "2026-02-03" },
        { test: "platelets", value: 190, unit: "10*9/L", date: "2026-02-03" },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "leukopenia-twice", says: "Low once; a second occasion is asked for here.", sets: ["acr-1997"] },
      {
        finding: "photosensitivity",
        says: "Nobody saw the rash: a history, which is what is asked for here.",
        sets: ["acr-1997"],
      },
    ],
  },
  {
    id: "plumber-two-counts",
    title: "A plumber with swollen wrists",
    difficulty: 2,
    patient: { age: 38, sex: "male" },
    story: {
      history:
        "A {patient} has had swollen wrists, and one afternoon [a stabbing pain on breathing in](pleuritic-pain), [gone by the evening](-pleurisy-over-1-day).",
      examination: "{0}.",
      laboratory: "{1}; {2}, {3}; {4}, {5}.",
      imaging: "[No fluid around the lungs](-pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: { "pleuritic-pain": "present", "pleurisy-over-1-day": "absent", "pleural-effusion": "absent" },
      measurements: [
        { test: "swollen-joints", value: 3, unit: "{count}" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "lymphocytes", value: 1.2, unit: "10*9/L", date: "2026-01-08" },
        { test: "lymphocytes", value: 1.4, unit: "10*9/L", date: "2026-02-19" },
        { test: "white-cells", value: 4.9, unit: "10*9/L", date: "2026-01-08" },
        { test: "white-cells", value: 5.1, unit: "10*9/L", date: "2026-02-19" },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "lymphopenia-1500-twice", says: "Below 1.5 on two dates: an item of this set.", sets: ["acr-1997"] },
      { finding: "lymphopenia-1000", says: "Below 1.0 is asked for here: 1.2 and 1.4 are not.", sets: ["slicc-2012"] },
      { finding: "pleuritic-pain", says: "The history is enough here, however short.", sets: ["acr-1997", "slerpi"] },
      { finding: "pleurisy-over-1-day", says: "More than a day is asked for here.", sets: ["slicc-2012"] },
      { finding: "pleural-effusion", says: "Pain without fluid scores nothing here.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "potter-azathioprine",
    title: "A potter on azathioprine",
    difficulty: 2,
    patient: { age: 42, sex: "female" },
    story: {
      history: "A {patient} takes azathioprine for bowel disease.",
      examination:
        "[A rash over both cheeks that spares the folds](malar-rash). [Thin, fragile hair all over, without scars](non-scarring-alopecia).",
      laboratory: "{0}. {1} and {2}, [low only since azathioprine](leukopenia), [which explains it](!leukopenia). {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "malar-rash": "present",
        "non-scarring-alopecia": "present",
        leukopenia: { status: "present", explainedBy: { cause: "drug", text: "azathioprine" } },
        "leukopenia-twice": { status: "present", explainedBy: { cause: "drug", text: "azathioprine" } },
      },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 2.8, unit: "10*9/L", date: "2025-11-04" },
        { test: "white-cells", value: 3.0, unit: "10*9/L", date: "2025-12-09" },
        { test: "c3", value: 1.2, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "unknown",
    notes: [{ finding: "leukopenia", says: "Azathioprine explains the low white cells." }],
  },
  {
    id: "carpenter-heparin",
    title: "A carpenter on heparin",
    difficulty: 3,
    patient: { age: 50, sex: "male" },
    story: {
      history:
        "A {patient} received heparin for [a deep vein thrombosis](thrombosis). Platelets fell from the fifth day.",
      examination: "[Plaques with scale and plugged follicles on the scalp](discoid-lupus).",
      laboratory:
        "{0}. {1}, [with antibodies against heparin complexes](!thrombocytopenia). {2}. [Lupus anticoagulant is negative](-lupus-anticoagulant).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        thrombosis: "present",
        "discoid-lupus": "present",
        thrombocytopenia: { status: "present", explainedBy: { cause: "drug", text: "heparin" } },
        "lupus-anticoagulant": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "platelets", value: 62, unit: "10*9/L" },
        { test: "anticardiolipin-iga", value: 55, unit: "[APL'U]" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "thrombocytopenia",
        says: "Heparin explains the fall of the platelets, and drugs are excluded here.",
        sets: ["eular-acr-2019", "slicc-2012", "acr-1997", "slerpi"],
      },
      {
        finding: "anticardiolipin-medium-high",
        says: "IgA above 40 counts here.",
        sets: ["eular-acr-2019", "slicc-2012"],
      },
      {
        finding: "anticardiolipin-igg-igm-abnormal",
        says: "Only IgG and IgM are read here, not IgA.",
        sets: ["acr-1997", "slerpi"],
      },
      { finding: "thrombosis", says: "The clot is counted by none of the sets." },
    ],
  },
  {
    id: "cyclist-hemolysis",
    title: "A cyclist with dark urine",
    difficulty: 2,
    patient: { age: 35, sex: "male" },
    story: {
      history: "A {patient} has [headaches](headache) and dark urine after races.",
      examination: "{0}. [No ulcers](-oral-ulcers).",
      laboratory:
        "[Reticulocytes raised, haptoglobin low](hemolysis); [the direct Coombs test is negative](-direct-coombs); hemoglobin 14.2 g/dL, [no anemia](-hemolytic-anemia). {1}, {2} and {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        headache: "present",
        "oral-ulcers": "absent",
        hemolysis: "present",
        "direct-coombs": "absent",
        "hemolytic-anemia": "absent",
      },
      measurements: [
        { test: "swollen-joints", value: 2, unit: "{count}" },
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "c3", value: 0.8, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.22, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "hemolysis",
        says: "Signs of hemolysis count here only with a positive Coombs test.",
        sets: ["eular-acr-2019", "slerpi"],
      },
      {
        finding: "hemolytic-anemia",
        says: "Hemolytic anemia is asked for here, and the hemoglobin is normal.",
        sets: ["slicc-2012", "acr-1997"],
      },
    ],
  },
  {
    id: "nanny-platelets",
    title: "A nanny before a tooth is pulled",
    difficulty: 1,
    patient: { age: 29, sex: "female" },
    story: {
      history:
        "A {patient} had blood drawn before an extraction. {She/He} bruises no more than others and takes no drugs.",
      examination: "[No synovitis](-synovitis-2-joints).",
      laboratory: "{0}, {1} and {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "synovitis-2-joints": "absent" },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "platelets", value: 95, unit: "10*9/L" },
        { test: "white-cells", value: 5.5, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "thrombocytopenia",
        says: "ANA 3 and platelets 4.5 make 7.5, without any other sign: so ask for other causes first.",
        sets: ["slerpi"],
      },
      {
        finding: "thrombocytopenia",
        says: "95 is below 100, and once is enough.",
        sets: ["eular-acr-2019", "slicc-2012", "acr-1997"],
      },
    ],
  },
  {
    id: "bus-driver-three-counts",
    title: "A bus driver who is worn out",
    difficulty: 2,
    patient: { age: 47, sex: "male" },
    story: {
      history: "A {patient} feels [worn out](fatigue).",
      examination: "[A malar rash](malar-rash).",
      laboratory: "{0}; {1}, {2}; {3}; {4}, {5}.",
    },
    record: {
      format: "sle-record/1",
      findings: { fatigue: "present", "malar-rash": "present" },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3100, unit: "/uL", date: "2026-01-05" },
        { test: "white-cells", value: 2900, unit: "/uL", date: "2026-01-26" },
        { test: "platelets", value: 76000, unit: "/uL", date: "2026-01-05" },
        { test: "lymphocytes", value: 700, unit: "/uL", date: "2026-01-05" },
        { test: "lymphocytes", value: 820, unit: "/uL", date: "2026-01-26" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "thrombocytopenia",
        says: "Blood counts share a domain: platelets 4 count, and with the rash it is exactly 10.",
        sets: ["eular-acr-2019"],
      },
      { finding: "thrombocytopenia", says: "All counts together are one criterion here.", sets: ["acr-1997"] },
      {
        finding: "lymphopenia-1000",
        says: "White cells and lymphocytes are one criterion here, platelets another.",
        sets: ["slicc-2012"],
      },
    ],
  },
] as const satisfies readonly PracticeCase[];
