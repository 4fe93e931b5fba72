import type { ReferenceSet } from "./types.ts";

export const slerpi = {
  id: "slerpi",
  title: "SLE Risk Probability Index (SLERPI), simple score, 2021",
  short: "SLERPI",
  year: 2021,
  rule: "Positive when the points of 14 features add up to more than 7, in a person in whom SLE is clinically suspected.",
  purpose:
    "To assist clinicians who suspect SLE in an adult. It is a prediction model of one group, not a consensus set of classification criteria; no endorsement by ACR or EULAR is known.",
  notFor: [
    "Diagnosis. A positive score is not a diagnosis and a negative one does not rule SLE out.",
    "People in whom SLE is not clinically suspected.",
    "Deciding on treatment, disease activity or damage.",
    "Children: it was built on adults.",
    "Newborns: neonatal lupus comes from the mother's antibodies and is not SLE in the infant.",
    "A probability: the points do not give one, and none is shown.",
  ],
  citations: ["slerpi-paper", "slerpi-calculator"],
  performance: [
    {
      sensitivity: "94.2%",
      specificity: "94.4%",
      cohort: "Simple score above 7, validation: 512 with SLE and 143 controls. Accuracy 94.2%.",
      source: ["slerpi-paper", "slerpi-journal-club"],
      checked: "yes",
    },
    {
      sensitivity: "95.1%",
      specificity: "93.7%",
      cohort:
        "The full model as yes or no, which is not the score applied here, in the same validation: 487 of 512 with SLE, 134 of 143 controls. Accuracy 94.8%.",
      source: ["slerpi-paper", "slerpi-journal-club"],
      checked: "yes",
    },
    {
      sensitivity: "93.8%",
      cohort: "Early disease: 276 people. As the abstract of the paper gives it.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      sensitivity: "97.9%",
      cohort: "Nephritis: 48 people. As the abstract of the paper gives it.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      sensitivity: "91.8%",
      cohort: "Neuropsychiatric disease: 61 people. As the abstract of the paper gives it.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      sensitivity: "96.4%",
      cohort: "Severe disease that needed immunosuppressives or biologics, as the abstract of the paper gives it.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      sensitivity: "99.2%",
      cohort: "Egypt, several centers, 2026: 655 with SLE, 626 controls. Sensitivity 98.0% in disease of up to 1 year.",
      source: ["slerpi-egypt"],
      checked: "yes",
    },
    {
      sensitivity: "98.3%",
      specificity: "89.4%",
      cohort:
        "China, 2023: 352 with SLE, 385 without. The false positives were mainly people with Sjögren or undifferentiated connective tissue disease; without them the specificity was 94.3%.",
      source: ["slerpi-china"],
      checked: "yes",
    },
    {
      sensitivity: "95.4%",
      specificity: "92.8%",
      cohort: "Colombia: 435 with SLE, 430 with another autoimmune disease.",
      source: ["slerpi-colombia-controls"],
      checked: "yes",
    },
    {
      sensitivity: "88.7%",
      cohort: "Egypt, national registry, 2024: 1,031 of 1,162 people with SLE scored above 7.",
      source: ["slerpi-egypt-registry"],
      checked: "yes",
    },
    {
      cohort: "Undifferentiated connective tissue disease: 39 of 422 people (9.2%) scored above 7.",
      source: ["slerpi-uctd"],
      checked: "yes",
    },
  ],
  attribution: {
    kind: "any-other-cause",
    summary:
      "A feature counts when it was ever present and nothing explains it better: not a drug effect, an infection, a malignancy or a likelier disease. Read literally, this holds for interstitial lung disease too, which then subtracts nothing.",
    source: ["slerpi-paper"],
    checked: "yes",
  },
  outcome: { met: "Above 7", notMet: "Not above 7" },
  unit: "points",
  domains: [
    {
      id: "malar-or-maculopapular-rash",
      title: "Malar or maculopapular rash",
      group: "clinical",
      criteria: [
        {
          id: "malar-or-maculopapular-rash",
          title: "Malar or maculopapular rash",
          definition: "Malar rash or generalized maculopapular rash, as EULAR/ACR 2019 defines acute cutaneous lupus.",
          weight: 3,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "malar-rash" },
              { kind: "present", finding: "maculopapular-rash" },
            ],
          },
          source: ["slerpi-paper"],
          checked: "yes",
        },
      ],
    },
    {
      id: "subacute-cutaneous-or-discoid-lupus",
      title: "Subacute cutaneous or discoid lupus",
      group: "clinical",
      criteria: [
        {
          id: "subacute-cutaneous-or-discoid-lupus",
          title: "Subacute cutaneous or discoid lupus",
          definition: "Subacute cutaneous or discoid lupus, as EULAR/ACR 2019 defines them.",
          weight: 2,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "subacute-cutaneous-lupus" },
              { kind: "present", finding: "discoid-lupus" },
            ],
          },
          source: ["slerpi-paper"],
          checked: "yes",
        },
      ],
    },
    {
      id: "alopecia",
      title: "Alopecia",
      group: "clinical",
      criteria: [
        {
          id: "alopecia",
          title: "Alopecia",
          definition: "Non-scarring hair loss; probably as SLICC 2012 defines it.",
          weight: 1.5,
          when: { kind: "present", finding: "non-scarring-alopecia" },
          source: ["slerpi-paper", "slerpi-journal-club"],
          checked: "partly",
          toConfirm:
            "The feature was read. Its 1.5 points, and that the definition is SLICC's, await a check against table 1 of the paper.",
        },
      ],
    },
    {
      id: "mucosal-ulcers",
      title: "Mucosal ulcers",
      group: "clinical",
      criteria: [
        {
          id: "mucosal-ulcers",
          title: "Mucosal ulcers",
          definition: "Ulcers in the mouth or nasopharynx, as ACR 1997 defines them.",
          weight: 1,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "oral-ulcers" },
              { kind: "present", finding: "nasal-ulcers" },
            ],
          },
          source: ["slerpi-paper"],
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
            "Non-erosive arthritis of at least 2 peripheral joints, as ACR 1997 defines it: two tender joints are enough.",
          weight: 2,
          when: { kind: "present", finding: "nonerosive-arthritis" },
          source: ["slerpi-paper", "slerpi-journal-club"],
          checked: "partly",
          toConfirm: "The feature was read. Its 2 points await a check against table 1 of the paper.",
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
            "Pleuritis or pericarditis, as ACR 1997 defines them: a convincing history of pleuritic pain is enough.",
          weight: 1.5,
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
          source: ["slerpi-paper", "slerpi-journal-club"],
          checked: "partly",
          toConfirm: "The feature was read. Its 1.5 points await a check against table 1 of the paper.",
        },
      ],
    },
    {
      id: "leukopenia",
      title: "Leukopenia",
      group: "clinical",
      criteria: [
        {
          id: "leukopenia",
          title: "Leukopenia",
          definition: "White cells below 4.0 × 10⁹/L, once, as EULAR/ACR 2019 defines it.",
          weight: 1.5,
          when: { kind: "present", finding: "leukopenia" },
          notes: ["Lymphopenia scores nothing."],
          source: ["slerpi-paper"],
          checked: "yes",
        },
      ],
    },
    {
      id: "thrombocytopenia-or-autoimmune-hemolysis",
      title: "Thrombocytopenia or autoimmune hemolysis",
      group: "clinical",
      criteria: [
        {
          id: "thrombocytopenia-or-autoimmune-hemolysis",
          title: "Thrombocytopenia or autoimmune hemolysis",
          definition:
            "Platelets below 100 × 10⁹/L once, or a laboratory sign of hemolysis with a positive direct Coombs test, as EULAR/ACR 2019 defines them.",
          weight: 4.5,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "thrombocytopenia" },
              {
                kind: "all",
                of: [
                  { kind: "present", finding: "hemolysis" },
                  { kind: "present", finding: "direct-coombs" },
                ],
              },
            ],
          },
          notes: [
            "Both together are still 4.5.",
            "The label says anemia; the definition it points to asks for hemolysis, not for anemia.",
          ],
          source: ["slerpi-paper"],
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
            "One of the seven conditions of SLICC 2012: seizures, psychosis, mononeuritis multiplex, myelitis, peripheral neuropathy, cranial neuropathy, or acute confusional state.",
          weight: 1.5,
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
          source: ["slerpi-paper"],
          checked: "yes",
        },
      ],
    },
    {
      id: "proteinuria",
      title: "Proteinuria",
      group: "clinical",
      criteria: [
        {
          id: "proteinuria",
          title: "Proteinuria",
          definition: "Urine protein above 500 mg per 24 hours or the equivalent ratio, as EULAR/ACR 2019 defines it.",
          weight: 4.5,
          when: { kind: "present", finding: "proteinuria" },
          notes: ["A biopsy class adds nothing."],
          source: ["slerpi-paper"],
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
          definition: "An abnormal ANA, as ACR 1997 defines it: no floor of 1:80, and points rather than a gate.",
          weight: 3,
          when: { kind: "present", finding: "ana-above-reference" },
          source: ["slerpi-paper", "slerpi-journal-club"],
          checked: "partly",
          toConfirm: "The feature was read. Its 3 points await a check against table 1 of the paper.",
        },
      ],
    },
    {
      id: "low-c3-and-c4",
      title: "Low C3 and low C4",
      group: "immunologic",
      criteria: [
        {
          id: "low-c3-and-c4",
          title: "Low C3 and low C4",
          definition: "C3 and C4 both below the laboratory's own lower limits.",
          weight: 2,
          when: {
            kind: "all",
            of: [
              { kind: "present", finding: "low-c3" },
              { kind: "present", finding: "low-c4" },
            ],
          },
          notes: ["One of the two scores nothing."],
          source: ["slerpi-paper"],
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
            "Anti-DNA, anti-Sm or antiphospholipid antibodies, as ACR 1997 defines them, or anti-beta-2-glycoprotein I of any isotype.",
          weight: 2.5,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "anti-dsdna" },
              { kind: "present", finding: "anti-sm" },
              { kind: "present", finding: "anticardiolipin-igg-igm-abnormal" },
              { kind: "present", finding: "lupus-anticoagulant" },
              { kind: "present", finding: "false-positive-syphilis-6-months" },
              { kind: "present", finding: "anti-beta2gp1" },
            ],
          },
          notes: ["One feature: 2.5 points once."],
          source: ["slerpi-paper"],
          checked: "yes",
        },
      ],
    },
    {
      id: "interstitial-lung-disease",
      title: "Interstitial lung disease",
      group: "clinical",
      criteria: [
        {
          id: "interstitial-lung-disease",
          title: "Interstitial lung disease",
          definition:
            "Inflammatory and fibrotic change of alveoli, small airways and septa on high-resolution CT. It speaks against SLE and subtracts a point.",
          weight: -1,
          when: { kind: "present", finding: "interstitial-lung-disease" },
          notes: ["The total may fall below 0."],
          source: ["slerpi-paper"],
          checked: "yes",
        },
      ],
    },
  ],
  classifiedWhen: { kind: "scoreAbove", score: 7 },
  decisions: [
    {
      question: "How are 8 points split between alopecia, arthritis, serositis and ANA?",
      decision:
        "1.5, 2, 1.5 and 3. The published maximum of 30.5 proves their sum, since the nine other positive rows give 22.5; it does not prove the split.",
      source: ["slerpi-paper", "slerpi-journal-club"],
      checked: "partly",
      toConfirm: "The points for alopecia, arthritis, serositis and ANA in table 1 of the paper.",
    },
    {
      question: "Definitions of three criteria sets in one score.",
      decision: "As the table has it: EULAR/ACR 2019, ACR 1997 and SLICC 2012 wordings side by side.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "Arthritis.",
      decision: "The ACR wording: two tender joints without erosions are enough.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "Serositis.",
      decision: "The ACR wording: a convincing history of pleuritic pain is enough.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "ANA.",
      decision:
        "The ACR wording: an abnormal titer, no floor of 1:80, points rather than a gate. An explained ANA does not count.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "One of C3 and C4 is low.",
      decision: "0 points. Both have to be low.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "Lymphopenia.",
      decision: "0 points. White cells only, once.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "Anti-DNA, anti-Sm and antiphospholipid antibodies together.",
      decision: "One feature: 2.5 points once.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "Thrombocytopenia and autoimmune hemolysis together.",
      decision:
        "One feature: 4.5 points once. The label says anemia, but the definition it points to asks for signs of hemolysis with a positive Coombs test.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "Fever, other forms of skin lupus, biopsy class.",
      decision: "Not in the score. A biopsy adds nothing; proteinuria does.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "Interstitial lung disease.",
      decision: "Subtracts 1. The total is not cut off at 0.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "Interstitial lung disease that something else explains.",
      decision:
        "Subtracts nothing: the general rule read literally, by the one footnote that the table has for all fourteen rows. Debatable, since the feature speaks against SLE and the score then rises because another disease explains the lung: the result says so and gives the score with the point subtracted.",
      source: ["slerpi-paper"],
      checked: "partly",
      toConfirm: "The rule was read; nothing says it for this feature.",
    },
    {
      question: "Is a clinical feature needed?",
      decision:
        "No. ANA, both complements low and anti-dsDNA make 7.5, and so do ANA and thrombocytopenia. Attribution is the only guard, so always ask.",
      source: ["slerpi-paper"],
      checked: "partly",
      toConfirm: "It depends on the 3 points for ANA.",
    },
    {
      question: "Delirium.",
      decision:
        "Counts as a neurologic disorder, by the SLICC definition. In the paper's supplement one neuropsychiatric variable, probably delirium, never varies, so the data say little about it.",
      source: ["slerpi-paper", "slerpi-journal-club"],
      checked: "partly",
      toConfirm: "Which variable never varies.",
    },
    {
      question: "Children.",
      decision: "Built on adults; not validated in children in anything that was read.",
      source: ["slerpi-paper"],
      checked: "yes",
    },
    {
      question: "Why is no probability shown?",
      decision:
        "The coefficients of the model are not published in anything that was read, and the points do not follow the published odds ratios. The authors' own page gives a probability.",
      source: ["slerpi-paper", "slerpi-calculator", "slerpi-journal-club"],
      checked: "yes",
    },
  ],
  mistakes: [
    "Reading the threshold as 7 or more: exactly 7 is negative, 7.5 is positive.",
    "Rounding half points.",
    "Forgetting the point that interstitial lung disease subtracts, or cutting the total off at 0.",
    "Giving points for low C3 or low C4 alone.",
    "Counting lymphopenia as leukopenia.",
    "Asking for an ANA of 1:80, or treating ANA as a gate.",
    "Counting anti-dsDNA, anti-Sm and antiphospholipid antibodies one by one.",
    "Showing a probability made from the points or from odds ratios.",
  ],
  notItems: {
    "ana-1-80": "No titer is fixed; the laboratory's own range decides.",
    "anti-dsdna-specific": "Read as anti-dsDNA; no specificity is asked for.",
    "anti-dsdna-slicc": "Read as anti-dsDNA above the laboratory's range.",
    "anticardiolipin-medium-high": "Any abnormal IgG or IgM counts; an IgA does not.",
    "false-positive-rpr": "It has to be false positive for at least 6 months.",
    "low-ch50": "Only C3 and C4 are read.",
    fever: "Fever is not in the score.",
    "leukopenia-twice": "Once is enough: two low counts are read as leukopenia.",
    "lymphopenia-1000": "White cells only; lymphopenia scores nothing.",
    "lymphopenia-1500-twice": "White cells only; lymphopenia scores nothing.",
    "hemolytic-anemia": "Read as hemolysis, which counts with a positive direct Coombs test.",
    "hemolytic-anemia-with-reticulocytosis": "Read as hemolysis, which counts with a positive direct Coombs test.",
    "proteinuria-500": "More than 500 mg is asked for; exactly 500 mg does not pass.",
    "proteinuria-persistent": "A measured value above 500 mg per 24 hours is asked for; a dipstick is not enough.",
    "red-cell-casts": "Urinary casts are not in the score.",
    "other-cellular-casts": "Urinary casts are not in the score.",
    "biopsy-lupus-nephritis": "Biopsy is not in the score; proteinuria is.",
    "biopsy-class-2-or-5": "Biopsy is not in the score; proteinuria is.",
    "biopsy-class-3-or-4": "Biopsy is not in the score; proteinuria is.",
    "renal-failure": "Not in the score; proteinuria is.",
    photosensitivity: "Not in the score; malar, maculopapular, subacute or discoid lesions are.",
    "photosensitive-lupus-rash": "Not in the score; malar, maculopapular, subacute or discoid lesions are.",
    "bullous-lupus": "Named by SLICC alone.",
    "ten-variant-lupus": "Named by SLICC alone.",
    "other-chronic-cutaneous-lupus": "Of the chronic forms only discoid lupus counts.",
    "synovitis-2-joints": "Read as non-erosive arthritis unless erosions are reported.",
    "tender-joints-with-stiffness": "Read as non-erosive arthritis unless erosions are reported.",
    arthralgia: "Tenderness, swelling or effusion of two joints is asked for, not pain.",
    "pericardial-pain": "ECG, rub or effusion is asked for.",
    "pericardial-pain-over-1-day": "ECG, rub or effusion is asked for.",
    "pericardial-effusion-new": "Read as a pericardial effusion.",
    "pleurisy-over-1-day": "Read as pleuritic pain of any length.",
    thrombosis: "The antibodies count; the clot does not.",
    "anti-ro": "In no set.",
    "anti-la": "In no set.",
    "anti-rnp": "In no set.",
  },
  cautions: [
    {
      code: "awaiting-check",
      message:
        "Four rows (alopecia 1.5, arthritis 2, serositis 1.5, ANA 3) are consistent with the published maximum of 30.5, but how those 8 points are split between the four awaits a check against the paper.",
    },
    {
      code: "clinical-suspicion",
      message:
        "SLERPI presupposes that SLE is clinically suspected. No clinical feature is needed to pass 7, so ask of every finding whether something else explains it.",
    },
    {
      code: "explained-subtraction",
      finding: "interstitial-lung-disease",
      when: {
        kind: "all",
        of: [
          { kind: "recorded", finding: "interstitial-lung-disease" },
          { kind: "not", of: { kind: "present", finding: "interstitial-lung-disease" } },
        ],
      },
      message:
        "Interstitial lung disease is explained by something else, so its point is not subtracted. That is the general rule read literally; it is debatable, since the feature speaks against SLE.",
    },
  ],
} as const satisfies ReferenceSet;
