"use client";

import { SiteHeader } from "../_components/site-header.tsx";
import { BrokenPage } from "./broken-page.tsx";
import { calculatorKeys } from "./session/calculator-keys.ts";

/** For a page that threw. What the calculator keeps may be the reason, and must not be the end of it. */
export default function PageError() {
  return (
    <>
      <SiteHeader />
      <main id="content" className="px-4 lg:px-6">
        <BrokenPage keys={calculatorKeys} />
      </main>
    </>
  );
}
