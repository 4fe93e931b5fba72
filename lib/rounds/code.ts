/** Room codes: read from a screen, said aloud, typed on a phone. */

/** Letters and digits of which none looks or sounds like another in most hands: no 0 O, 1 I L, 5 S, 8 B, U V. */
const SIGNS = "ACDEFGHJKMNPQRTWXY234679";

/** Signs of a code. Eight of 24 are 36.7 bits, so that 10,000 open rooms leave one hit in some ten million guesses. */
const LENGTH = 8;
const GROUP = 4;

/** How many random bytes `newCode` takes. */
export const CODE_BYTES = 32;

/**
 * A code from random bytes. Bytes beyond the last multiple of the signs are passed over, so that every sign is as likely.
 * @throws RangeError when too few bytes are left to choose from, which 32 random ones do once in 10^23 times.
 */
export function newCode(random: Uint8Array): string {
  const even = 256 - (256 % SIGNS.length);
  const signs = [...random].filter((byte) => byte < even).map((byte) => SIGNS.charAt(byte % SIGNS.length));
  if (signs.length < LENGTH) throw new RangeError("too few random bytes for a code");
  return signs.slice(0, LENGTH).join("");
}

/** As it is shown: in groups. */
export function writtenCode(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join("-") ?? code;
}

/** What somebody typed as a code: whatever case and with whatever between. Undefined where it cannot be one. */
export function readCode(typed: string): string | undefined {
  if (typed.length > 40) return undefined;
  const signs = typed.toUpperCase().replaceAll(/[\s\-–—._/]/g, "");
  return signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : undefined;
}
