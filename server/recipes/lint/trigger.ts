import { getTrigger } from "~/server/connectors/triggers";
import type { Problem } from "~/server/recipes/definition";
import { eventTypesOf, triggerApp } from "~/server/recipes/trigger";
import type { Trigger } from "~/server/recipes/trigger-schema";
import { lintConnection } from "./connection";
import { lintEvents } from "./events";
import { lintInput } from "./input";
import { type LintConnection, type LintEnvironment, problem } from "./place";
import { lintTemplates } from "./templates";

const CONFIG = "trigger.config";

/** What is wrong with what starts a recipe: its connection, its config, and what its kind needs beside. */
export function lintTrigger(trigger: Trigger, environment: LintEnvironment): Problem[] {
  const app = triggerApp(trigger.type);
  const canStart = (one: LintConnection) =>
    trigger.type !== "customerio.reporting" || one.canReport !== false;
  return [
    ...(app ? lintConnection("trigger.connection", trigger.connection, app, environment, canStart) : []),
    ...lintConfig(trigger),
    ...lintSecret(trigger, environment),
    ...lintReporting(trigger, environment),
  ];
}

function lintConfig(trigger: Trigger): Problem[] {
  const { type, config } = trigger;
  if (type === "stripe.event") return lintEvents(eventTypesOf(trigger), `${CONFIG}.events`, "Stripe version");
  const declared = getTrigger(type);
  if (!declared) return [];
  const place = { path: CONFIG, known: new Map(), all: [], assured: [] };
  const found = [...lintTemplates(config, place), ...lintInput(config, declared.config, CONFIG)];
  const hasEvents = type === "stripe.poll" || type === "customerio.reporting";
  if (!hasEvents || found.some(({ path }) => path === `${CONFIG}.events`)) return found;
  const source = type === "stripe.poll" ? "Stripe version" : "Customer.io reference";
  return [...found, ...lintEvents(eventTypesOf(trigger), `${CONFIG}.events`, source)];
}

/** A secret is no part of the definition, which people export and share. */
function lintSecret({ type, config }: Trigger, { hasHookSecret }: LintEnvironment): Problem[] {
  if (type !== "webhook" || config.auth === "none" || hasHookSecret !== false) return [];
  return [
    problem(
      `${CONFIG}.auth`,
      "The secret of the caller is not set.",
      "Enter it under “The caller's secret”.",
    ),
  ];
}

function lintReporting({ type, connection }: Trigger, { connections }: LintEnvironment): Problem[] {
  const found = connections.find(({ id }) => id === connection);
  if (type !== "customerio.reporting" || found?.app !== "customerio" || found.canReport !== false) return [];
  return [
    problem(
      "trigger.connection",
      "Billhook does not know this account's webhook signing key, so that its reports cannot be checked.",
      "Enter the signing key on the connection's page.",
    ),
  ];
}
