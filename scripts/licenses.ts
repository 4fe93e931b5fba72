/** The licenses of what is installed to run the app, read from package-lock.json; as a file, docs/licenses.md. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly optional: boolean;
}

/** Licenses that ask for no more than their text and the names of the authors. */
export const PERMISSIVE: readonly string[] = [
  ...["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Unlicense", "WTFPL OR ISC"],
];

/** What has another license, by the beginning of its name, with why it is here all the same. */
export const EXCEPTIONS: readonly { readonly name: string; readonly license: string; readonly why: string }[] = [
  {
    name: "@fontsource-variable/atkinson-hyperlegible-next",
    license: "OFL-1.1",
    why: "a typeface, under the license of typefaces: it may be served, and not be sold by itself",
  },
  {
    name: "@lhncbc/ucum-lhc",
    license: "SEE LICENSE IN LICENSE.md",
    why: "BSD-like license of the US National Library of Medicine, with the terms of UCUM",
  },
  {
    name: "caniuse-lite",
    license: "CC-BY-4.0",
    why: "a table of what browsers can do, read when the app is built and no part of it",
  },
  {
    name: "@img/sharp-",
    license: "LGPL-3.0-or-later",
    why: "libvips, used unmodified: an optional part of Next's image optimizer, which is turned off",
  },
];

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "package-lock.json"), "utf8"),
);

const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** Everything that is installed to run the app, what is optional included. */
export const packages: readonly Package[] = Object.entries(lock.packages)
  .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional)
  .map(([path, { version = "", license = "none", optional = false }]) => ({
    name: nameOf(path),
    version,
    license,
    optional,
  }))
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));

/** The packages that ask to run a script when they are installed, whatever they are for. */
export const withInstallScript: readonly string[] = [
  ...new Set(
    Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path)),
  ),
].sort();

/** The exception that names a package, where its license is not a permissive one. */
export const exceptionOf = ({ name, license }: Package) =>
  EXCEPTIONS.find((one) => name.startsWith(one.name) && license.includes(one.license));

/** The list as a file. */
export function licensesMarkdown(): string {
  return [
    "# Licenses",
    "",
    "Of everything that is installed to run the app, made by `npm run -s trace -- --write` from `package-lock.json`. `npm run -s sbom` prints the same as a bill of materials (CycloneDX). CI fails when the list is not up to date, and when a license is neither permissive nor named here with its reason.",
    "",
    "Not permissive, or of a kind of their own:",
    "",
    ...EXCEPTIONS.map(
      ({ name, license, why }) => `- \`${name}${name.endsWith("-") ? "..." : ""}\` (${license}): ${why}.`,
    ),
    "",
    "| Package | Version | License |",
    "| --- | --- | --- |",
    ...packages.map(
      ({ name, version, license, optional }) => `| ${name}${optional ? " (optional)" : ""} | ${version} | ${license} |`,
    ),
    "",
  ].join("\n");
}
