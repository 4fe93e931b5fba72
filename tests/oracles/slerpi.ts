/**
 * SLERPI 2021, read a second time and written out by hand. It shares nothing with the engine it checks.
 *
 * Added up in half points. An explained finding never counts, which for lung disease means that nothing is taken off.
 */

export type Answer = "absent" | "present" | { readonly explainedBy: string };
export type World = Readonly<Record<string, Answer | undefined>>;
export interface Reading {
  readonly score: number;
  readonly classified: boolean;
  readonly criteria: Readonly<Record<string, boolean>>;
}

export function slerpi(world: World): Reading {
  const counts = (finding: string): boolean => world[finding] === "present";

  const rash = counts("malar-rash") || counts("maculopapular-rash");
  const subacuteOrDiscoid = counts("subacute-cutaneous-lupus") || counts("discoid-lupus");
  const alopecia = counts("non-scarring-alopecia");
  const ulcers = counts("oral-ulcers") || counts("nasal-ulcers");
  const arthritis = counts("nonerosive-arthritis");
  const serositis =
    counts("pleuritic-pain") ||
    counts("pleural-rub") ||
    counts("pleural-effusion") ||
    counts("pericarditis-ecg") ||
    counts("pericardial-rub") ||
    counts("pericardial-effusion") ||
    counts("acute-pericarditis");
  const leukopenia = counts("leukopenia");
  const plateletsOrHemolysis = counts("thrombocytopenia") || (counts("hemolysis") && counts("direct-coombs"));
  const neurologic =
    counts("seizure") ||
    counts("psychosis") ||
    counts("mononeuritis-multiplex") ||
    counts("myelitis") ||
    counts("peripheral-neuropathy") ||
    counts("cranial-neuropathy") ||
    counts("delirium");
  const proteinuria = counts("proteinuria");
  const ana = counts("ana-above-reference");
  const complement = counts("low-c3") && counts("low-c4");
  const immunologic =
    counts("anti-dsdna") ||
    counts("anti-sm") ||
    counts("anticardiolipin-igg-igm-abnormal") ||
    counts("lupus-anticoagulant") ||
    counts("false-positive-syphilis-6-months") ||
    counts("anti-beta2gp1");
  const lung = counts("interstitial-lung-disease");

  let halves = 0;
  if (rash) halves += 6;
  if (subacuteOrDiscoid) halves += 4;
  if (alopecia) halves += 3;
  if (ulcers) halves += 2;
  if (arthritis) halves += 4;
  if (serositis) halves += 3;
  if (leukopenia) halves += 3;
  if (plateletsOrHemolysis) halves += 9;
  if (neurologic) halves += 3;
  if (proteinuria) halves += 9;
  if (ana) halves += 6;
  if (complement) halves += 4;
  if (immunologic) halves += 5;
  if (lung) halves -= 2;

  return {
    score: halves / 2,
    classified: halves > 14,
    criteria: {
      "malar-or-maculopapular-rash": rash,
      "subacute-cutaneous-or-discoid-lupus": subacuteOrDiscoid,
      alopecia,
      "mucosal-ulcers": ulcers,
      arthritis,
      serositis,
      leukopenia,
      "thrombocytopenia-or-autoimmune-hemolysis": plateletsOrHemolysis,
      "neurologic-disorder": neurologic,
      proteinuria,
      ana,
      "low-c3-and-c4": complement,
      "immunologic-disorder": immunologic,
      "interstitial-lung-disease": lung,
    },
  };
}
