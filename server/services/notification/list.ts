import type { ServiceContext } from "~/server/services/context";
import { listRuleRows } from "./internal";
import type { RuleView } from "./schemas";

/** The workspace's rules, oldest first, each with when it last told something and what keeps it from it. */
export function listRules(ctx: ServiceContext): Promise<RuleView[]> {
  return listRuleRows(ctx);
}
