import { ACTIONS } from "~/server/connectors/catalog";
import { TRIGGERS } from "~/server/connectors/triggers";

/** What a model may not write: requests of any kind go round the consent that dangerous actions ask for. */
const WITHHELD = ["stripe.api", "customerio.api", "customerio.batch", "customerio.cdp"];

/** The actions that a language model may choose from. */
export const OFFERED_ACTIONS = ACTIONS.filter(({ id, app }) => app !== "core" && !WITHHELD.includes(id));

/** The triggers that a language model may choose from. */
export const OFFERED_TRIGGERS = TRIGGERS.filter(({ id }) => id !== "recipe.call");

const ACTION_IDS = new Set<string>(OFFERED_ACTIONS.map(({ id }) => id));
const TRIGGER_IDS = new Set<string>(OFFERED_TRIGGERS.map(({ id }) => id));

export const isOfferedAction = (id: string): boolean => ACTION_IDS.has(id);
export const isOfferedTrigger = (id: string): boolean => TRIGGER_IDS.has(id);
