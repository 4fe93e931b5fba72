/** What is not seen, and every gap: put between by what wraps a long line. */
const GAPS = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu;

/** Encoded once by the program that passed it on, and once more by the next. */
const MOST_ENCODINGS = 3;

/**
 * A fragment as it was before programs on its way wrote its signs as percent codes, broke its line or put something
 * around it. Whether it is whole is for its checksum to say.
 */
export function plainFragment(fragment: string): string {
  let plain = fragment;
  for (let turn = 0; turn < MOST_ENCODINGS && plain.includes("%"); turn += 1) {
    // Only what is plain ASCII stands in a link; anything else that looks like a code is left as it is.
    plain = plain.replaceAll(/%([0-7][0-9a-f])/gi, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
  }
  return plain.replaceAll(GAPS, "").replace(/^#*[<("'[]*(?=r\d+\.)/, "");
}

/** Whether a fragment is meant as a shared record, whole or not, rather than as a place on the page. */
export function isShareFragment(fragment: string): boolean {
  return /^r\d+\./.test(plainFragment(fragment));
}
