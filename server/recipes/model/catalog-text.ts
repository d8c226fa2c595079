import { z } from "zod";
import { REPORTING_TYPES } from "~/server/connectors/customerio/reporting-types";
import { EVENT_TYPE_TABLE } from "~/server/connectors/stripe/event-type-table";
import { OFFERED_ACTIONS, OFFERED_TRIGGERS } from "./offered";

/** The catalog's words in few lines, for a language model: ids, titles and the names of fields; nothing of a workspace. */
export function catalogText(): string {
  const triggers = OFFERED_TRIGGERS.map(
    ({ id, title, config, sample }) =>
      `${id}: ${title}. config: ${fieldsOf(config)}; e.g. ${JSON.stringify(sample.config)}`,
  );
  const actions = OFFERED_ACTIONS.map(
    ({ id, title, effect, input }) =>
      `${id}: ${title}${effect === "read" ? " (reads)" : ""}. ${fieldsOf(input)}`,
  );
  const events = Object.entries(EVENT_TYPE_TABLE).map(([group, names]) => `${group}.: ${names}`);
  return [
    "TRIGGERS (* = required)",
    ...triggers,
    "ACTIONS (* = required)",
    ...actions,
    "STRIPE EVENT TYPES (prefix, then the rest of each)",
    ...events,
    "CUSTOMER.IO REPORTS",
    REPORTING_TYPES.map(({ type }) => type).join(" "),
  ].join("\n");
}

interface Field {
  type?: unknown;
  enum?: unknown[];
}

/** `amount*:integer, reason:duplicate|fraudulent`. A consent is a person's to give, so it is not named. */
function fieldsOf(schema: z.ZodObject): string {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.entries(properties as Record<string, Field>)
    .filter(([name]) => name !== "confirm")
    .map(([name, { type, enum: choices }]) => {
      const kind = choices ? choices.join("|") : type === undefined || type === "string" ? "" : String(type);
      return `${name}${required.includes(name) ? "*" : ""}${kind ? `:${kind}` : ""}`;
    })
    .join(", ");
}
