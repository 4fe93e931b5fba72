import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { written } from "./written.ts";

/**
 * Lines as clinicians write them, from clinic notes, printouts and lists of problems, each with exactly what it comes
 * to. A line that Enter takes says all that is entered; one that it does not take offers what it may mean, and says why.
 */
const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));
const TODAY = "2026-11-26";

/** The line, and what Enter enters. */
const entered: readonly (readonly [string, string])[] = [
  ["ana 1:640", "ana-titer 640 {titer}"],
  ["ANA 1:640 (homogeneous)", "ana-titer 640 {titer}, not kept homogeneous"],
  ["ANA 1:2560 dense fine speckled", "ana-titer 2560 {titer}, not kept dense fine speckled"],
  ["ana hep-2 1:320 nucleolar", "ana-titer 320 {titer}, not kept nucleolar hep-2"],
  ["ANA IIF 1/640 homogeneous and speckled", "ana-titer 640 {titer}, not kept homogeneous speckled IIF"],
  ["ana 1:160 centromere pattern", "ana-titer 160 {titer}, not kept centromere"],
  ["ana titre 640", "ana-titer 640 {titer}"],
  ["ana titer 1:80", "ana-titer 80 {titer}"],
  ["ANA positive 1:1280", "ana-titer 1280 {titer}"],
  ["ANA >1:1280", "ana-titer >1280 {titer}"],
  ["ana 640 speckled", "ana-titer 640 {titer}, not kept speckled"],
  ["dsdna 85", "anti-dsdna 85 [IU]/mL"],
  ["dsdna 85 (20)", "anti-dsdna 85 [IU]/mL, high 20"],
  ["dsdna 85 (20, elisa)", "anti-dsdna 85 [IU]/mL, high 20, method elisa"],
  ["dsdna 85 (elisa, 20)", "anti-dsdna 85 [IU]/mL, high 20, method elisa"],
  ["anti-dsDNA 85 IU/mL (ULN 20, ELISA)", "anti-dsdna 85 [IU]/mL, high 20, method elisa"],
  ["anti-dsDNA 85 IU/mL, ULN 20, ELISA", "anti-dsdna 85 [IU]/mL, high 20, method elisa"],
  ["anti-dsDNA (Farr) 64 IU/mL (0-7)", "anti-dsdna 64 [IU]/mL, low 0, high 7, method farr"],
  ["anti-dsDNA ELISA 85 IU/ml cut-off 20", "anti-dsdna 85 [IU]/mL, high 20, method elisa"],
  ["anti ds dna 85 UI/mL (<20)", "anti-dsdna 85 [IU]/mL, high 20"],
  ["dsDNA Ab >300 IU/mL", "anti-dsdna >300 [IU]/mL"],
  ["dsdna >300 (0-10) elisa", "anti-dsdna >300 [IU]/mL, low 0, high 10, method elisa"],
  ["dsdna clift 1:40", "anti-dsdna 40 {titer}, method crithidia"],
  ["dsdna 1:40 clift (1:10)", "anti-dsdna 40 {titer}, high 10, method crithidia"],
  ["dsdna 85 IE/ml (< 20)", "anti-dsdna 85 [IU]/mL, high 20"],
  ["dsdna 3.1 AI (1.0)", "anti-dsdna 3.1 {index}, high 1"],
  ["dsdna 4.2 S/CO (1)", "anti-dsdna 4.2 {index}, high 1"],
  ["dsdna 85 positive (20)", "anti-dsdna 85 [IU]/mL, high 20"],
  ["dsdna 5 negative (20)", "anti-dsdna 5 [IU]/mL, high 20"],
  ["dsdna 85 (normal <20)", "anti-dsdna 85 [IU]/mL, high 20"],
  ["c3 .55", "c3 0.55 g/L"],
  ["c3 .55 (0.9)", "c3 0.55 g/L, low 0.9"],
  ["c3 0.55 (0.9-1.8)", "c3 0.55 g/L, low 0.9, high 1.8"],
  ["c3 0.55 g/L (0.90-1.80) L", "c3 0.55 g/L, low 0.9, high 1.8"],
  ["c3 0.55 L (0.9-1.8)", "c3 0.55 g/L, low 0.9, high 1.8"],
  ["c3 0.55 LLN 0.9", "c3 0.55 g/L, low 0.9"],
  ["c3 0.55 (LLN 0.9)", "c3 0.55 g/L, low 0.9"],
  ["c3 0.55 (ref 0.9-1.8)", "c3 0.55 g/L, low 0.9, high 1.8"],
  ["c3 0.55 [0.9-1.8]", "c3 0.55 g/L, low 0.9, high 1.8"],
  ["c3 0.55 (ref range: 0.9 - 1.8 g/L)", "c3 0.55 g/L, low 0.9, high 1.8"],
  ["c3 0.55 0.9-1.8", "c3 0.55 g/L, low 0.9, high 1.8"],
  ["c3 55 mg/dl (90-180)", "c3 55 mg/dL, low 90, high 180"],
  ["c3 550 mg/L (900-1800)", "c3 55 mg/dL, low 90, high 180"],
  ["c3 0.055 g/dl (0.09-0.18)", "c3 0.55 g/L, low 0.9, high 1.8"],
  ["c3 62 mg% (90)", "c3 62 mg/dL, low 90"],
  ["C3 66 MG/DL (90-180)", "c3 66 mg/dL, low 90, high 180"],
  ["c3 0,62 g/l (0,9-1,8)", "c3 0.62 g/L, low 0.9, high 1.8"],
  ["c3 low", "low-c3 present"],
  ["low c3", "low-c3 present"],
  ["low complement c3", "low-c3 present"],
  ["decreased C4", "low-c4 present"],
  ["c4 .08 (.1)", "c4 0.08 g/L, low 0.1"],
  ["c4 <0.08 g/L (0.10-0.40)", "c4 <0.08 g/L, low 0.1, high 0.4"],
  ["ch50 12 (30)", "ch50 12 U/mL, low 30"],
  ["ch50 31 U/mL (41 - 95)", "ch50 31 U/mL, low 41, high 95"],
  ["c3 0.7 c4 0.08", "c3 0.7 g/L + c4 0.08 g/L"],
  ["C3 0.7, C4 0.08", "c3 0.7 g/L + c4 0.08 g/L"],
  ["wbc 3.1", "white-cells 3.1 10*9/L"],
  ["wbc 3.2 L", "white-cells 3.2 10*9/L"],
  ["wbc 3.2*", "white-cells 3.2 10*9/L"],
  ["wbc 3.2 (L)", "white-cells 3.2 10*9/L"],
  ["wbc 3.2 ↓", "white-cells 3.2 10*9/L"],
  ["wbc 3.2 low", "white-cells 3.2 10*9/L"],
  ["wbc 3.2 K/uL", "white-cells 3.2 10*3/uL"],
  ["wbc 3.2 K/mcL", "white-cells 3.2 10*3/uL"],
  ["wbc 3.2 k/mm3", "white-cells 3.2 10*3/uL"],
  ["wbc 3.2 x10E3/uL", "white-cells 3.2 10*3/uL"],
  ["wbc 3.2 x10(3)/mcL", "white-cells 3.2 10*3/uL"],
  ["wbc 3.2 10^9/L", "white-cells 3.2 10*9/L"],
  ["wbc 3.2 x10^9/l", "white-cells 3.2 10*9/L"],
  ["wbc 3.2 10*9/L", "white-cells 3.2 10*9/L"],
  ["wbc 3.2 G/L", "white-cells 3.2 10*9/L"],
  ["wbc 3.2 Gpt/l", "white-cells 3.2 10*9/L"],
  ["wbc 3.2 /nl", "white-cells 3.2 10*9/L"],
  ["wbc 3.2 thou/cumm", "white-cells 3.2 10*3/uL"],
  ["wbc 3.2 thousand", "white-cells 3.2 10*3/uL"],
  ["wbc 3200 /cumm", "white-cells 3200 /mm3"],
  ["wbc 3200 cells/cu mm", "white-cells 3200 /mm3"],
  ["TLC 3200 /cumm", "white-cells 3200 /mm3"],
  ["wbc 3'200", "white-cells 3200 /uL"],
  ["wbc 3’200 /µL", "white-cells 3200 /uL"],
  ["wbc 3,200", "white-cells 3200 /uL"],
  ["wbc 3.2 lakh/cumm", "white-cells 320000 /uL"],
  ["wbc 3.2 (4-11 x10^9/L)", "white-cells 3.2 10*9/L, low 4, high 11"],
  ["wbc 3.2 x10^9/L (4.0-11.0)", "white-cells 3.2 10*9/L, low 4, high 11"],
  ["wbc less than 4", "white-cells <4 10*9/L"],
  ["wbc below 4.0", "white-cells <4 10*9/L"],
  ["wbc <4", "white-cells <4 10*9/L"],
  ["plt 85", "platelets 85 10*9/L"],
  ["platelets 85 thousand", "platelets 85 10*3/uL"],
  ["plt 1.5 lakh", "platelets 150000 /uL"],
  ["plt 1.5 lakhs/cumm", "platelets 150000 /uL"],
  ["platelet count 85,000/mm3", "platelets 85000 /mm3"],
  ["plt 85000", "platelets 85000 /uL"],
  ["plt >300", "platelets >300 10*9/L"],
  ["plt 142 L 150-400 K/uL", "platelets 142 10*3/uL, low 150, high 400"],
  ["lymph 0.8", "lymphocytes 0.8 10*9/L"],
  ["alc 800", "lymphocytes 800 /uL"],
  ["upcr 95 mg/mmol", "urine-protein-creatinine-ratio 95 mg/mmol"],
  ["uPCR 800 mg/g creat", "urine-protein-creatinine-ratio 800 mg/g"],
  ["urine pcr 142 mg/mmol (<15)", "urine-protein-creatinine-ratio 142 mg/mmol, high 15"],
  ["urine protein 800 mg/g", "urine-protein-creatinine-ratio 800 mg/g"],
  ["24h protein 1.2 g", "urine-protein-24h 1.2 g/(24.h)"],
  ["24 h urine protein 1200 mg/24 hours", "urine-protein-24h 1200 mg/(24.h)"],
  ["acl igg 45 GPL", "anticardiolipin-igg 45 [GPL'U]"],
  ["acl igg 45 GPL/mL (ULN 20)", "anticardiolipin-igg 45 [GPL'U], high 20"],
  ["temp 101.3", "temperature 101.3 [degF]"],
  ["temp 38.9 C", "temperature 38.9 Cel"],
  ["fever 38.9", "temperature 38.9 Cel"],
  ["fever above 38.5", "temperature >38.5 Cel"],
  ["Tmax 39.1", "temperature 39.1 Cel"],
  ["malar rash", "malar-rash present"],
  ["no malar rash", "malar-rash absent"],
  ["denies malar rash", "malar-rash absent"],
  ["denied oral ulcers", "oral-ulcers absent"],
  ["malar rash absent", "malar-rash absent"],
  ["photosensitivity", "photosensitivity present"],
  ["?malar rash", "malar-rash unknown"],
  ["non-scarring hair loss", "non-scarring-alopecia present"],
  ["nonscarring alopecia", "non-scarring-alopecia present"],
  ["no alopecia", "non-scarring-alopecia absent"],
  ["non-erosive arthritis", "nonerosive-arthritis present"],
  ["mouth ulcers", "oral-ulcers present"],
  ["mouth ulcers due to herpes", "oral-ulcers present, explained by infection herpes"],
  ["mouth ulcers, herpes", "oral-ulcers present, explained by infection herpes"],
  ["mouth ulcers (herpes simplex)", "oral-ulcers present, explained by infection herpes simplex"],
  ["leukopenia (HIV)", "leukopenia present, explained by infection HIV"],
  ["leukopenia due to azathioprine 100 mg", "leukopenia present, explained by drug azathioprine 100 mg"],
  ["leukopenia d/t aza", "leukopenia present, explained by drug aza"],
  ["azathioprine-induced leukopenia", "leukopenia present, explained by drug azathioprine"],
  ["fever, infection", "fever present, explained by infection infection"],
  ["pleural effusion secondary to heart failure", "pleural-effusion present, explained by other-disease heart failure"],
  ["psychosis from steroids", "psychosis present, explained by drug steroids"],
  ["malar rash on 2025-11-01", "malar-rash present, date 2025-11-01"],
  ["malar rash 3 March 2025", "malar-rash present, date 2025-03-03"],
  ["malar rash Mar 3, 2025", "malar-rash present, date 2025-03-03"],
  ["malar rash 03-Mar-2025", "malar-rash present, date 2025-03-03"],
  ["malar rash today", "malar-rash present, date 2026-11-26"],
  ["malar rash yesterday", "malar-rash present, date 2026-11-25"],
  ["malar rash 3 days ago", "malar-rash present, date 2026-11-23"],
  ["wbc 3.1 on 3 March 2025", "white-cells 3.1 10*9/L, date 2025-03-03"],
  ["wbc 3.1 yesterday", "white-cells 3.1 10*9/L, date 2026-11-25"],
  ["coombs positive", "direct-coombs present"],
  ["coombs +ve", "direct-coombs present"],
  ["sm +, ro -", "anti-sm present + anti-ro absent"],
  ["Ro+ La-", "anti-ro present + anti-la absent"],
  ["sm + / ro - / la -", "anti-sm present + anti-ro absent + anti-la absent"],
  ["Sm (+), Ro (-)", "anti-sm present + anti-ro absent"],
  ["anti-Sm pos / RNP neg", "anti-sm present + anti-rnp absent"],
  ["coombs +ve, Sm -ve", "direct-coombs present + anti-sm absent"],
  ["wbc 3.1, sm +, ro -", "white-cells 3.1 10*9/L + anti-sm present + anti-ro absent"],
  ["DAT neg", "direct-coombs absent"],
  ["anti-sm pos", "anti-sm present"],
  ["anti-sm reactive", "anti-sm present"],
  ["anti-sm not detected", "anti-sm absent"],
  ["SSA detected", "anti-ro present"],
  ["class IV lupus nephritis", "biopsy-class-3-or-4 present"],
  ["LN class 3", "biopsy-class-3-or-4 present"],
  ["thrombocytopenia", "thrombocytopenia present"],
  ["wbc 3.1, plt 85", "white-cells 3.1 10*9/L + platelets 85 10*9/L"],
  ["wbc 3.1; plt 85", "white-cells 3.1 10*9/L + platelets 85 10*9/L"],
  ["wbc 3.1 and plt 85", "white-cells 3.1 10*9/L + platelets 85 10*9/L"],
  ["wbc 3.1 plt 85 lymph 0.7", "white-cells 3.1 10*9/L + platelets 85 10*9/L + lymphocytes 0.7 10*9/L"],
  [
    "ana 1:640 speckled, dsdna 85 (20, elisa), c3 .55 (.9)",
    "ana-titer 640 {titer}, not kept speckled + anti-dsdna 85 [IU]/mL, high 20, method elisa + c3 0.55 g/L, low 0.9",
  ],
  ["malar rash; mouth ulcers, herpes", "malar-rash present + oral-ulcers present, explained by infection herpes"],
  ["mouth ulcers, herpes, malar rash", "oral-ulcers present, explained by infection herpes + malar-rash present"],
  ["anti-sm was negative", "anti-sm absent"],
  ["seizure not present", "seizure absent"],
  ["anti-sm not done", "anti-sm unknown"],
  ["anti-sm: not yet done", "anti-sm unknown"],
  ["not done: anti-sm", "anti-sm unknown"],
  ["no anti-sm done", "anti-sm unknown"],
  ["anti-sm never tested, malar rash", "anti-sm unknown + malar-rash present"],
  ["seizure not documented", "seizure unknown"],
  ["denied: seizure", "seizure absent"],
  ["Ro/La neg", "anti-ro absent + anti-la absent"],
  ["anti-ro/la not done", "anti-ro unknown + anti-la unknown"],
  ["SSA / SSB not detected, malar rash", "anti-ro absent + anti-la absent + malar-rash present"],
  ["ro52/ro60 neg", "anti-ro absent"],
  ["sm/rnp/ro/la -ve", "anti-sm absent + anti-rnp absent + anti-ro absent + anti-la absent"],
  ["no seizures/psychosis", "seizure absent + psychosis absent"],
  ["c3/c4 0.7/0.08", "c3 0.7 g/L + c4 0.08 g/L"],
  ["C3 / C4: 70 / 8 mg/dL, plt 85", "c3 70 mg/dL + c4 8 mg/dL + platelets 85 10*9/L"],
  ["no malar rash, no seizure or psychosis", "malar-rash absent + seizure absent + psychosis absent"],
  [
    "no fever, wbc 3.1, no seizures or psychosis",
    "fever absent + white-cells 3.1 10*9/L + seizure absent + psychosis absent",
  ],
  ["no fever, weight loss, or malar rash", "fever absent + weight-loss absent + malar-rash absent"],
  ["not malar rash nor seizure", "malar-rash absent + seizure absent"],
  ["seizure; psychosis negative", "seizure present + psychosis absent"],
  ["malar rash but oral ulcers absent", "malar-rash present + oral-ulcers absent"],
  [
    "thrombocytopenia due to HIV; malar rash",
    "thrombocytopenia present, explained by infection HIV + malar-rash present",
  ],
  [
    "leukopenia due to azathioprine, plt 85",
    "leukopenia present, explained by drug azathioprine + platelets 85 10*9/L",
  ],
  ["leukopenia due to azathioprine and mtx", "leukopenia present, explained by drug azathioprine and mtx"],
  ["malar rash, photosensitivity and seizure", "malar-rash present + photosensitivity present + seizure present"],
  ["no malar rash, oral ulcers or alopecia", "malar-rash absent + oral-ulcers absent + non-scarring-alopecia absent"],
  ["no malar rash or seizure", "malar-rash absent + seizure absent"],
  ["no malar rash but seizure", "malar-rash absent + seizure present"],
  ["malar rash, no seizure", "malar-rash present + seizure absent"],
  ["anti-sm pos, SSA neg", "anti-sm present + anti-ro absent"],
  ["serum C3 0.55 g/L", "c3 0.55 g/L"],
  ["C3 level 0.55", "c3 0.55 g/L"],
  ["urine pcr 46 mg/mmol", "urine-protein-creatinine-ratio 46 mg/mmol"],
  ["LN class 5", "biopsy-class-2-or-5 present"],
  ["seizure 2019-05-04", "seizure present, date 2019-05-04"],
  ["raynaud", "raynaud present"],
  ["?seizure", "seizure unknown"],
  ["-seizure", "seizure absent"],
  ["wbc: 3.1", "white-cells 3.1 10*9/L"],
  ["WBC=3.1", "white-cells 3.1 10*9/L"],
  ["wbc 3.1 on 2025-11-01", "white-cells 3.1 10*9/L, date 2025-11-01"],
  ["wbc 3.1 (2025-11-01)", "white-cells 3.1 10*9/L, date 2025-11-01"],
  ["plt <20", "platelets <20 10*9/L"],
  ["c3 62", "c3 62 mg/dL"],
  ["sjc 4", "swollen-joints 4 {count}"],
  ["swollen joints 5", "swollen-joints 5 {count}"],
  ["acl igm 35 (high 20, p99 40)", "anticardiolipin-igm 35 [MPL'U], high 20, p99 40"],
  ["acl igg 45 (0-19)", "anticardiolipin-igg 45 [GPL'U], low 0, high 19"],
  ["anti-sm +", "anti-sm present"],
  ["anti-sm (-)", "anti-sm absent"],
  ["malar rash in 2019", "malar-rash present, note in 2019"],
  ["malar rash 3/2025", "malar-rash present, note 3/2025"],
  ["malar rash resolved", "malar-rash present, note resolved"],
  ["raynaud from 2019", "raynaud present, note from 2019"],
  ["raynaud from childhood", "raynaud present, note from childhood"],
  ["raynaud from childhood, malar rash", "raynaud present, note from childhood + malar-rash present"],
];

/** The line, what is offered first, and what is said. */
const asked: readonly (readonly [string, string, string])[] = [
  [
    "ana 1:640 cytoplasmic",
    "ana-titer 640 {titer}",
    '"cytoplasmic" may say that this is no value of ANA titer. Choose it if it is.',
  ],
  ["ana 80", "ana-titer 80 {titer}", 'ANA titer: "80" is not written as a titer. Choose it if it is 1:80.'],
  ["ana 320", "ana-titer 320 {titer}", 'ANA titer: "320" is not written as a titer. Choose it if it is 1:320.'],
  [
    "ana 2.5",
    "ana-1-80 present, note ana 2.5 | ana-1-80 absent, note ana 2.5",
    '"ana 2.5" is no titer, such as 1:160. Choose "ANA at least 1:80", present or absent, if it is an equivalent positive test or a negative one.',
  ],
  [
    "ana 3+",
    "ana-1-80 present, note ana 3+ | ana-1-80 absent, note ana 3+",
    '"ana 3+" is no titer, such as 1:160. Choose "ANA at least 1:80", present or absent, if it is an equivalent positive test or a negative one.',
  ],
  [
    "ana positive",
    "ana-1-80 present | ana-above-reference present | read ana-negative",
    "The name fits more than one. Choose one.",
  ],
  [
    "ana neg",
    "ana-1-80 absent | ana-above-reference absent | value of ana-titer",
    "The name fits more than one. Choose one.",
  ],
  [
    "ana negative",
    "ana-1-80 absent | ana-above-reference absent | value of ana-titer",
    "The name fits more than one. Choose one.",
  ],
  [
    "ANA not detected",
    "ana-1-80 absent | ana-above-reference absent | value of ana-titer",
    "The name fits more than one. Choose one.",
  ],
  ["ana speckled", "ana-above-reference present", 'Not read: "speckled". Choose one if it is meant.'],
  [
    "ana",
    "ana-1-80 present | ana-above-reference present | value of ana-titer",
    "The name fits more than one. Choose one.",
  ],
  [
    "ANA ELISA 45",
    "ana-1-80 present, note ANA ELISA 45 | ana-1-80 absent, note ANA ELISA 45",
    '"ANA ELISA 45" is no titer, such as 1:160. Choose "ANA at least 1:80", present or absent, if it is an equivalent positive test or a negative one.',
  ],
  [
    "clift 1:40",
    "anti-dsdna 40 {titer}, method crithidia",
    '"clift" is not the name of a test. Choose one if it is meant.',
  ],
  ["dsdna crithidia pos", "anti-dsdna-specific present", ""],
  [
    "dsdna positive",
    "anti-dsdna present | anti-dsdna-specific present | anti-dsdna-slicc present",
    "The name fits more than one. Choose one.",
  ],
  [
    "dsdna 85 U/mL (20)",
    "anti-dsdna 85 [IU]/mL, high 20 | anti-dsdna 85 {index}, high 20",
    '"U/mL" is a unit of the laboratory\'s own. Choose the one that stands for it.',
  ],
  [
    "dsdna 5 positive (20)",
    "anti-dsdna 5 [IU]/mL, high 20",
    '"positive" may not go with 5. Choose it if the value is right.',
  ],
  [
    "dsdna 85 (neg <10, equivocal 10-15, pos >15)",
    "",
    'Anti-dsDNA: read "(equivocal 10-15)" as its limit; accepted: one number, in the unit of the value. Upper limit of your laboratory\'s range, in the same unit (for a titer: the first titer it calls positive).',
  ],
  ["platelets normal", "thrombocytopenia absent", '"normal" is no value. Choose what it says, or type the value.'],
  ["normal platelets", "thrombocytopenia absent", '"normal" is no value. Choose what it says, or type the value.'],
  [
    "c3 1.2 (90-180)",
    "c3 1.2 g/L, low 0.9, high 1.8 | c3 1.2 g/L",
    "Complement C3 1.2 and its limit do not go together as typed. Choose what is meant.",
  ],
  [
    "c3 1.2 (0.9-1.8) L",
    "c3 1.2 g/L, low 0.9, high 1.8",
    '"low" may not go with 1.2. Choose it if the value is right.',
  ],
  ["wbc 3.2 H", "white-cells 3.2 10*9/L", '"high" may not go with 3.2. Choose it if the value is right.'],
  ["wbc L 3.2", "white-cells 3.2 10*9/L", '"wbc L" is not the name of a test. Choose one if it is meant.'],
  ["wbc at least 4", "value of white-cells", 'Not read: "least 4". Choose one if it is meant.'],
  ["wbc ≥4", "", 'White cell count: type a number, not "≥4".'],
  ["wbc 3.2 %", "", 'White cell count: read "%" as its unit; accepted: ×10⁹/L, ×10³/µL, /µL, /mm³.'],
  ["wbc 3.2 2.9", "", 'White cell count: read "2.9" as its unit; accepted: ×10⁹/L, ×10³/µL, /µL, /mm³.'],
  [
    "3.2 wbc",
    "white-cells 3.2 10*9/L",
    "A number before its name may be of something else, such as cells in urine. Choose it if it is meant.",
  ],
  [
    "4 swollen joints",
    "swollen-joints 4 {count}",
    "A number before its name may be of something else, such as cells in urine. Choose it if it is meant.",
  ],
  ["wbc 5 /hpf", "", 'White cell count: read "/hpf" as its unit; accepted: ×10⁹/L, ×10³/µL, /µL, /mm³.'],
  ["wbc 2019", "white-cells 2019 /uL", '"2019" may be a year. Choose it if it is the value.'],
  ["plt 85 clumped", "", 'Platelet count: read "clumped" as its unit; accepted: ×10⁹/L, ×10³/µL, /µL, /mm³.'],
  ["lymphocytes 18%", "", 'Lymphocyte count: read "%" as its unit; accepted: ×10⁹/L, ×10³/µL, /µL, /mm³.'],
  [
    "Hb 10.2",
    "look at hemolytic-anemia | look at hemolytic-anemia-with-reticulocytosis",
    "No set reads hemoglobin. It does not decide hemolytic anemia or hemolytic anemia with reticulocytosis.",
  ],
  [
    "hemoglobin 9.1 g/dL",
    "look at hemolytic-anemia | look at hemolytic-anemia-with-reticulocytosis",
    "No set reads hemoglobin. It does not decide hemolytic anemia or hemolytic anemia with reticulocytosis.",
  ],
  ["creatinine 1.4 mg/dl", "look at renal-failure", "No set reads creatinine. It does not decide renal failure."],
  ["esr 80", "", "No set reads ESR."],
  [
    "upcr 95",
    "urine-protein-creatinine-ratio 95 mg/g | urine-protein-creatinine-ratio 95 mg/mmol",
    "Urine protein-to-creatinine ratio 95 can be read in more than one way. Choose one, or type the unit.",
  ],
  [
    "upcr 0.8",
    "urine-protein-creatinine-ratio 0.8 mg/g | urine-protein-creatinine-ratio 0.8 mg/mg | urine-protein-creatinine-ratio 0.8 mg/mmol | urine-protein-creatinine-ratio 0.8 g/mmol",
    "Urine protein-to-creatinine ratio 0.8 can be read in more than one way. Choose one, or type the unit.",
  ],
  [
    "protein creatinine ratio 0.8",
    "urine-protein-creatinine-ratio 0.8 mg/g | urine-protein-creatinine-ratio 0.8 mg/mg | urine-protein-creatinine-ratio 0.8 mg/mmol | urine-protein-creatinine-ratio 0.8 g/mmol",
    "Urine protein-to-creatinine ratio 0.8 can be read in more than one way. Choose one, or type the unit.",
  ],
  [
    "urine protein 300",
    "urine-protein-24h 300 mg/(24.h)",
    '"urine protein" is also said of a dipstick or a random sample. Choose it if it is the urine protein, 24 h collection.',
  ],
  ["24h protein 800 mg/g", "", 'Urine protein, 24 h collection: read "mg/g" as its unit; accepted: g/24 h, mg/24 h.'],
  [
    "upcr 1.200 mg/g",
    "urine-protein-creatinine-ratio 1.2 mg/g | urine-protein-creatinine-ratio 1200 mg/g",
    "Urine protein-to-creatinine ratio 1.2 can be read in more than one way. Choose one, or type the unit.",
  ],
  [
    "acl igg 45 U/mL",
    "anticardiolipin-igg 45 [GPL'U]",
    '"U/mL" is a unit of the laboratory\'s own. Choose the one that stands for it.',
  ],
  [
    "acl 45",
    "anticardiolipin-igg 45 [GPL'U] | anticardiolipin-igm 45 [MPL'U] | anticardiolipin-iga 45 [APL'U]",
    "The name fits more than one test. Choose one.",
  ],
  ["malr rash", "malar-rash present", 'Not read: "malr". Did you mean "Malar rash"? Choose one if it is meant.'],
  ["mallar rash", "malar-rash present", 'Not read: "mallar". Did you mean "Malar rash"? Choose one if it is meant.'],
  [
    "photosensitve",
    "photosensitivity present",
    'Not read: "photosensitve". Did you mean "photosensitive"? Choose one if it is meant.',
  ],
  [
    "photosensitive rash",
    "photosensitivity present | photosensitive-lupus-rash present",
    "The name fits more than one. Choose one.",
  ],
  ["malar rash?", "malar-rash present", 'Not read: "rash?". Choose one if it is meant.'],
  ["possible malar rash", "malar-rash present", 'Not read: "possible". Choose one if it is meant.'],
  ["mother with malar rash", "malar-rash present", 'Not read: "mother". Choose one if it is meant.'],
  [
    "alopecia",
    "non-scarring-alopecia present | non-scarring-alopecia absent",
    '"alopecia" can be more than non-scarring alopecia. Choose it if that is meant.',
  ],
  [
    "hair loss",
    "non-scarring-alopecia present | non-scarring-alopecia absent",
    '"hair loss" can be more than non-scarring alopecia. Choose it if that is meant.',
  ],
  ["scarring alopecia", "discoid-lupus present", ""],
  ["erosive arthritis", "synovitis-2-joints present", 'Not read: "erosive". Choose one if it is meant.'],
  [
    "arthritis",
    "synovitis-2-joints present | tender-joints-with-stiffness present | nonerosive-arthritis present",
    "The name fits more than one. Choose one.",
  ],
  [
    "arthritis of both wrists and MCPs",
    "synovitis-2-joints present, note arthritis of both wrists and MCPs | tender-joints-with-stiffness present, note arthritis of both wrists and MCPs | nonerosive-arthritis present, note arthritis of both wrists and MCPs",
    "Choose what was seen there. The joints are kept as its note.",
  ],
  [
    "synovitis of left knee",
    "synovitis-2-joints present, note synovitis of left knee",
    "Choose what was seen there. The joints are kept as its note.",
  ],
  [
    "arthritis knees",
    "synovitis-2-joints present, note arthritis knees",
    "Choose what was seen there. The joints are kept as its note.",
  ],
  [
    "morning stiffness 45 min",
    "tender-joints-with-stiffness present, note morning stiffness 45 min",
    '"morning stiffness 45 min" is a part of "Tender joints with morning stiffness". Choose it if the rest is so as well.',
  ],
  [
    "morning stiffness 1 hour",
    "tender-joints-with-stiffness present, note morning stiffness 1 hour",
    '"morning stiffness 1 hour" is a part of "Tender joints with morning stiffness". Choose it if the rest is so as well.',
  ],
  [
    "morning stiffness 10 min",
    "tender-joints-with-stiffness absent, note morning stiffness 10 min",
    '"Tender joints with morning stiffness" asks for at least 30 minutes.',
  ],
  [
    "mouth ulcers due to stress",
    "oral-ulcers present, explained by drug stress | oral-ulcers present, explained by infection stress | oral-ulcers present, explained by malignancy stress | oral-ulcers present, explained by metabolic stress | oral-ulcers present, explained by other-disease stress | oral-ulcers present, explained by other stress",
    'What kind of cause is "stress"? Choose one.',
  ],
  [
    "mouth ulcers due to lupus",
    "oral-ulcers present",
    '"lupus" is no other explanation. Choose it as present, explained by nothing else.',
  ],
  ["mouth ulcers not due to herpes", "oral-ulcers present", 'Not read: "not due herpes". Choose one if it is meant.'],
  ["no mouth ulcers due to herpes", "oral-ulcers absent", 'Not read: "due herpes". Choose one if it is meant.'],
  [
    "leukopenia, azathioprine",
    "leukopenia present, explained by drug azathioprine | leukopenia present",
    'Is "azathioprine" what explains it? Choose one.',
  ],
  [
    "proteinuria due to diabetes",
    "proteinuria present, explained by other-disease diabetes | proteinuria-500 present, explained by other-disease diabetes",
    "The name fits more than one. Choose one.",
  ],
  [
    "seizure, stroke",
    "seizure present, explained by other-disease stroke | seizure present",
    'Is "stroke" what explains it? Choose one.',
  ],
  [
    "malar rash 03/04/2012",
    "malar-rash present, date 2012-03-04 | malar-rash present, date 2012-04-03",
    '"03/04/2012" can be 2012-03-04 or 2012-04-03. Choose one, or type the day as 2012-03-04.',
  ],
  [
    "malar rash 25/12/2012",
    "malar-rash present, date 2012-12-25",
    '"25/12/2012" is read as 2012-12-25. Choose it if that is the day.',
  ],
  ["malar rash tomorrow", "malar-rash present", 'Not read: "tomorrow". Choose one if it is meant.'],
  [
    "wbc 3.1 03/04/2012",
    "white-cells 3.1 10*9/L, date 2012-03-04 | white-cells 3.1 10*9/L, date 2012-04-03",
    '"03/04/2012" can be 2012-03-04 or 2012-04-03. Choose one, or type the day as 2012-03-04.',
  ],
  ["wbc 3.1 3/2025", "", '"3/2025" names no single day; a date is written as 2024-05-02.'],
  ["wbc 3.1 2031-01-01", "", "2031-01-01 is in the future. Check the date."],
  [
    "coombs",
    "direct-coombs present | direct-coombs absent",
    '"coombs" names a test and says no result. Choose it, or type "coombs positive" or "coombs negative".',
  ],
  [
    "direct coombs",
    "direct-coombs present | direct-coombs absent",
    '"direct coombs" names a test and says no result. Choose it, or type "direct coombs positive" or "direct coombs negative".',
  ],
  ["indirect coombs positive", "direct-coombs present", 'Not read: "indirect". Choose one if it is meant.'],
  [
    "anti-Sm",
    "anti-sm present | anti-sm absent",
    '"anti-Sm" names a test and says no result. Choose it, or type "anti-Sm positive" or "anti-Sm negative".',
  ],
  [
    "SSA",
    "anti-ro present | anti-ro absent",
    '"SSA" names a test and says no result. Choose it, or type "SSA positive" or "SSA negative".',
  ],
  [
    "LA positive",
    "lupus-anticoagulant present | anti-la present | fatigue present",
    "The name fits more than one. Choose one.",
  ],
  [
    "RPR reactive",
    "false-positive-rpr present | false-positive-syphilis-6-months present",
    "The name fits more than one. Choose one.",
  ],
  ["malar rash reactive", "malar-rash present", 'Not read: "reactive". Choose one if it is meant.'],
  [
    "class III",
    "biopsy-class-3-or-4 present | biopsy-class-3-or-4 absent",
    '"class III" can be more than class III or IV lupus nephritis. Choose it if that is meant.',
  ],
  ["NYHA class III", "biopsy-class-3-or-4 present", 'Not read: "NYHA". Choose one if it is meant.'],
  [
    "low platelets",
    "thrombocytopenia present | thrombocytopenia absent",
    '"low platelets" can be more than thrombocytopenia. Choose it if that is meant.',
  ],
  ["not positive", "", "This says a result and not of what. Name the finding or the test."],
  ["positive", "", "This says a result and not of what. Name the finding or the test."],
  [
    "wbc 3.1, plt 85, feels well",
    "white-cells 3.1 10*9/L + platelets 85 10*9/L leaving feels well",
    'Not read: "feels well". It stays in the field when the rest is entered.',
  ],
  [
    "wbc 3.1, upcr 95",
    "white-cells 3.1 10*9/L leaving upcr 95",
    'Not read: "upcr 95". It stays in the field when the rest is entered.',
  ],
  [
    "no malar rash, seizure",
    "malar-rash absent + seizure absent | malar-rash absent + seizure present",
    'Does "no malar rash" deny what follows as well? Choose one.',
  ],
  [
    "denies fever, oral ulcers",
    "fever absent + oral-ulcers absent | fever absent + oral-ulcers present",
    'Does "denies fever" deny what follows as well? Choose one.',
  ],
  [
    "malar rash, oral ulcers absent",
    "malar-rash absent + oral-ulcers absent | malar-rash present + oral-ulcers absent",
    'Does "oral ulcers absent" say it of what stands before as well? Choose one.',
  ],
  [
    "anti-Sm, SSA positive",
    "anti-sm present + anti-ro present | anti-ro present leaving anti-Sm",
    'Is the result said of "anti-Sm" as well? Choose one.',
  ],
  [
    "temp 38.9 due to infection",
    "temperature 38.9 Cel + fever present, explained by infection infection | temperature 38.9 Cel",
    'Is "infection" what explains it? Choose one.',
  ],
  [
    "wbc 3.1 (azathioprine) 2024-05-02",
    "white-cells 3.1 10*9/L, date 2024-05-02 + leukopenia present, explained by drug azathioprine | white-cells 3.1 10*9/L, date 2024-05-02",
    'Is "azathioprine" what explains it? Choose one.',
  ],
  [
    "temp 37 due to infection",
    "temperature 37 Cel",
    'The value alone makes nothing present that "infection" could explain. Choose the value if it is meant.',
  ],
  [
    "temp 38.9 due to lupus",
    "temperature 38.9 Cel",
    '"lupus" is no other explanation. Choose the value if it is meant.',
  ],
  [
    "temp 38.9 due to infection, malar rash",
    "malar-rash present leaving temp 38.9 due to infection",
    'Not read: "temp 38.9 due to infection". It stays in the field when the rest is entered.',
  ],
  [
    "ro/la positive",
    "anti-ro present + anti-la present | anti-la present leaving ro",
    'Is the result said of "ro" as well? Choose one.',
  ],
  [
    "c3/c4 low",
    "low-c3 present + low-c4 present | low-c4 present leaving c3",
    'Is the result said of "c3" as well? Choose one.',
  ],
  [
    "low c3/c4",
    "low-c3 present + low-c4 present | low-c3 present leaving c4",
    'Is the result said of "c4" as well? Choose one.',
  ],
  ["c3/c4 0.7/8", "", "Nothing is found by these words."],
  [
    "malar rash and/or seizure",
    "malar-rash present + seizure present | malar-rash present | seizure present",
    'Is it "malar rash" or "seizure", or all of them? Choose one.',
  ],
  [
    "no fever/weight loss, malar rash/oral ulcers",
    "fever absent + weight-loss absent + malar-rash absent + oral-ulcers absent | fever absent + weight-loss absent + malar-rash present + oral-ulcers present",
    'Does "no fever" deny what follows as well? Choose one.',
  ],
  [
    "ro52 pos, ro60 neg",
    "anti-ro present | anti-ro absent",
    '"ro52 pos" and "ro60 neg" answer one and the same finding. Choose one.',
  ],
  [
    "no malar rash, no seizure, psychosis",
    "malar-rash absent + seizure absent + psychosis absent | malar-rash absent + seizure absent + psychosis present",
    'Does "no seizure" deny what follows as well? Choose one.',
  ],
  [
    "no fever or weight loss, malar rash or oral ulcers",
    "fever absent + weight-loss absent + malar-rash absent + oral-ulcers absent | fever absent + weight-loss absent + malar-rash present + oral-ulcers present",
    'Does "no fever" deny what follows as well? Choose one.',
  ],
  [
    "malar rash or discoid rash",
    "malar-rash present + discoid-lupus present | malar-rash present | discoid-lupus present",
    'Is it "malar rash" or "discoid rash", or all of them? Choose one.',
  ],
  [
    "?seizure or psychosis",
    "seizure unknown + psychosis unknown | seizure unknown + psychosis present",
    'Does "?seizure" doubt what follows as well? Choose one.',
  ],
  [
    "seizure and psychosis negative, malar rash",
    "seizure absent + psychosis absent + malar-rash present | seizure present + psychosis absent + malar-rash present",
    'Does "psychosis negative" say it of what stands before as well? Choose one.',
  ],
  [
    "fever and leukopenia due to parvovirus",
    "fever present, explained by infection parvovirus + leukopenia present, explained by infection parvovirus | fever present + leukopenia present, explained by infection parvovirus",
    'Does "parvovirus" explain what stands before as well? Choose one.',
  ],
  [
    "malar rash, mouth ulcers, herpes",
    "malar-rash present, explained by infection herpes + oral-ulcers present, explained by infection herpes | malar-rash present + oral-ulcers present, explained by infection herpes",
    'Does "herpes" explain what stands before as well? Choose one.',
  ],
  [
    "leukopenia (azathioprine)",
    "leukopenia present, explained by drug azathioprine | leukopenia present",
    'Is "azathioprine" what explains it? Choose one.',
  ],
  [
    "synovitis, rheumatoid arthritis",
    "synovitis-2-joints present, explained by other-disease rheumatoid arthritis | synovitis-2-joints present",
    'Is "rheumatoid arthritis" what explains it? Choose one.',
  ],
  [
    "no seizure or psychosis 2024-05-02",
    "seizure absent + psychosis absent leaving 2024-05-02 | seizure absent + psychosis present, date 2024-05-02",
    'Does "no seizure" deny what follows as well? Choose one. Not read: "2024-05-02".',
  ],
  [
    "thrombocytopenia due to HIV, malar rash",
    "thrombocytopenia present, explained by infection HIV + malar-rash present | thrombocytopenia present, explained by infection HIV, malar rash",
    'Is "malar rash" a finding of its own, or does it explain "Thrombocytopenia" as well? Choose one.',
  ],
  [
    "denies fever, chills, malar rash",
    "fever absent + malar-rash absent leaving chills | fever absent + malar-rash present leaving chills",
    'Does "denies fever" deny what follows as well? Choose one. Not read: "chills".',
  ],
  [
    "no fevers/chills",
    "fever absent leaving no chills",
    'Not read: "no chills". It stays in the field when the rest is entered.',
  ],
  [
    "none: malar rash, seizure",
    "malar-rash absent + seizure absent | malar-rash absent + seizure present",
    'Does "none: malar rash" deny what follows as well? Choose one.',
  ],
  ["seizure or", "seizure present", ""],
  [
    "2025-03-02: wbc 3.1, plt 85",
    "white-cells 3.1 10*9/L, date 2025-03-02 + platelets 85 10*9/L, date 2025-03-02 | white-cells 3.1 10*9/L, date 2025-03-02 + platelets 85 10*9/L",
    "Is 2025-03-02 the day of all of them? Choose one.",
  ],
  [
    "wbc 3.1, plt 85 on 2025-03-02",
    "white-cells 3.1 10*9/L, date 2025-03-02 + platelets 85 10*9/L, date 2025-03-02 | white-cells 3.1 10*9/L + platelets 85 10*9/L, date 2025-03-02",
    "Is 2025-03-02 the day of all of them? Choose one.",
  ],
  ["mother: malar rash, seizure", "malar-rash present", 'Not read: "mother: seizure". Choose one if it is meant.'],
  ["if plt <20, transfuse", "value of platelets", 'Not read: "if <20, transfuse". Choose one if it is meant.'],
  ["sister with SLE, malar rash", "malar-rash present", 'Not read: "sister SLE,". Choose one if it is meant.'],
  [
    "plt 85, clumped",
    "platelets 85 10*9/L leaving clumped",
    'Not read: "clumped". It stays in the field when the rest is entered.',
  ],
  [
    "dsdna 85 negative (20)",
    "anti-dsdna 85 [IU]/mL, high 20",
    '"negative" may not go with 85. Choose it if the value is right.',
  ],
  ["no seizure 2019-05-04", "seizure absent", 'Not read: "2019-05-04". Choose one if it is meant.'],
  ["plt ~20", "", 'Platelet count: type a number, not "~20".'],
  ["plt 85 10", "", 'Platelet count: read "10" as its unit; accepted: ×10⁹/L, ×10³/µL, /µL, /mm³.'],
  ["c3 62 (9999)", "c3 62 mg/dL", "Complement C3 62 and its limit do not go together as typed. Choose what is meant."],
  ["anti-sm weakly positive", "anti-sm present", 'Not read: "weakly". Choose one if it is meant.'],
  ["ana pending", "ana-above-reference present", 'Not read: "pending". Choose one if it is meant.'],
  [
    "no anti-sm",
    "anti-sm absent | anti-sm unknown",
    '"no anti-sm" may say that the test is negative, or that it was not done. Choose one.',
  ],
  ["tachycardia", "", "Nothing is found by these words."],
  ["zzyzx", "", "Nothing is found by these words."],
];

test("the table is long enough to be a language", () => {
  expect(new Set([...entered, ...asked].map(([line]) => line)).size).toBe(entered.length + asked.length);
  expect(entered.length + asked.length).toBeGreaterThanOrEqual(150);
});

describe("a line that says one thing to its last word is entered with one Enter", () => {
  test.each(entered)("%s", (line, offer) => {
    const { certain, offers, message } = ask(line, TODAY);
    expect([certain, offers[0] && written(offers[0]), message]).toEqual([true, offer, undefined]);
  });
});

describe("a line that can mean more, or not all of which is read, waits for a choice", () => {
  test.each(asked)("%s", (line, offers, says) => {
    const found = ask(line, TODAY);
    const expected = offers === "" ? [] : offers.split(" | ");
    const first = found.offers.slice(0, Math.max(expected.length, offers === "" ? 1 : 0)).map(written);
    expect([found.certain, first, found.message ?? ""]).toEqual([false, expected, says]);
  });
});

/** What a person adds around a line whose meaning it changes: nothing of it may be passed over. */
describe("around any line that Enter takes", () => {
  const alone = entered.filter(([, offer]) => !offer.includes(" + "));

  test.each(["possible", "query", "mother has", "if", "family history of", "rule out"])("%j before it", (words) => {
    const taken = alone.filter(([line]) => ask(`${words} ${line}`, TODAY).certain);
    expect(taken).toEqual([]);
  });

  test.each(["?", "in mother", "pending", "unlikely", "per protocol", "x2"])("%j after it", (words) => {
    const taken = alone.filter(([line]) => ask(`${line} ${words}`, TODAY).certain);
    expect(taken).toEqual([]);
  });

  test.each(["and something else", ", feels well", "; plan unchanged", ", clumped"])(
    "%j after it is said, and stays",
    (words) => {
      for (const [line] of alone) {
        const { certain, offers, message } = ask(line + words, TODAY);
        expect(certain, line).toBe(false);
        if (offers[0]?.kind === "several") expect(offers[0].left, line).not.toBe("");
        expect(message, line).toBeDefined();
      }
    },
  );
});

test("two lines that Enter takes, in one with a semicolon, are both entered, or asked about, and nothing else is", () => {
  const alone = entered.filter(([, offer]) => !offer.includes(" + "));
  let together = 0;
  for (const [at, [line, offer]] of alone.entries()) {
    const [next = "", nextOffer = ""] = alone[(at + 7) % alone.length] ?? [];
    if (`${line}; ${next}`.length > 200) continue;
    const { certain, offers } = ask(`${line}; ${next}`, TODAY);
    if (!certain) continue;
    together += 1;
    expect(offers[0] && written(offers[0]), `${line}; ${next}`).toBe(`${offer} + ${nextOffer}`);
  }
  expect(together).toBeGreaterThan(alone.length / 2);
});
