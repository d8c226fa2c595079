import { AppError } from "~/server/errors";
import { createChannel } from "~/server/services/channel/create";
import { listChannels } from "~/server/services/channel/list";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { createRule } from "./create";
import { listRules } from "./list";
import type { CreateRuleInput, RuleView } from "./schemas";

const SUGGESTED: readonly Omit<CreateRuleInput, "channelId">[] = [
  { kind: "first_failure" },
  { kind: "connection" },
  { kind: "digest", config: { each: "P1D" } },
];

/**
 * Sets up what most teams want: a mail to the person who asks for it when something fails for the first time, when a
 * connection is held, and a digest once a day. Throws `conflict` once there are rules.
 */
export async function suggestRules(
  ctx: ServiceContext,
  { email }: { email?: string } = {},
): Promise<RuleView[]> {
  requireRole(ctx, "editor");
  if ((await listRules(ctx)).length > 0)
    throw new AppError("conflict", "There are rules already. Add the ones you miss.");
  const to = email ?? addressOf(ctx);
  const { id: channelId } =
    (await listChannels(ctx)).find((channel) => channel.to?.join() === to) ??
    (await createChannel(ctx, { kind: "email", name: to.slice(0, 80), to: [to] }));
  const rules: RuleView[] = [];
  // One after the other, so that the list has them in this order.
  for (const rule of SUGGESTED) rules.push(await createRule(ctx, { ...rule, channelId } as CreateRuleInput));
  return rules;
}

function addressOf({ actor }: ServiceContext): string {
  if (actor.kind === "user") return actor.label;
  throw new AppError("invalid_input", "A token has no mailbox. Add an e-mail channel and rules for it.");
}
