"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const PAGES = [
  { href: "/practice", title: "Cases" },
  { href: "/practice/progress", title: "Progress" },
  { href: "/practice/paper", title: "On paper" },
] as const;

/** A sitting is reached from the cases, and is none of the pages itself. */
const SITTING = "/practice/sitting";

/** The three pages of practice. */
export function PracticeMenu() {
  const path = usePathname();
  return (
    <nav aria-label="Practice" className="practice-menu">
      {PAGES.map(({ href, title }) => (
        <Link
          key={href}
          href={href}
          aria-current={
            path === href ? "page" : path?.startsWith(SITTING) && href === PAGES[0].href ? "true" : undefined
          }
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
