/**
 * Runs after `next build`: writes the list of everything that the service worker (public/sw.js) keeps for use without
 * a network: the scripts, styles and fonts of the build, every page, and the icons. The list carries a version made
 * from the content of all of it, so that a changed build is a changed worker.
 */
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const build = join(root, ".next");
const listName = "precache.js";

interface Kept {
  readonly url: string;
  readonly path: string;
}

function kept(folder: string, pattern: string, urlOf: (path: string) => string): Kept[] {
  return globSync(pattern, { cwd: folder })
    .map((path) => path.replaceAll("\\", "/"))
    .map((path) => ({ url: urlOf(path), path: join(folder, path) }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

const files = [
  ...kept(join(build, "static"), "**/*.{js,css,woff2}", (path) => `/_next/static/${path}`),
  ...kept(join(root, "public"), "*.png", (path) => `/${path}`),
  ...kept(join(root, "app"), "{icon.svg,apple-icon.png}", (path) => `/${path}`),
].filter(({ url }) => !url.endsWith(listName));

const addressOf = (path: string) => `/${path.replace(/(^index)?\.html$/, "")}`;
const pages = [
  ...kept(join(build, "server/app"), "**/*.html", addressOf),
  ...kept(join(build, "server/pages"), "!(404|500).html", addressOf),
].filter(({ url }) => !url.startsWith("/_"));

const hash = createHash("sha256");
for (const { url, path } of [...files, ...pages]) hash.update(url).update(readFileSync(path));

const list = {
  version: hash.digest("hex").slice(0, 16),
  files: [...files.map(({ url }) => url), "/manifest.webmanifest"],
  pages: pages.map(({ url }) => url),
};
writeFileSync(join(build, "static", listName), `self.precache = ${JSON.stringify(list)};\n`);
