import type { Problem } from "~/server/recipes/definition";
import { type LintEnvironment, problem, warning } from "./place";

const NAMES: Record<string, string> = { stripe: "Stripe", customerio: "Customer.io" };

/** Checks that a place has a connection of the right app in this workspace. */
export function lintConnection(
  path: string,
  id: string | null | undefined,
  app: string,
  { connections }: LintEnvironment,
): Problem[] {
  const name = NAMES[app] ?? app;
  const choose = `Choose a ${name} connection.`;
  if (!id) return [problem(path, `No ${name} connection is chosen.`, choose)];
  const found = connections.find((connection) => connection.id === id);
  if (!found) return [problem(path, "This connection does not exist in the workspace.", choose)];
  if (found.app !== app) return [problem(path, `This is not a ${name} connection.`, choose)];
  if (found.status !== "failing") return [];
  return [
    warning(path, "The last check of this connection failed.", "Check its keys on the connections page."),
  ];
}
