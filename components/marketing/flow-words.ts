import { ACTIONS } from "~/server/connectors/catalog";
import { OPERATORS } from "~/server/recipes/operators";
import type { Words } from "./flow-picture";

/** What actions and operators are called in a recipe's picture. */
export const FLOW_WORDS: Words = {
  actions: Object.fromEntries(ACTIONS.map(({ id, title }) => [id, title])),
  operators: OPERATORS.map(({ id, label, arity }) => ({ id, label, arity })),
};
