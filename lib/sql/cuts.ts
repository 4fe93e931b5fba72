/**
 * Limits between doubles. The engine compares the decimal number that a double prints as, exactly; a column of doubles
 * is compared with the one double at which the engine's answer turns, which is the same answer for every double and
 * needs no exact arithmetic in a query. The engine itself is asked where that is.
 */

const view = new DataView(new ArrayBuffer(8));

/** Doubles in their order, as whole numbers. */
function orderOf(value: number): bigint {
  view.setFloat64(0, value === 0 ? 0 : value);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fff_ffff_ffff_ffffn) : bits;
}

function doubleAt(order: bigint): number {
  view.setBigInt64(0, order < 0n ? -order : order);
  const size = view.getFloat64(0);
  return order < 0n ? -size : size;
}

/** Where the answer to a question turns from no to yes: the last double with no, and the first with yes. */
export interface Cut {
  readonly lastNo: number;
  readonly firstYes: number;
}

/**
 * Where a question turns from no, which it is at `no`, to yes, which it is at `yes`; it has to turn once between them.
 * Either of the two may be the greater.
 */
export function cutBetween(no: number, yes: number, question: (value: number) => boolean): Cut {
  let lastNo = orderOf(no);
  let firstYes = orderOf(yes);
  while (firstYes - lastNo > 1n || lastNo - firstYes > 1n) {
    const middle = (lastNo + firstYes) / 2n;
    if (question(doubleAt(middle))) firstYes = middle;
    else lastNo = middle;
  }
  return { lastNo: doubleAt(lastNo), firstYes: doubleAt(firstYes) };
}
