/** A workbook as far as its sheets are read: which there are, the texts that they share, and how their numbers are shown. */
import { CohortFault } from "./file-parts.ts";
import { builtIn, formatOf, GENERAL, type NumberFormat } from "./number-format.ts";
import { isOwnText, isTrue, unescaped } from "./sheet-rows.ts";
import { heardXml, localName, type XmlHearer } from "./xml-tags.ts";
import { partName, unpacked, type ZipPart, zipParts } from "./zip-parts.ts";

export interface Workbook {
  /** The sheets that have cells, each with its part. */
  readonly sheets: readonly { readonly name: string; readonly isSeen: boolean; readonly part: string }[];
  /** What is in a part, a piece at a time. */
  readonly pieces: (part: string) => AsyncGenerator<Uint8Array>;
  readonly texts: readonly string[];
  /** How a number is shown, by the number of its style. */
  readonly formats: readonly NumberFormat[];
  readonly days1904: boolean;
  /** Whether the program that wrote it left its formulas to be worked out, and wrote any number as their result. */
  readonly isStale: boolean;
}

/** @throws Error where it is none. */
export async function openWorkbook(file: Blob): Promise<Workbook> {
  const parts = await zipParts(file);
  checkKind(parts);
  const pieces = (name: string): AsyncGenerator<Uint8Array> => {
    const part = parts.get(partName(name));
    if (!part) throw new Error(`it has no part ${name}`);
    return unpacked(part);
  };
  const heard = async (name: string, hearer: XmlHearer): Promise<void> => {
    for await (const _ of heardXml(pieces(name), hearer));
  };
  const relations = async (of: string): Promise<readonly Relation[]> => {
    const [, folder = "", own = ""] = /^(.*\/)?([^/]*)$/.exec(of) ?? [];
    const found: Relation[] = [];
    const open: XmlHearer["open"] = (path, { Id: id = "", Type: type = "", Target: target = "" }) => {
      // The kinds have one name in each of the two dialects of the standard.
      if (path.at(-1) === "Relationship")
        found.push({ id, kind: type.replace(/^.*\//, ""), part: resolved(folder, target) });
    };
    await heard(`${folder}_rels/${own}.rels`, { open });
    return found;
  };
  const book = (await relations("")).find(({ kind }) => kind === "officeDocument");
  if (!book) throw new Error("it names no workbook");
  const related = await relations(book.part);
  const only = (kind: string) => related.find((one) => one.kind === kind)?.part;
  const sheets: { name: string; isSeen: boolean; part: string }[] = [];
  let [days1904, isStale] = [false, false];
  await heard(book.part, {
    open: (path, attributes) => {
      const tag = path.at(-1);
      if (tag === "workbookPr") days1904 = isTrue(attributes["date1904"]);
      else if (tag === "calcPr") {
        isStale = isTrue(attributes["fullCalcOnLoad"]) || ["0", "false"].includes(attributes["calcCompleted"] ?? "");
      } else if (tag === "sheet" && path.at(-2) === "sheets") {
        const [, id] =
          Object.entries(attributes).find(([name]) => name.includes(":") && localName(name) === "id") ?? [];
        const target = related.find((one) => one.id === id);
        const { name = "", state = "visible" } = attributes;
        // A sheet of a chart or of macros has no cells.
        if (target?.kind === "worksheet") sheets.push({ name, isSeen: state === "visible", part: target.part });
      }
    },
  });
  const [strings, styles] = [only("sharedStrings"), only("styles")];
  const texts = strings === undefined ? [] : await sharedTexts((hearer) => heard(strings, hearer));
  const formats = styles === undefined ? [] : await stylesOf((hearer) => heard(styles, hearer));
  return { sheets, pieces, texts, formats, days1904, isStale };
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

/** @throws CohortFault for a file that another program's table is in. */
function checkKind(parts: ReadonlyMap<string, ZipPart>): void {
  const kinds = [
    ["content.xml", "an OpenDocument file (.ods)"],
    ["xl/workbook.bin", "a binary workbook (.xlsb)"],
    ["word/document.xml", "a text document (.docx)"],
    ["index/document.iwa", "a file of Numbers"],
  ] as const;
  const [, kind] = kinds.find(([part]) => parts.has(part)) ?? [];
  if (kind) throw new CohortFault(`The file is ${kind}; accepted: .xlsx, CSV, or Parquet. Save it as one of them.`);
}

/** The part that a relation of another leads to. */
function resolved(folder: string, target: string): string {
  const written = partName(decodedUri(target));
  if (/^[/\\]/.test(target)) return written;
  const path = `${folder}${written}`.split("/").filter((step) => step !== "" && step !== ".");
  for (let at = path.indexOf(".."); at >= 0; at = path.indexOf("..")) path.splice(Math.max(0, at - 1), at > 0 ? 2 : 1);
  return path.join("/");
}

function decodedUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type Heard = (hearer: XmlHearer) => Promise<void>;

async function sharedTexts(heard: Heard): Promise<readonly string[]> {
  const texts: string[] = [];
  let own = "";
  await heard({
    open: (path) => {
      if (path.length === 2 && path[1] === "si") own = "";
    },
    text: (said, path) => {
      if (isOwnText(path, "si")) own += said;
    },
    close: (path) => {
      if (path.length === 2 && path[1] === "si") texts.push(unescaped(own));
    },
  });
  return texts;
}

async function stylesOf(heard: Heard): Promise<readonly NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  const ids: number[] = [];
  await heard({
    open: (path, attributes) => {
      const [above, tag] = path.slice(-2);
      if (above === "numFmts" && tag === "numFmt") {
        own.set(Number(attributes["numFmtId"]), formatOf(unescaped(attributes["formatCode"] ?? "")));
      } else if (above === "cellXfs" && tag === "xf") ids.push(Number(attributes["numFmtId"] ?? 0));
    },
  });
  const known = new Map<number, NumberFormat>();
  return ids.map((id) => {
    const format = own.get(id) ?? known.get(id) ?? (Number.isNaN(id) ? GENERAL : builtIn(id));
    known.set(id, format);
    return format;
  });
}
