/**
 * Where a text was broken for its width alone, as an email, a PDF or the export of a record breaks it: there, the first
 * word of the next line would not have fitted behind the line. What is denied, a value and its unit, and a day may
 * stand on two such lines.
 */

/** The blanks between a line and the next one of its paragraph. */
interface Break {
  /** Their places in the text. */
  readonly from: number;
  readonly to: number;
  /** How wide the line is, and how wide with the next word. */
  readonly width: number;
  readonly withNext: number;
  /** Whether it is plainly within a sentence: the line does not end as one ends, and the next begins as none does. */
  readonly isWithin: boolean;
  /** Which paragraph it is in: lines without a blank one, a row or a point of a list between them. */
  readonly paragraph: number;
}

const NARROWEST = 40;
const WIDEST = 120;
/** Letters are not all of one width: of the widest line, the others may lack so much. */
const SLACK = 0.9;
/** So many breaks within sentences say how wide a text is, if so many of all of them fit that. */
const FEWEST = 2;
const MOST = 0.6;
/** So many breaks of one paragraph do, if it has no others. */
const FEWEST_EVEN = 3;
/** One break alone says so where its line is hardly one that ends by itself. */
const ALONE = { narrowest: 60, widest: 100 } as const;

/** Cells of a table. */
const IS_ROW = /\S(?: {2,}|\t)\S/;
/** A point of a list, a heading with a colon or a day: each begins a line of its own. */
const BEGINS_LINE =
  /^(?:[-*•·–+>#](?=[\s\p{L}])|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|(?:[^\s.,;:()]+ ){0,3}[^\s.,;:()]+:(?:\s|$)|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b)/iu;
const ENDS_SENTENCE = /[.:;?!]["')\]]?$/;
const GOES_ON = /^[a-z(]/;

/** A text that is all in capitals has no others to begin a sentence with. */
function areCapitals(line: string, next: string): boolean {
  return /\p{Lu}{3}/u.test(line) && !/\p{Ll}/u.test(line) && /^\p{Lu}/u.test(next) && !/\p{Ll}/u.test(next);
}

/** The blanks, as places in a text with its capitals, behind which a line goes on in the next. */
export function wrapsIn(cased: string): readonly Pick<Break, "from" | "to">[] {
  const breaks = breaksIn(cased);
  const within = breaks.filter(({ isWithin }) => isWithin);
  const width = widthOf(within);
  if (width !== undefined) return breaks.filter((one) => fits(one, width));
  const paragraphs = new Map<number, Break[]>();
  for (const one of breaks) {
    const own = paragraphs.get(one.paragraph);
    if (own) own.push(one);
    else paragraphs.set(one.paragraph, [one]);
  }
  const even = [...paragraphs.values()].filter(isEven).flat();
  return even.length > 0 || within.length !== 1 ? even : within.filter(isOfWidth);
}

/** Whether all lines of a paragraph but the last are as long as its width allows, wherever they end and begin. */
function isEven(paragraph: readonly Break[]): boolean {
  const widest = paragraph.reduce((most, { width }) => Math.max(most, width), 0);
  const isText = paragraph.length >= FEWEST_EVEN && widest >= NARROWEST && widest <= WIDEST;
  return isText && paragraph.every((one) => fits(one, widest));
}

function isOfWidth({ width }: Break): boolean {
  return width >= ALONE.narrowest && width <= ALONE.widest;
}

function fits({ width, withNext }: Break, widest: number): boolean {
  return width <= widest && withNext > widest * SLACK;
}

/** The width of the line that explains most of the breaks within sentences, of such the widest; undefined where none does. */
function widthOf(within: readonly Break[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { width: widest } of within) {
    if (widest < NARROWEST || widest > WIDEST || counts.has(widest)) continue;
    counts.set(widest, within.filter((one) => fits(one, widest)).length);
  }
  const most = Math.max(FEWEST, within.length * MOST, ...counts.values());
  const best = [...counts].flatMap(([widest, count]) => (count >= most ? [widest] : []));
  return best.length === 0 ? undefined : Math.max(...best);
}

function breaksIn(cased: string): readonly Break[] {
  const breaks: Break[] = [];
  let start = 0;
  let end = 0;
  let before = "";
  let paragraph = 0;
  for (const whole of cased.split("\n")) {
    const line = whole.trimEnd();
    const next = line.trimStart();
    const isText = before !== "" && next !== "" && !IS_ROW.test(before.trimStart()) && !IS_ROW.test(next);
    if (!isText || BEGINS_LINE.test(next)) paragraph += 1;
    else {
      const [word = ""] = /^\S+/.exec(next) ?? [];
      breaks.push({
        from: end,
        to: start + line.length - next.length,
        width: before.length,
        withNext: before.length + 1 + word.length,
        isWithin: !ENDS_SENTENCE.test(before) && (GOES_ON.test(next) || areCapitals(before, next)),
        paragraph,
      });
    }
    before = line;
    end = start + line.length;
    start += whole.length + 1;
  }
  return breaks;
}
