/** Every work and page that the criteria rest on, as it is cited. Short pages are cited by what was read there. */
import type { Source } from "./types.ts";

export const sources = {
  // ---------------------------------------------------------------- EULAR/ACR 2019
  "eular-acr-2019-paper": {
    citation:
      "Aringer M, Costenbader K, Daikh D, et al. 2019 European League Against Rheumatism/American College of Rheumatology classification criteria for systemic lupus erythematosus. Ann Rheum Dis 2019;78(9):1151-1159.",
    doi: "10.1136/annrheumdis-2018-214819",
  },
  "eular-acr-2019-paper-second-journal": {
    citation:
      "Aringer M, Costenbader K, Daikh D, et al. 2019 European League Against Rheumatism/American College of Rheumatology classification criteria for systemic lupus erythematosus. Arthritis Rheumatol 2019;71(9):1400-1412.",
    doi: "10.1002/art.40930",
  },
  "eular-acr-2019-review": {
    citation: "Aringer M, Leuchten N, Johnson SR. New criteria for lupus. Curr Rheumatol Rep 2020;22:18.",
    doi: "10.1007/s11926-020-00896-6",
  },
  "eular-acr-2019-lead-author": {
    citation: "Aringer M. Invited abstract A2.2. Lupus Sci Med, volume 7, supplement 1.",
    url: "https://lupus.bmj.com/content/7/Suppl_1/A2.2",
  },
  "msd-manual-table": {
    citation:
      "MSD Manual Professional. Table: EULAR/ACR criteria for the classification of systemic lupus erythematosus.",
    url: "https://www.msdmanuals.com/uk/professional/multimedia/table/eular-acr-criteria-for-the-classification-of-systemic-lupus-erythematosus-a",
  },
  "anti-dsdna-definitions-table": {
    citation: "PMC8741517, table 1: anti-dsDNA as four criteria sets define it, and the maximum of 51 points.",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC8741517/table/tbl1",
  },
  "eular-acr-2019-subgroups": {
    citation:
      "Johnson SR, Brinks R, Costenbader KH, et al. Performance of the 2019 EULAR/ACR classification criteria for systemic lupus erythematosus in early disease, across sexes and ethnicities. Ann Rheum Dis 2020;79(10):1333-1339.",
    doi: "10.1136/annrheumdis-2020-217162",
    url: "https://lupus.bmj.com/content/7/Suppl_1/A11",
  },
  "criteria-norway": {
    citation:
      "Haukeland H, Moe SR, Brunborg C, et al. Sensitivity of classification criteria from time of diagnosis in an incident systemic lupus erythematosus cohort: a population-based study from Norway. RMD Open 2024;10(3):e004395.",
    doi: "10.1136/rmdopen-2024-004395",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC11337708/",
  },
  "criteria-meta-analysis": {
    citation:
      "Lerkvaleekul B, Chobchai P, Rattanasiri S, Vilaiyuk S. Evaluating performance of the 2019 EULAR/ACR, 2012 SLICC, and 1997 ACR criteria for classifying adult-onset and childhood-onset systemic lupus erythematosus: a systematic review and meta-analysis. Front Med 2022.",
    doi: "10.3389/fmed.2022.1093213",
  },
  "eular-acr-2019-high-score": {
    citation:
      "Whittall Garcia, et al. New EULAR/ACR 2019 SLE classification criteria: defining ominosity in SLE. Ann Rheum Dis 2021.",
    doi: "10.1136/annrheumdis-2020-218670",
  },
  "eular-acr-2019-items": {
    citation:
      "Aringer M, Brinks R, Dörner T, et al. European League Against Rheumatism (EULAR)/American College of Rheumatology (ACR) SLE classification criteria item performance. Ann Rheum Dis 2021;80(6):775-781.",
    doi: "10.1136/annrheumdis-2020-219373",
  },
  "neurological-research-table": {
    citation:
      "Neurol Res Pract, article s42466-019-0016-2, table 7: reprint of the EULAR/ACR weights. It asks for a current item and gives anti-beta-2-glycoprotein I a 40-unit limit; the paper does neither.",
    url: "https://neurolrespract.biomedcentral.com/articles/10.1186/s42466-019-0016-2/tables/7",
  },
  "provisional-weights-table": {
    citation:
      "Ann Rheum Dis, table of provisional multicriteria-decision weights from the making of the EULAR/ACR criteria. Not the final set.",
    url: "https://ard.bmj.com/highwire/markup/251726/expansion",
  },
  "actas-dermo-article": {
    citation: "Actas Dermosifiliogr, article S0001731022001387 on the 2019 classification criteria: cohort sizes.",
    url: "https://actasdermo.org/es-translated-article-rf-2019-classification-criteria-articulo-S0001731022001387",
  },

  // ---------------------------------------------------------------- SLICC 2012
  "slicc-2012-paper": {
    citation:
      "Petri M, Orbai A-M, Alarcón GS, et al. Derivation and validation of the Systemic Lupus International Collaborating Clinics classification criteria for systemic lupus erythematosus. Arthritis Rheum 2012;64(8):2677-2686.",
    doi: "10.1002/art.34473",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC3409311/",
  },
  "slicc-definitions-table": {
    citation: "Arthritis Res Ther, article ar4256, table 1: definitions of the SLICC 2012 criteria.",
    url: "https://arthritis-research.biomedcentral.com/articles/10.1186/ar4256/tables/1",
  },
  "slicc-openehr-archetype": {
    citation: "openEHR archetype of the SLICC 2012 criteria, in the collection of common clinical models.",
    url: "https://github.com/gdl-lang/common-clinical-models",
  },
  "australian-prescriber-reprint": {
    citation:
      "Australian Prescriber: review of systemic lupus erythematosus with a reprint of the SLICC 2012 criteria, which prints the urine protein limit as more than 500 mg.",
  },
  "slicc-reprint-pmc4764694": {
    citation: "PMC4764694, table 1: reprint of the SLICC 2012 criteria.",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC4764694/table/T1",
  },
  "thrombosis-journal-table": {
    citation:
      "Thrombosis Journal, article s12959-015-0043-3, table 1: reprint of the SLICC 2012 criteria with two faults, anti-dsDNA on two occasions and more than two joints.",
    url: "https://thrombosisjournal.biomedcentral.com/articles/10.1186/s12959-015-0043-3/tables/1",
  },

  // ---------------------------------------------------------------- ACR 1982 and 1997
  "acr-1982-paper": {
    citation:
      "Tan EM, Cohen AS, Fries JF, et al. The 1982 revised criteria for the classification of systemic lupus erythematosus. Arthritis Rheum 1982;25(11):1271-1277.",
    doi: "10.1002/art.1780251101",
  },
  "acr-1997-letter": {
    citation:
      "Hochberg MC. Updating the American College of Rheumatology revised criteria for the classification of systemic lupus erythematosus (letter). Arthritis Rheum 1997;40(9):1725.",
    doi: "10.1002/art.1780400928",
  },
  "acr-items-table": {
    citation: "BMC Medicine 2013, article 1741-7015/11/95, table 2: all eleven ACR criteria.",
    url: "https://www.biomedcentral.com/1741-7015/11/95/table/T2",
  },
  "acr-items-reprint": {
    citation: "Ann Rheum Dis, reprinted table of the ACR criteria: items, and four of eleven, serial or simultaneous.",
    url: "https://ard.bmj.com/highwire/markup/176202/expansion",
  },
  "acr-ana-reprint": {
    citation:
      "J Clin Pathol, reprinted table of the ACR criteria: ANA at any time, by immunofluorescence or an equivalent.",
    url: "https://jcp.bmj.com/highwire/markup/155924/expansion",
  },
  "ara-1971-preliminary": {
    citation:
      "Cohen AS, et al. Bull Rheum Dis 1971;21:643 (the preliminary criteria of the American Rheumatism Association).",
  },

  // ---------------------------------------------------------------- SLERPI
  "slerpi-paper": {
    citation:
      "Adamichou C, Genitsaridi I, Nikolopoulos D, Nikoloudaki M, Repa A, Bortoluzzi A, Fanouriakis A, Sidiropoulos P, Boumpas DT, Bertsias GK. Lupus or not? SLE Risk Probability Index (SLERPI): a simple, clinician-friendly machine learning-based model to assist the diagnosis of systemic lupus erythematosus. Ann Rheum Dis 2021;80(6):758-766.",
    doi: "10.1136/annrheumdis-2020-219069",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC8142436/",
  },
  "slerpi-calculator": {
    citation: "SLERPI calculator of the authors, pancretan-ha.gr.",
    url: "https://www.pancretan-ha.gr/SLERPI",
  },
  "slerpi-journal-club": {
    citation: "Journal club material with copies of figures 1 and 2 and tables S3 and S4 of the SLERPI paper.",
    url: "https://github.com/cmcmaster1/SLE_LASSO",
  },
  "slerpi-colombia": {
    citation:
      "Comparison of the SLE Risk Probability Index (SLERPI) scale against the EULAR/ACR and SLICC criteria. Lupus 2024;33(5):520-524.",
    doi: "10.1177/09612033241238053",
  },
  "slerpi-china": {
    citation:
      "Zhang L, Lu W, Yan D, Liu Z, Xue L. Systemic Lupus Erythematosus Risk Probability Index: ready for routine use? Results from a Chinese cohort. Lupus Sci Med 2023;10(2).",
    doi: "10.1136/lupus-2023-000988",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC10496657/",
  },
  "slerpi-colombia-controls": {
    citation:
      "Celis-Andrade M, Rojas M, Rodríguez Y, et al. Performance of the Systemic Lupus Erythematosus Risk Probability Index (SLERPI) in a cohort of Colombian population. Read in the repository of the Universidad del Rosario.",
    url: "https://pure.urosario.edu.co/en/publications/performance-of-the-systemic-lupus-erythematosus-risk-probability-",
  },
  "slerpi-egypt-registry": {
    citation:
      "Hammam N, Elsaman A, Abualfadl E, et al. Performance of the systemic lupus erythematosus risk probability index (SLERPI) in the Egyptian college of rheumatology (ECR) study cohort. Clin Rheumatol 2024.",
    url: "https://acrabstracts.org/abstract/performance-of-the-systemic-lupus-erythematosus-risk-probability-index-slerpi-results-from-the-egyptian-college-of-rheumatology-ecr-study-cohort",
  },
  "slerpi-uctd": {
    citation:
      "Erden, et al. (SLERPI in a cohort of undifferentiated connective tissue disease; repository of the University of Athens).",
    url: "https://pergamos.lib.uoa.gr/uoa/dl/object/uoadl:3202711",
  },
  "slerpi-argentina": {
    citation:
      "Dapeña JM, Serrano E, Bande JM, et al. Machine learning in SLE diagnosis: performance of the SLE Risk Probability Index questionnaire in a multicenter cohort of patients with systemic lupus erythematosus. ACR Convergence 2025, abstract 2405.",
    url: "https://acrabstracts.org/abstract/machine-learning-in-sle-diagnosis-performance-of-the-sle-risk-probability-index-questionnaire-in-a-multicenter-cohort-of-patients-with-systemic-lupus-erythematosus",
  },
  "slerpi-egypt": {
    citation: "El-Farra, et al. Arthritis Res Ther 2026 (SLERPI in an Egyptian cohort).",
    doi: "10.1186/s13075-026-03749-2",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC12930877/",
  },

  // ---------------------------------------------------------------- kidney
  "biopsy-findings-study": {
    citation:
      "Kudose S, Santoriello D, Bomback AS, et al. Sensitivity and specificity of pathologic findings to diagnose lupus nephritis. Clin J Am Soc Nephrol 2019;14(11):1605-1615.",
    doi: "10.2215/CJN.01570219",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC6832038/",
  },
  "isn-rps-2003-paper": {
    citation:
      "Weening JJ, et al. The classification of glomerulonephritis in systemic lupus erythematosus revisited. J Am Soc Nephrol 2004;15:241-250.",
  },
  "isn-rps-2003-table": {
    citation: "PMC3367406, table 1: the ISN/RPS 2003 classes of lupus nephritis.",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC3367406/table/t1-ijwh-4-213",
  },
  "who-1982-classes-table": {
    citation: "PMC3108794, table 1: the WHO 1982 classes of lupus nephritis beside ISN/RPS 2003.",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC3108794/table/t1-ijnrd-4-017",
  },
  "isn-rps-2018-table": {
    citation: "PMC7751166, table 1: the 2018 revision of the ISN/RPS classification.",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC7751166/table/keaa381-T1",
  },
  "kdigo-2012": {
    citation:
      "Kidney Disease: Improving Global Outcomes CKD Work Group. KDIGO 2012 clinical practice guideline for the evaluation and management of chronic kidney disease. Kidney Int Suppl 2013;3(1):1-150.",
    doi: "10.1038/kisup.2012.73",
  },
  "idsa-hiv-kidney-2014": {
    citation:
      "Lucas GM, Ross MJ, Stock PG, et al. Clinical practice guideline for the management of chronic kidney disease in patients infected with HIV: 2014 update. Clin Infect Dis 2014;59(9):e96-e138. Reprints the KDIGO categories of proteinuria.",
    doi: "10.1093/cid/ciu617",
  },
  "protein-ratio-unit-article": {
    citation: "Arthritis Res Ther, article s13075-015-0808-x: a ratio of 0.05 g/mmol stands beside 0.5 g/day.",
    url: "https://arthritis-research.biomedcentral.com/articles/10.1186/s13075-015-0808-x",
  },
  "acr-nephritis-guideline": {
    citation:
      "Hahn BH, McMahon MA, Wilkinson A, et al. American College of Rheumatology guidelines for screening, treatment, and management of lupus nephritis. Arthritis Care Res 2012;64(6):797-808.",
    doi: "10.1002/acr.21664",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC3437757/",
  },
  "spot-ratio-agreement": {
    citation:
      "Nephron Clin Pract 2009;113:c177-c182 (agreement of the spot protein-to-creatinine ratio with 24-hour protein).",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC6127448/",
  },

  // ---------------------------------------------------------------- context
  "classification-not-diagnosis": {
    citation:
      "Aggarwal R, Ringold S, Khanna D, et al. Distinctions between diagnostic and classification criteria? Arthritis Care Res 2015;67:891-897.",
    doi: "10.1002/acr.22583",
  },
  "acr-criteria-page": {
    citation:
      "American College of Rheumatology, page on criteria: it supports classification and response criteria and no longer endorses diagnostic ones.",
    url: "https://rheumatology.org/criteria",
  },
  "early-disease-comparison": {
    citation:
      "Adamichou C, et al. Ann Rheum Dis 2020;79:232-241 (three criteria sets in early SLE classify partly different people).",
  },
  "antiphospholipid-syndrome-2006": {
    citation:
      "Miyakis S, Lockshin MD, Atsumi T, et al. International consensus statement on an update of the classification criteria for definite antiphospholipid syndrome (APS). J Thromb Haemost 2006;4(2):295-306.",
  },
  "antiphospholipid-syndrome-2023": {
    citation:
      "Barbhaiya M, Zuily S, Naden R, et al. 2023 ACR/EULAR antiphospholipid syndrome classification criteria. Ann Rheum Dis 2023;82(10):1258.",
    doi: "10.1002/art.42624",
  },
  "antiphospholipid-syndrome-comparison": {
    citation:
      "PMC10967298, table 1: the antiphospholipid syndrome criteria of 2006 and of 2023 side by side (grades of titer, isotypes, repeat after 12 weeks).",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC10967298/table/antibodies-13-00021-t001",
  },
  "children-brazil": {
    citation: "Adv Rheumatol 2019 (three criteria sets at the first visit of children in Brazil).",
    doi: "10.1186/s42358-019-0062-z",
  },
  "children-singapore": {
    citation:
      "Diagnostic performance of classification criteria for systemic lupus erythematosus: a validation study from Singapore. Annals, Academy of Medicine, Singapore (three criteria sets in children, at diagnosis and over time).",
    url: "https://annals.edu.sg/diagnostic-performance-of-classification-criteria-for-systemic-lupus-erythematosus-a-validation-study-from-singapore/",
  },
  "children-turkey": {
    citation: "J Rheumatol 2021;48:907-914 (three criteria sets in children in Turkey).",
    doi: "10.3899/jrheum.200871",
  },
  "children-multicentre": {
    citation: "Rheumatology 2021;60:5142-5148 (EULAR/ACR 2019 in children, several centers).",
    doi: "10.1093/rheumatology/keab140",
  },
  "children-china": {
    citation:
      "Zhang Y, Shen T, Gao S, et al. Validation and optimization of classification criteria for childhood-onset systemic lupus erythematosus in a multi-center Chinese cohort. Front Immunol 2025;16:1611349.",
    doi: "10.3389/fimmu.2025.1611349",
  },
  "children-southwest-china": {
    citation:
      "Journal of Sichuan University (Medical Sciences) 2025 (three criteria sets in childhood lupus in Southwest China; the abstract was read).",
    doi: "10.12182/20250560510",
    url: "https://ykxb.scu.edu.cn/en/article/doi/10.12182/20250560510",
  },
  "children-share-review": {
    citation:
      "Smith EMD, Sen ES, Pain CE. Diagnosis and treatment of childhood-onset systemic lupus erythematosus (European evidence-based recommendations from the SHARE initiative). Arch Dis Child Educ Pract Ed, published online August 2018.",
    doi: "10.1136/archdischild-2017-314049",
  },
  "children-uk": {
    citation:
      "Arch Dis Child, volume 101, supplement 1, abstract A143.2 (SLICC 2012 and ACR 1997 in the UK JSLE cohort).",
    url: "https://adc.bmj.com/content/101/Suppl_1/A143.2",
  },
  "ana-negative-review": {
    citation:
      "Leuchten N, Hoyer A, Brinks R, et al. Performance of antinuclear antibodies for classifying systemic lupus erythematosus: a systematic literature review and meta-regression of diagnostic data. Arthritis Care Res 2018;70(3):428-438.",
    doi: "10.1002/acr.23292",
  },
  "ana-negative-china": {
    citation: "tjr.org.tr, full text 1429 (ANA-negative SLE among 617 newly diagnosed patients in China).",
    url: "https://www.tjr.org.tr/full-text/1429",
  },
  "ana-inception-cohort": {
    citation:
      "Choi MY, Clarke AE, Urowitz M, et al. Longitudinal analysis of ANA in the Systemic Lupus International Collaborating Clinics (SLICC) inception cohort. Ann Rheum Dis 2022;81(8):1143-1150.",
    doi: "10.1136/annrheumdis-2022-222168",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC10066935/",
  },
  "drug-induced-lupus-review": {
    citation:
      "He Y, Sawalha AH. Drug-induced lupus erythematosus: an update on drugs and mechanisms. Curr Opin Rheumatol 2018;30:490-497.",
    doi: "10.1097/BOR.0000000000000522",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC7299070/",
  },
  "drug-risk-table": {
    citation:
      "PMC2950993, table 1: drugs and their risk of causing lupus, reprinted from Rubin RL. Drug-induced lupus. Toxicology 2005;209(2):135-147. The risk is estimated from the number of published cases.",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC2950993/table/tbl1",
  },
  "skin-subtypes-table": {
    citation: "PMC10152495, table 1: subtypes of cutaneous lupus.",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC10152495/",
  },
  "skin-subtypes-series": {
    citation: "PMC4793050: number of SLE criteria met, by subtype of cutaneous lupus.",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC4793050/",
  },
  "neonatal-lupus-review": {
    citation: "PMC3437607: review of neonatal lupus.",
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC3437607/",
  },
  "weighted-slicc": {
    citation:
      "Petri M, Goldman DW, Alarcón GS, et al. Arthritis Care Res 2021;73(9):1231-1235 (weighted SLICC criteria; the citation itself awaits a check).",
    doi: "10.1002/acr.24263",
  },
  "boston-weighted-criteria": {
    citation:
      "Costenbader KH, Karlson EW, Liang MH, Mandl LA. J Rheumatol 2002;29:2545-2550 (Boston weighted criteria).",
  },
  "laboratory-catalogs": {
    citation:
      "Test catalogs of Mayo Clinic Laboratories (with hospitals that print its pages), ARUP, Labcorp, Warde, MercyOne and Cleveland Clinic Laboratories: which LOINC code each sends with which result, method and unit.",
    url: "https://www.mayocliniclabs.com/test-catalog",
  },
  "loinc-terms": {
    citation:
      "LOINC terms by their long common names: pages of loinc.org (26464-8, 731-0, 777-3, 49497-1, 81716-3), and public lists that print them (healthassure.in codes, findacode.com, the mapping of MIMIC-IV, lists of Taiwanese and Swiss laboratories, Bahmni).",
    url: "https://loinc.org/777-3/",
  },
  "urine-protein-value-set": {
    citation:
      "Urine Protein Tests, value set of the US National Library of Medicine, OID 2.16.840.1.113883.3.464.1003.109.12.1024, as printed in the canvas-plugins repository.",
    url: "https://github.com/canvas-medical/canvas-plugins",
  },
  "code-mappings": {
    citation:
      "LOINC, SNOMED CT and HPO codes: the MIMIC-IV LOINC mapping, an extract of the LOINC core table, published code lists.",
    url: "https://github.com/MIT-LCP/mimic-code",
  },
} as const satisfies Record<string, Source>;
