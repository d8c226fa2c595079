import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { Pointer } from "~/server/recipes/pointer";
import { type TemplateUse, templateUses } from "~/server/recipes/template-paths";

/** The data that a text's templates refer to. A broken template refers to nothing; it is told of elsewhere. */
export function usesIn(value: unknown): TemplateUse[] {
  try {
    return templateUses(value);
  } catch {
    return [];
  }
}

/** What a text is, when it is nothing but one piece of data without a filter, so that the data's type is kept. */
export function wholeUse(value: unknown): Pointer | null {
  if (typeof value !== "string" || !/^\{\{-?[^|{}]+\}\}$/.test(value)) return null;
  const [use, ...others] = usesIn(value);
  if (!use || others.length > 0) return null;
  // A literal or a range around the data would not be that data any more.
  const inside = value.replace(/^\{\{-?\s*|\s*-?\}\}$/g, "");
  return inside === writtenPath(use.segments) ? use.segments : null;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Matches a path where a template's text says just it, and not the beginning or the end of another. */
function pattern(from: Pointer): RegExp {
  return new RegExp(`(?<![\\w.\\]-])${escaped(writtenPath(from))}(?![\\w[.-])`, "g");
}

/** A template's text with other data in one place's stead; undefined when the text writes that place in another way. */
export function withOther(text: unknown, from: Pointer, to: Pointer): string | undefined {
  if (typeof text !== "string") return undefined;
  const changed = text.replace(pattern(from), () => writtenPath(to));
  return changed === text ? undefined : changed;
}

/** A text in which one piece of data has a default, where it stands without a filter. */
export function withDefault(text: string, from: Pointer, fallback: string): string | undefined {
  const output = new RegExp(`\\{\\{\\s*${pattern(from).source}\\s*\\}\\}`, "g");
  const changed = text.replace(output, () => `{{ ${writtenPath(from)} | default: "${fallback}" }}`);
  return changed === text ? undefined : changed;
}
