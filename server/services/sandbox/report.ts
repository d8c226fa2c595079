import { AppError } from "~/server/errors";
import { withAccount } from "~/server/sandbox/account";
import type { Message } from "~/server/sandbox/customerio/model";
import { report, sendReports } from "~/server/sandbox/customerio/reporting";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { requireAccount } from "./account";
import type { SandboxReportInput } from "./schemas";

/** Lets a person do something with a message of the Customer.io sandbox, which reports it to whoever listens. */
export async function reportInSandbox(
  ctx: ServiceContext,
  { messageId, metric }: SandboxReportInput,
): Promise<{ messageId: string }> {
  requireRole(ctx, "editor");
  const scope = await requireAccount(ctx, "customerio");
  await withAccount(scope, async (store) => {
    const message = await store.get<Message>("message", messageId);
    if (!message) throw new AppError("not_found", "The sandbox no longer has this message.");
    await report(store, message, "email", [metric]);
  });
  await sendReports(scope);
  return { messageId };
}
