/**
 * SLICC 2012, read a second time and written out by hand. It shares nothing with the engine it checks.
 *
 * An explained finding is left out where the item prints exclusions or asks for a lesion of lupus (`countsIfNotExplained`)
 * and counts everywhere else (`countsAnyway`).
 */

export type Answer = "absent" | "present" | { readonly explainedBy: string };
export type World = Readonly<Record<string, Answer | undefined>>;
export interface Reading {
  readonly score: number;
  readonly classified: boolean;
  readonly criteria: Readonly<Record<string, boolean>>;
}

export function slicc(world: World): Reading {
  const countsIfNotExplained = (finding: string): boolean => world[finding] === "present";
  const countsAnyway = (finding: string): boolean => world[finding] !== undefined && world[finding] !== "absent";

  // Clinical
  const acute =
    countsIfNotExplained("malar-rash") ||
    countsIfNotExplained("maculopapular-rash") ||
    countsIfNotExplained("photosensitive-lupus-rash") ||
    countsIfNotExplained("bullous-lupus") ||
    countsIfNotExplained("ten-variant-lupus") ||
    countsIfNotExplained("subacute-cutaneous-lupus");
  const chronic = countsIfNotExplained("discoid-lupus") || countsIfNotExplained("other-chronic-cutaneous-lupus");
  const ulcers = countsIfNotExplained("oral-ulcers") || countsIfNotExplained("nasal-ulcers");
  const alopecia = countsIfNotExplained("non-scarring-alopecia");
  const synovitis = countsAnyway("synovitis-2-joints") || countsAnyway("tender-joints-with-stiffness");
  const serositis =
    countsIfNotExplained("pleurisy-over-1-day") ||
    countsIfNotExplained("pleural-effusion") ||
    countsIfNotExplained("pleural-rub") ||
    countsIfNotExplained("pericardial-pain-over-1-day") ||
    countsIfNotExplained("pericardial-effusion") ||
    countsIfNotExplained("pericardial-rub") ||
    countsIfNotExplained("pericarditis-ecg") ||
    countsIfNotExplained("acute-pericarditis");
  const renal = countsAnyway("proteinuria-500") || countsAnyway("red-cell-casts");
  const neurologic =
    countsAnyway("seizure") ||
    countsAnyway("psychosis") ||
    countsIfNotExplained("mononeuritis-multiplex") ||
    countsAnyway("myelitis") ||
    countsIfNotExplained("peripheral-neuropathy") ||
    countsIfNotExplained("cranial-neuropathy") ||
    countsIfNotExplained("delirium");
  const hemolyticAnemia = countsAnyway("hemolytic-anemia");
  const whiteCells = countsIfNotExplained("leukopenia") || countsIfNotExplained("lymphopenia-1000");
  const platelets = countsIfNotExplained("thrombocytopenia");

  // Immunologic
  const ana = countsAnyway("ana-above-reference");
  const dsdna = countsAnyway("anti-dsdna-slicc");
  const sm = countsAnyway("anti-sm");
  const antiphospholipid =
    countsAnyway("lupus-anticoagulant") ||
    countsAnyway("false-positive-rpr") ||
    countsAnyway("anticardiolipin-medium-high") ||
    countsAnyway("anti-beta2gp1");
  const complement = countsAnyway("low-c3") || countsAnyway("low-c4") || countsAnyway("low-ch50");
  const coombs = countsAnyway("direct-coombs") && !countsAnyway("hemolytic-anemia");

  const clinical = [
    acute,
    chronic,
    ulcers,
    alopecia,
    synovitis,
    serositis,
    renal,
    neurologic,
    hemolyticAnemia,
    whiteCells,
    platelets,
  ].filter(Boolean).length;
  const immunologic = [ana, dsdna, sm, antiphospholipid, complement, coombs].filter(Boolean).length;
  const score = clinical + immunologic;

  const byCount = score >= 4 && clinical >= 1 && immunologic >= 1;
  const byBiopsy = countsIfNotExplained("biopsy-lupus-nephritis") && (ana || dsdna);
  return {
    score,
    classified: byCount || byBiopsy,
    criteria: {
      "acute-or-subacute-cutaneous": acute,
      "chronic-cutaneous": chronic,
      "oral-or-nasal-ulcers": ulcers,
      "non-scarring-alopecia": alopecia,
      synovitis,
      serositis,
      renal,
      neurologic,
      "hemolytic-anemia": hemolyticAnemia,
      "leukopenia-or-lymphopenia": whiteCells,
      thrombocytopenia: platelets,
      ana,
      "anti-dsdna": dsdna,
      "anti-sm": sm,
      "antiphospholipid-antibodies": antiphospholipid,
      "low-complement": complement,
      "direct-coombs": coombs,
    },
  };
}
