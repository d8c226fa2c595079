import type { Problem, Repair } from "~/server/recipes/definition";
import { type LintConnection, type LintEnvironment, problem, warning } from "./place";
import { setTo } from "./repairs";

const NAMES: Record<string, string> = { stripe: "Stripe", customerio: "Customer.io", http: "HTTP" };

/** Checks that a place has a connection of the right app in this workspace. */
export function lintConnection(
  path: string,
  id: string | null | undefined,
  app: string,
  { connections }: LintEnvironment,
  fits: (connection: LintConnection) => boolean = () => true,
): Problem[] {
  const name = NAMES[app] ?? app;
  const choose = `Choose a ${name} connection.`;
  const repair = onlyOne(
    path,
    connections.filter((one) => one.app === app && works(one) && fits(one)),
  );
  if (!id) return [problem(path, `No ${name} connection is chosen.`, choose, repair)];
  const found = connections.find((connection) => connection.id === id);
  if (!found) return [problem(path, "This connection does not exist in the workspace.", choose, repair)];
  if (found.app !== app) return [problem(path, `This is not a ${name} connection.`, choose, repair)];
  return lintHealth(path, found);
}

/**
 * Keys that were refused may work again by the next event, and Stripe's own outage looks the same, so that is a warning.
 * Without any credentials no call can ever be made: that alone keeps a recipe from going live.
 */
function lintHealth(path: string, { isEnded, status, statusDetail }: LintConnection): Problem[] {
  const why = statusDetail ? ` ${statusDetail}` : "";
  if (isEnded) {
    const fix = "Connect the account again on the connections page, or choose another connection.";
    return [problem(path, `No step can use this connection any more.${why}`, fix)];
  }
  if (status !== "failing") return [];
  return [
    warning(
      path,
      `The last check of this connection failed.${why}`,
      "Check its keys on the connections page.",
    ),
  ];
}

/** A step that acts in the other mode than the one its events come from. */
export function lintMode(
  path: string,
  id: string | null | undefined,
  trigger: string | null | undefined,
  { connections }: LintEnvironment,
): Problem[] {
  const modeOf = (one: string | null | undefined) =>
    connections.find((connection) => connection.id === one && connection.app === "stripe")?.mode;
  const [here, there] = [modeOf(id), modeOf(trigger)];
  if (!here || !there || here === there) return [];
  const message = `This account is in ${here} mode, and the events come from one in ${there} mode.`;
  return [warning(path, message, "Stripe's two modes know nothing of each other: choose the same one.")];
}

const works = ({ status, isEnded }: LintConnection) => status !== "failing" && !isEnded;

function onlyOne(path: string, fitting: readonly LintConnection[]): Repair | undefined {
  const [only, ...others] = fitting;
  if (!only || others.length > 0) return undefined;
  return setTo(only.name ? `Use “${only.name}”` : "Use the only one there is", path, only.id);
}
