/**
 * One part of a line, with what it says in signs put into the words that are read. The line itself stays as it was
 * typed, and so does what is not read of it.
 */
export function asRead(part: string): string {
  return withLevels(withLows(withMarks(withTiters(with24h(withSigns(part))))));
}

/** Other signs for the same: "1∶640" for a ratio, "0·5" for a point. */
function withSigns(line: string): string {
  return line.replaceAll(/(?<=\d)\s?[∶：]\s?(?=\d)/g, ":").replaceAll(/(?<=\d)·(?=\d)/g, ".");
}

/** "wbc ↓3.2": the laboratory's mark of a value, which stands behind it. */
function withMarks(line: string): string {
  return line.replaceAll(/(?<=[a-z]\d?\s?:?\s?)([↓↑]{1,3})\s?([<>]?\s?\d+(?:[.,]\d+)*)(?=$|[\s,;()[\]])/gi, " $2 $1");
}

/** "ANA ≥1:640", without the sign: whatever reads a titer asks for at least so much. */
export function withoutAtLeast(line: string): string {
  return line.replaceAll(/(?:≥|>\s?=)\s?(?=1\s?[:/]\s?\d{2})/g, "");
}

/** "WBC|3.2|L|4.0-10.5", a row of a table, with blanks between its cells. */
export function inColumns(line: string): string | undefined {
  return line.includes("|") ? line.replaceAll(/\s*\|\s*/g, " ").trim() : undefined;
}

/** "C3 was low": when it was so changes nothing. */
function withLevels(line: string): string {
  return line.replace(
    /(?<=[a-z]\d?)\s+(?:was|were|are|(?:has|have|had) been|remain(?:s|ed))\s+(?=(?:low|reduced|decreased)\b)/i,
    " ",
  );
}

/** The points that follow the first of a numbered list in its line, "malar rash 2) oral ulcers", parted by a semicolon. */
export function withPoints(says: string): string {
  let next = 2;
  return says.replaceAll(/[\s,;.]+(\d{1,2})[.)]\s+(?=\p{L})/gu, (typed, number: string) => {
    if (Number(number) !== next) return typed;
    next += 1;
    return "; ";
  });
}

/** "• Malar rash" is a point of a list. A dash may deny, and is asked about. */
export function withoutBullet(line: string): string {
  return line.replace(/^\s*[•‣▪◦·●*]\s+(?=\p{L})/u, "");
}

/** No list that is typed has more points than this, so that "39. fever" begins none. */
const POINT = /^\s*((1?[1-9]|[12]0)[.)](?!\s+[a-z]{3,9}\.?\s+(?:19|20)\d\d\b)\s+)(?=\p{L})/iu;

/** A point of a numbered list, "2) malar rash": as it is marked, its number, and what it says. */
export interface Point {
  readonly mark: string;
  readonly number: string;
  readonly says: string;
}

export function pointIn(line: string): Point | undefined {
  const [all, mark = "", number = ""] = POINT.exec(line) ?? [];
  return all === undefined ? undefined : { mark, number, says: line.slice(all.length) };
}

/** "24 hr urinary protein". */
function with24h(line: string): string {
  return line.replaceAll(
    /(?<![\d/.,]\s?)24[\s-]*(?:h|hr|hour)s?[\s-]+(?:(urin)(?:e|ary)\s+)?(?=protein)/gi,
    (_, urine?: string) => (urine ? "24h urine " : "24h "),
  );
}

/** "ANA 1 in 320", "ANA pos (1:320)" and "ANA+ 1:320". */
function withTiters(line: string): string {
  return (
    line
      .replaceAll(/(?<![\d.,])1 in (?=\d{2})/gi, "1:")
      // A titer is a whole number: "1:1,280".
      .replaceAll(/(?<=(?<![\d.,])1\s?[:/]\s?\d{1,2}),(?=\d{3}(?![\d.,]))/g, "")
      .replace(/^([^\d(]*[a-z+])\s*\(\s*([<>]?\s?1\s?[:/]\s?\d[^()]*)\)/i, "$1 $2")
      .replaceAll(/(?<=[a-z])\s?\(?\+{1,4}\)?[ :,]{1,3}(?=[<>]?\s?1\s?[:/]\s?\d)/gi, " positive ")
  );
}

/** An arrow beside a name, as the word: "↓C3/C4" and "C3 and C4 ↓", but not "C3 ↓ 0.6", whose arrow is the laboratory's mark of a value. */
export function withLows(line: string): string {
  return line
    .replaceAll(/(?<![^\s,;/(])↓{1,3}\s?(?=[a-z])/gi, "low ")
    .replaceAll(/(?<=(?<![^\s,;/(])[a-z][\w-]{0,20})\s?↓{1,3}(?=$|\s?[,;/)&]|\s(?:and\b|[a-z]))/gi, " low");
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI"];
const NUMBER = "(?:VI|IV|V|I{1,3}|[1-6])";
/** What begins behind "LN class 3, ": "5 swollen joints", "1.2 g/d", "5 Mar 2024" and "IV steroids" are no classes. */
const NO_CLASS = "(?![.:]\\d|/\\d+/|/\\d{2}|\\s+(?!(?:and|or|but|due|LN|lupus|class)\\b)[a-z])";
const NUMBERS = `${NUMBER}(?:\\s?(?:\\+|/|&|,|\\band\\b|\\bor\\b)\\s?(?:class )?${NUMBER}${NO_CLASS}){0,3}(?![\\w-])`;
const NEPHRITIS = "(?:LN|lupus nephritis)";
/** "LN class III+V", "lupus nephritis class 3". */
const BEHIND = new RegExp(`\\b${NEPHRITIS}[ :,]{0,2}(?:ISN/RPS )?(?:class(?:es)?|cl\\.?) ?(${NUMBERS})`, "gi");
/** "LN III+V", to the end of what it says: "LN 3" may count lymph nodes, and "LN, IV" begin an infusion. */
const BARE = new RegExp(`\\b${NEPHRITIS} (?!\\d)(${NUMBERS})(?=\\s*(?:$|[,;.)]|\\b(?:and|but)\\b))`, "gi");
/** "Class III or IV lupus nephritis" is a label. */
const BEFORE = new RegExp(`\\bclass(?:es)? ?(?!\\w+ or )(${NUMBERS}) ${NEPHRITIS}(?![\\w-])(?! class)`, "gi");
const ALONE = new RegExp(`^(?:class(?:es)?|cl\\.?) ?(${NUMBERS})$`, "i");

/**
 * Each class of a lupus nephritis by a name of its own: "LN class 3 and LN class 5". One of them alone would say less
 * than was typed.
 */
export function withClasses(line: string): string {
  return line.replaceAll(BEHIND, named).replaceAll(BARE, named).replaceAll(BEFORE, named);
}

/** Names as they are listed stay as they were typed. */
const LISTED = /^(?:LN class [1-6]|lupus nephritis class \w+)$/i;

function named(typed: string, numbers: string): string {
  if (LISTED.test(typed)) return typed;
  return numbers
    .split(/\s?(\+|\/|&|,|\band\b|\bor\b)\s?(?:class )?/i)
    .map((part, at) => (at % 2 === 0 ? `LN class ${numberOf(part)}` : jointOf(part)))
    .join("");
}

function numberOf(written: string): string {
  const at = ROMAN.indexOf(written.toUpperCase());
  return at < 0 ? written : String(at + 1);
}

/** "III+V" is both, and "III/V" may be either. */
function jointOf(written: string): string {
  if (/^(?:\/|or)$/i.test(written)) return " or ";
  return written === "," ? ", " : " and ";
}

/** "class 4+5", which says no disease: the classes as those of lupus nephritis. */
export function classesAlone(line: string): string | undefined {
  const [, numbers] = ALONE.exec(line.trim()) ?? [];
  return numbers !== undefined && /\D.*\w/.test(numbers.replace(/^\w+/, "")) ? named("", numbers) : undefined;
}
