import type { z } from "zod";
import type { Clients } from "~/server/connectors/define";
import { diagnoseCustomerio } from "~/server/connectors/doctor/customerio";
import { diagnoseStripe } from "~/server/connectors/doctor/stripe";
import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import type { DoctorView } from "./doctor-schemas";
import { getConnectionRow } from "./internal";
import { openFresh } from "./oauth/fresh";
import { openClient } from "./open-client";

/**
 * Says for each permission and key of a connection what will and what will not work. Every question changes nothing.
 * Throws `not_found`,
 * `connection_rejected` when the keys cannot be read, and `invalid_input` for another web API.
 */
export async function diagnose(
  ctx: ServiceContext,
  { id }: { id: string },
): Promise<z.output<typeof DoctorView>> {
  requireRole(ctx, "editor");
  const opened = await openFresh(await getConnectionRow(ctx, id));
  if (opened.app === "http")
    throw new AppError(
      "invalid_input",
      "What the credentials of another web API may do cannot be told: every API has permissions of its own. Test a step that uses them.",
    );
  const client = openClient(opened);
  const findings =
    opened.app === "stripe"
      ? await diagnoseStripe(client as Clients["stripe"])
      : await diagnoseCustomerio(client as Clients["customerio"], {
          hasSigningKey: opened.credentials.webhookSigningKey !== undefined,
        });
  return { checkedAt: new Date().toISOString(), findings };
}
