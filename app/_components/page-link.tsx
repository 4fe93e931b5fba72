"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";

/**
 * A link to another page of this app, which keeps what is in memory, such as what can be undone. It is used wherever
 * the calculator links: `next/link`, which fetches pages ahead as well, is 4 kB of scripts before the first answer.
 */
export function PageLink<Href extends string>({
  href,
  ...rest
}: Omit<ComponentProps<"a">, "href" | "onClick" | "target"> & { href: Route<Href> }) {
  const router = useRouter();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        // To another tab or window, or to a file: that is the browser's.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        router.push(href);
      }}
    />
  );
}
