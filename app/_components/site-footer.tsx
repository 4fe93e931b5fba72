import type { Route } from "next";
import { versionWords } from "../../lib/definition/identity.ts";
import { released } from "../../scripts/changelog.ts";
import { identity } from "../../scripts/identity.ts";
import { OperatorLine } from "./operator.tsx";
import { PageLink } from "./page-link.tsx";
import "./site-footer.css";

const LINKS: readonly { readonly href: Route; readonly title: string }[] = [
  { href: "/trust", title: "Why trust it" },
  { href: "/about#this-app", title: "Intended use" },
  { href: "/privacy", title: "Privacy" },
  { href: "/changelog", title: "Changelog" },
  { href: "/about#security", title: "Security" },
  { href: "/about#cite", title: "How to cite" },
  { href: "/about#fault", title: "Report a fault" },
];

/** What this is, which version, and who answers for it: the foot of every page. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        For study and teaching. Not a medical device. Version {versionWords(identity)},{" "}
        {released ? `released ${released}` : "not released yet"}. <OperatorLine />
      </p>
      <nav aria-label="About this app">
        {LINKS.map(({ href, title }) => (
          <PageLink key={href} href={href}>
            {title}
          </PageLink>
        ))}
      </nav>
    </footer>
  );
}
