/** A fact with the words around it that say when it was, or that it was. */
export interface Once {
  readonly words: string;
  /** Those words, as they were typed. */
  readonly note: string;
  /** Whether they begin the text. */
  readonly isBefore: boolean;
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

/** What says that it is over, after a fact: as a finding counts whenever it occurred, that changes nothing. */
const OVER =
  /[\s,;(-]+(?:(?:now|since|has|have|which|that|fully|completely|spontaneously|all)\s+)*(?:resolved|settled|healed|cleared|subsided|remitted)(?:\s+(?:now|since|fully|completely|spontaneously))?\)?$/i;
const AFTER = new RegExp(`[\\s,;(]+${SEEN}(?:${IN}?~?${TIME}|${IN}${STAGE})\\)?$`, "i");
const BEFORE = new RegExp(
  `^(?:(?:(?:a|known|past|previous|prior|remote|long|documented|clear)\\s+)*(?:medical\\s+)?(?:history|hx|h/o|phx|pmhx?)(?:\\s+of)?(?:\\s+an?)?[\\s:]+` +
    "|(?:prev(?:ious(?:ly)?|\\.)?|prior|past|new(?:[- ]onset|ly)?|biopsy[- ]proven|old|known|documented|confirmed|recurrent|recent|first|last|intermittent|occasional|ongoing|current(?:ly)?|active|childhood|long-?\\s?standing|resolved|healed)\\s+" +
    `|(?:(?:in|since)\\s+)?(?:${MONTH}[\\s,]+)?${YEAR}\\s*[:,-]?\\s+)(?=\\S)(?!(?:to|by|for|than|with|on|and|or)\\b)`,
  "i",
);
const BARE_YEAR = new RegExp(`^\\(?(${YEAR})\\)?[:,]?$`);

/**
 * "Hx of malar rash", "seizure 2019" and "malar rash in 2018, resolved": what is seen, and the words that say when or
 * that it was. Undefined where nothing of the kind is said.
 */
export function onceIn(text: string): Once | undefined {
  let words = text.trim();
  const [before = ""] = BEFORE.exec(words) ?? [];
  words = words.slice(before.length);
  const over = taken(words, OVER);
  words = over.words;
  const when = taken(words, AFTER);
  words = when.words;
  const said = [trimmed(before), trimmed(when.said), trimmed(over.said)].filter((one) => one !== "");
  if (said.length === 0 || words === "") return undefined;
  const years = said.flatMap((one) => BARE_YEAR.exec(one)?.[1] ?? []);
  const bareYear = said.length === years.length || over.said !== "" ? years[0] : undefined;
  return { words, note: said.join(", "), isBefore: before !== "", ...(bareYear && { bareYear }) };
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
  const bare = said.trim().replace(/^[\s,;(-]+|[\s,;:)-]+$/g, "");
  return bare.replace(/(?<=\S)\s+(?:of|a|an|of an?)$/i, "");
}
