/**
 * ACR 1997, read a second time and written out by hand. It shares nothing with the engine it checks.
 *
 * Only the printed exclusions take an explained finding out: seizure and psychosis by a drug or a metabolic cause, low
 * platelets by a drug, ANA by a drug. Everything else counts although something else explains it.
 */

export type Answer = "absent" | "present" | { readonly explainedBy: string };
export type World = Readonly<Record<string, Answer | undefined>>;
export interface Reading {
  readonly score: number;
  readonly classified: boolean;
  readonly criteria: Readonly<Record<string, boolean>>;
}

export function acr1997(world: World): Reading {
  const counts = (finding: string): boolean => world[finding] !== undefined && world[finding] !== "absent";
  const countsUnless = (finding: string, ...causes: readonly string[]): boolean => {
    const answer = world[finding];
    if (answer === undefined || answer === "absent") return false;
    if (answer === "present") return true;
    return !causes.includes(answer.explainedBy);
  };

  const criteria = {
    "malar-rash": counts("malar-rash"),
    "discoid-rash": counts("discoid-lupus"),
    photosensitivity: counts("photosensitivity"),
    "oral-ulcers": counts("oral-ulcers") || counts("nasal-ulcers"),
    arthritis: counts("nonerosive-arthritis"),
    serositis:
      counts("pleuritic-pain") ||
      counts("pleural-rub") ||
      counts("pleural-effusion") ||
      counts("pericarditis-ecg") ||
      counts("pericardial-rub") ||
      counts("pericardial-effusion") ||
      counts("acute-pericarditis"),
    "renal-disorder": counts("proteinuria-persistent") || counts("red-cell-casts") || counts("other-cellular-casts"),
    "neurologic-disorder":
      countsUnless("seizure", "drug", "metabolic") || countsUnless("psychosis", "drug", "metabolic"),
    "hematologic-disorder":
      counts("hemolytic-anemia-with-reticulocytosis") ||
      counts("leukopenia-twice") ||
      counts("lymphopenia-1500-twice") ||
      countsUnless("thrombocytopenia", "drug"),
    "immunologic-disorder":
      counts("anti-dsdna") ||
      counts("anti-sm") ||
      counts("anticardiolipin-igg-igm-abnormal") ||
      counts("lupus-anticoagulant") ||
      counts("false-positive-syphilis-6-months"),
    ana: countsUnless("ana-above-reference", "drug"),
  };

  let score = 0;
  for (const met of Object.values(criteria)) if (met) score += 1;
  return { score, classified: score >= 4, criteria };
}
