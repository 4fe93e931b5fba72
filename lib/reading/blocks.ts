import type { Line, Sentence } from "./document.ts";
import type { TextState } from "./reading-state.ts";

/** Why nothing is taken from a sentence, whatever it names; undefined where it may be read. */
export function blockOf(state: TextState, sentence: Sentence): string | undefined {
  const { line, section } = sentence;
  if (isOfControl(state, sentence)) return "of a control of the assay, not of the patient";
  if (answersInGeneral(state, sentence)) return "an answer to a question in general, not of the patient";
  if (line.isOption) return "an answer to choose from, not a statement about the patient";
  switch (section) {
    case "family":
      return "family history";
    case "planned":
      return "a plan, not a finding";
    case "allergy":
      return "an allergy";
    case "medication":
      return "a medicine";
    case "query":
      return "a question to the reader, not an answer";
    case "reference":
      return "an explanation beside the results, not a result";
    case "question":
      return "a question";
    case "differential":
      return "a differential diagnosis";
    case "general":
      return "a rule, not a statement about the patient";
    default:
      break;
  }
  switch (state.contextOf(sentence).whole) {
    case "advice":
      return "advice, not a finding";
    case "general":
      return "said in general, not of the patient";
    default:
      return undefined;
  }
}

/**
 * "What would you ask? Fits, psychosis, clots.", "name three manifestations. DVT, livedo.": what is told of a disease to
 * who asks about it.
 */
function answersInGeneral({ tokens, sentences }: TextState, { index, line, from, to }: Sentence): boolean {
  const before = sentences[index - 1];
  if (!before || before.line !== line || before.to !== from) return false;
  const words = tokens.slice(before.from, before.to).map(({ word }) => word);
  const asks = words.at(-1) === "?" && words.some((word) => /^(?:what|which)$/.test(word));
  const isOfKnowledge =
    asks &&
    words.some((word) =>
      /^(?:would|should|could|test|ask|investigation|class|likeliest|differential|antibody)$/.test(word),
    );
  const isTask = words.some(
    (word, at) =>
      /^(?:name|list|give)$/.test(word) && /^(?:two|three|four|five|six|2|3|4|5|6|some)$/.test(words[at + 1] ?? ""),
  );
  if (!isOfKnowledge && !isTask) return false;
  return !tokens.slice(from, to).some(({ word }) => /^(?:she|he|her|his|patient|pt|i|my)$/.test(word));
}

/** "High control 142 IU/mL", "internal control serum", "healthy controls", "QC": what a laboratory measures beside the patient. */
function isOfControl({ tokens }: TextState, { from, to }: Sentence): boolean {
  const words = tokens.slice(from, to);
  const firstNumber = words.findIndex(({ kind }) => kind === "number");
  // "C3 0.5 g/L, quality control passed": the value is the patient's.
  return words.slice(0, Math.max(0, firstNumber)).some(({ word }, at) => {
    if (/^(?:qc|calibrator|iqc|eqa)$/.test(word)) return true;
    if (word !== "control") return false;
    const [before, next] = [words[at - 1]?.word ?? "", words[at + 1]?.word ?? ""];
    return (
      next !== "of" &&
      (/^(?:internal|positive|negative|high|low|kit|assay|quality|run|healthy|reagent|pooled|batch)$/.test(before) ||
        /^(?:serum|sera|sample|material|mean|reagent|plasma|pool|limit)$/.test(next))
    );
  });
}

const OTHER_PATIENT =
  /\b(?:different|another|wrong|other) patient(?!s)|not this patient|belongs? to (?:her|his|a|another|the)\b|(?:filed|pulled|uploaded|printed|scanned|opened) (?:here |up )?(?:by mistake|in error)|pasted (?:here )?in error|misfiled|please disregard/;
const ENDS_BLOCK =
  /^[^a-z0-9]*end\b|\b(?:own|this patient'?s?|correct|right patient'?s?) (?:results?|values?|bloods?)\b/;

const SPEAKS_OF_MORE =
  /\b(?:below|following|these|those|underneath|pasted|next|results?|values?|report|page|disregard)\b|:\s*$/;

/**
 * The lines that a text itself says are another person's: from the line that says so to the line that ends it, or to
 * the end of the text.
 */
export function linesOfOthers({ lines, tokens, plain, mentions }: TextState): ReadonlySet<Line> {
  const others = new Set<Line>();
  let inBlock = false;
  const named = mentions.filter(({ name }) => name.kind === "finding" || name.kind === "test");
  for (const line of lines) {
    const written = plain.text.slice(tokens[line.from]?.start ?? 0, tokens[line.to - 1]?.end ?? 0);
    if (OTHER_PATIENT.test(written)) {
      // "Platelets 54: the sample was of another patient" is said of what its line names.
      if (!inBlock && !SPEAKS_OF_MORE.test(written) && named.some(({ from }) => from >= line.from && from < line.to))
        others.add(line);
      else inBlock = true;
    } else if (inBlock && ENDS_BLOCK.test(written)) {
      inBlock = false;
      others.add(line);
      continue;
    }
    if (inBlock) others.add(line);
  }
  return others;
}
