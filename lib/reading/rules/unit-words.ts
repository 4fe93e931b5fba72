/**
 * How laboratories and letters write units, without blanks, carets and asterisks, and the UCUM code that each stands
 * for. A unit that a test does not accept but that is so many times an accepted one is converted: `times` is exact.
 */
export interface UnitWords {
  readonly unit: string;
  readonly words: readonly string[];
  readonly times?: readonly [number, number];
  /** Only for these tests: "G/L" is giga per liter of cells and grams per liter of anything else. */
  readonly forCells?: boolean;
}

export const UNIT_WORDS: readonly UnitWords[] = [
  {
    unit: "10*9/L",
    words: ["x109/l", "109/l", "x10e9/l", "10e9/l", "e9/l", "giga/l", "10(9)/l", "x10(9)/l", "10exp9/l", "x10exp9/l", "bil/l", "billion/l", "x109perl", "x109perlitre", "x109/litre", "x109/liter", "109/litre", "x10-9/l", "x109l", "109l-1", "x109l-1"],
  },
  { unit: "10*9/L", words: ["g/l", "gpt/l"], forCells: true },
  {
    unit: "10*3/uL",
    words: ["k/ul", "k/mcl", "k/mm3", "k/cumm", "k/cmm", "103/ul", "x103/ul", "10e3/ul", "x10e3/ul", "103/mcl", "x103/mcl", "103/mm3", "x103/mm3", "x10e3/mm3", "10e3/mm3", "103/cumm", "x103/cumm", "thou/cumm", "thou/ul", "thou/mcl", "thou/mm3", "thousand/ul", "thousand/cumm", "thousand/mm3", "ths/ul", "th/ul", "e3/ul", "x10(3)/ul", "10(3)/ul", "x1000/ul", "1000/ul", "k/microl", "thousands/ul", "tsd/ul", "/nl", "k/uul", "kcells/ul"],
  },
  {
    unit: "/uL",
    words: ["/ul", "/mcl", "cells/ul", "cells/mcl", "cell/ul", "permicrolitre", "permicroliter", "cellspermicrolitre", "cellspermicroliter", "/microl", "count/ul", "perul", "cells/microlitre", "cells/microliter"],
  },
  {
    unit: "/mm3",
    words: ["/mm3", "cells/mm3", "/cumm", "cells/cumm", "/cmm", "/c.mm", "/cu.mm", "percumm", "permm3", "cell/mm3", "cell/cumm", "cellspercumm", "cellspermm3", "percubicmillimetre", "percubicmillimeter", "/cubicmm"],
  },
  { unit: "/mm3", words: ["lakh/cumm", "lakhs/cumm", "lac/cumm", "lacs/cumm", "lakh/ul", "lakhs/ul", "lakh/mm3", "lakhs/mm3", "lakhpercumm", "lakhspercumm"], times: [100000, 1] },
  { unit: "g/L", words: ["g/l", "gm/l", "g/litre", "g/liter", "gperl", "gml"] },
  { unit: "g/L", words: ["mg/l"], times: [1, 1000] },
  { unit: "mg/dL", words: ["mg/dl", "mg%", "mgs/dl", "mg/100ml", "mgm/dl", "mgperdl"] },
  { unit: "Cel", words: ["°c", "c", "degc", "degreesc", "degreec", "degreescelsius", "degreecelsius", "celsius", "cel", "°celsius", "degrees"] },
  { unit: "[degF]", words: ["°f", "f", "degf", "degreesf", "degreef", "degreesfahrenheit", "fahrenheit"] },
  { unit: "[IU]/mL", words: ["iu/ml", "ie/ml", "ui/ml", "iu/mls", "kiu/l", "kui/l", "int.units/ml", "intu/ml", "iuperml", "iuml"] },
  { unit: "[GPL'U]", words: ["gpl", "gplu/ml", "gpl-u/ml", "gplu", "gplunits", "gpl/ml", "gplunit", "u/mlgpl", "gplu/l", "gplunits/ml", "ugpl/ml", "ugpl", "ugpl-u/ml"] },
  { unit: "[MPL'U]", words: ["mpl", "mplu/ml", "mpl-u/ml", "mplu", "mplunits", "mpl/ml", "mplunit", "mplunits/ml", "umpl/ml", "umpl"] },
  { unit: "[APL'U]", words: ["apl", "aplu/ml", "apl-u/ml", "aplu", "aplunits", "apl/ml", "aplunits/ml", "uapl/ml"] },
  { unit: "U/mL", words: ["u/ml", "units/ml", "cae", "ch50u/ml", "u/mls", "ku/l", "unitsperml"] },
  { unit: "mg/mmol", words: ["mg/mmol", "mgs/mmol", "mg/mmolcreatinine", "mg/mmolcreat", "mg/mmolcr", "mgpermmol"] },
  { unit: "g/mmol", words: ["g/mmol"] },
  { unit: "mg/mg", words: ["mg/mg", "mg/mgcreat", "mg/mgcr", "mg/mgcreatinine"] },
  { unit: "mg/g", words: ["mg/g", "mg/gm", "mg/gcr", "mg/gcreat", "mg/gcreatinine", "mgperg", "ug/mg"] },
  { unit: "g/g", words: ["g/g", "gm/gm", "g/gcr", "g/gcreat", "g/gcreatinine"] },
  { unit: "g/(24.h)", words: ["g/24h", "g/24hr", "g/24hrs", "g/24hour", "g/24hours", "g/day", "g/d", "gm/24h", "gm/24hr", "gm/24hrs", "gm/day", "gper24h", "gper24hours", "gper24hrs", "gperday", "gofproteinper24h", "gofproteinper24hours", "gofproteinin24h", "gofproteinin24hours", "gin24h", "gin24hours", "g/24hurine", "grams/24h", "grams/24hours", "grams/day", "gramsper24hours", "gramsperday", "gramsin24hours", "gofproteinperday", "gofproteinaday", "gofprotein/24h", "gofprotein/24hours", "gofprotein/day", "gaday"] },
  { unit: "mg/(24.h)", words: ["mg/24h", "mg/24hr", "mg/24hrs", "mg/24hour", "mg/24hours", "mg/day", "mg/d", "mgper24h", "mgper24hours", "mgperday", "mgin24h", "mgin24hours", "mgofproteinper24h", "mgofproteinin24h", "mgofproteinper24hours", "mgofproteinin24hours", "mgs/24h", "mgs/24hrs", "mg/24hurine"] },
  { unit: "{titer}", words: ["titer", "titre"] },
];
