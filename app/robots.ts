import type { MetadataRoute } from "next";

/** Every page may be found. There is no sitemap: it would have to name a host, and the app does not know its own. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/" } };
}
