import type { PracticeCase } from "../types.ts";

export const antibodiesAndGates = [
  {
    id: "donor-antibodies-only",
    title: "A blood donor who feels well",
    difficulty: 2,
    patient: { age: 26, sex: "female" },
    story: {
      history: "A {patient} was tested because [{her/his} mother has SLE](family-history). {She/He} has no complaints.",
      examination: "Normal. [No rash](-malar-rash), [no synovitis](-synovitis-2-joints).",
      laboratory: "{0}. {1}. {2}. {3}. [Lupus anticoagulant is positive](lupus-anticoagulant).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "family-history": "present",
        "malar-rash": "absent",
        "synovitis-2-joints": "absent",
        "lupus-anticoagulant": "present",
      },
      measurements: [
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 90, unit: "[IU]/mL", high: 7, method: "farr" },
        { test: "c3", value: 0.6, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.05, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "anti-dsdna-specific",
        says: "12 points and no clinical criterion: EULAR/ACR does not classify. SLERPI passes on antibodies alone.",
      },
    ],
  },
  {
    id: "brother-screened",
    title: "A brother who was screened",
    difficulty: 2,
    patient: { age: 35, sex: "male" },
    story: {
      history: "A {patient} asked for tests after [his sister fell ill with SLE](family-history).",
      examination: "Normal skin, joints and [mouth](-oral-ulcers).",
      laboratory:
        "{0}. {1}. {2}. [Anti-Sm](anti-sm) and [the direct Coombs test](direct-coombs) are positive; [no anemia](-hemolytic-anemia).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "family-history": "present",
        "oral-ulcers": "absent",
        "anti-sm": "present",
        "direct-coombs": "present",
        "hemolytic-anemia": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 320, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 65, unit: "[IU]/mL", high: 20, method: "elisa" },
        { test: "c4", value: 0.06, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [{ finding: "direct-coombs", says: "Five immunologic SLICC criteria and no clinical one do not classify." }],
  },
  {
    id: "optician-immunology",
    title: "An optician with a folder of results",
    difficulty: 3,
    patient: { age: 33, sex: "female" },
    story: {
      history:
        "A {patient} had [a clot in the calf](thrombosis) two years ago and [a false-positive RPR, the treponemal test negative](false-positive-rpr).",
      examination: "Normal.",
      laboratory: "{0}. {1}. {2}. {3}. {4}.",
    },
    record: {
      format: "sle-record/1",
      findings: { thrombosis: "present", "false-positive-rpr": "present" },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 44, unit: "[IU]/mL", high: 10, method: "farr" },
        { test: "c3", value: 0.7, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.06, unit: "g/L", low: 0.1 },
        { test: "white-cells", value: 5.2, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "false-positive-rpr",
        says: "An antiphospholipid route of SLICC only; six months are asked for elsewhere.",
      },
      { finding: "anti-dsdna-specific", says: "10 points, four SLICC criteria, and nothing clinical." },
    ],
  },
  {
    id: "locum-missing-ana",
    title: "A patient seen by a locum",
    difficulty: 1,
    patient: { age: 28, sex: "female" },
    story: {
      history: "A {patient} was seen elsewhere; the ANA result [has not arrived](?ana-1-80 ?ana-above-reference).",
      examination: "[A malar rash](malar-rash). {0}.",
      laboratory: "{1}. {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "malar-rash": "present" },
      measurements: [
        { test: "swollen-joints", value: 6, unit: "{count}" },
        { test: "white-cells", value: 3.1, unit: "10*9/L" },
        { test: "c3", value: 0.8, unit: "g/L", low: 0.9 },
      ],
    },
    otherwise: "unknown",
    notes: [{ finding: "ana-1-80", says: "Unknown is neither positive nor negative: 18 points and no verdict yet." }],
  },
  {
    id: "sailor-no-serology",
    title: "A sailor without serology",
    difficulty: 2,
    patient: { age: 36, sex: "male" },
    story: {
      history:
        "A {patient} is seen in port, where [no antibody can be measured](?ana-1-80 ?ana-above-reference). [Pleuritic pain for three days](pleurisy-over-1-day).",
      examination: "[A malar rash](malar-rash). {0}. [Ulcers of the palate](oral-ulcers).",
      laboratory: "{1}. {2}.",
      imaging: "[An effusion on the left](pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "pleurisy-over-1-day": "present",
        "malar-rash": "present",
        "oral-ulcers": "present",
        "pleural-effusion": "present",
      },
      measurements: [
        { test: "swollen-joints", value: 3, unit: "{count}" },
        { test: "white-cells", value: 3600, unit: "/uL" },
        { test: "platelets", value: 165000, unit: "/uL" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "ana-above-reference",
        says: "ACR 1997 classifies on four clinical criteria; SLICC needs one immunologic criterion.",
      },
    ],
  },
  {
    id: "archivist-old-letter",
    title: "An archivist with an old letter",
    difficulty: 2,
    patient: { age: 60, sex: "female" },
    story: {
      history:
        "A {patient} brings a letter that mentions lupus, with [no ANA result in it](?ana-1-80 ?ana-above-reference).",
      examination: "[A discoid scar on the nose](discoid-lupus). [Thinned hair](non-scarring-alopecia). {0}.",
      laboratory: "{1}. {2}. {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "discoid-lupus": "present", "non-scarring-alopecia": "present" },
      measurements: [
        { test: "swollen-joints", value: 2, unit: "{count}" },
        { test: "platelets", value: 84, unit: "10*9/L" },
        { test: "anticardiolipin-iga", value: 62, unit: "[APL'U]" },
        { test: "white-cells", value: 4.2, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "anticardiolipin-medium-high",
        says: "IgA is enough for the immunologic criterion that SLICC asks for.",
      },
    ],
  },
  {
    id: "ana-one-forty",
    title: "A florist just below the line",
    difficulty: 2,
    patient: { age: 33, sex: "female" },
    story: {
      history: "A {patient} has had stiff hands and mouth ulcers.",
      examination: "{0}. [Ulcers of the palate](oral-ulcers).",
      laboratory: "{1}. {2}. {3}. {4}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "oral-ulcers": "present" },
      measurements: [
        { test: "swollen-joints", value: 8, unit: "{count}" },
        { test: "ana-titer", value: 40, unit: "{titer}", high: 40 },
        { test: "anti-dsdna", value: 40, unit: "{titer}", high: 10, method: "crithidia" },
        { test: "platelets", value: 88, unit: "10*9/L" },
        { test: "anticardiolipin-igg", value: 24, unit: "[GPL'U]", high: 15 },
      ],
    },
    otherwise: "unknown",
    notes: [{ finding: "ana-1-80", says: "18 points, and 1:40 does not open the entry." }],
  },
  {
    id: "hydralazine-driver",
    title: "A retired driver on hydralazine",
    difficulty: 3,
    patient: { age: 66, sex: "male" },
    story: {
      history: "A {patient} has taken hydralazine for three years.",
      examination: "{0}, as there were years before the drug. [A rub over the right lung](pleural-rub).",
      laboratory:
        "{1}: [above the range](ana-above-reference), [and the drug is held to explain the antibody](!ana-above-reference). {2}, and no higher before the drug. {3}.",
      imaging:
        "[A small pleural effusion](pleural-effusion), [also put down to the drug](!pleural-effusion !pleural-rub).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "ana-above-reference": { status: "present", explainedBy: { cause: "drug", text: "hydralazine" } },
        "pleural-rub": { status: "present", explainedBy: { cause: "drug", text: "hydralazine" } },
        "pleural-effusion": { status: "present", explainedBy: { cause: "drug", text: "hydralazine" } },
      },
      measurements: [
        { test: "swollen-joints", value: 6, unit: "{count}" },
        { test: "ana-titer", value: 1280, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.7, unit: "10*9/L" },
        { test: "platelets", value: 240, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "ana-above-reference",
        says: "The EULAR/ACR entry is met whatever explains the ANA; ACR 1997 and SLERPI take it out; SLICC does not.",
      },
    ],
  },
  {
    id: "schoolgirl-nephritis",
    title: "A schoolgirl with fever",
    difficulty: 2,
    patient: { age: 13, sex: "female" },
    story: {
      history: "A {patient} has been febrile for two weeks. {0}. Cultures are sterile.",
      examination: "[A butterfly rash](malar-rash). [Hair comes out in handfuls, no scars](non-scarring-alopecia).",
      laboratory: "{1}. {2}. {3}. {4}. {5}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "malar-rash": "present", "non-scarring-alopecia": "present" },
      measurements: [
        { test: "temperature", value: 38.4, unit: "Cel" },
        { test: "ana-titer", value: 640, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 3.0, unit: "10*9/L" },
        { test: "lymphocytes", value: 0.7, unit: "10*9/L" },
        { test: "c3", value: 0.5, unit: "g/L", low: 0.9 },
        { test: "urine-protein-creatinine-ratio", value: 0.9, unit: "mg/mg" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "malar-rash",
        says: "None of these four sets was made for children, and no threshold is changed by age. A score of 13 or more is a research finding, not a rule.",
      },
    ],
  },
  {
    id: "schoolboy-chorea",
    title: "A schoolboy with restless hands",
    difficulty: 3,
    patient: { age: 11, sex: "male" },
    story: {
      history:
        "A {patient} has restless hands, and [heard voices in clear consciousness](psychosis); no drug, no infection.",
      examination: "{0}.",
      laboratory: "{1}. {2}. {3}. [Anti-beta-2-glycoprotein I IgM is positive](anti-beta2gp1).",
      imaging: "Echocardiogram: [the mitral leaflets are thickened](valve-disease).",
    },
    record: {
      format: "sle-record/1",
      findings: { psychosis: "present", "valve-disease": "present", "anti-beta2gp1": "present" },
      measurements: [
        { test: "swollen-joints", value: 3, unit: "{count}" },
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "anticardiolipin-igg", value: 33, unit: "[GPL'U]" },
        { test: "platelets", value: 118, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "psychosis", says: "Children are not who the sets were made for; the rules stay as they are." },
      {
        finding: "anticardiolipin-medium-high",
        says: "33 without the laboratory's limit settles nothing for ACR 1997, and is not above 40.",
      },
    ],
  },
  {
    id: "vasculitis-overlap",
    title: "A jeweller with purple shins",
    difficulty: 3,
    patient: { age: 53, sex: "female" },
    story: {
      history:
        "A {patient} has known mixed connective tissue disease. [Numb patches on one hand and one foot](mononeuritis-multiplex), [laid to the vasculitis](!mononeuritis-multiplex).",
      examination: "[Palpable purpura: vasculitis](vasculitis). {0}. [A sun-induced rash, told](photosensitivity).",
      laboratory:
        "{1}. {2}. [Anti-RNP is strongly positive](anti-rnp). {3}, [which is ascribed to the overlap disease](!leukopenia).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "mononeuritis-multiplex": {
          status: "present",
          explainedBy: { cause: "other-disease", text: "systemic vasculitis" },
        },
        vasculitis: "present",
        photosensitivity: "present",
        "anti-rnp": "present",
        leukopenia: {
          status: "present",
          explainedBy: { cause: "other-disease", text: "mixed connective tissue disease" },
        },
      },
      measurements: [
        { test: "swollen-joints", value: 7, unit: "{count}" },
        { test: "ana-titer", value: 2560, unit: "{titer}", high: 80 },
        { test: "c3", value: 1.1, unit: "g/L", low: 0.9 },
        { test: "white-cells", value: 3.2, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "leukopenia", says: "Attribution is item by item: overlap does not forbid classification." },
      { finding: "anti-rnp", says: "In no set." },
    ],
  },
  {
    id: "ana-negative-rash",
    title: "A hairdresser with a photograph",
    difficulty: 2,
    patient: { age: 24, sex: "female" },
    story: {
      history:
        "A {patient} shows a photograph taken in clinic: [a malar rash](malar-rash) and [a lupus rash on the arms after sun](photosensitive-lupus-rash).",
      examination: "[Ulcers on the palate](oral-ulcers). {0}.",
      laboratory: "{1}. {2}. {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "malar-rash": "present", "photosensitive-lupus-rash": "present", "oral-ulcers": "present" },
      measurements: [
        { test: "swollen-joints", value: 4, unit: "{count}" },
        { test: "ana-titer", value: 40, unit: "{titer}", high: 80 },
        { test: "c4", value: 0.05, unit: "g/L", low: 0.1 },
        { test: "white-cells", value: 4.8, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [{ finding: "ana-1-80", says: "ANA negative: ACR 1997 and SLICC classify without it, EULAR/ACR cannot." }],
  },
  {
    id: "clinical-four-no-antibody",
    title: "A porter with four signs",
    difficulty: 3,
    patient: { age: 45, sex: "male" },
    story: {
      history: "A {patient} has had [pleurisy for a week](pleurisy-over-1-day).",
      examination: "[Discoid scars](discoid-lupus). [Painless ulcers of the palate](oral-ulcers). {0}.",
      laboratory: "{1}. {2}. {3}. {4}. [Anti-Sm is negative](-anti-sm).",
      imaging: "[No fluid around the lungs](-pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "pleurisy-over-1-day": "present",
        "discoid-lupus": "present",
        "oral-ulcers": "present",
        "anti-sm": "absent",
        "pleural-effusion": "absent",
      },
      measurements: [
        { test: "swollen-joints", value: 3, unit: "{count}" },
        { test: "ana-titer", value: 40, unit: "{titer}", high: 80 },
        { test: "anti-dsdna", value: 5, unit: "[IU]/mL", high: 10, method: "farr" },
        { test: "c3", value: 1.1, unit: "g/L", low: 0.9 },
        { test: "c4", value: 0.2, unit: "g/L", low: 0.1 },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "ana-above-reference",
        says: "Four clinical criteria are enough for ACR 1997. SLICC asks for one immunologic criterion.",
      },
    ],
  },
  {
    id: "syphilis-six-months",
    title: "A sommelier with a puzzling test",
    difficulty: 2,
    patient: { age: 39, sex: "male" },
    story: {
      history:
        "A {patient}'s syphilis test [has been false positive for eight months, confirmed by a negative treponemal test](false-positive-syphilis-6-months).",
      examination: "{0}. [A sun-induced rash, told](photosensitivity).",
      laboratory: "{1}. {2}. {3}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "false-positive-syphilis-6-months": "present", photosensitivity: "present" },
      measurements: [
        { test: "swollen-joints", value: 2, unit: "{count}" },
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "urine-protein-24h", value: 500, unit: "mg/(24.h)" },
        { test: "ch50", value: 30, unit: "U/mL", low: 40 },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "false-positive-syphilis-6-months",
        says: "Counted by ACR 1997 and SLERPI, by SLICC as false-positive RPR, not by EULAR/ACR.",
      },
      { finding: "proteinuria-500", says: "Exactly 500 mg: SLICC only." },
    ],
  },
] as const satisfies readonly PracticeCase[];
