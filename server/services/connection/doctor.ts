import type { z } from "zod";
import type { Clients } from "~/server/connectors/define";
import { diagnoseCustomerio } from "~/server/connectors/doctor/customerio";
import { diagnoseStripe } from "~/server/connectors/doctor/stripe";
import { requireRole, type ServiceContext } from "~/server/services/context";
import type { DoctorView } from "./doctor-schemas";
import { getConnectionRow } from "./internal";
import { openFresh } from "./oauth/fresh";
import { openClient } from "./open-client";

/**
 * Says for each permission and key of a connection what will and what will not work. Every question changes nothing.
 * Throws `not_found`, and `connection_rejected` when the keys cannot be read.
 */
export async function diagnose(
  ctx: ServiceContext,
  { id }: { id: string },
): Promise<z.output<typeof DoctorView>> {
  requireRole(ctx, "editor");
  const opened = await openFresh(await getConnectionRow(ctx, id));
  const client = openClient(opened);
  const findings =
    opened.app === "stripe"
      ? await diagnoseStripe(client as Clients["stripe"])
      : await diagnoseCustomerio(client as Clients["customerio"], {
          hasSigningKey: opened.credentials.webhookSigningKey !== undefined,
        });
  return { checkedAt: new Date().toISOString(), findings };
}
