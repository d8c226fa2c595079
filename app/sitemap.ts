import type { MetadataRoute } from "next";
import { BASICS, GUIDES } from "~/app/(marketing)/docs/guides";
import { absolute } from "~/app/(marketing)/seo";
import { pairPath } from "~/components/marketing/pair-links";
import { ACTIONS } from "~/server/connectors/catalog";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { popularPairs } from "~/server/recipes/pairs/pair";

/** The install's own address is part of it. */
export const dynamic = "force-dynamic";

/** Every public page that stands for itself. */
export default function sitemap(): MetadataRoute.Sitemap {
  const paths = [
    "/",
    "/templates",
    "/pricing",
    "/connect",
    "/docs",
    ...[...BASICS, ...GUIDES].map(({ href }) => href),
    ...TEMPLATES.map(({ id }) => `/templates/${id}`),
    ...popularPairs().map(({ event, action }) => pairPath({ event: event.type, action: action.id })),
    ...ACTIONS.map(({ id, app }) => `/docs/${app}/${id.slice(app.length + 1)}`),
  ];
  return paths.map((path) => ({ url: absolute(path) }));
}
