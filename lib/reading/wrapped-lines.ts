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
}

const NARROWEST = 40;
const WIDEST = 120;
/** Letters are not all of one width: of the widest line, the others may lack so much. */
const SLACK = 0.9;
/** So many breaks within sentences say how wide a text is, if so many of all of them fit that. */
const FEWEST = 2;
const MOST = 0.6;
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
  return within.length === 1 ? within.filter(isOfWidth) : [];
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
  for (const whole of cased.split("\n")) {
    const line = whole.trimEnd();
    const next = line.trimStart();
    const isText = before !== "" && next !== "" && !IS_ROW.test(before.trimStart()) && !IS_ROW.test(next);
    if (isText && !BEGINS_LINE.test(next)) {
      const [word = ""] = /^\S+/.exec(next) ?? [];
      breaks.push({
        from: end,
        to: start + line.length - next.length,
        width: before.length,
        withNext: before.length + 1 + word.length,
        isWithin: !ENDS_SENTENCE.test(before) && (GOES_ON.test(next) || areCapitals(before, next)),
      });
    }
    before = line;
    end = start + line.length;
    start += whole.length + 1;
  }
  return breaks;
}
