/** American spelling throughout (docs/decisions/0005), with the exceptions named here, each for its reason. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Beginnings, middles and ends of words that are spelled so in British English alone. */
const BRITISH = new RegExp(
  [
    /titres?/,
    // Greek and Latin diphthongs.
    /\w*(?:haem|anaem|aemi[ac]|oedem|paediat|oesoph|diarrhoe|foet[au]|faec[ae]|caec[au]|gynaec|orthopaed|aetiol)\w*/,
    /(?:leucop|leucoc)\w*/,
    // -our, -re, -ce, double l.
    /\w*(?:behaviour|colour|favour|honour|neighbour|tumour|rigour|vigour|humour|labour)\w*/,
    /\w*(?:cent|(?:centi|milli|kilo|micro)?(?:met|lit)|fib|theat|calib)res?/,
    /(?:licen|defen|offen|preten)ces?/,
    /practis\w*/,
    /\w*(?:judge|acknowledge|abridge)ments?/,
    /(?:fulfil|enrol|instal|skilful|wilful)(?:s|ment|ments)?/,
    /\w*(?:label|cancel|model|travel|signal|counsel|channel|total|fuel)l(?:ed|ing|er|ers)/,
    // -ise, -yse.
    /\w*(?:organ|recogn|special|general|local|normal|summar|minim|maxim|optim|serial|initial|categor|character|critic)is(?:e|es|ed|er|ers|ing|ation|ations)/,
    /\w*(?:emphas|hospital|real|util|standard|random|visual|author|apolog|memor|priorit|synchron|capital|stabil|steril)is(?:e|es|ed|er|ers|ing|ation|ations)/,
    /(?:anal|paral|catal)ys(?:e|ed|er|ing)/,
    // Others.
    /(?:grey|programmes?|mould\w*|plough\w*|sceptic\w*|whilst|amongst|learnt|cheques?|ageing|spelt|misspelt|storeys|sulph\w*)/,
  ]
    .map(({ source }) => `\\b${source}\\b`)
    .join("|"),
  "gi",
);

interface Exception {
  readonly where: RegExp;
  readonly what: RegExp;
  readonly why: string;
}

const EXCEPTIONS: readonly Exception[] = [
  { where: /^criteria\//, what: /\b(?:synonyms|related|namesKind): \[[^\]]*\]/g, why: "what people type" },
  { where: /^criteria\/sources\.ts$/, what: /\bcitation:\s*"[^"]*"/g, why: "titles are cited as printed" },
  { where: /^criteria\//, what: /"?children-multicentre"?/g, why: "an id stays what it was" },
  {
    where: /^docs\/traceability\.md$/,
    what: /`children-multicentre`|Thromb Haemost/g,
    why: "sources as they are cited",
  },
  { where: /^docs\/licenses\.md$/, what: /@img\/colour/g, why: "the name of a package" },
  { where: /^criteria\/eular-acr-2019\.ts$/, what: /hyperkeratosis\/haematological/g, why: "quotes a print" },
  { where: /^lib\/record\/unit-spelling\.ts$/, what: /\/\^titre\$\//g, why: "what people type" },
  { where: /^lib\/fhir\/import\/range-text\.ts$/, what: /titer titre/g, why: "what laboratories print" },
  {
    where: /^lib\/reading\/(?:rules\/.*|tokens|day-scopes)\.ts$/,
    what: /"[^"]*"/g,
    why: "what letters and laboratories write",
  },
  { where: /^lib\/reading\/context\/reach\.ts$/, what: /\|hospitalised/g, why: "what letters write" },
  { where: /^criteria\/in-texts\.ts$/, what: /"[^"]*"/g, why: "what letters and laboratories write" },
  { where: /^lib\/fhir\//, what: /"cancelled"/g, why: "a code of FHIR" },
  { where: /^app\//, what: /labelled[bB]y/g, why: "an attribute of HTML" },
  { where: /^CHANGELOG\.md$/, what: /said `titre: true`/g, why: "names what it was" },
  { where: /^docs\/decisions\/0005/, what: /haemolysis or titre/g, why: "says the rule" },
];

/** Words that are British. A name in code is several words: titreOf, isColoured, LEUCO_PATTERN. */
function british(text: string): readonly string[] {
  return text.replaceAll(/([a-z])(?=[A-Z])|[_$]/g, "$1 ").match(BRITISH) ?? [];
}

/** The British words of a text, but for the exceptions of its file. */
function britishIn(path: string, text: string): readonly string[] {
  const left = EXCEPTIONS.filter(({ where }) => where.test(path)).reduce(
    (words, { what }) => words.replaceAll(what, ""),
    text,
  );
  return british(left);
}

const FILES = globSync("{{app,criteria,lib,scripts,public}/**/*.{ts,tsx,mjs,js,css,html},docs/**/*.md,*.{md,ts}}").map(
  (path) => path.replaceAll("\\", "/"),
);

test("code, data and texts are spelled the American way", () => {
  const found = FILES.flatMap((path) => britishIn(path, readFileSync(path, "utf8")).map((word) => `${path}: ${word}`));
  expect(found).toEqual([]);
});

/** One sign for one thing: in texts that stand side by side, and in what is searched on a page. */
const CURLY_APOSTROPHE = /\p{L}\u2019/u;

test("apostrophes in words are straight", () => {
  const curly = FILES.filter((path) => CURLY_APOSTROPHE.test(readFileSync(path, "utf8")));
  expect(curly).toEqual([]);
  for (const text of ["the row\u2019s", "the rows\u2019 days", "d\u2019\u00e9t\u00e9"])
    expect(text).toMatch(CURLY_APOSTROPHE);
  expect("['\u2019]").not.toMatch(CURLY_APOSTROPHE);
});

test("every exception is still needed", () => {
  for (const { where, what } of EXCEPTIONS) {
    const left = FILES.filter((path) => where.test(path)).flatMap(
      (path) => readFileSync(path, "utf8").match(what) ?? [],
    );
    expect(british(left.join(" ")), String(what)).not.toEqual([]);
  }
});

describe("a British spelling is caught", () => {
  test.each([
    ["lib/a.ts", "readonly titre?: true;"],
    ["lib/a.ts", "const titreOf = 1;"],
    ["lib/a.ts", "type Judgement = 1;"],
    ["app/a.tsx", "Hypocomplementaemia, leucopenia"],
    ["app/a.tsx", "practised rules"],
    ["criteria/findings.ts", 'label: "Haemolytic anaemia", synonyms: ["haemolysis"]'],
    ["criteria/sources.ts", 'note: "a multicentre cohort", citation: "A multicentre cohort"'],
    ["README.md", "a doctor who specialises"],
    ["lib/find/a.ts", '"cancelled"'],
    ["docs/a.md", "analysed, generalised, cancelled, colours, programmes"],
  ])("%s: %s", (path, text) => {
    expect(britishIn(path, text)).not.toEqual([]);
  });

  test.each(["practice", "promise", "precise", "otherwise", "labels", "analysis", "fibrous", "acres", "exercised"])(
    "%s passes",
    (word) => {
      expect(britishIn("lib/a.ts", word)).toEqual([]);
    },
  );
});
