import type { CriteriaSet } from "./types.ts";

export const eularAcr2019 = {
  id: "eular-acr-2019",
  title: "EULAR/ACR classification criteria for systemic lupus erythematosus, 2019",
  short: "EULAR/ACR 2019",
  year: 2019,
  rule: "Classified when ANA was at least 1:80 once, the domains add up to 10 points or more, and at least one clinical criterion counts.",
  purpose: "",
  notFor: [],
  citations: ["eular-acr-2019-paper", "eular-acr-2019-paper-second-journal"],
  performance: [],
  attribution: {
    kind: "any-other-cause",
    summary:
      "One rule for every additive criterion, the immunologic ones included: a finding does not count when something other than SLE explains it better. The entry criterion is not an additive one and is met whatever explains the ANA.",
    source: ["eular-acr-2019-lead-author", "msd-manual-table"],
    checked: "yes",
  },
  unit: "points",
  entry: {
    title: "ANA at least 1:80, ever",
    definition:
      "An antinuclear antibody titer of 1:80 or more by immunofluorescence on HEp-2 cells, or a positive result in a solid-phase screening assay that performs at least as well. Once ever is enough. Without a titer, ask for it: 1:40 does not open the entry, and neither do specific antibodies such as anti-dsDNA, anti-Sm or anti-Ro.",
    when: { kind: "recorded", finding: "ana-1-80" },
    source: ["eular-acr-2019-paper"],
    checked: "partly",
    toConfirm:
      "Titer, cells and the accepted alternative were read. Still open: whether the paper lists equivalent assays, and that an explained ANA leaves the entry met, which is inferred from its silence.",
  },
  domains: [
    {
      id: "constitutional",
      title: "Constitutional",
      group: "clinical",
      criteria: [
        {
          id: "fever",
          title: "Fever",
          definition: "Temperature above 38.3 °C.",
          weight: 2,
          when: { kind: "present", finding: "fever" },
          notes: [
            "38.3 °C is 100.94 °F: 100.9 °F does not pass, 101.0 °F does.",
            "Fever from an infection is present and explained; the definition itself does not leave it out.",
          ],
          source: ["eular-acr-2019-paper"],
          checked: "yes",
        },
      ],
    },
    {
      id: "hematologic",
      title: "Hematologic",
      group: "clinical",
      criteria: [
        {
          id: "leukopenia",
          title: "Leukopenia",
          definition: "White cells below 4.0 × 10⁹/L, once.",
          weight: 3,
          when: { kind: "present", finding: "leukopenia" },
          notes: ["The total white cell count only; lymphopenia is not in this set."],
          source: ["eular-acr-2019-paper"],
          checked: "yes",
        },
        {
          id: "thrombocytopenia",
          title: "Thrombocytopenia",
          definition: "Platelets below 100 × 10⁹/L, once.",
          weight: 4,
          when: { kind: "present", finding: "thrombocytopenia" },
          source: ["eular-acr-2019-paper"],
          checked: "yes",
        },
        {
          id: "autoimmune-hemolysis",
          title: "Autoimmune hemolysis",
          definition:
            "A laboratory sign of hemolysis, such as reticulocytosis, low haptoglobin, raised indirect bilirubin or raised LDH, together with a positive direct Coombs test.",
          weight: 4,
          when: {
            kind: "all",
            of: [
              { kind: "present", finding: "hemolysis" },
              { kind: "present", finding: "direct-coombs" },
            ],
          },
          notes: ["No hemoglobin limit: hemolysis without anemia counts when the Coombs test is positive."],
          source: ["eular-acr-2019-paper", "msd-manual-table"],
          checked: "yes",
        },
      ],
    },
    {
      id: "neuropsychiatric",
      title: "Neuropsychiatric",
      group: "clinical",
      criteria: [
        {
          id: "delirium",
          title: "Delirium",
          definition:
            "All four: altered consciousness or arousal with poor attention; onset over hours to less than 2 days; fluctuation through the day; and either a recent change of cognition or a change of behavior, mood or affect.",
          weight: 2,
          when: { kind: "present", finding: "delirium" },
          source: ["eular-acr-2019-paper"],
          checked: "yes",
        },
        {
          id: "psychosis",
          title: "Psychosis",
          definition: "Delusions, hallucinations or both, without insight, and no delirium at the time.",
          weight: 3,
          when: { kind: "present", finding: "psychosis" },
          notes: ["One episode cannot be both psychosis and delirium; two episodes can, and the heavier counts."],
          source: ["eular-acr-2019-paper"],
          checked: "yes",
        },
        {
          id: "seizure",
          title: "Seizure",
          definition: "Any seizure, generalized from the start or focal.",
          weight: 5,
          when: { kind: "present", finding: "seizure" },
          source: ["eular-acr-2019-paper"],
          checked: "yes",
        },
      ],
    },
    {
      id: "mucocutaneous",
      title: "Mucocutaneous",
      group: "clinical",
      criteria: [
        {
          id: "non-scarring-alopecia",
          title: "Non-scarring alopecia",
          definition: "Hair loss without scarring, seen by a clinician on examination or on a photograph.",
          weight: 2,
          when: { kind: "present", finding: "non-scarring-alopecia" },
          source: ["eular-acr-2019-paper", "msd-manual-table"],
          checked: "yes",
        },
        {
          id: "oral-ulcers",
          title: "Oral ulcers",
          definition: "Ulcers in the mouth, seen by a clinician on examination or on a photograph.",
          weight: 2,
          when: { kind: "present", finding: "oral-ulcers" },
          notes: ["Ulcers of the nose do not count here."],
          source: ["eular-acr-2019-paper", "msd-manual-table"],
          checked: "yes",
        },
        {
          id: "subacute-cutaneous-or-discoid-lupus",
          title: "Subacute cutaneous or discoid lupus",
          definition:
            "Subacute: a ring-shaped or psoriasis-like rash, mostly where light reaches. Discoid: reddish-purple patches that leave sunken scars and pigment change, with plugged follicles and, on the scalp, scarring hair loss. Seen by a clinician on examination or on a photograph.",
          weight: 4,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "subacute-cutaneous-lupus" },
              { kind: "present", finding: "discoid-lupus" },
            ],
          },
          notes: [
            "A skin biopsy is never required. If one was taken, it has to look like that kind of lupus; if it does not, the finding is absent.",
            "Subacute lupus under the microscope: interface dermatitis with vacuoles, lymphocytes and histiocytes around vessels, often mucin.",
            "Discoid lupus under the microscope: the same around vessels or adnexa, with follicular plugs and mucin. A thick basement membrane in old lesions awaits a check against the paper.",
          ],
          source: ["eular-acr-2019-paper", "msd-manual-table"],
          checked: "yes",
        },
        {
          id: "acute-cutaneous-lupus",
          title: "Acute cutaneous lupus",
          definition:
            "Malar rash or generalized maculopapular rash, seen by a clinician on examination or on a photograph.",
          weight: 6,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "malar-rash" },
              { kind: "present", finding: "maculopapular-rash" },
            ],
          },
          notes: [
            "A skin biopsy is never required; one that does not look like lupus makes the finding absent. Its histology awaits a check against the paper.",
          ],
          source: ["eular-acr-2019-paper", "slerpi-paper"],
          checked: "partly",
          toConfirm: "The weight and the two rashes were read; the full wording was not.",
        },
      ],
    },
    {
      id: "serosal",
      title: "Serosal",
      group: "clinical",
      criteria: [
        {
          id: "pleural-or-pericardial-effusion",
          title: "Pleural or pericardial effusion",
          definition: "Fluid around the lung or the heart on ultrasound, X-ray, CT or MRI.",
          weight: 5,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "pleural-effusion" },
              { kind: "present", finding: "pericardial-effusion" },
            ],
          },
          notes: ["Pleurisy without fluid does not count."],
          source: ["eular-acr-2019-paper"],
          checked: "partly",
          toConfirm: "The label and the weight were read; the list of imaging methods was not.",
        },
        {
          id: "acute-pericarditis",
          title: "Acute pericarditis",
          definition:
            "Two or more of: typical pericardial chest pain (sharp, worse breathing in, eased leaning forward); a rub; an ECG with new widespread ST elevation or PR depression; a new or larger pericardial effusion on imaging.",
          weight: 6,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "acute-pericarditis" },
              {
                kind: "atLeast",
                count: 2,
                of: [
                  { kind: "present", finding: "pericardial-pain" },
                  { kind: "present", finding: "pericardial-rub" },
                  { kind: "present", finding: "pericarditis-ecg" },
                  { kind: "present", finding: "pericardial-effusion-new" },
                ],
              },
            ],
          },
          notes: ["A sign that something else explains does not help to reach two."],
          source: ["eular-acr-2019-paper"],
          checked: "partly",
          toConfirm: "Two of four was read in a secondary source; that the paper words it so was not.",
        },
      ],
    },
    {
      id: "musculoskeletal",
      title: "Musculoskeletal",
      group: "clinical",
      criteria: [
        {
          id: "joint-involvement",
          title: "Joint involvement",
          definition:
            "Swelling or effusion in at least 2 joints; or tenderness in at least 2 joints together with at least 30 minutes of morning stiffness.",
          weight: 6,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "synovitis-2-joints" },
              { kind: "present", finding: "tender-joints-with-stiffness" },
            ],
          },
          notes: ["Stiffness alone does not meet it, and neither does joint pain."],
          source: ["eular-acr-2019-paper", "msd-manual-table"],
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
          id: "proteinuria",
          title: "Proteinuria",
          definition: "More than 0.5 g in a 24-hour collection, or the equivalent spot protein-to-creatinine ratio.",
          weight: 4,
          when: { kind: "present", finding: "proteinuria" },
          notes: [
            "Exactly 0.5 g does not pass.",
            "A spot ratio is converted with 1 mg/mmol = 8.84 mg/g and compared with 500 mg/g; the customary cut of 50 mg/mmol is a little lower and is flagged, not used.",
            "An albumin-to-creatinine ratio is something else.",
          ],
          source: ["eular-acr-2019-paper"],
          checked: "partly",
          toConfirm: "The label, the limit and the weight were read; the phrase on the spot ratio was not.",
        },
        {
          id: "biopsy-class-2-or-5",
          title: "Class II or V lupus nephritis",
          definition: "A kidney biopsy that shows lupus nephritis of class II or V by ISN/RPS 2003.",
          weight: 8,
          when: { kind: "present", finding: "biopsy-class-2-or-5" },
          source: ["eular-acr-2019-paper", "isn-rps-2003-paper"],
          checked: "partly",
          toConfirm: "The weight was read; that the paper names the 2003 scheme was not.",
        },
        {
          id: "biopsy-class-3-or-4",
          title: "Class III or IV lupus nephritis",
          definition:
            "A kidney biopsy that shows lupus nephritis of class III or IV by ISN/RPS 2003, alone or together with class V.",
          weight: 10,
          when: { kind: "present", finding: "biopsy-class-3-or-4" },
          notes: ["With the ANA entry, this criterion alone reaches 10."],
          source: ["eular-acr-2019-paper", "isn-rps-2003-paper"],
          checked: "partly",
          toConfirm: "The weight was read; that the paper names the 2003 scheme was not.",
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
            "Anticardiolipin IgA, IgG or IgM at medium or high titer (above 40 APL, GPL or MPL units, or above the 99th percentile); or anti-beta-2-glycoprotein I IgA, IgG or IgM; or lupus anticoagulant.",
          weight: 2,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "anticardiolipin-medium-high" },
              { kind: "present", finding: "anti-beta2gp1" },
              { kind: "present", finding: "lupus-anticoagulant" },
            ],
          },
          notes: ["The 40-unit limit belongs to anticardiolipin, not to anti-beta-2-glycoprotein I."],
          source: ["eular-acr-2019-paper", "neurological-research-table"],
          checked: "partly",
          toConfirm:
            "The weight, the three routes, medium or high, and 40 units were read; the isotypes and the 99th percentile were not.",
        },
      ],
    },
    {
      id: "complement-proteins",
      title: "Complement proteins",
      group: "immunologic",
      criteria: [
        {
          id: "low-c3-or-c4",
          title: "Low C3 or low C4",
          definition: "C3 or C4 below the laboratory's own lower limit.",
          weight: 3,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "low-c3" },
              { kind: "present", finding: "low-c4" },
            ],
          },
          notes: ["When both are low this is met too, and outranked."],
          source: ["eular-acr-2019-paper"],
          checked: "partly",
          toConfirm: "The weight was read; the words lower limit of normal were not.",
        },
        {
          id: "low-c3-and-c4",
          title: "Low C3 and low C4",
          definition: "C3 and C4 both below the laboratory's own lower limits.",
          weight: 4,
          when: {
            kind: "all",
            of: [
              { kind: "present", finding: "low-c3" },
              { kind: "present", finding: "low-c4" },
            ],
          },
          source: ["eular-acr-2019-paper"],
          checked: "partly",
          toConfirm: "The weight was read; the words lower limit of normal were not.",
        },
      ],
    },
    {
      id: "sle-specific-antibodies",
      title: "SLE-specific antibodies",
      group: "immunologic",
      criteria: [
        {
          id: "anti-dsdna-or-anti-sm",
          title: "Anti-dsDNA or anti-Sm",
          definition:
            "Anti-dsDNA in an assay shown to be at least 90% specific for SLE against relevant disease controls, usually Crithidia or Farr; or anti-Sm. Both together are still 6.",
          weight: 6,
          when: {
            kind: "any",
            of: [
              { kind: "present", finding: "anti-dsdna-specific" },
              { kind: "present", finding: "anti-sm" },
            ],
          },
          notes: ["A plain ELISA above its limit does not count by itself."],
          source: ["eular-acr-2019-paper", "eular-acr-2019-lead-author", "anti-dsdna-definitions-table"],
          checked: "yes",
        },
      ],
    },
  ],
  classifiedWhen: {
    kind: "allOf",
    of: [
      { kind: "scoreAtLeast", score: 10 },
      { kind: "criteriaAtLeast", count: 1, group: "clinical" },
    ],
  },
  decisions: [],
  mistakes: [],
  notItems: {},
  cautions: [],
} as const satisfies CriteriaSet;
