import type { NextConfig } from "next";
import { READ_IN_PART } from "./scripts/next-as-read.ts";
import { securityHeaders } from "./scripts/security-headers.ts";

const askedAgain = [{ key: "Cache-Control", value: "public, max-age=0, must-revalidate" }];

// While it reloads modules, Next reads more of itself.
const nextAsRead =
  process.env.NODE_ENV === "production"
    ? READ_IN_PART.map((path) => [
        path,
        { condition: "browser", loaders: [`${import.meta.dirname}/scripts/next-as-read.ts`], as: "*.js" },
      ])
    : [];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: true,
  // `npm test` runs tsc over everything, tests included. The build that `npm start`
  // makes for a user must not wait for that, nor fail on a test's types.
  typescript: { ignoreBuildErrors: true },
  // What tells a link of the phone's page that leads to a page of the other router. There is no such link on it, and
  // 500 phones would load it.
  experimental: { clientRouterFilter: false },
  // There are no bitmap images, so no image optimizer is needed on the server.
  images: { unoptimized: true },
  turbopack: {
    root: import.meta.dirname,
    rules: {
      "**/criteria/{core,finding-definitions,names,other-explanations}.ts": {
        condition: "browser",
        loaders: [`${import.meta.dirname}/scripts/criteria-as-data.ts`],
        as: "*.js",
      },
      "**/scripts/{identity,changelog,traceability}.ts": {
        loaders: [`${import.meta.dirname}/scripts/module-as-data.ts`],
        as: "*.js",
      },
      ...Object.fromEntries(nextAsRead),
    },
  },
  async headers() {
    // The development server evaluates strings to reload modules.
    return process.env.NODE_ENV === "development"
      ? []
      : [
          { source: "/:path*", headers: securityHeaders },
          // Next lets caches keep a page, and what lies under /_next/static, for a year. That is right only where a
          // name changes with the content, as those of scripts, styles, fonts and images of the build do.
          { source: "/:page((?!_next/|api$|api/).*)", headers: askedAgain },
          { source: "/_next/static/:file((?!chunks/|media/).*)", headers: askedAgain },
        ];
  },
};

export default config;
