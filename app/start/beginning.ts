import { starterAction, starterDefinition } from "~/components/marketing/starter";
import { getAction } from "~/server/connectors/catalog";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import type { Definition } from "~/server/recipes/definition";
import { getTemplate } from "~/server/recipes/gallery/index";

export interface StartParams {
  template?: string | string[];
  event?: string | string[];
  action?: string | string[];
}

/** This page's address with the same choice, for coming back after signing up. */
export function startPath(params: StartParams): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (typeof value === "string") query.set(key, value);
  return `/start?${query}`;
}

interface Beginning {
  name: string;
  definition: Definition;
  templateId?: string;
}

/** The recipe that a visitor chose on the public pages, or null. */
export function beginning({ template, event, action }: StartParams): Beginning | null {
  const chosen = typeof template === "string" ? getTemplate(template) : undefined;
  if (chosen) return { name: chosen.name, definition: chosen.definition, templateId: chosen.id };
  const type = STRIPE_EVENT_TYPES.find((known) => known.type === event);
  if (!type || typeof action !== "string") return null;
  const actionId = starterAction(action);
  const title = getAction(actionId)?.title ?? actionId;
  return {
    name: `${type.title}: ${title.toLowerCase()}`,
    definition: starterDefinition(type.type, actionId),
  };
}
