import Link from "next/link";
import type { ReactNode } from "react";
import { CONTENT_ID } from "./keep-focus.ts";
import { SiteNav } from "./site-nav.tsx";
import { Statement } from "./statement.tsx";
import "./site-header.css";

/** The top of every page: the name, what the page offers of its own, and the statement, which stays in view. */
export function SiteHeader({ children, skipTo = CONTENT_ID }: { children?: ReactNode; skipTo?: string }) {
  return (
    <>
      <a href={`#${skipTo}`} className="skip-link">
        Skip to the content
      </a>
      <header className="site-header">
        <Link href="/" className="py-1 font-semibold">
          SLE classification criteria
        </Link>
        <SiteNav />
        {children && <div className="site-menu site-tools">{children}</div>}
      </header>
      <section className="statement" aria-label="What this does and does not do">
        <Statement />
      </section>
    </>
  );
}
