import { Context, Drop, evalToken, Output, type Template, TypeGuards, toValueSync } from "liquidjs";
import { guarded, isTemplate, liquid, parseTemplate, TemplateError } from "./liquid";

/** What templates see. `now` is an ISO 8601 time in UTC. */
export interface Scope {
  trigger: unknown;
  steps: Record<string, { output: unknown }>;
  loop?: unknown;
  run?: unknown;
  now?: string;
}

export interface ResolvedValue {
  value: unknown;
  /** Where a template found nothing and no fallback helped: `attributes.plan`, `ids[0]`; "" is the value itself. */
  missing: string[];
  /** Where a template found null or an empty text, as Stripe writes what it does not know, and no fallback helped. */
  blank: string[];
}

export interface ResolveOptions {
  /** Path → value to use when the template there finds nothing, null or an empty text. May hold templates itself. */
  onMissing?: Record<string, unknown> | undefined;
}

interface Resolving {
  scope: Scope;
  fallbacks: Record<string, unknown>;
  missing: string[];
  blank: string[];
  /** How much more text the templates may make together. */
  room: { left: number };
}

const MAX_DEPTH = 64;
/** More than any step takes; a short text can name a large value a thousand times. */
const MAX_TEXT = 2_000_000;

/**
 * Fills in the templates of any JSON. A text that is exactly one `{{ … }}` keeps the type of what it finds. What is
 * missing and has no fallback is left out of its object or list and named in `missing`. The input is never changed.
 * Throws TemplateError for a template that is broken.
 */
export function resolve(value: unknown, scope: Scope, options: ResolveOptions = {}): ResolvedValue {
  const resolving: Resolving = {
    scope,
    fallbacks: options.onMissing ?? {},
    missing: [],
    blank: [],
    room: { left: MAX_TEXT },
  };
  const resolved = resolveAt(value, "", resolving, 0);
  return { value: resolved, missing: resolving.missing, blank: resolving.blank };
}

function resolveAt(value: unknown, path: string, resolving: Resolving, depth: number): unknown {
  if (depth > MAX_DEPTH)
    throw new TemplateError(path, `The input is nested deeper than ${MAX_DEPTH} levels.`);
  if (typeof value === "string") return resolveText(value, path, resolving);
  if (Array.isArray(value)) {
    const members = value.map((member, index) =>
      resolveAt(member, `${path}[${index}]`, resolving, depth + 1),
    );
    return members.filter((member) => member !== undefined);
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [
    key,
    resolveAt(member, path ? `${path}.${key}` : key, resolving, depth + 1),
  ]);
  return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
}

function resolveText(text: string, path: string, resolving: Resolving): unknown {
  if (!isTemplate(text)) return text;
  const found = evaluateText(text, path, resolving);
  const isNothing = found === undefined || found === null || found === "";
  if (isNothing && Object.hasOwn(resolving.fallbacks, path)) {
    const fallback = resolve(resolving.fallbacks[path], resolving.scope);
    if (fallback.value !== undefined) return fallback.value;
  }
  if (isNothing) (found === undefined ? resolving.missing : resolving.blank).push(path);
  return found;
}

/** The value of one text, undefined when it found nothing. */
function evaluateText(text: string, path: string, { scope, room }: Resolving): unknown {
  const templates = parseTemplate(text, path);
  return guarded(path, () => {
    const context = new Context({ ...scope }, liquid.options, {}, { liquid });
    const [only] = templates;
    if (templates.length === 1 && only instanceof Output) return evaluateOutput(only, context);
    return renderText(templates, context, room);
  });
}

/** Text around values; one value that is not there makes the whole text missing, instead of a text with a gap. */
function renderText(templates: Template[], context: Context, room: Resolving["room"]): string | undefined {
  const parts = templates.map((template) => {
    const part = renderPart(template, context);
    room.left -= part?.length ?? 0;
    if (room.left < 0) throw new Error(`it makes more than ${MAX_TEXT / 1_000_000} MB of text`);
    return part;
  });
  return parts.includes(undefined) ? undefined : parts.join("");
}

function renderPart(template: Template, context: Context): string | undefined {
  if (!(template instanceof Output))
    return String(toValueSync(liquid.renderer.renderTemplates([template], context)));
  const value = evaluateOutput(template, context);
  return value === undefined || value === null ? undefined : asText(value);
}

/** Filters would turn nothing into an empty text; only `default` may make something of it. */
function evaluateOutput({ value }: Output, context: Context): unknown {
  const hasDefault = value.filters.some(({ name }) => name === "default");
  if (!hasDefault && leadsNowhere(value, context)) return undefined;
  return asJson(toValueSync(value.value(context, true)));
}

/** Liquid finds null behind null: `discount.coupon` of a discount that is null. Here such a way leads nowhere. */
function leadsNowhere({ initial }: Output["value"], context: Context): boolean {
  const found = toValueSync(initial.evaluate(context, true));
  if (found !== null) return found === undefined;
  const [token] = initial.postfix;
  if (initial.postfix.length !== 1 || !TypeGuards.isPropertyAccessToken(token)) return false;
  if (token.props.length < 2) return false;
  const above = Object.assign(Object.create(Object.getPrototypeOf(token)), token, {
    props: token.props.slice(0, -1),
  });
  const parent: unknown = toValueSync(evalToken(above, context, true));
  return parent === null || parent === undefined;
}

function asJson(value: unknown): unknown {
  if (value instanceof Drop || typeof value === "function" || typeof value === "symbol") return undefined;
  return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
}

function asText(value: unknown): string {
  const isList = Array.isArray(value) && value.every((member) => typeof member !== "object");
  if (isList) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
