import type { Route } from "next";
import { PageLink } from "./page-link.tsx";

/** The pages that a person goes to by name, in the order in which they are needed. A new one is one line here. */
const PAGES: readonly { readonly href: Route; readonly title: string }[] = [
  { href: "/", title: "Calculator" },
  { href: "/criteria", title: "Criteria" },
  { href: "/findings", title: "Findings" },
  { href: "/practice", title: "Practice" },
  { href: "/rounds", title: "Rounds" },
  { href: "/cohort", title: "Cohorts" },
  { href: "/about", title: "About" },
  { href: "/developers", title: "Developers" },
];

/** The way between the pages, the same on each of them. */
export function SiteNav() {
  return (
    <nav aria-label="Site" className="site-nav">
      {PAGES.map(({ href, title }) => (
        <PageLink key={href} href={href}>
          {title}
        </PageLink>
      ))}
    </nav>
  );
}
