import { z } from "zod";
import type { CatalogChannel, EditorCatalog } from "~/components/recipe/editor-catalog";
import { formFields } from "~/components/recipe/form-fields";
import { ACTIONS } from "~/server/connectors/catalog";
import { REPORTING_TYPES } from "~/server/connectors/customerio/reporting-types";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { TRIGGERS } from "~/server/connectors/triggers";
import { OPERATORS } from "~/server/recipes/operators";
import type { TriggerId } from "~/server/recipes/trigger-schema";
import type { ConnectionView } from "~/server/services/connection/schemas";
import type { RecipeSummary } from "~/server/services/recipe/schemas";

/** The catalog as plain data for the browser: forms instead of schemas, no code. */
export function editorCatalog(
  connections: ConnectionView[],
  recipes: RecipeSummary[],
  channels: CatalogChannel[],
): EditorCatalog {
  return {
    connections,
    channels,
    recipes: recipes.map(({ id, name, triggerEvents }) => ({
      id,
      name,
      callable: triggerEvents.includes("recipe.call"),
    })),
    reports: REPORTING_TYPES.map(({ type, title, group }) => ({ type, title, group })),
    triggers: TRIGGERS.map(({ id, app, title, summary, dedupe, config, sample }) => ({
      id: id as TriggerId,
      app,
      title,
      summary,
      dedupe,
      fields: formFields(z.toJSONSchema(config, { io: "input", unrepresentable: "any" })),
      sampleEvent: sample.event,
    })),
    events: STRIPE_EVENT_TYPES.map(({ type, title, group }) => ({ type, title, group })),
    operators: OPERATORS.map(({ id, label, arity }) => ({ id, label, arity })),
    actions: ACTIONS.map(({ id, app, title, summary, docs, effect, input, sample }) => ({
      id,
      app,
      title,
      summary,
      docs,
      effect,
      fields: formFields(z.toJSONSchema(input, { io: "input", unrepresentable: "any" })),
      sampleOutput: sample.output,
    })),
  };
}
