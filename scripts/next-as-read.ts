/**
 * A loader: modules of Next of which a page in a browser reads little or nothing, as what is read of them. They are lists
 * of names for the build, what matches addresses with parts that change, which no page of `pages/` has, and what calls
 * server actions, of which this app has none. What is left out and asked for all the same says so instead of being
 * undefined.
 */
import { createRequire } from "node:module";
import { relative, sep } from "node:path";

/** What is read of each in the browser, by its place in `next/dist`. */
const read: Readonly<Record<string, readonly string[]>> = {
  "shared/lib/constants.js": [],
  "lib/constants.js": [
    "MATCHED_PATH_HEADER",
    "NEXT_INTERCEPTION_MARKER_PREFIX",
    "NEXT_NAV_DEPLOYMENT_ID_HEADER",
    "NEXT_QUERY_PARAM_PREFIX",
  ],
  "compiled/path-to-regexp/index.js": [],
  "client/components/router-reducer/reducers/server-action-reducer.js": [],
};

/** Which modules these are, as Turbopack finds them. */
export const READ_IN_PART: readonly string[] = Object.keys(read).map((path) => `**/next/dist/${path}`);

const require = createRequire(import.meta.url);
const folder = require.resolve("next/package.json").replace("package.json", "dist");

export default function load(this: { readonly resourcePath: string }): string {
  return asRead(relative(folder, this.resourcePath).split(sep).join("/"));
}

/** @throws RangeError when the module is none that is read in part, or has not what is read of it. */
export function asRead(path: string): string {
  const names = read[path];
  if (!names) throw new RangeError(`next/dist/${path} is read as it is`);
  // What nothing is read of is not run: it may be of the browser alone.
  const all: Readonly<Record<string, unknown>> = names.length > 0 ? require(`next/dist/${path}`) : {};
  const kept = names.map((name) => {
    if (typeof all[name] !== "string") throw new RangeError(`next/dist/${path} has no text ${name}`);
    return [name, all[name]];
  });
  return `module.exports = new Proxy(${JSON.stringify(Object.fromEntries(kept))}, {
  get(kept, name) {
    if (name in kept || name === "__esModule" || typeof name === "symbol") return kept[name];
    throw new Error(name + " is left out in the browser: scripts/next-as-read.ts");
  },
});
`;
}
