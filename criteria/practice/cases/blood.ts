import type { PracticeCase } from "../types.ts";

export const blood = [
  {
    id: "cashier-bruises",
    title: "A cashier with bruises",
    difficulty: 1,
    patient: { age: 26, sex: "female" },
    story: {
      history: "A {patient} bruises easily and has had a fever at night. {0}.",
      examination: "Petechiae on both shins. [No rash on the face](-malar-rash).",
      laboratory:
        "{1}. {2}. {3}. [Haptoglobin is undetectable and LDH raised](hemolysis); [the direct Coombs test is positive](direct-coombs); hemoglobin 12.9 g/dL, [no anemia](-hemolytic-anemia).",
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
      { finding: "hemolysis", says: "Leukopenia 3, platelets 4 and hemolysis 4 share a domain: 4, not 11." },
      { finding: "direct-coombs", says: "Without anemia the Coombs test is a SLICC criterion of its own." },
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
        "Hemoglobin 7.8 g/dL, [hemolytic anemia with reticulocytes of 9%](hemolytic-anemia-with-reticulocytosis); [direct Coombs test positive](direct-coombs). {0}. {1}. {2}.",
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
    notes: [{ finding: "direct-coombs", says: "With hemolytic anemia SLICC counts the anemia only." }],
  },
  {
    id: "tailor-warm-anemia",
    title: "A tailor after a transfusion",
    difficulty: 3,
    patient: { age: 55, sex: "male" },
    story: {
      history:
        "A {patient} was transfused for [hemolytic anemia](hemolytic-anemia), [which the hematologist ascribes to a lymphoma](!hemolytic-anemia).",
      examination: "Enlarged axillary nodes. {0}.",
      laboratory:
        "[Direct Coombs test positive](direct-coombs), as it was before the transfusion. {1}. {2}. {3}. [Anti-Sm is positive](anti-sm).",
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
      {
        finding: "hemolytic-anemia",
        says: "SLICC prints no exclusion for the anemia, so it counts, and the Coombs test is out.",
      },
      { finding: "hemolysis", says: "The hemolysis inherits the explanation: EULAR/ACR and SLERPI do not count it." },
    ],
  },
  {
    id: "secretary-one-count",
    title: "A secretary and one blood count",
    difficulty: 1,
    patient: { age: 32, sex: "female" },
    story: {
      history: "A {patient} has sun-induced rashes and painless mouth ulcers.",
      examination: "[Ulcers of the palate](oral-ulcers). [A sun-induced rash, told and not seen](photosensitivity).",
      laboratory: "{0}. One count so far: {1}. {2}.",
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
    notes: [{ finding: "leukopenia-twice", says: "Low once: ACR 1997 needs another occasion and stays at 3." }],
  },
  {
    id: "plumber-two-counts",
    title: "A plumber with two low counts",
    difficulty: 2,
    patient: { age: 38, sex: "male" },
    story: {
      history:
        "A {patient} has had swollen wrists and [chest pain on breathing in](pleuritic-pain), gone within hours.",
      examination: "{0}.",
      laboratory: "{1}. {2}. {3}. {4}. {5}.",
      imaging: "[No fluid around the lungs](-pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: { "pleuritic-pain": "present", "pleural-effusion": "absent" },
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
      { finding: "lymphopenia-1500-twice", says: "Below 1.5 twice: an ACR 1997 item and nothing in the other sets." },
      {
        finding: "pleuritic-pain",
        says: "Enough for ACR 1997 and SLERPI; SLICC asks for more than a day, EULAR/ACR for fluid.",
      },
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
      laboratory:
        "{0}. {1} and {2}: [low since the drug was begun](leukopenia), [and the drug explains it](!leukopenia). {3}.",
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
    notes: [
      {
        finding: "leukopenia",
        says: "The drug explains it for three sets. ACR 1997 prints no exclusion for leukopenia, so it counts.",
      },
    ],
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
      { finding: "thrombocytopenia", says: "A drug explains it, which every set excludes, ACR 1997 in print." },
      {
        finding: "anticardiolipin-medium-high",
        says: "IgA above 40 counts for EULAR/ACR and SLICC; ACR 1997 and SLERPI read IgG and IgM.",
      },
      { finding: "thrombosis", says: "The clot is in no set." },
    ],
  },
  {
    id: "cyclist-hemolysis",
    title: "A cyclist with a raised LDH",
    difficulty: 2,
    patient: { age: 35, sex: "male" },
    story: {
      history: "A {patient} has [headaches](headache) and dark urine after races.",
      examination: "{0}. [No ulcers](-oral-ulcers).",
      laboratory:
        "[Reticulocytes raised, haptoglobin low](hemolysis); [the direct Coombs test is negative](-direct-coombs). {1}. {2}. {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: { headache: "present", "oral-ulcers": "absent", hemolysis: "present", "direct-coombs": "absent" },
      measurements: [
        { test: "swollen-joints", value: 2, unit: "{count}" },
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "c3", value: 0.8, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.22, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [{ finding: "hemolysis", says: "Without a positive Coombs test hemolysis counts nowhere." }],
  },
  {
    id: "nanny-platelets",
    title: "A nanny with 95 platelets",
    difficulty: 1,
    patient: { age: 29, sex: "female" },
    story: {
      history:
        "A {patient} had blood drawn before a tooth is pulled. {She/He} bruises no more than others and takes no drugs.",
      examination: "[No synovitis](-synovitis-2-joints).",
      laboratory: "{0}. {1}. {2}.",
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
        says: "ANA 3 and platelets 4.5 make 7.5: SLERPI is positive without any other sign, so ask for other causes.",
      },
    ],
  },
  {
    id: "bus-driver-three-counts",
    title: "A bus driver with three low counts",
    difficulty: 2,
    patient: { age: 47, sex: "male" },
    story: {
      history: "A {patient} feels [worn out](fatigue).",
      examination: "[A malar rash](malar-rash).",
      laboratory: "{0}. {1}. {2}. {3}. {4}. {5}.",
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
        says: "Exactly 10 in EULAR/ACR: rash 6 and platelets 4. All counts together are one ACR 1997 criterion.",
      },
    ],
  },
] as const satisfies readonly PracticeCase[];
