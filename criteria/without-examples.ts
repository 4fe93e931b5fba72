/**
 * The registry without its worked patients, for what runs in the browser from the start. There it comes without the
 * prose and the sources of the reference pages as well, which are then empty: see scripts/browser-criteria.ts.
 */
export { definitions } from "./registry.ts";
