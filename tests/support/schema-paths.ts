import { z } from "zod";

interface Node {
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  anyOf?: Node[];
}

/** The paths of all fields of an input that may be left out, at every depth: `items[].quantity`. */
export function optionalPaths(input: z.ZodType): string[] {
  return [...below(z.toJSONSchema(input, { io: "input" }) as Node, "")];
}

function below(node: Node, at: string): Set<string> {
  const found = new Set<string>();
  const addAll = (paths: Set<string>) => {
    for (const path of paths) found.add(path);
  };
  for (const [name, field] of Object.entries(node.properties ?? {})) {
    const path = at ? `${at}.${name}` : name;
    if (!node.required?.includes(name)) found.add(path);
    addAll(below(field, path));
  }
  if (node.items) addAll(below(node.items, `${at}[]`));
  for (const one of node.anyOf ?? []) addAll(below(one, at));
  return found;
}

/** The paths of all values of an input, written in the same way. */
export function givenPaths(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => givenPaths(item, `${at}[]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    const path = at ? `${at}.${name}` : name;
    return [path, ...givenPaths(field, path)];
  });
}
