import type { ReferenceSet } from "./types.ts";

export const slicc2012 = {
  id: "slicc-2012",
  title: "SLICC classification criteria for systemic lupus erythematosus, 2012",
  short: "SLICC 2012",
  year: 2012,
  rule: "Classified when at least 4 criteria count, one or more of them clinical and one or more immunologic, or when a biopsy shows lupus nephritis in a person with ANA or anti-dsDNA.",
  purpose:
    "To gather comparable groups of people with SLE for research, with clinical and immunologic evidence both required and biopsy-proven nephritis enough beside ANA or anti-dsDNA.",
  notFor: [
    "Diagnosis. A person can have SLE and not be classified, or be classified and not have it.",
    "Deciding on treatment, disease activity or damage.",
    "Children: none of the four sets here was made for them, and the threshold is never changed by age.",
    "Newborns: neonatal lupus comes from the mother's antibodies and is not SLE in the infant.",
  ],
  citations: ["slicc-2012-paper"],
  performance: [
    {
      sensitivity: "97%",
      specificity: "84%",
      cohort:
        "Validation on 690 written scenarios rated by experts: 340 of 349 with SLE, 288 of 341 without. Not clinic figures.",
      source: ["slicc-2012-paper"],
      checked: "yes",
    },
    {
      sensitivity: "94%",
      specificity: "92%",
      cohort: "Derivation on 702 written scenarios rated by experts. Not clinic figures.",
      source: ["slicc-2012-paper"],
      checked: "yes",
    },
    {
      sensitivity: "96.7%",
      specificity: "83.7%",
      cohort:
        "Validation cohort of EULAR/ACR 2019: 696 with SLE and 574 with a similar disease, 21 centers. The specificity is quoted as printed; no whole number of controls gives exactly that figure.",
      source: ["eular-acr-2019-paper"],
      checked: "yes",
    },
    {
      sensitivity: "95.9%",
      cohort: "Adults, pooled over 18 studies; a meta-analysis of 29 in all.",
      source: ["criteria-meta-analysis"],
      checked: "yes",
    },
    {
      sensitivity: "89.3%",
      specificity: "80.9%",
      cohort: "Children in Brazil at the first visit: 122 with SLE, 89 without. The set was not made for children.",
      source: ["children-brazil"],
      checked: "yes",
    },
    {
      sensitivity: "97.5%",
      cohort: "Children in Singapore at diagnosis: 120 with SLE, 36 without. The set was not made for children.",
      source: ["children-singapore"],
      checked: "yes",
    },
    {
      sensitivity: "95.4%",
      specificity: "89.7%",
      cohort: "Children in Turkey: 262 with SLE, 174 without. The set was not made for children.",
      source: ["children-turkey"],
      checked: "yes",
    },
    {
      sensitivity: "92.9%",
      cohort: "Children in the UK: 226 with SLE. The set was not made for children.",
      source: ["children-uk"],
      checked: "yes",
    },
    {
      sensitivity: "96.7%",
      specificity: "96.5%",
      cohort: "Children in several centers in China: 512 with SLE, 533 without. The set was not made for children.",
      source: ["children-china"],
      checked: "yes",
    },
    {
      sensitivity: "93.9%",
      cohort: "Children in Southwest China: 264 with SLE, 237 without. The set was not made for children.",
      source: ["children-southwest-china"],
      checked: "yes",
    },
  ],
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
  outcome: { met: "Classified", notMet: "Not classified" },
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
        by: "biopsy",
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
  decisions: [
    {
      question: "Leukopenia and lymphopenia in one patient.",
      decision: "One criterion between them.",
      source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
      checked: "yes",
    },
    {
      question: "A positive direct Coombs test with hemolytic anemia.",
      decision: "Only the anemia counts, even when the anemia is said to be explained.",
      source: ["slicc-2012-paper"],
      checked: "partly",
      toConfirm: "The exclusion was read; the explained case is this project's decision.",
    },
    {
      question: "Is the urine protein limit over 500 mg or at least 500 mg?",
      decision:
        "At least 500 mg, and exactly 500 mg is flagged. The item says a ratio that stands for 500 mg per 24 hours, without a sign, and a second reprint prints it so too; another says more than 500 mg.",
      source: ["slicc-2012-paper", "slicc-reprint-pmc4764694", "australian-prescriber-reprint"],
      checked: "partly",
      toConfirm: "That the group meant at least 500 mg: the missing sign was read twice, what it stands for was not.",
    },
    {
      question: "What does the biopsy route need?",
      decision:
        "Lupus nephritis of any class, with ANA or anti-dsDNA; anti-Sm does not help. For class I, ask whether the pathologist calls it lupus nephritis.",
      source: ["slicc-2012-paper"],
      checked: "partly",
      toConfirm: "The rule was read; the link to ISN/RPS 2003 was not.",
    },
    {
      question: "Is the biopsy route sound?",
      decision:
        "It is applied as printed. Pathologists criticize it: the ISN/RPS classification sorts lupus nephritis into classes and does not say what lupus nephritis is, so the route rests on the pathologist's judgment.",
      source: ["biopsy-findings-study"],
      checked: "yes",
    },
    {
      question: "Which anti-dsDNA level opens the biopsy route?",
      decision: "The level of the item, so twice the limit for an ELISA.",
      source: ["slicc-2012-paper"],
      checked: "yes",
    },
    {
      question: "Does a biopsy count as the renal criterion?",
      decision: "No. It adds nothing to the count. A person classified by biopsy can have a count of 1.",
      source: ["slicc-2012-paper"],
      checked: "yes",
    },
    {
      question: "Is the doubled limit for ELISA used for other solid-phase assays?",
      decision: "No, for ELISA only, as written. The group later doubled a chemiluminescence cut-off to follow it.",
      source: ["slicc-2012-paper", "anti-dsdna-definitions-table"],
      checked: "partly",
      toConfirm: "The later use was read in a secondary source.",
    },
    {
      question: "What is a medium or high anticardiolipin titer?",
      decision: "Above 40 units or above the 99th percentile. The item gives no number; this is the common reading.",
      source: ["slicc-2012-paper", "antiphospholipid-syndrome-2006"],
      checked: "partly",
      toConfirm: "That the group meant 40 units or the 99th percentile.",
    },
    {
      question: "Malar rash and photosensitive rash.",
      decision: "One criterion.",
      source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
      checked: "yes",
    },
    {
      question: "Subacute cutaneous lupus and discoid lupus.",
      decision: "Two criteria.",
      source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
      checked: "yes",
    },
    {
      question: "ANA as the only immunologic criterion.",
      decision: "Enough: ANA is an immunologic criterion.",
      source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
      checked: "yes",
    },
    {
      question: "How far do infection, uremia and Dressler syndrome reach?",
      decision: "They are printed after the heart part and applied to every serositis finding.",
      source: ["slicc-2012-paper"],
      checked: "partly",
      toConfirm: "Whether the serositis exclusions cover the pleural part.",
    },
    {
      question: "An explained malar or maculopapular rash, another explained skin lesion, or explained nephritis.",
      decision: "Does not count: the item asks for a rash of lupus and a nephritis compatible with SLE.",
      source: ["slicc-2012-paper", "slicc-definitions-table", "slicc-openehr-archetype"],
      checked: "yes",
    },
    {
      question: "Do the criteria have to be present together?",
      decision: "No. They add up over time.",
      source: ["slicc-2012-paper"],
      checked: "yes",
    },
    {
      question: "Why can the count not reach 17?",
      decision: "The direct Coombs test is out when hemolytic anemia is present, so 16 is the most.",
      source: ["slicc-2012-paper"],
      checked: "yes",
    },
  ],
  mistakes: [
    "Direct Coombs test counted together with hemolytic anemia.",
    "Proteinuria taken as biopsy-proven nephritis.",
    "Malar, photosensitive and subacute rash counted as three criteria.",
    "Four immunologic criteria, or four clinical ones, taken as enough.",
    "ANA asked twice, in the list and in the biopsy route, with different answers.",
    "Anti-dsDNA asked for on two occasions, or more than two joints.",
    "Any anticardiolipin above the laboratory's limit taken as medium titer.",
    "Asking that the criteria coincide.",
    "The validation sample quoted as 60 scenarios; it was 690.",
  ],
  notItems: {
    "ana-1-80": "No titer is fixed; the laboratory's own range decides.",
    "anti-dsdna": "Above the range is not enough for an ELISA, which has to pass twice the limit.",
    "anti-dsdna-specific": "The level decides, not the specificity of the assay.",
    "anticardiolipin-igg-igm-abnormal": "Only medium or high titer counts.",
    "false-positive-syphilis-6-months": "Read as a false-positive RPR; no length of time is asked for.",
    fever: "Fever is not in this set.",
    "leukopenia-twice": "Once is enough: two low counts are read as leukopenia.",
    "lymphopenia-1500-twice": "The limit is 1.0 × 10⁹/L, once.",
    hemolysis: "Hemolytic anemia is asked for; hemolysis without anemia does not count.",
    "hemolytic-anemia-with-reticulocytosis": "Read as hemolytic anemia.",
    proteinuria: "Read as 500 mg or more per 24 hours.",
    "proteinuria-persistent": "A value that stands for 500 mg per 24 hours is asked for; a dipstick is not enough.",
    "other-cellular-casts": "Red cell casts only.",
    "biopsy-class-2-or-5": "Read as lupus nephritis; the biopsy route asks for no class.",
    "biopsy-class-3-or-4": "Read as lupus nephritis; the biopsy route asks for no class.",
    "renal-failure": "Not an item; proteinuria, red cell casts or the biopsy route is.",
    photosensitivity: "The patient's account is not enough; a photosensitive lupus rash is asked for.",
    "nonerosive-arthritis":
      "Swelling of two joints, or tenderness of two with 30 minutes of morning stiffness, is asked for.",
    arthralgia: "Pain without swelling or stiffness is not synovitis.",
    "pleuritic-pain": "It has to last more than 1 day.",
    "pericardial-pain": "It has to last more than 1 day.",
    "pericardial-effusion-new": "Read as a pericardial effusion.",
    "interstitial-lung-disease": "Not in this set.",
    thrombosis: "The antibodies count; the clot does not.",
    "anti-ro": "In no set.",
    "anti-la": "In no set.",
    "anti-rnp": "In no set.",
  },
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
} as const satisfies ReferenceSet;
