import type { PracticeCase } from "../types.ts";

export const antibodiesAndGates = [
  {
    id: "donor-antibodies-only",
    title: "A daughter who was tested",
    difficulty: 2,
    patient: { age: 26, sex: "female" },
    story: {
      history: "A {patient} was tested because [{her/his} mother has SLE](family-history). {She/He} has no complaints.",
      examination: "Normal. [No rash](-malar-rash), [no synovitis](-synovitis-2-joints).",
      laboratory: "{0}, {1}, {2} and {3}. [Lupus anticoagulant is positive](lupus-anticoagulant).",
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
        says: "12 points and no clinical criterion, and one is asked for.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "lupus-anticoagulant",
        says: "Four immunologic criteria and no clinical one, and one is asked for.",
        sets: ["slicc-2012"],
      },
      {
        finding: "low-c3",
        says: "3, 2 and 2.5 make 7.5: positive on antibodies and complement alone.",
        sets: ["slerpi"],
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
      examination: "Skin and joints are normal, [the mouth is clear](-oral-ulcers).",
      laboratory:
        "{0}, {1} and {2}. [Anti-Sm](anti-sm) and [the direct Coombs test](direct-coombs) are positive; [no anemia](-hemolytic-anemia).",
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
    notes: [
      {
        finding: "direct-coombs",
        says: "Five immunologic criteria and no clinical one, and one is asked for.",
        sets: ["slicc-2012"],
      },
    ],
  },
  {
    id: "optician-immunology",
    title: "An optician with a folder of results",
    difficulty: 3,
    patient: { age: 33, sex: "female" },
    story: {
      history:
        "A {patient} had [a clot in the calf](thrombosis) two years ago and [a positive RPR with a negative treponemal test](false-positive-rpr), [gone after two months](-false-positive-syphilis-6-months).",
      examination: "Normal.",
      laboratory: "{0}, {1}, {2}, {3} and {4}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        thrombosis: "present",
        "false-positive-rpr": "present",
        "false-positive-syphilis-6-months": "absent",
      },
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
      { finding: "false-positive-rpr", says: "A false-positive RPR of any length counts here.", sets: ["slicc-2012"] },
      {
        finding: "false-positive-syphilis-6-months",
        says: "It has to last for six months here, and that is not so.",
        sets: ["acr-1997", "slerpi"],
      },
      {
        finding: "anti-dsdna-specific",
        says: "10 points and no clinical criterion, and one is asked for.",
        sets: ["eular-acr-2019"],
      },
      {
        finding: "low-c3",
        says: "Four immunologic criteria and no clinical one, and one is asked for.",
        sets: ["slicc-2012"],
      },
      { finding: "thrombosis", says: "The clot is counted by none of the sets." },
    ],
  },
  {
    id: "locum-missing-ana",
    title: "A new patient in a borrowed office",
    difficulty: 1,
    patient: { age: 28, sex: "female" },
    story: {
      history:
        "A {patient} was worked up elsewhere; of the ANA [the result has not arrived](?ana-1-80 ?ana-above-reference).",
      examination: "[A malar rash](malar-rash). {0}.",
      laboratory: "{1} and {2}.",
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
    notes: [
      {
        finding: "ana-1-80",
        says: "Not known is neither positive nor negative: 18 points, and the entry is open.",
        sets: ["eular-acr-2019"],
      },
    ],
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
      laboratory: "{1} and {2}.",
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
        says: "Four clinical criteria are enough here, without any antibody.",
        sets: ["acr-1997"],
      },
      {
        finding: "ana-above-reference",
        says: "One immunologic criterion is asked for here, and nothing was measured.",
        sets: ["slicc-2012"],
      },
      { finding: "ana-1-80", says: "20 points, and the entry is open.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "archivist-old-letter",
    title: "An archivist with an old letter",
    difficulty: 2,
    patient: { age: 60, sex: "female" },
    story: {
      history: "A {patient} brings an old letter from another town; [it names no ANA](?ana-1-80 ?ana-above-reference).",
      examination:
        "[A discoid scar on the nose](discoid-lupus). [Away from the scar the hair is thin all over, with broken ends and a smooth scalp](non-scarring-alopecia). {0}.",
      laboratory: "{1}, {2} and {3}.",
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
        says: "IgA above 40 is the immunologic criterion that is asked for here.",
        sets: ["slicc-2012"],
      },
      {
        finding: "non-scarring-alopecia",
        says: "The scar of discoid lupus is no alopecia of this kind; the hair elsewhere is.",
      },
    ],
  },
  {
    id: "ana-one-forty",
    title: "A florist with stiff hands",
    difficulty: 2,
    patient: { age: 33, sex: "female" },
    story: {
      history: "A {patient} has had stiff hands and mouth ulcers.",
      examination: "{0}. [Ulcers of the palate](oral-ulcers).",
      laboratory: "{1}, {2}, {3} and {4}.",
    },
    record: {
      format: "sle-record/1",
      findings: { "oral-ulcers": "present" },
      measurements: [
        { test: "swollen-joints", value: 8, unit: "{count}" },
        { test: "ana-titer", value: 40, unit: "{titer}", high: 40 },
        { test: "anti-dsdna", value: 40, unit: "{titer}", high: 10, method: "crithidia" },
        { test: "platelets", value: 88, unit: "10*9/L" },
        { test: "anticardiolipin-igg", value: 24, unit: "[GPL'U]", high: 15, p99: 38 },
      ],
    },
    otherwise: "unknown",
    notes: [
      { finding: "ana-1-80", says: "18 points, and 1:40 does not open the entry.", sets: ["eular-acr-2019"] },
      {
        finding: "ana-above-reference",
        says: "1:40 is positive for this laboratory, which is enough here.",
        sets: ["slicc-2012", "acr-1997", "slerpi"],
      },
    ],
  },
  {
    id: "hydralazine-driver",
    title: "A retired driver on hydralazine",
    difficulty: 3,
    patient: { age: 66, sex: "male" },
    story: {
      history: "A {patient} has taken hydralazine for three years.",
      examination: "{0}; they were swollen years before the drug. [A rub over the right lung](pleural-rub).",
      laboratory:
        "{1}, [positive only since the drug](ana-above-reference), [which is held to explain it](!ana-above-reference). {2}, no higher before the drug. {3}.",
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
      { finding: "ana-above-reference", says: "The entry is met whatever explains the ANA.", sets: ["eular-acr-2019"] },
      {
        finding: "ana-above-reference",
        says: "A drug that causes it is an exclusion that is printed here.",
        sets: ["acr-1997"],
      },
      { finding: "ana-above-reference", says: "Explained by the drug, it does not count.", sets: ["slerpi"] },
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
      laboratory: "{1}, {2}, {3}, {4} and {5}.",
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
        says: "None of these sets was made for children, and no threshold is changed by age. 13 or more points as a limit for children is a finding of studies and no rule.",
        sets: ["eular-acr-2019"],
      },
    ],
  },
  {
    id: "schoolboy-chorea",
    title: "A schoolboy who hears voices",
    difficulty: 3,
    patient: { age: 11, sex: "male" },
    story: {
      history:
        "A {patient} has been unlike himself since autumn: wide awake, [he hears voices that he takes for real](psychosis). No drug, no infection, no metabolic cause.",
      examination: "{0}.",
      laboratory: "{1}, {2} and {3}. [Anti-beta-2-glycoprotein I IgM is positive](anti-beta2gp1).",
      imaging: "Echocardiogram: [the mitral leaflets are thickened](valve-disease).",
    },
    record: {
      format: "sle-record/1",
      findings: { psychosis: "present", "valve-disease": "present", "anti-beta2gp1": "present" },
      measurements: [
        { test: "swollen-joints", value: 3, unit: "{count}" },
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "anticardiolipin-igg", value: 33, unit: "[GPL'U]", p99: 42 },
        { test: "platelets", value: 118, unit: "10*9/L" },
      ],
    },
    otherwise: "unknown",
    notes: [
      {
        finding: "anticardiolipin-igg-igm-abnormal",
        says: "33 without the laboratory's upper limit settles nothing here.",
        sets: ["acr-1997", "slerpi"],
      },
      {
        finding: "anticardiolipin-medium-high",
        says: "33 is neither above 40 nor above the 99th percentile of 42.",
        sets: ["eular-acr-2019", "slicc-2012"],
      },
      { finding: "valve-disease", says: "Counted by none of the sets." },
    ],
  },
  {
    id: "vasculitis-overlap",
    title: "A jeweler with purple shins",
    difficulty: 3,
    patient: { age: 53, sex: "female" },
    story: {
      history:
        "A {patient} is known to have mixed connective tissue disease. For a month {she/he} has had [a wrist drop on the left and a foot drop on the right](mononeuritis-multiplex); the nerve biopsy shows [polyarteritis, which explains both](!mononeuritis-multiplex). In the sun [{she/he} comes out in a rash](photosensitivity) that nobody has seen.",
      examination: "[Palpable purpura, vasculitis on biopsy](vasculitis). {0}.",
      laboratory:
        "{1} and {2}. [Anti-RNP is strongly positive](anti-rnp). {3}, [which is ascribed to the overlap disease](!leukopenia).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "mononeuritis-multiplex": {
          status: "present",
          explainedBy: { cause: "other-disease", text: "polyarteritis" },
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
      {
        finding: "leukopenia",
        says: "The overlap disease explains it. An overlap forbids nothing: attribution is judged finding by finding.",
      },
      { finding: "anti-rnp", says: "Counted by none of the sets." },
      {
        finding: "mononeuritis-multiplex",
        says: "A primary vasculitis is an exclusion that is printed here.",
        sets: ["slicc-2012"],
      },
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
      laboratory: "{1}, {2} and {3}.",
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
    notes: [
      { finding: "ana-1-80", says: "15 points, and 1:40 keeps the entry shut.", sets: ["eular-acr-2019"] },
      {
        finding: "ana-above-reference",
        says: "C4 is the immunologic criterion that is asked for; no ANA is needed here.",
        sets: ["slicc-2012"],
      },
      {
        finding: "photosensitive-lupus-rash",
        says: "Malar rash and photosensitivity are two criteria here.",
        sets: ["acr-1997"],
      },
    ],
  },
  {
    id: "clinical-four-no-antibody",
    title: "A porter with a sore chest",
    difficulty: 3,
    patient: { age: 45, sex: "male" },
    story: {
      history: "A {patient} has had [pleurisy for a week](pleurisy-over-1-day).",
      examination: "[Discoid scars](discoid-lupus). [Painless ulcers of the palate](oral-ulcers). {0}.",
      laboratory: "{1}, {2}, {3} and {4}. [Anti-Sm is negative](-anti-sm).",
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
      { finding: "ana-above-reference", says: "Four clinical criteria are enough here.", sets: ["acr-1997"] },
      {
        finding: "ana-above-reference",
        says: "Four clinical criteria and no immunologic one, and one is asked for.",
        sets: ["slicc-2012"],
      },
      { finding: "ana-1-80", says: "10 points, and 1:40 keeps the entry shut.", sets: ["eular-acr-2019"] },
    ],
  },
  {
    id: "syphilis-six-months",
    title: "A sommelier and a routine test",
    difficulty: 2,
    patient: { age: 39, sex: "male" },
    story: {
      history:
        "In a {patient} the RPR [has been positive for eight months, with a negative treponemal test](false-positive-syphilis-6-months). [Sun on the neck brings out a rash](photosensitivity) that {she/he} has shown to nobody.",
      examination: "{0}.",
      laboratory: "{1}, {2} and {3}.",
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
        says: "A false-positive RPR is one of the antiphospholipid routes here.",
        sets: ["slicc-2012"],
      },
      {
        finding: "false-positive-syphilis-6-months",
        says: "Six months, confirmed by a treponemal test: counted here.",
        sets: ["acr-1997", "slerpi"],
      },
      { finding: "false-positive-syphilis-6-months", says: "Not read here.", sets: ["eular-acr-2019"] },
      { finding: "proteinuria-500", says: "Exactly 500 mg is enough here.", sets: ["slicc-2012"] },
      { finding: "proteinuria", says: "Exactly 500 mg is not above it.", sets: ["eular-acr-2019", "slerpi"] },
    ],
  },
] as const satisfies readonly PracticeCase[];
