/**
 * EULAR/ACR 2019, read a second time and written out by hand. It shares nothing with the engine it checks.
 *
 * A world answers every finding: "present", "absent" (the same as missing) or present with another explanation.
 * An explained finding never counts. The entry test is met whatever is said to explain it.
 * `criteria` says which criteria are fulfilled; a lighter one of a domain stays true although only the heaviest scores.
 */

export type Answer = "absent" | "present" | { readonly explainedBy: string };
export type World = Readonly<Record<string, Answer | undefined>>;
export interface Reading {
  readonly score: number;
  readonly classified: boolean;
  readonly criteria: Readonly<Record<string, boolean>>;
}

/**
 * The 23 bits of `eularAcrFromCriteria`, lowest bit first, and the findings that set each of them.
 *
 * The entry and the 21 criteria are 22 booleans, but two of them are not free: "C3 and C4 low" cannot hold without
 * "C3 or C4 low". So the complement domain is given as its two facts (two bits, all four combinations possible). The
 * 23rd bit splits the other criterion of two antibodies: anti-dsDNA and anti-Sm, 6 points between them, are one bit
 * each. That makes 23 independent bits, 8,388,608 combinations, each of which a patient could have.
 */
export const EULAR_ACR_BITS: readonly { readonly id: string; readonly findings: readonly string[] }[] = [
  { id: "ana-1-80", findings: ["ana-1-80"] },
  { id: "fever", findings: ["fever"] },
  { id: "leukopenia", findings: ["leukopenia"] },
  { id: "thrombocytopenia", findings: ["thrombocytopenia"] },
  { id: "autoimmune-hemolysis", findings: ["hemolysis", "direct-coombs"] },
  { id: "delirium", findings: ["delirium"] },
  { id: "psychosis", findings: ["psychosis"] },
  { id: "seizure", findings: ["seizure"] },
  { id: "non-scarring-alopecia", findings: ["non-scarring-alopecia"] },
  { id: "oral-ulcers", findings: ["oral-ulcers"] },
  { id: "subacute-cutaneous-or-discoid-lupus", findings: ["subacute-cutaneous-lupus"] },
  { id: "acute-cutaneous-lupus", findings: ["malar-rash"] },
  { id: "pleural-or-pericardial-effusion", findings: ["pleural-effusion"] },
  { id: "acute-pericarditis", findings: ["acute-pericarditis"] },
  { id: "joint-involvement", findings: ["synovitis-2-joints"] },
  { id: "proteinuria", findings: ["proteinuria"] },
  { id: "biopsy-class-2-or-5", findings: ["biopsy-class-2-or-5"] },
  { id: "biopsy-class-3-or-4", findings: ["biopsy-class-3-or-4"] },
  { id: "antiphospholipid-antibodies", findings: ["lupus-anticoagulant"] },
  { id: "low-c3", findings: ["low-c3"] },
  { id: "low-c4", findings: ["low-c4"] },
  { id: "anti-dsdna-specific", findings: ["anti-dsdna-specific"] },
  { id: "anti-sm", findings: ["anti-sm"] },
];

export function eularAcrFromCriteria(bits: number): { readonly score: number; readonly classified: boolean } {
  let clinical = 0;
  let immunologic = 0;

  if (bits & (1 << 1)) clinical += 2; // fever

  if (bits & (1 << 3))
    clinical += 4; // thrombocytopenia
  else if (bits & (1 << 4))
    clinical += 4; // autoimmune hemolysis
  else if (bits & (1 << 2)) clinical += 3; // leukopenia

  if (bits & (1 << 7))
    clinical += 5; // seizure
  else if (bits & (1 << 6))
    clinical += 3; // psychosis
  else if (bits & (1 << 5)) clinical += 2; // delirium

  if (bits & (1 << 11))
    clinical += 6; // acute cutaneous
  else if (bits & (1 << 10))
    clinical += 4; // subacute or discoid
  else if (bits & (1 << 9))
    clinical += 2; // oral ulcers
  else if (bits & (1 << 8)) clinical += 2; // alopecia

  if (bits & (1 << 13))
    clinical += 6; // acute pericarditis
  else if (bits & (1 << 12)) clinical += 5; // effusion

  if (bits & (1 << 14)) clinical += 6; // joints

  if (bits & (1 << 17))
    clinical += 10; // class III or IV
  else if (bits & (1 << 16))
    clinical += 8; // class II or V
  else if (bits & (1 << 15)) clinical += 4; // proteinuria

  if (bits & (1 << 18)) immunologic += 2; // antiphospholipid antibodies

  const c3 = (bits & (1 << 19)) !== 0;
  const c4 = (bits & (1 << 20)) !== 0;
  if (c3 && c4) immunologic += 4;
  else if (c3 || c4) immunologic += 3;

  if (bits & (1 << 21))
    immunologic += 6; // anti-dsDNA
  else if (bits & (1 << 22)) immunologic += 6; // anti-Sm

  const score = clinical + immunologic;
  const entry = (bits & 1) !== 0;
  return { score, classified: entry && score >= 10 && clinical > 0 };
}

export function eularAcr(world: World): Reading {
  const counts = (finding: string): boolean => world[finding] === "present";
  const recorded = (finding: string): boolean => world[finding] !== undefined && world[finding] !== "absent";

  const fever = counts("fever");
  const leukopenia = counts("leukopenia");
  const thrombocytopenia = counts("thrombocytopenia");
  const hemolysis = counts("hemolysis") && counts("direct-coombs");
  const delirium = counts("delirium");
  const psychosis = counts("psychosis");
  const seizure = counts("seizure");
  const alopecia = counts("non-scarring-alopecia");
  const ulcers = counts("oral-ulcers");
  const subacuteOrDiscoid = counts("subacute-cutaneous-lupus") || counts("discoid-lupus");
  const acute = counts("malar-rash") || counts("maculopapular-rash");
  const effusion = counts("pleural-effusion") || counts("pericardial-effusion");
  let signs = 0;
  if (counts("pericardial-pain")) signs += 1;
  if (counts("pericardial-rub")) signs += 1;
  if (counts("pericarditis-ecg")) signs += 1;
  if (counts("pericardial-effusion-new")) signs += 1;
  const pericarditis = counts("acute-pericarditis") || signs >= 2;
  const joints = counts("synovitis-2-joints") || counts("tender-joints-with-stiffness");
  const proteinuria = counts("proteinuria");
  const classTwoOrFive = counts("biopsy-class-2-or-5");
  const classThreeOrFour = counts("biopsy-class-3-or-4");
  const antiphospholipid =
    counts("anticardiolipin-medium-high") || counts("anti-beta2gp1") || counts("lupus-anticoagulant");
  const c3 = counts("low-c3");
  const c4 = counts("low-c4");
  const specific = counts("anti-dsdna-specific") || counts("anti-sm");

  let clinical = 0;
  if (fever) clinical += 2;
  clinical += Math.max(leukopenia ? 3 : 0, thrombocytopenia ? 4 : 0, hemolysis ? 4 : 0);
  clinical += Math.max(delirium ? 2 : 0, psychosis ? 3 : 0, seizure ? 5 : 0);
  clinical += Math.max(alopecia ? 2 : 0, ulcers ? 2 : 0, subacuteOrDiscoid ? 4 : 0, acute ? 6 : 0);
  clinical += Math.max(effusion ? 5 : 0, pericarditis ? 6 : 0);
  if (joints) clinical += 6;
  clinical += Math.max(proteinuria ? 4 : 0, classTwoOrFive ? 8 : 0, classThreeOrFour ? 10 : 0);

  let immunologic = 0;
  if (antiphospholipid) immunologic += 2;
  if (c3 && c4) immunologic += 4;
  else if (c3 || c4) immunologic += 3;
  if (specific) immunologic += 6;

  const score = clinical + immunologic;
  return {
    score,
    classified: recorded("ana-1-80") && score >= 10 && clinical > 0,
    criteria: {
      fever,
      leukopenia,
      thrombocytopenia,
      "autoimmune-hemolysis": hemolysis,
      delirium,
      psychosis,
      seizure,
      "non-scarring-alopecia": alopecia,
      "oral-ulcers": ulcers,
      "subacute-cutaneous-or-discoid-lupus": subacuteOrDiscoid,
      "acute-cutaneous-lupus": acute,
      "pleural-or-pericardial-effusion": effusion,
      "acute-pericarditis": pericarditis,
      "joint-involvement": joints,
      proteinuria,
      "biopsy-class-2-or-5": classTwoOrFive,
      "biopsy-class-3-or-4": classThreeOrFour,
      "antiphospholipid-antibodies": antiphospholipid,
      "low-c3-or-c4": c3 || c4,
      "low-c3-and-c4": c3 && c4,
      "anti-dsdna-or-anti-sm": specific,
    },
  };
}
