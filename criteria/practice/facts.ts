/** Facts to build cases from: each in every way in which it can stand, near its limit where the rule has one. */
import type { FactTemplate, Opening } from "./types.ts";

export const openings = [
  { says: "A {patient} is referred for an opinion.", sex: "either", ages: [19, 74] },
  { says: "A {patient} comes back with results from another clinic.", sex: "either", ages: [21, 78] },
  { says: "A {patient} has felt unwell since last winter.", sex: "female", ages: [18, 62] },
  { says: "A {patient} is seen on the ward round.", sex: "either", ages: [20, 80] },
  { says: "A {patient} works nights and has put off this visit for a year.", sex: "male", ages: [20, 64] },
  { says: "A {patient} is brought by a parent.", sex: "either", ages: [9, 17] },
] as const satisfies readonly Opening[];

export const facts = [
  // ---------------------------------------------------------------- antinuclear antibodies
  {
    id: "ana",
    topic: "ana",
    stage: "laboratory",
    usual: true,
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "ana-titer", value: 640, unit: "{titer}", high: 80 }],
      },
      {
        kind: "met",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "ana-titer", value: 80, unit: "{titer}", high: 80 }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "ana-titer", value: 40, unit: "{titer}", high: 80 }],
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "{0}.",
        measurements: [{ test: "ana-titer", value: 40, unit: "{titer}", high: 40 }],
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "The ANA [has not come back](?ana-1-80 ?ana-above-reference).",
        findings: {},
      },
    ],
  },
  // ---------------------------------------------------------------- constitutional
  {
    id: "fever",
    topic: "temperature",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{0}; no infection is found.",
        measurements: [{ test: "temperature", value: 39.2, unit: "Cel" }],
      },
      {
        kind: "met",
        difficulty: 2,
        says: "{0}; no infection is found.",
        measurements: [{ test: "temperature", value: 38.4, unit: "Cel" }],
      },
      {
        kind: "met",
        difficulty: 3,
        says: "{0}; no infection is found.",
        measurements: [{ test: "temperature", value: 101, unit: "[degF]" }],
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "temperature", value: 36.9, unit: "Cel" }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "temperature", value: 38.3, unit: "Cel" }],
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "{0}.",
        measurements: [{ test: "temperature", value: 100.9, unit: "[degF]" }],
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "{0}, [with influenza on the swab](!fever).",
        findings: { fever: { status: "present", explainedBy: { cause: "infection", text: "influenza" } } },
        measurements: [{ test: "temperature", value: 39.6, unit: "Cel" }],
      },
    ],
  },
  // ---------------------------------------------------------------- blood
  {
    id: "white-cells",
    topic: "white-cells",
    stage: "laboratory",
    forms: [
      { kind: "met", difficulty: 1, says: "{0}.", measurements: [{ test: "white-cells", value: 2.9, unit: "10*9/L" }] },
      { kind: "met", difficulty: 2, says: "{0}.", measurements: [{ test: "white-cells", value: 3900, unit: "/uL" }] },
      {
        kind: "met",
        difficulty: 2,
        says: "{0}. {1}.",
        measurements: [
          { test: "white-cells", value: 3.3, unit: "10*9/L", date: "2026-01-12" },
          { test: "white-cells", value: 3.5, unit: "10*9/L", date: "2026-02-16" },
        ],
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "white-cells", value: 6.3, unit: "10*9/L" }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "white-cells", value: 4.0, unit: "10*9/L" }],
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "{0}.",
        measurements: [{ test: "white-cells", value: 4000, unit: "/uL" }],
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "{0}, [low only while methotrexate is taken](!leukopenia).",
        findings: { leukopenia: { status: "present", explainedBy: { cause: "drug", text: "methotrexate" } } },
        measurements: [{ test: "white-cells", value: 3.0, unit: "10*9/L" }],
      },
    ],
  },
  {
    id: "lymphocytes",
    topic: "lymphocytes",
    stage: "laboratory",
    forms: [
      { kind: "met", difficulty: 1, says: "{0}.", measurements: [{ test: "lymphocytes", value: 0.7, unit: "10*9/L" }] },
      {
        kind: "met",
        difficulty: 2,
        says: "{0}. {1}.",
        measurements: [
          { test: "lymphocytes", value: 1.2, unit: "10*9/L", date: "2026-01-12" },
          { test: "lymphocytes", value: 1.4, unit: "10*9/L", date: "2026-02-16" },
        ],
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "lymphocytes", value: 1.9, unit: "10*9/L" }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "lymphocytes", value: 1000, unit: "/uL" }],
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "{0}. {1}.",
        measurements: [
          { test: "lymphocytes", value: 1.2, unit: "10*9/L", date: "2026-01-12" },
          { test: "lymphocytes", value: 1.6, unit: "10*9/L", date: "2026-02-16" },
        ],
      },
    ],
  },
  {
    id: "platelets",
    topic: "platelets",
    stage: "laboratory",
    forms: [
      { kind: "met", difficulty: 1, says: "{0}.", measurements: [{ test: "platelets", value: 61, unit: "10*9/L" }] },
      { kind: "met", difficulty: 2, says: "{0}.", measurements: [{ test: "platelets", value: 99000, unit: "/uL" }] },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "platelets", value: 241, unit: "10*9/L" }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "platelets", value: 100, unit: "10*9/L" }],
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "{0}.",
        measurements: [{ test: "platelets", value: 124000, unit: "/uL" }],
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "{0}, [which fell with heparin and rose without it](!thrombocytopenia).",
        findings: { thrombocytopenia: { status: "present", explainedBy: { cause: "drug", text: "heparin" } } },
        measurements: [{ test: "platelets", value: 72, unit: "10*9/L" }],
      },
    ],
  },
  {
    id: "hemolysis-with-coombs",
    topic: "red-cells",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[Haptoglobin is low and LDH raised](hemolysis), [the direct Coombs test is positive](direct-coombs) and [there is no anemia](-hemolytic-anemia).",
        findings: { hemolysis: "present", "direct-coombs": "present", "hemolytic-anemia": "absent" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[Haptoglobin is low and LDH raised](hemolysis), [the direct Coombs test is negative](-direct-coombs) and [there is no anemia](-hemolytic-anemia).",
        findings: { hemolysis: "present", "direct-coombs": "absent", "hemolytic-anemia": "absent" },
      },
    ],
  },
  {
    id: "coombs-with-anemia",
    topic: "red-cells",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[The direct Coombs test is positive](direct-coombs); hemoglobin is 13.1 g/dL, [no anemia](-hemolytic-anemia).",
        findings: { "direct-coombs": "present", "hemolytic-anemia": "absent" },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "[The direct Coombs test is negative](-direct-coombs); hemoglobin is 13.1 g/dL, [no anemia](-hemolytic-anemia).",
        findings: { "direct-coombs": "absent", "hemolytic-anemia": "absent" },
      },
    ],
  },
  {
    id: "hemolytic-anemia",
    topic: "red-cells",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "Hemoglobin is 8.2 g/dL: [hemolytic anemia with raised reticulocytes](hemolytic-anemia-with-reticulocytosis).",
        findings: { "hemolytic-anemia-with-reticulocytosis": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "Hemoglobin is 13.4 g/dL; [no sign of hemolysis](-hemolysis).",
        findings: { hemolysis: "absent" },
      },
    ],
  },
  // ---------------------------------------------------------------- nerves
  {
    id: "seizure",
    topic: "brain",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "There was [one generalized seizure](seizure), without a drug or a metabolic cause.",
        findings: { seizure: "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{She/He} [has never had a seizure](-seizure).",
        findings: { seizure: "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "There was [one seizure](seizure), [at a glucose of 1.4 mmol/L](!seizure).",
        findings: { seizure: { status: "present", explainedBy: { cause: "metabolic", text: "hypoglycemia" } } },
      },
    ],
  },
  {
    id: "psychosis",
    topic: "brain",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "In clear consciousness {she/he} [heard voices that {she/he} took for real](psychosis); no drug explains it.",
        findings: { psychosis: "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{She/He} has [no delusions or hallucinations](-psychosis).",
        findings: { psychosis: "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "{She/He} [heard voices that {she/he} took for real](psychosis), [a week into high-dose prednisolone](!psychosis).",
        findings: { psychosis: { status: "present", explainedBy: { cause: "drug", text: "prednisolone" } } },
      },
    ],
  },
  {
    id: "delirium",
    topic: "brain",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "Over one day {she/he} became [drowsy and inattentive, worse and better by the hour, with lost memory](delirium); infection, drugs and metabolism were cleared.",
        findings: { delirium: "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{She/He} has been [clear throughout](-delirium).",
        findings: { delirium: "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "Over one day {she/he} became [drowsy and inattentive, worse and better by the hour, with lost memory](delirium), [with a urinary sepsis](!delirium).",
        findings: { delirium: { status: "present", explainedBy: { cause: "infection", text: "urinary sepsis" } } },
      },
    ],
  },
  {
    id: "peripheral-neuropathy",
    topic: "nerves",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[Weakness and numbness of both feet, a peripheral neuropathy](peripheral-neuropathy), without another cause.",
        findings: { "peripheral-neuropathy": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[Strength and feeling in the limbs are normal](-peripheral-neuropathy).",
        findings: { "peripheral-neuropathy": "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "[Numbness of both feet, a peripheral neuropathy](peripheral-neuropathy), [with diabetes since childhood](!peripheral-neuropathy).",
        findings: {
          "peripheral-neuropathy": { status: "present", explainedBy: { cause: "other-disease", text: "diabetes" } },
        },
      },
    ],
  },
  {
    id: "mononeuritis-multiplex",
    topic: "nerves",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[A foot drop on the right and, weeks later, a wrist drop on the left: mononeuritis multiplex](mononeuritis-multiplex); no primary vasculitis is found.",
        findings: { "mononeuritis-multiplex": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No foot drop and no wrist drop, then or now](-mononeuritis-multiplex).",
        findings: { "mononeuritis-multiplex": "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "[A foot drop on the right and a wrist drop on the left: mononeuritis multiplex](mononeuritis-multiplex), [of a biopsy-proven polyarteritis nodosa](!mononeuritis-multiplex).",
        findings: {
          "mononeuritis-multiplex": {
            status: "present",
            explainedBy: { cause: "other-disease", text: "polyarteritis nodosa" },
          },
        },
      },
    ],
  },
  {
    id: "cranial-neuropathy",
    topic: "cranial-nerves",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[Double vision from a palsy of the left sixth nerve](cranial-neuropathy); diabetes, infection and raised pressure are ruled out.",
        findings: { "cranial-neuropathy": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[The cranial nerves are intact](-cranial-neuropathy).",
        findings: { "cranial-neuropathy": "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "[A palsy of the right facial nerve](cranial-neuropathy), [with borrelia antibodies made in the spinal fluid](!cranial-neuropathy).",
        findings: {
          "cranial-neuropathy": { status: "present", explainedBy: { cause: "infection", text: "neuroborreliosis" } },
        },
      },
    ],
  },
  {
    id: "myelitis",
    topic: "nerves",
    stage: "imaging",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "MRI of the spine: [myelitis of the thoracic cord](myelitis), without antibodies against aquaporin-4 and without infection.",
        findings: { myelitis: "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "MRI of the spine: [a normal cord](-myelitis).",
        findings: { myelitis: "absent" },
      },
    ],
  },
  // ---------------------------------------------------------------- skin and mouth
  {
    id: "malar-rash",
    topic: "cheeks",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[Both cheeks are red and raised, the nasolabial folds free](malar-rash).",
        findings: { "malar-rash": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[The cheeks are clear](-malar-rash).",
        findings: { "malar-rash": "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "[The cheeks are red](malar-rash), [with pustules, and the dermatologist says rosacea](!malar-rash).",
        findings: { "malar-rash": { status: "present", explainedBy: { cause: "other-disease", text: "rosacea" } } },
      },
    ],
  },
  {
    id: "maculopapular-rash",
    topic: "trunk",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[A generalized maculopapular rash of lupus](maculopapular-rash) covers the trunk.",
        findings: { "maculopapular-rash": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No widespread rash](-maculopapular-rash).",
        findings: { "maculopapular-rash": "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "[A maculopapular rash](maculopapular-rash) covers the trunk, [a week after amoxicillin](!maculopapular-rash).",
        findings: { "maculopapular-rash": { status: "present", explainedBy: { cause: "drug", text: "amoxicillin" } } },
      },
    ],
  },
  {
    id: "discoid-lupus",
    topic: "plaques",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[Scaly plaques with plugged follicles and sunken scars](discoid-lupus) on both ears.",
        findings: { "discoid-lupus": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No plaques or scars](-discoid-lupus) on face, ears or scalp.",
        findings: { "discoid-lupus": "absent" },
      },
    ],
  },
  {
    id: "subacute-cutaneous-lupus",
    topic: "rings",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[Ring-shaped, non-scarring lesions of subacute lupus](subacute-cutaneous-lupus) on the upper back.",
        findings: { "subacute-cutaneous-lupus": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No ring-shaped lesions](-subacute-cutaneous-lupus).",
        findings: { "subacute-cutaneous-lupus": "absent" },
      },
    ],
  },
  {
    id: "photosensitive-lupus-rash",
    topic: "sun",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[A rash of lupus on the forearms, which came with the sun and was seen by the dermatologist](photosensitive-lupus-rash).",
        findings: { "photosensitive-lupus-rash": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "The forearms are clear, and the sun [has never brought on a rash](-photosensitivity).",
        findings: { photosensitivity: "absent" },
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "[A rash on the forearms, brought on by the sun](photosensitivity), [on biopsy a polymorphous light eruption](!photosensitivity) and [no lupus](-photosensitive-lupus-rash).",
        findings: {
          photosensitivity: {
            status: "present",
            explainedBy: { cause: "other-disease", text: "polymorphous light eruption" },
          },
          "photosensitive-lupus-rash": "absent",
        },
      },
    ],
  },
  {
    id: "other-chronic-cutaneous-lupus",
    topic: "chronic-skin",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[Sunken lumps in the fat of the upper arms, on biopsy lupus panniculitis](other-chronic-cutaneous-lupus).",
        findings: { "other-chronic-cutaneous-lupus": "present" },
      },
      {
        kind: "met",
        difficulty: 3,
        says: "[Purple, tender toes since the autumn, on biopsy chilblain lupus](other-chronic-cutaneous-lupus).",
        findings: { "other-chronic-cutaneous-lupus": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No lumps under the skin and no chilblains](-other-chronic-cutaneous-lupus).",
        findings: { "other-chronic-cutaneous-lupus": "absent" },
      },
    ],
  },
  {
    id: "bullous-lupus",
    topic: "blisters",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[Tense blisters on neck and shoulders, bullous lupus by biopsy and immunofluorescence](bullous-lupus).",
        findings: { "bullous-lupus": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No blisters](-bullous-lupus).",
        findings: { "bullous-lupus": "absent" },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "[Blisters on the backs of the hands, which prove to be porphyria cutanea tarda and not lupus](-bullous-lupus).",
        findings: { "bullous-lupus": "absent" },
      },
    ],
  },
  {
    id: "ten-variant-lupus",
    topic: "blisters",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 3,
        says: "[Skin comes off in sheets where the sun reached it: acute lupus that looks like toxic epidermal necrolysis](ten-variant-lupus), and no drug was taken.",
        findings: { "ten-variant-lupus": "present" },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "[Two years ago skin came off in sheets, three weeks into lamotrigine: toxic epidermal necrolysis of the drug, not lupus](-ten-variant-lupus).",
        findings: { "ten-variant-lupus": "absent" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[The skin is nowhere loose](-ten-variant-lupus).",
        findings: { "ten-variant-lupus": "absent" },
      },
    ],
  },
  {
    id: "photosensitivity",
    topic: "sun",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{She/He} tells of [rashes after an hour of sun](photosensitivity) that nobody has seen.",
        findings: { photosensitivity: "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{She/He} [stands the sun well](-photosensitivity).",
        findings: { photosensitivity: "absent" },
      },
    ],
  },
  {
    id: "oral-ulcers",
    topic: "mouth",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[Two shallow ulcers on the palate](oral-ulcers).",
        findings: { "oral-ulcers": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[The mouth is healthy](-oral-ulcers).",
        findings: { "oral-ulcers": "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "[Ulcers of the lip and palate](oral-ulcers), [from which herpes simplex is grown](!oral-ulcers).",
        findings: { "oral-ulcers": { status: "present", explainedBy: { cause: "infection", text: "herpes simplex" } } },
      },
    ],
  },
  {
    id: "nasal-ulcers",
    topic: "nose",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[An ulcer inside the nose](nasal-ulcers).",
        findings: { "nasal-ulcers": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[The nose is clear](-nasal-ulcers).",
        findings: { "nasal-ulcers": "absent" },
      },
    ],
  },
  {
    id: "non-scarring-alopecia",
    topic: "hair",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[The hair is diffusely thin, with broken hairs, and the scalp under it is smooth](non-scarring-alopecia).",
        findings: { "non-scarring-alopecia": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[The hair is full](-non-scarring-alopecia).",
        findings: { "non-scarring-alopecia": "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "[The hair is diffusely thin](non-scarring-alopecia), [with a ferritin of 3 ng/mL](!non-scarring-alopecia).",
        findings: {
          "non-scarring-alopecia": { status: "present", explainedBy: { cause: "metabolic", text: "iron deficiency" } },
        },
      },
    ],
  },
  // ---------------------------------------------------------------- joints
  {
    id: "swollen-joints",
    topic: "joints",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "swollen-joints", value: 6, unit: "{count}" }],
      },
      {
        kind: "met",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "swollen-joints", value: 2, unit: "{count}" }],
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "swollen-joints", value: 0, unit: "{count}" }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "swollen-joints", value: 1, unit: "{count}" }],
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "{0}, [with urate crystals in the fluid](!synovitis-2-joints).",
        findings: {
          "synovitis-2-joints": { status: "present", explainedBy: { cause: "metabolic", text: "gout" } },
        },
        measurements: [{ test: "swollen-joints", value: 3, unit: "{count}" }],
      },
    ],
  },
  {
    id: "tender-joints",
    topic: "joints",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[Both wrists are tender and stiff for an hour each morning](tender-joints-with-stiffness); [none is swollen](-synovitis-2-joints).",
        findings: { "tender-joints-with-stiffness": "present", "synovitis-2-joints": "absent" },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "The wrists ache [without tenderness and without stiffness](-tender-joints-with-stiffness); [none is swollen](-synovitis-2-joints).",
        findings: { "tender-joints-with-stiffness": "absent", "synovitis-2-joints": "absent" },
      },
    ],
  },
  {
    id: "tender-joints-only",
    topic: "joints",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 3,
        says: "[Five finger joints are tender, without erosions](nonerosive-arthritis), [stiff for ten minutes](-tender-joints-with-stiffness) and [not swollen](-synovitis-2-joints).",
        findings: {
          "nonerosive-arthritis": "present",
          "tender-joints-with-stiffness": "absent",
          "synovitis-2-joints": "absent",
        },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "[The fingers ache](arthralgia), [but no joint is tender](-nonerosive-arthritis), [stiff](-tender-joints-with-stiffness) or [swollen](-synovitis-2-joints).",
        findings: {
          arthralgia: "present",
          "nonerosive-arthritis": "absent",
          "tender-joints-with-stiffness": "absent",
          "synovitis-2-joints": "absent",
        },
      },
    ],
  },
  // ---------------------------------------------------------------- serosa
  {
    id: "pleural-effusion",
    topic: "pleura",
    stage: "imaging",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[Fluid around the left lung](pleural-effusion), sterile.",
        findings: { "pleural-effusion": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No fluid around the lungs](-pleural-effusion).",
        findings: { "pleural-effusion": "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "[Fluid around the right lung](pleural-effusion), [beside a bacterial pneumonia](!pleural-effusion).",
        findings: { "pleural-effusion": { status: "present", explainedBy: { cause: "infection", text: "pneumonia" } } },
      },
    ],
  },
  {
    id: "pleurisy",
    topic: "pleura",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "For three days it [hurt to breathe in](pleurisy-over-1-day); imaging [showed no fluid](-pleural-effusion).",
        findings: { "pleurisy-over-1-day": "present", "pleural-effusion": "absent" },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "Breathing [has never hurt](-pleuritic-pain); imaging [showed no fluid](-pleural-effusion).",
        findings: { "pleuritic-pain": "absent", "pleural-effusion": "absent" },
      },
    ],
  },
  {
    id: "pleural-rub",
    topic: "pleura",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[A pleural rub on the left](pleural-rub); the radiograph [shows no fluid](-pleural-effusion).",
        findings: { "pleural-rub": "present", "pleural-effusion": "absent" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No pleural rub](-pleural-rub); the radiograph [shows no fluid](-pleural-effusion).",
        findings: { "pleural-rub": "absent", "pleural-effusion": "absent" },
      },
    ],
  },
  {
    id: "pericarditis",
    topic: "pericardium",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[A pericardial rub](pericardial-rub), and [ST elevation in every lead](pericarditis-ecg).",
        findings: { "pericardial-rub": "present", "pericarditis-ecg": "present" },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "[A pericardial rub](pericardial-rub), and [a normal ECG](-pericarditis-ecg).",
        findings: { "pericardial-rub": "present", "pericarditis-ecg": "absent" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No pericardial rub](-pericardial-rub), and [a normal ECG](-pericarditis-ecg).",
        findings: { "pericardial-rub": "absent", "pericarditis-ecg": "absent" },
      },
    ],
  },
  {
    id: "pericardial-effusion",
    topic: "pericardium",
    stage: "imaging",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[A pericardial effusion](pericardial-effusion), [of unknown age](?pericardial-effusion-new).",
        findings: { "pericardial-effusion": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No fluid around the heart](-pericardial-effusion).",
        findings: { "pericardial-effusion": "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "[A pericardial effusion](pericardial-effusion), [three weeks after heart surgery](!pericardial-effusion).",
        findings: {
          "pericardial-effusion": { status: "present", explainedBy: { cause: "other", text: "after heart surgery" } },
        },
      },
    ],
  },
  {
    id: "acute-pericarditis",
    topic: "pericardium",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "A discharge letter from last year says [acute pericarditis, with three of its four signs](acute-pericarditis); no cause was found.",
        findings: { "acute-pericarditis": "present" },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "Chest pain last year was [not pericarditis: none of its signs was found](-acute-pericarditis).",
        findings: { "acute-pericarditis": "absent" },
      },
      {
        kind: "explained",
        difficulty: 2,
        says: "A discharge letter from last year says [acute pericarditis](acute-pericarditis) [in untreated uremia](!acute-pericarditis).",
        findings: { "acute-pericarditis": { status: "present", explainedBy: { cause: "metabolic", text: "uremia" } } },
      },
    ],
  },
  {
    id: "pericardial-pain",
    topic: "pericardium",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "For three days [sharp chest pain, worse lying and better leaning forward](pericardial-pain-over-1-day), and now [a pericardial rub](pericardial-rub).",
        findings: { "pericardial-pain-over-1-day": "present", "pericardial-rub": "present" },
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "For three days [sharp chest pain, worse lying and better leaning forward](pericardial-pain-over-1-day), but [no rub](-pericardial-rub), [a normal ECG](-pericarditis-ecg) and [no fluid](-pericardial-effusion).",
        findings: {
          "pericardial-pain-over-1-day": "present",
          "pericardial-rub": "absent",
          "pericarditis-ecg": "absent",
          "pericardial-effusion": "absent",
        },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "[Sharp chest pain, worse lying and better leaning forward](pericardial-pain), [was gone within three hours](-pericardial-pain-over-1-day); [no rub](-pericardial-rub), [a normal ECG](-pericarditis-ecg) and [no fluid](-pericardial-effusion).",
        findings: {
          "pericardial-pain": "present",
          "pericardial-pain-over-1-day": "absent",
          "pericardial-rub": "absent",
          "pericarditis-ecg": "absent",
          "pericardial-effusion": "absent",
        },
      },
    ],
  },
  {
    id: "pericardial-effusion-new",
    topic: "pericardium",
    stage: "imaging",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[A pericardial effusion that was not there in spring](pericardial-effusion-new), and on the ECG [new ST elevation in every lead](pericarditis-ecg).",
        findings: { "pericardial-effusion-new": "present", "pericarditis-ecg": "present" },
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "[A pericardial effusion](pericardial-effusion), [unchanged for two years](-pericardial-effusion-new), and [a normal ECG](-pericarditis-ecg).",
        findings: {
          "pericardial-effusion": "present",
          "pericardial-effusion-new": "absent",
          "pericarditis-ecg": "absent",
        },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No fluid around the heart](-pericardial-effusion), and [a normal ECG](-pericarditis-ecg).",
        findings: { "pericardial-effusion": "absent", "pericarditis-ecg": "absent" },
      },
    ],
  },
  // ---------------------------------------------------------------- kidney
  {
    id: "proteinuria-24h",
    topic: "protein",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "urine-protein-24h", value: 2.3, unit: "g/(24.h)" }],
      },
      {
        kind: "met",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "urine-protein-24h", value: 510, unit: "mg/(24.h)" }],
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "urine-protein-24h", value: 0.1, unit: "g/(24.h)" }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "urine-protein-24h", value: 0.5, unit: "g/(24.h)" }],
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "{0}.",
        measurements: [{ test: "urine-protein-24h", value: 490, unit: "mg/(24.h)" }],
      },
    ],
  },
  {
    id: "proteinuria-ratio",
    topic: "protein",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "urine-protein-creatinine-ratio", value: 900, unit: "mg/g" }],
      },
      {
        kind: "met",
        difficulty: 3,
        says: "{0}.",
        measurements: [{ test: "urine-protein-creatinine-ratio", value: 58, unit: "mg/mmol" }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "urine-protein-creatinine-ratio", value: 480, unit: "mg/g" }],
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "{0}.",
        measurements: [{ test: "urine-protein-creatinine-ratio", value: 45, unit: "mg/mmol" }],
      },
    ],
  },
  {
    id: "proteinuria-persistent",
    topic: "protein",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "Protein on the dipstick [stayed above 3+ for four months](proteinuria-persistent) and [was never measured](?proteinuria ?proteinuria-500).",
        findings: { "proteinuria-persistent": "present" },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "Protein on the dipstick [was 3+ once and gone within a month](-proteinuria-persistent), and [was never measured](?proteinuria ?proteinuria-500).",
        findings: { "proteinuria-persistent": "absent" },
      },
    ],
  },
  {
    id: "casts",
    topic: "sediment",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[Red cell casts](red-cell-casts) in a fresh urine.",
        findings: { "red-cell-casts": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[No red cell casts](-red-cell-casts) in a fresh urine.",
        findings: { "red-cell-casts": "absent" },
      },
    ],
  },
  {
    id: "other-cellular-casts",
    topic: "sediment",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[Granular casts](other-cellular-casts) in two fresh urines, [no red cell casts](-red-cell-casts).",
        findings: { "other-cellular-casts": "present", "red-cell-casts": "absent" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "A fresh urine shows [no red cell casts](-red-cell-casts) and [no other cellular casts](-other-cellular-casts).",
        findings: { "red-cell-casts": "absent", "other-cellular-casts": "absent" },
      },
    ],
  },
  {
    id: "biopsy-proliferative",
    topic: "biopsy",
    stage: "biopsy",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[Class IV lupus nephritis](biopsy-class-3-or-4).",
        findings: { "biopsy-class-3-or-4": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "The kidney shows thin basement membranes and [no lupus nephritis](-biopsy-lupus-nephritis).",
        findings: { "biopsy-lupus-nephritis": "absent" },
      },
    ],
  },
  {
    id: "biopsy-membranous",
    topic: "biopsy",
    stage: "biopsy",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[Class V lupus nephritis](biopsy-class-2-or-5), [without class III or IV](-biopsy-class-3-or-4).",
        findings: { "biopsy-class-2-or-5": "present", "biopsy-class-3-or-4": "absent" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "The kidney shows the scars of high blood pressure and [no lupus nephritis](-biopsy-lupus-nephritis).",
        findings: { "biopsy-lupus-nephritis": "absent" },
      },
    ],
  },
  // ---------------------------------------------------------------- antibodies and complement
  {
    id: "anti-dsdna-farr",
    topic: "anti-dsdna",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "anti-dsdna", value: 70, unit: "[IU]/mL", high: 7, method: "farr" }],
      },
      {
        kind: "met",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "anti-dsdna", value: 40, unit: "{titer}", high: 10, method: "crithidia" }],
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "anti-dsdna", value: 3, unit: "[IU]/mL", high: 7, method: "farr" }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "anti-dsdna", value: 7, unit: "[IU]/mL", high: 7, method: "farr" }],
      },
    ],
  },
  {
    id: "anti-dsdna-elisa",
    topic: "anti-dsdna",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "anti-dsdna", value: 45, unit: "[IU]/mL", high: 20, method: "elisa" }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "anti-dsdna", value: 15, unit: "[IU]/mL", high: 20, method: "elisa" }],
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "{0}.",
        measurements: [{ test: "anti-dsdna", value: 39, unit: "[IU]/mL", high: 20, method: "elisa" }],
      },
    ],
  },
  {
    id: "anti-sm",
    topic: "anti-sm",
    stage: "laboratory",
    forms: [
      { kind: "met", difficulty: 1, says: "[Anti-Sm is positive](anti-sm).", findings: { "anti-sm": "present" } },
      { kind: "missed", difficulty: 1, says: "[Anti-Sm is negative](-anti-sm).", findings: { "anti-sm": "absent" } },
    ],
  },
  {
    id: "lupus-anticoagulant",
    topic: "anticoagulant",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[Lupus anticoagulant is positive](lupus-anticoagulant).",
        findings: { "lupus-anticoagulant": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[Lupus anticoagulant is negative](-lupus-anticoagulant).",
        findings: { "lupus-anticoagulant": "absent" },
      },
      {
        kind: "explained",
        difficulty: 3,
        says: "[Lupus anticoagulant is positive](lupus-anticoagulant) [in a sample drawn on heparin](!lupus-anticoagulant).",
        findings: {
          "lupus-anticoagulant": { status: "present", explainedBy: { cause: "drug", text: "heparin in the sample" } },
        },
      },
    ],
  },
  {
    id: "anticardiolipin",
    topic: "anticardiolipin",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "anticardiolipin-igg", value: 88, unit: "[GPL'U]", high: 15 }],
      },
      {
        kind: "met",
        difficulty: 3,
        says: "{0}.",
        measurements: [{ test: "anticardiolipin-iga", value: 52, unit: "[APL'U]" }],
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "anticardiolipin-igg", value: 6, unit: "[GPL'U]", high: 15 }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "anticardiolipin-igg", value: 40, unit: "[GPL'U]", high: 15 }],
      },
    ],
  },
  {
    id: "anti-beta2gp1",
    topic: "anti-beta2gp1",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[Anti-beta-2-glycoprotein I IgG is positive](anti-beta2gp1).",
        findings: { "anti-beta2gp1": "present" },
      },
      {
        kind: "met",
        difficulty: 2,
        says: "[Anti-beta-2-glycoprotein I IgA is positive](anti-beta2gp1).",
        findings: { "anti-beta2gp1": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[Anti-beta-2-glycoprotein I is negative](-anti-beta2gp1).",
        findings: { "anti-beta2gp1": "absent" },
      },
    ],
  },
  {
    id: "syphilis-serology",
    topic: "syphilis",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[The RPR has been positive for eight months, the treponemal test negative](false-positive-syphilis-6-months).",
        findings: { "false-positive-syphilis-6-months": "present" },
      },
      {
        kind: "missed",
        difficulty: 3,
        says: "[The RPR was positive, the treponemal test negative](false-positive-rpr), and [two months later the RPR was negative too](-false-positive-syphilis-6-months).",
        findings: { "false-positive-rpr": "present", "false-positive-syphilis-6-months": "absent" },
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "[The RPR is positive, and so is the treponemal test: syphilis](-false-positive-rpr).",
        findings: { "false-positive-rpr": "absent" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[The RPR is negative](-false-positive-rpr).",
        findings: { "false-positive-rpr": "absent" },
      },
    ],
  },
  {
    id: "false-positive-rpr",
    topic: "syphilis",
    stage: "laboratory",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[The RPR is positive, the treponemal test negative](false-positive-rpr), which [was found only last week](?false-positive-syphilis-6-months).",
        findings: { "false-positive-rpr": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[The RPR is negative](-false-positive-rpr).",
        findings: { "false-positive-rpr": "absent" },
      },
    ],
  },
  {
    id: "c3",
    topic: "c3",
    stage: "laboratory",
    forms: [
      { kind: "met", difficulty: 1, says: "{0}.", measurements: [{ test: "c3", value: 0.55, unit: "g/L", low: 0.9 }] },
      { kind: "met", difficulty: 2, says: "{0}.", measurements: [{ test: "c3", value: 88, unit: "mg/dL", low: 90 }] },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "c3", value: 1.2, unit: "g/L", low: 0.9 }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "c3", value: 90, unit: "mg/dL", low: 90 }],
      },
    ],
  },
  {
    id: "c4",
    topic: "c4",
    stage: "laboratory",
    forms: [
      { kind: "met", difficulty: 1, says: "{0}.", measurements: [{ test: "c4", value: 0.05, unit: "g/L", low: 0.1 }] },
      { kind: "met", difficulty: 2, says: "{0}.", measurements: [{ test: "c4", value: 9, unit: "mg/dL", low: 10 }] },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "c4", value: 0.22, unit: "g/L", low: 0.1 }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "c4", value: 10, unit: "mg/dL", low: 10 }],
      },
    ],
  },
  {
    id: "ch50",
    topic: "ch50",
    stage: "laboratory",
    forms: [
      { kind: "met", difficulty: 1, says: "{0}.", measurements: [{ test: "ch50", value: 22, unit: "U/mL", low: 41 }] },
      { kind: "met", difficulty: 2, says: "{0}.", measurements: [{ test: "ch50", value: 40, unit: "U/mL", low: 41 }] },
      {
        kind: "missed",
        difficulty: 1,
        says: "{0}.",
        measurements: [{ test: "ch50", value: 58, unit: "U/mL", low: 41 }],
      },
      {
        kind: "missed",
        difficulty: 2,
        says: "{0}.",
        measurements: [{ test: "ch50", value: 41, unit: "U/mL", low: 41 }],
      },
    ],
  },
  // ---------------------------------------------------------------- lung
  {
    id: "interstitial-lung-disease",
    topic: "lung",
    stage: "imaging",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "High-resolution CT: [interstitial lung disease](interstitial-lung-disease).",
        findings: { "interstitial-lung-disease": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "High-resolution CT: [no interstitial lung disease](-interstitial-lung-disease).",
        findings: { "interstitial-lung-disease": "absent" },
      },
    ],
  },
  // ---------------------------------------------------------------- what counts nowhere
  {
    id: "fatigue",
    topic: "fatigue",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{She/He} is [tired beyond measure](fatigue).",
        findings: { fatigue: "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{She/He} has [energy enough](-fatigue).",
        findings: { fatigue: "absent" },
      },
    ],
  },
  {
    id: "raynaud",
    topic: "raynaud",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{Her/His} [fingers turn white and blue in the cold](raynaud).",
        findings: { raynaud: "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{Her/His} [fingers keep their color in the cold](-raynaud).",
        findings: { raynaud: "absent" },
      },
    ],
  },
  {
    id: "thrombosis",
    topic: "thrombosis",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "Two years ago there was [a clot in the calf](thrombosis).",
        findings: { thrombosis: "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "There was [never a clot](-thrombosis).",
        findings: { thrombosis: "absent" },
      },
    ],
  },
  {
    id: "anti-ro",
    topic: "anti-ro",
    stage: "laboratory",
    forms: [
      { kind: "met", difficulty: 2, says: "[Anti-Ro is positive](anti-ro).", findings: { "anti-ro": "present" } },
      { kind: "missed", difficulty: 1, says: "[Anti-Ro is negative](-anti-ro).", findings: { "anti-ro": "absent" } },
    ],
  },
  {
    id: "renal-failure",
    topic: "kidney-function",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "{Her/His} [kidneys have lost half of their function](renal-failure).",
        findings: { "renal-failure": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{Her/His} [kidney function is normal](-renal-failure).",
        findings: { "renal-failure": "absent" },
      },
    ],
  },
  {
    id: "weight",
    topic: "weight",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{She/He} has [lost 6 kg without meaning to](weight-loss) and [has no appetite](anorexia).",
        findings: { "weight-loss": "present", anorexia: "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{Her/His} [weight is steady](-weight-loss) and {she/he} [eats well](-anorexia).",
        findings: { "weight-loss": "absent", anorexia: "absent" },
      },
    ],
  },
  {
    id: "myalgia",
    topic: "muscle",
    stage: "history",
    forms: [
      { kind: "met", difficulty: 1, says: "{Her/His} [muscles ache](myalgia).", findings: { myalgia: "present" } },
      {
        kind: "missed",
        difficulty: 1,
        says: "{Her/His} [muscles do not ache](-myalgia).",
        findings: { myalgia: "absent" },
      },
    ],
  },
  {
    id: "headache",
    topic: "headache",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{She/He} has [migraine twice a month](headache).",
        findings: { headache: "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "{She/He} has [no headaches](-headache).",
        findings: { headache: "absent" },
      },
    ],
  },
  {
    id: "leg-edema",
    topic: "legs",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "[Both shins keep the mark of a finger](leg-edema).",
        findings: { "leg-edema": "present" },
      },
      { kind: "missed", difficulty: 1, says: "[The legs are slim](-leg-edema).", findings: { "leg-edema": "absent" } },
    ],
  },
  {
    id: "valve-disease",
    topic: "valves",
    stage: "imaging",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "Echocardiogram: [small growths on the mitral valve, taken for Libman-Sacks endocarditis](valve-disease).",
        findings: { "valve-disease": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "Echocardiogram: [the valves are normal](-valve-disease).",
        findings: { "valve-disease": "absent" },
      },
    ],
  },
  {
    id: "vasculitis",
    topic: "purpura",
    stage: "examination",
    forms: [
      {
        kind: "met",
        difficulty: 2,
        says: "[Palpable purpura on both shins, small-vessel vasculitis on biopsy](vasculitis).",
        findings: { vasculitis: "present" },
      },
      { kind: "missed", difficulty: 1, says: "[No purpura](-vasculitis).", findings: { vasculitis: "absent" } },
    ],
  },
  {
    id: "anti-la",
    topic: "anti-la",
    stage: "laboratory",
    forms: [
      { kind: "met", difficulty: 2, says: "[Anti-La is positive](anti-la).", findings: { "anti-la": "present" } },
      { kind: "missed", difficulty: 1, says: "[Anti-La is negative](-anti-la).", findings: { "anti-la": "absent" } },
    ],
  },
  {
    id: "anti-rnp",
    topic: "anti-rnp",
    stage: "laboratory",
    forms: [
      { kind: "met", difficulty: 2, says: "[Anti-U1-RNP is positive](anti-rnp).", findings: { "anti-rnp": "present" } },
      {
        kind: "missed",
        difficulty: 1,
        says: "[Anti-U1-RNP is negative](-anti-rnp).",
        findings: { "anti-rnp": "absent" },
      },
    ],
  },
  {
    id: "family-history",
    topic: "family",
    stage: "history",
    forms: [
      {
        kind: "met",
        difficulty: 1,
        says: "{Her/His} [mother has SLE](family-history).",
        findings: { "family-history": "present" },
      },
      {
        kind: "missed",
        difficulty: 1,
        says: "[Nobody in the family has SLE](-family-history).",
        findings: { "family-history": "absent" },
      },
    ],
  },
] as const satisfies readonly FactTemplate[];
