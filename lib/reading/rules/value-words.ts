/** Words that may stand between the name of a test and its value. */
export const FILLERS: readonly string[] =
  "that time presentation diagnosis onset normalized normalised corrected stands lies negative neg from of was is are were be been being at count level value result reading today now currently current remain remained remains stable has have had went gone down up fallen fell fall risen rose improved increased decreased dropped recovered settled to came come back low high normal raised reduced elevated only just nadir lowest highest peak peaked peaking persistently consistently last latest recent most maximum max min measured recorded documented found the a an her his their both again on by in clinic admission arrival discharge total same sample specimen antibody ab abs antibodie serum plasma blood absolute abs titer positive pos detected strongly weakly speckled homogeneous nucleolar pattern repeat repeated concentration and with result index elisa eia clia farr crithidia clift hep 2 ifa iif ifi using assay first initial initially presenting previously fasting spot urine urinary random up further slightly mildly markedly still h l n igg igm oral ear tympanic reached home overnight triage axillary rectal spiking spiked swinging of about approx approximately roughly around best x1 x2 x3 x4 times one then as ratio estimated occasion occasions two three twice excretion loss protein contained collection luciliae it which y yes observation concentration autoantibody citrate edta".split(
    " ",
  );

/** Words between two values of one test. */
export const BETWEEN_VALUES: readonly string[] =
  "having , : and to then now nadir lowest was but previously peak rising falling later on at in with ; since from by is up down after before a ( last highest current today subsequently january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec early late mid has been since recovered recovering rose rise fell improved dropped day week month admission adm discharge were are booking baseline prior previous trough repeat repeated recheck rechecked a".split(
    " ",
  );

/** What a laboratory prints beside a value to say that it lies outside its limits. */
export const FLAGS: ReadonlySet<string> = new Set([
  "h",
  "l",
  "hh",
  "ll",
  "a",
  "n",
  "*",
  "high",
  "low",
  "abnormal",
  "normal",
  "crit",
  "critical",
  "raised",
  "#",
  "!",
]);

/** Words of an answer under which a value is only asked for, or is another fluid's. */
export const OTHER_FLUIDS: readonly string[] = [
  "csf",
  "aspirate",
  "ascitic",
  "synovial",
  "bal",
  "hpf",
  "sputum",
  "stool",
  "effluent",
  "tapped",
  "thoracentesis",
  "paracentesis",
  "arthrocentesis",
  "lp",
];
