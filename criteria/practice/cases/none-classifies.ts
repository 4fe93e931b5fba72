import type { PracticeCase } from "../types.ts";

export const noneClassifies = [
  {
    id: "caretaker-sore-all-over",
    title: "A caretaker who is sore all over",
    difficulty: 1,
    patient: { age: 45, sex: "female" },
    story: {
      history:
        "A {patient} has been [exhausted](fatigue) for two years. [Muscles ache](myalgia), [joints ache](arthralgia), and {she/he} has [headaches](headache).",
      examination:
        "Tender everywhere between the joints; [no joint is tender](-nonerosive-arthritis) or [swollen](-synovitis-2-joints).",
      laboratory: "{0}, {1} and {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        fatigue: "present",
        myalgia: "present",
        arthralgia: "present",
        headache: "present",
        "nonerosive-arthritis": "absent",
        "synovitis-2-joints": "absent",
      },
      measurements: [
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 6.2, unit: "10*9/L" },
        { test: "platelets", value: 255, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "ana-1-80",
        says: "Many healthy people have an ANA of this height; it opens the entry and counts for nothing by itself.",
        sets: ["eular-acr-2019"],
      },
      { finding: "fatigue", says: "Counted by none of the sets." },
    ],
  },
  {
    id: "sexton-night-sweats",
    title: "A sexton with night sweats",
    difficulty: 3,
    patient: { age: 66, sex: "male" },
    story: {
      history:
        "A {patient} has [lost 9 kg](weight-loss) and sweats at night; a node shows lymphoma, [which explains the fever, the anemia with its Coombs test and the lymphocytes](!fever !hemolytic-anemia-with-reticulocytosis !direct-coombs !lymphopenia-1000).",
      examination: "{0}. Nodes in both armpits.",
      laboratory:
        "Hemoglobin 8.8 g/dL: [hemolytic anemia with raised reticulocytes](hemolytic-anemia-with-reticulocytosis); [direct Coombs test positive](direct-coombs). {1} and {2}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "weight-loss": "present",
        fever: { status: "present", explainedBy: { cause: "malignancy", text: "lymphoma" } },
        "hemolytic-anemia-with-reticulocytosis": {
          status: "present",
          explainedBy: { cause: "malignancy", text: "lymphoma" },
        },
        "direct-coombs": { status: "present", explainedBy: { cause: "malignancy", text: "lymphoma" } },
        "lymphopenia-1000": { status: "present", explainedBy: { cause: "malignancy", text: "lymphoma" } },
      },
      measurements: [
        { test: "temperature", value: 38.8, unit: "Cel" },
        { test: "ana-titer", value: 80, unit: "{titer}", high: 80 },
        { test: "lymphocytes", value: 0.7, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "direct-coombs",
        says: "Anemia that is on record takes the Coombs test out here, whatever explains it.",
        sets: ["slicc-2012"],
      },
      {
        finding: "hemolysis",
        says: "The lymphoma explains anemia and hemolysis.",
        sets: ["eular-acr-2019", "slerpi"],
      },
      {
        finding: "hemolytic-anemia-with-reticulocytosis",
        says: "No exclusion is printed here: the anemia counts although the lymphoma explains it.",
        sets: ["slicc-2012", "acr-1997"],
      },
    ],
  },
  {
    id: "roadie-hepatitis",
    title: "A roadie with spots on the shins",
    difficulty: 3,
    patient: { age: 57, sex: "male" },
    story: {
      history:
        "A {patient} has hepatitis C with cirrhosis and cryoglobulins, [which explain all but the ANA](!low-c4 !proteinuria !proteinuria-500 !anticardiolipin-igg-igm-abnormal). [The knees ache](arthralgia).",
      examination: "[Palpable purpura of the shins, vasculitis on biopsy](vasculitis). A large spleen.",
      laboratory: "{0}. {1}, [with the large spleen](!thrombocytopenia). {2}, {3} and {4}.",
    },
    record: {
      format: "sle-record/1",
      findings: {
        arthralgia: "present",
        vasculitis: "present",
        "low-c4": { status: "present", explainedBy: { cause: "infection", text: "hepatitis C" } },
        proteinuria: { status: "present", explainedBy: { cause: "infection", text: "hepatitis C" } },
        "proteinuria-500": { status: "present", explainedBy: { cause: "infection", text: "hepatitis C" } },
        thrombocytopenia: { status: "present", explainedBy: { cause: "other-disease", text: "portal hypertension" } },
        "anticardiolipin-igg-igm-abnormal": {
          status: "present",
          explainedBy: { cause: "infection", text: "hepatitis C" },
        },
      },
      measurements: [
        { test: "ana-titer", value: 160, unit: "{titer}", high: 80 },
        { test: "platelets", value: 91, unit: "10*9/L" },
        { test: "c4", value: 0.05, unit: "g/L", low: 0.1 },
        { test: "urine-protein-24h", value: 0.9, unit: "g/(24.h)" },
        { test: "anticardiolipin-igg", value: 31, unit: "[GPL'U]", high: 15, p99: 44 },
      ],
    },
    otherwise: "absent",
    notes: [
      {
        finding: "thrombocytopenia",
        says: "Portal hypertension is an exclusion that is printed here.",
        sets: ["slicc-2012"],
      },
      { finding: "thrombocytopenia", says: "Only drugs are excluded here in print.", sets: ["acr-1997"] },
      {
        finding: "anticardiolipin-medium-high",
        says: "31 is neither above 40 nor above the 99th percentile of 44.",
        sets: ["eular-acr-2019", "slicc-2012"],
      },
    ],
  },
  {
    id: "cook-night-cough",
    title: "A cook who coughs",
    difficulty: 2,
    patient: { age: 40, sex: "male" },
    story: {
      history:
        "A {patient} has coughed for two months and [lost 7 kg](weight-loss). The sputum grows tuberculosis, [which explains fever and fluid](!fever !pleural-effusion).",
      examination: "{0}.",
      laboratory: "{1} and {2}.",
      imaging: "[A large pleural effusion](pleural-effusion).",
    },
    record: {
      format: "sle-record/1",
      findings: {
        "weight-loss": "present",
        fever: { status: "present", explainedBy: { cause: "infection", text: "tuberculosis" } },
        "pleural-effusion": { status: "present", explainedBy: { cause: "infection", text: "tuberculosis" } },
      },
      measurements: [
        { test: "temperature", value: 38.7, unit: "Cel" },
        { test: "ana-titer", value: 40, unit: "{titer}", high: 80 },
        { test: "white-cells", value: 7.9, unit: "10*9/L" },
      ],
    },
    otherwise: "absent",
    notes: [
      { finding: "ana-1-80", says: "1:40 does not open the entry.", sets: ["eular-acr-2019"] },
      { finding: "pleural-effusion", says: "Infection is an exclusion that is printed here.", sets: ["slicc-2012"] },
    ],
  },
] as const satisfies readonly PracticeCase[];
