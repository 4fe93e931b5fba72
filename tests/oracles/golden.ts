/**
 * The golden cases of the clinical specification: a record and the four results that must come out of it.
 * A finding that is not listed is unknown; the ANA is present at 1:80 unless the case says otherwise.
 */

type Assessed = "classified" | "not-classified";
type SetId = "eular-acr-2019" | "slicc-2012" | "acr-1997" | "slerpi";
type Finding = "absent" | "present" | { readonly status: "present"; readonly explainedBy: { readonly cause: string } };

export interface GoldenCase {
  readonly number: number;
  readonly title: string;
  readonly record: { readonly format: "sle-record/1"; readonly findings: Readonly<Record<string, Finding>> };
  readonly expect: Readonly<Record<SetId, { readonly value: number; readonly asAssessed: Assessed }>>;
}

function recordOf(listed: {
  readonly present: readonly string[];
  readonly absent?: readonly string[];
  readonly explained?: Readonly<Record<string, string>>;
}): GoldenCase["record"] {
  const findings: Record<string, Finding> = { "ana-1-80": "present" };
  for (const finding of listed.present) findings[finding] = "present";
  for (const finding of listed.absent ?? []) findings[finding] = "absent";
  for (const [finding, cause] of Object.entries(listed.explained ?? {})) {
    findings[finding] = { status: "present", explainedBy: { cause } };
  }
  return { format: "sle-record/1", findings };
}

function results(
  eularAcr: number,
  eularAcrAssessed: Assessed,
  slicc: number,
  sliccAssessed: Assessed,
  acr: number,
  acrAssessed: Assessed,
  slerpi: number,
  slerpiAssessed: Assessed,
): GoldenCase["expect"] {
  return {
    "eular-acr-2019": { value: eularAcr, asAssessed: eularAcrAssessed },
    "slicc-2012": { value: slicc, asAssessed: sliccAssessed },
    "acr-1997": { value: acr, asAssessed: acrAssessed },
    slerpi: { value: slerpi, asAssessed: slerpiAssessed },
  };
}

const EVERYTHING_BUT_LUNG_DISEASE: readonly string[] = [
  "ana-1-80",
  "ana-above-reference",
  "anti-dsdna",
  "anti-dsdna-specific",
  "anti-dsdna-slicc",
  "anti-sm",
  "anticardiolipin-medium-high",
  "anticardiolipin-igg-igm-abnormal",
  "anti-beta2gp1",
  "lupus-anticoagulant",
  "false-positive-rpr",
  "false-positive-syphilis-6-months",
  "low-c3",
  "low-c4",
  "low-ch50",
  "fever",
  "leukopenia",
  "leukopenia-twice",
  "lymphopenia-1000",
  "lymphopenia-1500-twice",
  "thrombocytopenia",
  "hemolysis",
  "hemolytic-anemia",
  "hemolytic-anemia-with-reticulocytosis",
  "direct-coombs",
  "proteinuria",
  "proteinuria-500",
  "proteinuria-persistent",
  "red-cell-casts",
  "other-cellular-casts",
  "biopsy-lupus-nephritis",
  "biopsy-class-2-or-5",
  "biopsy-class-3-or-4",
  "malar-rash",
  "maculopapular-rash",
  "photosensitivity",
  "photosensitive-lupus-rash",
  "bullous-lupus",
  "ten-variant-lupus",
  "subacute-cutaneous-lupus",
  "discoid-lupus",
  "other-chronic-cutaneous-lupus",
  "oral-ulcers",
  "nasal-ulcers",
  "non-scarring-alopecia",
  "synovitis-2-joints",
  "tender-joints-with-stiffness",
  "nonerosive-arthritis",
  "pleural-effusion",
  "pericardial-effusion",
  "pericardial-effusion-new",
  "acute-pericarditis",
  "pericardial-pain",
  "pericardial-pain-over-1-day",
  "pericardial-rub",
  "pericarditis-ecg",
  "pleuritic-pain",
  "pleurisy-over-1-day",
  "pleural-rub",
  "seizure",
  "psychosis",
  "delirium",
  "mononeuritis-multiplex",
  "myelitis",
  "peripheral-neuropathy",
  "cranial-neuropathy",
  "raynaud",
  "fatigue",
  "anorexia",
  "weight-loss",
  "myalgia",
  "arthralgia",
  "leg-edema",
  "renal-failure",
  "headache",
  "valve-disease",
  "vasculitis",
  "thrombosis",
  "anti-ro",
  "anti-la",
  "anti-rnp",
  "family-history",
];

export const GOLDEN: readonly GoldenCase[] = [
  {
    number: 1,
    title: "Antibodies only (anti-dsDNA by Crithidia)",
    record: recordOf({
      present: [
        "anticardiolipin-medium-high",
        "anticardiolipin-igg-igm-abnormal",
        "low-c3",
        "low-c4",
        "anti-dsdna-specific",
        "anti-dsdna-slicc",
      ],
    }),
    expect: results(12, "not-classified", 4, "not-classified", 2, "not-classified", 7.5, "classified"),
  },
  {
    number: 2,
    title: "Class III+V biopsy alone",
    record: recordOf({ present: ["biopsy-class-3-or-4", "biopsy-class-2-or-5"] }),
    expect: results(10, "classified", 1, "classified", 1, "not-classified", 3, "not-classified"),
  },
  {
    number: 3,
    title: "Class V with proteinuria: one domain",
    record: recordOf({ present: ["biopsy-class-2-or-5", "proteinuria"] }),
    expect: results(8, "not-classified", 2, "classified", 1, "not-classified", 7.5, "classified"),
  },
  {
    number: 4,
    title: "As 3, and it persists",
    record: recordOf({ present: ["biopsy-class-2-or-5", "proteinuria", "proteinuria-persistent"] }),
    expect: results(8, "not-classified", 2, "classified", 2, "not-classified", 7.5, "classified"),
  },
  {
    number: 5,
    title: "ANA-negative; tender joints without stiffness",
    record: recordOf({
      present: ["malar-rash", "photosensitivity", "oral-ulcers", "nonerosive-arthritis"],
      absent: ["ana-1-80", "ana-above-reference"],
    }),
    expect: results(6, "not-classified", 2, "not-classified", 4, "classified", 6, "not-classified"),
  },
  {
    number: 6,
    title: "Rash, ulcers, synovitis",
    record: recordOf({ present: ["malar-rash", "oral-ulcers", "synovitis-2-joints"] }),
    expect: results(12, "classified", 4, "classified", 4, "classified", 9, "classified"),
  },
  {
    number: 7,
    title: "White cells 3.9 once, platelets 90",
    record: recordOf({ present: ["leukopenia", "thrombocytopenia"] }),
    expect: results(4, "not-classified", 3, "not-classified", 2, "not-classified", 9, "classified"),
  },
  {
    number: 8,
    title: "Lymphocytes 1.2 on two dates",
    record: recordOf({ present: ["lymphopenia-1500-twice"] }),
    expect: results(0, "not-classified", 1, "not-classified", 2, "not-classified", 3, "not-classified"),
  },
  {
    number: 9,
    title: "Pleuritic pain 3 days, no effusion",
    record: recordOf({ present: ["pleurisy-over-1-day"] }),
    expect: results(0, "not-classified", 2, "not-classified", 2, "not-classified", 4.5, "not-classified"),
  },
  {
    number: 10,
    title: "Anti-dsDNA ELISA at 1.5x, specificity unknown",
    record: recordOf({ present: ["anti-dsdna"], absent: ["anti-dsdna-slicc"] }),
    expect: results(0, "not-classified", 1, "not-classified", 2, "not-classified", 5.5, "not-classified"),
  },
  {
    number: 11,
    title: "Anticardiolipin IgM 25 MPL, limit 20",
    record: recordOf({ present: ["anticardiolipin-igg-igm-abnormal"], absent: ["anticardiolipin-medium-high"] }),
    expect: results(0, "not-classified", 1, "not-classified", 2, "not-classified", 5.5, "not-classified"),
  },
  {
    number: 12,
    title: "Anticardiolipin IgA 60 only",
    record: recordOf({ present: ["anticardiolipin-medium-high"], absent: ["anticardiolipin-igg-igm-abnormal"] }),
    expect: results(2, "not-classified", 2, "not-classified", 1, "not-classified", 3, "not-classified"),
  },
  {
    number: 13,
    title: "CH50 low, C3 and C4 normal",
    record: recordOf({ present: ["low-ch50"], absent: ["low-c3", "low-c4"] }),
    expect: results(0, "not-classified", 2, "not-classified", 1, "not-classified", 3, "not-classified"),
  },
  {
    number: 14,
    title: "Synovitis, only C4 low",
    record: recordOf({ present: ["synovitis-2-joints", "low-c4"], absent: ["low-c3"] }),
    expect: results(9, "not-classified", 3, "not-classified", 2, "not-classified", 5, "not-classified"),
  },
  {
    number: 15,
    title: "Synovitis, C3 and C4 low: SLERPI exactly 7.0",
    record: recordOf({ present: ["synovitis-2-joints", "low-c3", "low-c4"] }),
    expect: results(10, "classified", 3, "not-classified", 2, "not-classified", 7, "not-classified"),
  },
  {
    number: 16,
    title: "Protein exactly 0.50 g/24 h",
    record: recordOf({ present: ["proteinuria-500"], absent: ["proteinuria"] }),
    expect: results(0, "not-classified", 2, "not-classified", 1, "not-classified", 3, "not-classified"),
  },
  {
    number: 17,
    title: "Exact limits: white cells 4.0, 38.3 C, platelets 100",
    record: recordOf({ present: [], absent: ["leukopenia", "fever", "thrombocytopenia"] }),
    expect: results(0, "not-classified", 1, "not-classified", 1, "not-classified", 3, "not-classified"),
  },
  {
    number: 18,
    title: "Platelets 90, explained by a drug",
    record: recordOf({ present: [], explained: { thrombocytopenia: "drug" } }),
    expect: results(0, "not-classified", 1, "not-classified", 1, "not-classified", 3, "not-classified"),
  },
  {
    number: 19,
    title: "Platelets 90, explained by portal hypertension",
    record: recordOf({ present: [], explained: { thrombocytopenia: "other-disease" } }),
    expect: results(0, "not-classified", 1, "not-classified", 2, "not-classified", 3, "not-classified"),
  },
  {
    number: 20,
    title: "Seizure, psychosis, delirium in separate episodes",
    record: recordOf({ present: ["seizure", "psychosis", "delirium"] }),
    expect: results(5, "not-classified", 2, "not-classified", 2, "not-classified", 4.5, "not-classified"),
  },
  {
    number: 21,
    title: "Class II, anti-Sm; ANA 1:40, laboratory calls it negative",
    record: recordOf({
      present: ["biopsy-class-2-or-5", "anti-sm"],
      absent: ["ana-1-80", "ana-above-reference", "anti-dsdna"],
    }),
    expect: results(14, "not-classified", 1, "not-classified", 1, "not-classified", 2.5, "not-classified"),
  },
  {
    number: 22,
    title: "As 21, laboratory calls 1:40 positive",
    record: recordOf({
      present: ["biopsy-class-2-or-5", "anti-sm", "ana-above-reference"],
      absent: ["ana-1-80", "anti-dsdna"],
    }),
    expect: results(14, "not-classified", 2, "classified", 2, "not-classified", 5.5, "not-classified"),
  },
  {
    number: 23,
    title: "Synovitis, anti-dsDNA by Crithidia",
    record: recordOf({ present: ["synovitis-2-joints", "anti-dsdna-specific", "anti-dsdna-slicc"] }),
    expect: results(12, "classified", 3, "not-classified", 3, "not-classified", 7.5, "classified"),
  },
  {
    number: 24,
    title: "Coombs alone",
    record: recordOf({ present: ["direct-coombs"], absent: ["hemolytic-anemia"] }),
    expect: results(0, "not-classified", 2, "not-classified", 1, "not-classified", 3, "not-classified"),
  },
  {
    number: 25,
    title: "Hemolytic anemia with Coombs: SLICC counts one",
    record: recordOf({ present: ["hemolytic-anemia", "direct-coombs", "leukopenia"] }),
    expect: results(4, "not-classified", 3, "not-classified", 1, "not-classified", 9, "classified"),
  },
  {
    number: 26,
    title: "Hemolysis signs with Coombs, no anemia",
    record: recordOf({ present: ["hemolysis", "direct-coombs"], absent: ["hemolytic-anemia"] }),
    expect: results(4, "not-classified", 2, "not-classified", 1, "not-classified", 7.5, "classified"),
  },
  {
    number: 27,
    title: "Two of four pericarditis signs",
    record: recordOf({ present: ["pericardial-rub", "pericarditis-ecg"] }),
    expect: results(6, "not-classified", 2, "not-classified", 2, "not-classified", 4.5, "not-classified"),
  },
  {
    number: 28,
    title: "Two signs, one explained by uremia",
    record: recordOf({ present: ["pericarditis-ecg"], explained: { "pericardial-rub": "metabolic" } }),
    expect: results(0, "not-classified", 2, "not-classified", 2, "not-classified", 4.5, "not-classified"),
  },
  {
    number: 29,
    title: "Seizure explained by a drug",
    record: recordOf({ present: [], explained: { seizure: "drug" } }),
    expect: results(0, "not-classified", 2, "not-classified", 1, "not-classified", 3, "not-classified"),
  },
  {
    number: 30,
    title: "Seizure explained by infection",
    record: recordOf({ present: [], explained: { seizure: "infection" } }),
    expect: results(0, "not-classified", 2, "not-classified", 2, "not-classified", 3, "not-classified"),
  },
  {
    number: 31,
    title: "Joints explained by rheumatoid arthritis",
    record: recordOf({ present: ["anti-sm", "low-c4"], explained: { "synovitis-2-joints": "other-disease" } }),
    expect: results(9, "not-classified", 4, "classified", 3, "not-classified", 5.5, "not-classified"),
  },
  {
    number: 32,
    title: "ANA explained by a drug",
    record: recordOf({
      present: ["malar-rash", "oral-ulcers", "synovitis-2-joints"],
      explained: { "ana-1-80": "drug" },
    }),
    expect: results(12, "classified", 4, "classified", 3, "not-classified", 6, "not-classified"),
  },
  {
    number: 33,
    title: "Malar and photosensitive rash: 1, 1, 2 items",
    record: recordOf({ present: ["malar-rash", "photosensitive-lupus-rash"] }),
    expect: results(6, "not-classified", 2, "not-classified", 3, "not-classified", 6, "not-classified"),
  },
  {
    number: 34,
    title: "SCLE and DLE together",
    record: recordOf({ present: ["subacute-cutaneous-lupus", "discoid-lupus"] }),
    expect: results(4, "not-classified", 3, "not-classified", 2, "not-classified", 5, "not-classified"),
  },
  {
    number: 35,
    title: "Lung disease subtracts",
    record: recordOf({ present: ["low-c3", "low-c4", "anti-dsdna", "interstitial-lung-disease"] }),
    expect: results(4, "not-classified", 2, "not-classified", 2, "not-classified", 6.5, "not-classified"),
  },
  {
    number: 36,
    title: "Low white cells twice, explained by a drug",
    record: recordOf({ present: [], explained: { "leukopenia-twice": "drug" } }),
    expect: results(0, "not-classified", 1, "not-classified", 2, "not-classified", 3, "not-classified"),
  },
  {
    number: 37,
    title: "Ceiling",
    record: recordOf({ present: EVERYTHING_BUT_LUNG_DISEASE }),
    expect: results(51, "classified", 16, "classified", 11, "classified", 30.5, "classified"),
  },
];
