import type { CriteriaSet } from "./types.ts";

export const slicc2012 = {
  id: "slicc-2012",
  title: "SLICC classification criteria for systemic lupus erythematosus, 2012",
  short: "SLICC 2012",
  year: 2012,
  rule: "Classified when at least 4 criteria count, one or more of them clinical and one or more immunologic, or when a biopsy shows lupus nephritis in a person with ANA or anti-dsDNA.",
  purpose: "",
  notFor: [],
  citations: ["slicc-2012-paper"],
  performance: [],
  attribution: {
    kind: "as-printed",
    summary:
      "An explained finding does not count where the item prints exclusions, nor where the item asks for a lesion of lupus, which something else then explains. The printed lists are examples, so any stated cause removes the finding. Elsewhere an explained finding still counts, and the result says so.",
    excludes: {
      "oral-ulcers": "any",
      "nasal-ulcers": "any",
      "non-scarring-alopecia": "any",
      "pleurisy-over-1-day": "any",
      "pericardial-pain-over-1-day": "any",
      "pleural-rub": "any",
      "pleural-effusion": "any",
      "pericarditis-ecg": "any",
      "pericardial-rub": "any",
      "pericardial-effusion": "any",
      "acute-pericarditis": "any",
      "mononeuritis-multiplex": "any",
      "peripheral-neuropathy": "any",
      "cranial-neuropathy": "any",
      delirium: "any",
      leukopenia: "any",
      "lymphopenia-1000": "any",
      thrombocytopenia: "any",
      "malar-rash": "any",
      "maculopapular-rash": "any",
      "photosensitive-lupus-rash": "any",
      "bullous-lupus": "any",
      "ten-variant-lupus": "any",
      "subacute-cutaneous-lupus": "any",
      "discoid-lupus": "any",
      "other-chronic-cutaneous-lupus": "any",
      "biopsy-lupus-nephritis": "any",
    },
    source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
    checked: "partly",
    toConfirm: "Whether the serositis exclusions, printed after the heart part, cover the pleural part as well.",
  },
  unit: "criteria",
  domains: [
    {
      id: "acute-or-subacute-cutaneous",
      title: "Acute or subacute cutaneous lupus",
      group: "clinical",
      criteria: [
        {
          id: "acute-or-subacute-cutaneous",
          title: "Acute or subacute cutaneous lupus",
          definition:
            "Malar rash of lupus; bullous lupus; the toxic epidermal necrolysis variant; maculopapular or photosensitive rash of lupus; or subacute cutaneous lupus: psoriasis-like or merging ring-shaped lesions that clear without scars, at most leaving changed pigment or fine vessels.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "malar-rash" },
              { kind: "present", finding: "maculopapular-rash" },
              { kind: "present", finding: "photosensitive-lupus-rash" },
              { kind: "present", finding: "bullous-lupus" },
              { kind: "present", finding: "ten-variant-lupus" },
              { kind: "present", finding: "subacute-cutaneous-lupus" },
            ],
          },
          notes: [
            "All of these together are one criterion.",
            "A discoid lesion on the cheeks is not a malar rash.",
            "The photosensitive rash counts in the absence of dermatomyositis.",
            "Malar rash is asked here as seen by a clinician, as for the other sets; the item does not print that.",
          ],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "chronic-cutaneous",
      title: "Chronic cutaneous lupus",
      group: "clinical",
      criteria: [
        {
          id: "chronic-cutaneous",
          title: "Chronic cutaneous lupus",
          definition:
            "Discoid lupus, above the neck only or below it too; hypertrophic (verrucous), panniculitis (profundus), mucosal, tumidus or chilblain lupus; or an overlap of discoid lupus with lichen planus.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "discoid-lupus" },
              { kind: "present", finding: "other-chronic-cutaneous-lupus" },
            ],
          },
          notes: ["Subacute and discoid lupus in one patient are two criteria."],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "oral-or-nasal-ulcers",
      title: "Oral or nasal ulcers",
      group: "clinical",
      criteria: [
        {
          id: "oral-or-nasal-ulcers",
          title: "Oral or nasal ulcers",
          definition: "Ulcers of the palate, cheek, tongue or nose that nothing else explains.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "oral-ulcers" },
              { kind: "present", finding: "nasal-ulcers" },
            ],
          },
          notes: [
            "The item names as other causes: vasculitis, Behçet disease, herpes, inflammatory bowel disease, reactive arthritis, acidic food.",
            "Ulcers are asked here as seen by a clinician, as for the other sets; the item does not print that.",
          ],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "non-scarring-alopecia",
      title: "Non-scarring alopecia",
      group: "clinical",
      criteria: [
        {
          id: "non-scarring-alopecia",
          title: "Non-scarring alopecia",
          definition: "Hair thinner all over, or brittle with broken hairs in view, that nothing else explains.",
          weight: 1,
          when: { kind: "present", finding: "non-scarring-alopecia" },
          notes: [
            "The item names as other causes: alopecia areata, drugs, iron deficiency, androgenic alopecia.",
            "Alopecia is asked here as seen by a clinician, as for the other sets; the item does not print that.",
          ],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "synovitis",
      title: "Synovitis",
      group: "clinical",
      criteria: [
        {
          id: "synovitis",
          title: "Synovitis",
          definition:
            "At least 2 joints swollen or with effusion; or at least 2 tender joints together with at least 30 minutes of morning stiffness.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "synovitis-2-joints" },
              { kind: "present", finding: "tender-joints-with-stiffness" },
            ],
          },
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "serositis",
      title: "Serositis",
      group: "clinical",
      criteria: [
        {
          id: "serositis",
          title: "Serositis",
          definition:
            "Typical pleurisy for more than 1 day, a pleural effusion or a pleural rub; or typical pericardial pain (worse lying, eased sitting forward) for more than 1 day, a pericardial effusion, a pericardial rub or an ECG of pericarditis.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "pleurisy-over-1-day" },
              { kind: "present", finding: "pleural-effusion" },
              { kind: "present", finding: "pleural-rub" },
              { kind: "present", finding: "pericardial-pain-over-1-day" },
              { kind: "present", finding: "pericardial-effusion" },
              { kind: "present", finding: "pericardial-rub" },
              { kind: "present", finding: "pericarditis-ecg" },
              { kind: "present", finding: "acute-pericarditis" },
            ],
          },
          notes: [
            "The item names as other causes: infection, uremia, Dressler syndrome.",
            "Acute pericarditis may stand for the item: two of its four signs always include a rub, an ECG change or an effusion.",
            "An effusion is asked here as seen on imaging, as for the other sets; the item does not print a method.",
          ],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "renal",
      title: "Renal",
      group: "clinical",
      criteria: [
        {
          id: "renal",
          title: "Renal",
          definition:
            "A urine protein-to-creatinine ratio or a 24-hour protein that stands for 500 mg per 24 hours; or red cell casts.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "proteinuria-500" },
              { kind: "present", finding: "red-cell-casts" },
            ],
          },
          notes: [
            "The item prints 500 mg without a sign; this project counts exactly 500 mg and flags it.",
            "A biopsy is a route of its own and adds nothing to the count.",
          ],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "neurologic",
      title: "Neurologic",
      group: "clinical",
      criteria: [
        {
          id: "neurologic",
          title: "Neurologic",
          definition:
            "One of seven: seizures, psychosis, mononeuritis multiplex, myelitis, peripheral neuropathy, cranial neuropathy, or acute confusional state.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "seizure" },
              { kind: "present", finding: "psychosis" },
              { kind: "present", finding: "mononeuritis-multiplex" },
              { kind: "present", finding: "myelitis" },
              { kind: "present", finding: "peripheral-neuropathy" },
              { kind: "present", finding: "cranial-neuropathy" },
              { kind: "present", finding: "delirium" },
            ],
          },
          notes: [
            "Delirium stands for the acute confusional state.",
            "Other causes that the item names: primary vasculitis for mononeuritis; primary vasculitis, infection or diabetes for neuropathies; toxic or metabolic causes, uremia or drugs for confusion.",
            "Seizure, psychosis and myelitis print no exclusion.",
          ],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "hemolytic-anemia",
      title: "Hemolytic anemia",
      group: "clinical",
      criteria: [
        {
          id: "hemolytic-anemia",
          title: "Hemolytic anemia",
          definition: "Hemolytic anemia; the item gives no laboratory definition.",
          weight: 1,
          when: { kind: "present", finding: "hemolytic-anemia" },
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "leukopenia-or-lymphopenia",
      title: "Leukopenia or lymphopenia",
      group: "clinical",
      criteria: [
        {
          id: "leukopenia-or-lymphopenia",
          title: "Leukopenia or lymphopenia",
          definition:
            "White cells below 4.0 × 10⁹/L once, or lymphocytes below 1.0 × 10⁹/L once, that nothing else explains.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "leukopenia" },
              { kind: "present", finding: "lymphopenia-1000" },
            ],
          },
          notes: [
            "The two share one criterion.",
            "Other causes that the item names: Felty syndrome, drugs or portal hypertension for leukopenia; glucocorticoids, drugs or infection for lymphopenia.",
          ],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "thrombocytopenia",
      title: "Thrombocytopenia",
      group: "clinical",
      criteria: [
        {
          id: "thrombocytopenia",
          title: "Thrombocytopenia",
          definition: "Platelets below 100 × 10⁹/L once, that nothing else explains.",
          weight: 1,
          when: { kind: "present", finding: "thrombocytopenia" },
          notes: ["The item names as other causes: drugs, portal hypertension, thrombotic thrombocytopenic purpura."],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "ana",
      title: "ANA",
      group: "immunologic",
      criteria: [
        {
          id: "ana",
          title: "ANA",
          definition: "Antinuclear antibodies above the laboratory's range; no fixed titer.",
          weight: 1,
          when: { kind: "present", finding: "ana-above-reference" },
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "anti-dsdna",
      title: "Anti-dsDNA",
      group: "immunologic",
      criteria: [
        {
          id: "anti-dsdna",
          title: "Anti-dsDNA",
          definition: "Anti-dsDNA above the laboratory's range; by ELISA, above twice the upper limit.",
          weight: 1,
          when: { kind: "present", finding: "anti-dsdna-slicc" },
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "anti-sm",
      title: "Anti-Sm",
      group: "immunologic",
      criteria: [
        {
          id: "anti-sm",
          title: "Anti-Sm",
          definition: "Anti-Sm antibody present.",
          weight: 1,
          when: { kind: "present", finding: "anti-sm" },
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "antiphospholipid-antibodies",
      title: "Antiphospholipid antibodies",
      group: "immunologic",
      criteria: [
        {
          id: "antiphospholipid-antibodies",
          title: "Antiphospholipid antibodies",
          definition:
            "Lupus anticoagulant; a false-positive RPR; anticardiolipin IgA, IgG or IgM at medium or high titer; or anti-beta-2-glycoprotein I IgA, IgG or IgM.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "lupus-anticoagulant" },
              { kind: "present", finding: "false-positive-rpr" },
              { kind: "present", finding: "anticardiolipin-medium-high" },
              { kind: "present", finding: "anti-beta2gp1" },
            ],
          },
          notes: [
            "The item gives no number for medium or high; above 40 units or above the 99th percentile is the common reading.",
          ],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "low-complement",
      title: "Low complement",
      group: "immunologic",
      criteria: [
        {
          id: "low-complement",
          title: "Low complement",
          definition: "Low C3, low C4 or low CH50.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "low-c3" },
              { kind: "present", finding: "low-c4" },
              { kind: "present", finding: "low-ch50" },
            ],
          },
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
    {
      id: "direct-coombs",
      title: "Direct Coombs test",
      group: "immunologic",
      criteria: [
        {
          id: "direct-coombs",
          title: "Direct Coombs test",
          definition: "A positive direct Coombs test in the absence of hemolytic anemia.",
          weight: 1,
          when: {
            kind: "all",
            of: [
              { kind: "present", finding: "direct-coombs" },
              { kind: "not", of: { kind: "recorded", finding: "hemolytic-anemia" } },
            ],
          },
          notes: ["With hemolytic anemia only the anemia counts, even when the anemia is said to be explained."],
          source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
          checked: "yes",
        },
      ],
    },
  ],
  classifiedWhen: {
    kind: "anyOf",
    of: [
      {
        kind: "allOf",
        of: [
          { kind: "scoreAtLeast", score: 4 },
          { kind: "criteriaAtLeast", count: 1, group: "clinical" },
          { kind: "criteriaAtLeast", count: 1, group: "immunologic" },
        ],
      },
      {
        kind: "route",
        title: "Biopsy-proven lupus nephritis with ANA or anti-dsDNA",
        when: {
          kind: "all",
          of: [
            { kind: "present", finding: "biopsy-lupus-nephritis" },
            {
              kind: "any",
              of: [
                { kind: "present", finding: "ana-above-reference" },
                { kind: "present", finding: "anti-dsdna-slicc" },
              ],
            },
          ],
        },
      },
    ],
  },
  decisions: [],
  mistakes: [],
  notItems: {},
  cautions: [
    {
      code: "exactly-500-mg",
      finding: "proteinuria-500",
      when: {
        kind: "all",
        of: [
          { kind: "recorded", finding: "proteinuria-500" },
          { kind: "not", of: { kind: "recorded", finding: "proteinuria" } },
        ],
      },
      message:
        "Urine protein of 500 mg per 24 hours is recorded, and more than 500 mg is not. The item prints 500 mg without a sign; it is counted here as at least 500 mg, while some reprints ask for more.",
    },
  ],
} as const satisfies CriteriaSet;
