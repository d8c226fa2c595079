import type { MetadataRoute } from "next";
import { env } from "~/server/env";

/** The install's own address is part of it. */
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/api/",
        "/authorize",
        "/invitation/",
        "/new-workspace",
        "/operator",
        "/sandbox/",
        "/start",
        "/v1/",
        "/w/",
      ],
    },
    sitemap: `${env.APP_URL}/sitemap.xml`,
  };
}
