import type { z } from "zod";
import { pointerText } from "~/server/recipes/pointer";

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  message: string;
  keys?: string[];
  errors?: Issue[][];
}

export interface Finding {
  /** As problems write it: `attributes["a b"]`. */
  path: string;
  message: string;
  /** True for a key that the schema does not have. */
  isUnknown: boolean;
  /** True when a value is of the wrong type, not only a wrong one of the right type. */
  isType: boolean;
  /** True when the value as such does not fit; false for a check that looks at several fields. */
  isOfValue: boolean;
}

/** The issues of a failed parse, each at its own path, going into a union's best-fitting arm. */
export function flattenIssues(error: z.ZodError): Finding[] {
  return (error.issues as Issue[]).flatMap((issue) => flatten(issue, []));
}

function flatten(issue: Issue, base: PropertyKey[]): Finding[] {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys" && issue.keys) {
    return issue.keys.map((key) => ({
      path: written([...path, key]),
      message: "There is no such field here.",
      isUnknown: true,
      isType: false,
      isOfValue: true,
    }));
  }
  const arms = issue.code === "invalid_union" ? (issue.errors ?? []) : [];
  const best = arms.toSorted((a, b) => misfit(a) - misfit(b))[0];
  if (best && best.length > 0) return best.flatMap((inner) => flatten(inner, path));
  return [
    {
      path: written(path),
      message: sentence(issue),
      isUnknown: false,
      isType: issue.code === "invalid_type",
      isOfValue: issue.code !== "custom",
    },
  ];
}

/** Zod's keys may be symbols, JSON's are not. */
const written = (path: PropertyKey[]) =>
  pointerText(path.map((part) => (typeof part === "number" ? part : String(part))));

const CHOICES = /^Invalid (?:option: expected one of|discriminator value\. Expected) (.*)$/;

/** Zod speaks to programmers; where nothing was given, or no word of a list, say so. */
function sentence({ message }: Issue): string {
  if (message.endsWith("received undefined")) return "This is missing.";
  const [, choices] = CHOICES.exec(message) ?? [];
  if (choices) return `Must be one of ${choices.replaceAll(/["']/g, "").replaceAll(/ ?\| ?/g, ", ")}.`;
  return message.replace(/([^.!?])$/, "$1.");
}

/** An arm whose `kind` already differs is not the one that was meant. */
function misfit(arm: Issue[]): number {
  return arm.length + (arm.some(({ path }) => path.at(-1) === "kind") ? 1_000 : 0);
}
