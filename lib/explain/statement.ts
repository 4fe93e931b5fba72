/** Always in view: on every page, print, export and answer of the API. */
export const STATEMENT =
  "This applies classification criteria. It does not diagnose. " +
  "The diagnosis of SLE must be made by a physician who specializes in the disease.";
