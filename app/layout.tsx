import "@fontsource-variable/atkinson-hyperlegible-next";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { Composition } from "./_components/composition.tsx";
import { NoScripts } from "./_components/no-scripts.tsx";
import { SiteFooter } from "./_components/site-footer.tsx";
import { Offline } from "./_offline/offline.tsx";

/**
 * The typeface, fetched with the page and not after its styles, and with a stand-in of the same width until it is
 * there, so that no line breaks anew. Letters beyond Latin come from the whole family, imported above.
 */
const atkinsonHyperlegibleNext = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--typeface",
});

export const metadata: Metadata = {
  title: { default: "SLE classification criteria", template: "%s · SLE classification criteria" },
  description:
    "Applies the published classification criteria for systemic lupus erythematosus to one patient and shows why. It does not diagnose.",
  referrer: "no-referrer",
  formatDetection: { telephone: false, date: false, email: false, address: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf7f1" },
    { media: "(prefers-color-scheme: dark)", color: "#12151d" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={atkinsonHyperlegibleNext.variable}>
      <body>
        <Composition />
        <Offline />
        <NoScripts />
        {children}
        <SiteFooter />
      </body>
    </html>
  );
}
