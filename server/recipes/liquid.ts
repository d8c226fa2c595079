import { Liquid, LiquidError, type Template } from "liquidjs";
import { AppError } from "~/server/errors";
import { FILTERS } from "./filters/filters";

const MAX_TEMPLATE_LENGTH = 20_000;
const MAX_RENDER_MS = 1000;
const MAX_NEW_OBJECTS = 2_000_000;
const MAX_CACHED = 2000;

/** They reach files, or write into the data they are given. */
const FORBIDDEN_TAGS = ["include", "render", "layout", "block", "increment", "decrement"];

/** Liquid's own filters of times, and the words that are the clock's time for them: a run that is tried again has one time. */
const DATE_FILTERS = ["date", "date_to_xmlschema", "date_to_rfc822", "date_to_string", "date_to_long_string"];
const NOW: ReadonlySet<unknown> = new Set(["now", "today"]);

/** A template that cannot be understood or rendered; `path` says where in the input it stands. */
export class TemplateError extends AppError {
  constructor(
    readonly path: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super("invalid_input", message, { path }, options);
  }
}

function createEngine(): Liquid {
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    templates: {},
    timezoneOffset: 0,
    locale: "en-US",
    parseLimit: MAX_TEMPLATE_LENGTH,
    renderLimit: MAX_RENDER_MS,
    memoryLimit: MAX_NEW_OBJECTS,
  });
  for (const tag of FORBIDDEN_TAGS) delete engine.tags[tag];
  delete engine.filters.sample;
  for (const name of DATE_FILTERS) {
    const builtIn = engine.filters[name];
    if (typeof builtIn !== "function") continue;
    engine.registerFilter(name, function (value, ...rest) {
      const now: unknown = NOW.has(value) ? this.context.getSync(["now"]) : undefined;
      return builtIn.call(this, now ?? value, ...rest);
    });
  }
  for (const { name, apply, usesNow } of FILTERS)
    engine.registerFilter(name, function (value, ...parameters) {
      const isAlone = usesNow && parameters.length === 0;
      return apply(value, ...(isAlone ? [this.context.getSync(["now"])] : parameters));
    });
  return engine;
}

export const liquid = createEngine();

const parsed = new Map<string, Template[]>();

/** Whether a text has anything that Liquid would touch. */
export function isTemplate(text: string): boolean {
  return text.includes("{{") || text.includes("{%");
}

/** Parses a text once; the same text later comes from a cache. Throws TemplateError. */
export function parseTemplate(text: string, path: string): Template[] {
  const known = parsed.get(text);
  if (known) return known;
  const templates = guarded(path, () => liquid.parse(text));
  if (parsed.size >= MAX_CACHED) parsed.clear();
  parsed.set(text, templates);
  return templates;
}

/** Runs a piece of Liquid and turns what it throws into a TemplateError. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(path, `The template${path && ` in ${path}`} is broken: ${reason(error)}.`, {
      cause: error,
    });
  }
}

/** Liquid's own words without its position, which means little inside one field. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return "it cannot be read";
  const message = LiquidError.is(error) ? error.originalError?.message || error.message : error.message;
  return message.replace(/, line:\d+, col:\d+$/, "").replace(/\.$/, "");
}
