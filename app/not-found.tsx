import type { Metadata } from "next";
import { PageLink } from "./_components/page-link.tsx";
import { SiteHeader } from "./_components/site-header.tsx";

export const metadata: Metadata = { title: "Page not found" };

/** For an address that leads nowhere. */
export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="mx-auto max-w-prose space-y-4 px-4 py-8 lg:px-6">
        <h1 className="text-heading font-semibold">There is no page at this address</h1>
        <p>It may have been typed wrong or cut off on the way. Nothing that you entered is lost.</p>
        <ul className="space-y-1">
          <li>
            <PageLink href="/" className="link">
              To the calculator and your patients
            </PageLink>
          </li>
          <li>
            <PageLink href="/criteria" className="link">
              To the criteria sets
            </PageLink>
          </li>
          <li>
            <PageLink href="/findings" className="link">
              To all findings
            </PageLink>
          </li>
        </ul>
      </main>
    </>
  );
}
