import type { HttpStep } from "~/server/recipes/definition";
import { isObject } from "~/server/recipes/pointer";
import { toText } from "./value-text";

export type BodyType = NonNullable<HttpStep["bodyType"]>;

/** A JSON body as text, on several lines. */
export function readJson(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** The JSON that a text spells out; text that is none yet stays text, so that nothing typed is lost. */
export function writeJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  const parsed = parse(text);
  return parsed === undefined || typeof parsed === "string" ? text : parsed;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a stored body is JSON, or one template that yields it. */
export function isJsonBody(value: unknown): boolean {
  return typeof value !== "string" || /^\s*\{\{[^{}]*\}\}\s*$/.test(value);
}

/** A template at the end of this much JSON: with quotes, unless it stands inside some. */
export function quotedIn(before: string, template: string): string {
  const quotes = before.replace(/\\./g, "").split('"').length - 1;
  return quotes % 2 === 0 ? JSON.stringify(template) : template;
}

/** What of a body can be kept when it is sent another way. */
export function bodyAs(type: BodyType, body: unknown): unknown {
  if (type === "raw") return typeof body === "string" ? body : readJson(body);
  if (type === "json") return typeof body === "string" ? writeJson(body) : body;
  if (!isObject(body)) return undefined;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, toText(value)]));
}
