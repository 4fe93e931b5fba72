import { version } from "../../package.json";

/**
 * Which version of the app, and of its definitions where they have one, wrote a note, a file or a page of paper: the
 * one place that says so for all of them.
 */
export const madeBy: { readonly version: string; readonly definitionsVersion?: string } = { version };
