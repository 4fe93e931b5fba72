import { readFileSync } from "node:fs";
import { join } from "node:path";

const manifest = join(import.meta.dirname, "../../../.next/prerender-manifest.json");

/** A page of the production build: its address, and the file of `app/` that makes it and perhaps others like it. */
export interface BuiltPage {
  readonly path: string;
  readonly route: string;
}

/** Every page of the build that a person can open, in the order of their addresses. */
export function builtPages(): readonly BuiltPage[] {
  const { routes } = JSON.parse(readFileSync(manifest, "utf8")) as {
    routes: Record<string, { srcRoute: string | null; initialHeaders?: Record<string, string> }>;
  };
  return Object.entries(routes)
    .filter(([path, { initialHeaders }]) => !path.startsWith("/_") && isPage(path, initialHeaders?.["content-type"]))
    .map(([path, { srcRoute }]) => ({ path, route: srcRoute ?? path }))
    .sort((a, b) => a.path.localeCompare(b.path, "en"));
}

/** One page of each kind: pages that the same file makes differ in their text only. */
export function onePageOfEachKind(): readonly BuiltPage[] {
  return [
    ...new Map(
      builtPages()
        .toReversed()
        .map((page) => [page.route, page]),
    ).values(),
  ].toReversed();
}

/** The build also writes files beforehand, such as the icon and the answers of the interface for programs. */
function isPage(path: string, type: string | undefined): boolean {
  return type === undefined && !path.startsWith("/api/");
}
