import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sparticuz, { inflate } from "@sparticuz/chromium";
import { type BrowserServer, chromium, type LaunchOptions } from "playwright-core";

const modules = join(import.meta.dirname, "../../../node_modules");
const unpacked = join(modules, ".cache/chromium");

/** Its own font settings expect the fonts in /tmp. A page without any system font shows no text at all. */
function fontSettings(): string {
  const path = join(unpacked, "fonts.conf");
  const folder = join(unpacked, "fonts/fonts");
  writeFileSync(path, `<fontconfig><dir>${folder}</dir><cachedir>${unpacked}/font-cache</cachedir></fontconfig>\n`);
  return path;
}

async function unpackedChromium(): Promise<LaunchOptions & { args: string[] }> {
  // The package unpacks into the temporary folder and takes whatever lies there,
  // of whichever version; a folder of our own goes away with node_modules.
  mkdirSync(unpacked, { recursive: true });
  process.env["TMPDIR"] = unpacked;
  const executablePath = await sparticuz.executablePath();
  const libraries = await inflate(join(modules, "@sparticuz/chromium/bin/al2023.tar.br"));
  return {
    executablePath,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(libraries, "lib"),
      FONTCONFIG_FILE: fontSettings(),
    },
    args: [
      // CI and containers run as root, where the sandbox cannot start.
      "--no-sandbox",
      "--disable-gpu",
      "--font-render-hinting=none",
      // It would look up its maker's hosts, which no test may depend on.
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
}

/**
 * A headless Chromium that came with the npm packages, so that neither a browser
 * nor its libraries have to be on the machine. CHROMIUM_PATH names another one,
 * for systems other than Linux on x64. With a debugging port, programs other than
 * Playwright can steer it too.
 */
export async function startChromium(debuggingPort?: number): Promise<BrowserServer> {
  const own = process.env["CHROMIUM_PATH"];
  const { args, ...options } = own ? { executablePath: own, args: [] } : await unpackedChromium();
  const port = debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`];
  return chromium.launchServer({ ...options, args: [...args, ...port] });
}
