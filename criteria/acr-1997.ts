import type { ReferenceSet } from "./types.ts";

export const acr1997 = {
  id: "acr-1997",
  title: "ACR classification criteria for systemic lupus erythematosus, 1982 revision as updated in 1997",
  short: "ACR 1997",
  year: 1997,
  rule: "Classified when at least 4 of 11 criteria count, at once or one after another over any period.",
  purpose: "To gather comparable groups of people with SLE for research, by counting 11 equal criteria.",
  notFor: [
    "Diagnosis. A person can have SLE and not be classified, or be classified and not have it.",
    "Deciding on treatment, disease activity or damage.",
    "Children: none of the four sets here was made for them, and the threshold is never changed by age.",
    "Newborns: neonatal lupus comes from the mother's antibodies and is not SLE in the infant.",
  ],
  citations: ["acr-1982-paper", "acr-1997-letter"],
  performance: [
    {
      sensitivity: "82.8%",
      specificity: "93.4%",
      cohort: "Validation cohort of EULAR/ACR 2019: 696 with SLE and 574 with a similar disease, 21 centers.",
      source: ["eular-acr-2019-paper"],
      checked: "yes",
    },
    {
      sensitivity: "83%",
      specificity: "96%",
      cohort:
        "Validation of SLICC 2012 on 690 written scenarios rated by experts: 290 of 349 with SLE, 326 of 341 without. Not clinic figures.",
      source: ["slicc-2012-paper"],
      checked: "yes",
    },
    {
      sensitivity: "86%",
      specificity: "93%",
      cohort: "Derivation of SLICC 2012 on 702 written scenarios rated by experts. Not clinic figures.",
      source: ["slicc-2012-paper"],
      checked: "yes",
    },
    {
      sensitivity: "81%",
      cohort: "Validation cohort of EULAR/ACR 2019, disease for 1 to under 3 years.",
      source: ["eular-acr-2019-subgroups"],
      checked: "yes",
    },
    {
      sensitivity: "77.3%",
      cohort: "Norway, population-based: 701 adults at diagnosis. EULAR/ACR 2019 reached 91.6% there.",
      source: ["criteria-norway"],
      checked: "yes",
    },
    {
      specificity: "92.2%",
      cohort: "Adults, pooled over 18 studies; a meta-analysis of 29 in all.",
      source: ["criteria-meta-analysis"],
      checked: "yes",
    },
    {
      sensitivity: "70.5%",
      specificity: "83.2%",
      cohort: "Children in Brazil at the first visit: 122 with SLE, 89 without. The set was not made for children.",
      source: ["children-brazil"],
      checked: "yes",
    },
    {
      specificity: "91.7%",
      cohort: "Children in Singapore at diagnosis: 120 with SLE, 36 without. The set was not made for children.",
      source: ["children-singapore"],
      checked: "yes",
    },
    {
      sensitivity: "68.7%",
      specificity: "94.8%",
      cohort: "Children in Turkey: 262 with SLE, 174 without. The set was not made for children.",
      source: ["children-turkey"],
      checked: "yes",
    },
    {
      sensitivity: "84.1%",
      cohort: "Children in the UK: 226 with SLE. The set was not made for children.",
      source: ["children-uk"],
      checked: "yes",
    },
    {
      sensitivity: "76.5%",
      cohort: "Children in Southwest China: 264 with SLE, 237 without. The set was not made for children.",
      source: ["children-southwest-china"],
      checked: "yes",
    },
  ],
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
  outcome: { met: "Classified", notMet: "Not classified" },
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
  decisions: [
    {
      question: "Where were the items read?",
      decision:
        "In published reprints of the table, which agree with each other. The paper of 1982 and the letter of 1997 are named as where the items come from; neither has been read word for word here.",
      source: ["acr-items-table", "acr-items-reprint", "acr-1982-paper", "acr-1997-letter"],
      checked: "partly",
      toConfirm: "The wording of all eleven items, in the paper of 1982 and the letter of 1997.",
    },
    {
      question: "Malar rash and photosensitivity from one sun-induced rash.",
      decision: "Two criteria, as written, with a caution.",
      source: ["acr-1982-paper", "slerpi-journal-club"],
      checked: "yes",
    },
    {
      question: "White cells or lymphocytes were low once.",
      decision: "Does not count. Two occasions are needed.",
      source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
      checked: "yes",
    },
    {
      question: "Platelets were low once.",
      decision: "Counts. No rule on occasions is printed for platelets.",
      source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
      checked: "yes",
    },
    {
      question: "A dipstick of 3+.",
      decision: "Does not meet it: the good reprints ask for more than 3+. Others print 3+ or at least 3+.",
      source: ["acr-items-table", "acr-items-reprint"],
      checked: "yes",
    },
    {
      question: "What does persistent mean for proteinuria?",
      decision: "No number is given. A person states it; no measurement decides it.",
      source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
      checked: "yes",
    },
    {
      question: "A spot ratio in place of the 24-hour collection.",
      decision:
        "Not in the item. The ACR nephritis guideline lets one above 0.5 stand for it, and active sediment for casts.",
      source: ["acr-nephritis-guideline"],
      checked: "yes",
    },
    {
      question: "Which casts count?",
      decision: "Every cellular cast: red cell, hemoglobin, granular, tubular or mixed.",
      source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
      checked: "yes",
    },
    {
      question: "Which anticardiolipin counts?",
      decision: "Any abnormal IgG or IgM: no grade of titer, no IgA. Anti-beta-2-glycoprotein I is not in the set.",
      source: ["acr-1997-letter", "acr-items-table"],
      checked: "yes",
    },
    {
      question: "Does a finding that something else explains count?",
      decision: "Yes, except where the item prints an exclusion. There is no general rule.",
      source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
      checked: "yes",
    },
    {
      question: "The ANA of a person who takes a drug known to cause drug-induced lupus.",
      decision:
        "It is removed when the user marks the ANA as explained by a drug. The item prints exposure; read strictly it would take the point from anyone on such a drug.",
      source: ["acr-1982-paper", "acr-ana-reprint"],
      checked: "partly",
      toConfirm: "How the exclusion is meant: exposure alone, or an ANA that the drug explains.",
    },
    {
      question: "Are swollen or tender joints non-erosive?",
      decision:
        "They are taken as non-erosive until erosions are reported. The assumption is shown and any answer overrides it.",
      source: ["acr-1982-paper"],
      checked: "yes",
    },
    {
      question: "Is peritonitis a serositis?",
      decision: "No, not in this set.",
      source: ["acr-1982-paper", "acr-items-table", "acr-items-reprint"],
      checked: "yes",
    },
    {
      question: "Is an antibody needed?",
      decision: "No. Four clinical criteria classify without any.",
      source: ["acr-items-table", "acr-items-reprint"],
      checked: "yes",
    },
    {
      question: "What changed from 1982 to 1997?",
      decision:
        "Only the immunologic item: the LE-cell test was dropped and the syphilis test widened into three antiphospholipid routes. The 1982 set is not offered: it differs in that item only.",
      source: ["acr-1997-letter", "eular-acr-2019-review"],
      checked: "partly",
      toConfirm: "The exact edit, in the letter of 1997.",
    },
  ],
  mistakes: [
    "A single low white cell or lymphocyte count taken as enough.",
    "Quoting the accuracy of the 1982 set for the 1997 one: the update came as a letter.",
    "Adding peritonitis to serositis.",
    "Adding anti-beta-2-glycoprotein I or IgA anticardiolipin to the immunologic item.",
    "Asking for an antibody, or that the criteria coincide.",
    "Asking for morning stiffness in the arthritis item.",
    "Taking every explained finding out: only printed exclusions do that here.",
    "Blood counts counted one by one: together they are one criterion.",
  ],
  notItems: {
    "ana-1-80": "No titer is fixed; the laboratory's own range decides.",
    "anti-dsdna-specific": "Read as anti-dsDNA; no specificity is asked for.",
    "anti-dsdna-slicc": "Read as anti-dsDNA above the laboratory's range.",
    "anticardiolipin-medium-high": "Any abnormal IgG or IgM counts; an IgA does not.",
    "anti-beta2gp1": "Not in this set.",
    "false-positive-rpr": "It has to be false positive for at least 6 months.",
    "low-c3": "Complement is not in this set.",
    "low-c4": "Complement is not in this set.",
    "low-ch50": "Complement is not in this set.",
    fever: "Fever is not in this set.",
    leukopenia: "Two occasions are asked for.",
    "lymphopenia-1000":
      "Lymphocytes below 1.5 × 10⁹/L on two occasions are asked for; once does not count, however low.",
    hemolysis: "Hemolytic anemia with reticulocytosis is asked for.",
    "hemolytic-anemia": "Reticulocytosis is asked for as well.",
    "direct-coombs": "Not in this set.",
    proteinuria: "It has to be persistent.",
    "proteinuria-500": "It has to be above 0.5 g per day and persistent.",
    "biopsy-lupus-nephritis": "Biopsy is not in this set.",
    "biopsy-class-2-or-5": "Biopsy is not in this set.",
    "biopsy-class-3-or-4": "Biopsy is not in this set.",
    "renal-failure": "Not an item; persistent proteinuria or cellular casts are.",
    "maculopapular-rash": "No item of its own; if the sun brings it on, record photosensitivity as well.",
    "photosensitive-lupus-rash": "Read as photosensitivity.",
    "bullous-lupus": "Named by SLICC alone.",
    "ten-variant-lupus": "Named by SLICC alone.",
    "subacute-cutaneous-lupus": "No item of its own; if the sun brings it on, record photosensitivity as well.",
    "other-chronic-cutaneous-lupus":
      "Of the chronic forms only discoid rash counts; ulcers of the mouth are their own item.",
    "non-scarring-alopecia": "Dropped in 1982.",
    raynaud: "Dropped in 1982.",
    "synovitis-2-joints": "Read as non-erosive arthritis unless erosions are reported.",
    "tender-joints-with-stiffness": "Read as non-erosive arthritis unless erosions are reported.",
    arthralgia: "Tenderness, swelling or effusion of two joints is asked for, not pain.",
    "pericardial-pain": "ECG, rub or effusion is asked for.",
    "pericardial-pain-over-1-day": "ECG, rub or effusion is asked for.",
    "pericardial-effusion-new": "Read as a pericardial effusion.",
    "pleurisy-over-1-day": "Read as pleuritic pain of any length.",
    delirium: "Seizure and psychosis are the only neurologic items.",
    "mononeuritis-multiplex": "Seizure and psychosis are the only neurologic items.",
    myelitis: "Seizure and psychosis are the only neurologic items.",
    "peripheral-neuropathy": "Seizure and psychosis are the only neurologic items.",
    "cranial-neuropathy": "Seizure and psychosis are the only neurologic items.",
    "interstitial-lung-disease": "Not in this set.",
    thrombosis: "The antibodies count; the clot does not.",
    "anti-ro": "In no set.",
    "anti-la": "In no set.",
    "anti-rnp": "In no set.",
  },
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
} as const satisfies ReferenceSet;
