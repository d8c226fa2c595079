import type { Metadata } from "next";
import { env } from "~/server/env";

interface PublicPage {
  /** Its one address, without a query. */
  path: string;
  title: string;
  description: string;
  /** Below /og: the picture that a shared link shows. */
  picture: string;
  /** Search engines may list it; true unless said. */
  listed?: boolean;
}

export const absolute = (path: string) => `${env.APP_URL}${path === "/" ? "" : path}`;

/** Title, description, canonical address and the card of a public page. Needs the running install's address. */
export function publicPage({ path, title, description, picture, listed = true }: PublicPage): Metadata {
  const image = { url: absolute(`/og/${picture}`), width: 1200, height: 630, alt: title };
  return {
    title: path === "/" ? { absolute: title } : title,
    description,
    alternates: { canonical: absolute(path) },
    openGraph: {
      type: "website",
      siteName: "Billhook",
      url: absolute(path),
      title,
      description,
      images: [image],
    },
    twitter: { card: "summary_large_image", title, description, images: [image.url] },
    ...(listed ? {} : { robots: { index: false, follow: true } }),
  };
}
