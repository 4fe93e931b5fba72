import { config } from "zod/v4/core";

/**
 * Zod without code that it compiles, whichever of its two interfaces is used. In a browser the security policy forbids
 * that, and reports each page on which zod tries it out. Elsewhere it would save some 25 µs of the 300 that reading and
 * scoring a record of a cohort takes, for which one module is not worth being two.
 */
config({ jitless: true });
