import type { Filter } from "./filter";
import { MONEY_FILTERS } from "./money";
import { TEXT_FILTERS } from "./text";
import { TIME_FILTERS } from "./time";

/** Every filter beyond Liquid's own. */
export const FILTERS: readonly Filter[] = [...MONEY_FILTERS, ...TIME_FILTERS, ...TEXT_FILTERS];
