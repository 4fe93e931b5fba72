/**
 * Runs after `next build`: gives every prerendered page a Content-Security-Policy
 * that lists the hashes of its own inline scripts.
 *
 * Next writes its data into the page as inline scripts. A nonce would have to
 * differ for every visit, so no page could be static; the bytes of a static page
 * are known once it is built, so hashes cost nothing at run time. The policies go
 * into the manifest from which `next start` reads the headers of next.config.ts.
 * Without this step the policy from there stands, and no inline script runs.
 */
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connections, contentSecurityPolicy } from "./security-headers.ts";

interface RoutesManifest {
  headers: { source: string; regex: string; headers: { key: string; value: string }[] }[];
}

const build = join(import.meta.dirname, "..", ".next");
const manifestPath = join(build, "routes-manifest.json");

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function inlineScriptHashes(htmlPath: string): string[] {
  const html = readFileSync(htmlPath, "utf8");
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text = ""]) => `sha256-${createHash("sha256").update(text).digest("base64")}`,
  );
}

function policyFor(htmlPaths: readonly string[], route = ""): { key: string; value: string } {
  const hashes = new Set(htmlPaths.flatMap(inlineScriptHashes));
  return { key: "Content-Security-Policy", value: contentSecurityPolicy([...hashes], connections[route]) };
}

/** Pages that Next would render for each visit: their inline scripts cannot be listed beforehand. */
function pagesRenderedOnRequest(): string[] {
  const routes = readJson(join(build, "app-path-routes-manifest.json")) as Record<string, string>;
  const prerendered = readJson(join(build, "prerender-manifest.json")) as {
    routes: Record<string, unknown>;
    dynamicRoutes: Record<string, { fallback: unknown }>;
  };
  return (
    Object.entries(routes)
      .filter(([file]) => file.endsWith("/page"))
      .map(([, route]) => route)
      // What takes the place of a page that threw is made in the browser, where the policy of that page stands already.
      .filter((route) => route !== "/_global-error")
      .filter((route) => !(route in prerendered.routes) && prerendered.dynamicRoutes[route]?.fallback !== false)
  );
}

function seal(): void {
  // Next keeps its own error pages beside what stands in pages/.
  const pages = globSync("{app/**/*,pages/!(404|500)}.html", { cwd: join(build, "server") }).map((path) => ({
    path: join(build, "server", path),
    route: path
      .replaceAll("\\", "/")
      .replace(/^(app|pages)\/(index)?/, "/")
      .replace(/\.html$/, ""),
  }));
  // Error pages answer at any address, so their scripts are allowed wherever no page says otherwise.
  const errorPages = globSync("{app/_*,pages/{404,500}}.html", { cwd: join(build, "server") });
  const anywhere = policyFor(errorPages.map((path) => join(build, "server", path)));

  const manifest = readJson(manifestPath) as RoutesManifest;
  for (const { headers } of manifest.headers) {
    for (const header of headers) if (header.key === anywhere.key) header.value = anywhere.value;
  }
  // Where several entries match an address, the last one decides.
  for (const { path, route } of pages) {
    if (route.startsWith("/_")) continue;
    const literal = route.replaceAll(/[^\w/]/g, "\\$&");
    manifest.headers.push({ source: literal, regex: `^${literal}$`, headers: [policyFor([path], route)] });
  }
  writeFileSync(manifestPath, JSON.stringify(manifest));
}

const onRequest = pagesRenderedOnRequest();
if (onRequest.length > 0) {
  console.error(
    `These pages are not static, so the security policy cannot list their scripts: ${onRequest.join(", ")}. ` +
      "Keep them from reading the request, and give a dynamic segment generateStaticParams and dynamicParams = false.",
  );
  process.exitCode = 1;
} else {
  seal();
}
