/** Encoded once by the program that passed it on, and once more by the next. */
const MOST_ENCODINGS = 3;

/** What cannot be of a link: gaps, characters that are not seen, quotes, brackets and what else is put in it or around it. */
const OTHERS = /[^A-Za-z0-9_.-]+/g;

/** Programs that set text make one dash of two. */
const LONG_DASH = /\u2014/g;
const DASHES = /[\p{Pd}\u2212]/gu;

/**
 * A fragment as it was before programs on its way wrote its signs as percent codes, broke its line, changed its dashes
 * or put something into it or around it. Whether it is whole is for its checksum to say.
 */
export function plainFragment(fragment: string): string {
  let plain = fragment;
  for (let turn = 0; turn < MOST_ENCODINGS && plain.includes("%"); turn += 1) {
    plain = plain.replaceAll(/(?:%[0-9a-f]{2})+/gi, decoded);
  }
  return plain.replaceAll(LONG_DASH, "--").replaceAll(DASHES, "-").replaceAll(OTHERS, "");
}

function decoded(codes: string): string {
  try {
    return decodeURIComponent(codes);
  } catch {
    // In a coding other than UTF-8 only plain ASCII is the same, and nothing else stands in a link.
    const bytes = codes.slice(1).split("%");
    return bytes.map((byte) => (/^[0-7]/.test(byte) ? String.fromCharCode(Number.parseInt(byte, 16)) : "")).join("");
  }
}

/** Whether a fragment is meant as a shared record, whole or not, rather than as a place on the page. */
export function isShareFragment(fragment: string): boolean {
  return /^r\d+\./.test(plainFragment(fragment));
}
