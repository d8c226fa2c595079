import type { Definition } from "~/server/recipes/definition";
import { getTemplate } from "~/server/recipes/gallery/index";
import { findPair, pairDefinition, pairName } from "~/server/recipes/pairs/pair";

export interface StartParams {
  template?: string | string[];
  event?: string | string[];
  action?: string | string[];
  prompt?: string | string[];
}

/** A longer text cannot travel in an address through signing up. */
const LONGEST_PROMPT = 2000;

/** What a visitor typed into the box, or null. */
export function promptOf({ prompt }: StartParams): string | null {
  return (typeof prompt === "string" && prompt.trim().slice(0, LONGEST_PROMPT)) || null;
}

/** This page's address with the same choice, for coming back after signing up. */
export function startPath(params: StartParams): string {
  const query = new URLSearchParams();
  for (const key of ["template", "event", "action"] as const) {
    const value = params[key];
    if (typeof value === "string") query.set(key, value);
  }
  const prompt = promptOf(params);
  if (prompt) query.set("prompt", prompt);
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
  const pair = findPair(event, action);
  return pair ? { name: pairName(pair), definition: pairDefinition(pair) } : null;
}
