import Link from "next/link";
import type { ReactNode } from "react";
import { Statement } from "./statement.tsx";

/** The top of every page: the name, what the page offers of its own, and the statement, which stays in view. */
export function SiteHeader({ children }: { children?: ReactNode }) {
  return (
    <header className="site-header">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <Link href="/" className="py-1 font-semibold">
          SLE classification criteria
        </Link>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">{children}</div>
      </div>
      <Statement />
    </header>
  );
}
