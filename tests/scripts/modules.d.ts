/** Plain JavaScript, because it runs before anything is installed; this says to the compiler what it gives. */
declare module "*/scripts/file-list.mjs" {
  type Measure = (path: string) => string;
  export const lengthOf: Measure;
  export const contentOf: Measure;
  export function listFiles(
    folder: string,
    measure: Measure,
    isLeftOut?: (path: string) => boolean,
  ): Record<string, string>;
  export function isWhole(folder: string, list: unknown, measure: Measure): boolean;
}

declare module "*/scripts/bootstrap.mjs" {
  /** Everything that a build is made from. */
  export const buildInputs: readonly string[];
  export const serverArguments: (port: number) => string[];
}
