import type { CriteriaSet } from "./types.ts";

export const acr1997 = {
  id: "acr-1997",
  title: "ACR classification criteria for systemic lupus erythematosus, 1982 revision as updated in 1997",
  short: "ACR 1997",
  year: 1997,
  rule: "Classified when at least 4 of 11 criteria count, at once or one after another over any period.",
  purpose: "",
  notFor: [],
  citations: ["acr-1982-paper", "acr-1997-letter"],
  performance: [],
  attribution: {
    kind: "as-printed",
    summary:
      "No general rule. An explained finding does not count only where the item prints it: seizure and psychosis from a drug or a metabolic derangement, thrombocytopenia from a drug, ANA from a drug. Elsewhere an explained finding still counts, and the result says so.",
    excludes: {
      seizure: ["drug", "metabolic"],
      psychosis: ["drug", "metabolic"],
      thrombocytopenia: ["drug"],
      "ana-above-reference": ["drug"],
    },
    source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
    checked: "yes",
  },
  unit: "criteria",
  domains: [
    {
      id: "malar-rash",
      title: "Malar rash",
      group: "clinical",
      criteria: [
        {
          id: "malar-rash",
          title: "Malar rash",
          definition:
            "Lasting redness over the cheek prominences, level or raised, that as a rule leaves the nasolabial folds clear.",
          weight: 1,
          when: { kind: "present", finding: "malar-rash" },
          notes: ["Asked here as seen by a clinician, as for the other sets; the item does not print that."],
          source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
          checked: "yes",
        },
      ],
    },
    {
      id: "discoid-rash",
      title: "Discoid rash",
      group: "clinical",
      criteria: [
        {
          id: "discoid-rash",
          title: "Discoid rash",
          definition:
            "Raised red plaques with firmly attached horny scale and plugged follicles; long-standing ones can end in sunken scars.",
          weight: 1,
          when: { kind: "present", finding: "discoid-lupus" },
          source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
          checked: "yes",
        },
      ],
    },
    {
      id: "photosensitivity",
      title: "Photosensitivity",
      group: "clinical",
      criteria: [
        {
          id: "photosensitivity",
          title: "Photosensitivity",
          definition: "An abnormal skin reaction brought on by the sun; the patient's account is enough.",
          weight: 1,
          when: { kind: "present", finding: "photosensitivity" },
          source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
          checked: "yes",
        },
      ],
    },
    {
      id: "oral-ulcers",
      title: "Oral ulcers",
      group: "clinical",
      criteria: [
        {
          id: "oral-ulcers",
          title: "Oral ulcers",
          definition: "Ulcers in the mouth or nasopharynx, usually painless, that a doctor has seen.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "oral-ulcers" },
              { kind: "present", finding: "nasal-ulcers" },
            ],
          },
          source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
          checked: "yes",
        },
      ],
    },
    {
      id: "arthritis",
      title: "Arthritis",
      group: "clinical",
      criteria: [
        {
          id: "arthritis",
          title: "Arthritis",
          definition:
            "At least 2 peripheral joints tender, swollen or holding fluid, without erosions; tenderness alone is enough.",
          weight: 1,
          when: { kind: "present", finding: "nonerosive-arthritis" },
          notes: ["No stiffness is asked for."],
          source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
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
            "Pleuritis: a convincing history of pleuritic pain, a rub heard by a doctor, or an effusion. Pericarditis: by ECG, rub or effusion.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "pleuritic-pain" },
              { kind: "present", finding: "pleural-rub" },
              { kind: "present", finding: "pleural-effusion" },
              { kind: "present", finding: "pericarditis-ecg" },
              { kind: "present", finding: "pericardial-rub" },
              { kind: "present", finding: "pericardial-effusion" },
              { kind: "present", finding: "acute-pericarditis" },
            ],
          },
          notes: [
            "Peritonitis is not part of it.",
            "An effusion is asked here as seen on imaging, as for the other sets; the item does not print a method.",
          ],
          source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
          checked: "yes",
        },
      ],
    },
    {
      id: "renal-disorder",
      title: "Renal disorder",
      group: "clinical",
      criteria: [
        {
          id: "renal-disorder",
          title: "Renal disorder",
          definition:
            "Persistent proteinuria above 0.5 g per day, or above 3+ on dipstick where not measured; or cellular casts: red cell, hemoglobin, granular, tubular or mixed.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "proteinuria-persistent" },
              { kind: "present", finding: "red-cell-casts" },
              { kind: "present", finding: "other-cellular-casts" },
            ],
          },
          notes: [
            "No number is given for persistent: it is stated by a person, and no measurement decides it.",
            "A dipstick of 3+ is not above 3+; some reprints print 3+ or at least 3+.",
            "A spot ratio is not in the item; the ACR nephritis guideline lets one above 0.5 stand for the 24-hour value, and active sediment for casts.",
          ],
          source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
          checked: "yes",
        },
      ],
    },
    {
      id: "neurologic-disorder",
      title: "Neurologic disorder",
      group: "clinical",
      criteria: [
        {
          id: "neurologic-disorder",
          title: "Neurologic disorder",
          definition:
            "Seizures or psychosis, without a drug that can cause it and without a metabolic derangement such as uremia, ketoacidosis or disturbed electrolytes.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "seizure" },
              { kind: "present", finding: "psychosis" },
            ],
          },
          notes: ["Any other explanation, such as infection, does not take it out in this set."],
          source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
          checked: "yes",
        },
      ],
    },
    {
      id: "hematologic-disorder",
      title: "Hematologic disorder",
      group: "clinical",
      criteria: [
        {
          id: "hematologic-disorder",
          title: "Hematologic disorder",
          definition:
            "Hemolytic anemia with reticulocytosis; white cells below 4.0 × 10⁹/L on two or more occasions; lymphocytes below 1.5 × 10⁹/L on two or more occasions; or platelets below 100 × 10⁹/L without a drug that can cause it.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "hemolytic-anemia-with-reticulocytosis" },
              { kind: "present", finding: "leukopenia-twice" },
              { kind: "present", finding: "lymphopenia-1500-twice" },
              { kind: "present", finding: "thrombocytopenia" },
            ],
          },
          notes: [
            "All blood counts together are one criterion.",
            "White cells and lymphocytes need two occasions; low platelets once are enough.",
          ],
          source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
          checked: "yes",
        },
      ],
    },
    {
      id: "immunologic-disorder",
      title: "Immunologic disorder",
      group: "immunologic",
      criteria: [
        {
          id: "immunologic-disorder",
          title: "Immunologic disorder",
          definition:
            "Anti-DNA at an abnormal titer; anti-Sm; or antiphospholipid antibodies: an abnormal IgG or IgM anticardiolipin, lupus anticoagulant by a standard method, or a false-positive syphilis test for at least 6 months confirmed by a treponemal test.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "anti-dsdna" },
              { kind: "present", finding: "anti-sm" },
              { kind: "present", finding: "anticardiolipin-igg-igm-abnormal" },
              { kind: "present", finding: "lupus-anticoagulant" },
              { kind: "present", finding: "false-positive-syphilis-6-months" },
            ],
          },
          notes: [
            "All of these together are one criterion.",
            "Any abnormal IgG or IgM anticardiolipin: no grade of titer, no IgA.",
          ],
          source: ["acr-1997-letter", "acr-items-table", "acr-items-reprint"],
          checked: "yes",
        },
      ],
    },
    {
      id: "ana",
      title: "Antinuclear antibody",
      group: "immunologic",
      criteria: [
        {
          id: "ana",
          title: "Antinuclear antibody",
          definition:
            "An abnormal ANA by immunofluorescence or an equivalent assay at any time, without a drug known to cause drug-induced lupus.",
          weight: 1,
          when: { kind: "present", finding: "ana-above-reference" },
          notes: ["No titer is fixed: the laboratory's own range decides."],
          source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint", "acr-ana-reprint"],
          checked: "yes",
        },
      ],
    },
  ],
  classifiedWhen: { kind: "scoreAtLeast", score: 4 },
  decisions: [],
  mistakes: [],
  notItems: {},
  cautions: [
    {
      code: "one-rash-two-criteria",
      when: {
        kind: "all",
        of: [
          { kind: "present", finding: "malar-rash" },
          { kind: "present", finding: "photosensitivity" },
        ],
      },
      message:
        "Malar rash and photosensitivity both count. If they are one sun-induced rash, it scores twice: the criteria are applied as written.",
    },
  ],
} as const satisfies CriteriaSet;
