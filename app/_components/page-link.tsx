"use client";

import type { Route } from "next";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { type ComponentProps, use } from "react";

/**
 * A link to another page of this app, which keeps what is in memory, such as what can be undone. It is used wherever
 * the calculator links: `next/link`, which fetches pages ahead as well, is 4 kB of scripts before the first answer.
 */
export function PageLink<Href extends string>({
  href,
  ...rest
}: Omit<ComponentProps<"a">, "href" | "onClick" | "target"> & { href: Route<Href> }) {
  // As `next/link` asks for it: without it, the link is the browser's.
  const router = use(AppRouterContext);
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        // To another tab or window, or to a file: that is the browser's.
        if (!router || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        router.push(href);
      }}
    />
  );
}
