import { Inngest } from "inngest";
import { env } from "~/server/env";

/** The one Inngest client. Keys and base URL come from the checked environment. */
export const inngest = new Inngest({
  id: "billhook",
  ...(env.INNGEST_EVENT_KEY ? { eventKey: env.INNGEST_EVENT_KEY } : {}),
  ...(env.INNGEST_SIGNING_KEY ? { signingKey: env.INNGEST_SIGNING_KEY } : {}),
  ...(env.INNGEST_BASE_URL ? { baseUrl: env.INNGEST_BASE_URL } : {}),
  isDev: env.NODE_ENV !== "production",
});

export const RUN_REQUESTED = "billhook/run.requested";
