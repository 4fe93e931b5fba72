/** A part of a line that may say a fact of its own. */
export interface Part {
  readonly text: string;
  /** How it was typed, where its text says it in other words. */
  readonly typed?: string;
  /** What stands between it and the part before: a comma, "and", "or", "but". */
  readonly joint: string;
}

const JOINTS =
  /\s*(?<mark>[;\n•]|(?<=\s)\|(?=\s)|,(?!\d)|,(?=\s)|(?<=[a-z]{3})(?<!\b(?:sec|approx|temp|max|min|abs|wks?|yrs?))(?<!(?:^|[,;.:]|\b(?:and|n?or|but|with|is|was))\s*(?:neg|pos))\.(?=\s+(?!for\b)[a-z]))\s*(?:(?<after>and\/or|and|&|or|nor|but)\s+)?|\s+(?<word>and\/or|and|&|or|nor|but|(?:together|along)\s+with|as\s+well\s+as|plus|with|w\/)(?=[\s,;])\s*|\s+(?=(?:without|w\/o)\s)/gi;

/** The parts of a line, split outside of parentheses at commas, semicolons, "and", "with", "or" and "but". */
export function partsOf(line: string): readonly Part[] {
  const parts: Part[] = [];
  let [start, joint] = [0, ""];
  const depths = depthsIn(line);
  for (const found of line.matchAll(JOINTS)) {
    if ((depths[found.index] ?? 0) > 0) continue;
    parts.push({ text: line.slice(start, found.index).trim(), joint });
    // "A or, B": the word is not lost where nothing stands after it.
    const isEmpty = line.slice(start, found.index).trim() === "";
    const next = jointOf(found.groups ?? {});
    joint = isEmpty && /^(?:n?or|but)$/.test(joint) ? joint : next;
    start = found.index + found[0].length;
  }
  parts.push({ text: line.slice(start).trim(), joint });
  return parts.filter(({ text }) => text !== "");
}

const WITH = /^(?:(?:together|along)\s+with|as\s+well\s+as|plus|w\/)$/;

/** "A, or B" is joined by the word; "A; and B" by the mark, which parts more than the word joins. */
function jointOf({ mark = "", after = "", word = "" }: Readonly<Record<string, string | undefined>>): string {
  if (mark === ".") return ";";
  const said = (after || word).toLowerCase().replace("and/", "").replace(WITH, "with");
  if (said === "" || (mark !== "," && (said === "and" || said === "&"))) return /\s/.test(mark) ? ";" : mark || said;
  return said;
}

function depthsIn(line: string): readonly number[] {
  let depth = 0;
  return Array.from({ length: line.length }, (_, at) => {
    if (line[at] === "(" || line[at] === "[") depth += 1;
    if (line[at] === ")" || line[at] === "]") depth = Math.max(0, depth - 1);
    return depth;
  });
}
