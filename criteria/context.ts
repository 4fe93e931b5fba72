import type { ChildrenStudy, ContextTopic } from "./types.ts";

/** What lies around the criteria: what they are not for, and whom they do not fit. */
export const context = [
  {
    id: "classification-and-diagnosis",
    title: "Classification is not diagnosis",
    synonyms: ["diagnosis"],
    remarks: [
      {
        text: "Classification criteria gather a uniform group of patients for research. To keep the group uniform they leave out some people who do have lupus and take in some who do not.",
        source: ["classification-not-diagnosis"],
        checked: "yes",
      },
      {
        text: "The American College of Rheumatology supports criteria for classification, response and remission, and says that it no longer endorses diagnostic criteria.",
        source: ["acr-criteria-page", "classification-not-diagnosis"],
        checked: "yes",
      },
      {
        text: "The lead author of the 2019 EULAR/ACR criteria wants lupus to remain diagnosable without them. A physician who specializes in the disease makes the diagnosis from the whole patient.",
        source: ["eular-acr-2019-lead-author"],
        checked: "yes",
      },
      {
        text: "In one series 44% of 89 patients reached 10 EULAR/ACR points on blood tests alone. That is why the set asks for at least one clinical criterion, and why of every finding it must be asked whether something else explains it.",
        source: [],
        checked: "from-memory",
        toConfirm:
          "The figure was handed on without its publication: which series it is, and who the 89 patients were.",
      },
      {
        text: "In early disease the sets pick partly different people. A no in one set beside a yes in another is expected, and no fault of either.",
        source: ["early-disease-comparison"],
        checked: "partly",
        toConfirm: "Only the title of the comparison was read.",
      },
      {
        text: "No set uses sex, age or family history, although lupus is far more frequent in women, mostly begins in young adults and can run in families.",
        source: ["eular-acr-2019-paper", "slicc-2012-paper", "acr-items-table", "slerpi-paper"],
        checked: "yes",
      },
    ],
  },
  {
    id: "children",
    title: "Children",
    synonyms: ["childhood lupus", "pediatric lupus", "juvenile lupus"],
    remarks: [
      {
        text: "None of these four sets was made for children. Studies that tried them in children found figures that differ from those in adults and from each other; the table lists what was read.",
        source: [
          "children-brazil",
          "children-singapore",
          "children-turkey",
          "children-multicentre",
          "children-uk",
          "children-china",
          "children-southwest-china",
        ],
        checked: "yes",
      },
      {
        text: "A schema for children was published in July 2025: EULAR/ACR without alopecia and joints and with another definition of urine protein. It is one group's proposal and is not offered here.",
        source: ["children-china"],
        checked: "yes",
      },
      {
        text: "The criteria of the Japanese health ministry have a version for children, which is not offered here either.",
        source: [],
        checked: "from-memory",
        toConfirm: "No source was read.",
      },
      {
        text: "Two of the studies did better with 13 points instead of 10 in the EULAR/ACR set; in the largest, 10 was best. Those are findings of research and not rules: no threshold is changed by age here.",
        source: ["children-brazil", "children-singapore", "children-china"],
        checked: "yes",
      },
      {
        text: "A child in whom lupus is suspected should be seen by a pediatric rheumatologist although criteria are not met.",
        source: ["children-share-review"],
        checked: "yes",
      },
    ],
  },
  {
    id: "ana-negative",
    title: "Lupus without antinuclear antibodies",
    synonyms: ["ANA-negative lupus"],
    remarks: [
      {
        text: "Of 13,080 patients with lupus in 64 studies, 12,542 (95.9%) had a positive ANA at whatever titer their study used; from all of them, a sensitivity of 97.8% was estimated for a titer of 1:80. Those who never reach 1:80 cannot be classified by the EULAR/ACR set, whatever else they have.",
        source: ["ana-negative-review"],
        checked: "yes",
      },
      {
        text: "Treatment can hide the antibodies: in a series of 617 newly diagnosed patients 7.46% of those treated for long with glucocorticoids or immunosuppressants were negative, and 1.48% of the others. A positive result from before treatment counts, since once ever is enough.",
        source: ["ana-negative-china"],
        checked: "yes",
      },
      {
        text: "In 805 patients tested soon after diagnosis, 96.1% and 98.3% were positive by two HEp-2 assays, and 99.6% by at least one of three assays. Five years later the two HEp-2 assays gave 95.2% and 98.9%; only the ELISA had fallen, from 96.6% to 91.3%.",
        source: ["ana-inception-cohort"],
        checked: "yes",
      },
      {
        text: "SLICC 2012 and ACR 1997 can be met without ANA. In SLERPI it gives points and opens nothing.",
        source: ["slicc-2012-paper", "acr-items-table", "slerpi-paper"],
        checked: "yes",
      },
    ],
  },
  {
    id: "drug-induced",
    title: "Drug-induced lupus",
    synonyms: ["drug related lupus", "medicine-induced lupus", "DIL", "DILE"],
    remarks: [
      {
        text: "No set excludes drug-induced lupus as such. What a drug explains better is marked as explained, finding by finding: the EULAR/ACR set and SLERPI then leave it out, SLICC 2012 does so where an item prints exclusions, and ACR 1997 prints drugs for seizures, psychosis, platelets and ANA.",
        source: ["eular-acr-2019-paper", "slicc-2012-paper", "acr-items-table", "slerpi-paper"],
        checked: "yes",
      },
      {
        text: "It is the likelier explanation for findings that began on the drug and settled in the months after it was stopped. Nothing is worked out from the name of a drug: ask for the drug and its dates, and say what it explains.",
        source: ["drug-induced-lupus-review"],
        checked: "partly",
        toConfirm: "The time course was read in secondary sources.",
      },
      {
        text: "The classic form has ANA and anti-histone antibodies, and seldom anti-dsDNA, low complement, or disease of the kidney or brain. The form caused by anti-TNF agents more often has a rash, anti-dsDNA and low complement.",
        source: ["drug-induced-lupus-review"],
        checked: "partly",
        toConfirm: "The pattern was read in secondary sources.",
      },
    ],
  },
  {
    id: "newborns",
    title: "Newborns",
    synonyms: ["neonatal lupus", "congenital heart block"],
    remarks: [
      {
        text: "The sets do not apply to newborns. In neonatal lupus the mother's anti-Ro or anti-La, less often anti-U1-RNP, crosses the placenta and causes a rash like subacute cutaneous lupus, heart block, or both. It passes, except for damage to the heart. It is not SLE in the infant, and many of the mothers have no lupus.",
        source: ["neonatal-lupus-review"],
        checked: "yes",
      },
    ],
  },
  {
    id: "skin-only",
    title: "Lupus of the skin alone",
    synonyms: ["skin only", "cutaneous lupus alone"],
    remarks: [
      {
        text: "Disease of the skin alone should mostly not classify, but no set excludes it by rule. In one small series 15 people with acute cutaneous lupus met 4.8 criteria on average, 26 with subacute 2.7, and 21 with chronic 2.5.",
        source: ["skin-subtypes-series"],
        checked: "yes",
      },
      {
        text: "Acute cutaneous lupus is the malar or widespread maculopapular rash; it does not scar, and it parallels the activity of the systemic disease. The EULAR/ACR set gives it 6 points and SLERPI 3, SLICC 2012 counts it with the subacute form, and ACR 1997 has the malar rash only.",
        source: ["skin-subtypes-table"],
        checked: "yes",
      },
      {
        text: "Subacute cutaneous lupus is ring-shaped or resembles psoriasis, comes where light reaches and heals without scars. About a third of it is caused by drugs. It often comes with anti-Ro, which is in no set.",
        source: ["skin-subtypes-table", "drug-induced-lupus-review"],
        checked: "yes",
      },
      {
        text: "Discoid lupus tends to scar and to change pigment; an early lesion may show neither yet. Hair lost in its scars is not non-scarring alopecia.",
        source: ["skin-subtypes-table"],
        checked: "yes",
      },
      {
        text: "Panniculitis, tumid, chilblain, mucosal and hypertrophic lupus count in SLICC 2012 only. Entering them as another rash gives points that are not due.",
        source: ["skin-subtypes-table", "slicc-2012-paper"],
        checked: "yes",
      },
    ],
  },
  {
    id: "overlap",
    title: "Overlap with another disease",
    synonyms: ["overlap syndrome", "MCTD", "mixed connective tissue disease"],
    remarks: [
      {
        text: "No set forbids classifying a patient who also has systemic sclerosis, myositis, Sjögren disease, rheumatoid arthritis or mixed connective tissue disease. Attribution is judged finding by finding.",
        source: [],
        checked: "from-memory",
        toConfirm:
          "That another classified disease is no obstacle follows from the silence of the sets; no paper was read that says so.",
      },
      {
        text: "The lead author's example: in a person with anti-CCP antibodies, swollen joints point to rheumatoid arthritis, and do not count.",
        source: ["eular-acr-2019-lead-author"],
        checked: "yes",
      },
      {
        text: "Of 422 people followed for undifferentiated connective tissue disease, 39 (9.2%) scored above 7 in SLERPI.",
        source: ["slerpi-uctd"],
        checked: "yes",
      },
    ],
  },
] as const satisfies readonly ContextTopic[];

export const childrenStudies = [
  {
    study: "Brazil, 122 with lupus and 89 without, first visit",
    slicc: "89.3% and 80.9%",
    acr: "70.5% and 83.2%",
    eularAcr: "87.7% and 67.4%",
    source: ["children-brazil"],
    checked: "yes",
  },
  {
    study: "Singapore, 120 and 36, at diagnosis",
    slicc: "sensitivity 97.5%",
    acr: "specificity 91.7%",
    eularAcr: "not read",
    source: ["children-singapore"],
    checked: "yes",
  },
  {
    study: "Turkey, 262 and 174",
    slicc: "95.4% and 89.7%",
    acr: "68.7% and 94.8%",
    eularAcr: "91.6% and 88.5%",
    source: ["children-turkey"],
    checked: "yes",
  },
  {
    study: "Several centers, 112 and 113",
    slicc: "comparable to EULAR/ACR",
    acr: "not given",
    eularAcr: "96% and 89%",
    source: ["children-multicentre"],
    checked: "yes",
  },
  {
    study: "United Kingdom, 226 with lupus",
    slicc: "sensitivity 92.9%",
    acr: "sensitivity 84.1%",
    eularAcr: "not given",
    source: ["children-uk"],
    checked: "yes",
  },
  {
    study: "China, several centers, 512 and 533",
    slicc: "96.7% and 96.5%",
    acr: "not given",
    eularAcr: "95.3% and 97.8%; modified for children 94.1% and 99.3%",
    source: ["children-china"],
    checked: "yes",
  },
  {
    study: "Southwest China, 264 and 237",
    slicc: "sensitivity 93.9%",
    acr: "sensitivity 76.5%",
    eularAcr: "sensitivity 90.2%",
    source: ["children-southwest-china"],
    checked: "yes",
  },
] as const satisfies readonly ChildrenStudy[];
