import "@fontsource-variable/atkinson-hyperlegible-next";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { ServiceWorker } from "./_offline/service-worker.tsx";

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
    { media: "(prefers-color-scheme: light)", color: "#fbf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#14161d" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <ServiceWorker />
        {children}
      </body>
    </html>
  );
}
