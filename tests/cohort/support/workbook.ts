import { crc32 } from "node:zlib";

/** A number that stands elsewhere, in eight bytes. */
const ELSEWHERE = Buffer.alloc(4, 0xff);

function large(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeBigUInt64LE(BigInt(number), 8 * at);
  return bytes;
}

/** The same archive as programs write it that leave room for more than 4 GB (ZIP64). */
export function asLarge(archive: Buffer): Buffer {
  const end = archive.length - 22;
  const list = archive.readUInt32LE(end + 16);
  const entries: Buffer[] = [];
  for (let at = list; at < end; ) {
    const behind = at + 46 + archive.readUInt16LE(at + 28);
    const entry = Buffer.from(archive.subarray(at, behind));
    const numbers = [24, 20, 42].map((place) => entry.readUInt32LE(place));
    for (const place of [20, 24, 42]) ELSEWHERE.copy(entry, place);
    entry.writeUInt16LE(9 + 4 + 8 * numbers.length, 30);
    // Another field may stand before it.
    const other = Buffer.from([0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]);
    entries.push(entry, other, Buffer.from([1, 0, 8 * numbers.length, 0]), large(...numbers));
    at = behind;
  }
  const [size, count] = [Buffer.concat(entries).length, archive.readUInt16LE(end + 10)];
  const largeEnd = Buffer.concat([
    Buffer.from("PK\x06\x06"),
    large(44),
    Buffer.alloc(12),
    large(count, count, size, list),
  ]);
  const locator = Buffer.concat([
    Buffer.from("PK\x06\x07"),
    Buffer.alloc(4),
    large(list + size),
    Buffer.from([1, 0, 0, 0]),
  ]);
  const own = Buffer.from(archive.subarray(end));
  own.fill(0xff, 8, 20);
  return Buffer.concat([archive.subarray(0, list), ...entries, largeEnd, locator, own]);
}

/** A file of a ZIP archive that is not compressed. */
function stored(name: string, text: string, at: number) {
  const [path, data] = [Buffer.from(name), Buffer.from(text)];
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, data]);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(at, 10);
  const entry = Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, place, path]);
  return { local, entry };
}

/** An archive of these files, as the standard writes one. */
export function zipOf(files: Readonly<Record<string, string>> | readonly (readonly [string, string])[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Array.isArray(files) ? files : Object.entries(files)) {
    const { local, entry } = stored(name, text, at);
    locals.push(local);
    entries.push(entry);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(entries).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...entries, end]);
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A sheet's rows and whatever follows them, as the format writes them. */
export interface SheetParts {
  readonly name: string;
  readonly rows: string;
  readonly after?: string;
  readonly state?: "hidden";
}

/** What else a workbook has. */
export interface WorkbookMore {
  readonly dates1904?: boolean;
  /** Formats of numbers; the first is style 3. */
  readonly formats?: readonly string[];
  /** What stands behind the sheets. */
  readonly behind?: string;
  /** Changes the parts before they are put together. */
  readonly change?: (parts: Record<string, string>) => Record<string, string> | readonly (readonly [string, string])[];
}

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** A workbook put together of the format's own parts, with these shared strings; style 1 is a day, style 2 a day and time. */
export function workbookOf(
  sheets: readonly SheetParts[],
  strings: readonly string[] = [],
  { dates1904 = false, formats = [], behind = "", change = (parts) => parts }: WorkbookMore = {},
): Buffer {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const parts = {
    "[Content_Types].xml": `${xml}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `${xml}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${xml}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${dates1904 ? ' date1904="1"' : ""}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="rId${at + 1}"/>`,
      )
      .join("")}</sheets>${behind}</workbook>`,
    "xl/_rels/workbook.xml.rels": `${xml}<Relationships xmlns="${PACKAGE}/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        "",
      )}<Relationship Id="rIdS" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `${xml}<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${escaped(code)}"/>`)
      .join("")}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/>${formats
      .map((_, at) => `<xf numFmtId="${170 + at}"/>`)
      .join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${xml}<sst xmlns="${MAIN}">${strings.join("")}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, after = "" }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${xml}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  };
  return zipOf(change(parts));
}
