/** A fact with the words around it that say when, for how long or how it was, and nothing of whether it was. */
export interface Once {
  readonly words: string;
  /** Those words, as they were typed. */
  readonly note: string;
  /** Whether they begin the text. */
  readonly isBefore: boolean;
  /** Whether they say how long it lasted, which may make it another finding. */
  readonly isLasting: boolean;
  /** Whether they say by what it was seen, as "on echo" does. */
  readonly isImaged: boolean;
  /** Whether they count it: one, or more. */
  readonly count?: "one" | "more";
  /** A year without any word that says it is one: beside the name of a test it may be a value. */
  readonly bareYear?: string;
}

const YEAR = "(?:19|20)\\d\\d";
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const AGO =
  "(?:an?|[1-9]\\d?|one|two|three|four|five|six|several|many|some)\\s*(?:day|d|week|wk|month|mth|mo|year|yr|y)s?\\s+(?:ago|back|earlier|previously)";
const AGE = "(?:the\\s+)?ag(?:e|ed)(?:\\s+of)?\\s+[1-9]\\d?";
/** What names a time by itself, and what does after a word such as "in". */
const TIME = `(?:(?:(?:early|mid|late|end of|start of)[\\s-]+)?(?:${MONTH}[\\s,]+(?:of\\s+)?)?${YEAR}|(?:0?[1-9]|1[0-2])[/.]${YEAR}|${AGO}|${AGE}|(?:last|this)\\s+(?:week|month|year))`;
const STAGE =
  "(?:(?:his|her|their|the)\\s+)?(?:(?:early|late)\\s+)?(?:childhood|infancy|adolescence|puberty|pregnancy|teens|twenties|thirties|forties|beginning|start|outset|diagnosis|presentation|onset|birth)";
const SEEN =
  "(?:(?:first|last)\\s+)?(?:(?:seen|noted|noticed|diagnosed|dx(?:['’]?d|ed)?|documented|recorded|started|began|onset|episode)\\s+)?";
const IN = "(?:(?:back\\s+)?(?:in|since|from|at|around|about|circa|ca?\\.?|during|as of|until|till|before)\\s+)";

/** More words than this are no name with its time. */
const MOST_WORDS = 14;
/** What says that it is over, after a fact: as a finding counts whenever it occurred, that changes nothing. */
const OVER =
  /[\s,;(-]+(?:(?:now|since|has|have|which|that|fully|completely|spontaneously|all)\s+)*(?:resolved|settled|healed|cleared|subsided|remitted)(?:\s+(?:now|since|fully|completely|spontaneously))?\)?$/i;
const LASTING =
  "(?:(?:for|x|×|over)\\s*[1-9]\\d?\\s?/\\s?(?:52|12)|[1-9]\\d?/52)(?=\\)?$)|(?:for|x|×|over)\\s*(?:(?:about|around|over|the|last|past|many|several|a|few)\\s+)*~?(?:[1-9]\\d?\\s*)?(?:w(?:ee)?ks?|months?|mths?|years?|yrs?)(?=\\)?$)";
/** By what it was seen: none of it says how much. */
const SEEN_ON =
  "on\\s+(?:(?:his|her|their|the|renal|kidney|skin)\\s+)?(?:bx|biopsy|echo|tte|cxr|hrct|ct|mri|imaging|ultrasound|uss|exam(?:ination)?|photo(?:graph)?s?|microscopy)(?=\\)?$)";
const AFTER = new RegExp(`[\\s,;(]+(?:${LASTING}|${SEEN_ON}|${SEEN}(?:${IN}?~?${TIME}|${IN}${STAGE}))\\)?\\.?$`, "i");
const ONE = "(?:an?\\s+)?(?:one|single|isolated|solitary)";
const MORE = "two|three|four|five|six|several|multiple|numerous|repeated";
const BEFORE = new RegExp(
  `^(?:(?:(?:a|known|past|previous|prior|remote|long|documented|clear)\\s+)*(?:medical\\s+)?(?:history|hx|h/o|phx|pmhx?)(?:\\s+of)?(?:\\s+an?)?[\\s:]+` +
    `|(?:prev(?:ious(?:ly)?|\\.)?|prior|past|new(?:[- ]onset|ly)?|biopsy[- ]proven|old|known|documented|confirmed|recurrent|recent|first|last|intermittent|occasional|ongoing|current(?:ly)?|active|childhood|long-?\\s?standing|resolved|healed|severe|marked|florid|classic(?:al)?|typical|extensive|large|acute|bilateral|painless|painful|${ONE}|${MORE})\\s+` +
    `|(?:(?:in|since)\\s+)?(?:${MONTH}[\\s,]+|(?:0?[1-9]|1[0-2])/)?${YEAR}\\s*[:,-]?\\s+)(?=\\S)(?!(?:to|by|for|than|with|on|and|or|of|as)\\b)`,
  "i",
);
const IS_LASTING = /^[\s,;(]*(?:(?:for|x|×|over)(?![a-z])|\d+\/52)/i;
const IS_IMAGED = new RegExp(`^[\\s,;(]*${SEEN_ON}`, "i");
const IS_ONE = new RegExp(`^${ONE}\\s`, "i");
const IS_MORE = new RegExp(`^(?:${MORE})\\s`, "i");
const BARE_YEAR = new RegExp(`^\\(?(${YEAR})\\)?[:,]?$`);

/**
 * "Hx of malar rash", "severe oral ulcers", "seizure 2019" and "malar rash in 2018, resolved": what is seen, and the
 * words that say when or how it was, those behind the name and those before it each by themselves. None says that it is
 * little: what is mild, small or a trace may be less than its finding asks for.
 */
export function onceIn(text: string): readonly Once[] {
  const line = text.trim();
  if (line.split(/\s+/).length > MOST_WORDS) return [];
  const [before = ""] = BEFORE.exec(line) ?? [];
  return [onceOf("", line, true), onceOf(before, line.slice(before.length), false)].flatMap((one) => one ?? []);
}

function onceOf(before: string, text: string, hasEnd: boolean): Once | undefined {
  const over = hasEnd ? taken(text, OVER) : { words: text, said: "" };
  const when = hasEnd ? taken(over.words, AFTER) : over;
  const said = [before, when.said, over.said].map(trimmed).filter((one) => one !== "");
  if (said.length === 0 || when.words === "" || (hasEnd && when.words === text)) return undefined;
  const years = said.flatMap((one) => BARE_YEAR.exec(one)?.[1] ?? []);
  const bareYear = said.length === years.length || over.said !== "" ? years[0] : undefined;
  return {
    words: when.words,
    note: said.join(", "),
    isBefore: before !== "",
    isLasting: IS_LASTING.test(when.said),
    isImaged: IS_IMAGED.test(when.said),
    ...(IS_ONE.test(before) ? { count: "one" } : IS_MORE.test(before) ? { count: "more" } : {}),
    ...(bareYear && { bareYear }),
  };
}

/** A text without its end, where its parentheses are still closed. */
function taken(text: string, pattern: RegExp): { readonly words: string; readonly said: string } {
  const [said = ""] = pattern.exec(text) ?? [];
  const words = text.slice(0, text.length - said.length);
  return said !== "" && isClosed(words) && isClosed(said) ? { words, said } : { words: text, said: "" };
}

function isClosed(text: string): boolean {
  return text.split("(").length === text.split(")").length;
}

function trimmed(said: string): string {
  const bare = said.trim().replace(/^[\s,;(-]+|[\s,;:).-]+$/g, "");
  return bare.replace(/(?<=\S)\s+(?:of|a|an|of an?)$|^an?\s+/gi, "");
}
