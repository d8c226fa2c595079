import { Inngest } from "inngest";
import { env } from "~/server/env";
import { log } from "~/server/log";

/** The one Inngest client. Keys and base URL come from the checked environment. */
export const inngest = new Inngest({
  id: "billhook",
  logger: log,
  ...(env.INNGEST_EVENT_KEY ? { eventKey: env.INNGEST_EVENT_KEY } : {}),
  ...(env.INNGEST_SIGNING_KEY ? { signingKey: env.INNGEST_SIGNING_KEY } : {}),
  ...(env.INNGEST_BASE_URL ? { baseUrl: env.INNGEST_BASE_URL } : {}),
  // In production INNGEST_DEV, which the SDK reads itself, still points at a dev server.
  ...(env.NODE_ENV === "production" ? {} : { isDev: true }),
});

/** An admitted run is to be executed. */
export const RUN_REQUESTED = "billhook/run.requested";

/** A run that somebody canceled is to be left alone. */
export const RUN_CANCELED = "billhook/run.canceled";
