/** A number as it stands at the beginning of a text. */
export interface TypedNumber {
  readonly comparator?: "<" | ">";
  /** Written as 1:320. */
  readonly ratio: boolean;
  /** With commas between thousands, and with a decimal comma: "3,200" is 3200 or 3.2; most are the same in both. */
  readonly readings: readonly [thousands: number, decimal: number];
  /** What follows it. */
  readonly rest: string;
}

/** A bare `<=` is no comparator of a record: a laboratory reports `<20` or a number. */
const SHAPE = /^[\s:=]*([<>])?\s*(1\s*[:/]\s*(?=\d))?(\d[\d.,]*)(.*)$/s;

/** Reads the number with which a text begins, with its comparator; undefined when there is none. */
export function typedNumber(text: string): TypedNumber | undefined {
  const [, comparator, ratio, digits = "", rest = ""] = SHAPE.exec(text) ?? [];
  const readings = readingsOf(digits.replace(/[.,]+$/, ""));
  if (!readings) return undefined;
  return {
    ...((comparator === "<" || comparator === ">") && { comparator }),
    ratio: ratio !== undefined,
    readings,
    rest,
  };
}

function readingsOf(digits: string): readonly [number, number] | undefined {
  const thousands = /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/.test(digits)
    ? Number(digits.replaceAll(",", ""))
    : undefined;
  const decimal = /^\d+(?:[.,]\d+)?$/.test(digits) ? Number(digits.replace(",", ".")) : undefined;
  const [first = decimal, second = thousands] = [thousands, decimal];
  return first === undefined || second === undefined ? undefined : [first, second];
}
