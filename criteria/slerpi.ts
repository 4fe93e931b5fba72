import type { CriteriaSet } from "./types.ts";

export const slerpi = {
  id: "slerpi",
  title: "SLE Risk Probability Index (SLERPI), simple score, 2021",
  short: "SLERPI",
  year: 2021,
  rule: "Positive when the points of 14 features add up to more than 7, in a person in whom SLE is clinically suspected.",
  purpose: "",
  notFor: [],
  citations: ["slerpi-paper", "slerpi-calculator"],
  performance: [],
  attribution: {
    kind: "any-other-cause",
    summary:
      "A feature counts when it was ever present and nothing explains it better: not a drug effect, an infection, a malignancy or a likelier disease. Read literally, this holds for interstitial lung disease too, which then subtracts nothing.",
    source: ["slerpi-paper"],
    checked: "yes",
  },
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
  decisions: [],
  mistakes: [],
  notItems: {},
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
} as const satisfies CriteriaSet;
