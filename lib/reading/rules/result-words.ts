/** What a laboratory or a letter says of a qualitative result, each as a row of words. */
export const POSITIVE: readonly string[] = [
  "[strongly|weakly|weak|strong|repeatedly|persistently|highly] (positive|pos|postive|reactive|detected|detectable)",
  "(present|raised|elevated|abnormal|high)",
  "yes",
  "pos",
  "(positiv|nachweisbar)",
];

export const NEGATIVE: readonly string[] = [
  "(negative|neg|undetected|undetectable|absent|nonreactive|normal|nil|none|fine|unremarkable|satisfactory)",
  "not (detected|raised|elevated|found|present|detectable|increased|reactive|positive)",
  "non reactive",
  "within [the] [normal] (range|limit)",
  "no",
  "not low",
  "negativ",
  "nicht nachweisbar",
];

export const LOW: readonly string[] = [
  "↓",
  "[very|slightly|persistently|mildly] (low|reduced|decreased|depressed|consumed|down)",
];

export const NOT_KNOWN: readonly string[] = [
  "(equivocal|borderline|indeterminate|pending|awaited|cancelled|canceled|requested|insufficient|unknown|sent|outstanding)",
  "not (done|tested|reported|performed|available|known|requested|sent|measured)",
  "(never|not yet|not ever) [been] (done|tested|checked|performed|requested|sent|measured|taken)",
  "to follow",
  "(weakly|weak) (equivocal|borderline)",
  "n a",
  "grenzwertig",
];

/** Words that may stand between the name of a test and its result. */
export const BETWEEN: ReadonlySet<string> = new Set(
  "antibody ab abs antibodie that turned became status igg igm iga test screen titer level was were is are both all remain remained has have been came back by on at again also serum total value result qualitative ifa ifi iif elisa eia clia farr crithidia clift using the a an of and strongly weakly weak strong now still always repeatedly persistently initially previously today only native drvvt sct screen confirm assay immunofluorescence index component u1 complex direct ratio qn ql 52 60 i 1 2 gp profile function for found to be which twice known x2 x3 times".split(
    " ",
  ),
);
