/** Those of results: a dash behind one denies nothing. */
const OF_RESULTS =
  "labs?|bloods?(?: tests?)?|ix|fbc|cbc|full blood count|immunology|immuno|serology|autoantibodies|auto-?abs|autoimmune (?:screen|profile)|ena(?: (?:screen|panel|profile))?|blood results?|results?";
/**
 * Headings of notes and letters that say where a fact was found, and nothing of whether it is so or of whom. None of
 * another fluid than blood: cells in urine are no count.
 */
const ABBREVIATED =
  "o\\s?/\\s?e|on exam(?:ination)?|pmhx?|past medical h(?:istory|x)|labs?|bloods?(?: tests?)?|ix|imp|hpc|hpi";
const WITH_COLON =
  "oe|exam(?:ination)?|hx|history|past history|background|b/g|p/?c|presenting complaint|systemic enquiry|ros|review of systems|findings?|results?|blood results?|investigations?|impression|dx|diagnos[ei]s|summary|problems?|problem list|active (?:problems|issues)|issues?|symptoms?|signs?|clinical(?:ly)?|skin|derm|mucosa(?:l)?|mucocutaneous|hair|scalp|mouth|oral|ent|heent|joints?|msk|musculoskeletal|rheum(?:atology)?|chest|resp(?:iratory)?|lungs?|cvs?|cardiac|cardio|heart|serosa(?:l)?|renal|kidneys?|neuro(?:logy|psych|psychiatric)?|cns|pns|psych|ha?em(?:atology|e)?|constitutional|systemic|vascular|fbc|cbc|full blood count|immunology|immuno|serology|antibodies|abs|autoantibodies|auto-?abs|autoimmune (?:screen|profile)|ena(?: (?:screen|panel|profile))?|complements?|apls?|apl screen|antiphospholipids?|(?:renal |kidney |skin )?(?:biopsy|bx)|echo|tte|cxr|ecg|ct|hrct|mri|uss?";
const SHOWING =
  "(?:\\s+(?:show(?:s|ed|ing)?|reveal(?:s|ed)?|(?:notable|significant|remarkable) for|incl(?:uding|\\.)?))?";
/** What was looked with: "echo shows", "CXR showed". */
const LOOKED_WITH = "exam(?:ination)?|labs?|bloods|echo|tte|cxr|ct|hrct|mri|ecg|biopsy|renal biopsy|kidney biopsy";
/** "Echo 2020: pericardial effusion" */
const YEAR_FOLLOWS = "\\s+(?=(?:\\d{1,2}/|[a-z]{3,9}\\s+)?(?:19|20)\\d\\d\\s*:)";
const HEADING = new RegExp(
  `^\\s*(?:(?:${OF_RESULTS})\\s+[-–—]\\s+|(?:${ABBREVIATED})${SHOWING}\\s*(?::\\s*|\\s(?!\\s*[:=]))|(?:${LOOKED_WITH})\\s+(?:show|reveal|demonstrat)(?:s|es|ed)\\s+|(?:${WITH_COLON})${YEAR_FOLLOWS}|(?:${WITH_COLON})${SHOWING}\\s*:\\s*)(?=\\S)`,
  "i",
);

/** What stands under a heading, "O/E malar rash"; undefined where a text has none. */
export function underHeading(text: string): string | undefined {
  const [heading] = HEADING.exec(text) ?? [];
  // "O/E fit and well"
  return heading === undefined || /^fit\b/i.test(text.slice(heading.length)) ? undefined : text.slice(heading.length);
}
