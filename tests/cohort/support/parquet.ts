/** A Parquet file put together by hand, of the kinds that no program at hand writes: one group, a plain page a column. */

/** A column without nulls; types and what they mean are the numbers of the format's `parquet.thrift`. */
export interface PlainColumn {
  readonly name: string;
  readonly type: number;
  readonly means?: number;
  /** Of values of a fixed length. */
  readonly length?: number;
  readonly scale?: number;
  readonly values: Buffer;
  /** How many there are. */
  readonly count?: number;
}

/** Numbers of Thrift's compact protocol: seven bits a byte, the lowest first. */
function varint(number: number): Buffer {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}

const KINDS = { i32: 5, i64: 6, text: 8, list: 9, struct: 12 } as const;
type Field = readonly [id: number, kind: keyof typeof KINDS, value: number | string | Buffer];

const inThrift = (value: Field[2]): Buffer =>
  typeof value === "number"
    ? varint(value * 2)
    : typeof value === "string"
      ? Buffer.concat([varint(Buffer.byteLength(value)), Buffer.from(value)])
      : value;

function struct(...fields: readonly Field[]): Buffer {
  const parts = fields.map(([id, kind, value], at) => {
    const step = id - (fields[at - 1]?.[0] ?? 0);
    return Buffer.concat([Buffer.from([(step << 4) | KINDS[kind]]), inThrift(value)]);
  });
  return Buffer.concat([...parts, Buffer.from([0])]);
}

const list = (kind: keyof typeof KINDS, values: readonly Field[2][]): Buffer =>
  Buffer.concat([Buffer.from([(values.length << 4) | KINDS[kind]]), ...values.map(inThrift)]);

/** Values of any length, each behind its length. */
export const ofLengths = (...values: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(
    values.flatMap((value) => {
      const bytes = Buffer.from(value as string);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    }),
  );

export function parquetOf(rows: number, columns: readonly PlainColumn[]): Buffer {
  const parts: Buffer[] = [Buffer.from("PAR1")];
  const chunks: Buffer[] = [];
  let at = 4;
  for (const { name, type, values, count = rows } of columns) {
    const sizes: readonly Field[] = [
      [2, "i32", values.length],
      [3, "i32", values.length],
    ];
    const page = struct([1, "i32", count], [2, "i32", 0], [3, "i32", 3], [4, "i32", 3]);
    const head = struct([1, "i32", 0], ...sizes, [5, "struct", page]);
    const size = head.length + values.length;
    const facts = struct(
      [1, "i32", type],
      [2, "list", list("i32", [0])],
      [3, "list", list("text", [name])],
      [4, "i32", 0],
      [5, "i64", count],
      [6, "i64", size],
      [7, "i64", size],
      [9, "i64", at],
    );
    chunks.push(struct([2, "i64", at], [3, "struct", facts]));
    parts.push(head, values);
    at += size;
  }
  const schema = columns.map(({ name, type, means, length, scale }) =>
    struct(
      [1, "i32", type],
      ...(length === undefined ? [] : [[2, "i32", length] as Field]),
      [3, "i32", 0],
      [4, "text", name],
      ...(means === undefined ? [] : [[6, "i32", means] as Field]),
      ...(scale === undefined ? [] : [[7, "i32", scale] as Field, [8, "i32", 38] as Field]),
    ),
  );
  const root = struct([4, "text", "root"], [5, "i32", columns.length]);
  const group = struct([1, "list", list("struct", chunks)], [2, "i64", at], [3, "i64", rows]);
  const footer = struct(
    [1, "i32", 1],
    [2, "list", list("struct", [root, ...schema])],
    [3, "i64", rows],
    [4, "list", list("struct", [group])],
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...parts, footer, length, Buffer.from("PAR1")]);
}
