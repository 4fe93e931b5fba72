/**
 * Words that doubt, deny or give to another person what the name of a diagnosis says, in languages in which national
 * profiles of FHIR are used and that the reader of texts does not read. Written without marks over letters.
 *
 * A denial counts at the beginning alone: names hold others, "Epilepsie, nicht näher bezeichnet", and some begin with
 * one, "Nicht näher bezeichnete nichtorganische Psychose", "Niet-organische psychose", which are not listed.
 */
export const TAKE_BACK_ANYWHERE: readonly string[] = [
  // German
  "verdacht*",
  "(v|z) . a",
  "d . d",
  "ausschluss*",
  "ausgeschlossen*",
  "fraglich*",
  "moglich*",
  "moeglich*",
  "wahrscheinlich*",
  "unwahrscheinlich*",
  "differentialdiagnos*",
  "differenzialdiagnos*",
  "(nicht|noch nicht) (gesichert|bestatigt|bestaetigt|nachweisbar|nachgewiesen|vorhanden)",
  "familienanamnes*",
  "(mutter|vater|schwester|bruder|tochter|sohn|grossmutter|grossvater|geschwister|tante|onkel)",
  // French
  "(suspicion|soupcon)",
  "suspect*",
  "eventuel*",
  "diagnostic differentiel",
  "(elimine|eliminee|eliminer|ecarte|ecartee|exclu|exclue|exclure)",
  "antecedent* familia*",
  "(mere|pere|soeur|frere|fille|fils)",
  // Spanish and Portuguese
  "sospech*",
  "suspeit*",
  "(posible|possivel|provavel)",
  "dudos*",
  "descart*",
  "(excluido|excluida)",
  "(madre|padre|hermana|hermano|hija|hijo|abuela|abuelo|irma|irmao|filha|filho)",
  // Italian
  "sospett*",
  "(escluso|esclusa|escludere)",
  "(possibile|probabile)",
  "dubbi*",
  "(familiarita|anamnesi familiare)",
  "(sorella|fratello|figlia|figlio)",
  // Dutch
  "verdenking*",
  "mogelijk*",
  "waarschijnlijk*",
  "uitgesloten",
  "familieanamnes*",
  "(moeder|vader|zus|broer|dochter|zoon)",
  // Swedish, Danish and Norwegian
  "misstank*",
  "mistanke*",
  "mojlig*",
  "mulig*",
  "(trolig|troligen|sannolik|sannolikt|sandsynlig|sannsynlig)",
  "(utesluten|uteslutet|uteslutits|udelukket|utelukket)",
  // Finnish, Polish and Czech
  "(epaily|podejrzenie|podezreni)",
  "(wykluczono|wykluczony|wykluczona|wykluczone|vyloucen|vyloucena|vylouceno)",
];

export const TAKE_BACK_AT_THE_BEGINNING: readonly string[] = [
  "dd",
  "kein*",
  "(ohne|geen|zonder|sans|sin|senza|sem|ingen|inga|utan|uden|uten|brak|bez)",
  "pas (de|d)",
  "(absence|absencia|ausencia|assenza) (de|d|di)",
  "(aucun|aucune|ningun|ninguna|nessun|nessuno|nessuna|nenhum|nenhuma)",
  "(niega|nega)",
];
