import type { ReactNode } from "react";
import { CONTENT_ID } from "./keep-focus.ts";
import { PageLink } from "./page-link.tsx";
import { SiteMenu } from "./site-menu.tsx";
import { SiteNav } from "./site-nav.tsx";
import { Statement, StatementLine } from "./statement.tsx";
import "./site-header.css";

/**
 * The top of every page: the name, what the page offers of its own, and the statement, which stays in view. On a narrow
 * screen it is one line: the ways between the pages and the tools open from a menu, and of the statement one line stays.
 */
export function SiteHeader({
  patient,
  tools,
  skipTo = CONTENT_ID,
}: {
  /** Whose record is on the page; beside the name. */
  patient?: ReactNode;
  /** What can be done with the record: on a wide screen in the line, on a narrow one in the menu. */
  tools?: ReactNode;
  skipTo?: string;
}) {
  return (
    <>
      <a href={`#${skipTo}`} className="skip-link">
        Skip to the content
      </a>
      <header className="site-header" data-patient={patient !== undefined}>
        <PageLink href="/" className="site-name" aria-label="SLE classification criteria">
          SLE<span className="site-name-more"> classification</span>
          {!patient && <span className="site-name-whole"> criteria</span>}
        </PageLink>
        {patient}
        <SiteMenu>
          <SiteNav />
          {tools && <div className="site-tools">{tools}</div>}
        </SiteMenu>
      </header>
      <section className="statement-part" aria-label="What this does and does not do">
        <StatementLine />
        <div className="statement">
          <Statement />
        </div>
      </section>
    </>
  );
}
