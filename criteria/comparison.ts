import type { Difference, NotIncluded } from "./types.ts";

/** Subjects on which the sets differ in ways that change results. What each set does is read off its definition. */
export const differences = [
  {
    topic: "ANA",
    findings: ["ana-1-80", "ana-above-reference"],
    point: "A gate with a fixed titer in EULAR/ACR; elsewhere one more item, by the laboratory's own range.",
  },
  {
    topic: "Leukopenia",
    findings: ["leukopenia", "leukopenia-twice"],
    point: "ACR 1997 alone asks for two low counts.",
  },
  {
    topic: "Lymphopenia",
    findings: ["lymphopenia-1000", "lymphopenia-1500-twice"],
    point: "Two limits and two numbers of occasions, in two sets; the other two do not read it.",
  },
  {
    topic: "Hemolysis and Coombs",
    findings: ["hemolysis", "hemolytic-anemia", "hemolytic-anemia-with-reticulocytosis", "direct-coombs"],
    point: "A Coombs test alone counts in SLICC only, and not beside hemolytic anemia.",
  },
  {
    topic: "Anti-dsDNA and anti-Sm",
    findings: ["anti-dsdna", "anti-dsdna-specific", "anti-dsdna-slicc", "anti-sm"],
    point: "Three levels of anti-dsDNA. Only SLICC counts anti-dsDNA and anti-Sm apart.",
  },
  {
    topic: "Anticardiolipin",
    findings: ["anticardiolipin-medium-high", "anticardiolipin-igg-igm-abnormal"],
    point: "Medium or high titer and IgA in two sets; any abnormal IgG or IgM in the other two.",
  },
  {
    topic: "Anti-beta-2-glycoprotein I",
    findings: ["anti-beta2gp1"],
    point: "ACR 1997 is older than its use.",
  },
  {
    topic: "False-positive syphilis test",
    findings: ["false-positive-rpr", "false-positive-syphilis-6-months"],
    point: "Once in SLICC, six months in ACR 1997 and SLERPI, not in EULAR/ACR.",
  },
  {
    topic: "Complement",
    findings: ["low-c3", "low-c4", "low-ch50"],
    point: "One low value is enough in two sets, SLERPI needs both, ACR 1997 has none.",
  },
  {
    topic: "Proteinuria",
    findings: ["proteinuria", "proteinuria-500", "proteinuria-persistent"],
    point: "Exactly 500 mg counts in SLICC only; ACR 1997 asks that it persist.",
  },
  {
    topic: "Urinary casts",
    findings: ["red-cell-casts", "other-cellular-casts"],
    point: "Every cellular cast counts in ACR 1997, red cell casts alone in SLICC, none in the other two.",
  },
  {
    topic: "Kidney biopsy",
    findings: ["biopsy-lupus-nephritis", "biopsy-class-2-or-5", "biopsy-class-3-or-4"],
    point:
      "The class decides in EULAR/ACR; in SLICC any class with ANA or anti-dsDNA is enough by itself; elsewhere nothing.",
  },
  {
    topic: "Ulcers",
    findings: ["oral-ulcers", "nasal-ulcers"],
    point: "Ulcers of the nose do not count in EULAR/ACR.",
  },
  {
    topic: "Alopecia",
    findings: ["non-scarring-alopecia"],
    point: "Dropped from ACR, back in every later set.",
  },
  {
    topic: "Malar and photosensitive rash",
    findings: ["malar-rash", "photosensitivity", "photosensitive-lupus-rash"],
    point: "One sun-induced butterfly rash is one criterion in SLICC and two in ACR 1997.",
  },
  {
    topic: "Subacute and discoid lupus",
    findings: ["subacute-cutaneous-lupus", "discoid-lupus"],
    point: "Together they are two criteria in SLICC and one elsewhere.",
  },
  {
    topic: "Other chronic cutaneous lupus",
    findings: ["other-chronic-cutaneous-lupus"],
    point: "Read by SLICC only.",
  },
  {
    topic: "Arthritis",
    findings: ["synovitis-2-joints", "tender-joints-with-stiffness", "nonerosive-arthritis"],
    point: "Two tender joints without stiffness are enough in ACR 1997 and SLERPI, and not in the others.",
  },
  {
    topic: "Pleurisy without effusion",
    findings: ["pleuritic-pain", "pleurisy-over-1-day", "pleural-rub", "pleural-effusion"],
    point:
      "Nothing in EULAR/ACR; in SLICC a rub, or pain for more than a day; in the others a rub, or pain of any length.",
  },
  {
    topic: "Pericarditis",
    findings: [
      "acute-pericarditis",
      "pericardial-pain",
      "pericardial-pain-over-1-day",
      "pericardial-rub",
      "pericarditis-ecg",
      "pericardial-effusion",
      "pericardial-effusion-new",
    ],
    point:
      "In EULAR/ACR two of four signs, while an effusion alone scores a point less; elsewhere any one of ECG, rub or effusion, and in SLICC also typical pain for more than a day.",
  },
  {
    topic: "Delirium",
    findings: ["delirium"],
    point: "Absent from ACR 1997.",
  },
  {
    topic: "Neuropathy and myelitis",
    findings: ["peripheral-neuropathy", "cranial-neuropathy", "mononeuritis-multiplex", "myelitis"],
    point: "Read by SLICC and SLERPI.",
  },
  { topic: "Fever", findings: ["fever"], point: "Read by EULAR/ACR only." },
  {
    topic: "Interstitial lung disease",
    findings: ["interstitial-lung-disease"],
    point: "The only finding that speaks against SLE, in SLERPI.",
  },
] as const satisfies readonly Difference[];

/** Published sets that are not offered. */
export const notIncluded = [
  {
    title: "Weighted SLICC, 2021",
    known:
      "The abstract was read: the weighted rules were more specific and less sensitive than the plain lists, with no better agreement overall.",
    decision: "Left out until someone supplies the table: its weights and threshold were not read.",
    source: ["weighted-slicc"],
    checked: "partly",
    toConfirm: "The citation, the weights and the threshold.",
  },
  {
    title: "Boston weighted criteria, 2002",
    known: "In 271 patients, against ACR: sensitivity 93%, specificity 69%.",
    decision: "Left out: the weights were not read.",
    source: ["boston-weighted-criteria"],
    checked: "partly",
    toConfirm: "The weights.",
  },
  {
    title: "Preliminary criteria of the American Rheumatism Association, 1971",
    known:
      "They had alopecia and Raynaud phenomenon, which the revision of 1982 dropped. Sensitivity 88% in a later series.",
    decision: "History: the later versions took their place.",
    source: ["ara-1971-preliminary"],
    checked: "yes",
  },
  {
    title: "Revised ACR criteria, 1982",
    known:
      "They differ from the version of 1997 in the immunologic item only: LE cells counted then, and antiphospholipid antibodies came in with 1997.",
    decision: "Left out: the version of 1997 took its place, and LE cells are seldom looked for today.",
    source: ["acr-1982-paper", "acr-1997-letter", "eular-acr-2019-review"],
    checked: "partly",
    toConfirm: "The exact edit of the item, in the letter of 1997.",
  },
  {
    title: "Criteria of the Japanese health ministry",
    known: "Those for adults follow ACR, those for children add low complement.",
    decision: "Left out: no source was read.",
    source: [],
    checked: "from-memory",
    toConfirm: "Everything.",
  },
  {
    title: "EULAR/ACR 2019 modified for children, 2025",
    known:
      "Without alopecia and joints, and with another definition of urine protein: sensitivity 94.1% and specificity 99.3%, against 95.3% and 97.8% for the set as it is, in a study of 512 children with lupus and 533 without.",
    decision: "Left out: a proposal of one group, and its definition of urine protein was not read.",
    source: ["children-china"],
    checked: "partly",
    toConfirm: "The definition of urine protein.",
  },
  {
    title: "EULAR/ACR 2019 with a threshold of 13 in children",
    known: "Did better than 10 in two cohorts of children; in a third and larger one 10 was best.",
    decision: "A research finding, never a result here.",
    source: ["children-brazil", "children-singapore", "children-china"],
    checked: "yes",
  },
] as const satisfies readonly NotIncluded[];
