"use client";

import "./globals.css";
import { BrokenPage } from "./_record/broken-page.tsx";
import { browserPlaces } from "./_store/browser-places.ts";

/** For when even the frame of the pages threw: it stands alone, and offers all that the app keeps. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>SLE classification criteria</title>
        <main id="content" className="px-4 lg:px-6">
          <BrokenPage keys={browserPlaces.keys} />
        </main>
      </body>
    </html>
  );
}
