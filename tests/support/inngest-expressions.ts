export type Json = Record<string, unknown>;

/** The value at a path like `event.data.sending`. */
export function at(root: Json, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (value as Json | undefined)?.[key], root);
}

/** Of Inngest's expressions only equalities joined by `&&`, which is what Billhook uses to match. */
export function holds(expression: string | undefined, root: Json): boolean {
  return (expression ?? "").split("&&").every((part) => {
    const [left = "", right = ""] = part.split("==").map((side) => side.trim());
    return at(root, left) === at(root, right);
  });
}
